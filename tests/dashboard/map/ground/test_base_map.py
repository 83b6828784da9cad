"""The base map: its data, and the map built from it."""

import csv
import json
import re
from itertools import combinations
from pathlib import Path

import folium
import pytest
import shapely
from shapely.geometry import shape
from streamlit_folium import _get_map_string

from dashboard.assets import list_assets
from dashboard.map.ground.base_map import BASEMAP_PATH, SHADING_PANE, TILE_LAYERS, build_base_map, list_fonts

DATA = BASEMAP_PATH.parent
REGIONS = json.loads((DATA / "regions.geojson").read_text(encoding="utf-8"))["features"]
GROUND = json.loads(BASEMAP_PATH.read_text(encoding="utf-8"))["features"]


def read_region_rows() -> dict[str, dict[str, str]]:
    with (DATA / "gazetteer.csv").open(encoding="utf-8", newline="") as file:
        return {row["place_id"]: row for row in csv.DictReader(file) if row["feature_code"] in ("ADM1", "PCLI")}


def render_page(base_map: folium.Map) -> str:
    return str(base_map.get_root().render())


def make_script(theme: str = "light") -> str:
    base_map = build_base_map(theme)  # type: ignore[arg-type]
    base_map.get_root().render()
    return re.sub(r"_[a-z0-9]+", "", _get_map_string(base_map))


# --- data


def test_every_region_is_a_region_of_the_gazetteer() -> None:
    rows = read_region_rows()
    for region in REGIONS:
        row = rows[region["id"]]
        assert region["properties"] == {key: row[key] for key in ("name", "feature_code", "country_code")}


def test_every_region_row_has_one_shape() -> None:
    assert sorted(region["id"] for region in REGIONS) == sorted(read_region_rows())


def test_region_codes_are_those_of_the_gazetteer() -> None:
    with (DATA / "region_codes.csv").open(encoding="utf-8", newline="") as file:
        coded = {row["place_id"] for row in csv.DictReader(file)}
    assert coded == {place_id for place_id, row in read_region_rows().items() if row["feature_code"] == "ADM1"}


def find_faults(feature: dict) -> list[str]:
    geometry = shape(feature["geometry"])
    if geometry.is_empty:
        return ["empty"]
    west, south, east, north = geometry.bounds
    faults = [] if geometry.is_valid else [shapely.is_valid_reason(geometry)]
    return faults if -180 <= west <= east <= 180 and -90 <= south <= north <= 90 else [*faults, "off the earth"]


def test_shapes_are_valid_and_on_earth() -> None:
    named = {feature.get("id") or str(feature["properties"]): find_faults(feature) for feature in [*REGIONS, *GROUND]}
    assert {name: faults for name, faults in named.items() if faults} == {}


def test_check_of_shapes_finds_faults() -> None:
    bow_tie = {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [200, 1], [200, 0], [0, 1], [0, 0]]]}}
    assert len(find_faults(bow_tie)) == 2


def test_divisions_neither_overlap_nor_leave_gaps() -> None:
    divisions = [shape(region["geometry"]) for region in REGIONS if region["properties"]["feature_code"] == "ADM1"]
    assert shapely.coverage_is_valid(divisions)


@pytest.mark.parametrize("country", ["sy", "iq"])
def test_shown_country_is_the_union_of_its_divisions(country: str) -> None:
    shapes = {region["id"]: shape(region["geometry"]) for region in REGIONS}
    divisions = [geometry for place_id, geometry in shapes.items() if place_id.startswith(f"{country}-")]
    assert shapely.union_all(divisions).symmetric_difference(shapes[country]).area < 1e-6


@pytest.mark.parametrize(
    ("place_id", "lat", "lon"),
    [
        ("sy-deir-ez-zor-governorate", 35.336, 40.146),
        ("sy-raqqa-governorate", 35.953, 39.008),
        ("sy-quneitra-governorate", 33.02, 35.75),  # in the Golan
        ("iq-anbar-governorate", 34.393, 40.989),
        ("iq-kirkuk-governorate", 35.468, 44.392),
        ("ir-kermanshah-province", 34.314, 47.065),
        ("ru", 66.5, -175.0),  # Chukotka, beyond the date line
        ("ua", 45.2, 34.3),  # Crimea
    ],
)
def test_known_points_lie_in_their_regions(place_id: str, lat: float, lon: float) -> None:
    region = next(region for region in REGIONS if region["id"] == place_id)
    assert shape(region["geometry"]).contains(shapely.Point(lon, lat))


