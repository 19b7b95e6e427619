"""The frozen records that travel between floors, to the window and to the command line."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.honesty_records import Advice as Advice  # noqa: PLC0414
from engine.honesty_records import AdviceWay as AdviceWay  # noqa: PLC0414
from engine.honesty_records import LeakGap as LeakGap  # noqa: PLC0414
from engine.honesty_records import LeakMeter as LeakMeter  # noqa: PLC0414
from engine.stream_records import ArrivalFigures as ArrivalFigures  # noqa: PLC0414
from engine.stream_records import ContributionShift as ContributionShift  # noqa: PLC0414
from engine.stream_records import Corrected as Corrected  # noqa: PLC0414
from engine.stream_records import DriftCause as DriftCause  # noqa: PLC0414
from engine.stream_records import DriftMark as DriftMark  # noqa: PLC0414
from engine.stream_records import FalseAlarms as FalseAlarms  # noqa: PLC0414
from engine.stream_records import FeedState as FeedState  # noqa: PLC0414
from engine.stream_records import InputShift as InputShift  # noqa: PLC0414
from engine.stream_records import MonitorSnapshot as MonitorSnapshot  # noqa: PLC0414
from engine.stream_records import OnlineCurves as OnlineCurves  # noqa: PLC0414
from engine.stream_records import OnlineFigures as OnlineFigures  # noqa: PLC0414
from engine.stream_records import ReplayRecord as ReplayRecord  # noqa: PLC0414
from engine.stream_records import StreamMark as StreamMark  # noqa: PLC0414

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


# --- values with their uncertainty ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95 % interval; NaN bounds where none can be given."""

    value: float
    low: float
    high: float


# --- data ----------------------------------------------------------------------------------------------------------


class Level(enum.Enum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a file: a stable code, the column or place, a sentence, and what to do about it."""

    level: Level
    code: str
    column: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Which column is which. `outcomes` are known only afterwards and are never features."""

    label: str | None = None
    time: str | None = None
    label_time: str | None = None
    weight: str | None = None
    id: str | None = None
    outcomes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()  # names of the roles above that were guessed, not given


@dataclass(frozen=True, slots=True)
class TableProfile:
    """What `inspect` says of a file. Times are ISO 8601 UTC."""

    source: str
    rows: int
    columns: int
    features: tuple[str, ...]
    categorical: tuple[str, ...]
    roles: Roles
    positive_rate: float | None
    labelled_rows: int
    first_time: str | None
    last_time: str | None
    missing_share: float
    weight_range: tuple[float, float] | None
    fingerprint: str
    findings: tuple[Finding, ...]
    names: tuple[str, ...] = ()  # every column of the file, in its order
    named_rows: int = 0  # data rows that were refused and named in the findings; rows in = rows + named_rows
    understood: str = ""  # how the file was read, such as "CSV, UTF-8, separated by comma"


# --- evaluation ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scores:
    """How well probabilities fitted `rows` labelled rows; `mean_r` is the mean realized R of the accepted part."""

    rows: int
    positives: int
    auc: Interval
    accuracy: Interval
    log_loss: Interval
    brier: Interval
    average_precision: Interval
    mean_r: Interval | None = None
    accepted_share: float | None = None
    mean_r_all: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A against B on the same rows: difference in AUC with its interval, and the probability that A is better."""

    a: str
    b: str
    difference: Interval
    probability_better: float
    words: str
    money: str = ""  # that accuracy and expectancy disagree, where they do


@dataclass(frozen=True, eq=False, slots=True)
class Curve:
    """Points of a plot with an optional band and counts; arrays of equal length."""

    x: Floats
    y: Floats
    low: Floats | None = None
    high: Floats | None = None
    counts: Ints | None = None


@dataclass(frozen=True, eq=False, slots=True)
class OutOfFold:
    """A run's predictions on rows that its fold models had not seen; all arrays (n,), in order of time.

    `row` is the data row in the source file (0-based); `fold` counts from 0; times are ns since 1970 UTC or -1.
    """

    row: Ints
    time: Ints
    label_time: Ints
    label: Ints
    probability: Floats
    fold: Ints
    realized_rr: Floats


# --- training ------------------------------------------------------------------------------------------------------


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
    forgetting: tuple[ForgettingWindow, ...] = ()  # on the frozen windows of its ancestors, youngest first
    threshold: ThresholdChoice | None = None
    calibration: str = ""  # the kind of map from the model's probabilities to those that are scored
    fold_importance: tuple[Mapping[str, float], ...] = ()  # of each fold's model, in order
    effective_rows: float | None = None  # Kish's effective sample size of the weights of the saved model's rows
    leak_meter: LeakMeter | None = None  # of the training that brought it about, where that was measured


# --- ensembles -----------------------------------------------------------------------------------------------------


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
class EnsembleReport:
    """What building an ensemble found; all scores are on the same rows, later than any weight saw.

    `weights` goes by member id; `comparisons` are ensemble against best member, equal weights and champion, where there
    is one; `correlation` (k, k) of the members' log-odds, `disagreement` (k, k) the share of rows that one of two
    members accepts and the other does not; `fallback` tells in words why the method's own weights were not kept, or is
    empty, and `asked` is then what they scored; `predictions` (k, n) are the members' on the rows of `out_of_fold`.
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


# --- predictions ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OnlinePrediction:
    """One row gives floats, a frame arrays (n,). `weights` are batch and online; `status` tells what is missing."""

    final_score: float | Floats
    batch_score: float | Floats | None
    online_score: float | Floats | None
    weights: Mapping[str, float]
    status: str = "ok"


@dataclass(frozen=True, slots=True)
class EnsemblePrediction:
    """One row gives floats, a frame gives arrays (n,)."""

    final_score: float | Floats
    member_scores: Mapping[str, float | Floats]
    weights: Mapping[str, float]
    status: str = "ok"


def to_plain(record: Any) -> Any:  # noqa: PLR0911 - one line a kind of value
    """Any record as JSON values: enums by value, arrays as lists, NaN as None."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {f.name: to_plain(getattr(record, f.name)) for f in dataclasses.fields(record)}
    if isinstance(record, enum.Enum):
        return record.value
    if isinstance(record, Mapping):
        return {str(key): to_plain(value) for key, value in record.items()}
    if isinstance(record, np.ndarray):
        return [to_plain(value) for value in record.tolist()]
    if isinstance(record, (list, tuple)):
        return [to_plain(value) for value in record]
    if isinstance(record, np.generic):
        return to_plain(record.item())
    if isinstance(record, float) and not np.isfinite(record):
        return None
    return record
