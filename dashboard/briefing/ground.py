"""The ground of the briefing picture: the base map, its projection on to the sheet, and its scale.

The projection is Lambert's azimuthal equal-area about the middle of the view: equal areas stay equal, so tinted regions
may be compared, and the scale is true in the middle. Views wider than a hemisphere's worth are drawn in Equal Earth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer

from dashboard.briefing.labels import Box
from dashboard.briefing.scales import choose_round
from dashboard.briefing.style import Paints

Extent = tuple[float, float, float, float]
Floats = NDArray[np.float64]

LAYERS = ("world", "neighbour", "focus", "lake", "river", "coast", "border", "division", "label")
_MIN_SPAN_DEG = 0.35
_WIDE_DEG = 110.0
_SPHERE = Geod(ellps="WGS84")


class BaseLayers:
    """The features of a base map, by layer.

    Parameters
    ----------
    features : GeoDataFrame
        Degrees (WGS 84); columns `layer` (one of `LAYERS`), and where they apply `kind`, `name`, `rank`, `disputed`.
    """

    def __init__(self, features: gpd.GeoDataFrame) -> None:
        columns = ["layer", "kind", "name", "rank", "disputed", "geometry"]
        empty = gpd.GeoDataFrame({column: [] for column in columns[:-1]}, geometry=[], crs=4326)
        self._features = features.reindex(columns=columns) if len(features) else empty

    @classmethod
    def read(cls, path: Path) -> "BaseLayers":
        """Read `basemap.geojson`.

        Raises
        ------
        OSError
            When the file can't be read.
        """
        return cls(gpd.read_file(path))

    def select(self, layer: str, kind: str | None = None) -> gpd.GeoDataFrame:
        """Return the features of a layer, and of a kind of label; may be empty."""
        chosen = self._features["layer"] == layer
        return self._features[chosen & (self._features["kind"] == kind) if kind else chosen]


@dataclass(frozen=True, slots=True)
class Frame:
    """How the world lies in a rectangle of the sheet.

    Attributes
    ----------
    panel : Box
        The rectangle, in pixels, y up.
    crs : pyproj.CRS
        The projection, in metres.
    x_m, y_m : float
        Projected coordinates of the panel's middle.
    m_per_px : float
        Metres of the projection a pixel.
    middle_deg : float
        Longitude the projection is centred on.
    """

    panel: Box
    crs: CRS
    x_m: float
    y_m: float
    m_per_px: float
    middle_deg: float

    @classmethod
    def fit(cls, extent: Extent, panel: Box) -> "Frame":
        """Return the closest view of `extent` (west, south, east, north; degrees) that shows all of it in `panel`."""
        west, south, east, north = _widen(extent)
        crs = _choose_projection(west, south, east, north)
        edge = shapely.segmentize(shapely.box(west, south, east, north), (east - west) / 24)
        xs, ys = _transformer(crs).transform(*shapely.get_coordinates(edge).T)
        m_per_px = max(
            (xs.max() - xs.min()) / (panel.right - panel.left), (ys.max() - ys.min()) / (panel.top - panel.bottom)
        )
        return cls(panel, crs, (xs.max() + xs.min()) / 2, (ys.max() + ys.min()) / 2, m_per_px, (west + east) / 2)

    @classmethod
    def about(cls, lon: float, lat: float, panel: Box, m_per_px: float) -> "Frame":
        """Return the view about a point (degrees) at a scale in metres a pixel.

        Parameters
        ----------
        lon : float
            Longitude of the middle, in degrees.
        lat : float
            Latitude of the middle, in degrees.
        panel : Box
            Where the map lies in the picture, in pixels.
        m_per_px : float
            Metres in a pixel.
        """
        crs = _choose_projection(lon, lat, lon, lat)
        return cls(panel, crs, 0.0, 0.0, m_per_px, lon)

    def to_sheet(self, lon: Any, lat: Any) -> tuple[Floats, Floats]:
        """Return the pixels of points given in degrees; infinite where the projection has no such point."""
        xs, ys = _transformer(self.crs).transform(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
        return self._shift(np.asarray(xs), np.asarray(ys))

    def to_degrees(self, x: Any, y: Any) -> tuple[Floats, Floats]:
        """Return longitude and latitude of pixels; infinite outside the globe."""
        middle = self.panel.centre
        xs = (np.asarray(x, dtype=float) - middle[0]) * self.m_per_px + self.x_m
        ys = (np.asarray(y, dtype=float) - middle[1]) * self.m_per_px + self.y_m
        lon, lat = _transformer(self.crs).transform(xs, ys, direction="INVERSE")
        return np.asarray(lon), np.asarray(lat)

    def project(self, shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Return the shapes in pixels of the sheet, cut to the panel; those outside are dropped."""
        if shapes.empty:
            return gpd.GeoDataFrame(shapes, geometry=[])
        west, _, east, _ = self._bounds()
        turns = [0.0, *([360.0] if east > 180 else []), *([-360.0] if west < -180 else [])]
        around = [self._project_turn(shapes, turn_deg) for turn_deg in turns]
        return pd.concat(around) if len(around) > 1 else around[0]

    def _project_turn(self, shapes: gpd.GeoDataFrame, turn_deg: float) -> gpd.GeoDataFrame:
        """Return what is in view of the shapes moved once around the globe, or not at all."""
        west, south, east, north = self._bounds()
        window = shapely.box(west - turn_deg, south, east - turn_deg, north)
        near = shapes[shapes.intersects(window)]
        cut = shapely.segmentize(near.geometry.intersection(window).to_numpy(), (east - west) / 48)
        moved = shapely.transform(cut, lambda points: points + np.array([turn_deg, 0.0]))
        pixels = shapely.transform(moved, lambda points: np.column_stack(self.to_sheet(*points.T)))
        inside = shapely.clip_by_rect(pixels, *self.panel)
        projected = gpd.GeoDataFrame(near.drop(columns="geometry"), geometry=inside)
        return projected[~projected.geometry.is_empty]

    def _shift(self, xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
        middle = self.panel.centre
        return (xs - self.x_m) / self.m_per_px + middle[0], (ys - self.y_m) / self.m_per_px + middle[1]

    def _bounds(self) -> Extent:
        """Return the degrees that hold the panel, all the world where it reaches a pole or beyond the globe."""
        box = self.panel.grow(30)
        xs, ys = np.meshgrid(np.linspace(box.left, box.right, 25), np.linspace(box.bottom, box.top, 25))
        lon, lat = self.to_degrees(xs.ravel(), ys.ravel())
        middle = self.middle_deg
        lon = (lon - middle + 180) % 360 - 180 + middle  # unwrapped: a view over the date line stays in one piece
        if not np.isfinite(lon).all() or np.abs(lat).max() > 84 or lon.max() - lon.min() > 180:
            return middle - 179.99, -90.0, middle + 179.99, 90.0
        pad = (lon.max() - lon.min()) / 20
        return lon.min() - pad, max(lat.min() - pad, -90.0), lon.max() + pad, min(lat.max() + pad, 90.0)


def _widen(extent: Extent) -> Extent:
    """Return the extent with some width and height: one place alone has neither."""
    west, south, east, north = extent
    wider, taller = (max(0.0, _MIN_SPAN_DEG - span) / 2 for span in (east - west, north - south))
    return west - wider, max(south - taller, -90.0), east + wider, min(north + taller, 90.0)


def _choose_projection(west: float, south: float, east: float, north: float) -> CRS:
    if east - west > _WIDE_DEG or north - south > _WIDE_DEG:
        return CRS.from_proj4(f"+proj=eqearth +lon_0={(west + east) / 2:.6f} +datum=WGS84")
    return CRS.from_proj4(f"+proj=laea +lat_0={(south + north) / 2:.6f} +lon_0={(west + east) / 2:.6f} +datum=WGS84")


@lru_cache(maxsize=8)
def _transformer(crs: CRS) -> Transformer:
    return Transformer.from_crs(4326, crs, always_xy=True)


def measure_scale(frame: Frame, most_px: float) -> tuple[float, float]:
    """Return a round length and its width on the sheet, true in the middle of the panel.

    Parameters
    ----------
    frame : Frame
        The view.
    most_px : float
        The widest the bar may be.

    Returns
    -------
    tuple of float
        Kilometres (1, 2 or 5 times a power of ten) and pixels.
    """
    x, y = frame.panel.centre
    lon, lat = frame.to_degrees([x - most_px / 2, x + most_px / 2], [y, y])
    _, _, metres = _SPHERE.inv(lon[0], lat[0], lon[1], lat[1])
    length_km = choose_round(metres / 1000)
    return length_km, most_px * length_km * 1000 / metres


def draw_land(axes: Any, base: BaseLayers, frame: Frame, palette: Paints, *, lift: float = 0) -> None:
    """Draw the land, the furthest first; `lift` raises it above other drawings.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Matplotlib's axes, in pixels of the picture.
    base : BaseLayers
        The layers of the base map.
    frame : Frame
        The part of the world that is drawn.
    palette : Paints
        The colours of the theme.
    lift : float
        How far above other layers it is drawn.
    """
    for layer in ("world", "neighbour", "focus"):
        colour = getattr(palette, layer)  # the outline closes the hairline gaps between the layers
        _plot(
            axes, frame.project(base.select(layer)), facecolor=colour, edgecolor=colour, linewidth=0.8, zorder=lift + 2
        )


def draw_waters(
    axes: Any, base: BaseLayers, frame: Frame, palette: Paints, *, width: float = 1.0, lift: float = 0
) -> None:
    """Draw coast, lakes and rivers, larger rivers wider; `width` scales the lines.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Matplotlib's axes, in pixels of the picture.
    base : BaseLayers
        The layers of the base map.
    frame : Frame
        The part of the world that is drawn.
    palette : Paints
        The colours of the theme.
    width : float
        How much thicker than usual lines are.
    lift : float
        How far above other layers it is drawn.
    """
    _plot(axes, frame.project(base.select("coast")), color=palette.coast, linewidth=width, zorder=lift + 4)
    lakes = frame.project(base.select("lake"))
    _plot(axes, lakes, facecolor=palette.water, edgecolor=palette.coast, linewidth=0.6 * width, zorder=lift + 4)
    rivers = frame.project(base.select("river"))
    if not rivers.empty:
        widths = (3.1 - 0.3 * pd.to_numeric(rivers["rank"]).fillna(7).clip(1, 8)) * width
        _plot(axes, rivers, color=palette.river, linewidth=widths.to_numpy(), zorder=lift + 4, capstyle="round")


def draw_lines(
    axes: Any,
    base: BaseLayers,
    frame: Frame,
    palette: Paints,
    *,
    width: float = 1.0,
    lift: float = 0,
    divisions: bool = True,
) -> None:
    """Draw first divisions dashed, national borders solid, disputed ones dotted; `width` scales the lines.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Matplotlib's axes, in pixels of the picture.
    base : BaseLayers
        The layers of the base map.
    frame : Frame
        The part of the world that is drawn.
    palette : Paints
        The colours of the theme.
    width : float
        How much thicker than usual lines are.
    lift : float
        How far above other layers it is drawn.
    divisions : bool
        Whether borders of first divisions are drawn.
    """
    if divisions:
        dashed = (0, (5, 3))
        lines = frame.project(base.select("division"))
        _plot(axes, lines, color=palette.division, linewidth=0.9 * width, linestyle=dashed, zorder=lift + 5)
    borders = frame.project(base.select("border"))
    if borders.empty:
        return
    disputed = borders["disputed"].fillna(value=False).astype(bool)
    _plot(axes, borders[~disputed], color=palette.border, linewidth=1.3 * width, zorder=lift + 5, capstyle="round")
    _plot(axes, borders[disputed], color=palette.border, linewidth=1.3 * width, linestyle=(0, (2, 2)), zorder=lift + 5)


def find_lines(base: BaseLayers, frame: Frame, layers: Sequence[str]) -> shapely.Geometry:
    """Return the lines of some layers in view as one prepared geometry in pixels.

    Parameters
    ----------
    base : BaseLayers
        The layers of the base map.
    frame : Frame
        The part of the world that is drawn.
    layers : sequence of str
        Names of the layers to be looked through.
    """
    parts = [frame.project(base.select(layer)) for layer in layers]
    lines = shapely.geometrycollections([shape for part in parts for shape in part.geometry])
    shapely.prepare(lines)
    return lines


def _plot(axes: Any, shapes: gpd.GeoDataFrame, **style: Any) -> None:
    if not shapes.empty:
        shapes.plot(ax=axes, aspect=None, **style)
