"""Plain nodes of which the panel and the reader are made."""

from hypothesis import given
from hypothesis import strategies as st
from made_store import HOSTILE

from dashboard.nodes.nodes import Mark, action, button, cut_runs, field, node, number, walk
from dashboard.text import show_controls


def test_empty_parts_are_left_out() -> None:
    assert node("p") == {"t": "p"}
    assert node("p", text="", cls="", title="", dir=None) == {"t": "p"}
    assert node("p", node("b", text="x"), cls="c", title="t") == {
        "t": "p",
        "c": "c",
        "k": [{"t": "b", "x": "x"}],
        "title": "t",
    }


def test_a_button_reports_its_action() -> None:
    assert button("Go", "place", "xa") == {"t": "button", "x": "Go", "c": "link", "a": {"do": "place", "id": "xa"}}
    assert action("clear") == {"do": "clear", "id": ""}
    assert action("more", 7)["id"] == "7"


def test_a_field_reports_what_is_typed_as_it_is() -> None:
    made = field("a<b>", "find", "sources:", "Find a source")
    assert (made["value"], made["a"]["id"], made["label"]) == ("a<b>", "sources:", "Find a source")


def test_numbers_are_grouped() -> None:
    assert number(1234567)["x"] == "1,234,567"


def test_hostile_text_stays_text_and_is_made_visible() -> None:
    for text in HOSTILE:
        made = node("span", text=text)
        assert made["x"] == show_controls(text)
        assert "\x00" not in made["x"]


def test_a_walk_meets_each_once() -> None:
    tree = node("ul", node("li", node("b")), node("li"))
    assert [one["t"] for one in walk(tree)] == ["ul", "li", "b", "li"]


TEXT = "Anna fell, Beta and Gama held"


def test_marks_lead_to_their_places() -> None:
    runs = cut_runs(TEXT, 100, [Mark(111, 115, "other", "Beta", "b"), Mark(100, 104, "this", "Anna")])
    assert [(run["t"], run["x"]) for run in runs] == [
        ("mark", "Anna"),
        ("span", " fell, "),
        ("mark", "Beta"),
        ("span", " and Gama held"),
    ]
    assert "a" not in runs[0]
    assert runs[2]["a"] == {"do": "place", "id": "b"}
    assert (runs[2]["c"], runs[2]["title"]) == ("other", "Beta")


MARKS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=8)


@given(st.text(max_size=30), MARKS)
def test_runs_are_together_the_text_again(text: str, spans: list[tuple[int, int]]) -> None:
    runs = cut_runs(text, 0, [Mark(start, end, "c", "n") for start, end in spans])
    assert "".join(run.get("x", "") for run in runs) == show_controls(text)
    assert sum(run["t"] == "mark" for run in runs) <= len(spans)


def test_of_marks_that_overlap_the_first_and_longest_stays() -> None:
    runs = cut_runs(TEXT, 0, [Mark(0, 4, "short", ""), Mark(0, 9, "long", ""), Mark(5, 12, "late", "")])
    assert [(run["c"], run["x"]) for run in runs if run["t"] == "mark"] == [("long", "Anna fell")]
