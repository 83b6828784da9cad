"""Types of Python as TypeScript has them."""

import re
from collections.abc import Mapping
from typing import Any, Literal, get_type_hints

import pytest

from dashboard.contract import messages
from dashboard.contract.declaring import write_declarations, write_type


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
    made = write_declarations([messages])
    node = made[made.index("export interface Node {") :].split("}\n")[0]
    assert re.findall(r"^  (\w+\??):", node, re.M) == [
        f"{name}{'?' if name in messages.Node.__optional_keys__ else ''}" for name in get_type_hints(messages.Node)
    ]
