"""Weights fitted on the past and used on the future: block after block of later rows, each with weights of its own.

As in training, what is kept is what scored the last block: no weight that is saved has seen that block.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.data.splits import parse_duration
from engine.ensemble import blending, dynamic, greedy, locks, stacking, weighting
from engine.ensemble.options import EnsembleOptions, Method
from engine.ensemble.panel import Panel
from engine.evaluation.calibration import Calibrator, fit_platt, fit_temperature
from engine.evaluation.intervals import Values
from engine.evaluation.metrics import losses
from engine.evaluation.pooling import Pool
from engine.progress import Progress
from engine.records import Floats, Ints

FEWEST_ROWS = 60
FEWEST_OF_A_CLASS = 10
_CALIBRATION_SHARE = 0.7  # of the earlier rows fit a calibration, the others say whether it helps


@dataclass(frozen=True, eq=False, slots=True)
class Stage:
    """One block of scored rows, `start` to `stop` of the panel, and the earlier rows that weights may see."""

    start: int
    stop: int
    past: Panel


@dataclass(frozen=True, eq=False, slots=True)
class Forward:
    """Predictions (m,) for the rows from `start` on, `fold` (m,) their block, and the pool for what comes next."""

    start: int
    fold: Ints
    probability: Floats
    pools: tuple[Pool, ...]
    latest: Pool


def stages(panel: Panel, options: EnsembleOptions) -> tuple[Stage, ...]:
    """The blocks of later rows; none where there are too few rows, or too few wins or losses, to fit and to score."""
    first = round(len(panel) * options.first_share)
    edges = np.linspace(first, len(panel), options.stages + 1).round().astype(int)
    embargo = parse_duration(options.embargo, "embargo")
    if len(panel) < FEWEST_ROWS or not 0 < first < len(panel):
        return ()
    found = tuple(
        Stage(int(start), int(stop), panel.before(int(start), embargo))
        for start, stop in itertools.pairwise(edges) if stop > start
    )
    return found if all(map(_enough, (found[0].past.label, panel.label[first:]))) else ()


def run(panel: Panel, blocks: Sequence[Stage], options: EnsembleOptions, progress: Progress) -> Forward:
    """The method's own predictions, each from weights that had seen only earlier rows."""
    if options.method is Method.DYNAMIC:
        return _followed(panel, blocks, options)
    pools = []
    for number, stage in enumerate(blocks):
        progress.report(number / len(blocks), f"Fitting weights, block {number + 1} of {len(blocks)}")
        pools.append(fit(stage.past, options, progress))
    return fixed(panel, blocks, pools)


def fit(past: Panel, options: EnsembleOptions, progress: Progress) -> Pool:
    """The method's weights from all rows of a panel."""
    if options.weights:
        return blending.given(past.names, options.weights)
    if options.locked:
        return locks.found(past, options.locked, lambda free: _found(free, options, progress))
    return _found(past, options, progress)


def _found(past: Panel, options: EnsembleOptions, progress: Progress) -> Pool:
    by_r = options.weight_by_r
    if options.method is Method.WEIGHTED_AVERAGE:
        return weighting.weigh(past, options.metric, by_r=by_r, going=lambda _: _not_cancelled(progress))
    if options.method is Method.STACKING:
        return stacking.stack(past, by_r=by_r)
    if options.method is Method.GREEDY:
        return greedy.select(past, options.metric, by_r=by_r, check=progress.check)
    return blending.blend(past, by_r=by_r)


def _not_cancelled(progress: Progress) -> bool:
    progress.check()
    return True


def fixed(panel: Panel, blocks: Sequence[Stage], pools: Sequence[Pool]) -> Forward:
    """Each block scored by its own pool."""
    parts = [pool.apply(panel.probability[:, stage.start:stage.stop])
             for stage, pool in zip(blocks, pools, strict=True)]
    return Forward(blocks[0].start, _folds(blocks), np.concatenate(parts), tuple(pools), pools[-1])


def calibrated(blocks: Sequence[Stage], found: Forward) -> Forward:
    """With a map on top, chosen and fitted on the rows before the first block; see `calibrator_for`.

    One map for all blocks: a map changes no order, but blocks under maps of their own would be out of order among
    each other, and pooled they would score less than what they hold. What is kept is fitted anew on the rows before
    the last block, where it has to help again. A method that brings its own map (stacking) is left alone.
    """
    if found.latest.calibrator is not None:
        return found
    first, kept = (calibrator_for(stage.past, pool) for stage, pool in (
        (blocks[0], found.pools[0]), (blocks[-1], found.latest)))
    if first is None or kept is None:
        return found
    return replace(found, probability=first.apply(found.probability), latest=replace(found.latest, calibrator=kept))


def calibrator_for(past: Panel, pool: Pool) -> Calibrator | None:
    """Temperature or Platt, whichever lowered the log loss surely when fitted on the first of these rows and tried on
    the last ones; None where neither did. The one that is kept is fitted on all of them.
    """
    cut = round(len(past) * _CALIBRATION_SHARE)
    early, late = past.before(cut) if cut else past.take(slice(0, 0)), past.take(slice(cut, None))
    if len(early) < FEWEST_ROWS or not _enough(early.label) or not len(late):
        return None
    mixed = pool.apply(late.probability)
    plain, best, chosen = losses(late.label, mixed), 0.0, None
    for fit_map in (fit_temperature, fit_platt):
        gains = plain - losses(late.label, fit_map(early.label, pool.apply(early.probability)).apply(mixed))
        gain = float(gains.mean())
        if gain > max(best, float(gains.std()) / np.sqrt(len(gains))):
            best, chosen = gain, fit_map
    return None if chosen is None else chosen(past.label, pool.apply(past.probability))


def _followed(panel: Panel, blocks: Sequence[Stage], options: EnsembleOptions) -> Forward:
    path = dynamic.follow(panel, by_r=options.weight_by_r)
    start = blocks[0].start
    before = [Pool(panel.names, tuple(map(float, path.weights[path.used[stage.start]]))) for stage in blocks]
    return Forward(start, _folds(blocks), path.pooled(panel)[start:], tuple(before), path.latest(panel))


def _folds(blocks: Sequence[Stage]) -> Ints:
    return np.repeat(np.arange(len(blocks)), [stage.stop - stage.start for stage in blocks])


def _enough(label: Values) -> bool:
    wins = int(np.count_nonzero(label == 1))
    return min(wins, len(label) - wins) >= FEWEST_OF_A_CLASS
