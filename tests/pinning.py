"""What pins a decision: a sentence that reads one way with a constant as it is, and another way with it changed.

A made gazetteer is written as lines `place_id | name | feature code | lat, lon | more`, where more is any of
`in REGION`, `of COUNTRY` (two letters), `people 900` and `also Alias; Alias`.
"""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getsource
from types import ModuleType

import pytest

import geodata.model
from geodata.gazetteer import Confirmed, Gazetteer, Lexicon
from geodata.gazetteer.regions import read_regions
from geodata.model import Place, PlacedMention, ReasonKind, Report, because
from geodata.names import key_of_name
from geodata.parse import Reader

PINNED = (
    "geodata.model",
    "geodata.resolution.evidence",
    "geodata.resolution.resolve",
    "geodata.resolution.matching",
    "geodata.resolution.named_regions",
    "geodata.resolution.one_place",
    "geodata.mentions.trust",
    "geodata.mentions.spots",
    "geodata.mentions.unlisted",
    "geodata.names.index",
    "geodata.names.spelling",
)
"""Modules each of whose numbers is pinned or told to decide nothing."""


@dataclass(frozen=True)
class Pin:
    """A constant and a sentence that tells whether it is there.

    `constant` is "ACCEPT", or "LIKENESS[near]" for a value of a table. `right` and `otherwise` are what `tell` says
    with the constant as it is and changed `to` another value: 0, unless that cannot be or comes to the same.
    """

    constant: str
    text: str
    name: str
    right: str
    otherwise: str
    places: str
    to: float = 0
    wary: bool = False
    confirmed: tuple[str, str] | None = None

    def tell(self) -> str:
        """Read the sentence and say where the last mention of the name went, and how surely."""
        placed = read(self.text, self.places, wary=self.wary, confirmed=self.confirmed)
        resolutions = [one.resolution for one in placed if one.mention.toponym == self.name]
        if not resolutions:
            return "no mention"
        last = resolutions[-1]
        if last.place_id is None:
            return f"unresolved of {len(last.candidates)}"
        return f"{last.place_id} {'certain' if last.score >= geodata.model.CERTAIN else 'doubtful'}"


def read(
    text: str, places: str, *, wary: bool = False, confirmed: tuple[str, str] | None = None
) -> Sequence[PlacedMention]:
    """Read a text against a made gazetteer; `confirmed` is a toponym and the place decided for it."""
    gazetteer = Gazetteer(read_places(places), _no_regions())
    lexicon = Lexicon.build(gazetteer)
    lexicon.wary = wary
    notes = (
        {(key_of_name(confirmed[0]), confirmed[1]): because(ReasonKind.CONFIRMED_NOTE, region="", note="made")}
        if confirmed
        else {}
    )
    report = Report("r", "", "", "", None, "", "en", "", 0, text)
    parsed = Reader.over(gazetteer, confirmed=Confirmed(notes), lexicon=lexicon).parse(report)
    return [mention for statement in parsed.statements for mention in statement.mentions]


@cache
def read_places(lines: str) -> Mapping[str, Place]:
    """Read a made gazetteer."""
    return {place.place_id: place for place in map(_read_place, filter(str.strip, lines.splitlines()))}


def _read_place(line: str) -> Place:
    place_id, name, code, where, *more = (field.strip() for field in line.split("|"))
    lat, lon = map(float, where.split(","))
    told = dict(field.split(" ", 1) for field in more)
    assert told.keys() <= {"in", "of", "people", "also"}, line
    aliases = tuple(alias.strip() for alias in told.get("also", "").split(";") if alias)
    home, people = told.get("in", ""), int(told.get("people", 0))
    return Place(place_id, name, code, told.get("of", ""), home, "", lat, lon, aliases, population=people)


@cache
def _no_regions() -> object:
    return read_regions(None, {})[0]


def list_constants(module: ModuleType) -> dict[str, float]:
    """List the numbers that a module names, those in its tables one by one."""
    found: dict[str, float] = {}
    for node in ast.parse(getsource(module)).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for name in (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)):
            value = getattr(module, name, None)
            if _is_number(value):
                found[name] = value
            elif isinstance(value, Mapping) and value and all(map(_is_number, value.values())):
                found |= {f"{name}[{key}]": number for key, number in value.items()}
    return found


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def list_hidden(module: ModuleType) -> list[str]:
    """List the numbers other than 0, 1 and 2 that stand in the functions of a module without a name."""
    functions = [node for node in ast.walk(ast.parse(getsource(module))) if isinstance(node, ast.FunctionDef)]
    return [
        f"{function.name}: {node.value}"
        for function in functions
        for statement in function.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant) and _is_number(node.value) and node.value not in (0, 1, 2)
    ]


@contextmanager
def changed(module: ModuleType, constant: str, to: float) -> Iterator[None]:
    """Change a constant in its module and wherever it was imported from there."""
    name, _, key = constant.removesuffix("]").partition("[")
    value = getattr(module, name)
    with pytest.MonkeyPatch.context() as patch:
        if key:
            patch.setitem(value, key, to)
        else:
            for holder in [each for title, each in sys.modules.items() if title.partition(".")[0] == "geodata"]:
                if holder is module or (not name.startswith("_") and vars(holder).get(name) is value):
                    patch.setattr(holder, name, to)
        _forget()
        yield
    _forget()


def _forget() -> None:
    """Empty what the pinned modules keep from one call to the next."""
    for module in map(import_module, PINNED):
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear") and kept.__module__ == module.__name__:
                kept.cache_clear()


def check_pin(module: ModuleType, pin: Pin) -> None:
    """Check that a sentence reads right, and otherwise with the constant changed."""
    assert pin.right != pin.otherwise
    assert pin.tell() == pin.right
    with changed(module, pin.constant, pin.to):
        assert pin.tell() == pin.otherwise


def check_all_are_pinned(module: ModuleType, pins: Sequence[Pin], free: Mapping[str, str] | None = None) -> None:
    """Check that each number of a module is pinned or, with a reason, free, and that none is without a name."""
    free = free or {}
    pinned = {pin.constant for pin in pins}
    assert {*list_constants(module), *list_hidden(module)} == pinned | free.keys()
    assert not pinned & free.keys()
