"""How places are drawn: their colours, what lies close together, lines to places of the same reports, the ground."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Frame, Locator, Route, expect
from visiting import PATIENCE_MS, Visit

from dashboard import words
from dashboard.contract import RECENCY_DAYS, SOURCES_AT_MOST
from geodata.store.builds import Store

Open = Callable[..., Visit]
NOVEMBER = (date(2017, 11, 1), date(2017, 11, 14))
WINDOW = f"from={NOVEMBER[0]}&to={NOVEMBER[1]}"
# Near enough for every place of the sample to be drawn by itself.
NEAR = "at=34.450_40.920_13"


def list_placements(store: Path) -> pd.DataFrame:
    """What is said in the window of places that have circles, a row for each place and statement."""
    return Store.open(store).query(
        """SELECT p.place_id, p.report_id, p.statement_id, s.event_start, s.event_end, r.source, g.feature_code, g.kind
           FROM place_statements p JOIN places g USING (place_id) JOIN reports r ON r.report_id = p.report_id
           JOIN statements s ON s.statement_id = p.statement_id
           WHERE g.kind IN ('settlement', 'site') AND s.event_start <= $last AND s.event_end >= $first""",
        first=NOVEMBER[0],
        last=NOVEMBER[1],
    )


def colour_of(visit: Visit) -> dict[str, int]:
    """The class of every place, each drawn by itself."""
    circles = visit.circles()
    assert {circle["together"] for circle in circles.values()} == {1}
    return {place: circle["colour"] for place, circle in circles.items()}


def chooser(visit: Visit) -> Locator:
    return visit.map_frame().get_by_label(words.MAP_COLOUR)


def set_zoom(frame: Frame, zoom: int) -> None:
    frame.evaluate("zoom => window.map.setView([34.8, 40.6], zoom, {animate: false})", zoom)


def find_recency(rows: pd.DataFrame) -> int:
    """The class of the latest day on which a statement begins or ends inside the window."""
    first, last = (pd.Timestamp(day) for day in NOVEMBER)
    days = pd.concat([rows["event_start"], rows["event_end"]])
    inside = days[(days >= first) & (days <= last)]
    age = (last - inside.max()).days if len(inside) else 10**6
    return sum(age > limit for limit in RECENCY_DAYS)


def find_source(rows: pd.DataFrame, names: list[str]) -> int:
    counts = rows.groupby("source")["statement_id"].nunique()
    common = counts[counts.index.isin(names)]
    if len(common) and 2 * common.max() > len(rows):
        return names.index(str(common.idxmax()))
    return SOURCES_AT_MOST if 2 * (len(rows) - common.sum()) > len(rows) else SOURCES_AT_MOST + 1


def test_colours_tell_how_recent_and_are_chosen_by_keyboard(sample_site: str, sample_store: Path, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}")
    frame = made.map_frame()
    frame.evaluate("() => { window.sameFrame = true; }")
    assert set(colour_of(made).values()) == {0}
    assert "colour" not in made.page.url
    chooser(made).focus()
    made.page.keyboard.press("ArrowDown")
    made.wait_for_url("colour=recency")
    expect(chooser(made)).to_be_focused()
    expected = list_placements(sample_store).groupby("place_id").apply(find_recency, include_groups=False)
    assert colour_of(made) == expected.to_dict()
    assert len(set(expected)) == len(words.RECENCY_CLASSES)
    for label in words.RECENCY_CLASSES:
        expect(frame.locator(".dateline-legend")).to_contain_text(label)
    assert frame.evaluate("() => window.sameFrame === true")
    there = visit(made.page.url)
    assert colour_of(there) == expected.to_dict()
    expect(chooser(there)).to_have_value("recency")


def test_colours_follow_a_dragged_window_before_the_server_hears_of_it(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?from=2017-11-01&to=2017-11-14&{NEAR}&colour=recency")
    before = colour_of(made)
    frame, address = made.map_frame(), made.page.url
    last = (date(2017, 11, 20) - date(1970, 1, 1)) // timedelta(days=1)
    frame.evaluate("last => window.dateline.setWindow(last - 19, last, 'event')", last)
    after = colour_of(made)
    assert made.page.url == address
    assert set(before) < set(after)
    # None of them got younger by waiting, unless something new was said of it.
    assert any(after[place] > before[place] for place in before)


def test_colours_tell_the_kind_of_place(sample_site: str, sample_store: Path, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}&colour=kind")
    places = list_placements(sample_store).drop_duplicates("place_id").set_index("place_id")
    expected = {
        place: 3 if row["kind"] == "site" else 0 if re.match("PPL[AC]", row["feature_code"]) else 1
        for place, row in places.iterrows()
    }
    expected |= dict.fromkeys(places.index[places["feature_code"] == "PPLX"], 2)
    assert colour_of(made) == expected
    expect(made.map_frame().locator(".dateline-legend")).to_contain_text(words.KIND_CLASSES[0])


def test_colours_tell_the_source_of_most_statements(sample_site: str, sample_store: Path, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}&colour=source")
    frame = made.map_frame()
    items = frame.locator(".dateline-legend .part:has(select) .item")
    expect(items.last).to_have_text(words.SOURCE_SEVERAL)
    names = items.all_text_contents()[:-2]
    rows = list_placements(sample_store)
    assert set(names) <= set(Store.open(sample_store).query("SELECT source FROM reports")["source"])
    frame.wait_for_function("() => window.dateline.listCircles().some((circle) => circle.colour > 0)")
    expected = rows.groupby("place_id").apply(find_source, names, include_groups=False)
    assert colour_of(made) == expected.to_dict()
    assert len(set(expected)) > 2


def test_a_filter_is_on_the_map_before_all_windows_are_counted(
    sample_site: str, sample_store: Path, visit: Open
) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}")
    frame = made.map_frame()
    rows = list_placements(sample_store)
    source = rows["source"].mode()[0]
    expected = rows[rows["source"] == source].groupby("place_id").size()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    made.page.route("**/counts-event.bin?*", hold)
    made.page.get_by_role("button", name=words.FILTER, exact=True).click()
    made.page.locator("button.facet", has_text=source).first.click()
    # What holds the counts of all windows is asked for, and the map does not wait for it.
    is_drawn = "n => window.dateline.countCircles().statements === n"
    frame.wait_for_function(is_drawn, arg=int(expected.sum()), timeout=PATIENCE_MS)
    assert {place: circle["n"] for place, circle in made.circles().items()} == expected.to_dict()
    (route,) = held
    with made.page.expect_response(re.compile(r"counts-event\.bin\?")):
        route.continue_()
    assert {place: circle["n"] for place, circle in made.circles().items()} == expected.to_dict()


def test_what_the_address_asks_for_in_vain_is_told(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&colour=loud&ground=sea&links=maybe")
    notices = made.page.locator(".st-key-notices")
    for name, value in (("colour", "loud"), ("ground", "sea"), ("links", "maybe")):
        told = words.URL_BAD_CHOICE.split("{allowed}")[0].format(name=name, value=value)
        expect(notices).to_contain_text(told, timeout=PATIENCE_MS)
    assert set(colour_of_marks(made)) == {0}


def colour_of_marks(visit: Visit) -> list[int]:
    return [circle["colour"] for circle in visit.circles().values()]


@pytest.mark.parametrize("zoom", [3, 5, 6, 8, 10])
def test_no_place_is_lost_among_those_close_to_it(sample_site: str, visit: Open, zoom: int) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}")
    single = {place: circle["n"] for place, circle in made.circles().items()}
    set_zoom(made.map_frame(), zoom)
    circles = made.circles()
    assert {place: circle["n"] for place, circle in circles.items()} == single
    marks: dict[tuple[float, float], list[dict[str, Any]]] = {}
    for circle in circles.values():
        marks.setdefault((circle["x"], circle["y"]), []).append(circle)
    for drawn in marks.values():
        assert {circle["together"] for circle in drawn} == {len(drawn)}
        # The area of a mark is that of its statements.
        assert drawn[0]["r"] ** 2 == pytest.approx(25 * sum(circle["n"] for circle in drawn), rel=0.01)
    assert zoom > 8 or len(marks) < len(circles)


def test_a_group_says_what_it_holds_and_a_click_takes_it_apart(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    frame = made.map_frame()
    set_zoom(frame, 5)
    groups = [circle for circle in made.circles().values() if circle["together"] > 3 and circle["isTop"]]
    group = max(groups, key=lambda circle: circle["together"])
    number = group["together"]
    expect(frame.locator(".dateline-legend")).to_contain_text(words.LEGEND_TOGETHER)
    expect(frame.locator(".dateline-name", has_text=f"+{number - 1}").first).to_be_visible()
    box = made.page.locator(".st-key-map iframe").bounding_box()
    assert box
    x, y = box["x"] + group["x"], box["y"] + group["y"]
    made.page.mouse.move(x, y)
    expect(frame.locator(".dateline-circle-tip")).to_contain_text(words.MAP_PLACES.format(n=number))
    made.page.mouse.click(x, y)
    frame.wait_for_function("() => window.map.getZoom() > 5 && !window.map._animatingZoom", timeout=PATIENCE_MS)
    apart = made.circles()[group["id"]]
    assert apart["together"] < number
    assert "place=" not in made.page.url
    made.wait_for_url("at=")


def test_a_selected_place_is_never_part_of_a_group(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&at=34.8_40.6_5")
    member = next(place for place, circle in made.circles().items() if circle["together"] > 2)
    there = visit(f"{sample_site}/?{WINDOW}&at=34.8_40.6_5&place={member}")
    assert there.circles()[member]["together"] == 1
    expect(there.map_frame().locator(".dateline-name.selected .others")).to_have_text("")


def test_nothing_merges_or_splits_while_the_window_is_dragged(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?from=2017-09-05&to=2017-12-11&at=34.8_40.6_6")
    frame = made.map_frame()
    list_marks = "() => window.dateline.listCircles().map(({id, x, y}) => [id, `${x} ${y}`])"
    whole = dict(frame.evaluate(list_marks))
    last = (date(2017, 11, 14) - date(1970, 1, 1)) // timedelta(days=1)
    frame.evaluate("last => window.dateline.setWindow(last - 13, last, 'event')", last)
    part = dict(frame.evaluate(list_marks))
    assert 10 < len(part) < len(whole)
    places = list(part)
    for one in places:
        for other in places:
            assert (part[one] == part[other]) == (whole[one] == whole[other])


def test_lines_lead_to_the_places_of_the_same_reports(sample_site: str, sample_store: Path, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}&place=sy-al-bukamal")
    frame = made.map_frame()
    rows = list_placements(sample_store).drop_duplicates(["place_id", "report_id"])
    reports = set(rows["report_id"][rows["place_id"] == "sy-al-bukamal"])
    shared = rows[rows["report_id"].isin(reports) & (rows["place_id"] != "sy-al-bukamal")]
    expected = shared.groupby("place_id").size().to_dict()
    assert expected
    read = "() => Object.fromEntries(window.dateline.listCircles().filter((c) => c.link).map((c) => [c.id, c.link]))"
    frame.wait_for_function(f"() => Object.keys(({read})()).length > 0", timeout=PATIENCE_MS)
    assert frame.evaluate(read) == expected
    lines = frame.get_by_label(words.LEGEND_LINES)
    expect(lines).to_be_checked()
    lines.focus()
    made.page.keyboard.press("Space")
    made.wait_for_url("links=no")
    assert frame.evaluate(read) == {}
    there = visit(made.page.url)
    expect(there.map_frame().get_by_label(words.LEGEND_LINES)).not_to_be_checked()
    assert there.map_frame().evaluate(read) == {}
    # Nothing selected, nothing to join.
    nothing = visit(f"{sample_site}/?{WINDOW}")
    expect(nothing.map_frame().get_by_label(words.LEGEND_LINES)).to_be_hidden()


def test_the_ground_is_kept_in_the_address(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    frame = made.map_frame()
    frame.locator(".leaflet-control-layers-toggle").focus()
    made.page.keyboard.press("Enter")
    frame.get_by_label("OpenStreetMap").click()
    made.wait_for_url("ground=osm")
    there = visit(made.page.url)
    expect(there.map_frame().get_by_label("OpenStreetMap")).to_be_checked()
    # Tiles are asked for because they were chosen; here nobody answers, which the map tells.
    expect(there.map_frame().locator(".dateline-note")).to_contain_text("OpenStreetMap", timeout=PATIENCE_MS)
    for one in (made, there):
        assert one.outside
        assert all(address.startswith("https://tile.openstreetmap.org/") for address in one.outside)
        one.page.goto("about:blank")
        one.outside.clear()
        one.faults[:] = [
            fault for fault in one.faults if "openstreetmap" not in fault and "ERR_NAME_NOT_RESOLVED" not in fault
        ]


def test_every_control_of_the_map_is_reached_by_keyboard_and_shows_it(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&place=sy-al-bukamal")
    frame = made.map_frame()
    frame.get_by_label(words.LEGEND_LINES).wait_for()
    frame.locator("#map_div").focus()
    reached = []
    for _ in range(24):
        made.page.keyboard.press("Tab")
        found = frame.evaluate(
            """() => {
              const here = document.activeElement;
              if (!document.hasFocus() || here === document.body) return null;
              const style = getComputedStyle(here);
              const name = here.ariaLabel || here.labels?.[0]?.textContent || here.title || here.textContent;
              return [name.trim(), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1];
            }"""
        )
        if found is None:
            break
        reached.append(tuple(found))
    assert all(is_seen for _, is_seen in reached)
    names = [name for name, _ in reached]
    assert names == [
        *(words.MAP_CONTROLS[name] for name in ("zoom-in", "zoom-out")),
        words.MAP_RESET,
        words.MAP_FULL_SCREEN,
        words.MAP_CONTROLS["layers-toggle"],
        words.LEGEND,
        words.MAP_COLOUR,
        words.LEGEND_LINES,
    ]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390), (720, 450)])
def test_the_key_does_not_cover_the_map_of_a_phone(sample_site: str, visit: Open, width: int, height: int) -> None:
    """Nor on its side, nor on a screen of 1440 pixels at twice the size."""
    made = visit(f"{sample_site}/?{WINDOW}&colour=source&place=sy-al-bukamal", width=width, height=height)
    frame = made.map_frame()
    key = frame.locator(".dateline-legend")
    box, whole = key.bounding_box(), frame.locator("#map_div").bounding_box()
    assert box
    assert whole
    assert box["height"] < whole["height"] / 6
    below = made.page.locator(".st-key-time").bounding_box()
    assert below
    assert below["y"] >= whole["y"] + whole["height"]
    expect(chooser(made)).to_be_hidden()
    key.locator("summary").focus()
    made.page.keyboard.press("Enter")
    expect(chooser(made)).to_be_visible()
    opened = key.bounding_box()
    assert opened
    assert opened["width"] <= whole["width"]


def test_the_way_back_undoes_a_colour(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&{NEAR}")
    made.map_frame()
    chooser(made).select_option("kind")
    made.wait_for_url("colour=kind")
    made.page.wait_for_timeout(2500)  # what a hand has just left counts for more than what the page says
    made.page.go_back()
    expect(chooser(made)).to_have_value("one", timeout=PATIENCE_MS)
    assert set(colour_of(made).values()) == {0}
    # What the map tells of its new look is a run of its own, in which Streamlit forgets that the browser went on.
    made.page.wait_for_timeout(1000)
    made.page.go_forward()
    expect(chooser(made)).to_have_value("kind", timeout=PATIENCE_MS)
    assert len(set(colour_of(made).values())) > 1


def list_boxes(frame: Frame, selector: str) -> list[dict[str, float]]:
    """Where the elements of a kind are in the frame that have a size."""
    boxes = frame.locator(selector).evaluate_all(
        """(all) => all.map((one) => one.getBoundingClientRect())
          .map(({left, top, right, bottom}) => ({left, top, right, bottom}))"""
    )
    return [box for box in boxes if box["right"] > box["left"]]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_no_name_is_cut_by_the_edge_or_lies_under_a_control(
    sample_site: str, visit: Open, width: int, height: int
) -> None:
    made = visit(f"{sample_site}/?from=2017-09-05&to=2017-12-11&colour=source", width=width, height=height)
    frame = made.map_frame()
    frame.locator(".dateline-name").first.wait_for()
    controls = list_boxes(frame, ".leaflet-control")
    seen = 0
    # Wherever the map is: on a map that stands still the edge may happen to cut nothing.
    for _ in range(4):
        frame.evaluate("() => window.map.panBy([70, 50], {animate: false})")
        made.page.wait_for_timeout(300)
        for name in list_boxes(frame, ".dateline-name"):
            seen += 1
            assert name["left"] >= 0
            assert name["right"] <= frame.evaluate("() => innerWidth")
            for control in controls:
                assert (
                    name["right"] < control["left"] + 5
                    or name["left"] > control["right"] - 5
                    or (name["bottom"] < control["top"] + 5 or name["top"] > control["bottom"] - 5)
                )
    assert seen > 10


def test_a_group_bears_the_name_of_what_matters_most(sample_site: str, sample_store: Path, visit: Open) -> None:
    made = visit(f"{sample_site}/?from=2017-10-15&to=2017-10-28")
    frame = made.map_frame()
    every = Store.open(sample_store).query(
        """SELECT place_id, name, count(DISTINCT statement_id) AS n
           FROM place_statements JOIN places USING (place_id) GROUP BY ALL"""
    )
    called, totals = (dict(zip(every["place_id"], every[column], strict=True)) for column in ("name", "n"))
    told = ties = 0
    for zoom in (4, 5, 6, 7, 8):
        set_zoom(frame, zoom)
        groups: dict[tuple[float, float], list[dict[str, Any]]] = {}
        for circle in made.circles().values():
            groups.setdefault((circle["x"], circle["y"]), []).append(circle)
        named = [
            name.rpartition(" +")[0] for name in frame.locator(".dateline-name").all_text_contents() if " +" in name
        ]
        for group in groups.values():
            # Of those with most statements in the window the one with most over all dates.
            order = sorted(group, key=lambda circle: (-circle["n"], -totals[circle["id"]]))
            heads = [circle for circle in group if called[circle["id"]] in named]
            if len(group) < 2 or len(heads) != 1:
                continue
            told += 1
            ties += order[0]["n"] == order[1]["n"]
            assert (heads[0]["n"], totals[heads[0]["id"]]) == (order[0]["n"], totals[order[0]["id"]])
    assert told > 5
    assert ties > 1


def test_a_click_on_a_pair_goes_no_nearer_than_to_take_it_apart(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?from=2017-11-09&to=2017-11-22", width=390, height=844)
    frame = made.map_frame()
    before = frame.evaluate("() => window.map.getZoom()")
    circles = made.circles()
    pair = circles["sy-al-bukamal"]
    assert pair["together"] == 2
    box = made.page.locator(".st-key-map iframe").bounding_box()
    assert box
    made.page.mouse.click(box["x"] + pair["x"], box["y"] + pair["y"])
    frame.wait_for_function("() => window.dateline.listCircles().find((c) => c.id === 'sy-al-bukamal').together === 1")
    frame.wait_for_function("() => !window.map._animatingZoom")
    assert made.circles()["sy-al-bukamal"]["together"] == 1
    assert frame.evaluate("() => window.map.getZoom()") <= before + 2


def test_a_click_on_a_region_leaves_no_frame_around_it(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    region = made.map_frame().locator(".dateline-region[data-place-id='sy-deir-ez-zor-governorate']")
    region.click(position={"x": 150, "y": 150})
    made.wait_for_url("place=sy-deir-ez-zor-governorate")
    expect(region).to_be_focused()
    assert region.evaluate("(path) => getComputedStyle(path).outlineStyle") == "none"


def test_the_key_tells_whole_names_and_folds_away(sample_site: str, sample_store: Path, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&colour=source")
    frame = made.map_frame()
    items = frame.locator(".dateline-legend .part:has(select) .item bdi")
    expect(items.last).to_have_text(words.SOURCE_SEVERAL)
    is_cut = "(all) => all.filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).length"
    assert items.evaluate_all(is_cut) == 0
    frame.locator(".dateline-legend summary").click()
    expect(chooser(made)).to_be_hidden()


def test_no_number_of_places_in_one_spot_hides_the_map(sample_site: str, visit: Open) -> None:
    made = visit("about:blank")

    def move_together(route: Route) -> None:
        answer = route.fetch()
        places = answer.json()
        alike = {"lats": [34.5] * len(places["ids"]), "lons": [40.5] * len(places["ids"])}
        route.fulfill(response=answer, json=places | alike)

    made.page.route("**/places.json*", move_together)
    made.page.goto(f"{sample_site}/?from=2017-09-01&to=2017-12-11&at=34.5_40.5_8")
    frame = made.map_frame()
    (size,) = {(circle["r"], circle["together"]) for circle in made.circles().values()}
    assert size[1] > 100
    assert size[0] <= 72
    key, whole = frame.locator(".dateline-legend").bounding_box(), frame.locator("#map_div").bounding_box()
    assert key
    assert whole
    assert key["height"] < whole["height"] / 2
    discs = frame.locator(".dateline-legend .disc[style]").evaluate_all("all => all.map(disc => disc.offsetWidth)")
    assert max(discs) == pytest.approx(2 * size[0], abs=2), "the key has the scale of the map"
    set_zoom(frame, 14)
    largest = max(circle["n"] for circle in made.circles().values())
    expect(frame.locator(".dateline-legend .item", has=frame.locator(".disc[style]")).last).to_have_text(f"{largest}")
