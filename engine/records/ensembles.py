"""What came of combining models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.records.runs import RunRecord
from engine.records.scores import Comparison, OutOfFold, Scores
from engine.records.values import Floats, Interval, Ints


@dataclass(frozen=True, slots=True)
class MemberReport:
    """One member of an ensemble, scored on the rows that the ensemble was scored on (None where there were none).

    `without` is what the ensemble's AUC loses when this member is left out (weights renormalised); `against` is the
    ensemble beside this member alone, paired.
    """

    id: str
    name: str
    role: str
    kind: str
    weight: float
    scores: Scores | None
    auc: Interval
    without: float = float("nan")
    warning: str = ""
    against: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The weights that a method found (by member id; the last ones, where they move) and their score on the same rows.

    `words` compare them with what is used instead.
    """

    weights: Mapping[str, float]
    scores: Scores
    words: str


@dataclass(frozen=True, eq=False, slots=True)
class EarlierRows:
    """Rows whose outcome was known before the first scored one, so that weights may be fitted on them: `predictions`
    (k, n) of the members, `label` (n,), `realized_rr` (n,) with NaN where it is not known.
    """

    predictions: Floats
    label: Ints
    realized_rr: Floats


@dataclass(frozen=True, eq=False, slots=True)
class EnsembleReport:
    """What building an ensemble found; all scores are on the same rows, later than any weight saw.

    `weights` goes by member id; `comparisons` are ensemble against best member, equal weights and champion, where there
    is one; `correlation` (k, k) of the members' log-odds, `disagreement` (k, k) the share of rows that one of two
    members accepts and the other does not; `fallback` tells in words why the method's own weights were not kept, or is
    empty, and `asked` is then what they scored; `predictions` (k, n) are the members' on the rows of `out_of_fold`, and
    `earlier` holds the rows before them (None where there are too few to fit weights).
    """

    record: RunRecord
    method: str
    members: tuple[MemberReport, ...]
    weights: Mapping[str, float]
    scores: Scores | None
    equal_weights_scores: Scores | None
    best_member: str
    comparisons: tuple[Comparison, ...]
    correlation: Floats
    fallback: str
    out_of_fold: OutOfFold
    predictions: Floats
    champion: MemberReport | None = None
    warnings: tuple[str, ...] = ()
    disagreement: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    asked: Asked | None = None
    earlier: EarlierRows | None = None
