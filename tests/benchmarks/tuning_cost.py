"""What a search costs beside its fits, whether it keeps its time, and what three libraries gain beside each other."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.benchmarks.measuring import ROOT, Row

TRIALS, SECONDS = 30, 20.0
OVERHEAD, LATE = 0.03, 0.05


def rows(*, repeats: int) -> list[Row]:
    """The overhead of each library's trials by processor time, and the time of a search with its training."""
    from engine.data.loading import load_table

    table = load_table(ROOT / "resources" / "sample" / "btc_1h.csv")
    trials = TRIALS if repeats > 3 else TRIALS // 2
    return [overhead(table, trials), *budget(table, SECONDS if repeats > 3 else SECONDS / 2)]


def overhead(table: Any, trials: int) -> Row:
    """Processor time of whole searches over that of their fits."""
    all_fits = all_else = 0.0
    told = []
    for name in ("lightgbm", "xgboost", "catboost"):
        searched(table, [name], trials=1)
        fits = [0.0]
        with counted(fits):
            began = time.process_time()
            searched(table, [name], trials=trials)
            rest = time.process_time() - began - fits[0]
        all_fits, all_else = all_fits + fits[0] / fits[0], all_else + rest / fits[0]
        told.append(f"{name} {rest / fits[0]:.1%} ({1e3 * rest / trials:.1f} ms a trial)")
    share = all_else / all_fits
    return Row(f"A search beside its fits, 2,916 rows x 43, {trials} trials of each library", "; ".join(told),
               "the fits alone", f"{share:.1%} at equal time for each library", f"at most {OVERHEAD:.0%}",
               share <= OVERHEAD)


def budget(table: Any, seconds: float) -> list[Row]:
    """A search of three libraries and the training of what it took, by the clock."""
    from engine.library.store import Workspace
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.tuning.options import TuningOptions
    from engine.training.tuning.tuned import train_tuned

    configs = [TrainingConfig(model_type=each) for each in ModelType]
    with tempfile.TemporaryDirectory() as folder, Workspace.open(folder) as workspace:
        began = time.perf_counter()
        found = train_tuned(table, configs, None, TuningOptions(seconds=seconds), workspace=workspace)
        took = time.perf_counter() - began
    busy = found.tuning.fit_seconds / (found.tuning.seconds * found.tuning.lanes)
    threads = sum(run.settings["threads"] for run in found.training.runs[:found.tuning.lanes])
    return [
        Row(f"Search, training and leak meter of three libraries in {seconds:.0f} s", f"{took:.1f} s",
            f"{found.tuning.trials} trials", f"{took / seconds - 1:+.1%}", f"within {LATE:.0%}",
            abs(took / seconds - 1) <= LATE),
        Row("The same: lanes that are in a fit", f"{busy:.0%} of the time of {found.tuning.lanes} lanes",
            f"{threads} threads on {len(os.sched_getaffinity(0))} cores", f"{busy:.0%}", "no more threads than cores",
            threads <= len(os.sched_getaffinity(0))),
    ]


def searched(table: Any, names: list[str], *, trials: int) -> None:
    """A search in a workspace of its own."""
    from engine.library.store import Workspace
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.tuning.options import TuningOptions
    from engine.training.tuning.search import tune

    configs = [TrainingConfig(model_type=ModelType(each), threads=1) for each in names]
    with tempfile.TemporaryDirectory() as folder, Workspace.open(folder) as workspace:
        tune(table, configs, None, TuningOptions(trials=trials), workspace=workspace)


@contextmanager
def counted(spent: list[float]) -> Iterator[None]:
    """Add up the processor time of the fits, those of their own threads included."""
    from engine.training.tuning import trial

    plain = trial._fold

    def timed(*args: Any) -> Any:
        began = time.process_time()
        try:
            return plain(*args)
        finally:
            spent[0] += time.process_time() - began

    trial._fold = timed
    try:
        yield
    finally:
        trial._fold = plain
