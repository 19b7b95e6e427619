"""Combining members: time beyond their own predictions, growth with rows and members, and a dragged slider."""

from __future__ import annotations

import statistics
import time

import numpy as np

from tests.benchmarks.measuring import Row, in_child, seconds

ROWS, MEMBERS, BAR = 200_000, 5, 2.0
DRAG = 0.1


def rows(*, repeats: int) -> list[Row]:
    """Each method on 5 members x 200,000 rows; more rows and more members; a slider over a million rows."""
    from engine.ensemble.options import Method

    whole = {method: _median(method, ROWS, MEMBERS, repeats) for method in Method}
    slowest = max(whole, key=lambda method: whole[method])
    figures = ", ".join(f"{method.value} {seconds(taken)}" for method, taken in whole.items())
    return [
        Row(f"Combine and score {MEMBERS} members x {ROWS:,} rows, processor time", figures, "",
            f"{whole[slowest]:.2f} s at most", f"at most {BAR:.0f} s", whole[slowest] <= BAR),
        _growth(f"{slowest.value}, {MEMBERS} members, by rows",
                {count: _median(slowest, count, MEMBERS, repeats) for count in (ROWS // 4, ROWS // 2, ROWS, 2 * ROWS)}),
        _growth(f"{slowest.value}, {ROWS // 2:,} rows, by members",
                {many: _median(slowest, ROWS // 2, many, repeats) for many in (3, 5, 10, 20)}),
        _dragged(),
    ]


def _growth(what: str, taken: dict[int, float]) -> Row:
    """Seconds for each size; the exponent of the growth from the smallest to the largest is 1 where it is linear."""
    (first, fast), *_, (last, slow) = taken.items()
    exponent = float(np.log(slow / fast) / np.log(last / first))
    return Row(f"The same by {what}", ", ".join(f"{size:,}: {seconds(value)}" for size, value in taken.items()), "",
               f"grows as size^{exponent:.2f}", "at most size^1.2", exponent <= 1.2)


def _dragged() -> Row:
    found = in_child("dragging")
    return Row("A slider over 1,000,000 rows x 5 members: exact AUC and mean R",
               f"{seconds(found['lag'])} after a move (worst {seconds(found['worst'])})",
               f"{seconds(found['cpu'])} of processor", f"the window pauses {seconds(found['pause'])} at most",
               "at most 100 ms", found["lag"] <= DRAG)


def _median(method: object, count: int, members: int, repeats: int) -> float:
    from engine.ensemble.combining import combine
    from engine.ensemble.options import EnsembleOptions
    from engine.progress import Progress
    from tests.engine.ensemble.worlds import panel

    made = panel(rows=count, noises=tuple(np.linspace(0.4, 1.2, members)))
    taken = []
    for _ in range(repeats):
        started = time.process_time()  # a busy machine must not count
        combine(made, EnsembleOptions(method=method), Progress())
        taken.append(time.process_time() - started)
    return statistics.median(taken)
