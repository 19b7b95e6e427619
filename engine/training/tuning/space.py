"""What is searched: the settings that matter, between bounds that suit noise and clear patterns alike.

The number of rounds is no part of the space: one fit tells the score after every number of them. Small trees come
first, since they are cheap and often right (FLAML's low-cost start: Wu, Wang, Huang, AAAI 2021); what they say decides
whether the points that suit signals (AUC 0.55) or those that suit clear patterns come next.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.training.config import ModelType, TrainingConfig

MOST_ROUNDS = 2000


@dataclass(frozen=True, slots=True)
class Dimension:
    """One setting: its field in `TrainingConfig`, or else the library's own parameter."""

    name: str
    low: float
    high: float
    log: bool = False
    whole: bool = False
    own: bool = False  # goes to `extra_params`

    def clipped(self, value: float) -> float:
        """The nearest value of the dimension."""
        inside = min(max(value, self.low), self.high)
        return round(inside) if self.whole else inside


_COMMON = (
    Dimension("learning_rate", 0.01, 0.3, log=True),
    Dimension("max_depth", 1, 12, whole=True),
    Dimension("min_child_weight", 0.001, 100.0, log=True),
    Dimension("l2", 0.001, 300.0, log=True),
    Dimension("subsample", 0.4, 1.0),
    Dimension("column_sample", 0.15, 1.0),
)
_OWN = {
    ModelType.LIGHTGBM: (Dimension("extra_trees", 0, 1, whole=True, own=True),),
    # Below 2^depth the leaf that gains most is split first; on phonemes 127 such leaves ranked 0.009 better than whole
    # levels of the same depth.
    ModelType.XGBOOST: (Dimension("max_leaves", 8, 4096, log=True, whole=True, own=True),),
    ModelType.CATBOOST: (Dimension("random_strength", 0.05, 10.0, log=True, own=True),),
}
_UNUSED = {ModelType.CATBOOST: ("min_child_weight",)}  # symmetric trees know no least leaf
_DEFAULTS: Mapping[str, float] = {"extra_trees": 0, "random_strength": 1.0, "max_leaves": 4096}
_BEST_FIRST = {"grow_policy": "lossguide"}

# learning_rate, max_depth, min_child_weight, l2, subsample, column_sample
_QUICK = (0.1, 3, 20.0, 10.0, 0.7, 0.4)
_OF_NOISE = (
    (0.08, 2, 5.0, 10.0, 0.8, 0.5),
    (0.03, 4, 40.0, 50.0, 0.5, 0.2),
    (0.1, 6, 3.0, 3.0, 0.9, 0.7),
    (0.05, 8, 0.1, 1.0, 0.8, 0.8),
)
_OF_PATTERNS = (
    (0.06, 10, 0.01, 1.0, 0.8, 0.8),
    (0.1, 12, 0.1, 0.1, 0.8, 0.9),
    (0.12, 12, 0.002, 0.02, 0.95, 1.0),
    (0.05, 8, 0.1, 1.0, 0.8, 0.8),
)
_LEAVES_OF_PATTERNS = 127
_MOST_DEPTH = {ModelType.CATBOOST: 8}  # a level doubles the leaves of every tree


def dimensions(kind: ModelType) -> tuple[Dimension, ...]:
    """The space of a library."""
    unused, deepest = _UNUSED.get(kind, ()), _MOST_DEPTH.get(kind)
    common = [replace(each, high=deepest) if deepest and each.name == "max_depth" else each
              for each in _COMMON if each.name not in unused]
    return (*common, *_OWN[kind])


def starts(config: TrainingConfig, *, clear: bool = False) -> list[dict[str, float]]:
    """The points to begin with: quick small trees, then what suits noise or `clear` patterns; the form's own too."""
    names = [each.name for each in _COMMON]
    space = dimensions(config.model_type)
    listed = [{**_DEFAULTS, **dict(zip(names, start, strict=True))}
              for start in (_QUICK, *(_OF_PATTERNS if clear else _OF_NOISE))]
    for point in listed[1:] if clear else ():
        point["max_leaves"] = _LEAVES_OF_PATTERNS
    points = [{each.name: each.clipped(point[each.name]) for each in space} for point in listed]
    own = point_of(config)
    return [*points, own] if clear else [points[0], own, *points[1:]]


def point_of(config: TrainingConfig) -> dict[str, float]:
    """Where a configuration lies in the space, at its nearest point."""
    extra = config.extra_params
    return {each.name: each.clipped(float(extra.get(each.name, _DEFAULTS[each.name])) if each.own
                                    else float(getattr(config, each.name)))
            for each in dimensions(config.model_type)}


def config_at(config: TrainingConfig, point: Mapping[str, float], rounds: int) -> TrainingConfig:
    """The configuration with the settings of a point and a fixed number of rounds."""
    space = dimensions(config.model_type)
    common: dict[str, Any] = {each.name: int(point[each.name]) if each.whole else float(point[each.name])
                              for each in space if not each.own}
    own = {each.name: _plain(each, point[each.name]) for each in space if each.own}
    kept = {name: value for name, value in own.items() if value != _DEFAULTS[name]}
    if "max_leaves" in kept:
        kept = {**kept, **_BEST_FIRST} if kept["max_leaves"] < 2 ** common["max_depth"] else {}
    given = {*own, *(_BEST_FIRST if "max_leaves" in own else ())}
    extra = {name: value for name, value in config.extra_params.items() if name not in given}
    return replace(config, **common, extra_params={**extra, **kept}, rounds=rounds, early_stopping_rounds=0,
                   loosen=False)


def _plain(dimension: Dimension, value: float) -> Any:
    """As the library takes it."""
    if not dimension.whole:
        return float(value)
    return bool(value) if dimension.high == 1 else int(value)


def filled(kind: ModelType, point: Mapping[str, float]) -> dict[str, float]:
    """A point within the bounds; a setting that was not searched yet when it was found stands at its default."""
    return {each.name: each.clipped(float(point.get(each.name, _DEFAULTS.get(each.name, each.low))))
            for each in dimensions(kind)}


def distributions(kind: ModelType) -> dict[str, Any]:
    """The space in Optuna's own words."""
    from optuna.distributions import FloatDistribution, IntDistribution

    return {each.name: IntDistribution(int(each.low), int(each.high), log=each.log) if each.whole
            else FloatDistribution(each.low, each.high, log=each.log) for each in dimensions(kind)}


def stages(learnt_rounds: int = MOST_ROUNDS) -> list[int]:
    """The numbers of rounds that are looked at: each half as many again as the one before."""
    found, value = [], 6.0
    while value < learnt_rounds:
        found.append(math.floor(value))
        value *= 1.45
    return [*found, learnt_rounds]
