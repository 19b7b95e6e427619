"""A slider dragged over a million rows, in a process of its own: how far the scores lag, and how long the window waits.

Prints JSON: seconds from a move to its exact scores, processor seconds of one score, longest pause of the event loop.
"""

from __future__ import annotations

import dataclasses
import json
import time

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.ensemble.preview import Preview
from engine.records import OutOfFold
from gui.ensemble.following import Follower
from gui.jobs import Jobs
from tests.gui.ensemble.robot import report

ROWS, MEMBERS, MOVES = 1_000_000, 5, 30


def main() -> None:
    """Drag, and tell."""
    app = QCoreApplication([])
    made, jobs = _report(), Jobs()
    follower = Follower(jobs=jobs, parent=jobs)
    follower.begin(made)
    while jobs.active:
        app.processEvents()
    heard: list[object] = []
    follower.scored.connect(heard.append)
    lags, pauses = [], []
    for move in range(MOVES):
        weights = dict(zip("abcde", np.roll([0.1, 0.15, 0.2, 0.25, 0.3], move).tolist(), strict=True))
        before, started = len(heard), time.perf_counter()
        follower.follow(weights)
        while len(heard) == before:
            turn = time.perf_counter()
            app.processEvents()
            pauses.append(time.perf_counter() - turn)
            time.sleep(0.001)
        lags.append(time.perf_counter() - started)
    follower.stop()
    jobs.close_now()
    print(json.dumps({"lag": float(np.median(lags)), "worst": max(lags), "cpu": _cpu(made), "pause": max(pauses)}))


def _report() -> object:
    rng = np.random.default_rng(0)
    label = (rng.random(ROWS) < 0.4).astype(np.int64)
    truth = 0.3 * label + rng.normal(size=ROWS)
    predictions = 1 / (1 + np.exp(0.4 - 0.3 * (truth + rng.normal(size=(MEMBERS, ROWS)))))
    row = np.arange(ROWS)
    kept = OutOfFold(row, row, row, label, predictions.mean(axis=0), row, np.where(label == 1, 1.5, -1.0))
    return dataclasses.replace(report(list("abcde")), predictions=predictions, out_of_fold=kept)


def _cpu(made: object) -> float:
    preview, taken = Preview(made), []
    for move in range(10):
        started = time.process_time()
        preview.at({"a": move / 20, "b": 1 - move / 20, "c": 0.5})
        taken.append(time.process_time() - started)
    return float(np.median(taken))


if __name__ == "__main__":
    main()
