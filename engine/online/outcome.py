"""What came of a stream that was run through the learner: figures of each score, baselines, late labels allowed for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.table import UNKNOWN_LABEL
from engine.evaluation import metrics
from engine.evaluation.intervals import wilson
from engine.online.arrival import arrival_figures
from engine.online.book import BATCH, LAST_CLASS, PRIOR, PRIOR_LOSS, Scores
from engine.online.false_alarms import false_alarms, of_each
from engine.online.kernels import LABEL, SIGNAL
from engine.online.prequential import Events, Prequential
from engine.records import ArrivalFigures, Floats, Ints, OnlineFigures


def learnt_rows(events: Events, core: Prequential) -> Ints:
    """The slots whose labels were learnt, in that order."""
    rows: Ints = events.slot[events.op == LABEL]
    return rows[: core.labels]


def learnt_labels(events: Events, core: Prequential) -> NDArray[np.int8]:
    """Those labels."""
    labels: NDArray[np.int8] = events.label[events.op == LABEL]
    return labels[: core.labels]


def pending_rows(events: Events, core: Prequential) -> Ints:
    """The rows that were scored and have neither label nor expired, in order."""
    signals: Ints = events.slot[events.op == SIGNAL][: core.signals]
    gone = events.slot[events.op != SIGNAL][: core.signals - core.pending]
    return signals[~np.isin(signals, gone)]


def said_of(scores: Scores, rows: Ints, core: Prequential) -> dict[str, Floats]:
    """What each predictor that took part said of these rows."""
    said = {"final": scores.final[rows], "online": scores.online[rows]}
    if core.champion:
        said["batch"] = scores.batch[rows]
    if core.previous:
        said["previous"] = scores.previous[rows]
    return said


def figures_of(label: NDArray[np.int8], score: Floats) -> OnlineFigures:
    """Accuracy, AUC and log loss where there is a score."""
    there = ~np.isnan(score)
    label, score = label[there], score[there]
    right = int(np.count_nonzero((score > 0.5) == (label == 1)))
    both = len(np.unique(label)) == 2
    return OnlineFigures(wilson(right, len(label)), metrics.auc(label, score) if both else None,
                         metrics.log_loss(label, score) if len(label) else None)


def baseline_of(core: Prequential) -> Mapping[str, float]:
    """Accuracies that need no model, and the champion's."""
    book = core.book
    labels = max(core.labels, 1)
    found = {"last_class": float(book.total_right[LAST_CLASS]) / labels,
             "prior": float(book.total_right[PRIOR]) / labels,
             "prior_log_loss": float(book.total_loss[PRIOR_LOSS]) / labels}
    if core.champion:
        found["champion"] = float(book.total_right[BATCH]) / max(int(book.total_known[BATCH]), 1)
    return found


def detectors_of(core: Prequential, label: NDArray[np.int8], said: Mapping[str, Floats]) -> dict[str, Any]:
    """How often each detector of the menu, and the choice in use, cries on this very stream when nothing changes."""
    score = said["batch" if core.champion else "online"]
    each = of_each(score, label, core.options, champion=core.champion)
    mine = [found for found in each if found.detector == core.options.detector.value]
    chosen = mine[0] if mine else false_alarms(score, label, core.options, champion=core.champion)
    return {"false_alarms": chosen, "detectors": each}


def arrival_of(events: Events, scores: Scores, core: Prequential, realized_rr: Floats | None) -> ArrivalFigures | None:
    """The last window's figures as they stood when the last signal fired, beside what they are once labels are in.

    `realized_rr` (s,) is by slot. None where the labels came at once.
    """
    fired = events.op == SIGNAL
    slots, times = events.slot[fired][: core.signals], events.time[fired][: core.signals]
    labels = events.op == LABEL
    known = np.full(len(scores.final), UNKNOWN_LABEL, dtype=np.int8)
    known_at = np.full(len(known), np.iinfo(np.int64).max)
    known[events.slot[labels]], known_at[events.slot[labels]] = events.label[labels], events.time[labels]
    recent, times = slots[-core.options.window :], times[-core.options.window :]
    if not len(times) or times[0] < 0 or (known_at[recent] <= times).all():
        return None
    return arrival_figures(times, known_at[recent], known[recent], int(times[-1]), score=scores.final[recent],
                           realized_rr=None if realized_rr is None else realized_rr[recent])
