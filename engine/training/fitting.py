"""One fit: early stopping on the newest rows of its own training part, then once more with those rows learnt too."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.data.splits import purge
from engine.evaluation.metrics import losses
from engine.models import library
from engine.models.base import BoostedModel
from engine.models.bulk import BulkScorer
from engine.models.fit_data import FitData, Knobs
from engine.models.watch import Former, RoundListener
from engine.records import Floats, Ints, LearningCurve
from engine.training.config import Continuing, TrainingConfig
from engine.training.weights import FitWeights, fit_weights, recency

_WATCHED_SHARE = 0.15
_LEAST_WATCHED = 40
_SETTLED = 200  # fewer watched rows find a best round that is mostly luck: a small table gives up to a quarter of its
_PIECE = 20_000  # rows that are scored between two looks at what the analyst wants
CLEAR = 0.7  # of the base rate's loss: below it the watched rows show a clear pattern
_UNWATCHED = 3  # times the least rounds, where there are too few rows to watch


class FitListener(Protocol):
    """Hears of a fit; the first two return True to stop."""

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """A round while rows are watched (or of the only pass)."""

    def again(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """A round of the second pass."""

    def stopping(self) -> bool:
        """Whether the analyst wants the best so far, now."""

    def waiting(self) -> None:
        """Called often while a library is at work between rounds; raises `Cancelled` when the analyst asks for it."""


class Silent:
    """Hears nothing."""

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """Go on."""
        return False

    again = learning

    def stopping(self) -> bool:
        """Never."""
        return False

    def waiting(self) -> None:
        """Nobody asks for anything."""


@dataclass(frozen=True, eq=False, slots=True)
class Source:
    """The rows that fits choose from, in order of time; `sample` are row weights, `age` rows' times in half-lives.

    Not `ordered`: the order of the rows says nothing.
    """

    matrix: Matrix
    label: NDArray[np.int8]
    sample: Floats | None = None
    categorical: tuple[int, ...] = ()
    time: Ints | None = None
    label_time: Ints | None = None
    embargo_ns: int = 0
    age: Floats | None = None
    ordered: bool = True


@dataclass(frozen=True, eq=False, slots=True)
class Fitted:
    """A trained forest, the shift of its log-odds, and what to tell the analyst; `effective_rows` by its weights."""

    model: BoostedModel
    offset: float
    warning: str = ""
    effective_rows: float = 0.0

    def probability(self, matrix: Matrix, *, threads: int, waiting: Callable[[], object] = lambda: None) -> Floats:
        """Corrected probabilities (n,); `waiting` is called between pieces and may raise."""
        pieces, scorer = [], BulkScorer(self.model, len(matrix))
        for start in range(0, max(len(matrix), 1), _PIECE):
            waiting()
            pieces.append(scorer.margin(matrix[start:start + _PIECE], threads))
        return sigmoid(np.concatenate(pieces) + self.offset)


def sigmoid(margin: Floats) -> Floats:
    """1 / (1 + exp(-margin)) without overflow."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * margin)))


def fit_forest(
    source: Source, train: Ints, config: TrainingConfig, listener: FitListener | None = None, *,
    parent: bytes | None = None, watched: tuple[Ints, Ints] | None = None, former: Former | None = None,
) -> Fitted:
    """Train on the rows `train`; `watched` overrides which of them learn first and which are watched.

    `former`: how earlier blocks went, which have a say in the number of rounds.

    Stopped in the first pass, the best so far is returned; in the second pass, the whole model of the first.
    """
    listener = listener or Silent()
    kind, knobs = library(config.model_type.value), config.knobs()
    if parent is not None and config.continuing is Continuing.RELEARN:
        return _relearnt(source, train, config, parent)
    inner, tail = watched if watched is not None else newest(source, train)
    if not knobs.patience or not _can_watch(source.label, inner, tail):
        return _fit_all(source, train, config, listener, parent)
    weights = _weights(source, inner, config)
    data = FitData(
        rows_of(source.matrix, inner), source.label[inner], weights.weight, rows_of(source.matrix, tail),
        source.label[tail], weights.of_watched(source.label[tail]), source.categorical,
        source.ordered, former,
    )
    first = kind.fit(data, knobs, listener.learning, parent=parent, waiting=listener.waiting)
    if parent is None and config.loosen and not listener.stopping():
        first, config = _loosened(first, data, config, weights, listener)
        knobs = config.knobs()
    found = Fitted(first, weights.offset, effective_rows=weights.effective_rows(len(inner)))
    if not config.refit or listener.stopping():
        return found
    second = _fit_rounds(source, train, config, replace(knobs, rounds=first.trees), listener.again, listener, parent)
    return second if second.model.trees == first.trees else found


def former(curves: Iterable[LearningCurve]) -> Former:
    """What blocks before this one have to say of its number of rounds.

    A clear pattern is left out: its losses fall for long and need no help, and it may have been held back less.
    """
    return Former([(each.round, each.valid) for each in curves
                   if len(each.round) and each.valid.min() > CLEAR * each.valid[0]])


