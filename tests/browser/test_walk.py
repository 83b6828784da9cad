"""Every state of the page: reached by mouse, by keyboard alone, and by its address, and the same each way.

A row of `STATES` is one state: where one starts, what the hand does, what the keys do, what the address then holds,
and how one sees that it is there. Full screen and play are left out: a browser grants the one only to a hand or a key,
and the other passes through the windows that are rows here.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import FrameLocator, Locator, expect
from test_viewer import click_circle
from visiting import PATIENCE_MS, Visit

from dashboard import words

Open = Callable[..., Visit]
Act = Callable[[Visit], None]

FORTNIGHT = "from=2017-11-01&to=2017-11-14"
EVERYTHING = "from=2017-09-05&to=2017-12-11"
PLACE, REGION = "sy-al-bukamal", "sy-deir-ez-zor-governorate"
SELECTED = f"{FORTNIGHT}&place={PLACE}"
# Filters, and the parameter each has in the address.
FACETS = {"kinds": "kind=", "regions": "in=", "matches": "match=", "precisions": "dated="}
# More stops than this lie between nobody and anything on the page.
TABS_AT_MOST = 150


@dataclass(frozen=True)
class State:
    """One state of the page.

    Attributes
    ----------
    name : str
        What it is.
    start : str
        Query of the page it is reached from.
    mouse, keys : callable
        What the hand does, and what the keys do.
    holds : tuple of str
        Parts of the query afterwards; "-x" must not be in it.
    shown : callable
        Fails where the page does not show it.
    """

    name: str
    start: str
    mouse: Act
    keys: Act
    holds: tuple[str, ...]
    shown: Act


def panel(visit: Visit) -> Locator:
    return visit.page.locator(".st-key-panel .panel")


def map_of(visit: Visit) -> FrameLocator:
    return visit.page.frame_locator(".st-key-map iframe")


def button(name: str) -> Callable[[Visit], Locator]:
    return lambda visit: visit.page.get_by_role("button", name=name, exact=True).first


def in_panel(name: str) -> Callable[[Visit], Locator]:
    return lambda visit: panel(visit).get_by_role("button", name=name).first


def on_map(name: str) -> Callable[[Visit], Locator]:
    return lambda visit: map_of(visit).get_by_role("button", name=name).first


def row_of(place_id: str) -> Callable[[Visit], Locator]:
    return lambda visit: panel(visit).locator(f"button[data-act='place:{place_id}']").first


def click(target: Callable[[Visit], Locator]) -> Act:
    return lambda visit: target(visit).click()


def reach(visit: Visit, target: Locator) -> None:
    """Press Tab from where the keyboard is until the target has it."""
    expect(target).to_be_visible(timeout=PATIENCE_MS)
    has_focus = "it => it.ownerDocument.hasFocus() && it.getRootNode().activeElement === it"
    for _ in range(TABS_AT_MOST):
        if target.evaluate(has_focus):
            return
        visit.page.keyboard.press("Tab")
    pytest.fail(f"{target} is not reached by Tab")


def press(target: Callable[[Visit], Locator], *keys: str) -> Act:
    def act(visit: Visit) -> None:
        reach(visit, target(visit))
        for key in keys or ("Enter",):
            visit.page.keyboard.press(key)

    return act


def in_turn(*acts: Act) -> Act:
    def act(visit: Visit) -> None:
        for each in acts:
            each(visit)

    return act


def slider(name: str) -> Callable[[Visit], Locator]:
    return lambda visit: visit.page.get_by_role("slider", name=words.TIME_CONTROL[name], exact=True)


def radio(basis: str) -> Callable[[Visit], Locator]:
    return lambda visit: visit.page.locator(f"[name=scrubber-basis][value={basis}]")


def drag_end(visit: Visit) -> None:
    box = slider("end")(visit).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x - 60, y, steps=5)
    visit.page.mouse.up()


def narrow(visit: Visit) -> None:
    text = visit.page.locator("[data-date=end]").input_value()
    assert "14" not in text, text


def dates(start: str, end: str) -> Act:
    def check(visit: Visit) -> None:
        expect(visit.page.locator("[data-date=start]")).to_have_value(start, timeout=PATIENCE_MS)
        expect(visit.page.locator("[data-date=end]")).to_have_value(end, timeout=PATIENCE_MS)

    return check


def headed(name: str) -> Act:
    return lambda visit: expect(panel(visit).locator("h2")).to_have_text(name, timeout=PATIENCE_MS)


def click_region(visit: Visit) -> None:
    frame = visit.map_frame()
    frame.locator(f".dateline-region[data-place-id={REGION}]").wait_for(state="attached")
    spot = frame.evaluate(
        """id => {
          for (let x = 40; x < innerWidth; x += 20) for (let y = 40; y < innerHeight; y += 20)
            if (document.elementFromPoint(x, y)?.dataset?.placeId === id) return {x, y};
        }""",
        REGION,
    )
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert spot
    assert box
    visit.page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])


def type_words(query: str, *, choose: Act) -> Act:
    def act(visit: Visit) -> None:
        visit.page.keyboard.type(query)
        expect(visit.page.get_by_role("option").last).to_contain_text(query, ignore_case=True, timeout=PATIENCE_MS)
        choose(visit)

    return act


def search_box(visit: Visit) -> Locator:
    return visit.page.get_by_role("combobox", name=words.SEARCH)


def click_option(visit: Visit) -> None:
    visit.page.get_by_role("option").last.click()


def last_option(visit: Visit) -> None:
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("Enter")


def zoomed(visit: Visit) -> None:
    assert visit.map_frame().evaluate("() => window.map.getZoom()") >= 9


def claim_of_history(visit: Visit) -> Locator:
    """The last claim, which lies after the fortnight."""
    return panel(visit).locator(".history button").last


def told_statement(visit: Visit) -> None:
    """The card is marked and in sight, and it is of the day the claim tells."""
    card = panel(visit).locator("article[aria-current]")
    expect(card).to_be_in_viewport(timeout=PATIENCE_MS)
    expect(card).to_be_focused(timeout=PATIENCE_MS)


def reader(visit: Visit) -> Locator:
    return visit.page.get_by_role("dialog")


def filter_button(visit: Visit) -> Locator:
    return visit.page.locator(".st-key-filter button").first


def first_of(visit: Visit, facet: str) -> Locator:
    return visit.page.locator(f"button.facet[data-act^='facet:{facet}:']").first


def each_facet(choose: Callable[[Visit, Locator], None]) -> Act:
    def act(visit: Visit) -> None:
        for facet in FACETS:
            choose(visit, first_of(visit, facet))
            expect(first_of(visit, facet)).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)

    return act


def press_facet(visit: Visit, facet: Locator) -> None:
    reach(visit, facet)
    visit.page.keyboard.press("Enter")


def close_facets(visit: Visit) -> None:
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("button.facet")).to_have_count(0)
    expect(filter_button(visit)).to_be_focused()


def claim(visit: Visit) -> Locator:
    return panel(visit).locator(".history [data-act^='statement:']").first


def colour(visit: Visit) -> Locator:
    return map_of(visit).get_by_role("combobox", name=words.MAP_COLOUR)


def lines(visit: Visit) -> Locator:
    return map_of(visit).get_by_role("checkbox", name=words.LEGEND_LINES)


STATES = [
    State(
        "the window a day on",
        FORTNIGHT,
        click(button(words.TIME_CONTROL["day_on"])),
        press(slider("band"), "ArrowRight"),
        ("from=2017-11-02", "to=2017-11-15"),
        dates("2 Nov 2017", "15 Nov 2017"),
    ),
    State(
        "a shorter window", FORTNIGHT, drag_end, press(slider("end"), *["ArrowLeft"] * 3), ("-to=2017-11-14",), narrow
    ),
    State(
        "all days",
        FORTNIGHT,
        click(button(words.TIME_CONTROL["preset_all"])),
        press(button(words.TIME_CONTROL["preset_all"])),
        ("from=2017-09", "to=2017-12"),
        lambda visit: expect(button(words.TIME_CONTROL["preset_all"])(visit)).to_be_visible(),
    ),
    State(
        "the day it was published",
        FORTNIGHT,
        click(radio("publication")),
        press(radio("event"), "ArrowRight"),
        ("by=publication",),
        lambda visit: expect(radio("publication")(visit)).to_be_checked(),
    ),
    State(
        "a place",
        FORTNIGHT,
        lambda visit: click_circle(visit, PLACE),
        press(row_of(PLACE)),
        (f"place={PLACE}",),
        headed("Al-Bukamal"),
    ),
    State(
        "a region",
        FORTNIGHT,
        click_region,
        press(row_of(REGION)),
        (f"place={REGION}",),
        headed("Deir ez-Zor Governorate"),
    ),
    State(
        "all places again",
        SELECTED,
        click(in_panel(words.BACK)),
        press(in_panel(words.BACK)),
        ("-place=",),
        lambda visit: expect(panel(visit)).to_contain_text(words.ORIENTATION, timeout=PATIENCE_MS),
    ),
    State(
        "the newest first",
        SELECTED,
        click(in_panel(words.NEWEST_FIRST)),
        press(in_panel(words.NEWEST_FIRST)),
        ("order=newest",),
        lambda visit: expect(in_panel(words.OLDEST_FIRST)(visit)).to_be_visible(timeout=PATIENCE_MS),
    ),
    State(
        "a whole report",
        SELECTED,
        click(in_panel(words.WHOLE_REPORT)),
        press(in_panel(words.WHOLE_REPORT)),
        ("report=",),
        lambda visit: expect(reader(visit).locator("mark").first).to_be_visible(timeout=PATIENCE_MS),
    ),
    State(
        "a place found by its name",
        FORTNIGHT,
        in_turn(
            click(search_box), type_words("Rawa", choose=lambda visit: visit.page.get_by_role("option").first.click())
        ),
        in_turn(press(search_box, "Home"), type_words("Rawa", choose=lambda visit: visit.page.keyboard.press("Enter"))),
        ("place=iq-rawa",),
        headed("Rawa"),
    ),
    State(
        "statements with a word",
        FORTNIGHT,
        in_turn(click(search_box), type_words("army", choose=click_option)),
        in_turn(press(search_box, "Home"), type_words("army", choose=last_option)),
        ("q=army",),
        lambda visit: expect(visit.page.locator(".st-key-headline")).to_contain_text("army", timeout=PATIENCE_MS),
    ),
    State(
        "a value of each filter",
        EVERYTHING,
        in_turn(click(filter_button), each_facet(lambda visit, facet: facet.click()), close_facets),
        in_turn(press(filter_button), each_facet(press_facet), close_facets),
        tuple(FACETS.values()),
        lambda visit: expect(button(words.FILTER_CLEAR)(visit)).to_be_visible(timeout=PATIENCE_MS),
    ),
    State(
        "what the map does not show",
        EVERYTHING,
        click(button(words.LEFT_OUT_SEE)),
        press(button(words.LEFT_OUT_SEE)),
        ("left=",),
        lambda visit: expect(panel(visit)).to_contain_text(words.LEFT_OUT, timeout=PATIENCE_MS),
    ),
    State(
        "a claim of the history",
        SELECTED,
        click(claim),
        press(claim),
        ("statement=",),
        lambda visit: expect(panel(visit).locator("article:focus")).to_have_count(1, timeout=PATIENCE_MS),
    ),
    State(
        "the words around a statement",
        SELECTED,
        click(in_panel(words.SHOW_CONTEXT)),
        press(in_panel(words.SHOW_CONTEXT)),
        ("context=",),
        lambda visit: expect(in_panel(words.HIDE_CONTEXT)(visit)).to_be_visible(timeout=PATIENCE_MS),
    ),
    State(
        "the table",
        FORTNIGHT,
        click(button(words.TABLE)),
        press(button(words.TABLE)),
        ("table=yes",),
        lambda visit: expect(visit.page.get_by_test_id("stDataFrame")).to_be_visible(timeout=PATIENCE_MS),
    ),
    State(
        "no report and no table",
        f"{FORTNIGHT}&table=yes",
        lambda visit: reader(visit).get_by_role("button", name="Close").click(),
        lambda visit: visit.page.keyboard.press("Escape"),
        ("-table=",),
        lambda visit: expect(reader(visit)).to_have_count(0, timeout=PATIENCE_MS),
    ),
    State(
        "circles by the day of their latest statement",
        FORTNIGHT,
        lambda visit: colour(visit).select_option("recency"),
        press(colour, *words.MAP_COLOURS["recency"][:9]),
        ("colour=recency",),
        lambda visit: expect(colour(visit)).to_have_value("recency", timeout=PATIENCE_MS),
    ),
    State(
        "no lines to other places",
        SELECTED,
        click(lines),
        press(lines, "Space"),
        ("links=no",),
        lambda visit: expect(lines(visit)).not_to_be_checked(timeout=PATIENCE_MS),
    ),
    State(
        "no filter",
        f"{FORTNIGHT}&q=army",
        click(button(words.FILTER_CLEAR)),
        press(button(words.FILTER_CLEAR)),
        ("-q=army",),
        lambda visit: expect(panel(visit)).to_contain_text(words.ORIENTATION, timeout=PATIENCE_MS),
    ),
    State(
        "what is left out",
        f"{FORTNIGHT}&q=army",
        click(button(words.LEFT_OUT_SEE)),
        press(button(words.LEFT_OUT_SEE)),
        ("left=hidden", "q=army"),
        lambda visit: expect(panel(visit).locator("article").nth(5)).to_be_visible(timeout=PATIENCE_MS),
    ),
    State(
        "names without a place",
        "from=2017-09-05&to=2017-12-11&left=undated",
        click(in_panel(words.LEFT_OUT_NAMES)),
        press(in_panel(words.LEFT_OUT_NAMES)),
        ("left=names",),
        lambda visit: expect(panel(visit)).to_contain_text(words.LEFT_OUT_WHY["names"], timeout=PATIENCE_MS),
    ),
    State(
        "the map again",
        f"{FORTNIGHT}&left=undated",
        click(in_panel(words.BACK)),
        press(in_panel(words.BACK)),
        ("-left=",),
        lambda visit: expect(panel(visit)).to_contain_text(words.ORIENTATION, timeout=PATIENCE_MS),
    ),
    State(
        "a statement of a place's history",
        SELECTED,
        click(claim_of_history),
        press(claim_of_history),
        ("statement=", "to=2017-11-19"),
        told_statement,
    ),
    State(
        "another view of the map",
        f"{FORTNIGHT}&at=34.6_40.9_8",
        click(on_map("Zoom in")),
        press(on_map("Zoom in")),
        ("at=34.6", "_9"),
        zoomed,
    ),
]


def holds(visit: Visit, parts: tuple[str, ...]) -> None:
    """Wait until the address holds the parts, and none of those with a minus."""
    visit.page.wait_for_function(
        """parts => parts.every((part) => part.startsWith("-")
          ? !location.search.includes(part.slice(1)) : location.search.includes(part))""",
        arg=list(parts),
        timeout=PATIENCE_MS,
    )


@pytest.mark.parametrize("state", STATES, ids=[state.name for state in STATES])
def test_a_state_is_reached_by_mouse_keyboard_and_address(sample_site: str, visit: Open, state: State) -> None:
    by_hand = visit(f"{sample_site}/?{state.start}")
    by_hand.map_frame()
    state.mouse(by_hand)
    holds(by_hand, state.holds)
    state.shown(by_hand)

    by_keys = visit(f"{sample_site}/?{state.start}")
    by_keys.map_frame()
    state.keys(by_keys)
    holds(by_keys, state.holds)
    state.shown(by_keys)

    by_address = visit(by_hand.page.url)
    by_address.map_frame()
    holds(by_address, state.holds)
    state.shown(by_address)
