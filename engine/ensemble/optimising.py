"""Weights found anew for an ensemble that is there: on its earlier rows, some of them locked, judged on later ones.

`build_ensemble` with `locked` weights does the same block after block and saves; this tries one set of weights, fitted
before the first scored row, so that what it gains on the scored rows is no fit to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.ensemble import locks, weighting
from engine.ensemble.objectives import Metric, compared
from engine.ensemble.panel import Panel
from engine.errors import WorkbenchError
from engine.evaluation.comparison import compare_means
from engine.evaluation.intervals import delong
from engine.evaluation.metrics import losses
from engine.progress import Progress
from engine.records import EnsembleReport, Floats, Interval, Ints
from engine.settings import option

_SAME = 5e-4  # a smaller difference of weights is not seen in three digits
EQUAL, BEFORE = "equal weights", "the weights before"
_NAMES = {Metric.AUC: "AUC", Metric.EXPECTED_R: "expected R", Metric.LOG_LOSS: "log loss"}


@dataclass(frozen=True, slots=True)
class OptimiseOptions:
    """What to make best, and the weights (by member id) that stay."""

    metric: Metric = option(Metric.LOG_LOSS, "Make Best")
    locked: Mapping[str, float] = option({}, "Locked Weights")
    weight_by_r: bool = option(False, "Weight Rows by Realized R")


@dataclass(frozen=True, slots=True)
class Gain:
    """How much better the found weights are than others on the later rows, by the metric that was asked for.

    The difference is above 0 where they are better, in log loss too.
    """

    over: str
    metric: Metric
    difference: Interval

    @property
    def words(self) -> str:
        """One sentence that claims no more than the interval."""
        found = self.difference
        what = _NAMES[self.metric]
        figures = (f"{what} {-found.value:+z.4f} ({-found.high:+z.4f} to {-found.low:+z.4f}; less is better)"
                   if self.metric is Metric.LOG_LOSS else
                   f"{what} {found.value:+z.3f} ({found.low:+z.3f} to {found.high:+z.3f})")
        if not np.isfinite(found.low):
            return f"Too few wins or losses to tell a gain over {self.over}."
        if found.low > 0:
            return f"A gain over {self.over}: {figures}."
        if found.high < 0:
            return f"Worse than {self.over}: {figures}."
        return f"No evidence of gain over {self.over}: {figures}."


@dataclass(frozen=True, slots=True)
class Optimised:
    """Weights by member id that sum to 1, their AUC on `scored_rows` later rows, and what they gained there.

    `gains` are over equal weights and, where these are others, over the weights before; `stopped`: at the best so far.
    """

    weights: Mapping[str, float]
    metric: Metric
    auc: Interval
    gains: tuple[Gain, ...]
    fitted_rows: int
    scored_rows: int
    locked: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def words(self) -> str:
        """What was gained, and on which rows."""
        said = " ".join(gain.words for gain in self.gains)
        return f"{said} Found on {self.fitted_rows:,} earlier rows, judged on {self.scored_rows:,} later ones."


def optimise(
    report: EnsembleReport, options: OptimiseOptions, *, before: Mapping[str, float] | None = None,
    progress: Progress | None = None,
) -> Optimised:
    """Find weights on the rows before the scored ones; `before` are the weights to beat (the ensemble's, if left out).

    Stop ends the search with the best so far. Raises `WorkbenchError` where nothing can be found.
    """
    progress = progress or Progress()
    progress.report(0.0, "Taking the earlier rows")
    past, scored = _panels(report)
    _check(past, options)

    def going(share: float) -> bool:
        progress.report(0.05 + 0.65 * share, f"Finding weights, {share:.0%} of the steps")
        return not progress.stop_requested

    pool = locks.found(past, options.locked, lambda free: weighting.weigh(
        free, options.metric, by_r=options.weight_by_r, going=going))
    weights = dict(zip(pool.names, pool.weights, strict=True))
    progress.report(0.75, "Scoring them on the later rows")
    own = pool.apply(scored.probability)
    gains = tuple(
        Gain(name, options.metric, _difference(scored, own, mixed, options.metric))
        for name, mixed in _others(scored, weights, dict(before or report.weights))
    )
    progress.report(1.0, "Weights found")
    return Optimised(weights, options.metric, delong(scored.label, own), gains, len(past), len(scored),
                     tuple(options.locked), progress.stop_requested)


def _panels(report: EnsembleReport) -> tuple[Panel, Panel]:
    """The earlier and the later rows, members by id."""
    names = tuple(member.id for member in report.members)
    earlier, later = report.earlier, report.out_of_fold
    if earlier is None or not len(later.label):
        raise WorkbenchError("There are too few earlier rows to find weights on.", where="optimise",
                             remedy="Build the ensemble on a longer file, or set the weights by hand.",
                             code="too-few-rows")
    return (_panel(names, earlier.predictions, earlier.label, earlier.realized_rr),
            _panel(names, report.predictions, later.label, later.realized_rr))


def _panel(names: tuple[str, ...], predictions: Floats, label: Ints, rr: Floats) -> Panel:
    return Panel(names, predictions, label.astype(np.int8), np.arange(len(label)), realized_rr=rr)


def _check(past: Panel, options: OptimiseOptions) -> None:
    locks.check(past.names, options.locked)
    if options.metric is Metric.METHOD:
        raise WorkbenchError("It is not said what to make best.", where="metric", code="bad-metric",
                             remedy="Choose log loss, AUC or expected R.")
    if len(locks.free(past.names, options.locked)) < 2:
        raise WorkbenchError("Fewer than two weights are free, so there is nothing to find.", where="locked",
                             remedy="Unlock at least two members.", code="all-locked")
    if options.metric is Metric.EXPECTED_R and not past.rr.any():
        raise WorkbenchError("These signals hold no realized R to aim at.", where="metric", code="no-realized-r",
                             remedy="Name the column of realized R, or choose log loss or AUC.")


def _others(
    scored: Panel, weights: Mapping[str, float], before: Mapping[str, float]
) -> list[tuple[str, Floats]]:
    """What to beat: the weights before, where they are neither the found ones nor equal; equal weights always."""
    count = len(scored.names)
    equal = dict.fromkeys(scored.names, 1 / count)
    earlier = {name: before.get(name, 0.0) for name in scored.names}
    wanted = [] if _alike(earlier, equal) or _alike(earlier, weights) else [(BEFORE, earlier)]
    return [(name, np.array(list(each.values())) @ scored.probability) for name, each in (*wanted, (EQUAL, equal))]


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    return all(abs(one[name] - other[name]) < _SAME for name in one)


def _difference(scored: Panel, own: Floats, other: Floats, metric: Metric) -> Interval:
    """Above 0 where the found weights are better, with its paired 95 % interval."""
    if metric is Metric.LOG_LOSS:
        return compare_means(-losses(scored.label, own), -losses(scored.label, other), "own", "other").difference
    return compared(scored, own, other, "own", "other", metric).difference
