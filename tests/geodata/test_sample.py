"""The sample corpus is read as the golden file tells, and as well as the gold demands."""

import pytest
from evaluate import Tally, evaluate, read_gold
from write_golden import GOLDEN, tell_sample


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return evaluate()


def test_the_sample_is_read_as_the_golden_file_tells() -> None:
    assert tell_sample() == GOLDEN.read_text(encoding="utf-8"), (
        "the reading of the sample changed; look at it with `PYTHONPATH=. python tests/write_golden.py` and `git diff`"
    )


FLOORS = [
    ("recognition", "f1", 0.97),
    ("placing", "recall", 0.97),
    ("dates", "recall", 0.95),
    ("speakers", "recall", 0.90),
]


@pytest.mark.parametrize(("kind", "measure", "floor"), FLOORS, ids=[floor[0] for floor in FLOORS])
def test_the_reading_holds_its_figures_against_the_gold(
    tallies: dict[str, Tally], kind: str, measure: str, floor: float
) -> None:
    assert getattr(tallies[kind], measure) >= floor, tallies[kind].errors


def test_the_gold_is_large_enough_to_tell_anything(tallies: dict[str, Tally]) -> None:
    assert sum(len(gold["mentions"]) for gold in read_gold()) > 500
    assert tallies["recognition"].right + tallies["recognition"].missed > 500
    assert tallies["dates"].right + tallies["dates"].missed > 350
