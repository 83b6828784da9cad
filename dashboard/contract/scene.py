"""What crosses between Python and the map's frame: what it is told, what it fetches, what it tells the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypedDict

Theme = Literal["light", "dark"]
"""Of the page around."""

Basis = Literal["event", "publication"]
"""Which date of a statement a window filters: that of the event, or of the report."""

Colour = Literal["one", "recency", "kind", "source"]
"""What the colour of a circle tells: nothing, how recent, what kind of place, which source tells most of it."""

Ground = Literal["own", "osm", "positron", "dark-matter", "imagery"]
"""What lies under the statements: our own vectors, or tiles from the internet."""

Answer = Literal["yes", "no"]
"""As the page's address has it."""

PlaceMark = Literal["circle", "shade", ""]
"""What a place has on the map; empty for what is counted and not drawn."""

Bounds = tuple[float, float, float, float]
"""South, west, north, east in degrees."""


@dataclass(frozen=True, slots=True)
class View:
    """What part of the earth the map shows.

    Attributes
    ----------
    lat, lon : float
        Its centre, WGS 84 degrees.
    zoom : float
        Leaflet's zoom level, up to `MAX_ZOOM`.
    """

    lat: float
    lon: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Flight:
    """Where the map should go, once.

    Attributes
    ----------
    number : int
        The map goes when it sees a number it has not seen yet, so a redraw never moves it.
    bounds : tuple of float, or None
        South, west, north, east in degrees, to be fitted.
    view : View or None
        A centre and zoom, where there are no bounds.
    """

    number: int
    bounds: Bounds | None = None
    view: View | None = None


class Look(TypedDict):
    """What a hand chooses on the map.

    Attributes
    ----------
    colour : Colour
        What the colour of a circle tells.
    links : {"yes", "no"}
        Whether the selected place is joined to those named in the same reports.
    ground : Ground
        What lies under the statements.
    """

    colour: Colour
    links: Answer
    ground: Ground


class MapScale(TypedDict):
    """Colours of the classes of one choice, and what each is called.

    Attributes
    ----------
    fills, labels : sequence of str
        As hex strings, and in words; of sources there are the labels of the last two classes alone.
    """

    fills: tuple[str, ...]
    labels: tuple[str, ...]


class MapColours(TypedDict):
    """What circles and their key are coloured with where colours mean something.

    Attributes
    ----------
    edge : str
        Edge of every circle whose colour means something.
    scales : mapping of Colour to MapScale
        Of each choice but that of one colour.
    recency_days : sequence of int
        Days before the end of the window up to which a latest statement is of each class.
    """

    edge: str
    scales: Mapping[Colour, MapScale]
    recency_days: tuple[int, ...]


