"""The map: the base map once, and on it a layer that moves; the only module that calls st_folium."""

from typing import get_args
from urllib.parse import urlencode

import streamlit as st

from dashboard.builds import Build, Shown, count_shown, load_limits, load_most, load_places, load_region_bounds
from dashboard.choices import Filters, Selection, state, write_filters
from dashboard.contract import Basis, Bounds, Scene, Theme
from dashboard.counting import number_day
from dashboard.map.colours import describe_colours
from dashboard.map.drawing import Drawing, choose_bounds, make_circles, make_shades, radius_scale
from dashboard.map.ground import build_base_map
from dashboard.map.loading import load_classes, load_links, load_scale
from dashboard.map.scene import build_layer, map_words

# The frame's height before the browser has read the page's style, which sets it.
_HEIGHT_PX = 560


@st.fragment
def show_map(build: Build, selection: Selection, shown: Shown) -> None:
    """Show the map and take what the viewer does on it.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    shown : Shown
        What the window shows, counted.

    Notes
    -----
    A fragment of its own: moving the map only writes the URL, and reruns nothing else of the page. When the base map's
    script changes, streamlit-folium opens a new frame. So the script is the same at every run and its first view a
    constant; the layer's script moves the map before anything is seen.
    """
    # The import registers the map's frame with the running server. `server.py` loads this module before there is one.
    from streamlit_folium import st_folium  # noqa: PLC0415

    theme = page_theme()
    key = f"map-{theme}"
    # What the viewer did is known before the map is drawn. Where the page runs anew for it, this run need not draw.
    if state.take_map_event(st.session_state.get(key)):
        st.rerun()
    scene = make_scene(build, selection, shown, theme)
    st_folium(
        build_base_map(theme, (0.0, 0.0), 3),
        key=key,
        height=_HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=build_layer(scene),
    )
    state.write_address()


def make_scene(build: Build, selection: Selection, shown: Shown, theme: Theme) -> Scene:
    """Make what the map is told of a selection; the numbers themselves it counts on its own.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    shown : Shown
        What the window shows, counted.
    theme : Theme
        Of the page.
    """
    folder = f"/assets/store/{build.version}"
    # The filters stand in the address, so that a browser keeps the answer for each choice of them.
    filters = urlencode(write_filters(state.filters()))
    asked = f"?{filters}" if filters else ""
    first, last = number_day(selection.start), number_day(selection.end)
    return Scene(
        places=f"{folder}/places.json",
        regions=f"{folder}/regions.geojson",
        counts={basis: f"{folder}/counts-{basis}.bin{asked}" for basis in get_args(Basis)},
        window=(first, last),
        basis=selection.basis,
        uncertain=selection.uncertain,
        px_per_root=radius_scale(load_most(build)),
        selected=selection.place_id,
        flight=state.first_flight(lambda: find_bounds(build, shown, selection)),
        theme=theme,
        words=map_words(),
        look={"colour": selection.colour, "links": "yes" if selection.links else "no", "ground": selection.ground},
        colours=describe_colours(theme),
        sources=f"{folder}/sources.json",
        source_counts={basis: f"{folder}/sources-{basis}.bin{asked}" for basis in get_args(Basis)},
        links=f"{folder}/links.json{asked}",
        at_once=f"{folder}/window.bin{asked}&first={first}&last={last}&by={selection.basis}" if asked else "",
    )


def make_drawing(build: Build, selection: Selection, filters: Filters, shown: Shown, theme: Theme) -> Drawing:
    """Make what a picture of the map shows.

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
    theme : Theme
        Of the page.
    """
    places, counts = load_places(build), shown.counts
    shades, _ = make_shades(places, counts)
    classes = load_classes(build, selection, filters)
    return Drawing(
        circles=make_circles(places, counts, selection.place_id, classes),
        shades=shades,
        scale=load_scale(build, selection, theme),
        links=load_links(build, selection, filters),
    )


def find_bounds(build: Build, shown: Shown, selection: Selection) -> Bounds | None:
    """Find what a newly opened map shows: where what is shown is, or where nothing is, what all the reports tell of.

    None where no report tells of any place.

    Parameters
    ----------
    build : Build
        The build that is shown.
    shown : Shown
        What the window shows, counted.
    selection : Selection
        What the viewer has chosen.
    """
    places, boxes = load_places(build), load_region_bounds(build)
    found = choose_bounds(places.join(shown.counts, how="inner"), boxes, selection.place_id)
    limits = load_limits(build)
    if found or limits is None:
        return found
    every = count_shown(build, limits.first, limits.last, "event", uncertain=True)
    return choose_bounds(places.join(every.counts, how="inner"), boxes, selection.place_id)


def page_theme() -> Theme:
    """Tell the theme of the page around; light before the browser has said it."""
    return "dark" if st.context.theme.type == "dark" else "light"
