"""The report's charts: each takes records and gives a `Plot` whose description holds the numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.drawing.svg import Axis, Plot
from engine.records import Curve, Interval, LeakMeter, OnlineCurves

_ROW = 30  # height of a row of names
_SETTLED = 100  # labels before a rolling accuracy says anything
_SHARE = "{:.1f}".format


@dataclass(frozen=True, slots=True)
class AucRow:
    """One line of the AUC comparison."""

    name: str
    auc: Interval
    series: int


def percent(value: float) -> str:
    """A share as a whole percentage."""
    return f"{value * 100:.0f} %"


def auc_chart(rows: Sequence[AucRow], *, rows_alike: bool = True) -> Plot:
    """AUC with its 95 % interval, one row a model; 0.5 is no skill. `rows_alike`: all were scored on the same rows."""
    low = min([0.5, *(row.auc.low for row in rows if math.isfinite(row.auc.low))]) - 0.01
    high = max([0.55, *(row.auc.high for row in rows if math.isfinite(row.auc.high))]) + 0.02
    words = "; ".join(f"{row.name} {interval_words(row.auc)}" for row in rows)
    where = "the same later rows for all" if rows_alike else "each on later rows of its own"
    plot = _rows_plot(Axis(f"AUC with 95 % interval, {where}", low, high, "{:.2f}".format),
                      len(rows), f"AUC comparison: {words}")
    plot.guide(0.5, -0.6, 0.5, len(rows) - 0.4)
    for place, row in enumerate(reversed(rows)):
        plot.row_name(place, row.name)
        plot.whisker(place, row.auc.low, row.auc.high, row.series)
        plot.dot(row.auc.value, place, row.series)
    return plot


def roc_chart(curves: Mapping[str, Curve]) -> Plot:
    """ROC curves with the first one's band; the diagonal is no skill."""
    plot = Plot(Axis("False positive rate", 0, 1, _SHARE), Axis("True positive rate", 0, 1, _SHARE),
                words=f"ROC curves of {', '.join(curves)}; the diagonal is no skill")
    plot.guide(0, 0, 1, 1)
    for series, (name, curve) in enumerate(curves.items()):
        if series == 0 and curve.low is not None and curve.high is not None:
            plot.band(curve.x, curve.low, curve.high, series)
        plot.line(curve.x, curve.y, series, name, dashed=series > 0)
    return plot


def calibration_chart(curves: Mapping[str, Curve]) -> Plot:
    """Share of wins against predicted probability with Wilson intervals; the diagonal is perfect."""
    low, high = _range([v for c in curves.values() for v in (c.x, c.y, c.low, c.high) if v is not None])
    axis = (max(0.0, low - 0.02), min(1.0, high + 0.02))
    plot = Plot(Axis("Predicted probability", *axis, percent), Axis("Share of wins", *axis, percent),
                words=f"Calibration of {', '.join(curves)}; the diagonal is perfect")
    plot.guide(axis[0], axis[0], axis[1], axis[1])
    for series, (name, curve) in enumerate(curves.items()):
        if curve.low is not None and curve.high is not None:
            for x, bottom, top in zip(curve.x, curve.low, curve.high, strict=True):
                plot.upright(x, bottom, top, series)
        plot.line(curve.x, curve.y, series, name, dashed=series > 0)
    return plot


def importance_chart(importance: Mapping[str, Mapping[str, float]], *, most: int = 12) -> Plot:
    """The features that matter most on average over the models, one thin bar a model."""
    names = sorted({name for shares in importance.values() for name in shares},
                   key=lambda name: -sum(shares.get(name, 0.0) for shares in importance.values()))[:most]
    top = max([0.01, *(shares.get(name, 0.0) for shares in importance.values() for name in names)])
    plot = _rows_plot(Axis("Share of importance", 0, top * 1.05, percent), len(names),
                      f"Most important features: {', '.join(names)}")
    for series, model in enumerate(importance):
        plot.name(model, series)
    thick = 0.8 / max(len(importance), 1)
    for place, name in enumerate(reversed(names)):
        plot.row_name(place, name)
        for series, shares in enumerate(importance.values()):
            plot.bar(place + 0.4 - thick * (series + 0.5), shares.get(name, 0.0), series, thick=thick * 0.9)
    return plot


def leak_chart(meter: LeakMeter) -> Plot:
    """The same model's AUC under four ways to split; only the last one is what the future will see."""
    found = {"Shuffled": meter.shuffled, "Blocked": meter.blocked, "Walk-forward": meter.walk_forward,
             "Purged walk-forward": meter.purged_walk_forward}  # fmt: skip
    rows = {name: value for name, value in found.items() if value is not None and math.isfinite(value)}
    low, high = min([0.5, *rows.values()]) - 0.01, max([0.55, *rows.values()]) + 0.02
    words = "; ".join(f"{name} {value:.3f}" for name, value in rows.items())
    plot = _rows_plot(Axis("AUC of the same model, by how rows were split", low, high, "{:.2f}".format), len(rows),
                      f"Leak meter: {words}")
    plot.guide(0.5, -0.6, 0.5, len(rows) - 0.4)
    for place, (name, value) in enumerate(reversed(rows.items())):
        plot.row_name(place, name)
        plot.dot(value, place, 0 if name.startswith("Purged") else 1)
        plot.text(value, place, f"{value:.3f}")
    return plot


def live_chart(curves: OnlineCurves) -> Plot:
    """Rolling accuracy of the final score with its Wilson band, beside its parts and the baselines."""
    lines = {
        "final score": curves.accuracy, "batch model": curves.accuracy_batch, "online learner": curves.accuracy_online,
        "most frequent class": curves.accuracy_prior, "last label": curves.accuracy_last_class,
    }  # fmt: skip
    lines = {name: values for name, values in lines.items() if np.isfinite(values).sum() > 1}
    settled = curves.event >= min(_SETTLED, curves.event[-1] if len(curves.event) else 0)
    low, high = _range([values[settled] for values in (*lines.values(), curves.accuracy_low, curves.accuracy_high)])
    last = float(curves.event[-1]) if len(curves.event) else 1.0
    ends = "; ".join(f"{name} {values[np.isfinite(values)][-1]:.3f}" for name, values in lines.items())
    plot = Plot(Axis("Labels that have arrived", 0, max(last, 1.0), "{:,.0f}".format),
                Axis("Accuracy over the last labels", max(0.0, low - 0.12), min(1.0, high + 0.01), percent),
                words=f"Live accuracy at the end: {ends}", width=1060, height=380)
    plot.band(curves.event, curves.accuracy_low, curves.accuracy_high, 0)
    for series, (name, values) in enumerate(lines.items()):
        plot.line(curves.event, values, series, name, dashed=series > 0)
    return plot


def interval_words(interval: Interval) -> str:
    """A value and its 95 % interval in words."""
    if not math.isfinite(interval.value):
        return "not known"
    if not math.isfinite(interval.low):
        return f"{interval.value:.3f}"
    return f"{interval.value:.3f} ({interval.low:.3f} to {interval.high:.3f})"


def _rows_plot(x: Axis, rows: int, words: str) -> Plot:
    plot = Plot(x, Axis("", -0.6, max(rows, 1) - 0.4, ticks=()), words=words, height=70 + _ROW * max(rows, 1))
    plot.make_room(170)
    return plot


def _range(arrays: Sequence[np.ndarray]) -> tuple[float, float]:
    known = np.concatenate([np.asarray(a, np.float64)[np.isfinite(a)] for a in arrays]) if arrays else np.empty(0)
    return (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
