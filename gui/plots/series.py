"""What is drawn: a run's place among the styles of a chart, and curves with their scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.records import Curve, Floats, Interval, LearningCurve, OutOfFold, RunRecord
from gui.translation import later

KINDS: Mapping[str, str] = {
    "xgboost": "XGBoost", "lightgbm": "LightGBM", "catboost": "CatBoost", "ensemble": later("Ensemble"),
    "online": later("Online"),
}
DRAWN_POINTS = 400  # more than a chart has pixels for; still curves stay cheap to antialias


@dataclass(frozen=True, slots=True)
class Series:
    """One run in a chart. `place` chooses colour, line and marker; the champion always has its own."""

    key: str
    label: str
    place: int = 0
    champion: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class CurveRecord:
    """A curve to draw and the score that stands beside its name."""

    series: Series
    curve: Curve
    score: Interval | None = None


@dataclass(frozen=True, eq=False, slots=True)
class LearningRecord:
    """How a run's losses went, a curve a block."""

    series: Series
    curves: tuple[LearningCurve, ...]


@dataclass(frozen=True, slots=True)
class ScoreRecord:
    """A score to draw as a dot with its interval; `note` is a few words beside it."""

    series: Series
    score: Interval
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """Shares by feature name that add up to 1, such as importances; `spread` is their least and most over the folds."""

    series: Series
    shares: Mapping[str, float]
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def kind_words(kind: str) -> str:
    """The name of a kind of model as the analyst knows it."""
    return KINDS.get(kind, kind.title())


def run_label(run: RunRecord) -> str:
    """What a run is called in a chart: its name, or its kind and the start of its id."""
    return run.name or f"{kind_words(run.kind)} {run.id[:6]}"


def series_of(runs: Sequence[RunRecord], champion: str | None, places: Mapping[str, int]) -> tuple[Series, ...]:
    """The runs as they are drawn, in their order; the champion takes none of the common styles."""
    return tuple(Series(run.id, run_label(run), places.get(run.id, 0), run.id == champion) for run in runs)


def thinned(curve: Curve, points: int = DRAWN_POINTS) -> tuple[Floats, Floats]:
    """The curve's x and y at no more than `points` places, first and last among them."""
    if len(curve.x) <= points:
        return curve.x, curve.y
    keep = np.unique(np.linspace(0, len(curve.x) - 1, points).astype(np.int64))
    return curve.x[keep], curve.y[keep]


def labelled(oof: OutOfFold) -> OutOfFold:
    """Only the rows whose label is known."""
    known = (oof.label >= 0) & np.isfinite(oof.probability)
    if known.all():
        return oof
    return OutOfFold(*(getattr(oof, name)[known] for name in OutOfFold.__dataclass_fields__))
