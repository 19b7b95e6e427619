"""The benchmark command: `python3 packaging/check.py --bench [--quick] [--only NAME] [--write]`.

Everything is measured in one run, interleaved, and told as ratios; `--write` puts the table into the README.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from tests.benchmarks import (
    bundles,
    ensembles,
    first_paint,
    jobs,
    metrics,
    one_row,
    online,
    reading,
    responsiveness,
    streaming,
    training,
)
from tests.benchmarks.measuring import ROOT, Row, table

LANES = {
    "bundles": bundles.rows,
    "first-paint": first_paint.rows, "reading": reading.rows, "metrics": metrics.rows, "ensembles": ensembles.rows,
    "one-row": one_row.rows, "streaming": streaming.rows, "online": online.rows, "training": training.rows,
    "jobs": jobs.rows,
    "responsiveness": responsiveness.rows,
}
START, END = "<!-- benchmarks: made by the benchmark command -->", "<!-- /benchmarks -->"


def main() -> int:
    """Measure, print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure and print the benchmark table.")
    parser.add_argument("--quick", action="store_true", help="fewer turns")
    parser.add_argument("--only", choices=LANES, action="append", help="one lane (may be given more than once)")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    rows: list[Row] = []
    with virtual_screen() as display:
        for name in options.only or LANES:
            print(f"{name} ...", file=sys.stderr, flush=True)
            more = {"display": display} if name == "first-paint" else {}
            rows += LANES[name](repeats=3 if options.quick else 7, **more)
    text = f"{table(rows)}\n\n{machine()}"
    print(text)
    if options.write:
        write(ROOT / "README.md", text)
    return 0 if all(row.met is not False for row in rows) else 1


def machine() -> str:
    """Where and with what the figures were measured."""
    names = ("xgboost", "lightgbm", "catboost", "river", "scikit-learn", "pyside6-essentials")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
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
