"""Reasons in a column: kinds and parts as JSON, so that the screen can say them in words of its own."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from geodata.model import Because
from geodata.wording import TEMPLATES, UNKNOWN_LANGUAGE, name_language, say, say_day


def pack_reasons(because: Because) -> str:
    """Write reasons as JSON: `[["carried", {"words": ["today"]}]]`.

    Parameters
    ----------
    because : Because
        The reasons.

    Returns
    -------
    str
        A day stands as `{"day": "2017-11-09"}`, reasons within a reason as `{"because": [...]}`.
    """
    return json.dumps([_pack(reason) for reason in because], ensure_ascii=False, separators=(",", ":"))


def say_packed(
    packed: str,
    templates: Mapping[str, str] | None = None,
    *,
    day: Callable[[date], str] = say_day,
    locale: str = "en",
) -> str:
    """Say reasons that lie in a column.

    Parameters
    ----------
    packed : str
        As `pack_reasons` writes them; empty for none.
    templates : mapping of str to str, optional
        Templates by kind; a kind that is missing is told by the template of `wording`. Under "unknown_language" stands
        what a language is called that nobody could tell.
    day : callable
        How a day is said.
    locale : str
        In which language languages are named.
    """
    because = [(kind, _unpack_parts(parts)) for kind, parts in json.loads(packed or "[]")]
    known = {**TEMPLATES, **(templates or {})}
    language = partial(name_language, locale=locale, unknown=known.get("unknown_language", UNKNOWN_LANGUAGE))
    return say(because, known, day=day, language=language)


def _pack(reason: tuple[str, Mapping[str, Any]]) -> list[Any]:
    kind, parts = reason
    return [kind, {name: _pack_part(part) for name, part in parts.items()}]


def _pack_part(part: Any) -> Any:
    if isinstance(part, date):
        return {"day": part.isoformat()}
    if isinstance(part, tuple) and part and not isinstance(part[0], str):
        return {"because": [_pack(reason) for reason in part]}
    return part


def _unpack_parts(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _unpack_part(part) for name, part in parts.items()}


def _unpack_part(part: Any) -> Any:
    match part:
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case {"because": reasons}:
            return tuple((kind, _unpack_parts(parts)) for kind, parts in reasons)
        case list():
            return tuple(part)
    return part
