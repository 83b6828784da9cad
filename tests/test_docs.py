"""The documents say what is true: commands, options, links and the picture."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

import geodata
from geodata.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def test_the_readme_names_every_command_with_every_option() -> None:
    for name, command in COMMANDS.items():
        assert f"python -m geodata {name}" in README, name
        for parameter in command.params:
            for option in (opt for opt in parameter.opts if opt.startswith("--") and opt != "--help"):
                assert option in README, f"{name} {option}"


def test_the_readme_names_no_option_that_is_not_there() -> None:
    parameters = [parameter for command in COMMANDS.values() for parameter in command.params]
    known = {option for parameter in parameters for option in parameter.opts} | {"--help"}
    for line in re.findall(r"python -m geodata [^\n`]*", README):
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line


def test_the_readme_lists_all_names_of_the_public_face_and_no_other() -> None:
    told = re.search(r"## From Python\n(.*?)\n## ", README, re.DOTALL)
    assert told
    table = [line for line in told[1].splitlines() if line.startswith("|")]
    names = re.findall(r"`(\w+)`", "\n".join(table))
    assert sorted(names) == geodata.__all__


@pytest.mark.slow
def test_the_readmes_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(example.splitlines()) <= 15
    (tmp_path / "geodata").symlink_to(ROOT / "geodata")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    told = capsys.readouterr().out
    assert re.search(r"2017-\d\d-\d\d \['[a-z-]+'", told)
    assert re.search(r"2017-11-19\s+retaken", told)
    assert (tmp_path / "store" / "manifest.json").is_file()


def test_every_make_target_told_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"run", "test", "check", "bench"} <= targets
    assert set(re.findall(r"`make ([a-z]+)", README)) <= targets


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:\s]+)\)", README))))
def test_every_link_of_the_readme_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).is_file()


def test_the_readme_opens_with_a_picture_and_two_commands() -> None:
    first_screen = README[:2200]
    assert re.search(r"!\[[^\]]{10,}\]\([^)]+\.png\)", first_screen)
    assert first_screen.index("make run") < first_screen.index("make test")


def test_every_requirement_is_pinned_with_its_purpose() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                pin = r"[A-Za-z0-9_.-]+(\[[a-z_]+\])?==[^\s;]+(; sys_platform \S+ \S+)?"
                assert re.fullmatch(rf"{pin} +# \S.*", line), line


def test_every_option_of_the_streamlit_config_has_its_reason() -> None:
    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    tomllib.loads(text)
    blocks = re.split(r"\n\s*\n", text)
    for block in blocks:
        if re.search(r"^\w+ *=", block, re.MULTILINE) and "theme" not in block:
            assert "#" in block, block


RECIPES = dict(re.findall(r"^### (a .*?)\n(.*?)(?=^##|\Z)", CONTRIBUTING, re.MULTILINE | re.DOTALL))


def list_files(recipe: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", recipe, re.MULTILINE)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_recipe_names_at_most_four_files_that_exist(recipe: str) -> None:
    files = list_files(recipe)
    assert 1 <= len(files) <= 4
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_the_recipes_are_those_that_are_asked_for() -> None:
    assert [name.split(" ")[1] for name in RECIPES] == ["language", "report", "facet", "mark", "table"]


def test_a_recipe_with_a_lost_file_or_too_many_would_be_told() -> None:
    assert list_files("| `gone.py` | x |\n| no file | y |\n") == ["gone.py"]
    assert not (ROOT / "gone.py").is_file()


def test_the_map_of_the_house_names_every_room_and_no_other() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    for contract in (each for each in contracts if each["type"] == "layers"):
        package = contract["containers"][0]
        told = re.search(rf"^{package}/ .*?\n(.*?)(?=^\w|^```)", CONTRIBUTING, re.MULTILINE | re.DOTALL)
        assert told
        rooms = {name.strip() for row in contract["layers"] for name in row.split("|")} - {"__main__"}
        words = set(re.findall(r"\w+", told[1]))
        assert rooms <= words, rooms - words
        heads = {name for row in told[1].splitlines() for name in re.findall(r"^  ((?:\w+, )*\w+)", row)}
        assert {name for head in heads for name in head.split(", ")} <= rooms


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:\s]+)\)", CONTRIBUTING))))
def test_every_link_of_contributing_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).is_file()


def test_contributing_tells_make_targets_that_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", CONTRIBUTING)) <= targets


def find_strangers(drawing: str) -> set[str]:
    rooms = {path.stem for package in ("geodata", "dashboard") for path in (ROOT / package).iterdir() if path.is_dir()}
    return set(re.findall(r"[\w.]+/?", drawing)) - rooms - {"gazetteer.csv", "reports/"}


def test_the_drawing_of_the_readme_names_rooms() -> None:
    told = re.search(r"## How it works\n```\n(.*?)```", README, re.DOTALL)
    assert told
    assert find_strangers(told[1]) == set()
    assert {"statements", "mentions", "resolution", "dates", "claims", "store"} <= set(re.findall(r"\w+", told[1]))


def test_a_drawing_with_what_is_no_room_would_be_told() -> None:
    assert find_strangers("reports/ ─► statements ─► recognise ─► map") == {"recognise"}


def find_lost_steps(reading: str) -> list[str]:
    heads = re.findall(r"^\d\. \*\*[^*]+\*\*(?: \(`(\w+)`(.*?)\))?", reading, re.MULTILINE)
    steps = [f"{room}/{name}" for room, inside in heads for name in ["__init__", *re.findall(r"`(\w+)`", inside)]]
    return [step for step in steps if not (ROOT / "geodata" / f"{step}.py").is_file()]


def test_the_steps_of_the_reading_are_rooms() -> None:
    reading = (ROOT / "geodata" / "READING.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\d\. \*\*", reading, re.MULTILINE)) == 6
    assert find_lost_steps(reading) == []


def test_a_step_that_is_no_room_would_be_told() -> None:
    assert find_lost_steps("1. **Places** (`resolution`: `matching` finds, `choose` chooses)") == ["resolution/choose"]
    assert find_lost_steps("1. **Mentions** (`recognise`): names") == ["recognise/__init__"]
