"""Every colour of Dateline, each in this one place: page, map and picture take theirs from here.

The page has its colours from `.streamlit/config.toml`, which cannot import and is held equal to `PALETTES` by a test;
the map's frame from `tokens.css` and `constants.js`, which are made of them.

Source of the colours of kinds and sources: Okabe and Ito, Color Universal Design, 2008. Recency is one hue that fades
with age, so that its order is seen without a key and without telling red from green. Not all of them stand out from
the ground by themselves: each circle that means something by its colour has an edge of ink, and that does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.contract.scene import Theme

_VERMILION, _BLUE, _ORANGE, _SKY, _GREEN, _PURPLE = "#d55e00", "#0072b2", "#e69f00", "#56b4e9", "#009e73", "#cc79a7"
SOURCE_FILLS = (_VERMILION, _BLUE, _ORANGE, _SKY, _GREEN, _PURPLE)
"""Of the commonest sources, by class."""
KIND_FILLS = (_BLUE, _ORANGE, _SKY, _GREEN)
"""Of the kinds of place, by class; all but that of several kinds."""


@dataclass(frozen=True, slots=True)
class Land:
    """The colours of a ground, as hex strings.

    Attributes
    ----------
    focus, neighbour, world, water : str
        The countries told of, those beside them, the land beyond, and water.
    coast, border, division, river : str
        Lines: of water, of countries, within countries, of rivers.
    stream : str
        Names of waters.
    """

    focus: str
    neighbour: str
    world: str
    water: str
    coast: str
    border: str
    division: str
    river: str
    stream: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as hex strings.

    Attributes
    ----------
    voice : str
        The one loud colour: statements.
    tints : tuple of str
        Of regions, from the land towards the voice, fewest statements first.
    page, raised, rule, ink : str
        The sheet, what is raised from it, lines on it, and text in front.
    quiet : str
        Text behind.
    halo : str
        Around circles and lines of statements.
    plate, plate_rule, plate_ink : str
        Controls, legend and tooltips of the map, lines in them, and their text, which is that of names beside circles.
    land : Land
        The ground.
    country, region : str
        Names of the ground; those of towns are `quiet`, those of waters `land.stream`.
    recency : tuple of str
        Fills of circles by how recent their latest statement is, the latest first.
    other : str
        Fill of circles told of mostly by an uncommon source.
    several : str
        Fill of circles of several kinds, or told of mostly by no one source.
    """

    voice: str
    tints: tuple[str, ...]
    page: str
    raised: str
    rule: str
    ink: str
    quiet: str
    halo: str
    plate: str
    plate_rule: str
    plate_ink: str
    land: Land
    country: str
    region: str
    recency: tuple[str, ...]
    other: str
    several: str


PALETTES: Mapping[Theme, Palette] = {
    "light": Palette(
        voice="#c8402a",
        tints=("#f7ebe4", "#f2dacd", "#ecc6b5", "#e5b09b", "#dc9880"),
        page="#fcfbf8",
        raised="#f1ede4",
        rule="#d9d3c7",
        ink="#1d1b19",
        quiet="#6b655b",
        halo="#fbf9f4",
        plate="#fbf9f4",
        plate_rule="#d5cec1",
        plate_ink="#3b3731",
        land=Land(
            focus="#f5f2ea",
            neighbour="#eceae3",
            world="#eceae3",
            water="#d9e4e8",
            coast="#b4c6cd",
            border="#8f877a",
            division="#c4bcae",
            river="#9db9c4",
            stream="#7e9daa",
        ),
        country="#8a8377",
        region="#9c9487",
        recency=("#8c1808", "#d9472e", "#f0a58f", "#fbf3ee"),
        other="#77726a",
        several="#d3cdc2",
    ),
    "dark": Palette(
        voice="#ef6a50",
        tints=("#382a28", "#4a302b", "#5d372f", "#734034", "#8b4a3a"),
        page="#15181c",
        raised="#1f2329",
        rule="#353a41",
        ink="#eeeae3",
        quiet="#a9a297",
        halo="#15181c",
        plate="#1f2329",
        plate_rule="#3a3d42",
        plate_ink="#e4dfd5",
        land=Land(
            focus="#1f2329",
            neighbour="#181b20",
            world="#181b20",
            water="#0f181e",
            coast="#2c3a42",
            border="#7a746a",
            division="#45433f",
            river="#34505d",
            stream="#64838f",
        ),
        country="#979086",
        region="#7f796f",
        recency=("#ffdccf", "#f07a60", "#943d2d", "#2b2221"),
        other="#9b958b",
        several="#4a4c50",
    ),
}

# A projector's black is a grey: what is told apart on a dark screen by a shade falls together on the wall. So the land
# of a dark picture is lifted off its water and its sheet, and all lines with it. Names of waters, in thin italics, are
# to be read from the last row.
PROJECTED: Mapping[Theme, Land] = {
    "light": replace(PALETTES["light"].land, stream="#557b8a"),
    "dark": Land(
        focus="#2b3036",
        neighbour="#22262b",
        world="#22262b",
        water="#141d24",
        coast="#3b4a53",
        border="#8b8577",
        division="#565550",
        river="#3f5f6e",
        stream="#7fa6b7",
    ),
}
"""The ground of a picture that is made to be projected."""