class MapWords(TypedDict):
    """Words of legend and controls; the frame has none of its own."""

    controls: Mapping[str, str]
    key: str
    colour: str
    colours: Mapping[str, str]
    together: str
    lines: str
    places: str
    more: str
    circles: str
    regions: str
    uncertain: str
    fullscreen: str
    reset: str
    failed: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the map is told at every run: where to get what it draws, and what of it to show.

    Attributes
    ----------
    places, regions : str
        Addresses of the places as `PlaceRows`, and of the polygons.
    counts : mapping of str to str
        Address of the counts of each basis, as `counting.pack_counts` packs them.
    window : tuple of int
        First and last day shown, both included, numbered from 1970-01-01.
    basis : {"event", "publication"}
        Which date of a statement counts.
    uncertain : bool
        Whether placements count that are not certain.
    px_per_root : float
        Radius in pixels of a circle of one statement; radius grows with the root, so area tells the number.
    selected : str
        place_id of the selected place; empty for none.
    flight : Flight
        Where to go.
    theme : {"light", "dark"}
        Of the page around.
    words : MapWords
        Words of legend and controls.
    look : Look
        As the page has it; afterwards it is chosen on the map.
    colours : MapColours
        Of the theme.
    sources, source_counts : str, mapping of str to str
        Addresses of the commonest sources as `SourceRows`, and of their counts by basis; asked for when colours tell
        the source.
    links : str
        Address of the places named in the same reports as a place, as `LinkRows`.
    at_once : str
        Address of the counts of the window shown alone, which are there before those of all windows; empty where
        these are known anyway.
    """

    places: str
    regions: str
    counts: Mapping[Basis, str]
    window: tuple[int, int]
    basis: Basis
    uncertain: bool
    px_per_root: float
    selected: str
    flight: Flight
    theme: Theme
    words: MapWords
    look: Look
    colours: MapColours
    sources: str
    source_counts: Mapping[Basis, str]
    links: str
    at_once: str


class PlaceRows(TypedDict):
    """A row for each place, in the order of the counts.

    Attributes
    ----------
    ids, names : list of str
        place_id and preferred name.
    lats, lons : list of float
        WGS 84 degrees.
    kinds : list of int
        Class of kind, from `KIND_SEAT` to `KIND_SITE`.
    marks : list of PlaceMark
        What each has on the map.
    """

    ids: list[str]
    names: list[str]
    lats: list[float]
    lons: list[float]
    kinds: list[int]
    marks: list[PlaceMark]


class SourceRows(TypedDict):
    """The commonest sources, and which places they speak of.

    Attributes
    ----------
    names : list of str
        Of the sources, by their class.
    places, sources : list of int
        Of each pair its place's row and its source, in the order of the sources' counts.
    """

    names: list[str]
    places: list[int]
    sources: list[int]


class LinkRows(TypedDict):
    """Places that the same reports name as a place, the strongest first.

    Attributes
    ----------
    ids : list of str
        place_id.
    reports : list of int
        How many reports name both.
    """

    ids: list[str]
    reports: list[int]


class MapEvent(TypedDict):
    """What the frame tells the page, as the component's value.

    Attributes
    ----------
    event : int
        Counted up from 1 in each frame.
    frame : str
        Several may have been open before this one: the number alone does not tell a new event.
    place : str or None
        place_id of the place that was chosen.
    hand : bool
        Whether it was the viewer's doing: where no hand moved the map, what it shows is no choice.
    at : tuple of float
        Latitude and longitude of the centre in degrees, and the zoom.
    bounds : tuple of float
        South, west, north, east in degrees.
    look : Look
        As it is now.
    """

    event: int
    frame: str
    place: str | None
    hand: bool
    at: tuple[float, float, float]
    bounds: Bounds
    look: Look


class TileLayer(TypedDict):
    """Tiles from the internet that can lie under the statements.

    Attributes
    ----------
    key : Ground
        As the address of the page has it.
    name, attribution : str
        Set as text, and as the HTML that its maker asks for.
    url : str
        Leaflet's template of an address.
    max_zoom : int
        The nearest there is.
    """

    key: Ground
    name: str
    url: str
    attribution: str
    max_zoom: int


class FontFace(TypedDict):
    """A font of the map's names: its address, and "normal" or "italic"."""

    url: str
    style: str


class GroundWords(TypedDict):
    """Words of the ground's notes."""

    unreachable: str
    failed: str


class GroundScene(TypedDict):
    """What the ground is drawn with, told once for each frame.

    Attributes
    ----------
    url : str
        Address of the vectors.
    theme : {"light", "dark"}
        Of the page around.
    origin : tuple of float
        Latitude, longitude near which drawing is most exact.
    attribution, own_name : str
        Of our own vectors.
    fonts : list of FontFace
        Streamlit's own sans.
    tiles : list of TileLayer
        What else can be chosen.
    words : GroundWords
        Of its notes.
    """

    url: str
    theme: Theme
    origin: tuple[float, float]
    attribution: str
    own_name: str
    fonts: list[FontFace]
    tiles: list[TileLayer]
    words: GroundWords
