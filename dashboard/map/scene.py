"""The Folium layer that hands over what the map is told of a selection; no Streamlit."""

import json
import re
from dataclasses import asdict
from typing import Any

import folium
from folium.template import Template

from dashboard import words
from dashboard.contract import MapWords, Scene

# Everything that could end a string or a script, open a template of JavaScript or Jinja, or be taken for one
# of the variable names that streamlit-folium rewrites ("_" and a suffix).
_UNSAFE = re.compile(r"[^A-Za-z0-9 .,:+\[\]-]")


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


def map_words() -> MapWords:
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
