"""What is fitted on out-of-fold rows once the folds are done: the calibration, and the threshold that earns most.

Each block is mapped by what the blocks before it say (purged by label time), the saved model by all blocks before the
last: so every score, the last block's included, stays one of rows that nothing has seen.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.data.distinct import distinct
from engine.evaluation.calibration import Calibrator, fit_isotonic, fit_platt, fit_temperature
from engine.evaluation.metrics import losses
from engine.evaluation.money import choose_threshold
from engine.records import Floats, OutOfFold, ThresholdChoice
from engine.training.config import Calibration, ThresholdRule, TrainingConfig

_LEAST = 200  # earlier rows below which no map is fitted
_ISOTONIC_LEAST = 1000
# How many standard errors a map must gain on later rows before it is chosen. On three sets of real signals every map
# that was chosen by a smaller gain lost on the rows after it, by up to 0.03 nats.
_SURE = 2.0



def _isotonic(label: np.ndarray, p: Floats) -> Calibrator:
    """Isotonic with half a win below all rows and half a loss above them: no map may promise certainty."""
    ends = np.asarray([p.min(), p.max()])
    weight = np.append(np.ones(len(p)), [0.5, 0.5])
    return fit_isotonic(np.append(label, [1, 0]), np.append(p, ends), weight=weight)


_FITS: dict[Calibration, Callable[..., Calibrator]] = {
    Calibration.TEMPERATURE: fit_temperature, Calibration.PLATT: fit_platt, Calibration.ISOTONIC: _isotonic,
}


@dataclass(frozen=True, eq=False, slots=True)
class Settled:
    """The folds as the finished model would have scored them, and what its card will say."""

    folds: list[OutOfFold]
    calibration: dict[str, Any] | None = None
    threshold: ThresholdChoice | None = None


def settle(folds: Sequence[OutOfFold], config: TrainingConfig, *, to_all: bool = False) -> Settled:
    """Calibrate, then choose the threshold. `to_all`: the saved model has learnt every block, so all of them count."""
    mapped, calibration = calibrate(folds, config.calibration, to_all=to_all)
    return Settled(mapped, calibration, _threshold(mapped, config))


def calibrate(
    folds: Sequence[OutOfFold], wish: Calibration, *, to_all: bool = False
) -> tuple[list[OutOfFold], dict[str, Any] | None]:
    """Each fold mapped by the blocks before it, and the map of the saved model as JSON."""
    if wish is Calibration.NONE or not _in_order(folds):
        return list(folds), None
    mapped = list(folds)
    for number in range(1, len(folds)):
        found = _fitted(folds[:number], wish, folds[number])
        if found is not None:
            mapped[number] = replace(folds[number], probability=found.apply(folds[number].probability))
    last = _fitted(folds, wish, None) if to_all else _fitted(folds[:-1], wish, folds[-1])
    return mapped, None if last is None else last.to_json()


def _fitted(before: Sequence[OutOfFold], wish: Calibration, later: OutOfFold | None) -> Calibrator | None:
    """The wished map on the earlier rows, or the one that surely saves most on the later half of them."""
    label, p = _past(before, later)
    if len(label) < _LEAST or len(distinct(label)) < 2:
        return None
    kind = _chosen(label, p) if wish is Calibration.AUTO else wish
    return _FITS[kind](label, p) if kind in _FITS else None


def _chosen(label: np.ndarray, p: Floats) -> Calibration:
    cut = len(label) // 2
    plain, most, best = losses(label[cut:], p[cut:]), 0.0, Calibration.NONE
    for kind, fit in _FITS.items():
        if kind is Calibration.ISOTONIC and cut < _ISOTONIC_LEAST:
            continue
        gain = plain - losses(label[cut:], fit(label[:cut], p[:cut]).apply(p[cut:]))
        if gain.mean() > max(most, _SURE * float(gain.std()) / np.sqrt(len(gain))):
            most, best = float(gain.mean()), kind
    return best


def _past(before: Sequence[OutOfFold], later: OutOfFold | None) -> tuple[np.ndarray, Floats]:
    """Labels and probabilities that were known before the later block begins."""
    if not before:
        return np.empty(0, dtype=np.int64), np.empty(0)
    label, p = (np.concatenate([getattr(one, name) for one in before]) for name in ("label", "probability"))
    known = np.concatenate([np.maximum(one.label_time, one.time) for one in before])
    if later is not None and len(later.time) and later.time[0] >= 0:
        kept = known < later.time.min()
        label, p = label[kept], p[kept]
    return label, p


def _in_order(folds: Sequence[OutOfFold]) -> bool:
    """Whether the blocks follow each other; shuffled and combinatorial ones say nothing of the future."""
    clocks = [one.time if one.time[0] >= 0 else one.row for one in folds]
    return len(folds) > 1 and all(int(a.max()) <= int(b.min()) for a, b in itertools.pairwise(clocks))


def _threshold(folds: Sequence[OutOfFold], config: TrainingConfig) -> ThresholdChoice | None:
    if config.threshold_rule is not ThresholdRule.BY_R or not _in_order(folds):
        return None
    p, rr = (np.concatenate([getattr(one, name) for one in folds]) for name in ("probability", "realized_rr"))
    if not np.isfinite(rr).any():
        return None
    later = np.arange(len(p)) >= len(p) - len(folds[-1].label)
    return choose_threshold(p, rr, later, cost=config.cost_r, otherwise=config.threshold)
