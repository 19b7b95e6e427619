"""Training as a job: a retrain on a known table, models side by side, explanations, cancel, time left."""

from __future__ import annotations

import contextlib
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks import made
from tests.benchmarks.measuring import Row, in_child

ROWS, COLUMNS, ROUNDS = 100_000, 50, 100
CANCELS = 12
JOBS = 30  # of ten sizes and one to three models, all on tables that were never seen before


def rows(*, repeats: int) -> list[Row]:
    """Times are of the processor, but for side by side, cancel and time left, which are of the clock."""
    return [row for lane in (prepared, side_by_side, shap, cancel, time_left) for row in lane(repeats=repeats)]


def prepared(*, repeats: int) -> list[Row]:
    """A lane: the share of preparation in a retrain."""
    return preparation(_table())


def side_by_side(*, repeats: int) -> list[Row]:
    """A lane: three models at once."""
    with _workspace() as workspace:
        return [beside(_table(), workspace)]


def shap(*, repeats: int) -> list[Row]:
    """A lane: explanations."""
    return explained(_table(), repeats)


def cancel(*, repeats: int) -> list[Row]:
    """A lane: how long a cancel takes."""
    with _workspace() as workspace:
        return [*cancelled(_table(), workspace)]


def time_left(*, repeats: int) -> list[Row]:
    """A lane: what is said of the time left."""
    return [left()]


@contextlib.contextmanager
def _workspace() -> Iterator[Any]:
    from engine.library.store import Workspace

    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        yield workspace


def _table() -> Any:
    from engine.data.loading import table_from_frame

    return table_from_frame(made.signals(ROWS, COLUMNS), made.ROLES, source="made")


def preparation(table: Any) -> list[Row]:
    """The share of a fit that goes into building the library's data, the first time and the second."""
    from engine.models import LIBRARIES, library
    from engine.models.built import SHELF
    from engine.models.fit_data import FitData, Knobs

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
    from engine.models import LIBRARIES

    part, found = table.matrix[:4000], []
    for name in LIBRARIES:
        loaded = _loaded(table, name)
        model = loaded.members[0].model
        ours, raw = [], []
        for _ in range(max(repeats, 3)):
            ours.append(_cpu(lambda loaded=loaded: explain(loaded, part, threads=1)))
            raw.append(_cpu(lambda model=model: model._contributions(part, 1)))
        ratio = statistics.median(ours) / statistics.median(raw)
        found.append(Row(f"{name}: contributions of {len(part):,} rows, 100 trees", f"{min(ours):.2f} s",
                         f"library {min(raw):.2f} s", f"{ratio:.2f}x", "at most 1.10x", ratio <= 1.1))
    return found


def _loaded(table: Any, name: str) -> Any:
    """A model of 100 trees, as the library of runs would load it."""
    from engine.bundle.manifest import ModelCard
    from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
    from engine.models import library
    from engine.models.fit_data import FitData, Knobs

    model = library(name).fit(FitData(table.matrix[:20_000], table.label[:20_000]), Knobs(rounds=100))
    card = ModelCard("x", name, name, "", table.schema, library=name)
    return LoadedModel(card, [LoadedMember(card, model, MemberView(table.schema, table.schema))])


def cancelled(table: Any, workspace: Any) -> list[Row]:
    """From Cancel to the end, at random moments of each library's conversion and rounds, and of its explanations."""
    from engine.bundle.explaining import explain
    from engine.models import LIBRARIES
    from engine.models.built import SHELF
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.trainer import train_models

    random, found = np.random.default_rng(0), []
    for name in LIBRARIES:
        def train(progress: Any, name: str = name) -> None:
            SHELF.clear()
            train_models(table, [TrainingConfig(model_type=ModelType(name), rounds=20_000, early_stopping_rounds=0)],
                         workspace=workspace, progress=progress)

        late = [_late(train, random.uniform(0.05, 2.5)) for _ in range(CANCELS)]
        found.append(_cancel_row(f"{name}: conversion and training of {len(table):,} x {COLUMNS}", late))
        model = _loaded(table, name)

        def tell(progress: Any, model: Any = model) -> None:
            explain(model, table.matrix, threads=1, progress=progress)

        found.append(_cancel_row(f"{name}: contributions of {len(table):,} rows",
                                 [_late(tell, random.uniform(0.05, 1.0)) for _ in range(CANCELS)]))
    return found


def _late(work: Callable[[Any], object], after: float) -> float:
    """Seconds from Cancel, so long after the start, to the end of the work."""
    from engine.errors import Cancelled
    from engine.progress import Progress

    progress, stamp = Progress(), [0.0]

    def cancel() -> None:
        stamp[0] = time.perf_counter()
        progress.cancel()

    timer = threading.Timer(after, cancel)
    timer.start()
    with contextlib.suppress(Cancelled):
        work(progress)
    late = time.perf_counter() - stamp[0] if stamp[0] else 0.0
    timer.cancel()
    while any(thread.name == "alphapulse-fit" for thread in threading.enumerate()):
        time.sleep(0.05)
    return late


def _cancel_row(what: str, late: list[float]) -> Row:
    p95 = float(np.percentile(late, 95))
    return Row(f"Cancel in {what}: {len(late)} random moments, p95", f"{p95 * 1e3:.0f} ms",
               f"worst {max(late) * 1e3:.0f} ms", f"{p95:.2f} s", "at most 1 s", p95 <= 1)


def left() -> Row:
    """The time left that is told after a quarter of a job against what it took: thirty jobs, the first cold."""
    errors = in_child("jobs")
    right = sum(error <= 0.2 for error in errors)
    told = ", ".join(f"{error:.0%}" for error in errors)
    return Row(f"Time left after a quarter of {JOBS} jobs (the first cold), within a fifth", f"{right} of {JOBS}",
               f"off by {told}", f"{right / JOBS:.0%}", "at least 90%", right >= 0.9 * JOBS)


def main() -> None:
    """The jobs in a fresh process, each on a table of its own; prints by how much each told time left was wrong."""
    from engine.data.loading import table_from_frame
    from engine.models.built import SHELF
    from engine.progress import Progress
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.trainer import train_models

    errors = []
    for number in range(JOBS):
        SHELF.clear()
        size = number % 10
        table = table_from_frame(made.signals(4000 + 1500 * size, 10 + 2 * size, seed=number), made.ROLES)
        points: list[tuple[float, float | None]] = []
        began = time.perf_counter()

        def hear(point: Any, points: list[Any] = points, began: float = began) -> None:
            points.append((time.perf_counter() - began, point.seconds_left))

        kinds = list(ModelType)[: 3 - number % 3]
        with _workspace() as workspace:
            train_models(table, [TrainingConfig(model_type=kind, rounds=600, learning_rate=0.05) for kind in kinds],
                         workspace=workspace, leak_meter=number % 2 == 0, progress=Progress(hear))
        whole = points[-1][0]
        at, told = next((at, told) for at, told in points if at >= whole / 4 and told is not None)
        errors.append(abs(told - (whole - at)) / (whole - at))
        print(f"  {whole:.1f} s, off by {errors[-1]:.0%}", file=sys.stderr, flush=True)
    print(json.dumps(errors))


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
