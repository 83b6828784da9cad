"""What the map is told of a selection, and the layer that hands it over."""

import json
import re
from dataclasses import fields

import pytest
from made_store import HOSTILE

from dashboard import words
from dashboard.contract import Flight, Scene
from dashboard.map.colours import describe_colours
from dashboard.map.scene import StatementLayer, build_layer, encode, map_words


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


SCENE = make_scene()


def decode(text: str) -> object:
    """As a browser does: a string of JavaScript, then JSON."""
    return json.loads(json.loads(f'"{text}"'))


def test_a_layer_carries_every_field_of_its_scene() -> None:
    told = decode(StatementLayer(SCENE).payload)
    assert isinstance(told, dict)
    assert set(told) == {field.name for field in fields(Scene)}
    assert told["flight"]["number"] == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_and_end_nothing(text: str) -> None:
    encoded = encode({text: [text]})
    assert decode(encoded) == {text: [text]}
    assert re.fullmatch(r"(?:[A-Za-z0-9 .,:+\[\]-]|\\u[0-9a-f]{4})*", encoded)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object()])
def test_what_json_has_not_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        encode(value)


def test_a_group_holds_the_layer_alone() -> None:
    (child,) = build_layer(SCENE)._children.values()
    assert isinstance(child, StatementLayer)


def test_the_words_of_the_map_are_all_there() -> None:
    told = map_words()
    assert all(told.values())
    assert told["controls"] == dict(words.MAP_CONTROLS)
    assert decode(encode(told)) == told
