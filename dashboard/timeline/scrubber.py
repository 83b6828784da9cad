"""The time control: a histogram of statements over the days, and on it a window that is dragged, typed and played.

Everything that moves happens in the browser, in `timeline/control.js`; the server is told when the hand lets go.
What is counted is decided by whoever gives the statements, so the histogram follows any filter.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from dashboard import words
from dashboard.assets import SCREEN, write_loader
from dashboard.choices import Window
from dashboard.contract import ScrubberMessage
from dashboard.counting import ScrubberData

# Static: every word is set by the script as text.
_HTML = """
<div class="scrubber" role="group">
  <p class="said"><b></b> <span></span></p>
  <div class="buttons">
    <button type="button" data-do="play"><svg viewBox="0 0 16 16" aria-hidden="true"><path class="icon-play"
      d="M4 2.5v11l9-5.5z"/><path class="icon-pause" d="M4 3h3v10H4zM9 3h3v10H9z"/></svg></button>
    <button type="button" data-do="speed"></button>
    <span class="steps">
      <button type="button" data-step="-7"><svg viewBox="0 0 16 16" aria-hidden="true"><path class="line"
        d="M8 3 3 8l5 5M13 3 8 8l5 5"/></svg></button>
      <button type="button" data-step="-1"><svg viewBox="0 0 16 16" aria-hidden="true"><path class="line"
        d="M10.5 3l-5 5 5 5"/></svg></button>
      <button type="button" data-step="1"><svg viewBox="0 0 16 16" aria-hidden="true"><path class="line"
        d="M5.5 3l5 5-5 5"/></svg></button>
      <button type="button" data-step="7"><svg viewBox="0 0 16 16" aria-hidden="true"><path class="line"
        d="M3 3l5 5-5 5M8 3l5 5-5 5"/></svg></button>
    </span>
    <button type="button" data-do="more" aria-expanded="false" aria-controls="scrubber-choices"><svg
      viewBox="0 0 16 16" aria-hidden="true"><path class="line" d="M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3"
      /></svg></button>
  </div>
  <div class="choices" id="scrubber-choices">
    <span class="dates"><input type="text" data-date="start" autocomplete="off" spellcheck="false"
      aria-describedby="scrubber-fault"><span class="to" aria-hidden="true"></span><input type="text" data-date="end"
      autocomplete="off" spellcheck="false" aria-describedby="scrubber-fault"></span>
    <span class="presets" role="group"><button type="button" data-preset="week"></button><button type="button"
      data-preset="month"></button><button type="button" data-preset="all"></button></span>
    <span class="basis" role="radiogroup"><label><input type="radio" name="scrubber-basis"
      value="event"><span></span></label><label><input type="radio" name="scrubber-basis"
      value="publication"><span></span></label></span>
    <p class="fault" id="scrubber-fault" role="alert" hidden></p>
  </div>
  <div class="plot"><div class="track">
    <svg class="bars soft" aria-hidden="true"><path class="spans"/><path class="counts"/></svg>
    <svg class="bars loud" aria-hidden="true"><path class="spans"/><path class="counts"/></svg>
    <svg class="axis" aria-hidden="true"></svg>
    <div class="hover" hidden></div>
    <div class="hit start" role="slider" tabindex="0" data-grip="start"></div>
    <div class="hit band" role="slider" tabindex="0" data-grip="band"></div>
    <div class="hit end" role="slider" tabindex="0" data-grip="end"></div>
    <div class="window"></div>
    <div class="grip start"></div>
    <div class="grip end"></div>
    <div class="tip" hidden><b></b><span></span></div>
  </div></div>
  <p class="status" role="status"></p>
</div>
"""

_mount = st.components.v2.component(
    "dateline.scrubber",
    html=_HTML,
    css=(SCREEN / "timeline" / "scrubber.css").read_text(encoding="utf-8"),
    js=write_loader("timeline/control.js"),
)


def show_scrubber(
    data: ScrubberData,
    window: Window,
    key: str,
    on_change: Callable[[Window], None] | None = None,
) -> Window | None:
    """Show the control.

    Parameters
    ----------
    data : ScrubberData
        What it draws.
    window : Window
        What is shown, within the data's days.
    key : str
        Of the component; the same at every run, or the control is opened anew.
    on_change : callable or None
        Given the new window before the page is drawn again.

    Returns
    -------
    Window or None
        The window a hand has just set; None in a run that something else started.
    """

    def take() -> None:
        changed = read_window(st.session_state[key]["window"], data.first, data.last)
        if changed and on_change:
            on_change(changed)

    result = _mount(key=key, data=write_message(data, window), on_window_change=take)
    return read_window(result.get("window"), data.first, data.last)


def read_window(value: Any, first: date, last: date) -> Window | None:
    """Read what the browser sends; None for whatever is not a window within first and last.

    Parameters
    ----------
    value : Any
        A `contract.ScrubberAnswer`, if it is one; nothing of it is taken on trust.
    first, last : datetime.date
        The days the control covers, both included.
    """
    if not isinstance(value, dict):
        return None
    given = value.get("start"), value.get("end")
    basis = value.get("basis")
    if basis not in ("event", "publication") or not all(isinstance(day, str) for day in given):
        return None
    try:
        start, end = (date.fromisoformat(str(day)) for day in given)
    except ValueError:
        return None
    return Window(start, end, basis) if first <= start <= end <= last else None


def write_message(data: ScrubberData, window: Window) -> ScrubberMessage:
    """Write what the browser needs as plain values: days as days since the first, the first as ISO, and all words."""
    return {
        "first": data.first.isoformat(),
        "unit": data.unit,
        "events": list(data.events),
        "starts": list(data.starts),
        "ends": list(data.ends),
        "publications": list(data.publications),
        "spans": [((s.start - data.first).days, (s.end - data.first).days, s.statements) for s in data.spans],
        "window": ((window.start - data.first).days, (window.end - data.first).days),
        "basis": window.basis,
        "words": words.TIME_CONTROL,
    }
