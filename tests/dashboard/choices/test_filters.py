"""Filters as a value: read from a URL, written to it, changed."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.choices.filters import FACETS, LONGEST_QUERY, Filters, read_filters, write_filters

# The values that exist, as an index lists them.
TEXTS = {
    "sources": ["", "Agency", "Bureau"],
    "speakers": ["", "A clerk", "a clerk"],
    "kinds": ["country", "settlement", "site"],
    "regions": ["east", "west", "xa"],
    "countries": ["XA", "XB"],
    "matches": ["certain", "uncertain"],
    "precisions": ["day", "none", "week"],
}
assert TEXTS.keys() == set(FACETS), "a facet has no values here: add some that exist"
filters_of_index = st.builds(
    Filters,
    st.sampled_from(["", "mill"]),
    **{
        facet: st.lists(st.sampled_from(TEXTS[facet]), max_size=2, unique=True).map(lambda v: tuple(sorted(v)))
        for facet in FACETS
    },
)


def list_texts(facet: str) -> list[str]:
    return TEXTS[facet]


@given(filters_of_index)
def test_filters_come_back_from_their_url(filters: Filters) -> None:
    assert read_filters(write_filters(filters), list_texts) == (filters, [])


@given(st.lists(st.text(max_size=6), min_size=1, max_size=4, unique=True))
def test_any_source_comes_back_from_the_url(sources: list[str]) -> None:
    filters = Filters(sources=tuple(sorted(sources)))
    assert read_filters(write_filters(filters), {**TEXTS, "sources": sources}.__getitem__) == (filters, [])


def test_the_url_is_short_and_readable() -> None:
    filters = Filters("deir ez-zor", sources=("Agency", "Bureau"), regions=("east",), speakers=("",))
    assert write_filters(filters) == {"q": "deir ez-zor", "source": "Agency~Bureau", "speaker": "-", "in": "east"}
    assert write_filters(Filters()) == {}


def test_what_a_link_asks_for_and_is_not_there_is_told_and_survived() -> None:
    query = {"source": "Agency~Nobody", "kind": "castle", "q": "x" * 300, "other": "1", "in": "~~"}
    filters, notices = read_filters(query, list_texts)
    assert filters == Filters("x" * LONGEST_QUERY, sources=("Agency",))
    assert notices == [
        "The search in the link is longer than 200 characters; only its beginning is used.",
        "The link filters by source “Nobody”, which is not in these reports; it is left out.",
        "The link filters by kind of place “castle”, which is not in these reports; it is left out.",
    ]


@given(
    st.dictionaries(st.sampled_from(["q", "source", "speaker", "kind", "in", "country", "match", "dated"]), st.text())
)
def test_any_link_is_survived(query: dict[str, str]) -> None:
    filters, notices = read_filters(query, list_texts)
    assert all(set(filters.chosen(facet)) <= set(TEXTS[facet]) for facet in FACETS)
    assert all(notice.endswith(".") for notice in notices)


def test_toggle_and_clear() -> None:
    filters = Filters().toggle("sources", "Bureau").toggle("sources", "Agency")
    assert filters.sources == ("Agency", "Bureau")
    assert filters.toggle("sources", "Agency").toggle("sources", "Bureau").is_empty
    assert Filters("x").without("query").is_empty


def test_what_is_chosen_of_a_facet() -> None:
    filters = Filters("mill", sources=("Agency",), kinds=("site", "settlement"))
    assert filters.chosen("kinds") == ("site", "settlement")
    assert filters.without("kinds") == Filters("mill", sources=("Agency",))
    assert not filters.is_empty


@given(filters_of_index, st.sampled_from(FACETS), st.data())
def test_choosing_a_value_twice_changes_nothing(filters: Filters, facet: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(TEXTS[facet]))
    once = filters.toggle(facet, value)
    assert (value in once.chosen(facet)) != (value in filters.chosen(facet))
    assert once.toggle(facet, value) == filters


AWKWARD = ["~", "-", "%2D", "%7E~%", "a~b", " ", "ü", "-~-"]


def test_signs_that_the_url_uses_itself_come_back() -> None:
    filters = Filters(sources=tuple(sorted(AWKWARD)))
    assert read_filters(write_filters(filters), {**TEXTS, "sources": AWKWARD}.__getitem__) == (filters, [])
