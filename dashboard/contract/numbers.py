"""Numbers that both languages reckon with; a constant of `constants.js` each, told there as it is here."""

from typing import Annotated

MIN_ZOOM: Annotated[int, "No map is zoomed out further."] = 3
MAX_ZOOM: Annotated[int, "No map is zoomed in further."] = 18
APART_ZOOM: Annotated[int, "From this zoom on every place is drawn by itself: nearer nobody can go."] = 13

SHADES: Annotated[int, "Regions have at most as many tints."] = 5
BREAK_STEPS: Annotated[tuple[int, ...], "Where a tint can begin: these, ten times these, a hundred times ..."] = (
    1,
    2,
    5,
)

RECENCY_DAYS: Annotated[
    tuple[int, ...],
    "Days before the end of the window up to which a latest statement is of each class; the last has the rest.",
] = (0, 2, 6)

KIND_SEAT: Annotated[int, "Class of a capital or the seat of an administration."] = 0
KIND_TOWN: Annotated[int, "Class of any other settlement."] = 1
KIND_PART: Annotated[int, "Class of a part of a town."] = 2
KIND_SITE: Annotated[int, "Class of a place where nobody lives."] = 3
KIND_SEVERAL: Annotated[int, "Class of places of several kinds drawn as one."] = 4

SOURCES_AT_MOST: Annotated[int, "As many of the commonest sources have a class each, numbered from 0."] = 6
SOURCE_OTHER: Annotated[int, "Class of a place of which some other source tells most."] = SOURCES_AT_MOST
SOURCE_SEVERAL: Annotated[int, "Class of a place of which no source tells most."] = SOURCES_AT_MOST + 1

COUNTS_MAGIC: Annotated[int, 'How packed counts begin: "DLC1", read as an integer of 32 bits, little-endian.'] = (
    int.from_bytes(b"DLC1", "little")
)
COUNTS_HEAD: Annotated[int, "Integers of 32 bits in the head of packed counts, the first among them."] = 6
COUNTS_KINDS: Annotated[
    int, "Rows of all totals: own and certain, own and uncertain, inside and certain, inside and uncertain."
] = 4
