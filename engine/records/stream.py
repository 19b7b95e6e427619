"""What the online learner and the monitor tell."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.records.values import Floats, Interval, Ints


class FeedState(enum.Enum):
    """What a monitor is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"


class LinkState(enum.Enum):
    """How a feed stands."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"  # connected, but quiet for much longer than usual
    AWAY = "away"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """One feed of a monitor; `words` is a whole sentence for the screen.

    `kind` is the address's scheme. `since_event` are seconds since the newest event came (None: none yet), `next_try`
    seconds until it connects again (None: it is not waiting for that). `received` counts events, `refused` entries
    that could not be read, `lost` entries that were gone before they were read; `lag` those that wait at the server.
    """

    name: str
    kind: str
    state: LinkState
    words: str
    since_event: float | None = None
    next_try: float | None = None
    received: int = 0
    refused: int = 0
    lost: int = 0
    lag: int | None = None


@dataclass(frozen=True, slots=True)
class DriftMark:
    """One drift alarm, at label number `event` (1-based) and event time `time` (ns UTC or None).

    `retrain` is False inside the cool-down after an earlier alarm: shown, but not acted on.
    """

    event: int
    time: int | None
    detector: str
    watched: str
    retrain: bool
    words: str


@dataclass(frozen=True, slots=True)
class StreamMark:
    """Something else that happened: kind is "blend", "dropped", "correction", "resumed" ..."""

    event: int
    time: int | None
    kind: str
    words: str


@dataclass(frozen=True, eq=False, slots=True)
class OnlineCurves:
    """Prequential figures after each shown label; all arrays (m,), rolling over the last `window` labels, NaN unknown.

    `event` is the number of labels learnt, `time` when that label arrived (ns UTC, or -1). Accuracy's `low` and `high`
    are the blended score's Wilson band. `weight_*` are the effective shares of batch and online in the final score.
    `total_*` are nats of log loss since the stream began, as in `MonitorSnapshot.losses`.
    """

    event: Ints
    time: Ints
    accuracy: Floats
    accuracy_low: Floats
    accuracy_high: Floats
    accuracy_batch: Floats
    accuracy_online: Floats
    accuracy_last_class: Floats
    accuracy_prior: Floats
    auc: Floats
    auc_batch: Floats
    auc_online: Floats
    log_loss: Floats
    log_loss_batch: Floats
    log_loss_online: Floats
    log_loss_mix: Floats
    log_loss_prior: Floats
    weight_batch: Floats
    weight_online: Floats
    total_final: Floats
    total_batch: Floats
    total_online: Floats
    total_mix: Floats
    total_shared: Floats
    total_previous: Floats
    pending: Ints


@dataclass(frozen=True, slots=True)
class OnlineFigures:
    """One predictor's figures; AUC and log loss are None where it gives no probability."""

    accuracy: Interval
    auc: float | None
    log_loss: float | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure as the labels that are in show it, and as it is once late labels are allowed for."""

    naive: float
    corrected: float


@dataclass(frozen=True, slots=True)
class ArrivalFigures:
    """Figures of the signals since some moment; `pending_share` of them have no label yet. NaN where unknown."""

    signals: int
    pending_share: float
    win_rate: Corrected
    accuracy: Corrected
    expected_r: Corrected


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """A detector on the user's own losses in random order of blocks: alarms and retrain signals per 10,000 labels."""

    detector: str
    alarms: float
    retrains: float
    block: int


@dataclass(frozen=True, slots=True)
class InputShift:
    """A feature whose values moved: Kolmogorov-Smirnov distance, its chance, and the shares of missing values."""

    name: str
    distance: float
    chance: float
    missing_before: float
    missing_now: float


