"""The time control in a real browser, beside a frame that stands for the map."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from visiting import PATIENCE_MS, ROOT, Visit, wait_until_up

from dashboard import phrases, words

Open = Callable[..., Visit]

FIRST, LAST = date(2017, 9, 1), date(2017, 12, 15)
START, END = date(2017, 11, 1), date(2017, 11, 14)
FRAME_MS = 8.0
NOTED = """() => {
window.noted = [];
window.addEventListener("dateline:window", ({detail}) => window.noted.push(detail));
window.frames_ms = [];
const ask = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (act) => ask((now) => {
  const began = performance.now();
  act(now);
  // Style and layout are a part of the frame's work.
  document.querySelector(".st-key-time")?.getBoundingClientRect();
  window.frames_ms.push(performance.now() - began);
});
}"""
# The control fetches its script from our server.
SERVER = """
import streamlit as st

from dashboard.server import ROUTES

app = st.App("app.py", routes=ROUTES)
"""
# One statement on each day, three on 6 December, one of the whole of October, one published on 10 December only.
APP = """
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.choices import Window
from dashboard.counting.days import build_scrubber_data
from dashboard.timeline.scrubber import show_scrubber

st.set_page_config(layout="wide")
first = date(2017, 9, 1)
days = int(st.query_params.get("days", "106"))
last = (pd.Timestamp(first) + pd.Timedelta(days=days - 1)).date()
every = pd.date_range(first, date(2017, 12, 10) if days < 200 else last)
frame = pd.concat([
    pd.DataFrame({"event_start": every, "event_end": every, "published_on": every + pd.Timedelta(days=1)}),
    pd.DataFrame({"event_start": [pd.Timestamp("2017-12-06")] * 2, "event_end": [pd.Timestamp("2017-12-06")] * 2}),
    pd.DataFrame({"event_start": [pd.Timestamp("2017-10-01")], "event_end": [pd.Timestamp("2017-10-31")]}),
])
state = st.session_state
state.setdefault("window_shown", Window(date(2017, 11, 1), date(2017, 11, 14), "event"))
state.setdefault("taken", [])


def take(window):
    state.window_shown = window
    state.taken.append(f"{window.start}/{window.end}/{window.basis}")


shown = state.window_shown
with st.container(key="map"):
    st.iframe("<script>told = []; dateline = {setWindow: (...window) => told.push(window)}</script>", height=60)
with st.container(key="time"):
    data = build_scrubber_data(frame, first, last)
    given = show_scrubber(data, shown, "scrubber", take)
with st.container(key="heard"):
    st.text(" ".join(state.taken) or "nothing")
    st.text(f"given {given.start if given else 'nothing'}")
    st.text(f"shown {shown.start}/{shown.end}/{shown.basis}")
if st.button("From elsewhere"):
    state.window_shown = Window(date(2017, 9, 4), date(2017, 9, 8), "publication")
    st.rerun()
if st.button("Again"):
    st.rerun()
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page of nothing but the control, a frame above it and what the server heard."""
    app = tmp_path_factory.mktemp("scrubber") / "app.py"
    app.write_text(APP, encoding="utf-8")
    served = app.with_name("served.py")
    served.write_text(SERVER, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(served), "--server.port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            wait_until_up(f"http://localhost:{port}/_stcore/health", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


class Opened:
    """A page with the control on it."""

    def __init__(self, visit: Visit) -> None:
        self.page = visit.page
        self.page.evaluate(NOTED)
        self.root = self.page.locator(".scrubber")
        expect(self.root.locator(".said b")).not_to_be_empty(timeout=PATIENCE_MS)
        self.page.locator(".st-key-map iframe").wait_for()
        frame = self.page.locator(".st-key-map iframe").element_handle().content_frame()
        assert frame
        self.frame = frame
        frame.wait_for_function("() => window.dateline")
        frame.evaluate("() => { window.sameFrame = true; }")

    def hit(self, name: str) -> Locator:
        return self.root.locator(f".hit.{name}")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def expect_said(self, start: date, end: date, statements: int | None = None) -> None:
        """The control's words are those Python has for the same window."""
        expect(self.root.locator(".said b")).to_have_text(phrases.span(start, end))
        if statements is not None:
            expect(self.root.locator(".said span")).to_have_text(phrases.statements(statements))

    def expect_heard(self, *windows: tuple[date, date, str]) -> None:
        """The server heard of these windows, each once, and of no other."""
        told = " ".join(f"{start}/{end}/{basis}" for start, end, basis in windows) or "nothing"
        heard = self.page.locator(".st-key-heard [data-testid=stText]")
        expect(heard.first).to_have_text(told, timeout=PATIENCE_MS)
        self.page.wait_for_timeout(500)
        expect(heard.first).to_have_text(told)
        assert self.frame.evaluate("() => window.sameFrame === true")
        assert self.page.locator(".st-key-map iframe").count() == 1

    def heard(self) -> list[str]:
        told = self.page.locator(".st-key-heard [data-testid=stText]").first.inner_text()
        return [] if told == "nothing" else told.split()

    def px_per_day(self, days: int = 106) -> float:
        return float(self.root.locator(".track").bounding_box()["width"]) / days  # type: ignore[index]

    def drag(self, name: str, days: float, *, steps: int = 12, let_go: bool = True) -> None:
        box = self.hit(name).bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + days * self.px_per_day(), y, steps=steps)
        if let_go:
            self.page.mouse.up()

    def told(self) -> list[Any]:
        told: list[Any] = self.frame.evaluate("() => window.told")
        return told


