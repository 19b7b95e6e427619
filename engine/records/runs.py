"""One training: how it was validated, what it has seen, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.records.data import Roles
from engine.records.honesty import LeakMeter, LuckAccount
from engine.records.scores import Comparison, Scores
from engine.records.values import Interval


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a model's trees have seen: signals from `first` to `last`, labels up to `last_label` (ns UTC, or None).

    `sketch` recognises the rows where there are no times (`data.sketch`), or is empty.
    """

    fingerprint: str
    rows: int
    first: int | None
    last: int | None
    last_label: int | None
    sketch: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ForgettingWindow:
    """A model on the frozen test rows of an ancestor: AUC `then` (the ancestor's, unseen) and `now`, paired difference.

    `first` and `last` are ns UTC or None; `learnt`: the model was trained on most of these rows itself.
    """

    run: str
    name: str
    rows: int
    first: int | None
    last: int | None
    then: float
    now: float
    difference: Interval
    learnt: bool


@dataclass(frozen=True, slots=True)
class ValidationRecord:
    """How a run was validated."""

    scheme: str
    folds: int
    purged_rows: int
    embargo: str
    blocks: tuple[tuple[int, int], ...] = ()  # first and last row (in time order) of each test block
    purged: tuple[tuple[tuple[int, int], ...], ...] = ()  # of each block: runs of rows left out, first and last row
    paths: tuple[float, ...] = ()  # combinatorial: the AUC of each whole path through the groups


@dataclass(frozen=True, slots=True)
class Weighing:
    """What weights do to `rows`: worth `effective_rows` equal ones (Kish); a win counts `balance` times a loss."""

    rows: int
    effective_rows: float
    balance: float
    words: str


@dataclass(frozen=True, slots=True)
class ThresholdChoice:
    """From which probability on signals are traded, by `rule` ("r" or "fixed"), `cost` in R a trade.

    `chosen_on` is the mean R of the accepted rows of the earlier blocks, `checked_on` that of the last block, where
    `share` of the rows are accepted and all rows bring `all_rows` on the mean.
    """

    value: float
    rule: str
    cost: float
    chosen_on: Interval
    checked_on: Interval
    share: float
    all_rows: float
    words: str


@dataclass(frozen=True, slots=True)
class NextBlock:
    """The AUC `value` to expect on the next `rows` signals, within `low` to `high` in 95 of 100 blocks.

    `blocks` are the AUCs of the tested blocks it was made of, oldest first.
    """

    value: float
    low: float
    high: float
    rows: int
    blocks: tuple[float, ...]
    words: str


@dataclass(frozen=True, slots=True)
class BaselineScores:
    """What a rule that needs no model scores on the same rows."""

    name: str
    scores: Scores


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What one training brought about: its runs as they are listed, and how they compare on the same tested rows."""

    runs: tuple[RunRecord, ...]
    validation: ValidationRecord
    leak_meter: LeakMeter | None
    comparisons: tuple[Comparison, ...]
    baselines: tuple[BaselineScores, ...]
    luck: Mapping[str, LuckAccount] = field(default_factory=dict)  # by the id of the run


@dataclass(frozen=True, slots=True)
class TrainingResult:
    """What `train_model` returns; `metrics` holds each score and its `_low` and `_high`."""

    model_path: str
    model_type: str
    metrics: Mapping[str, float]
    feature_importance: Mapping[str, float]
    training_seconds: float
    trees: int
    best_iteration: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One training, kept in the library. `created` is ISO 8601 UTC; `settings` are plain JSON values."""

    id: str
    name: str
    kind: str  # "xgboost", "lightgbm", "catboost" or "ensemble"
    created: str
    status: str  # "done", "stopped" (kept the best so far), "failed" or "cancelled"
    source: str
    fingerprint: str
    rows: int
    features: tuple[str, ...]
    roles: Roles
    settings: Mapping[str, Any]
    validation: ValidationRecord | None
    scores: Scores | None
    importance: Mapping[str, float]
    trees: int
    best_iteration: int
    training_seconds: float
    model_path: str
    exposure: tuple[Exposure, ...] = ()
    contaminated: bool = False
    parent: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    message: str = ""
    starred: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    pinned: bool = False  # stays on top, however the list is sorted
    forgetting: tuple[ForgettingWindow, ...] = ()  # on the frozen windows of its ancestors, youngest first
    threshold: ThresholdChoice | None = None
    calibration: str = ""  # the kind of map from the model's probabilities to those that are scored
    fold_importance: tuple[Mapping[str, float], ...] = ()  # of each fold's model, in order
    effective_rows: float | None = None  # Kish's effective sample size of the weights of the saved model's rows
    leak_meter: LeakMeter | None = None  # of the training that brought it about, where that was measured
    next_block: NextBlock | None = None  # where later blocks were tested with nothing leaked
