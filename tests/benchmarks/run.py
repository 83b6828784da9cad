"""The measurements of `make bench`: speed and memory beside other readers, look-up times, figures on corpora, the page.

Environment
-----------
DATELINE_CORPORA   folder of gold corpora, `*.jsonl`; without it the sample's reports are read and nothing is scored
DATELINE_PEERS     a Python that has spaCy with a small English pipeline, flashgeotext and geotext, or some of them
DATELINE_REGIONS   GeoJSON of Natural Earth's first divisions, for the gazetteer of the world
DATELINE_BENCH     folder for what is prepared once (default build/bench)
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from geodata.gazetteer.places import read_rows
from geodata.importers.importing import import_places
from geodata.model import Report
from geodata.names.index import NameIndex
from geodata.parse import Reader, open_reader
from geodata.reports.files import read_reports
from geodata.resolution.evidence import great_circle_km

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "geodata" / "data"
FOLDER = Path(os.environ.get("DATELINE_BENCH", "build/bench"))
PEERS = ("spacy", "flashgeotext", "geotext")
RIGHT_WITHIN_KM = 161.0
SIZES = (16_000, 235_000)
HOSTILE = (
    *("a", "A", "1", "\n", "«", "(", '"“', "ال", "Aa ", ", ", ". ", "Ab-", "al-", "5 in ", "5 May ", "said "),
    *("x said. “Y. ", "Raqqa ", "Raqqa, ", "Salihiya ", "villages of Raqqa and ", "The minister of "),
)
"""What half a megabyte, and then a whole one, is made of: twice the text should take twice the time."""
LOOKED_UP = 400


def make_world() -> Path:
    """Make the gazetteer of the world, once."""
    path = FOLDER / "world.csv"
    if not path.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        regions = os.environ.get("DATELINE_REGIONS")
        count = import_places("world", Path(regions) if regions else None, path).places
        print(
            f"made {path}: {count} places, first divisions {'of Natural Earth' if regions else 'of one country only'}"
        )
    return path


def read_corpora() -> dict[str, list[dict]]:
    """Read the gold corpora by name; empty where there are none."""
    folder = os.environ.get("DATELINE_CORPORA")
    corpora = {}
    for path in sorted(Path(folder).glob("*.jsonl")) if folder else []:
        with path.open(encoding="utf-8") as lines:
            corpora[path.stem] = [json.loads(line) for line in lines]
    return corpora


def time_readers(name: str, texts: Sequence[str], world: Path) -> None:
    """Time ours and the peers over the same texts, one process each, one after the other."""
    path = FOLDER / "texts.jsonl"
    path.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
    print(f"\n{name}: {len(texts)} texts, {sum(map(len, texts)) / 1e6:.2f} million characters")
    print(f"{'':14}{'docs/s':>10}{'of CPU':>10}{'MB/s':>8}{'load s':>8}{'peak MB':>9}")
    speeds = {}
    runs = [("ours", sys.executable, [str(world), str(FOLDER / "prepared")])]
    runs += [(peer, os.environ["DATELINE_PEERS"], []) for peer in PEERS if "DATELINE_PEERS" in os.environ]
    for kind, python, rest in runs:
        command = [python, str(HERE / "peers.py"), kind, str(path), *rest]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        figures = json.loads(done.stdout.splitlines()[-1])
        if "missing" in figures:
            print(f"{kind:14}not installed: {figures['missing']}")
            continue
        speeds[kind] = len(texts) / figures["read_cpu_s"]
        size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
        speed = size / figures["read_s"]
        wall = len(texts) / figures["read_s"]
        print(f"{kind:14}{wall:10.1f}{speeds[kind]:10.1f}{speed:8.2f}{figures['load_s']:8.2f}{figures['peak_mb']:9.0f}")
    if "spacy" in speeds:
        print(f"ours is {speeds['ours'] / speeds['spacy']:.1f} times as fast as spaCy's small pipeline, by CPU time")


def score(docs: Sequence[dict], found: Sequence[Sequence[dict]], *, demonyms: bool) -> str:
    """Score mentions against a gold corpus: exact spans, and places within 161 km of all that are located."""
    gold_count = found_count = same = located = right = 0
    for doc, mentions in zip(docs, found, strict=True):
        gold = {(one["start"], one["end"]): one for one in doc["toponyms"] if not one.get("mismatch")}
        ours = {(m["start"], m["end"]): m for m in mentions if demonyms or m["use"] != "demonym"}
        gold_count, found_count, same = gold_count + len(gold), found_count + len(ours), same + len(gold.keys() & ours)
        for span, one in gold.items():
            if one.get("lat") is None:
                continue
            located += 1
            match = ours.get(span) or next((m for s, m in ours.items() if s[0] < span[1] and span[0] < s[1]), None)
            if match and match["lat"] is not None:
                km = great_circle_km(one["lat"], one["lon"], match["lat"], match["lon"])
                right += km <= RIGHT_WITHIN_KM
    precision, recall = same / max(found_count, 1), same / max(gold_count, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    where = f", right within 161 km {right / located:.3f} of {located} located" if located else ""
    return f"exact P {precision:.3f} R {recall:.3f} F1 {f1:.3f}{where}"


def read_mentions(reader: Reader, text: str) -> Iterator[dict]:
    """Read the mentions of a text with the position of their places."""
    parsed = reader.parse(Report("", "", "", "", None, "", "en", "", 0, text))
    for statement in parsed.statements:
        for placed in statement.mentions:
            mention, place_id = placed.mention, placed.resolution.place_id
            place = reader.gazetteer.places[place_id] if place_id else None
            position = {"lat": place.lat if place else None, "lon": place.lon if place else None}
            yield {"start": mention.start, "end": mention.end, "use": mention.use, **position}


def time_look_ups(world: Path) -> None:
    """Time look-ups of misspelt names, near ones included, in indexes of two sizes."""
    rows = [row for _, row in read_rows(world)[0]]
    print(f"\n{'look-up, ms':14}{'names':>10}{'median':>8}{'p95':>8}{'load s':>8}")
    for size in SIZES:
        chosen = rows[:: max(1, len(rows) // size)][:size]
        folder = FOLDER / f"index-{size}"
        if not (folder / "index.json").is_file():
            names = ((row["place_id"], name, name == row["name"]) for row in chosen for name in list_names(row))
            NameIndex.build(names).save(folder)
        before = time.perf_counter()
        index = NameIndex.load(folder)
        load_s = time.perf_counter() - before
        times = [time_look_up(index, misspell(row["name"])) for row in chosen[:: max(1, len(chosen) // LOOKED_UP)]]
        p95 = quantiles(times, n=20)[-1]
        print(f"{size:<14}{len(index):10}{median(times):8.2f}{p95:8.2f}{load_s:8.2f}")


def list_names(row: dict[str, str]) -> list[str]:
    """List a row's names, once each."""
    return list(dict.fromkeys([row["name"], *filter(None, row["aliases"].split(";"))]))


