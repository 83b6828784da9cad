"""Language files -> languages, checked like the gazetteer: every fault with its line, all at once.

A file is YAML of sections, tables, and lists of words. Every scalar is read as text ("no" is a word here), and PyYAML
tells the line of each.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import yaml

from geodata.errors import Fault, LanguageError
from geodata.languages.language import Language
from geodata.languages.shapes import Codes, Groups, Keys, Patterns, PlacePhrases, Text, Words

_SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC"}
_NAME_OF_PLACE = "{place}"
_CODE = re.compile(r"[a-z]{2,3}")
_SIGNS_OF_PATTERNS = frozenset(r"\.^$*+?{}[]|()")
_STOPS = frozenset(".,;:!? ")
_YAML_HINT = "Look for a missing bracket or colon, a tab, another indentation; what holds signs goes into quotes."
_LISTED = 12
"""How many allowed names a fault lists."""


def load_languages(folder: Path) -> Mapping[str, Language]:
    """Load the languages of a folder.

    Parameters
    ----------
    folder : pathlib.Path
        With a file for each language, named by its code: `en.yaml`.

    Returns
    -------
    mapping of str to Language
        By code, in the order of the codes.

    Raises
    ------
    LanguageError
        With every fault of every file.
    """
    found: dict[str, Language] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        language, wrong = read_language(path)
        faults += wrong
        if language is not None:
            found[language.code] = language
    if faults:
        raise LanguageError(faults)
    return found


def read_language(path: Path) -> tuple[Language | None, list[Fault]]:
    """Read a language file.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    language : Language or None
        None where there is a fault.
    faults : list of Fault
        All there are, by line.
    """
    checks = _Checks(str(path))
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return None, [
            checks.fault(mark.line if mark else 0, f"is no YAML here or right above: {error.problem}. {_YAML_HINT}")
        ]
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return None, [Fault(str(path), 0, f"cannot be read as YAML in UTF-8: {error}.")]
    if root is None:
        return None, [checks.fault(0, "is empty; it needs sections, the first of them `about`.")]
    made: Language | None = checks.read_record(root, Language, "the file")
    if made is not None:
        checks.check_about(made, path)
    if checks.faults:
        return None, sorted(checks.faults, key=lambda fault: fault.line)
    return made, []


@dataclass(frozen=True, slots=True)
class _Item:
    """A word of the file and where it stands, counted from 0."""

    text: str
    line: int


class _Checks:
    """Reads nodes by the types of fields, and collects what is wrong with them."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.faults: list[Fault] = []
        self._words: list[_Item] = []
        self._lines: dict[str, int] = {}
        self._readers: dict[Any, Callable[[yaml.Node, str], Any]] = {
            Words: self._read_words,
            Patterns: self._read_patterns,
            PlacePhrases: self._read_place_phrases,
            Codes: self._read_codes,
            Groups: self._read_groups,
            Text: self._read_text,
        }

    def fault(self, line: int, message: str) -> Fault:
        return Fault(self._path, line + 1, message)

    def add(self, line: int, message: str) -> None:
        self.faults.append(self.fault(line, message))

    def read_record(self, node: yaml.Node, made: type[Any], where: str) -> Any:
        """Read a mapping into a dataclass; what it does not know, lacks or has twice is a fault."""
        if not isinstance(node, yaml.MappingNode):
            self.add(node.start_mark.line, f"{where} has to be a mapping of names to what they hold.")
            return None
        known = {one.name: one for one in fields(made)}
        types = get_type_hints(made, include_extras=True)
        values: dict[str, Any] = {}
        tables: dict[str, list[_Item]] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line
            if name not in known:
                self.add(line, f"{where} has no `{name}`; {_suggest(name, known)}")
            elif name in values:
                self.add(line, f"`{name}` stands in {where} twice; join the two.")
            else:
                self._lines.setdefault(name, line)
                read_before = len(self._words)
                values[name] = self._read_value(value, types[name], f"`{name}`")
                tables[name] = self._words[read_before:]
        self._check_once({name: tables.get(name, []) for name in getattr(made, "ONCE", ())})
        missing = [name for name, one in known.items() if name not in values and _is_needed(one)]
        if missing:
            self.add(node.start_mark.line, f"{where} lacks {', '.join(f'`{name}`' for name in missing)}.")
        if missing or None in values.values():
            return None
        return made(**values)

    def check_about(self, made: Language, path: Path) -> None:
        """Check that the file is named by its code, and its words are written in its script."""
        about = made.about
        if not _CODE.fullmatch(about.code) or path.stem != about.code:
            self.add(
                self._lines["code"],
                f"`code` is {about.code!r}; it has to be the file's name, an ISO 639 code such as `en`.",
            )
        if about.script not in _SCRIPTS:
            self.add(self._lines["script"], f"`script` is {about.script!r}; allowed are {', '.join(_SCRIPTS)}.")
            return
        wanted = _SCRIPTS[about.script]
        for item in self._words:
            others = {script for script in map(_script_of, item.text) if script not in ("", wanted)}
            if others and len({_script_of(letter) for letter in item.text} - {""}) > 1:
                self.add(
                    item.line, f"`{item.text}` mixes letters of {wanted} and {', '.join(sorted(others))}; type it anew."
                )

    def _check_once(self, tables: Mapping[str, list[_Item]]) -> None:
        """Check that no word of these tables stands in two of them: it would be read one way only."""
        known: dict[str, tuple[str, int]] = {}
        for name, items in tables.items():
            for item in items:
                table, line = known.setdefault(item.text, (name, item.line))
                if table != name:
                    self.add(item.line, f"`{item.text}` stands in `{name}` and, line {line + 1}, `{table}`; keep one.")

    def _read_value(self, node: yaml.Node, kind: Any, where: str) -> Any:
        for keys in getattr(kind, "__metadata__", ()):
            if isinstance(keys, Keys):
                is_text = get_args(kind)[0] is Text
                return (self._read_choice if is_text else self._read_codes)(node, where, keys.allowed)
        read = self._readers.get(kind)
        return read(node, where) if read else self.read_record(node, kind, where)

    def _read_text(self, node: yaml.Node, where: str) -> str | None:
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        self.add(node.start_mark.line, f"{where} has to be one word.")
        return None

    def _read_choice(self, node: yaml.Node, where: str, allowed: Sequence[str]) -> str | None:
        text = self._read_text(node, where)
        if text is not None and text not in allowed:
            self.add(node.start_mark.line, f"{where} is `{text}`; {_suggest(text, allowed)}")
        return text

    def _read_items(self, node: yaml.Node, where: str) -> list[_Item]:
        if not isinstance(node, yaml.SequenceNode):
            self.add(node.start_mark.line, f"{where} has to be a list: [one, two], or a line of `- ` for each.")
            return []
        items = []
        for one in node.value:
            line = one.start_mark.line
            if not isinstance(one, yaml.ScalarNode) or not one.value.strip():
                self.add(line, f"{where} has something that is no word; put words of several parts into quotes.")
                continue
            if _STOPS.issuperset(one.value):
                self.add(line, f"{where} has `{one.value}`; stops and commas are read by themselves, leave it out.")
                continue
            items.append(_Item(unicodedata.normalize("NFC", " ".join(one.value.split())), line))
        return items

    def _read_words(self, node: yaml.Node, where: str) -> Words:
        return self._keep_once(self._read_items(node, where), {}, where)

    def _read_patterns(self, node: yaml.Node, where: str) -> Patterns:
        items = self._read_items(node, where)
        for item in items:
            if _SIGNS_OF_PATTERNS.isdisjoint(item.text):
                continue  # a word is a pattern; to compile each takes longer than to read the file
            try:
                re.compile(item.text)
            except re.error as error:
                self.add(item.line, f"{where} has `{item.text}`, which is no regular expression: {error}.")
        return tuple(item.text for item in items)

    def _read_place_phrases(self, node: yaml.Node, where: str) -> PlacePhrases:
        items = self._read_items(node, where)
        for item in items:
            if item.text.split().count(_NAME_OF_PLACE) != 1:
                self.add(item.line, f"{where} has `{item.text}`; write {{place}} once, where the name stands.")
        return self._keep_once(items, {}, where)

    def _read_groups(self, node: yaml.Node, where: str) -> Groups:
        return {key.value: self._keep_once(items, {}, where) for key, items in self._read_keys(node, where)}

    def _read_codes(self, node: yaml.Node, where: str, allowed: Sequence[str] = ()) -> Codes:
        known: dict[str, int] = {}
        codes: dict[str, str] = {}
        for key, items in self._read_keys(node, where):
            if allowed and key.value not in allowed:
                self.add(key.start_mark.line, f"{where} has no `{key.value}`; {_suggest(key.value, allowed)}")
            codes |= {word: str(key.value) for word in self._keep_once(items, known, where)}
        return codes

    def _read_keys(self, node: yaml.Node, where: str) -> Iterator[tuple[yaml.ScalarNode, list[_Item]]]:
        if not isinstance(node, yaml.MappingNode):
            self.add(node.start_mark.line, f"{where} has to be a mapping of keys to lists of words.")
            return
        for key, value in node.value:
            yield key, self._read_items(value, f"`{key.value}` of {where}")

    def _keep_once(self, items: list[_Item], known: dict[str, int], where: str) -> Words:
        for item in items:
            if item.text in known:
                self.add(item.line, f"{where} has `{item.text}` twice, first in line {known[item.text] + 1}; keep one.")
            known.setdefault(item.text, item.line)
        self._words += [_Item(item.text.replace(_NAME_OF_PLACE, ""), item.line) for item in items]
        return tuple(dict.fromkeys(item.text for item in items))


def _suggest(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    named = [f"`{one}`" for one in known]
    return f"allowed are {', '.join(named if len(named) <= _LISTED else [*named[:2], '…', named[-1]])}."


def _is_needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


@cache
def _script_of(letter: str) -> str:
    """Name the script of a letter as Unicode's names begin; empty for what is no letter."""
    return unicodedata.name(letter, "").split(" ", 1)[0] if letter.isalpha() else ""
