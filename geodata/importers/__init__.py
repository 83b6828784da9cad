"""Lists of places that others keep -> a gazetteer CSV."""

from geodata.importers.importing import import_places

__all__ = [
    "import_places",
]