def misspell(name: str) -> str:
    """Write a name as a hurried translator might: a vowel changed, a letter dropped."""
    swapped = name.translate(str.maketrans("aeiou", "eaoio", ""))
    return swapped[: len(swapped) // 2] + swapped[len(swapped) // 2 + 1 :]


def time_look_up(index: NameIndex, name: str) -> float:
    """Give the milliseconds that a look-up takes."""
    before = time.perf_counter()
    index.look_up(name)
    return (time.perf_counter() - before) * 1e3


def time_hostile(reader: Reader) -> None:
    """Time the reading of half a megabyte and of a megabyte of one thing over and over."""
    print(f"\n{'hostile text':26}{'0.5 MB s':>10}{'1 MB s':>10}{'ratio':>8}")
    for unit in HOSTILE:
        half, whole = (time_reading(reader, unit * (length // len(unit))) for length in (500_000, 1_000_000))
        print(f"{unit!r:26}{half:10.2f}{whole:10.2f}{whole / max(half, 1e-3):8.2f}", flush=True)


def time_reading(reader: Reader, text: str) -> float:
    """Give the CPU seconds that a text takes."""
    before = time.process_time()
    reader.parse(Report("", "", "", "", None, "", "en", "", 0, text))
    return time.process_time() - before


def main() -> None:
    world = make_world()
    corpora = read_corpora()
    reader = open_reader(world, None, cache=FOLDER / "prepared")
    for name, docs in corpora.items():
        found = [list(read_mentions(reader, doc["text"])) for doc in docs]
        print(f"\n{name}, demonyms counted:  {score(docs, found, demonyms=True)}")
        print(f"{name}, demonyms left out: {score(docs, found, demonyms=False)}")
    if corpora:
        for name, docs in corpora.items():
            time_readers(name, [doc["text"] for doc in docs], world)
    else:
        reports, _ = read_reports([SAMPLE / "reports"])
        time_readers("sample", [report.text for report in reports], world)
    time_look_ups(world)
    time_hostile(open_reader(SAMPLE / "gazetteer.csv", SAMPLE / "regions.geojson"))
    # In a process of its own: what has been read here would stand in its memory's way.
    subprocess.run([sys.executable, str(HERE / "bench_bars.py"), str(FOLDER)], check=True)
    print(f"\npeak memory of this run {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main()
