"""What the map is told of a selection, and the Folium layer that hands it over; no Streamlit."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import folium
from folium.template import Template

from dashboard import words
from dashboard.choices import Basis, Flight

# Everything that could end a string or a script, open a template of JavaScript or Jinja, or be taken for one
# of the variable names that streamlit-folium rewrites ("_" and a suffix).
_UNSAFE = re.compile(r"[^A-Za-z0-9 .,:+\[\]-]")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the map is told at every run: where to get what it draws, and what of it to show.

    Attributes
    ----------
    places, regions : str
        Addresses of the places as `write_places` lays them out, and of the polygons.
    counts : mapping of str to str
        Address of the counts of each basis, as `counts_wire.pack_counts` packs them.
    window : tuple of int
        First and last day shown, both included, as `counts.number_day` numbers them.
    basis : {"event", "publication"}
        Which date of a statement counts.
    uncertain : bool
        Whether placements count that are not certain.
    px_per_root : float
        Radius in pixels of a circle of one statement; radius grows with the root, so area tells the number.
    selected : str
        place_id of the selected place; empty for none.
    flight : Flight
        Where to go.
    theme : {"light", "dark"}
        Of the page around.
    words : mapping of str to str
        Words of legend and controls.
    look : mapping of str to str
        "colour", "links" and "ground" as `address.read_look` reads them; afterwards they are chosen on the map.
    colours : mapping
        As `colours.describe_colours` gives them.
    sources, source_counts : str, mapping of str to str
        Addresses of the commonest sources, and of their counts by basis; asked for when colours tell the source.
    links : str
        Address of the places named in the same reports as a place.
    at_once : str
        Address of the counts of the window shown alone, which are there before those of all windows; empty where
        these are known anyway.
    """

    places: str
    regions: str
    counts: Mapping[str, str]
    window: tuple[int, int]
    basis: Basis
    uncertain: bool
    px_per_root: float
    selected: str
    flight: Flight
    theme: Literal["light", "dark"] = "light"
    words: Mapping[str, Any] = field(default_factory=dict)
    look: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, Any] = field(default_factory=dict)
    sources: str = ""
    source_counts: Mapping[str, str] = field(default_factory=dict)
    links: str = ""
    at_once: str = ""


class StatementLayer(folium.map.Layer):
    """A Folium layer that hands a `Scene` to our script in the map's frame.

    Parameters
    ----------
    scene : Scene
        What to draw.
    """

    # window.feature_group keeps every group streamlit-folium ever added; emptying it is what lets the browser
    # forget them (15 -> 130 MB in 36 moves of the window else).
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.feature_group = [];
        var {{ this.get_name() }} = window.dateline.drawStatements(map_div, JSON.parse("{{ this.payload }}"));
        {{ this._parent.get_name() }}.addLayer({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, scene: Scene) -> None:
        super().__init__(name="statements", overlay=True, control=False)
        self._name = "StatementLayer"
        self.payload = encode(asdict(scene))


def build_layer(scene: Scene) -> folium.FeatureGroup:
    """Build the feature group that streamlit-folium swaps in without touching the map under it."""
    group = folium.FeatureGroup(name="statements", control=False)
    StatementLayer(scene).add_to(group)
    return group


def encode(value: Any) -> str:
    r"""Write plain data as JSON for the inside of a JavaScript string in double quotes.

    Parameters
    ----------
    value : Any
        Lists, dicts, strings, numbers, booleans, None.

    Returns
    -------
    str
        Letters, digits and a few harmless signs of ASCII, all else as `\uXXXX`: nothing in it can end the string
        or the script, or start a template of any language it passes through.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def map_words() -> dict[str, Any]:
    """Give the words of legend and controls, for the frame has none of its own."""
    return {
        "controls": dict(words.MAP_CONTROLS),
        "key": words.LEGEND,
        "colour": words.MAP_COLOUR,
        "colours": dict(words.MAP_COLOURS),
        "together": words.LEGEND_TOGETHER,
        "lines": words.LEGEND_LINES,
        "places": words.MAP_PLACES,
        "more": words.MAP_MORE,
        "circles": words.LEGEND_CIRCLES,
        "regions": words.LEGEND_REGIONS,
        "uncertain": words.LEGEND_UNCERTAIN,
        "fullscreen": words.MAP_FULL_SCREEN,
        "reset": words.MAP_RESET,
        "failed": words.MAP_FAILED,
    }
