"""What moves on the map: numbers to sizes and shades, and names that cannot run."""

import json
import math
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_store import HOSTILE
from streamlit_folium import _get_feature_group_string, _get_map_string, generate_js_hash

from dashboard.contract import Flight, Scene
from dashboard.map.colours import describe_colours
from dashboard.map.drawing import (
    LARGEST_RADIUS_PX,
    Circle,
    choose_bounds,
    class_breaks,
    make_circles,
    make_shades,
    radius_scale,
    write_places,
)
from dashboard.map.ground.base_map import build_base_map
from dashboard.map.scene import build_layer, encode, map_words
from dashboard.text import show_controls

PLACES = pd.DataFrame(
    [
        ("small", "Small", "settlement", "PPL", 34.0, 40.0, False),
        ("large", "Large", "settlement", "PPLA", 35.0, 41.0, False),
        ("field", "Field", "site", "OILF", 36.0, 42.0, False),
        ("unnamed", "Unnamed", "settlement", "PPL", 30.0, 30.0, False),
        ("region", "Region", "region", "ADM1", 35.0, 40.0, True),
        ("other", "Other", "region", "ADM1", 33.0, 43.0, True),
        ("district", "District", "region", "ADM2", 35.0, 40.0, False),
        ("country", "Country", "country", "PCLI", 35.0, 40.0, True),
        ("river", "River", "river", "STM", 35.0, 40.0, False),
    ],
    columns=["place_id", "name", "kind", "feature_code", "lat", "lon", "has_polygon"],
).set_index("place_id")
COUNTS = pd.DataFrame(
    {
        "statements": [1, 16, 2, 30, 4, 9, 60, 3],
        "own": [1, 16, 2, 1, 1, 1, 2, 3],
        "certain": [True, True, False, *[True] * 5],
    },
    index=["small", "large", "field", "region", "other", "district", "country", "river"],
)


def make_scene(selected: str = "") -> Scene:
    return Scene(
        places="/assets/store/aa/places.json",
        regions="/assets/store/aa/regions.geojson",
        counts={"event": "/assets/store/aa/counts-event.bin"},
        window=(17471, 17484),
        basis="event",
        uncertain=True,
        px_per_root=5.0,
        selected=selected,
        flight=Flight(1, bounds=(1.0, 2.0, 3.0, 4.0)),
        theme="light",
        words=map_words(),
        look={"colour": "one", "links": "yes", "ground": "own"},
        colours=describe_colours("light"),
        sources="",
        source_counts={},
        links="",
        at_once="",
    )


def render(scene: Scene) -> str:
    """What streamlit-folium sends for a layer; rendering also passes the text through branca's second template."""
    base_map = build_base_map("light", (0.0, 0.0), 3)
    base_map.get_root().render()
    _get_map_string(base_map)
    return str(_get_feature_group_string(build_layer(scene), map=base_map))


def read_payload(script: str) -> dict:
    """Decode the payload as a browser does: the literal, then JSON."""
    literal = re.search(r'JSON\.parse\("([^"]*)"\)', script)
    assert literal
    return dict(json.loads(json.loads(f'"{literal[1]}"')))


# --- numbers to marks


def test_settlements_and_sites_are_circles_largest_first() -> None:
    assert make_circles(PLACES, COUNTS) == (
        Circle("large", "Large", 35.0, 41.0, 16, True),
        Circle("field", "Field", 36.0, 42.0, 2, False),
        Circle("small", "Small", 34.0, 40.0, 1, True),
    )


def test_the_selected_place_is_drawn_even_when_nothing_is_said_of_it() -> None:
    assert make_circles(PLACES, COUNTS, "unnamed")[-1] == Circle("unnamed", "Unnamed", 30.0, 30.0, 0, True)
    assert make_circles(PLACES, COUNTS, "region") == make_circles(PLACES, COUNTS)


def test_regions_of_the_first_division_are_shaded() -> None:
    shades, breaks = make_shades(PLACES, COUNTS)
    assert breaks == (1, 2, 5, 10, 20)
    assert [(shade.id, shade.n) for shade in shades] == [("other", 4), ("region", 30)]
    assert [shade.tint for shade in shades] == [1, 4]


def test_nothing_counted_is_nothing_drawn() -> None:
    assert make_circles(PLACES, COUNTS[:0]) == ()
    assert make_shades(PLACES, COUNTS[:0]) == ((), (1,))


@given(st.lists(st.integers(1, 100_000), max_size=30))
def test_every_count_has_a_class_and_there_are_at_most_five(counts: list[int]) -> None:
    breaks = class_breaks(counts)
    assert breaks[0] == 1
    assert len(breaks) <= 5
    assert list(breaks) == sorted(set(breaks))
    assert not counts or breaks[-1] <= max(counts)


