"""The picture for a slide shows what the screen shows at the moment it is asked for."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Frame
from visiting import PATIENCE_MS, Visit

from dashboard import words
from dashboard.builds.loading import Build
from dashboard.choices.filters import Filters
from dashboard.choices.selection import Selection
from dashboard.contract import Basis, Colour
from dashboard.map.loading import load_classes, load_links
from geodata.store.builds import current_version

Open = Callable[..., Visit]
WINDOW = "from=2017-11-01&to=2017-11-14"
PLACE = "sy-al-bukamal"


def take_picture(visit: Visit) -> bytes:
    """Press the button once the page rests, and give the file."""
    visit.page.wait_for_timeout(1000)
    with visit.page.expect_download(timeout=60_000) as download:
        visit.page.get_by_role("button", name=words.PICTURE, exact=True).click()
    return download.value.path().read_bytes()


def pan(visit: Visit) -> None:
    """Drag the map as a hand does, and wait until the page has heard of it."""
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert box
    before = visit.page.url
    x, y = box["x"] + box["width"] * 0.15, box["y"] + box["height"] * 0.4
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x + 160, y + 90, steps=6)
    visit.page.mouse.up()
    visit.page.wait_for_function("url => location.href !== url", arg=before, timeout=PATIENCE_MS)


def choose_colour(frame: Frame, visit: Visit, colour: str) -> None:
    """Let the whole page be drawn anew."""
    frame.get_by_label(words.MAP_COLOUR).select_option(colour)
    part = "" if colour == "one" else f"colour={colour}"
    visit.page.wait_for_function(
        "part => part ? location.search.includes(part) : !location.search.includes('colour=')",
        arg=part,
        timeout=PATIENCE_MS,
    )


def test_a_picture_after_a_pan_alone_shows_what_is_on_the_screen(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}")
    frame = made.map_frame()
    first = take_picture(made)
    pan(made)
    moved = take_picture(made)
    assert moved != first
    # A page drawn anew draws the same picture.
    choose_colour(frame, made, "recency")
    choose_colour(frame, made, "one")
    assert take_picture(made) == moved


def test_a_link_to_a_view_gives_a_picture_of_that_view(sample_site: str, visit: Open) -> None:
    pictures = []
    for at in ("35.300_40.100_9", "34.500_40.900_9"):
        made = visit(f"{sample_site}/?{WINDOW}&at={at}")
        made.map_frame()
        address = made.page.url
        pictures.append(take_picture(made))
        assert made.page.url == address
    assert pictures[0] != pictures[1]


def test_a_place_the_map_went_to_is_in_the_picture(sample_site: str, visit: Open) -> None:
    far = f"{sample_site}/?{WINDOW}&at=36.300_43.100_9"
    gone = visit(far)
    gone.map_frame()
    gone.page.locator(f".st-key-panel [data-act='place:{PLACE}']").first.click()
    gone.wait_for_url(f"place={PLACE}")
    stayed = visit(f"{far}&place={PLACE}")
    stayed.map_frame()
    assert take_picture(gone) != take_picture(stayed)
    assert "at=36.300_43.100_9" in gone.page.url


@pytest.mark.parametrize("colour", ["recency", "kind", "source"])
@pytest.mark.parametrize(("basis", "uncertain"), [("event", True), ("publication", False)])
def test_the_picture_has_the_classes_and_lines_of_the_map(
    sample_site: str, sample_store: Path, visit: Open, colour: Colour, basis: Basis, uncertain: bool
) -> None:
    sure = "" if uncertain else "&uncertain=no"
    made = visit(f"{sample_site}/?{WINDOW}&at=34.450_40.920_13&colour={colour}&by={basis}&place={PLACE}{sure}")
    made.map_frame()
    made.page.wait_for_timeout(1500)  # sources and lines are asked for last
    circles = made.circles()
    build = Build(str(sample_store), str(current_version(sample_store)))
    chosen = Selection(date(2017, 11, 1), date(2017, 11, 14), basis, PLACE, uncertain=uncertain, colour=colour)
    classes = load_classes(build, chosen, Filters())
    assert {place: circle["colour"] for place, circle in circles.items()} == {
        place: classes[place] for place in circles
    }
    links = load_links(build, chosen, Filters())
    assert {place: circle["link"] for place, circle in circles.items() if circle["link"]} == links
    assert len({classes[place] for place in circles}) > 1
    assert links


def test_a_map_zoomed_out_beyond_the_world_gives_a_picture_too(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?{WINDOW}&at=30.000_40.000_0")
    frame = made.map_frame()
    assert frame.evaluate("() => window.map.getBounds().getWest()") < -180
    assert take_picture(made).startswith(b"\x89PNG")
