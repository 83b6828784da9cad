"""What crosses between Python and the parts of the page that are drawn by scripts of our own."""

from typing import Literal, NotRequired, TypedDict

from dashboard.contract.scene import Basis, Theme

Unit = Literal["day", "week", "month"]
"""What one bar of the histogram stands for; a narrow screen may draw a coarser one."""

Do = Literal[
    "place", "report", "back", "context", "order", "facet", "values", "find", "clear", "left", "statement", "more"
]
"""What a node does that is chosen."""

Find = Literal["place", "words", ""]
"""What an option of the search leads to; empty for one that only tells."""


class ScrubberWords(TypedDict):
    """Words of the time control, which has none of its own; names in braces are filled in."""

    control: str
    play: str
    pause: str
    speed: str
    speed_short: str
    week_back: str
    day_back: str
    day_on: str
    week_on: str
    more: str
    start: str
    end: str
    band: str
    to: str
    presets: str
    preset_week: str
    preset_week_help: str
    preset_month: str
    preset_month_help: str
    preset_all: str
    preset_all_help: str
    basis: str
    basis_event: str
    basis_event_help: str
    basis_publication: str
    basis_publication_help: str
    bad_date: str
    outside: str
    one: str
    many: str
    wider: str
    said: str
    day: str
    in_month: str
    in_year: str
    over_years: str
    months: list[str]
    months_short: list[str]
    locale: str


class ScrubberMessage(TypedDict):
    """What the time control is told with every run; days are counted from the first.

    Attributes
    ----------
    first : str
        The first day, as "2017-11-09".
    unit : Unit
        What a bar stands for.
    events : list of int
        For each day, the statements whose event is dated to that very day.
    starts, ends : list of int
        For each day, the statements of any date whose event begins there, and ends there.
    publications : list of int
        For each day, the statements published on it.
    spans : list of tuple
        The commonest coarse dates: first day, last day, statements.
    window : tuple of int
        First and last day shown, both included.
    basis : {"event", "publication"}
        Which date of a statement counts.
    words : ScrubberWords
        All of its words.
    """

    first: str
    unit: Unit
    events: list[int]
    starts: list[int]
    ends: list[int]
    publications: list[int]
    spans: list[tuple[int, int, int]]
    window: tuple[int, int]
    basis: Basis
    words: ScrubberWords


class ScrubberAnswer(TypedDict):
    """The window that a hand has set.

    Attributes
    ----------
    start, end : str
        First and last day, both included, as "2017-11-09".
    basis : {"event", "publication"}
        Which date of a statement counts.
    """

    start: str
    end: str
    basis: Basis


class ScrubberAnswers(TypedDict):
    """What the time control answers, by name."""

    window: ScrubberAnswer


class Action(TypedDict):
    """What a node reports to the page when it is chosen.

    Attributes
    ----------
    do : Do
        What to do.
    id : str
        With what.
    text : str
        What was typed, where something was.
    """

    do: Do
    id: str
    text: NotRequired[str]


class NodeMore(TypedDict, total=False):
    """What a node has besides its text and its children.

    Attributes
    ----------
    a : Action
        What it does when it is chosen.
    dir, title, href, label, value : str
        Direction of its text, note shown when pointed at, address of a link, name for a screen reader, what a field
        holds.
    expanded, pressed, current : str
        As ARIA has them.
    key : str
        Of the keyboard, that chooses it.
    name : str
        By which a goal leads to it.
    rows : list of list of str
        A list of many like rows, written short: id, name, note, number, and class where there is one.
    do : Do
        What a row does that is chosen.
    """

    a: Action
    dir: str
    title: str
    href: str
    label: str
    value: str
    expanded: str
    pressed: str
    current: str
    key: str
    name: str
    rows: list[list[str]]
    do: Do


class Node(NodeMore):
    """An element of the panel or the reader as plain data; each text of it is set as text.

    Attributes
    ----------
    t : str
        Tag.
    c : str
        Class of the style sheet.
    x : str
        Text.
    k : list of Node
        Children.
    """

    t: str
    c: NotRequired[str]
    x: NotRequired[str]
    k: NotRequired[list["Node"]]


class PanelMessage(TypedDict):
    """What a part of the page made of nodes is told.

    Attributes
    ----------
    nodes : list of Node
        What to show.
    subject : str
        What they are about; where it changes, they are read from the top again.
    live : bool
        Whether a screen reader tells of each change.
    label : str
        What a screen reader calls them.
    goal : list
        Name of the node to be brought into sight and given the keyboard, and what is different each time anew.
    """

    nodes: list[Node]
    subject: str
    live: bool
    label: str
    goal: tuple[str, int | str]


class PanelAnswers(TypedDict):
    """What a part of the page made of nodes answers, by name."""

    action: Action


class SearchOption(TypedDict):
    """What the search offers.

    Attributes
    ----------
    do : Find
        What it leads to.
    id : str
        place_id, or the words to look for.
    name, note : str
        What is read.
    """

    do: Find
    id: str
    name: str
    note: str


class SearchWords(TypedDict):
    """Words of the search box."""

    label: str
    hint: str
    clear: str


class SearchMessage(TypedDict):
    """What the search box is told.

    Attributes
    ----------
    asked : str
        What was typed when the options were found.
    options : list of SearchOption
        What can be chosen.
    query : str
        The words that filter now.
    longest : int
        Letters that a query has at most.
    words : SearchWords
        Words of the box.
    """

    asked: str
    options: list[SearchOption]
    query: str
    longest: int
    words: SearchWords


class SearchChoice(TypedDict):
    """The option that was chosen: words without an id clear the search."""

    do: Find
    id: str


class SearchAnswers(TypedDict):
    """What the search box answers, by name: what is typed, and what is chosen."""

    asked: str
    chosen: SearchChoice


class LinkMessage(TypedDict):
    """What the button is told that copies the page's address.

    Attributes
    ----------
    copy, copied, failed : str
        Its words.
    quiet : list of str
        Parameters of the address whose changes the browser's way back does not undo one by one.
    """

    copy: str
    copied: str
    failed: str
    quiet: list[str]


class LinkAnswers(TypedDict):
    """What the script of the page as a whole answers, by name: the theme that the browser has come to."""

    theme: Theme
