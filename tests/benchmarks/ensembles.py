"""Combining members: time beyond their own predictions and growth with rows and members."""

from __future__ import annotations

import statistics
import time

import numpy as np

from tests.benchmarks.measuring import Row, seconds

ROWS, MEMBERS, BAR = 200_000, 5, 2.0


def rows(*, repeats: int) -> list[Row]:
    """Each method on 5 members x 200,000 rows; half the rows and double the members beside it."""
    from engine.ensemble.options import Method

    whole = {method: _median(method, ROWS, MEMBERS, repeats) for method in Method}
    slowest = max(whole, key=lambda method: whole[method])
    fewer = _median(slowest, ROWS // 2, MEMBERS, repeats)
    more = _median(slowest, ROWS, 2 * MEMBERS, repeats)
    figures = ", ".join(f"{method.value} {seconds(taken)}" for method, taken in whole.items())
    return [
        Row(f"Combine and score {MEMBERS} members x {ROWS:,} rows", figures, "", f"{whole[slowest]:.2f} s at most",
            f"at most {BAR:.0f} s", whole[slowest] <= BAR),
        Row(f"The same by {slowest.value}, half the rows / twice the members", seconds(whole[slowest]),
            f"{seconds(fewer)} / {seconds(more)}", f"{fewer / whole[slowest]:.2f}x / {more / whole[slowest]:.2f}x"),
    ]


def _median(method: object, count: int, members: int, repeats: int) -> float:
    from engine.ensemble.combining import combine
    from engine.ensemble.options import EnsembleOptions
    from engine.progress import Progress
    from tests.engine.ensemble.worlds import panel

    made = panel(rows=count, noises=tuple(np.linspace(0.4, 1.2, members)))
    taken = []
    for _ in range(repeats):
        started = time.perf_counter()
        combine(made, EnsembleOptions(method=method), Progress())
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)