def test_classes_are_round_numbers() -> None:
    assert class_breaks([1, 3, 4]) == (1, 2)
    assert class_breaks([46]) == (1, 2, 5, 10, 20)
    assert class_breaks([3000]) == (1, 200, 500, 1000, 2000)


def test_area_tells_the_number_and_the_largest_circle_fits() -> None:
    assert radius_scale(1) == radius_scale(10) == 5.0
    assert radius_scale(400) * math.sqrt(400) == pytest.approx(LARGEST_RADIUS_PX)
    assert radius_scale(0) == 5.0


def test_a_new_map_shows_the_busiest_region() -> None:
    boxes = pd.DataFrame({"minx": [40.0], "miny": [33.0], "maxx": [41.0], "maxy": [34.0]}, index=["region"])
    places = PLACES.join(COUNTS, how="inner")
    south, west, north, east = choose_bounds(places, boxes, "") or (0, 0, 0, 0)
    assert (south, north) == (32.96, 34.04)
    assert (west, east) == (39.96, 41.04)
    around = choose_bounds(places, boxes, "large")
    assert around
    assert around[0] < 35 < around[2]
    assert choose_bounds(places[:0], boxes, "") is None
    assert choose_bounds(places[places["kind"] == "settlement"], boxes, "") == (33.96, 39.96, 35.04, 41.04)


# --- the layer in the page


def test_the_map_is_told_the_window_and_where_its_numbers_are() -> None:
    payload = read_payload(render(make_scene()))
    assert payload["window"] == [17471, 17484]
    assert payload["counts"]["event"] == "/assets/store/aa/counts-event.bin"
    assert payload["flight"]["bounds"] == [1.0, 2.0, 3.0, 4.0]


def test_places_are_written_in_the_order_of_the_counts_with_what_each_is_drawn_as() -> None:
    written = json.loads(write_places(PLACES, ["region", "small", "country", "district", "field", "river"]))
    assert written["ids"] == ["region", "small", "country", "district", "field", "river"]
    assert written["names"][:2] == ["Region", "Small"]
    assert written["marks"] == ["shade", "circle", "", "", "circle", ""]
    assert (written["lats"][1], written["lons"][1]) == (34.0, 40.0)


def test_the_browser_may_forget_earlier_layers() -> None:
    script = render(make_scene())
    assert script.index("window.feature_group = [];") < script.index("drawStatements")


def test_a_layer_never_changes_the_base_maps_script() -> None:
    """A changed script is a new frame, and the viewer's view is lost."""

    def hash_with(scene: Scene) -> str:
        base_map = build_base_map("light", (0.0, 0.0), 3)
        base_map.get_root().render()
        script = _get_map_string(base_map)
        _get_feature_group_string(build_layer(scene), map=base_map)
        return str(generate_js_hash(script, "map-light"))

    assert hash_with(make_scene("A")) == hash_with(make_scene("B"))


# --- names that would like to run


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_place_id_arrives_as_the_text_it_is(text: str) -> None:
    script = render(make_scene(text))
    assert read_payload(script)["selected"] == text
    quoted = re.search(r'JSON\.parse\("([^"]*)"\)', script)
    assert quoted
    assert not re.search(r"[<>`'&${}()_;=!]", quoted[1].replace("\\u005f", ""))


@given(
    st.recursive(
        st.text() | st.booleans() | st.integers(-(2**53), 2**53),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_what_is_encoded_is_read_back_whole(value: object) -> None:
    text = encode(value)
    assert json.loads(json.loads(f'"{text}"')) == value
    assert re.fullmatch(r"(?:[A-Za-z0-9 .,:+\[\]-]|\\u[0-9a-f]{4})*", text)


def test_a_template_is_not_run_on_the_server() -> None:
    """Branca compiles the script of every layer as a Jinja template; a name with braces must not be one."""
    base_map = build_base_map("light", (0.0, 0.0), 3)
    build_layer(make_scene("{{ 7*7 }}{{ cycler.__init__.__globals__ }}")).add_to(base_map)
    page = base_map.get_root().render()
    assert read_payload(page)["selected"] == "{{ 7*7 }}{{ cycler.__init__.__globals__ }}"


def test_what_is_invisible_in_a_name_is_made_visible_and_keeps_its_length() -> None:
    assert show_controls("a\x00b\u202ec\x07") == "a␀b\ufffdc␇"
    assert show_controls("البوكمال\tДейр\n") == "البوكمال\tДейр\n"
    assert all(len(show_controls(text)) == len(text) for text in HOSTILE)
