"""A monitor under 10,000 signals a second from a real Redis, each with its label: none lost, the learner keeps up."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import Row

RATE = 10_000
MOST_BEHIND = 5.0  # seconds until the last label is learnt, once the last was sent
MOST_GROWTH = 0.02  # of memory, after the first quarter of the long run


def rows(*, repeats: int) -> list[Row]:
    """25 seconds, or 10 in the quick form."""
    return _rows(25.0 if repeats > 3 else 10.0)


def ten_minutes(*, repeats: int) -> list[Row]:
    """The long form, which also tells whether memory is flat."""
    return _rows(600.0)


def _rows(seconds: float) -> list[Row]:
    if shutil.which("redis-server") is None:
        return [Row("Live feed from Redis", "not measured: needs redis-server", "", "")]
    from tests.services.load import load

    with tempfile.TemporaryDirectory() as folder:
        found = load(Path(folder), rate=RATE, seconds=seconds)
    return _told(found, long=seconds > 60)


def _told(found: dict[str, Any], *, long: bool) -> list[Row]:
    """What of it has a bar."""
    keeps_up = found["lost"] == 0 and found["behind_seconds"] <= MOST_BEHIND
    what = f"{RATE:,} signals/s from Redis with labels, {found['seconds']:.0f} s"
    ours = (f"{found['signals']:,} signals and {found['labels']:,} labels, {found['lost']:,} lost, "
            f"{found['cpu_share']:.0%} of a core, p99 {found['latency_p99_ms']:.0f} ms from read to score")
    lines = [Row(what, ours, "", f"done {found['behind_seconds']:.1f} s after the last was sent",
                 f"none lost, {MOST_BEHIND:.0f} s", keeps_up)]
    if long:
        first, most, last = found["memory_mib"]
        memory = f"{first} MiB, at most {most}, {last} at the end"
        lines.append(Row("Memory of the same after the first quarter", memory, "", f"{found['memory_growth']:+.1%}",
                         f"{MOST_GROWTH:+.0%}", found["memory_growth"] <= MOST_GROWTH))
    return lines
