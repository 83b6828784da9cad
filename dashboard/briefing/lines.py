"""Lines on the briefing picture from the selected place to those that the same reports name, as on the map."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.collections import LineCollection

from dashboard.briefing.ground import Frame
from dashboard.briefing.sheet import Sheet, to_points

_THIN_PX, _THICK_PX = 1.5, 5.0
_RIM_PX = 2.0
_UNDER_CIRCLES = 9.5


def draw_links(
    sheet: Sheet, circles: pd.DataFrame, frame: Frame, selected: str | None, links: Mapping[str, int]
) -> int:
    """Draw a line for each link, the stronger ones thicker and above.

    Parameters
    ----------
    sheet : Sheet
        What to draw on.
    circles : pandas.DataFrame
        `place_id, lat, lon`; may be empty. A line needs the circles of both its ends, in view or not.
    frame : Frame
        The view.
    selected : str or None
        Where all lines begin.
    links : mapping of str to int
        Reports that name both, by the `place_id` of the other end.

    Returns
    -------
    int
        Lines drawn.
    """
    ends = circles[circles["place_id"].isin(links)] if len(circles) else circles
    start = circles[circles["place_id"] == selected] if len(circles) else circles
    if ends.empty or start.empty:
        return 0
    reports = ends["place_id"].map(links).astype(int)
    ends = ends.assign(reports=reports).sort_values("reports", kind="stable")
    (x0,), (y0,) = frame.to_sheet(start["lon"].iloc[:1], start["lat"].iloc[:1])
    lines = [((x0, y0), end) for end in zip(*frame.to_sheet(ends["lon"], ends["lat"]), strict=True)]
    more = (ends["reports"] - 1) / max(int(reports.max()) - 1, 1)
    widths = (_THIN_PX + (_THICK_PX - _THIN_PX) * more).tolist()
    for nth, (line, width) in enumerate(zip(lines, widths, strict=True)):
        # Each with its rim before the next one: it keeps lines apart that cross.
        for colour, extra, alpha in ((sheet.palette.page, _RIM_PX, 0.55), (sheet.palette.ink, 0.0, 0.6)):
            sheet.axes.add_collection(
                LineCollection(
                    [line],
                    colors=colour,
                    linewidths=to_points(width + extra),
                    alpha=alpha,
                    capstyle="round",
                    zorder=_UNDER_CIRCLES + nth / 1000,
                )
            )
    return len(lines)
