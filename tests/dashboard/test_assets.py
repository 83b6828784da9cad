"""Every script and style of the screen is sent, none writes HTML, and nothing else of the folder is sent."""

import asyncio
import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from dashboard.assets import (
    MEDIA_TYPES,
    SCREEN,
    address_asset,
    assets_version,
    find_asset,
    list_assets,
    read_asset,
    write_loader,
)
from dashboard.server import ROUTES

WRITES_HTML = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "srcdoc",
    "createContextualFragment",
    "setHTMLUnsafe",
)


def ask(path: str, accepted: str = "gzip") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of what our routes answer; the path is sent as it is."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    headers = [(b"accept-encoding", accepted.encode()), (b"host", b"localhost")]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers, "query_string": b"", "root_path": ""}
    asyncio.run(Starlette(routes=ROUTES)(scope, receive, send))
    start, *bodies = sent
    return (
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in bodies),
    )


def list_imports(script: Path) -> list[str]:
    """List what a script imports; types, which are imported in comments, do not count."""
    return re.findall(r"^(?:import|\}).*? from \"([^\"]+)\";", script.read_text(encoding="utf-8"), flags=re.MULTILINE)


def find_writers_of_html(folder: Path) -> set[str]:
    """Scripts below a folder that turn a string into elements or code; what comments say does not count."""
    found = set()
    for name, path in list_assets(folder).items():
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if path.suffix == ".js" and any(way in code for way in WRITES_HTML):
            found.add(name)
    return found


@pytest.mark.parametrize("name", list_assets())
def test_every_script_and_style_is_sent(name: str) -> None:
    status, headers, body = ask(address_asset(name))
    assert status == 200
    assert gzip.decompress(body) == read_asset(SCREEN / name)
    assert headers["content-type"].startswith(MEDIA_TYPES[Path(name).suffix])
    assert "immutable" in headers["cache-control"]
    assert ask(address_asset(name), accepted="")[2] == read_asset(SCREEN / name)


def test_nothing_is_left_out() -> None:
    lying = [path for path in SCREEN.rglob("*") if path.suffix in (".js", ".css")]
    assert sorted(SCREEN / name for name in list_assets()) == sorted(lying)
    assert len(lying) > 12


@pytest.mark.parametrize(
    "name",
    [
        "server.py",
        "assets.py",
        "claims.csv",
        "map/frame/window.d.ts",
        "map/frame",
        "",
        "../dashboard/map/frame/map.js",
        "map/../map/frame/map.js",
        "map/frame/../../server.py",
        "../README.md",
        "/etc/passwd",
        "map/frame/map.js\0.css",
        "map\\frame\\map.js",
    ],
)
def test_no_other_file_is_sent(name: str) -> None:
    assert ask(f"/assets/screen/{assets_version()}/{name}")[0] == 404
    assert find_asset(name) is None


def test_no_python_is_listed() -> None:
    assert {Path(name).suffix for name in list_assets()} == {".js", ".css"}


def test_what_is_asked_for_by_an_older_page_is_not_kept() -> None:
    status, headers, _ = ask("/assets/screen/000000000000/map/frame/map.js")
    assert (status, headers["cache-control"]) == (200, "no-cache")


def test_one_byte_of_any_script_or_style_is_another_version(tmp_path: Path) -> None:
    versions = set()
    for changed in ["", "map/a.js", "map/b.css"]:
        folder = tmp_path / f"of {changed}".replace("/", " ")
        (folder / "map").mkdir(parents=True)
        for name in ("map/a.js", "map/b.css"):
            (folder / name).write_text("b" if name == changed else "a")
        versions.add(assets_version(folder))
    (folder / "map" / "c.js").write_text("a")
    assets_version.cache_clear()
    list_assets.cache_clear()
    versions.add(assets_version(folder))
    assert len(versions) == 4


@pytest.mark.parametrize("name", ["timeline/control.js", "nodes/view.js", "search/search.js", "page/page.js"])
def test_a_component_asks_for_its_script_and_all_beside_it_at_once(name: str) -> None:
    folder, _, own = name.rpartition("/")
    asked = re.search(r"= (\[.*?\])\.map\(.*?new URL\(\"([^\"]+)/\"", write_loader(name))
    assert asked
    names = json.loads(asked[1])
    assert (asked[2], names[0]) == (address_asset(name).rpartition("/")[0], own)
    here = SCREEN / folder
    assert sorted(here / each for each in names) == sorted(here.rglob("*.js"))
    # So nothing is learnt of late.
    imported = {(here / each).parent / found for each in names for found in list_imports(here / each)}
    assert {path.resolve() for path in imported} <= {here / each for each in names}


def test_an_import_is_found(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text(
        'import { b } from "./b.js";\n/** @import { T } from "./t.js" */\nimport {\n  c,\n} from "../c.js";\n'
    )
    assert list_imports(script) == ["./b.js", "../c.js"]


def test_there_is_no_loader_of_what_is_no_script() -> None:
    with pytest.raises(KeyError):
        write_loader("scrubber.py")


def test_our_scripts_never_write_html() -> None:
    assert find_writers_of_html(SCREEN) == set()


@pytest.mark.parametrize("way", WRITES_HTML)
def test_a_script_that_writes_html_is_found(tmp_path: Path, way: str) -> None:
    room = tmp_path / "map" / "frame"
    room.mkdir(parents=True)
    (room / "new.js").write_text(f"// never\nexport const show = (box, name) => box.{way} = name;\n")
    (room / "good.js").write_text(f"// never {way}\n/** nor {way} */\nexport const show = 1;\n")
    assert find_writers_of_html(tmp_path) == {"map/frame/new.js"}


def test_a_style_is_sent_with_those_it_imports(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "tokens.css").write_text(":root { --a: 1px; }\n")
    style = tmp_path / "room" / "a.css"
    style.write_text('/* A. */\n@import "../tokens.css";\n\na { top: var(--a); }\n')
    assert read_asset(style) == b"/* A. */\n:root { --a: 1px; }\n\n\na { top: var(--a); }\n"
    style.write_text('@import "../none.css";\n')
    with pytest.raises(FileNotFoundError):
        read_asset(style)


def test_the_map_waits_for_no_style_that_another_imports() -> None:
    for name, path in list_assets().items():
        assert path.suffix != ".css" or b"@import" not in read_asset(path), name
    assert (SCREEN / "contract" / "tokens.css").read_bytes() in read_asset(SCREEN / "map" / "ground" / "ground.css")
