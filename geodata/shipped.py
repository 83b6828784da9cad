"""The files that Dateline brings along, and one fingerprint of all that shapes the reading."""

from hashlib import blake2b
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE / "data"
"""Folder of the sample and of the lists that the reading looks things up in."""

# Inputs of a build, which have fingerprints of their own, and papers.
_NO_ENGINE = ("reports", "gazetteer.csv", "gazetteer_hand.csv", "regions.geojson", "basemap.geojson")
_SUFFIXES = frozenset({".py", ".yaml", ".csv", ".txt"})


def list_engine(folder: Path = HERE) -> list[Path]:
    """List the files that shape the reading: all code of the package, its vocabularies and its lists.

    A new file counts without being listed; only files that are left out are listed.

    Parameters
    ----------
    folder : pathlib.Path
        The package, or a copy of it.

    Returns
    -------
    list of pathlib.Path
        In the order of their paths.
    """
    left_out = {folder / "data" / name for name in _NO_ENGINE}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in _SUFFIXES and path.is_file() and left_out.isdisjoint((path, *path.parents))
    )


def fingerprint_engine(folder: Path = HERE) -> str:
    """Fingerprint the files of `list_engine`: what another engine has read or prepared is not ours.

    Parameters
    ----------
    folder : pathlib.Path
        The package, or a copy of it.

    Returns
    -------
    str
        32 hexadecimal digits.
    """
    digest = blake2b(digest_size=16)
    for path in list_engine(folder):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
