"""Interleaved timings and the rows of the table: a ratio from one run says more than a time from one machine."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Row:
    """One line of the table; `met` is None where there is no bar."""

    what: str
    ours: str
    beside: str
    result: str
    bar: str = ""
    met: bool | None = None


def interleaved(
    work: Mapping[str, Callable[[], object]], repeats: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Seconds of each piece of work, one after the other in turns, so that a busy minute hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(repeats):
        names = list(work) if turn % 2 == 0 else list(work)[::-1]
        for name in names:
            started = clock()
            work[name]()
            seconds[name].append(clock() - started)
    return seconds


def against(what: str, work: Mapping[str, Callable[[], object]], *, repeats: int, bar: float | None = None) -> Row:
    """The first piece of work beside the second: medians of processor time, and the median of the turns' ratios.

    Processor time of all threads: on a machine that does other work too, wall time would measure that.
    """
    (ours_name, ours), (peer_name, peer) = interleaved(work, repeats, time.process_time).items()
    ratio = statistics.median(a / b for a, b in zip(ours, peer, strict=True))
    return Row(
        what, f"{ours_name} {seconds(statistics.median(ours))}", f"{peer_name} {seconds(statistics.median(peer))}",
        f"{ratio:.2f}x", "" if bar is None else f"at most {bar:.2f}x", None if bar is None else ratio <= bar,
    )


def seconds(value: float) -> str:
    """A duration in the unit that fits."""
    if value < 1e-3:
        return f"{value * 1e6:.0f} us"
    return f"{value * 1e3:.1f} ms" if value < 1 else f"{value:.2f} s"


def in_child(module: str, *arguments: str, platform: str = "offscreen", display: str = "") -> Any:
    """Run a module of this folder in a process of its own and read the JSON of its last line."""
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "STARTED": repr(time.time())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if display:
        environment["DISPLAY"] = display
    done = subprocess.run([sys.executable, "-m", f"tests.benchmarks.{module}", *arguments], cwd=ROOT, env=environment,
                          capture_output=True, text=True, check=False, timeout=900)
    if done.returncode:
        raise RuntimeError(f"{module} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    marks = {True: "met", False: "**missed**", None: ""}
    lines = ["| What | AlphaPulse | Beside | Result | Bar | |", "|---|---|---|---|---|---|"]
    lines += [f"| {r.what} | {r.ours} | {r.beside} | {r.result} | {r.bar} | {marks[r.met]} |" for r in rows]
    return "\n".join(lines)
