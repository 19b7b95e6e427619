"""Which columns were kept, why, and what leaving out the others cost."""

from __future__ import annotations

from dataclasses import dataclass

from engine.records.scores import Comparison, Scores


@dataclass(frozen=True, slots=True)
class FeatureJudgement:
    """One column: `strength` by the method's own measure; its p-value as it stands and corrected for all columns.

    `share`: in which part of the repetitions it stood out, for the methods that count.
    """

    name: str
    kept: bool
    strength: float
    p_value: float | None = None
    adjusted: float | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """A chosen set of columns and how it came about: judged on `rows` rows, whose last outcome was known at `until`.

    `outcomes` names what was looked at (`data.fingerprint.outcomes`); `until` is ns UTC, or None without times.
    """

    features: tuple[str, ...]
    dropped: tuple[str, ...]
    method: str
    model: str
    rows: int
    until: int | None
    outcomes: str
    level: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class SelectionReport:
    """A selection: the set, each column's judgement (strongest first), and both sets on the same later rows.

    `comparison` is chosen against all (paired DeLong); seconds are those of the fits on the later blocks.
    """

    chosen: FeatureSet
    judged: tuple[FeatureJudgement, ...]
    with_all: Scores
    with_chosen: Scores
    comparison: Comparison
    seconds_all: float
    seconds_chosen: float
    seconds: float
    stopped: bool
    words: str