@dataclass(frozen=True, slots=True)
class ContributionShift:
    """How far a feature's mean contribution to the log-odds moved, and its part of all movement.

    `turned` is by how many standard errors its contribution stopped going with the outcomes (0: as before): where the
    market changed and the inputs did not, that tells the cause.
    """

    name: str
    moved: float
    share: float
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class DriftCause:
    """Whose contribution moved or turned most before the alarm at label `event`."""

    event: int
    shifts: tuple[ContributionShift, ...]
    words: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class ReplayRecord:
    """A prequential run over a table. `accuracy` and `auc` are the final score's, over all `labels`.

    `figures` holds "final", "batch", "online" (those that took part); `baseline` accuracies of "last_class" and
    "prior" (and "champion"). `contaminated` counts replayed signals that the champion's training reached; then
    `untouched` holds the figures of the other signals alone, whose labels are `untouched_labels`. `losses` and `regret`
    are as a monitor's. `false_alarms` tell how often the detector cries on this stream when nothing changes;
    `input_drifts` count signals, not labels. `arrival` allows for labels that were not in when the last signal fired.
    `detectors` is `false_alarms` for each detector of the menu, to choose by. Of further `out_of_fold` signals that the
    champion was trained on, its figures are those of its fold models, which had not seen them.
    """

    events: int
    labels: int
    pending: int
    accuracy: Interval
    auc: Interval
    log_loss: float
    kappa_temporal: float
    baseline: Mapping[str, float]
    figures: Mapping[str, OnlineFigures]
    drifts: tuple[DriftMark, ...]
    marks: tuple[StreamMark, ...]
    events_per_second: float
    seconds: float
    state_hash: str
    weights: Mapping[str, float]
    contaminated: int
    untouched: Mapping[str, OnlineFigures]
    untouched_labels: int
    skill: str
    warnings: tuple[str, ...]
    curves: OnlineCurves
    losses: Mapping[str, float] = field(default_factory=dict)
    regret: Mapping[str, float] = field(default_factory=dict)
    arrival: ArrivalFigures | None = None
    false_alarms: FalseAlarms | None = None
    detectors: tuple[FalseAlarms, ...] = ()
    input_drifts: tuple[DriftMark, ...] = ()
    causes: tuple[DriftCause, ...] = ()
    out_of_fold: int = 0
    effective_window: float = float("nan")


@dataclass(frozen=True, slots=True)
class HardExample:
    """A signal, the `number`-th hard one, whose outcome `label` the champion had given the probability `chance`.

    `cost` is the log loss times |realized R| (1 where that is NaN: not known).
    """

    id: str
    number: int
    chance: float
    label: int
    realized_rr: float
    cost: float


@dataclass(frozen=True, eq=False, slots=True)
class MonitorSnapshot:
    """All that a window shows of a running monitor, copied under its lock; figures are of the last `window` labels.

    `blend` is the batch share of the fixed mix and `adaptive` tells whether the weights learn; `weights` are the
    effective shares now. `fraction` is the share of a file that is done, else None. `time` is the newest event's
    (ns UTC). Latencies are milliseconds from a signal's arrival to its score; `latency` holds the latest ones.
    `blending` is "fixed", "adaptive" or "rolling". `losses` are nats of log loss since the stream began, of each member
    and each way of mixing, and `regret` how much more that is than the best single member's.
    `arrival` are the last window's figures once late labels are allowed for; None while all are in.
    `skill` says in words whether the score beats the baselines; `notes` lists what else the analyst should know.
    `detectors` tell how often each detector cries on this very stream when nothing changes (empty before there are
    labels enough), `causes` what stood behind the latest alarms. `contaminated` of the source's signals are where the
    champion's figures flatter it, since it was trained on them, `shaded` as event times (ns, from and to; None:
    nowhere); a further `out_of_fold` of them are scored by its fold models, which had not seen them.
    `feeds` tell how each source stands, in words for the screen. `mean_r` is the mean realized R of the window's
    labelled signals that score above the champion's threshold, with its interval. `latency_track` (m, 3) are the
    number of labels, p50 and p99 along the way. `silent` are seconds since the newest event came, `journal` where
    everything is kept (empty: nowhere). `effective_window` is how many labels the decay lets count (all without one).
    `hard` counts the signals whose outcome the champion had given little chance; see `engine.online.hard`.
    """

    state: FeedState
    status: str
    source: str
    champion: str
    events: int
    labels: int
    pending: int
    expired: int
    duplicates: int
    corrections: int
    fraction: float | None
    time: int | None
    speed: float
    blend: float
    adaptive: bool
    weights: Mapping[str, float]
    window: int
    accuracy: Interval
    auc: float
    log_loss: float
    kappa_temporal: float
    figures: Mapping[str, OnlineFigures]
    baseline: Mapping[str, float]
    events_per_second: float
    latency_p50: float
    latency_p99: float
    latency: Floats
    drifts: tuple[DriftMark, ...]
    marks: tuple[StreamMark, ...]
    skill: str
    notes: tuple[str, ...]
    contaminated: int
    curves: OnlineCurves
    previous: str = ""
    blending: str = "fixed"
    losses: Mapping[str, float] = field(default_factory=dict)
    regret: Mapping[str, float] = field(default_factory=dict)
    arrival: ArrivalFigures | None = None
    detectors: tuple[FalseAlarms, ...] = ()
    causes: tuple[DriftCause, ...] = ()
    out_of_fold: int = 0
    shaded: tuple[int, int] | None = None
    feeds: tuple[FeedStatus, ...] = ()
    mean_r: Interval | None = None
    latency_track: Floats = field(default_factory=lambda: np.empty((0, 3)))
    silent: float = 0.0
    journal: str = ""
    effective_window: float = float("nan")
    hard: int = 0
