"""Language files are checked on loading: every fault with its line, all at once."""

from pathlib import Path

import pytest

from geodata.errors import LanguageError
from geodata.languages.language import About, Language
from geodata.languages.loading import load_languages, read_language

GOOD = """\
about:
  code: xx
  name: Invented
  script: Latn
  common: [ot, es, no, on]
"""


def write(folder: Path, text: str, name: str = "xx.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    language, faults = read_language(write(tmp_path, GOOD))
    assert faults == []
    assert language == Language(About("xx", "Invented", "Latn", ("ot", "es", "no", "on")))


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"[ot, es": "[ot, ot, es"}, ["line 5: `common` has `ot` twice, first in line 5; keep one."]),
        ({"  name: Invented\n": ""}, ["line 2: `about` lacks `name`."]),
        ({"common": "comon"}, ["line 5: `about` has no `comon`; did you mean `common`?"]),
        ({"xx": "yy"}, ["line 2: `code` is 'yy'; it has to be the file's name, an ISO 639 code such as `en`."]),
        ({"Latn": "Runr"}, ["line 4: `script` is 'Runr'; allowed are Latn, Cyrl, Arab."]),
        ({"[ot, es": "[оt, es"}, ["line 5: `оt` mixes letters of LATIN and CYRILLIC; type it anew."]),
        ({"[ot, es, no, on]": "ot"}, ["line 5: `common` has to be a list: [one, two], or a line of `- ` for each."]),
        (
            {"[ot, es": "[ot, [es]"},
            ["line 5: `common` has something that is no word; put words of several parts into quotes."],
        ),
        (
            {"[ot, es": "[., ot, es"},
            ["line 5: `common` has `.`; stops and commas are read by themselves, leave it out."],
        ),
        (
            {"[ot, es, no, on]": "[ot"},
            [
                "line 6: is no YAML here or right above: did not find expected ',' or ']'. Look for a missing bracket "
                "or colon, a tab, another indentation; what holds signs goes into quotes."
            ],
        ),
        ({"xx": "[x]", "Latn": "[y]"}, ["line 2: `code` has to be one word.", "line 4: `script` has to be one word."]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, given: dict[str, str], faults: list[str]) -> None:
    text = GOOD
    for old, new in given.items():
        assert old in text
        text = text.replace(old, new)
    path = write(tmp_path, text)
    language, found = read_language(path)
    assert language is None
    assert [str(fault).removeprefix(f"{path}, ") for fault in found] == faults


DATES = (
    GOOD
    + """\

dates:
  months: {1: [janu], 2: [febu]}
  units: {day: [dez]}
  numbers: {2: [duz]}
  day_order: day first
"""
)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("2: [febu]", "13: [febu]", "line 8: `months` has no `13`; did you mean `3`?"),
        ("day:", "dya:", "line 9: `units` has no `dya`; did you mean `day`?"),
        ("[duz]", "[janu]", "line 10: `janu` stands in `numbers` and, line 8, `months`; keep one."),
        ("[febu]", "[janu]", "line 8: `months` has `janu` twice, first in line 8; keep one."),
        ("day first", "day frist", "line 11: `day_order` is `day frist`; did you mean `day first`?"),
        ("day:", "xyz:", "line 9: `units` has no `xyz`; allowed are `minute`, `hour`, …, `years`."),
    ],
)
def test_a_table_of_dates_has_the_keys_it_may_have_and_each_word_once(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    assert read_language(write(tmp_path, DATES))[1] == []
    path = write(tmp_path, DATES.replace(old, new))
    assert [str(found).removeprefix(f"{path}, ") for found in read_language(path)[1]] == [fault]


def test_the_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("xx", "yy"))
    write(tmp_path, "", "zz.yaml")
    with pytest.raises(LanguageError) as caught:
        load_languages(tmp_path)
    assert [Path(fault.path).name for fault in caught.value.faults] == ["xx.yaml", "zz.yaml"]
