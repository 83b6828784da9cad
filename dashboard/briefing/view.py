"""The view on the screen -> what the picture for a slide shows; no Streamlit."""

from collections.abc import Iterable
from datetime import date

import geopandas as gpd
import pandas as pd
import streamlit as st

from dashboard import words
from dashboard.briefing.picture import BriefingView, draw_picture
from dashboard.briefing.places import Colours
from dashboard.builds import Build, Shown, load_as_of, open_store
from dashboard.choices import Filters, Selection, state
from dashboard.contract import Bounds, Theme
from dashboard.filters import load_sources_kept
from dashboard.map import BASEMAP_PATH, OWN_ATTRIBUTION, Drawing, find_bounds, make_drawing, page_theme


def make_briefing(
    drawing: Drawing,
    *,
    regions: gpd.GeoDataFrame,
    selection: Selection,
    sentence: str,
    bounds: Bounds,
    sources: Iterable[str],
    as_of: date | None,
    attribution: str,
    theme: Theme,
) -> BriefingView:
    """Gather what the picture needs from what the screen shows.

    Parameters
    ----------
    drawing : Drawing
        Circles and shades as on the map.
    regions : geopandas.GeoDataFrame
        place_id, geometry.
    selection : Selection
        Window and place.
    sentence : str
        The page's own line of words.
    bounds : tuple of float
        South, west, north, east of the map, in degrees.
    sources : iterable of str
        Where the reports shown are from; empty ones are left out.
    as_of : datetime.date or None
        The latest day a report of the store was published.
    attribution : str
        Whose data map and gazetteer are.
    theme : {"light", "dark"}
        As the page is.
    """
    south, west, north, east = bounds
    circles = pd.DataFrame(
        [(c.id, c.name, c.lat, c.lon, c.n, c.certain, c.colour) for c in drawing.circles],
        columns=["place_id", "name", "lat", "lon", "statements", "certain", "colour"],
    )
    shades = pd.DataFrame([(s.id, s.name, s.n) for s in drawing.shades], columns=["place_id", "name", "statements"])
    names = {c.id: c.name for c in drawing.circles} | {s.id: s.name for s in drawing.shades}
    return BriefingView(
        title=words.PICTURE_TITLE.format(name=names.get(selection.place_id, words.PICTURE_EVERYWHERE)),
        window=(selection.start, selection.end),
        as_of=as_of,
        sentence=sentence,
        extent=(west, south, east, north),
        circles=circles,
        shades=regions[["place_id", "geometry"]].merge(shades, on="place_id"),
        selected=selection.place_id or None,
        sources=tuple(sorted(set(filter(None, sources)))),
        attribution=attribution,
        theme=theme,
        colours=Colours(words.PICTURE_COLOURS[selection.colour], drawing.scale) if drawing.scale else None,
        links=drawing.links,
    )


def show_picture(build: Build, selection: Selection, filters: Filters, shown: Shown, sentence: str) -> None:
    """Show the button that makes a picture of the map; it keeps its place where there is nothing to draw.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    shown : Shown
        What the window shows, counted.
    sentence : str
        The line of words on top of the page.
    """
    # Asked for now: what draws the picture runs outside the session.
    theme, seen = page_theme(), state.map_seen()
    flown = state.first_flight(lambda: find_bounds(build, shown, selection)).bounds

    def draw() -> bytes:
        # Asked for at the click: a moved map reruns nothing of the page around it.
        bounds = seen.bounds or flown or find_bounds(build, shown, selection)
        assert bounds is not None, "where statements are shown there are places"
        view = make_briefing(
            make_drawing(build, selection, filters, shown, theme),
            regions=open_store(build).regions(),
            selection=selection,
            sentence=sentence,
            bounds=bounds,
            sources=load_sources_kept(build, selection, filters),
            as_of=load_as_of(build),
            attribution=OWN_ATTRIBUTION,
            theme=theme,
        )
        return draw_picture(view, BASEMAP_PATH)

    st.download_button(
        words.PICTURE,
        draw,
        file_name=words.PICTURE_FILE.format(start=selection.start, end=selection.end),
        mime="image/png",
        help=words.PICTURE_HELP,
        on_click="ignore",
        disabled=not shown.statements,
        key="picture",
    )
