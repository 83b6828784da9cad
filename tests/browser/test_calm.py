"""What is chosen changes what is shown, not where it stands: the map never moves or changes its size for it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect
from visiting import PATIENCE_MS, Visit

from dashboard import words

Open = Callable[..., Visit]
WINDOW = "from=2017-11-09&to=2017-11-22"
SIZES = pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])


def see_map(visit: Visit) -> Any:
    """Where the map stands on the page, and where in it a town is, in pixels; Leaflet may be one beside itself."""
    town = visit.map_frame().evaluate("() => window.map.latLngToContainerPoint([34.45, 40.92])")
    box = visit.page.evaluate(
        """() => {
          const {left, top, width, height} = document.querySelector(".st-key-map iframe").getBoundingClientRect();
          return [left, top + document.querySelector(".stMain").scrollTop, width, height];
        }"""
    )
    return pytest.approx([*box, town["x"], town["y"]], abs=1.5)


@SIZES
def test_a_notice_comes_and_goes_without_moving_the_map(sample_site: str, visit: Open, width: int, height: int) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&place=sy-al-bukamal", width=width, height=height)
    before = see_map(made)
    made.page.locator(".history button").first.click()
    notices = made.page.locator(".st-key-notices")
    expect(notices).to_contain_text(words.WINDOW_WIDENED.split(":")[0], timeout=PATIENCE_MS)
    assert see_map(made).expected == before
    made.page.get_by_role("button", name=words.SHOW_CONTEXT).first.click()
    expect(notices).not_to_contain_text(words.WINDOW_WIDENED.split(":")[0], timeout=PATIENCE_MS)
    assert see_map(made).expected == before


@SIZES
def test_a_longer_sentence_does_not_move_the_map(sample_site: str, visit: Open, width: int, height: int) -> None:
    made = visit(f"{sample_site}/?{WINDOW}", width=width, height=height)
    before = see_map(made)
    made.page.locator("[data-step='7']").click()
    made.page.locator("[data-step='7']").click()
    expect(made.page.locator(".st-key-headline")).to_contain_text("23 November – 6 December", timeout=PATIENCE_MS)
    assert see_map(made).expected == before


@pytest.mark.parametrize("width", [1024, 1280, 1440])
def test_a_filter_takes_no_room_from_the_map(sample_site: str, visit: Open, width: int) -> None:
    made = visit(f"{sample_site}/?{WINDOW}", width=width, height=800)
    there = visit(f"{sample_site}/?{WINDOW}&source=River+desk", width=width, height=800)
    there.map_frame()
    headline = there.page.locator(".st-key-headline [data-testid=stText]")
    expect(headline).to_contain_text("River desk", timeout=PATIENCE_MS)
    box = headline.bounding_box()
    assert box
    assert box["height"] < 50
    made.map_frame()
    frames = [one.page.locator(".st-key-map iframe").bounding_box() for one in (made, there)]
    assert frames[0] == frames[1]


def test_the_buttons_stay_where_they_are_when_nothing_is_found(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    made.map_frame()
    search = made.page.locator(".st-key-search")
    before = search.bounding_box()
    there = visit(f"{sample_site}/?{WINDOW}&q=zzzz")
    picture = there.page.get_by_role("button", name=words.PICTURE)
    expect(picture).to_be_disabled(timeout=PATIENCE_MS)
    assert there.page.locator(".st-key-search").bounding_box() == before


def test_what_is_left_out_opens_with_the_way_back_in_sight(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&place=sy-al-bukamal")
    made.map_frame()
    made.page.get_by_role("button", name=words.LEFT_OUT_SEE).click()
    panel = made.page.locator(".st-key-panel")
    expect(panel.get_by_role("heading", name=words.LEFT_OUT)).to_be_focused(timeout=PATIENCE_MS)
    expect(panel.locator("button.back")).to_be_in_viewport(ratio=1)


def test_a_spelling_of_another_script_stands_under_its_place(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    made.map_frame()
    made.page.locator(".st-key-search input").fill("دير الزور")
    first = made.page.get_by_role("option").first
    expect(first).to_contain_text("Deir ez-Zor", timeout=PATIENCE_MS)
    assert first.locator("small").evaluate("(note) => getComputedStyle(note).direction") == "ltr"


def test_what_can_be_chosen_stands_before_what_only_tells(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    made.map_frame()
    made.page.locator(".st-key-search input").fill("oil field")
    options = made.page.get_by_role("option")
    expect(options.last).to_contain_text(words.SEARCH_NOT_NAMED, timeout=PATIENCE_MS)
    told = options.all_inner_texts()
    words_at = next(at for at, text in enumerate(told) if words.SEARCH_WORDS.format(asked="oil field") in text)
    assert all(words.SEARCH_NOT_NAMED not in text for text in told[:words_at])
