"""The command line: what it prints, and that every error is a sentence with exit code 1."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_country import COUNTRY
from typer.testing import CliRunner, Result

from geodata.build import Inputs
from geodata.cli import app
from geodata.store.builds import current_version, read_status


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def options(inputs: Inputs, *names: str) -> list[str]:
    known = {"--reports": inputs.reports, "--gazetteer": inputs.gazetteer, "--regions": inputs.regions}
    return [str(part) for name in names for part in (name, known[name])]


ALL = ("--reports", "--gazetteer", "--regions")
PLACES = ("--gazetteer", "--regions")


def test_build_tells_what_was_read_and_what_was_not_placed(country_inputs: Inputs, tmp_path: Path) -> None:
    result = run("build", *options(country_inputs, *ALL), "--out", tmp_path / "store")
    assert result.exit_code == 0, result.output
    assert "2 reports (2 read now), 6 statements" in result.output
    assert "no name in the gazetteer is like it" in result.output
    assert read_status(tmp_path / "store")["state"] == "ok"


def test_build_with_a_broken_gazetteer_is_exit_one_and_keeps_the_store(country_inputs: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "store"
    run("build", *options(country_inputs, *ALL), "--out", out)
    version = current_version(out)
    country_inputs.gazetteer.write_text("place_id,name\nxa,\n", encoding="utf-8")
    result = run("build", *options(country_inputs, *ALL), "--out", out)
    assert result.exit_code == 1
    assert "line 1: The column 'lat' is missing" in result.output
    assert "Traceback" not in result.output
    assert current_version(out) == version
    assert read_status(out)["state"] == "failed"


def test_a_report_that_cannot_be_read_is_left_out_and_told(country_inputs: Inputs, tmp_path: Path) -> None:
    (country_inputs.reports / "broken.jsonl").write_text('{"id": "x", "text": \n', encoding="utf-8")
    result = run("build", *options(country_inputs, *ALL), "--out", tmp_path / "store")
    assert result.exit_code == 0
    assert "broken.jsonl, line 1" in result.output
    assert read_status(tmp_path / "store")["faults"]


def test_parse_prints_one_report_a_line_by_the_contract(country_inputs: Inputs) -> None:
    result = run("parse", *options(country_inputs, *PLACES), country_inputs.reports)
    assert result.exit_code == 0, result.output
    reports = [json.loads(line) for line in result.stdout.splitlines()]
    assert [report["report_id"] for report in reports] == ["2017-05-03-bel-tarim", "2017-05-05-dorun"]
    text = (COUNTRY / "reports" / "2017-05-03-bel-tarim.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    for statement in reports[0]["statements"]:
        assert text[statement["start"] : statement["end"]] == statement["text"]
        for mention in statement["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["toponym"]
    first = reports[0]["statements"][0]
    assert (first["event_start"], first["event_end"], first["date_precision"]) == ("2017-05-02", "2017-05-02", "day")
    assert [mention["place_id"] for mention in first["mentions"]] == ["xa-bel-tarim"]
    unresolved = [m for s in reports[0]["statements"] for m in s["mentions"] if m["place_id"] is None]
    assert {mention["toponym"] for mention in unresolved} == {"Qarmuth"}
    assert all(mention["reason"] for mention in unresolved)


def test_parse_dates_reports_by_the_option_where_they_tell_none(country_inputs: Inputs, tmp_path: Path) -> None:
    report = tmp_path / "note.txt"
    report.write_text("Yesterday Salbek was quiet.", encoding="utf-8")
    result = run("parse", *options(country_inputs, *PLACES), "--published", "2017-05-09", report)
    assert json.loads(result.stdout)["statements"][0]["event_start"] == "2017-05-08"


def test_parse_counts_offsets_in_the_text_as_given(country_inputs: Inputs, tmp_path: Path) -> None:
    text = "\r\n  😀 Salbek\u0000 was quiet.\r\nDorun too. "
    report = tmp_path / "one.jsonl"
    report.write_text(json.dumps({"id": "a", "text": text, "date": "2017-05-09"}), encoding="utf-8")
    result = run("parse", *options(country_inputs, *PLACES), report)
    mentions = [m for s in json.loads(result.stdout)["statements"] for m in s["mentions"]]
    assert [text[m["start"] : m["end"]] for m in mentions] == ["Salbek", "Dorun"]


def test_explain_shows_candidates_with_their_reasons(country_inputs: Inputs) -> None:
    result = run("explain", *options(country_inputs, *ALL), "2017-05-03-bel-tarim")
    assert result.exit_code == 0, result.output
    assert "xa-kesh-north" in result.output
    assert "xa-kesh-east" in result.output
    assert "named too" in result.output


def test_explain_shows_what_is_claimed_under_its_statement(country_inputs: Inputs) -> None:
    lines = run("explain", *options(country_inputs, *ALL), "2017-05-03-bel-tarim").output.splitlines()
    claim = lines.index("  claims that xa-bel-tarim was entered")
    assert lines.index("Troops entered Bel-Tarim on 2 May.") < claim
    assert claim < next(n for n, line in enumerate(lines) if line.startswith("The villages of"))


def test_explain_of_an_unknown_report_says_what_is_allowed(country_inputs: Inputs) -> None:
    result = run("explain", *options(country_inputs, *ALL), "2017-05-99")
    assert result.exit_code == 1
    assert "neither a file nor the id of a report" in result.output
    assert "2017-05-03-bel-tarim" in result.output


def test_check_tells_all_faults_and_leaves_with_one(country_inputs: Inputs) -> None:
    text = country_inputs.gazetteer.read_text(encoding="utf-8")
    country_inputs.gazetteer.write_text(
        text.replace(",1.4,0.4,", ",north,0.4,").replace("PPLC", "??"), encoding="utf-8"
    )
    result = run("check", *options(country_inputs, *PLACES))
    assert result.exit_code == 1
    assert "line 8: feature_code is '??'" in result.output
    assert "line 12: lat is 'north'" in result.output
    assert "2 faults." in result.output


def test_check_mends_the_form_of_the_file(country_inputs: Inputs) -> None:
    text = country_inputs.gazetteer.read_text(encoding="utf-8")
    country_inputs.gazetteer.write_text("\ufeff" + text, encoding="utf-8")
    assert run("check", *options(country_inputs, *PLACES)).exit_code == 1
    result = run("check", "--mend", *options(country_inputs, *PLACES))
    assert result.exit_code == 0, result.output
    lines = country_inputs.gazetteer.read_text(encoding="utf-8").splitlines()
    assert sorted(lines[1:]) == sorted(text.splitlines()[1:])


def test_the_shipped_gazetteer_has_no_fault() -> None:
    assert run("check").exit_code == 0


def test_control_characters_of_a_file_do_not_reach_the_terminal(country_inputs: Inputs) -> None:
    country_inputs.gazetteer.write_text("place_id,name\n\x1b[31mred,\x07\n", encoding="utf-8")
    assert "\x1b" not in run("check", *options(country_inputs, *PLACES)).output


@pytest.mark.parametrize("command", ["build", "parse", "explain", "check"])
def test_every_command_has_help(command: str) -> None:
    assert run(command, "--help").exit_code == 0


@pytest.mark.slow
def test_watch_builds_again_when_an_input_changes_and_ends_with_its_parent(
    country_inputs: Inputs, tmp_path: Path
) -> None:
    out = tmp_path / "store"
    code = [sys.executable, "-m", "geodata", "build", *options(country_inputs, *ALL), "--out", str(out), "--watch"]
    with subprocess.Popen(code, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            first = wait_for(lambda: current_version(out))
            added = country_inputs.reports / "2017-05-07-salbek.md"
            added.write_text("---\npublished: 2017-05-07\n---\nSalbek was quiet.\n", encoding="utf-8")
            second = wait_for(lambda: (version := current_version(out)) != first and version)
            country_inputs.gazetteer.write_text("broken", encoding="utf-8")
            wait_for(lambda: read_status(out)["state"] == "failed")
            assert current_version(out) == second
            assert process.poll() is None
        finally:
            os.kill(process.pid, signal.SIGTERM)


def wait_for(condition: object, seconds: float = 20.0) -> object:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come to pass in time")


def test_leaving_while_it_still_loads_is_no_fault() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "geodata", "check"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for line in process.stderr:  # a module of the command's own chain is loaded, others are to come
            if "geodata.errors" in line:
                process.send_signal(signal.SIGINT)
                break
        rest = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in rest
