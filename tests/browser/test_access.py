"""No serious violation that axe-core finds, on each page and theme."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect
from visiting import PATIENCE_MS, Visit

PAGES = {
    "overview": ("", ".st-key-panel ul"),
    "place": ("?place=sy-al-bukamal", ".st-key-panel article"),
    "filtered": ("?q=army", ".st-key-panel article"),
    "reader": ("?place=sy-al-bukamal&report={report}", "[role=dialog] .text"),
    "facets": ("?q=army", ".st-key-facets button.facet"),
    "table": ("", "[role=dialog] [data-testid=stDataFrame]"),
    "search": ("", "[role=option]"),
    "left out": ("?q=army&left=hidden", ".st-key-panel article"),
    "statement": ("?place=sy-al-bukamal&from=2017-11-01&to=2017-11-30", ".st-key-panel .history button"),
}


def find_serious(shown: Page | Frame) -> dict[str, list[object]]:
    """What axe-core finds that keeps somebody out, by rule, with some of the elements."""
    found = Axe().run(shown, options={"iframes": False}).response["violations"]
    return {
        violation["id"]: [(node["target"], node.get("failureSummary")) for node in violation["nodes"][:4]]
        for violation in found
        if violation["impact"] in ("serious", "critical")
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_serious(sample_site: str, visit: Callable[..., Visit], page: str, theme: str) -> None:
    query, sign = PAGES[page]
    made = visit(sample_site + query.split("&report")[0], theme=theme)
    made.map_frame()
    if page == "reader":
        made.page.locator(".st-key-panel article .acts button").last.click()
    elif page == "facets":
        made.page.locator(".st-key-filter button").first.click()
    elif page == "table":
        made.page.locator(".st-key-table button").click()
    elif page == "search":
        made.page.get_by_role("combobox").first.fill("al")
    expect(made.page.locator(sign).first).to_be_visible(timeout=PATIENCE_MS)
    made.page.wait_for_timeout(500)  # what fades in is measured when it is there
    assert find_serious(made.page) == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("look", ["", "&colour=recency", "&colour=source"])
def test_axe_finds_nothing_serious_in_the_map(
    sample_site: str, visit: Callable[..., Visit], look: str, theme: str
) -> None:
    made = visit(f"{sample_site}?place=sy-al-bukamal{look}", theme=theme)
    frame = made.map_frame()
    frame.locator(".dateline-legend select").wait_for()
    assert find_serious(frame) == {}
