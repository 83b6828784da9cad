"""Texts that would like to run: shown as text everywhere, run nowhere."""

from collections.abc import Callable

import pytest
from made_store import HOSTILE
from playwright.sync_api import expect
from visiting import PATIENCE_MS, Visit

from dashboard import words
from dashboard.contract import SOURCES_AT_MOST
from dashboard.text import show_controls

Open = Callable[..., Visit]


def is_untouched(visit: Visit) -> bool:
    """Nothing ran in the page or the map's frame, and nothing was made of a text but text."""
    strays = "img[src='x'], svg[onload], [onerror], [onmouseover], a[href^='javascript:'], script:not([src])"
    in_page = visit.page.evaluate(
        """strays => {
          const roots = [document, ...[...document.querySelectorAll('*')].map((e) => e.shadowRoot).filter(Boolean)];
          const found = roots.flatMap((root) => [...root.querySelectorAll(strays)]);
          return window.pwned === undefined && found.every((e) => !e.outerHTML.includes('pwned')) && document.title;
        }""",
        strays,
    )
    in_frame = visit.map_frame().evaluate("() => window.pwned === undefined")
    return in_page == words.TITLE and bool(in_frame)


def read(visit: Visit, selector: str) -> str:
    return str(visit.page.locator(selector).first.evaluate("e => e.textContent"))


def test_names_are_text_in_the_list_and_on_the_map(hostile_site: str, visit: Open) -> None:
    made = visit(f"{hostile_site}/?at=34.5_42.5_7")
    frame = made.map_frame()
    frame.locator(".dateline-region").nth(len(HOSTILE) - 1).wait_for(state="attached", timeout=PATIENCE_MS)
    circles, box = made.circles(), made.page.locator(".st-key-map iframe").bounding_box()
    assert box
    listed = read(made, ".st-key-panel .panel")
    assert not {"\x00", "\u202e"} & set(listed)
    drawn = frame.evaluate("() => [...document.querySelectorAll('.dateline-name')].map((e) => e.textContent)")
    for i, text in enumerate(HOSTILE):
        assert show_controls(text) in listed
        region = frame.locator(f".dateline-region[data-place-id=g{i}]")
        region.dispatch_event("mouseover")
        assert frame.locator(".dateline-region-tip bdi").last.evaluate("e => e.textContent") == show_controls(text)
        region.dispatch_event("mouseout")
        circle = circles[f"p{i}"]
        made.page.mouse.move(box["x"] + circle["x"], box["y"] + circle["y"])
        expect(frame.locator(".dateline-circle-tip bdi")).to_have_count(1)
        assert frame.locator(".dateline-circle-tip bdi").evaluate("e => e.textContent") == show_controls(text)
    assert set(drawn) <= {show_controls(text) for text in HOSTILE}
    assert len(drawn) >= 12
    assert is_untouched(made)


def test_names_of_sources_are_text_in_the_key_of_the_map(hostile_site: str, visit: Open) -> None:
    made = visit(f"{hostile_site}/?colour=source")
    key = made.map_frame().locator(".dateline-legend")
    expect(key).to_contain_text(words.SOURCE_SEVERAL, timeout=PATIENCE_MS)
    told = key.locator(".part:has(select) .item bdi").evaluate_all("all => all.map((e) => e.textContent)")[:-2]
    assert len(told) == SOURCES_AT_MOST
    assert set(told) <= {show_controls(text) for text in HOSTILE}
    assert key.locator(".part:has(select) .item bdi *").count() == 0
    assert is_untouched(made)


@pytest.mark.parametrize("i", range(len(HOSTILE)))
def test_a_place_its_statement_and_its_report_are_text(hostile_site: str, visit: Open, i: int) -> None:
    shown = show_controls(HOSTILE[i])
    made = visit(f"{hostile_site}/?place=p{i}&report=r{i}&at=34.5_42.5_7")
    reader = made.page.get_by_role("dialog")
    expect(reader.locator(".whole")).to_be_attached(timeout=PATIENCE_MS)
    # title, source and text of the report; name, statement, speaker, source and alias of the card
    assert read(made, "[role=dialog] h2.place") == shown
    assert read(made, "[role=dialog] .meta").startswith(shown)
    assert f"Lead {shown} trail" in read(made, "[role=dialog] .whole")
    assert read(made, ".st-key-panel h2.place") == shown
    assert read(made, ".st-key-panel .card .text") == f"Lead {shown} trail"
    speaker = f"{shown[:1].upper()}{shown[1:]}"
    assert read(made, ".st-key-panel .card .who") == f"{speaker} · {shown}"
    assert read(made, ".st-key-panel .card .match") == f"{shown} → {shown}, {words.METHODS['alias']}"
    assert is_untouched(made)


def test_facets_and_what_is_left_out_are_text(hostile_site: str, visit: Open) -> None:
    made = visit(f"{hostile_site}/?left=names")
    listed = made.page.locator(".st-key-panel ul.places bdi")
    expect(listed).to_have_count(len(HOSTILE), timeout=PATIENCE_MS)
    assert set(listed.all_text_contents()) == {show_controls(text) for text in HOSTILE}
    made.page.locator(".st-key-filter button").first.click()
    facets = made.page.locator(".st-key-facets")
    facets.get_by_role("button", name=words.ALL_VALUES.format(n=len(HOSTILE))).first.click()
    values = facets.locator("ul.whole bdi")
    expect(values).to_have_count(len(HOSTILE), timeout=PATIENCE_MS)
    assert set(values.all_text_contents()) == {show_controls(text) for text in HOSTILE}
    field = facets.get_by_role("searchbox").first
    field.fill("<img src=x onerror=window.pwned=1>")
    expect(values).to_have_count(1, timeout=PATIENCE_MS)
    assert is_untouched(made)


def test_a_link_with_a_hostile_place_is_told_as_text(hostile_site: str, visit: Open) -> None:
    made = visit(f"{hostile_site}/?place=%3Cimg%20src=x%20onerror=window.pwned=1%3E")
    expect(made.page.locator(".st-key-notices")).to_contain_text(
        "<img src=x onerror=window.pwned=1>", timeout=PATIENCE_MS
    )
    assert is_untouched(made)
