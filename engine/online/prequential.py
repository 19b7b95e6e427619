"""The one core of learner, replay and monitor: predict, wait, learn, keep the book; the state is hashed and restored.

Events come in chunks of arrays. How a stream is cut into chunks changes nothing: not a score, not an alarm, not the
hash of the state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

import numpy as np

from engine import settings
from engine.online import loops
from engine.online.blend import cumulative, effective, first_weights, mixing_of
from engine.online.book import APART, LABELS, LAST, PENDING, SIGNALS, TRACK, Book, Scores
from engine.online.drift import DriftWatch
from engine.online.kernels import LABEL, SIGNAL, Bytes
from engine.online.linear import LinearModel, rates_of
from engine.online.mixing import GRID, ROLLING
from engine.online.options import Blending, LearnerOptions, OnlineKind, checked
from engine.online.ripening import Arrived
from engine.online.state import State, bad_state, packed, unpacked
from engine.records import DriftMark, Floats, Ints

FORMAT = 3


class OnlineModel(Protocol):
    """What learns from one label at a time."""

    def run(self, op: Bytes, slot: Ints, label: Bytes, time: Ints, features: Floats, weight: Floats,
            online: Floats) -> None:
        """Events in order: a signal writes its score, a label is learnt with its signal's features."""

    def state(self) -> State:
        """Everything, as JSON."""


class Events(NamedTuple):
    """A chunk of events in order; arrays (k,). `op` is SIGNAL, LABEL or EXPIRY, `slot` where the signal is stored."""

    op: Bytes
    slot: Ints
    label: Bytes
    time: Ints

    def part(self, start: int, end: int) -> Events:
        """Events `start` to `end`."""
        return Events._make(array[start:end] for array in self)


class Signals(NamedTuple):
    """Signals by slot: features (s, d), weight (s,), what was said of them, and when they fired (-1: not known)."""

    features: Floats
    weight: Floats
    scores: Scores
    time: Ints

    @classmethod
    def empty(cls, slots: int, width: int) -> Signals:
        """Room for `slots` signals, no score yet."""
        scores = Scores._make([*(np.full(slots, np.nan) for _ in range(7)), np.full(slots, -1, dtype=np.int8)])
        return cls(np.full((slots, width), np.nan), np.ones(slots), scores, np.full(slots, -1, dtype=np.int64))


