"""One contract between the languages: what is made of it is as it is declared, and nothing goes round it."""

import re
import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, make_dataclass
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from dashboard import words
from dashboard.contract import PALETTES, PROJECTED, GroundScene, Scene, ScrubberWords, numbers
from dashboard.contract import messages as declared_messages
from dashboard.contract.__main__ import main
from dashboard.contract.colours import Palette
from dashboard.contract.declaring import write_declarations, write_type
from dashboard.contract.writing import FOLDER, find_stale, list_tokens, write_files, write_types
from dashboard.map.ground import describe_ground
from dashboard.map.scene import map_words

ROOT = Path(__file__).parents[3]
SCREEN = ROOT / "dashboard"
MADE = ("contract.d.ts", "constants.js", "tokens.css")
COLOUR = re.compile(
    r"(?<![\w.])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!\()"  # a private method of JavaScript has arguments
    r"|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\((?!0 0 0 /|255 255 255 /)",  # shadows and edges of glass have no hue
    re.IGNORECASE,
)


# What is made


def test_what_is_made_is_not_stale() -> None:
    assert find_stale() == []


@pytest.mark.parametrize("name", MADE)
def test_one_that_is_stale_or_missing_is_told(name: str, tmp_path: Path) -> None:
    for made in MADE:
        shutil.copy(FOLDER / made, tmp_path)
    path = tmp_path / name
    path.write_text(path.read_text() + " ")
    assert find_stale(tmp_path) == [name]
    path.unlink()
    assert find_stale(tmp_path) == [name]


def test_a_changed_number_is_noticed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(numbers, "SHADES", 4)
    assert find_stale() == ["constants.js"]
    assert main(["--check"]) == 1
    assert "constants.js is not what its declarations make; run `make contract`" in capsys.readouterr().err


def test_the_command_makes_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.contract.__main__.FOLDER", tmp_path)
    monkeypatch.setattr("dashboard.contract.__main__.find_stale", lambda: find_stale(tmp_path))
    assert main([]) == 0
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == write_files()
    assert main(["--check"]) == 0


def test_a_changed_colour_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PALETTES, "dark", PALETTES["light"])
    assert find_stale() == ["constants.js", "tokens.css"]


def test_a_field_is_in_the_types_as_soon_as_it_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = make_dataclass("Scene", [("sound", bool)], bases=(Scene,), frozen=True)
    longer.__module__, longer.__doc__ = Scene.__module__, Scene.__doc__
    monkeypatch.setattr("dashboard.contract.scene.Scene", longer)
    assert "  sound: boolean;\n" in write_types()
    assert find_stale() == ["contract.d.ts"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (str, "string"),
        (int | None, "number | null"),
        (list[int | None], "(number | null)[]"),
        (tuple[int, str], "[number, string]"),
        (tuple[float, ...], "number[]"),
        (Mapping[str, list[bool]], "Record<string, boolean[]>"),
        (Literal["a", ""], '"a" | ""'),
    ],
)
def test_types_have_their_counterparts(kind: Any, told: str) -> None:
    assert write_type(kind, {}) == told


def test_a_type_without_a_counterpart_is_refused() -> None:
    with pytest.raises(TypeError, match="has no counterpart in TypeScript; use"):
        write_type(set[int], {})


def test_every_declared_field_is_told_once() -> None:
    made = write_declarations([declared_messages])
    node = made[made.index("export interface Node {") :].split("}\n")[0]
    assert re.findall(r"^  (\w+\??):", node, re.M) == [
        f"{name}{'?' if name in declared_messages.Node.__optional_keys__ else ''}"
        for name in get_type_hints(declared_messages.Node)
    ]


def test_every_colour_of_a_palette_has_its_own_property() -> None:
    for palette in PALETTES.values():
        assert len(list_tokens(palette)) == sum(
            len(value) if isinstance(value, tuple) else len(fields(value)) if name == "land" else 1
            for name in Palette.__slots__
            for value in [getattr(palette, name)]
        )


