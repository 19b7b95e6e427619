"""Whether a score beats what needs no model: last class, prior, champion; and the figures that say so."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.evaluation.intervals import NOT_KNOWN, wilson
from engine.online.book import BATCH, FINAL, LAST_CLASS, ONLINE, PRIOR, PRIOR_LOSS, Book
from engine.records import Interval, OnlineFigures

_ROWS = {"final": FINAL, "batch": BATCH, "online": ONLINE}
NOTHING = OnlineFigures(NOT_KNOWN, None, None)
_FEW = 100  # labels below which nothing is said of skill


def kappa_temporal(accuracy: float, last_class: float) -> float:
    """Accuracy against repeating the last known label: 1 perfect, 0 no better, below 0 worse (Zliobaite and others,
    Machine Learning 98:455, 2015)."""
    if math.isnan(accuracy) or last_class >= 1.0:
        return math.nan
    return (accuracy - last_class) / (1.0 - last_class)


def window_figures(book: Book) -> dict[str, OnlineFigures]:
    """Figures of the last labels for each predictor that gave a score."""
    return {
        name: OnlineFigures(wilson(int(book.window_right[row]), int(book.window_known[row])),
                            _auc(book, row), _mean(book.window_loss[row], book.loss_known[row]))
        for name, row in _ROWS.items() if book.window_known[row] > 0
    }


def window_baseline(book: Book) -> dict[str, float]:
    """Accuracies of the last labels that need no model, and the prior's log loss."""
    found = {
        "last_class": _share(book, LAST_CLASS), "prior": _share(book, PRIOR),
        "prior_log_loss": _mean(book.window_loss[PRIOR_LOSS], book.loss_known[PRIOR_LOSS]),
    }
    if book.window_known[BATCH] > 0:
        found["champion"] = _share(book, BATCH)
    return {name: number(value) for name, value in found.items()}


def words(accuracy: Interval, log_loss: float | None, baseline: Mapping[str, float], labels: int) -> str:
    """One honest sentence on the score against its baselines."""
    if labels < _FEW:
        return f"Too few labels to judge: {labels} of {_FEW}."
    rivals = {name: baseline[name] for name in ("last_class", "prior") if not math.isnan(baseline.get(name, math.nan))}
    name, best = max(rivals.items(), key=lambda item: item[1])
    said = "repeating the last label" if name == "last_class" else "the more frequent class"
    better_loss = log_loss is not None and log_loss < baseline.get("prior_log_loss", math.inf)
    if accuracy.low > best:
        return f"Skill: {accuracy.value:.1%} right, {said} {best:.1%}."
    if accuracy.high < best:
        return f"No skill in accuracy: {said} is right {best:.1%} of the time, the score {accuracy.value:.1%}."
    loss = "better than" if better_loss else "no better than"
    return (f"No clear skill in accuracy ({accuracy.value:.1%} against {best:.1%} by {said}); "
            f"its log loss is {loss} the base rate's.")


def number(value: float | None) -> float:
    """NaN for what is not known."""
    return math.nan if value is None else value


def _auc(book: Book, row: int) -> float | None:
    whole = 2 * int(book.wins[row]) * int(book.losses[row])
    return int(book.pairs[row]) / whole if whole else None


def _share(book: Book, row: int) -> float | None:
    return _mean(float(book.window_right[row]), book.window_known[row])


def _mean(total: float, count: int) -> float | None:
    return float(total) / int(count) if count > 0 else None