class Prequential:
    """Online model, blend, book and drift watch of one stream.

    Labels that arrive by `watch_after` (ns) are not watched for drift: the champion was trained on that time. With
    `previous` the champion before this one takes part in the shares that learn.
    """

    def __init__(self, names: Sequence[str], options: LearnerOptions, *, champion: bool, watch_after: int = -1,
                 previous: bool = False) -> None:
        options = checked(options)
        self.names = tuple(names)
        self.options = options
        self.champion = champion
        self.model: OnlineModel = build_model(self.names, options)
        self.previous = previous
        self.book = fresh_book(options, previous=previous)
        self.mixing = mixing_of(options)
        self.watch = DriftWatch(options, champion=champion)
        self.watch_after = watch_after

    @property
    def labels(self) -> int:
        """How many labels have been learnt."""
        return int(self.book.counts[LABELS])

    @property
    def signals(self) -> int:
        """How many signals have been scored."""
        return int(self.book.counts[SIGNALS])

    @property
    def pending(self) -> int:
        """How many signals wait for their label."""
        return int(self.book.counts[PENDING])

    @property
    def effective_window(self) -> float:
        """How many labels the decay lets count; NaN where the model has none of its own."""
        return float(getattr(self.model, "effective_window", float("nan")))

    @property
    def weights(self) -> dict[str, float]:
        """The shares of batch and online in the final score now."""
        return effective(self.book, self.mixing, has_batch=self.champion)

    @property
    def losses(self) -> dict[str, float]:
        """Log loss in nats since the stream began, of each member and each way of mixing; see `blend.cumulative`."""
        return cumulative(self.book, champion=self.champion, previous=self.previous)

    def run(self, events: Events, signals: Signals, *, stride: int = 1) -> tuple[Floats, list[DriftMark]]:
        """Take the events in; scores are written into `signals`. Returns rows of figures and the alarms."""
        labels, fired = events.op == LABEL, events.op == SIGNAL
        count = int(labels.sum())
        first = self.labels + 1
        track = np.empty((count // stride + 1, len(TRACK)))
        said = np.empty((count, 2))
        signals.time[events.slot[fired]] = events.time[fired]
        self.model.run(*events, signals.features, signals.weight, signals.scores.online)
        written = loops.best().book_pass(*events, signals.scores, self.book, self.mixing, stride, track, said)
        time = events.time[labels]
        score = np.where((time >= 0) & (time <= self.watch_after), np.nan, said[:, 0 if self.champion else 1])
        came = Arrived(score, events.label[labels], time, signals.time[events.slot[labels]], events.time[fired],
                       np.cumsum(fired)[labels])
        return track[:written], self.watch.feed(came, first)

    def set_blend(self, *, batch_weight: float | None = None, blending: Blending | None = None) -> None:
        """Change how the next signals are mixed; what adaptive weights have learnt stays."""
        options = self.options
        if batch_weight is not None:
            options = replace(options, batch_weight=batch_weight)
        if blending is not None:
            options = replace(options, blending=blending)
        self.options = options = checked(options)
        self.mixing = mixing_of(options)
        if self.mixing.way == ROLLING:
            loops.best().weigh_window_pass(self.book)

    def state(self) -> State:
        """Everything that later scores depend on, as JSON with hexadecimal floats."""
        return {
            "format": FORMAT, "names": list(self.names), "champion": self.champion, "watch_after": self.watch_after,
            "previous": self.previous,
            "options": settings.to_json(self.options), "model": self.model.state(),
            "book": {name: packed(array) for name, array in self.book._asdict().items()},
            "watch": self.watch.state(),
        }

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Prequential:
        """The learner that `state` described."""
        try:
            if state["format"] != FORMAT:
                raise bad_state(f"format {state['format']}")
            options = settings.from_json(LearnerOptions, dict(state["options"]))
            core = cls(tuple(state["names"]), options, champion=bool(state["champion"]),
                       watch_after=int(state["watch_after"]), previous=bool(state["previous"]))
            core.model = restore_model(state["model"], core.names, options)
            core.book = Book._make(unpacked(state["book"][name], like) for name, like in core.book._asdict().items())
            core.watch.restore(state["watch"])
        except (KeyError, TypeError, ValueError) as error:
            raise bad_state(str(error)) from error
        return core


def fresh_book(options: LearnerOptions, *, previous: bool = False) -> Book:
    """Empty rings and totals."""
    window = options.window
    counts = np.zeros(APART + 1, dtype=np.int64)
    counts[LAST] = -1

    def whole(rows: int) -> Ints:
        return np.zeros(rows, dtype=np.int64)

    return Book(
        label=np.zeros(window, dtype=np.int8), score=np.full((2, 3, window), np.nan),
        right=np.full((6, window), 2, dtype=np.int8), loss=np.full((7, window), np.nan),
        window_right=whole(6), window_known=whole(6), window_loss=np.zeros(7), loss_known=whole(7),
        pairs=whole(3), wins=whole(3), losses=whole(3), total_right=whole(6), total_known=whole(6),
        total_loss=np.zeros(7), charged=np.zeros(7), counts=counts,
        weights=first_weights(options.batch_weight, previous=previous), grid=np.zeros(GRID),
    )


def build_model(names: Sequence[str], options: LearnerOptions) -> OnlineModel:
    """A fresh online model of the chosen kind."""
    if options.model is OnlineKind.LINEAR:
        return LinearModel(len(names), rates_of(options))
    from engine.online.river_models import RiverModel

    model: OnlineModel = RiverModel(tuple(names), options)
    return model


def restore_model(state: Mapping[str, Any], names: Sequence[str], options: LearnerOptions) -> OnlineModel:
    """The online model that `state` described."""
    if state["kind"] == LinearModel.kind:
        return LinearModel.from_state(state)
    from engine.online.river_models import RiverModel

    model: OnlineModel = RiverModel.from_state(state, tuple(names), options)
    return model
