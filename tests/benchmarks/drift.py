"""Drift detectors as the monitor uses them beside River's used plainly on the champion's errors, on streams of known
truth: found within the bar, median delay in labels, false alarms per 10,000 labels."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Callable
from typing import Any

import numpy as np

from tests.benchmarks.measuring import Row

ROWS, TRAINED, CHANGE = 20_000, 4_000, 10_000
CHANGES = {"strong": ("abrupt", 0.8, 300), "weak": ("abrupt", 0.6, 3500), "feed fault": ("feed_fault", 0.8, 500)}
STILL = {"still": ("stationary", 0.8), "still, weak": ("stationary", 0.6), "shared luck": ("dependent", 0.6)}
SEEDS, SLOW_SEEDS = 10, 2
BAR = "9 of 10 each within 300, 3,500, 500; still at most 0.5, asking under shared luck at most 1"


def rows(*, repeats: int) -> list[Row]:
    """One row a detector; those without a counterpart of ours are River's alone."""
    from river import drift

    from engine.online.options import Detector

    plain: dict[str, Callable[[], Any]] = {
        "ADWIN": drift.ADWIN, "HDDM_A": drift.binary.HDDMA, "Page-Hinkley": drift.PageHinkley,
        "DDM": drift.binary.DDM, "HDDM_W": drift.binary.HDDMW, "EDDM": drift.binary.EDDM,
        "KSWIN": lambda: drift.KSWIN(seed=1),
    }
    ours = {kind.words: kind for kind in Detector if kind is not Detector.NONE}
    found = []
    for name in [*ours, *(name for name in plain if name not in ours)]:
        seeds = SLOW_SEEDS if name == "KSWIN" else SEEDS
        mine = _tried(_ours(ours[name]), SEEDS) if name in ours else None
        theirs = _tried(_rivers(plain[name]), seeds) if name in plain else None
        held = mine is not None and name != "DDM"
        found.append(Row(f"Drift found by {name}", _words(mine, SEEDS), _words(theirs, seeds), "",
                         BAR if held else "", _meets(mine) if held else None))
    return found


Alarms = tuple[list[int], list[int]]  # labels of the alarms, and of those that ask for retraining
Tried = dict[str, tuple[int, float | None, float, float]]  # found, median delay, alarms and asks per 10,000 before


def _ours(kind: Any) -> Callable[[str, float, int], Alarms]:
    def run(stream: str, auc: float, seed: int) -> Alarms:
        from engine.online.drift import DriftWatch
        from engine.online.options import LearnerOptions
        from engine.online.preparing import warm_up
        from engine.online.ripening import Arrived

        warm_up()
        watch = DriftWatch(LearnerOptions(detector=kind), champion=True)
        marks = watch.feed(Arrived.at_once(*_said(stream, auc, seed)), 1)
        return [mark.event for mark in marks], [mark.event for mark in marks if mark.retrain]

    return run


def _rivers(build: Callable[[], Any]) -> Callable[[str, float, int], Alarms]:
    def run(stream: str, auc: float, seed: int) -> Alarms:
        score, label = _said(stream, auc, seed)
        detector, found = build(), []
        for number, wrong in enumerate(((score > 0.5) != (label == 1)).tolist(), 1):
            detector.update(int(wrong))
            if detector.drift_detected:
                found.append(number)
        return found, found

    return run


def _tried(run: Callable[[str, float, int], Alarms], seeds: int) -> Tried:
    found: Tried = {}
    at = CHANGE - TRAINED
    for name, (kind, auc, most) in CHANGES.items():
        delays = [min((event - at for event in run(kind, auc, seed)[1] if event > at), default=None)
                  for seed in range(seeds)]
        there = [delay for delay in delays if delay is not None]
        found[name] = (sum(delay <= most for delay in there), statistics.median(there) if there else None, 0.0, 0.0)
    per = 10_000 / (seeds * (ROWS - TRAINED))
    for name, (kind, auc) in STILL.items():
        cries = [run(kind, auc, seed) for seed in range(seeds)]
        found[name] = (0, None, sum(len(each[0]) for each in cries) * per, sum(len(each[1]) for each in cries) * per)
    return found


@functools.cache
def _said(kind: str, auc: float, seed: int) -> tuple[Any, Any]:
    """What a champion that was fitted on the first rows says of the others, and their labels."""
    from sklearn.linear_model import LogisticRegression

    from engine.data.synthetic import stream

    made = stream(kind, rows=ROWS, seed=seed, bayes_auc=auc, drift_at=CHANGE)
    champion = LogisticRegression(max_iter=200).fit(made.X[:TRAINED], made.label[:TRAINED])
    return np.asarray(champion.predict_proba(made.X[TRAINED:])[:, 1]), made.label[TRAINED:]


def _words(found: Tried | None, seeds: int) -> str:
    if found is None:
        return ""
    changes = ", ".join(f"{name} {found[name][0]}/{seeds}" + ("" if found[name][1] is None else
                        f" after {found[name][1]:,.0f}") for name in CHANGES)
    still = max(found["still"][2], found["still, weak"][2])
    lucky = found["shared luck"]
    return f"{changes}; false {still:.2f}; shared luck {lucky[2]:.1f}, asks {lucky[3]:.1f}"


def _meets(found: Tried | None) -> bool:
    return found is not None and (
        all(found[name][0] >= 9 for name in CHANGES) and found["still"][2] <= 0.5
        and found["still, weak"][2] <= 0.5 and found["shared luck"][3] <= 1.0)
