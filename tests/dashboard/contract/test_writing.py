"""What is made of the contract is as it is declared, and one that is not is told."""

from dataclasses import fields, make_dataclass
from pathlib import Path

import pytest

from dashboard.contract import PALETTES, Palette, Scene, numbers
from dashboard.contract.__main__ import main
from dashboard.contract.writing import find_stale, list_tokens, write_files, write_types


def test_what_is_made_is_not_stale() -> None:
    assert find_stale() == []


@pytest.mark.parametrize("name", list(write_files()))
def test_one_that_is_stale_or_missing_is_told(name: str, tmp_path: Path) -> None:
    for made, text in write_files().items():
        (tmp_path / made).write_text(text, encoding="utf-8")
    path = tmp_path / name
    path.write_text(path.read_text() + " ")
    assert find_stale(tmp_path) == [name]
    path.unlink()
    assert find_stale(tmp_path) == [name]


def test_a_changed_number_is_noticed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(numbers, "SHADES", 4)
    assert "constants.js" in find_stale()
    assert main(["--check"]) >= 1
    assert "constants.js is not what its declarations make; run `make contract`" in capsys.readouterr().err


def test_the_command_makes_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.contract.__main__.FOLDER", tmp_path)
    monkeypatch.setattr("dashboard.contract.__main__.find_stale", lambda: find_stale(tmp_path))
    assert main([]) == 0
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == write_files()
    assert main(["--check"]) == 0


def test_a_changed_colour_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PALETTES, "dark", PALETTES["light"])
    assert {"constants.js", "tokens.css"} <= set(find_stale())


def test_a_field_is_in_the_types_as_soon_as_it_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = make_dataclass("Scene", [("sound", bool)], bases=(Scene,), frozen=True)
    longer.__module__, longer.__doc__ = Scene.__module__, Scene.__doc__
    monkeypatch.setattr("dashboard.contract.scene.Scene", longer)
    assert "  sound: boolean;\n" in write_types()
    assert "contract.d.ts" in find_stale()


def test_every_colour_of_a_palette_has_its_own_property() -> None:
    for palette in PALETTES.values():
        assert len(list_tokens(palette)) == sum(
            len(value) if isinstance(value, tuple) else len(fields(value)) if name == "land" else 1
            for name in Palette.__slots__
            for value in [getattr(palette, name)]
        )
