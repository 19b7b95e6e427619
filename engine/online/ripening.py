"""Labels put in the order in which their signals fired, so that quick ones do not run ahead of slow ones.

Where losses come sooner than wins, the first labels after a change of model are mostly losses, and every detector would
take the wins that follow for a change. So a label waits until its signal is as old as nine in ten labels take, and the
few that take longer are not watched: whom the watch sees never changes with the flow of signals. Nothing is watched
until the stream is old enough to know how long that is; where most labels have become slower, it is learnt anew.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.online.kernels import Bytes
from engine.online.state import State, packed, unpacked
from engine.records import Floats, Ints

MOST_SHARE = 0.9  # of the labels, which the horizon covers
FIRST_LOOK, NEXT_LOOK, LAST_LOOK = 100, 1.2, 20_000  # labels; after the last one labels are taken as they come
LEAST = 50  # signals that the horizon rests on
BLOCK = 2000  # labels of which, when most come after the horizon, it is learnt anew


class Arrived(NamedTuple):
    """The labels of a chunk: score (m,) of the signal, label, when it came and when its signal had fired; -1: no time.

    `signals` (s,) are the times of the chunk's own signals, `before` (m,) how many of them fired before each label.
    """

    score: Floats
    label: Bytes
    time: Ints
    fired: Ints
    signals: Ints
    before: Ints

    @classmethod
    def at_once(cls, score: Floats, label: Bytes) -> Arrived:
        """Labels in the order of their signals."""
        none = np.full(len(score), -1, dtype=np.int64)
        return cls(score, label, none, none, none[:0], np.zeros_like(none))


class Ripe(NamedTuple):
    """Labels to look at: score and label (r,), and `place` (r,) of the label with which each ripened, in the chunk.

    Those that are not `watched` (r,) only tell what is usual.
    """

    score: Floats
    label: Bytes
    place: Ints
    watched: NDArray[np.bool_]


class _Labels(NamedTuple):
    """The part of `Arrived` that waits."""

    score: Floats
    label: Bytes
    time: Ints
    fired: Ints


class Ripening:
    """Feeds labels, however cut, and gives them back in the order of their signals."""

    def __init__(self) -> None:
        self.horizon: int | None = None  # ns, None until it is known
        self._now = -1
        self._look = FIRST_LOOK  # labels, at which the horizon is looked for
        self._left = FIRST_LOOK  # labels until then, or until the end of a block
        self._late = 0  # of the block, those after the horizon
        self._signals = np.empty(0, dtype=np.int64)  # all that fired, until the horizon is known
        self._waiting = _nothing()

    def feed(self, came: Arrived) -> Ripe:
        """Take the labels of a chunk in; returns those that are ripe now."""
        if self.horizon in {None, 0} and len(came.score) and came.time[-1] < 0:  # no times: all is ripe as it comes
            self.horizon = 0
            return Ripe(came.score, came.label, np.arange(len(came.score)), np.ones(len(came.score), dtype=bool))
        found, start, told = [_none_ripe()], 0, 0
        while start < len(came.score):
            end = min(len(came.score), start + self._left)
            until = int(came.before[end - 1])
            if self.horizon is None:
                self._signals = np.concatenate([self._signals, came.signals[told:until]])
            piece = self._piece(_Labels._make(array[start:end] for array in came[:4]))
            found.append(piece._replace(place=piece.place + start))
            start, told = end, until
        if self.horizon is None:
            self._signals = np.concatenate([self._signals, came.signals[told:]])
        return Ripe(*(np.concatenate(parts) for parts in zip(*found, strict=True)))

    def state(self) -> State:
        """Everything, as JSON."""
        return {"horizon": self.horizon, "now": self._now, "look": self._look, "left": self._left, "late": self._late,
                "signals": packed(self._signals),
                "waiting": {name: packed(array) for name, array in self._waiting._asdict().items()}}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken."""
        self.horizon = state["horizon"]
        self._now, self._look, self._left, self._late = (int(state[name]) for name in ("now", "look", "left", "late"))
        self._signals = np.asarray(state["signals"], dtype=np.int64)
        count = len(state["waiting"]["score"])
        self._waiting = _Labels._make(unpacked(state["waiting"][name], np.empty(count, dtype=like.dtype))
                                      for name, like in _nothing()._asdict().items())

    def _piece(self, came: _Labels) -> Ripe:
        """Labels up to the next look or the end of a block."""
        run = np.maximum.accumulate(np.concatenate([[self._now], came.time]))[1:]
        own = np.concatenate([np.full(len(self._waiting.score), -1), np.arange(len(came.score))])
        pairs = zip(tuple(self._waiting), tuple(came), strict=True)
        each = _Labels._make(np.concatenate(list(pair)) for pair in pairs)
        self._now = int(run[-1])
        self._left -= len(came.score)
        known = self.horizon is not None
        if not known and self._left == 0:
            self._decide(each)
        if self.horizon is None:
            self._waiting = each
            return _none_ripe()
        first = 0 if known else len(run) - 1
        place = np.maximum(np.maximum(own, np.searchsorted(run, each.fired + self.horizon)), first)
        late = each.time - each.fired > self.horizon
        order = np.lexsort((np.arange(len(place)), each.fired, place))
        ripe = order[(place[order] < len(run)) & ~late[order]]
        self._waiting = _Labels._make(array[(place >= len(run)) & ~late] for array in each)
        if known:
            self._end_of_block(int(np.count_nonzero(late)))
        watched = np.full(len(ripe), known or came.time[-1] < 0)
        return Ripe(each.score[ripe], each.label[ripe], place[ripe], watched)

    def _decide(self, each: _Labels) -> None:
        """Look for the horizon."""
        last = self._look >= LAST_LOOK or self._now < 0
        self.horizon = 0 if last else horizon_of(self._signals, each.fired, each.time, self._now)
        before, self._look = self._look, math.ceil(self._look * NEXT_LOOK)
        self._left = self._look - before
        if self.horizon is not None:
            self._left, self._signals = BLOCK, self._signals[:0]

    def _end_of_block(self, late: int) -> None:
        self._late += late
        if self._left:
            return
        if self._late > BLOCK // 2:
            self.horizon, self._look, self._left = None, FIRST_LOOK, FIRST_LOOK
        else:
            self._left = BLOCK
        self._late = 0


