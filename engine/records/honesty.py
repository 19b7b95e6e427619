"""What the leak meter, the account of luck and the advice on bringing a model up to date say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.records.scores import Comparison, Scores
from engine.records.values import Interval


@dataclass(frozen=True, slots=True)
class LeakGap:
    """One way to split beside the run's own on the very same rows; `difference` is paired (DeLong).

    `ranked` is the run's own AUC of ranks within its test blocks, where that was measured.
    """

    name: str
    rows: int
    auc: float
    own_auc: float
    difference: Interval
    ranked: float | None = None


@dataclass(frozen=True, slots=True)
class LeakMeter:
    """The same model's AUC under four ways to split; a gap between them is leakage.

    Each figure is the run's own plus what the way adds on the rows that both have tested (`gaps`), so that all four
    stand for the same rows. `leaks` is the verdict, `words` say it.
    """

    shuffled: float | None
    blocked: float | None
    walk_forward: float | None
    purged_walk_forward: float | None
    gaps: tuple[LeakGap, ...] = ()
    leaks: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class AdviceWay:
    """One way to bring a model up to date, scored on recent rows that no fit saw; `refused` says why it cannot be.

    `rows` trained its last fit; to do it, train with `recent_rows` (0 = all) and, where `warm`, from the parent.
    """

    name: str  # "warm_start", "recent_only" or "all_history"
    words: str
    warm: bool
    recent_rows: int
    rows: int = 0
    trees: int = 0
    scores: Scores | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Three ways side by side and the model as it stands (`stale`), all on the same `tested_rows` newest rows.

    `recommended` is the name of a way; `contaminated`: the parent has seen some of the tested rows.
    """

    ways: tuple[AdviceWay, ...]
    stale: Scores
    recommended: str
    words: str
    recent_rows: int
    tested_rows: int
    comparisons: tuple[Comparison, ...]
    contaminated: bool = False


@dataclass(frozen=True, slots=True)
class LuckOfR:
    """The same account of realized R: the mean R a signal of the look whose blocks of rows have the best Sharpe ratio.

    `bar` is the ratio that luck alone would reach, `deflated` the probability that the true one is above it.
    """

    mean_r: Interval
    sharpe: float
    bar: float
    deflated: float
    overfitting: float | None
    beyond_luck: bool


@dataclass(frozen=True, slots=True)
class LuckAccount:
    """How the `judged` look (a run's id, else the study's name) stands among all `looks` at the same outcomes.

    `kinds` counts them, `by_hand` those that a person made, `partial` those that saw a part of the folds,
    `inherited` those at files that hold a part of these rows. `effective`: how many independent ones they are worth;
    `expected_best`: the AUC that so many reach by luck alone; `deflated`: the probability that the true AUC is above
    that; `p_value`: that luck reaches the judged AUC; `overfitting`: how often the best of one half of the time is
    below the median in the other (CSCV). `words` say it.
    """

    judged: str
    best: bool
    looks: int
    kinds: Mapping[str, int]
    by_hand: int
    partial: int
    effective: float
    auc: Interval
    expected_best: float
    deflated: float
    p_value: float
    overfitting: float | None
    beyond_luck: bool
    words: str
    r: LuckOfR | None = None
    inherited: int = 0
