"""Combining members: time beyond their own predictions, growth with rows and members, and one live row."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks.made import signals
from tests.benchmarks.measuring import Row, seconds

ROWS, MEMBERS, BAR = 200_000, 5, 2.0
LIVE_ROWS = 2_000


def rows(*, repeats: int) -> list[Row]:
    """Each method on 5 members x 200,000 rows; half the rows and double the members beside it; three boosters live."""
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
        _live(),
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


def _live() -> Row:
    from engine import models
    from engine.bundle import writing
    from engine.bundle.manifest import ModelCard
    from engine.data.schema import FeatureSchema
    from engine.ensemble.ensembler import ModelEnsembler
    from engine.models.base import FitData, Knobs

    frame = signals(5_000, 40)
    names = [name for name in frame.columns if name.startswith("x")]
    matrix, label = frame[names].to_numpy(), frame["win"].to_numpy()
    ensembler = ModelEnsembler()
    with tempfile.TemporaryDirectory() as folder:
        for kind in models.LIBRARIES:
            model = models.library(kind).fit(FitData(matrix, label), Knobs(rounds=200, max_depth=5))
            card = ModelCard(id=kind, name=kind, kind=kind, created="", schema=FeatureSchema.plain(names))
            file = Path(folder, kind)
            file.write_bytes(writing.model_bytes(card, model.to_bytes()))
            ensembler.add_model(kind, file)
        ensembler.build_from_arrays(frame[names], label, "stacking")
    live = [dict(zip(names, map(float, row), strict=True)) for row in matrix[:LIVE_ROWS]]
    taken = []
    for row in live:
        started = time.perf_counter()
        ensembler.predict_rows(row)
        taken.append(time.perf_counter() - started)
    p50, p99 = np.percentile(taken, [50, 99])
    return Row("One row through three boosters of 200 trees and the stack", f"p50 {seconds(p50)}, p99 {seconds(p99)}",
               "", f"p99 {seconds(p99)}")
