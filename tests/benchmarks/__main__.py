"""The benchmark command: `python3 packaging/check.py --bench [--quick] [--only NAME] [--write]`.

Everything is measured in one run, interleaved, and told as ratios; `--write` puts the table into the README.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from tests.benchmarks.measuring import ROOT, Row, table

# Each lane is a module of this folder, imported when it is run, and its function where that is not `rows`.
LANES = {
    "bundles": "bundles", "drift": "drift", "first-paint": "first_paint", "reading": "reading", "metrics": "metrics",
    "ensembles": "ensembles", "one-row": "one_row", "streaming": "streaming", "online": "online",
    "training": "training", "tuning": "tuning_cost", "jobs": "jobs",
    "responsiveness": "responsiveness", "handlers": "handlers", "feeds": "feeds", "watching": "watching",
}
# Minutes each, or not for every machine: run by name only.
LONG = {
    "feeds-10m": "feeds:ten_minutes", "gpu": "gpu", "quality": "quality:tables",
    "quality-signals": "quality:signals", "promises": "promises:made", "training-1m": "limits:million",
    "training-1m-xgboost": "limits:million_xgboost", "memory": "limits:memory",
    "busy": "limits:busy", "preparation": "jobs:prepared", "side-by-side": "jobs:side_by_side", "shap": "jobs:shap",
    "cancel": "jobs:cancel", "time-left": "jobs:time_left", "stalls-1m": "stalls",
}
START, END = "<!-- benchmarks: made by the benchmark command -->", "<!-- /benchmarks -->"


def main() -> int:
    """Measure, print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure and print the benchmark table.")
    parser.add_argument("--quick", action="store_true", help="fewer turns")
    parser.add_argument("lanes", nargs="*", metavar="LANE", help=f"{', '.join(LANES)}; by name only: {', '.join(LONG)}")
    parser.add_argument("--only", choices={**LANES, **LONG}, action="append", default=[], help="the same as LANE")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    wished = [*options.lanes, *options.only]
    unknown = [name for name in wished if name not in {**LANES, **LONG}]
    if unknown:
        parser.error(f"there is no lane {unknown[0]}")
    rows: list[Row] = []
    with virtual_screen() as display:
        for name in wished or LANES:
            print(f"{name} ...", file=sys.stderr, flush=True)
            more = {"display": display} if name == "first-paint" else {}
            rows += lane(name)(repeats=3 if options.quick else 7, **more)
    text = f"{table(rows)}\n\n{machine()}"
    print(text)
    if options.write:
        write(ROOT / "README.md", text)
    return 0 if all(row.met is not False for row in rows) else 1


def lane(name: str) -> Callable[..., list[Row]]:
    """What makes the rows of a lane."""
    module, _, function = {**LANES, **LONG}[name].partition(":")
    return getattr(importlib.import_module(f"tests.benchmarks.{module}"), function or "rows")


def machine() -> str:
    """Where and with what the figures were measured; what is not installed is left out."""
    names = ("xgboost", "lightgbm", "catboost", "river", "scikit-learn", "pyside6-essentials")
    there = {each.metadata["Name"].lower(): each.version for each in importlib.metadata.distributions()}
    versions = ", ".join(f"{name} {there[name]}" for name in names if name in there)
    return (f"Measured in one run on {os.cpu_count()} cores, Python {platform.python_version()}, {versions}; "
            f"medians of interleaved turns, ratios of processor time; load {os.getloadavg()[0]:.1f} at the end.")


def write(readme: Path, text: str) -> None:
    """Replace what stands between the two marks."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")


@contextlib.contextmanager
def virtual_screen() -> Iterator[str]:
    """The DISPLAY of an Xvfb of its own; empty where that is not installed."""
    if shutil.which("Xvfb") is None:
        yield ""
        return
    read, end = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(end), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                              pass_fds=[end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(end)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    sys.exit(main())
