"""Training as a job: a retrain on a known table, models side by side, explanations, cancel, time left."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks import made
from tests.benchmarks.measuring import Row

ROWS, COLUMNS, ROUNDS = 100_000, 50, 100
CANCELS = 20


def rows(*, repeats: int) -> list[Row]:
    """Times are of the processor, but for side by side, cancel and time left, which are of the clock."""
    from engine.data.loading import table_from_frame
    from engine.library.store import Workspace

    table = table_from_frame(made.signals(ROWS, COLUMNS), made.ROLES, source="made")
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        return [*preparation(table), beside(table, workspace), *explained(table, repeats), cancelled(table, workspace),
                left(workspace)]


def preparation(table: Any) -> list[Row]:
    """The share of a fit that goes into building the library's data, the first time and the second."""
    from engine.models import LIBRARIES, library
    from engine.models.base import FitData, Knobs
    from engine.models.built import SHELF

    data, found = FitData(table.matrix, table.label), []
    for name in LIBRARIES:
        SHELF.clear()
        shares = []
        for _ in range(2):
            marks = [time.process_time()]
            library(name).fit(data, Knobs(rounds=ROUNDS, subsample=0.8, column_sample=0.5),
                              lambda total, *_, marks=marks: bool(marks.append(time.process_time())))
            whole = time.process_time() - marks[0]
            each = (marks[-1] - marks[1]) / (len(marks) - 2)
            shares.append(max(marks[1] - marks[0] - each, 0.0) / whole)
        found.append(Row(f"{name}: preparation of a retrain, share of {ROUNDS} rounds on {len(table):,} x {COLUMNS}",
                         f"again {shares[1]:.1%}", f"first {shares[0]:.1%}", f"{shares[1]:.1%}", "at most 5 %",
                         shares[1] <= 0.05))
    SHELF.clear()
    return found


def beside(table: Any, workspace: Any) -> Row:
    """Three models at once against one after the other, one thread each."""
    from engine.models.built import SHELF
    from engine.training.config import ModelType, TrainingConfig, ValidationOptions
    from engine.training.trainer import train_models

    configs = [TrainingConfig(model_type=kind, rounds=ROUNDS, early_stopping_rounds=0, threads=1) for kind in ModelType]
    seconds: dict[bool, list[float]] = {False: [], True: []}
    for turn in (False, True, True, False):
        SHELF.clear()
        began = time.perf_counter()
        train_models(table, configs, ValidationOptions(folds=2), workspace=workspace, leak_meter=False,
                     side_by_side=turn)
        seconds[turn].append(time.perf_counter() - began)
    one, both = min(seconds[False]), min(seconds[True])
    return Row("Three models side by side", f"{both:.1f} s", f"in turn {one:.1f} s", f"{one / both:.2f}x quicker",
               "at least 1.40x", one / both >= 1.4)


def explained(table: Any, repeats: int) -> list[Row]:
    """Contributions in pieces, with progress, against the library's own call in one."""
    from engine.bundle.explaining import explain
    from engine.bundle.manifest import ModelCard
    from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
    from engine.models import LIBRARIES, library
    from engine.models.base import FitData, Knobs

    part, found = table.matrix[:4000], []
    for name in LIBRARIES:
        model = library(name).fit(FitData(table.matrix[:20_000], table.label[:20_000]), Knobs(rounds=100))
        card = ModelCard("x", name, name, "", table.schema, library=name)
        loaded = LoadedModel(card, [LoadedMember(card, model, MemberView(table.schema, table.schema))])
        ours, raw = [], []
        for _ in range(max(repeats, 3)):
            ours.append(_cpu(lambda loaded=loaded: explain(loaded, part, threads=1)))
            raw.append(_cpu(lambda model=model: model._contributions(part, 1)))
        ratio = statistics.median(ours) / statistics.median(raw)
        found.append(Row(f"{name}: contributions of {len(part):,} rows, 100 trees", f"{min(ours):.2f} s",
                         f"library {min(raw):.2f} s", f"{ratio:.2f}x", "at most 1.10x", ratio <= 1.1))
    return found


def cancelled(table: Any, workspace: Any) -> Row:
    """From Cancel to the end, at random moments of the conversion and of the rounds of each library."""
    from engine.errors import Cancelled
    from engine.models.built import SHELF
    from engine.progress import Progress
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.trainer import train_models

    random, late = np.random.default_rng(0), []
    for number in range(CANCELS):
        SHELF.clear()
        progress, stamp = Progress(), [0.0]

        def cancel(progress: Progress = progress, stamp: list[float] = stamp) -> None:
            stamp[0] = time.perf_counter()
            progress.cancel()

        threading.Timer(random.uniform(0.05, 2.5), cancel).start()
        kind = list(ModelType)[number % 3]
        try:
            train_models(table, [TrainingConfig(model_type=kind, rounds=20_000, early_stopping_rounds=0)],
                         workspace=workspace, progress=progress)
        except Cancelled:
            late.append(time.perf_counter() - stamp[0])
        while any(thread.name == "alphapulse-fit" for thread in threading.enumerate()):
            time.sleep(0.05)
    p95 = float(np.percentile(late, 95))
    return Row(f"Cancel at {len(late)} random moments, p95", f"{p95 * 1e3:.0f} ms", f"worst {max(late) * 1e3:.0f} ms",
               f"{p95:.2f} s", "at most 1 s", p95 <= 1)


def left(workspace: Any) -> Row:
    """The time left that is told after a quarter of a job against what it took, over ten jobs."""
    from engine.data.loading import table_from_frame
    from engine.models.built import SHELF
    from engine.progress import Progress
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.trainer import train_models

    errors = []
    for number in range(10):
        SHELF.clear()
        table = table_from_frame(made.signals(4000 + 1500 * number, 10 + 2 * number, seed=number), made.ROLES)
        points: list[tuple[float, float | None]] = []
        began = time.perf_counter()

        def hear(point: Any, points: list[Any] = points, began: float = began) -> None:
            points.append((time.perf_counter() - began, point.seconds_left))

        kinds = list(ModelType)[: 1 + number % 3]
        train_models(table, [TrainingConfig(model_type=kind, rounds=600, learning_rate=0.05) for kind in kinds],
                     workspace=workspace, leak_meter=number % 2 == 0, progress=Progress(hear))
        whole = points[-1][0]
        at, told = next((at, told) for at, told in points if at >= whole / 4 and told is not None)
        errors.append(abs(told - (whole - at)) / (whole - at))
    right = sum(error <= 0.2 for error in errors)
    return Row("Time left after a quarter of ten jobs, within a fifth", f"{right} of 10",
               f"median error {statistics.median(errors):.0%}", f"{right} of 10", "at least 9", right >= 9)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