def test_files_are_small() -> None:
    regions, ground = ((DATA / name).stat().st_size for name in ("regions.geojson", "basemap.geojson"))
    assert regions < 600_000
    assert regions + ground < 1_500_000


def test_coordinates_have_at_most_four_decimals() -> None:
    for name in ("regions.geojson", "basemap.geojson"):
        assert not re.search(r"\d\.\d{5,}", (DATA / name).read_text(encoding="utf-8"))


def test_ground_has_every_layer() -> None:
    layers = {feature["properties"]["layer"] for feature in GROUND}
    assert layers == {"world", "neighbour", "focus", "coast", "lake", "river", "border", "division", "label"}


def test_hand_drawn_rivers_say_so() -> None:
    rivers = {f["properties"]["name"]: f["properties"] for f in GROUND if f["properties"]["layer"] == "river"}
    assert rivers["Khabur"]["approximate"]
    assert rivers["Balikh"]["approximate"]
    assert not rivers["Euphrates"]["approximate"]


def test_no_city_is_labelled_twice() -> None:
    cities = [f for f in GROUND if f["properties"].get("kind") == "city"]
    near = [
        (one["properties"]["name"], other["properties"]["name"])
        for one, other in combinations(cities, 2)
        if one["properties"]["name"] == other["properties"]["name"]
        and shape(one["geometry"]).distance(shape(other["geometry"])) < 0.5
    ]
    assert near == []


# --- the map


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_two_builds_have_the_same_script(theme: str) -> None:
    assert make_script(theme) == make_script(theme)


def test_themes_differ_in_their_script() -> None:
    assert make_script("light") != make_script("dark")


def test_page_loads_scripts_and_styles_from_our_server_only() -> None:
    links = re.findall(r"<(?:script|link)[^>]+(?:src|href)=\"([^\"]+)\"", render_page(build_base_map()))
    assert links
    assert all(link.startswith("/assets/") for link in links)
    assert [url for _, url in BASE_LINKS if not url.startswith("/assets/")] == []


BASE_LINKS = [*build_base_map().default_js, *build_base_map().default_css]


def test_page_names_other_servers_only_as_a_choice_and_for_attribution() -> None:
    page = render_page(build_base_map())
    for tiles in TILE_LAYERS:
        page = page.replace(json.dumps(tiles["url"]), "")
    hosts = set(re.findall(r"https?://([^/\"'\\]+)", page))
    assert hosts == {"www.openstreetmap.org", "carto.com"}


def test_no_tiles_are_on_the_map_at_first() -> None:
    assert not [child for child in build_base_map()._children.values() if isinstance(child, folium.TileLayer)]
    assert "L.tileLayer(" not in make_script()


def test_every_online_layer_names_its_source() -> None:
    for tiles in TILE_LAYERS:
        assert tiles["attribution"]
        assert tiles["url"].startswith("https://")


def test_deepest_zoom_is_set_for_clusters() -> None:
    assert build_base_map().options["maxZoom"] == 18


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"theme": "sepia"}, "'sepia'; allowed are light, dark"),
        ({"zoom": 1}, "zoom is 1"),
        ({"zoom": 19}, "zoom is 19"),
    ],
)
def test_values_that_are_not_allowed_are_named(arguments: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        build_base_map(**arguments)


def test_script_makes_the_pane_for_shaded_regions() -> None:
    assert f"{SHADING_PANE}: 300" in list_assets()["map/ground/ground.js"].read_text(encoding="utf-8")


def test_fonts_are_those_streamlit_ships() -> None:
    import streamlit

    static = Path(streamlit.__file__).parent / "static"
    assert [font["style"] for font in list_fonts()] == ["normal", "italic"]
    assert all((static / font["url"].lstrip("/")).is_file() for font in list_fonts())