@pytest.fixture
def open_control(site: str, visit: Open) -> Callable[..., Opened]:
    def open_it(query: str = "", **options: Any) -> Opened:
        return Opened(visit(f"{site}/{query}", **options))

    return open_it


def number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


def move(day: date, days: int) -> date:
    return day + timedelta(days=days)


def test_a_handle_is_dragged_the_map_follows_and_the_server_hears_once(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.expect_said(START, END, 14)
    control.drag("end", 10, let_go=False)
    control.expect_said(START, move(END, 10), 24)
    told = control.told()
    assert len(told) > 3
    assert told[-1] == [number(START), number(END) + 10, "event"]
    assert [day for _, day, _ in told] == sorted(day for _, day, _ in told)
    assert control.page.evaluate("() => noted.at(-1)") == dict(zip(("start", "end", "basis"), told[-1], strict=True))
    assert control.heard() == []
    expect(control.hit("end")).to_be_focused()
    assert not control.hit("end").evaluate("hit => hit.matches(':focus-visible')")
    assert control.page.evaluate("() => getSelection().toString()") == ""
    control.page.mouse.up()
    control.expect_heard((START, move(END, 10), "event"))
    control.drag("start", 30)
    control.expect_said(move(END, 10), move(END, 10), 1)
    control.expect_heard((START, move(END, 10), "event"), (move(END, 10), move(END, 10), "event"))


def test_the_band_is_dragged_and_keeps_its_length(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.drag("band", -20)
    control.expect_said(move(START, -20), move(END, -20), 15)
    control.expect_heard((move(START, -20), move(END, -20), "event"))
    control.drag("band", -300)
    control.expect_said(FIRST, move(FIRST, 13))
    control.drag("band", 300)
    control.expect_said(move(LAST, -13), LAST)


def test_beside_the_window_the_ground_brings_it_there(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    box = control.root.locator(".track").bounding_box()
    assert box
    control.page.mouse.click(box["x"] + 20.5 * control.px_per_day(), box["y"] + 30)
    middle = move(FIRST, 20)
    control.expect_said(move(middle, -6), move(middle, 7))
    control.expect_heard((move(middle, -6), move(middle, 7), "event"))


@pytest.mark.parametrize(
    ("grip", "keys", "start", "end"),
    [
        ("start", ["ArrowLeft"] * 3, -3, 0),
        ("start", ["Shift+ArrowRight", "ArrowUp"], 8, 0),
        ("start", ["End"], 13, 0),
        ("start", ["Home"], -61, 0),
        ("end", ["ArrowDown", "PageDown"], 0, -8),
        ("end", ["Home"], 0, -13),
        ("end", ["End"], 0, 31),
        ("band", ["ArrowRight", "Shift+ArrowLeft"], -6, -6),
        ("band", ["End"], 31, 31),
        ("band", ["Home"], -61, -61),
    ],
)
def test_keys_move_handles_and_band(
    open_control: Callable[..., Opened], grip: str, keys: list[str], start: int, end: int
) -> None:
    control = open_control()
    control.hit(grip).focus()
    for key in keys:
        control.page.keyboard.press(key)
    control.expect_said(move(START, start), move(END, end))
    control.expect_heard((move(START, start), move(END, end), "event"))
    expect(control.hit(grip)).to_be_focused()


def test_the_sliders_say_themselves_in_words(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    sliders = control.root.get_by_role("slider")
    assert [slider.get_attribute("aria-label") for slider in sliders.all()] == [
        words.TIME_CONTROL["start"],
        words.TIME_CONTROL["band"],
        words.TIME_CONTROL["end"],
    ]
    expect(control.hit("start")).to_have_attribute("aria-valuetext", "1 November 2017")
    expect(control.hit("end")).to_have_attribute("aria-valuetext", "14 November 2017")
    expect(control.hit("band")).to_have_attribute("aria-valuetext", "1–14 November 2017, 14 statements")
    for slider in sliders.all():
        least, now, most = (int(slider.get_attribute(f"aria-value{name}") or "") for name in ("min", "now", "max"))
        assert least <= now <= most
    nameless = control.root.evaluate(
        """root => [...root.querySelectorAll('button, input, [role]')].filter((e) =>
             !(e.getAttribute('aria-label') || e.textContent.trim() || e.closest('label')?.textContent.trim())
             && !['status', 'alert'].includes(e.getAttribute('role'))).length"""
    )
    assert nameless == 0


def test_everything_is_reached_by_tab_and_the_focus_is_seen(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.button(words.TIME_CONTROL["play"]).focus()
    seen = []
    for _ in range(14):
        seen.append(
            control.root.evaluate(
                """root => { const e = root.getRootNode().activeElement;
                     return e && (e.dataset.do || e.dataset.step || e.dataset.date || e.dataset.preset || e.value
                       || e.dataset.grip); }"""
            )
        )
        control.page.keyboard.press("Tab")
    assert seen == (
        ["play", "speed", "-7", "-1", "1", "7", "start", "end", "week", "month", "all", "event", "start", "band"]
    )
    width = control.root.evaluate("root => getComputedStyle(root.querySelector('.grip.end')).outlineWidth")
    assert width == "2px"


def test_steps_by_day_and_week_are_heard_as_one(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    for name in ("week_on", "day_on", "day_on", "day_back"):
        control.button(words.TIME_CONTROL[name]).click()
    control.expect_said(move(START, 8), move(END, 8))
    control.expect_heard((move(START, 8), move(END, 8), "event"))
    control.button(words.TIME_CONTROL["week_back"]).click()
    control.expect_said(move(START, 1), move(END, 1))


@pytest.mark.timed
def test_play_moves_by_days_and_the_server_hears_at_most_once_a_second(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    for _ in range(2):
        control.root.locator("[data-do=speed]").click()
    expect(control.root.locator("[data-do=speed]")).to_have_text("4×")
    began = time.monotonic()
    control.button(words.TIME_CONTROL["play"]).click()
    control.page.wait_for_function("() => noted.length >= 12", timeout=PATIENCE_MS)
    control.button(words.TIME_CONTROL["pause"]).click()
    seconds = time.monotonic() - began
    moved = control.page.evaluate("() => noted")
    starts = [number(START), *(one["start"] for one in moved)]
    assert {b - a for a, b in pairwise(starts)} == {1}
    end = move(date(1970, 1, 1), moved[-1]["end"])
    control.expect_said(move(end, -13), end)
    control.page.wait_for_timeout(600)
    heard = control.heard()
    assert heard[-1] == f"{move(end, -13)}/{end}/event"
    assert 2 <= len(heard) <= seconds + 2
    assert control.frame.evaluate("() => window.sameFrame === true")


def test_space_plays_to_the_last_day_and_stops_there(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.hit("band").focus()
    control.page.keyboard.press("End")
    for _ in range(2):
        control.page.keyboard.press("ArrowLeft")
    control.page.keyboard.press("Space")
    expect(control.button(words.TIME_CONTROL["pause"])).to_be_visible()
    control.expect_said(move(LAST, -13), LAST)
    expect(control.button(words.TIME_CONTROL["play"])).to_be_visible()
    control.page.keyboard.press("Space")
    control.expect_said(move(FIRST, 1), move(FIRST, 14))
    control.page.keyboard.press("Space")
    expect(control.button(words.TIME_CONTROL["play"])).to_be_visible()


def test_play_of_everything_begins_with_a_week(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.button(words.TIME_CONTROL["preset_all"]).click()
    control.expect_said(FIRST, LAST, 104)
    control.button(words.TIME_CONTROL["play"]).click()
    control.expect_said(move(FIRST, 1), move(FIRST, 7))


@pytest.mark.timed
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_band_glides_only_where_motion_is_welcome(open_control: Callable[..., Opened], motion: str) -> None:
    control = open_control()
    control.page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    control.root.evaluate(
        """root => {
          window.places = new Set();
          const band = root.querySelector('.window');
          new MutationObserver(() => window.places.add(new DOMMatrix(getComputedStyle(band).transform).e))
            .observe(band, {attributes: true});
        }"""
    )
    control.button(words.TIME_CONTROL["play"]).click()
    control.page.wait_for_function("() => noted.length >= 2", timeout=PATIENCE_MS)
    control.page.wait_for_timeout(300)
    places = control.page.evaluate("() => [...window.places]")
    between = [x for x in places if abs(x / control.px_per_day() - round(x / control.px_per_day())) > 0.05]
    assert bool(between) == (motion == "no-preference")


def test_a_date_is_typed_in_many_ways(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    field = control.root.locator("[data-date=start]")
    for typed, day in (
        ("2017-10-09", date(2017, 10, 9)),
        ("10 Oct 2017", date(2017, 10, 10)),
        ("11 october 2017", date(2017, 10, 11)),
        ("Oct 12, 2017", date(2017, 10, 12)),
        ("Friday 13th of October, 2017", date(2017, 10, 13)),
        ("14.10.2017", date(2017, 10, 14)),
        ("15/10/17", date(2017, 10, 15)),
        ("16.10.", date(2017, 10, 16)),
        (" 17 oct ", date(2017, 10, 17)),
        ("2017/10/8", date(2017, 10, 8)),
        ("October 2017", date(2017, 10, 1)),
        ("2017-09", date(2017, 9, 1)),
    ):
        field.fill(typed)
        field.press("Enter")
        control.expect_said(day, END)
        expect(field).to_have_value(phrases.day(day, short=True))
    heard = control.page.locator(".st-key-heard [data-testid=stText]").first
    expect(heard).to_have_text(re.compile(r"2017-09-01/2017-11-14/event$"), timeout=PATIENCE_MS)
    assert len(set(control.heard())) == len(control.heard())


def test_a_month_typed_as_the_end_is_its_last_day_and_the_start_gives_way(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    field = control.root.locator("[data-date=end]")
    field.fill("sept 2017")
    field.press("Tab")
    control.expect_said(date(2017, 9, 30), date(2017, 9, 30))


def test_what_is_no_date_is_told_and_changes_nothing(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    field = control.root.locator("[data-date=start]")
    for typed in ("soon", "31 June 2017", "2017-13-01", "9", "", "<b>9</b>", "9 10 2017 nov 3"):
        field.fill(typed)
        field.press("Enter")
        expect(control.root.locator(".fault")).to_have_text(words.TIME_CONTROL["bad_date"].format(value=typed))
        expect(field).to_have_attribute("aria-invalid", "true")
    control.expect_heard()
    field.fill("9 Nov 2017")
    field.press("Enter")
    expect(control.root.locator(".fault")).to_be_hidden()
    control.expect_said(date(2017, 11, 9), END)


def test_a_date_outside_becomes_the_nearest_and_is_told(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    field = control.root.locator("[data-date=end]")
    field.fill("2018-05-01")
    field.press("Enter")
    control.expect_said(START, LAST)
    expect(control.root.locator(".fault")).to_contain_text("1 September 2017 to 15 December 2017")


def test_presets_are_the_last_week_of_data_the_month_and_all(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    heard = []
    for preset, start, end, statements in (
        ("preset_week", date(2017, 12, 4), date(2017, 12, 10), 9),
        ("preset_month", date(2017, 12, 1), LAST, 10 + 2),
        ("preset_all", FIRST, LAST, 104),
    ):
        button = control.button(words.TIME_CONTROL[preset])
        expect(button).to_have_attribute("aria-pressed", "false")
        button.click()
        control.expect_said(start, end, statements)
        expect(button).to_have_attribute("aria-pressed", "true")
        heard.append((start, end, "event"))
        control.expect_heard(*heard)


def test_the_switch_counts_the_other_date(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    spans = control.root.locator(".soft .spans")
    expect(spans).to_have_attribute("d", re.compile("M"))
    control.root.get_by_role("radio", name=words.TIME_CONTROL["basis_publication"]).check()
    expect(spans).to_have_attribute("d", "")
    control.expect_heard((START, END, "publication"))
    control.page.wait_for_timeout(100)
    assert control.told()[-1] == [number(START), number(END), "publication"]
    control.button(words.TIME_CONTROL["preset_week"]).click()
    control.expect_said(date(2017, 12, 5), date(2017, 12, 11), 7)
    control.root.get_by_role("radio", name=words.TIME_CONTROL["basis_publication"]).focus()
    control.page.keyboard.press("ArrowLeft")
    control.expect_said(date(2017, 12, 5), date(2017, 12, 11), 8)


def test_over_the_bars_day_and_count_are_told(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    box = control.root.locator(".track").bounding_box()
    assert box
    for day, told in ((date(2017, 12, 6), "3 statements"), (date(2017, 10, 9), "1 statement · 1 more in wider dates")):
        control.page.mouse.move(box["x"] + ((day - FIRST).days + 0.5) * control.px_per_day(), box["y"] + 30)
        expect(control.root.locator(".tip b")).to_have_text(phrases.day(day))
        expect(control.root.locator(".tip span")).to_have_text(told)
    control.page.mouse.move(box["x"], box["y"] - 200)
    expect(control.root.locator(".tip")).to_be_hidden()


def test_what_the_server_sets_itself_is_shown_and_not_sent_back(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.hit("band").press("ArrowRight")
    control.expect_heard((move(START, 1), move(END, 1), "event"))
    control.page.get_by_role("button", name="From elsewhere").click()
    control.expect_said(date(2017, 9, 4), date(2017, 9, 8), 5)
    expect(control.root.get_by_role("radio", name=words.TIME_CONTROL["basis_publication"])).to_be_checked()
    control.expect_heard((move(START, 1), move(END, 1), "event"))
    control.hit("band").press("ArrowRight")
    control.expect_said(date(2017, 9, 5), date(2017, 9, 9))


def test_a_run_of_the_server_does_not_move_the_window_under_a_hand(open_control: Callable[..., Opened]) -> None:
    control = open_control()
    control.drag("end", 5, let_go=False)
    control.page.evaluate("() => [...document.querySelectorAll('button')].find((b) => b.innerText === 'Again').click()")
    control.page.wait_for_timeout(800)
    control.expect_said(START, move(END, 5))
    control.page.mouse.up()
    control.expect_heard((START, move(END, 5), "event"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 110), (1024, 110), (390, 150)])
def test_it_fits_in_wide_and_narrow_pages(
    open_control: Callable[..., Opened], width: int, height: int, theme: str
) -> None:
    control = open_control(width=width, theme=theme)
    box = control.root.bounding_box()
    assert box
    assert box["height"] <= height
    assert control.page.evaluate("() => document.documentElement.scrollWidth") <= width
    tops = {
        round(button.bounding_box()["y"])  # type: ignore[index]
        for button in control.root.locator(".buttons button:visible").all()
    }
    assert len(tops) == 1
    for grip in ("start", "band", "end"):
        hit = control.hit(grip).bounding_box()
        assert hit
        least = 44 if width == 390 else 16
        assert hit["width"] >= least
        assert hit["height"] >= least
        assert hit["x"] >= box["x"]
        assert hit["x"] + hit["width"] <= box["x"] + box["width"] + 1


def test_on_a_phone_fingers_drag_even_a_window_of_one_day(open_control: Callable[..., Opened]) -> None:
    control = open_control(width=390, height=844)
    control.hit("end").press("Home")
    control.expect_heard((START, START, "event"))
    edges = []
    for grip in ("start", "band", "end"):
        box = control.hit(grip).bounding_box()
        assert box
        edges.append((box["x"], box["x"] + box["width"]))
    assert edges[0][1] <= edges[1][0] + 0.5
    assert edges[1][1] <= edges[2][0] + 0.5
    session = control.page.context.new_cdp_session(control.page)
    box = control.hit("end").bounding_box()
    assert box
    x, y = box["x"] + 22, box["y"] + 22
    days = 10
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        at = {"x": x + step * days / 10 * control.px_per_day(), "y": y}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    control.expect_said(START, move(START, days))
    control.expect_heard((START, START, "event"), (START, move(START, days), "event"))


def test_on_a_phone_the_other_choices_are_behind_a_button(open_control: Callable[..., Opened]) -> None:
    control = open_control(width=390, height=844)
    more = control.button(words.TIME_CONTROL["more"])
    choice = control.button(words.TIME_CONTROL["preset_all"])
    expect(choice).to_be_hidden()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    choice.click()
    control.expect_said(FIRST, LAST)
    control.page.keyboard.press("Escape")
    expect(choice).to_be_hidden()
    expect(more).to_be_focused()


@pytest.mark.timed
def test_dragging_costs_little_even_over_three_years(open_control: Callable[..., Opened]) -> None:
    control = open_control("?days=1100")
    control.page.evaluate("() => { window.frames_ms.length = 0; }")
    box = control.hit("band").bounding_box()
    assert box
    control.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30)
    control.page.mouse.down()
    for _ in range(2):
        control.page.mouse.move(box["x"] + 900, box["y"] + 30, steps=60)
        control.page.mouse.move(box["x"], box["y"] + 30, steps=60)
    control.page.mouse.up()
    spent = sorted(control.page.evaluate("() => window.frames_ms"))
    assert len(spent) > 60
    assert spent[int(len(spent) * 0.95)] < FRAME_MS
