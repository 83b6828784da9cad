"""What crosses between the languages is what is declared, its words above all."""

from dataclasses import is_dataclass
from typing import Any, NotRequired, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

from dashboard import words
from dashboard.contract import GroundScene, MapColours, MapWords, ScrubberWords
from dashboard.contract.declaring import write_type
from dashboard.map.colours import describe_colours
from dashboard.map.ground.base_map import describe_ground
from dashboard.map.scene import map_words

PLAIN = {str: str, int: int, float: int | float, bool: bool}


def find_faults(value: Any, kind: Any, at: str = "") -> list[str]:
    """Find where plain data is not of a declared type; choices are held by the type checker alone."""
    if get_origin(kind) is list:
        return [fault for n, item in enumerate(value) for fault in find_faults(item, get_args(kind)[0], f"{at}[{n}]")]
    if not (is_typeddict(kind) or is_dataclass(kind)):
        return [] if isinstance(value, PLAIN.get(kind, object)) else [f"{at} is no {write_type(kind, {})}"]
    hints, optional = get_type_hints(kind), getattr(kind, "__optional_keys__", frozenset())
    odd = [f"{at}.{name} is not declared" for name in value if name not in hints]
    missing = [f"{at}.{name} is missing" for name in hints if name not in value and name not in optional]
    inside = [find_faults(value[name], hint, f"{at}.{name}") for name, hint in hints.items() if name in value]
    return [*odd, *missing, *(fault for faults in inside for fault in faults)]


class Told(TypedDict):
    n: int
    note: NotRequired[str]


def test_faults_are_found() -> None:
    assert find_faults({"n": 1}, Told) == []
    assert find_faults({"n": "1", "m": 2}, Told) == [".m is not declared", ".n is no number"]
    assert find_faults({"note": "a"}, Told) == [".n is missing"]


def test_words_are_those_declared() -> None:
    assert find_faults(words.TIME_CONTROL, ScrubberWords) == []
    assert find_faults(map_words(), MapWords) == []
    assert set(map_words()["colours"]) == {"one", "recency", "kind", "source"}
    assert find_faults(describe_ground("dark"), GroundScene) == []
    assert find_faults(describe_colours("dark"), MapColours) == []