def horizon_words(before: int | None, now: int | None) -> str:
    """What a new horizon means for whoever watches; nothing where there is none to speak of."""
    if now is None and before is not None:
        return (f"Most labels now take longer than {_span(before)}: how long they take is learnt anew, and drift is "
                "not watched meanwhile.")
    if now and before is None:
        return (f"Drift is watched from here on, among labels that come within {_span(now)} of their signal, as nine "
                "in ten do.")
    return ""


def _span(ns: int) -> str:
    seconds = ns / 1e9
    for size, unit in ((86_400.0, "days"), (3600.0, "hours"), (60.0, "minutes")):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.3g} seconds"


def horizon_of(signals: Ints, fired: Ints, came: Ints, now: int) -> int | None:
    """How long nine in ten labels take, from signals (s,) and the labels (k,) so far; None while it cannot be told.

    From the older half of the signals, whose labels have had at least half the stream's time to come: either nine in
    ten of those are in, or nine in ten of those that are in came within half of that time.
    """
    begin = int(signals.min()) if len(signals) else now
    half = (now - begin) // 2
    old = int(np.count_nonzero(signals <= begin + half))
    delay = np.sort(np.maximum(came - fired, 0)[(fired <= begin + half) & (fired >= begin)])
    delay = delay[delay <= half]
    if old < LEAST or len(delay) < LEAST:
        return None
    place = math.ceil(MOST_SHARE * old) - 1
    if place < len(delay):
        return int(delay[place])
    longest = int(delay[math.ceil(MOST_SHARE * len(delay)) - 1])
    return longest if longest <= half // 2 else None


def _nothing() -> _Labels:
    whole = np.empty(0, dtype=np.int64)
    return _Labels(np.empty(0), np.empty(0, dtype=np.int8), whole, whole)


def _none_ripe() -> Ripe:
    return Ripe(np.empty(0), np.empty(0, dtype=np.int8), np.empty(0, dtype=np.int64), np.empty(0, dtype=bool))
