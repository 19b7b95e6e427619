"""The trainer against the raw libraries where it hurts: a million rows, memory, a busy machine. Minutes each."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from multiprocessing import Process, Value
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks import training
from tests.benchmarks.measuring import Row, in_child, interleaved, seconds

MILLION, COLUMNS, ROUNDS = 1_000_000, 50, 200
MEMORY, BUSY = 1.2, 1.3


def million(*, repeats: int) -> list[Row]:
    """The speed of the trainer at a million rows."""
    return training.rows(repeats=max(repeats // 3, 1), rows=MILLION, rounds=ROUNDS)


def million_xgboost(*, repeats: int) -> list[Row]:
    """XGBoost alone at a million rows in four turns: with two its ratio moved from 1.03 to 1.09 by itself."""
    return training.rows(repeats=repeats - 1, rows=MILLION, rounds=ROUNDS, only=("xgboost",))


def memory(*, repeats: int) -> list[Row]:
    """The most memory beyond the rows themselves, each side in a process of its own."""
    found = []
    for library in training.RAW:
        ours, raw = (in_child("limits", side, library, str(MILLION)) for side in ("ours", "raw"))
        ratio = ours["peak"] / raw["peak"]
        found.append(Row(f"{library}: peak memory of a training on {MILLION:,} x {COLUMNS}, program and rows included",
                         f"{ours['peak']:.0f} MB, {ours['over']:.0f} over the rows",
                         f"raw {raw['peak']:.0f} MB, {raw['over']:.0f} over the rows", f"{ratio:.2f}x",
                         f"at most {MEMORY}x", ratio <= MEMORY))
    return found


def busy(*, repeats: int) -> list[Row]:
    """Beside one thread that never rests: the threads that are chosen against every other number of them."""
    from engine.models import library, threads
    from engine.models.built import SHELF
    from engine.models.fit_data import FitData, Knobs

    X, y = training.made(100_000, COLUMNS)
    data, cores = FitData(X, y), os.cpu_count() or 1
    counts = sorted({1, max(cores // 2, 1), max(cores - 1, 1), cores})
    rival = _Rival()
    found = []
    try:
        for name in training.RAW:
            def fit(count: int, name: str = name) -> None:
                SHELF.clear()
                library(name).fit(data, Knobs(rounds=60, threads=count, subsample=0.8, column_sample=0.5))

            chosen: list[int] = []

            def choose(name: str = name, chosen: list[int] = chosen, fit: Any = fit) -> None:
                chosen.append(threads.chosen(name))
                fit(chosen[-1])

            work = {"chosen": choose, **{str(count): lambda count=count, fit=fit: fit(count) for count in counts}}
            taken = {key: statistics.median(each) for key, each in interleaved(work, max(repeats // 2, 3)).items()}
            best = min(counts, key=lambda count: taken[str(count)])
            ratio = taken["chosen"] / taken[str(best)]
            told = ", ".join(f"{count}: {seconds(taken[str(count)])}" for count in counts)
            found.append(Row(f"{name} beside one busy thread, 60 rounds of 100,000 x {COLUMNS}",
                             f"{statistics.median_low(chosen)} chosen: {seconds(taken['chosen'])}", f"threads {told}",
                             f"{ratio:.2f}x of the best", f"at most {BUSY}x", ratio <= BUSY))
    finally:
        rival.end()
    return found


class _Rival:
    """A process that keeps one processor busy."""

    def __init__(self) -> None:
        self._on = Value("b", True)
        self._process = Process(target=_spin, args=(self._on,), daemon=True)
        self._process.start()

    def end(self) -> None:
        """Let it rest."""
        self._on.value = False
        self._process.join(5)


def _spin(on: Any) -> None:
    while on.value:
        sum(range(20_000))


def main(side: str, name: str, rows: str) -> None:
    """One training in this process; prints its peak memory and what it takes beyond the rows."""
    import pandas as pd

    from engine.library.store import Workspace
    from engine.models.base import default_threads
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.trainer import train_arrays

    X, y = training.made(int(rows), COLUMNS)
    cut = int(rows) * 4 // 5
    config = TrainingConfig(model_type=ModelType(name), rounds=20, early_stopping_rounds=0)
    training.RAW[name](X[:2000], y[:2000], X[:100], config, 1)  # imports
    frame = pd.DataFrame(X, columns=[f"x{k}" for k in range(COLUMNS)], copy=False)
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        before = _resident()
        if side == "ours":
            train_arrays(frame[:cut], y[:cut], frame[cut:], y[cut:], config, workspace=workspace)
        else:
            training.RAW[name](X[:cut], y[:cut], X[cut:], config, default_threads())
    print(json.dumps({"peak": _peak(), "over": _peak() - before, "seconds": time.process_time()}))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    np.seterr(all="ignore")
    main(*sys.argv[1:])