def _loosened(
    first: BoostedModel, data: FitData, config: TrainingConfig, weights: FitWeights, listener: FitListener
) -> tuple[BoostedModel, TrainingConfig]:
    """Once more with less holding back, where the watched rows show a clear pattern; the better of both.

    The defaults are made for signals, whose AUC is 0.55; on a clear pattern they cost up to 0.02 of AUC. Signals never
    come near the bound, so nothing changes for them, not even the time that training takes.
    """
    loose = config.loosened()
    label, matrix = data.valid_label, data.valid_matrix
    if loose == config or label is None or matrix is None:
        return first, config
    lost = _watched_losses(first, matrix, label, weights, config)
    base = float(np.mean(label))
    if lost.mean() > CLEAR * -(base * math.log(base) + (1 - base) * math.log(1 - base)):
        return first, config
    second = type(first).fit(replace(data, former=None), loose.knobs(), listener.learning, waiting=listener.waiting)
    gain = lost - _watched_losses(second, matrix, label, weights, config)
    if listener.stopping() or gain.mean() <= gain.std() / math.sqrt(len(gain)):
        return first, config
    return second, loose


def _watched_losses(
    model: BoostedModel, matrix: Matrix, label: NDArray[Any], weights: FitWeights, config: TrainingConfig
) -> Floats:
    return losses(label, sigmoid(model.margin(matrix, threads=config.knobs().threads) + weights.offset))


def _relearnt(source: Source, train: Ints, config: TrainingConfig, parent: bytes) -> Fitted:
    """The parent's trees with leaves from these rows; no rounds, so nothing is watched."""
    weights = _weights(source, train, config)
    data = FitData(rows_of(source.matrix, train), source.label[train], weights.weight, categorical=source.categorical,
                   ordered=source.ordered)
    model = library(config.model_type.value).relearn(data, config.knobs(), parent)
    return Fitted(model, weights.offset, effective_rows=weights.effective_rows(len(train)))


def newest(source: Source, train: Ints) -> tuple[Ints, Ints]:
    """The older rows of `train`, and its newest ones to watch; between them purged and embargoed as a test block."""
    cut = len(train) - watched_rows(len(train))
    inner, tail = train[:cut], train[cut:]
    if source.time is not None and len(tail):
        inner = purge(inner, tail, source.time, source.label_time, source.embargo_ns)
    return inner, tail


def watched_rows(rows: int) -> int:
    """How many of so many rows are watched: 15 %, of small tables up to a quarter."""
    share = int(rows * _WATCHED_SHARE)
    return share if share < _LEAST_WATCHED else max(share, min(_SETTLED, rows // 4))


def rows_of(matrix: Matrix, rows: Ints) -> Matrix:
    """The rows; a view where they are consecutive."""
    if len(rows) and rows[-1] - rows[0] + 1 == len(rows) and bool((rows[1:] > rows[:-1]).all()):
        return matrix[rows[0]:rows[-1] + 1]
    return matrix[rows]


def _fit_all(
    source: Source, train: Ints, config: TrainingConfig, listener: FitListener, parent: bytes | None
) -> Fitted:
    knobs, warning = config.knobs(), ""
    if knobs.patience:
        base = 0 if parent is None else library(config.model_type.value).from_bytes(parent).trees
        rounds = min(knobs.rounds, base + _UNWATCHED * knobs.least_rounds)
        knobs = replace(knobs, rounds=rounds)
        warning = f"Too few rows for early stopping in {len(train)} training rows: {rounds} rounds were grown."
    found = _fit_rounds(source, train, config, knobs, listener.learning, listener, parent)
    return replace(found, warning=warning)


def _fit_rounds(
    source: Source, train: Ints, config: TrainingConfig, knobs: Knobs, hear: RoundListener, listener: FitListener,
    parent: bytes | None,
) -> Fitted:
    weights = _weights(source, train, config)
    data = FitData(rows_of(source.matrix, train), source.label[train], weights.weight, categorical=source.categorical,
                   ordered=source.ordered)
    kind = library(config.model_type.value)
    model = kind.fit(data, replace(knobs, patience=0), hear, parent=parent, waiting=listener.waiting)
    return Fitted(model, weights.offset, effective_rows=weights.effective_rows(len(train)))


def _weights(source: Source, rows: Ints, config: TrainingConfig) -> FitWeights:
    sample = None if source.sample is None else source.sample[rows]
    fresh = None if source.age is None else recency(source.age[rows])
    return fit_weights(source.label[rows], sample, config.scale_pos_weight, fresh)


def _can_watch(label: NDArray[np.int8], inner: Ints, tail: Ints) -> bool:
    return len(tail) >= _LEAST_WATCHED and all(0 < int(label[rows].sum()) < len(rows) for rows in (inner, tail))