# What crosses is what is declared


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
    assert find_faults(map_words(), get_type_hints(Scene)["words"]) == []
    assert set(map_words()["colours"]) == {"one", "recency", "kind", "source"}
    assert find_faults(describe_ground("dark"), GroundScene) == []


# Colours


def list_sources() -> list[Path]:
    made = {FOLDER / name for name in MADE} | {FOLDER / "colours.py"}
    return sorted(
        path for kind in ("py", "js", "css", "html", "svg") for path in SCREEN.rglob(f"*.{kind}") if path not in made
    )


def find_colours(text: str) -> list[str]:
    return [match[0] for match in COLOUR.finditer(text)]


def test_no_colour_stands_outside_of_the_contract() -> None:
    assert len(list_sources()) > 100
    found = {str(path.relative_to(ROOT)): find_colours(path.read_text(encoding="utf-8")) for path in list_sources()}
    assert {name: colours for name, colours in found.items() if colours} == {}


@pytest.mark.parametrize(
    "offender",
    [
        'HUE = "#EE6045"',
        "a { color: #fff; }",
        "const ink = `#1d1b19ff`;",
        "b { fill: rgb(200 64 42); }",
        "c { color: hsl(9 9% 9%) }",
    ],
)
def test_one_that_does_is_found(offender: str) -> None:
    assert len(find_colours(offender)) == 1


@pytest.mark.parametrize(
    "innocent", ["rgb(0 0 0 / 18%)", "#map_div", "url(#a-b)", "issue #9", "var(--ink)", "this.#add(x);", "  #add(x) {"]
)
def test_what_is_no_colour_of_ours_is_passed_over(innocent: str) -> None:
    assert find_colours(innocent) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_has_the_colours_of_the_contract(theme: Literal["light", "dark"]) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    palette = PALETTES[theme]
    told = {name: value.lower() for name, value in config["theme"][theme].items()}
    assert told == {
        "primaryColor": palette.voice,
        "backgroundColor": palette.page,
        "secondaryBackgroundColor": palette.raised,
        "textColor": palette.ink,
        "borderColor": palette.rule,
    }


def test_a_ground_differs_for_a_projector_only_where_that_is_told() -> None:
    differing = {
        theme: [name for name in land.__slots__ if getattr(land, name) != getattr(PALETTES[theme].land, name)]
        for theme, land in PROJECTED.items()
    }
    assert differing["light"] == ["stream"]
    assert set(differing["dark"]) == set(PROJECTED["dark"].__slots__)


# Numbers


NUMBERS = sorted(name for name in vars(numbers) if name.isupper())
ANEW = re.compile(
    rf"^\s*(?:export )?(?:const |let |var )?_?({'|'.join(NUMBERS)}|COLOURS|LOOKS)(?:: [^=]+)? = (?![\"'=])", re.M
)


def find_anew(text: str) -> list[str]:
    """Find numbers of the contract to which a name is given anew, in either language."""
    return ANEW.findall(text)


def test_no_number_of_the_contract_is_declared_anew() -> None:
    paths = [path for path in list_sources() if path.parent != FOLDER and path.suffix in (".py", ".js")]
    found = {str(path.relative_to(ROOT)): find_anew(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: numbers for name, numbers in found.items() if numbers} == {}


@pytest.mark.parametrize(
    "offender",
    [
        "  const APART_ZOOM = 12;",
        "export const SHADES = 4;",
        "_MAX_ZOOM = 18",
        "SOURCE_SEVERAL: int = 5",
        "let LOOKS = {",
    ],
)
def test_one_that_is_declared_anew_is_found(offender: str) -> None:
    assert len(find_anew(f"import a\n{offender}\n")) == 1


@pytest.mark.parametrize(
    "innocent",
    [
        "classes.fill(SOURCE_SEVERAL);",
        "MOST_SHADES = 3",
        "x = SHADES",
        "SHADES == 5",
        'SOURCE_OTHER = "another source"',
    ],
)
def test_a_use_of_one_is_passed_over(innocent: str) -> None:
    assert find_anew(innocent) == []
