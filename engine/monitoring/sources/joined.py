"""Signals from one source and their labels from another, joined by id in the ledger of pending signals.

Where both have much to catch up on at the start, they are merged by their times, so that what is scored then knows the
labels that were known then. That waits for neither for long, and ends for good once both are at the present.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.base import Notice, Poll, Source
from engine.monitoring.sources.live import LiveSource
from engine.records import FeedStatus

_LOOK = 0.02  # seconds between looks for what is not there yet
_NOWHERE: dict[str, Any] = {"signals": None, "labels": None}
_PRESENT_NS = 10 * 10**9  # an event as young as this is no backlog
_LONGEST_WAIT = 5.0  # seconds that one is waited for while the other has something
_MOST_EARLY = 20_000  # labels taken beyond the newest signal while the signals are away; the ledger keeps 100,000


class JoinedSource(Source):
    """The cursor holds both places. While signals are being caught up on, labels wait for theirs."""

    def __init__(self, signals: LiveSource, labels: LiveSource, *, clock: Callable[[], float] = time.monotonic,
                 now: Callable[[], int] = time.time_ns) -> None:
        self._clock, self._now = clock, now
        self._backlog: _Backlog | None = _Backlog()
        self.signals, self.labels = signals, labels
        self.words = f"{signals.words} with labels from {labels.words}"
        self.schema = signals.schema
        self._newest = 0  # time of the newest signal given
        self._held: list[LabelEvent | SignalEvent] = []
        self._after_held: Any = None
        self._early = 0

    def poll(self, cursor: Any, most: int) -> Poll:
        """Signals that are there, then the labels that may be given beside them."""
        if most <= 0:
            return Poll((), cursor)
        place = dict(cursor or _NOWHERE)
        if self._backlog is not None:
            return self._merged(self._backlog, cursor, place, most)
        found = self.signals.poll(place["signals"], most)
        if found.events:
            self._newest = max(self._newest, *(event.time for event in found.events))
            self._early = 0
        events = [*found.events, *self._labels(place, most - len(found.events))]
        place["signals"] = found.cursor
        words = f"{self.signals.status()[0].words}; labels: {self.labels.status()[0].words}"
        same = place == (cursor or _NOWHERE)
        return Poll(events, cursor if same else place, wait=0.0 if events else found.wait, words=words)

    step = poll

    def _merged(self, backlog: _Backlog, cursor: Any, place: dict[str, Any], most: int) -> Poll:
        """Of both backlogs what happened first; the present is reached when both have nothing older."""
        present = self._now() - _PRESENT_NS
        for name, feed in (("signals", self.signals), ("labels", self.labels)):
            backlog.fill(name, feed, place, most, present)
            backlog.look_at_the_clock(name, away=feed.away, now=self._clock())
        events = backlog.first(most, present)
        self._newest = max([self._newest, *(event.time for event in events if isinstance(event, SignalEvent))])
        backlog.settle(place)
        if backlog.over:
            self._backlog = None
        words = f"{self.signals.status()[0].words}; labels: {self.labels.status()[0].words}"
        same = place == (cursor or _NOWHERE)
        return Poll(events, cursor if same else place, wait=0.0 if events else _LOOK, words=words)

    def _labels(self, place: dict[str, Any], most: int) -> Sequence[SignalEvent | LabelEvent]:
        """Labels as far as their signals can have come."""
        if most <= 0:
            return ()
        if not self._held:
            found = self.labels.poll(place["labels"], most)
            self._held, self._after_held = list(found.events), found.cursor
        given = [event for event in self._held if self._may_come(event)][:most]
        if given:
            chosen = set(map(id, given))
            self._held = [event for event in self._held if id(event) not in chosen]
        if not self._held:
            place["labels"] = self._after_held
        return given

    def _may_come(self, label: SignalEvent | LabelEvent) -> bool:
        """A label beyond the newest signal waits while signals are on their way; not for ever where they are away."""
        if label.time <= self._newest or self.signals.settled:
            return True
        if self.signals.away and self._early < _MOST_EARLY:
            self._early += 1
            return True
        return False

    def committed(self, cursor: Any) -> None:
        """Each learns its own place."""
        if cursor:
            self.signals.committed(cursor["signals"])
            self.labels.committed(cursor["labels"])

    def fraction(self, cursor: Any) -> float | None:
        """It has no end."""
        return None

    def set_speed(self, speed: float) -> None:
        """It comes as it comes."""

    def hold(self) -> None:
        """Nothing to do."""

    def go_on(self) -> None:
        """Nothing to do."""

    def status(self) -> tuple[FeedStatus, ...]:
        """Both feeds, signals first."""
        return (*self.signals.status(), *self.labels.status())

    def notices(self) -> Sequence[Notice]:
        """Of both."""
        return [*self.signals.notices(), *self.labels.notices()]

    def close(self) -> None:
        """Let both go."""
        self.signals.close()
        self.labels.close()


class _Backlog:
    """What was read of each and not yet given, at the start."""

    def __init__(self) -> None:
        self._held: dict[str, deque[SignalEvent | LabelEvent]] = {"signals": deque(), "labels": deque()}
        self._after: dict[str, Any] = {}
        self._at_present: set[str] = set()
        self._since: dict[str, float] = {}  # when the wait for one began
        self._not_awaited: set[str] = set()

    @property
    def over(self) -> bool:
        """Whether both are at the present and all is given."""
        return len(self._at_present) == len(self._held) and not any(self._held.values())

    def fill(self, name: str, feed: LiveSource, place: dict[str, Any], most: int, present: int) -> None:
        """Take what the feed has, where nothing of it is at hand; see whether it is at the present."""
        if self._held[name]:
            return
        settled = feed.settled
        found = feed.poll(place[name], most)
        self._held[name].extend(found.events)
        self._after[name] = found.cursor
        if (settled and not found.events) or (found.events and found.events[-1].time >= present):
            self._at_present.add(name)

    def look_at_the_clock(self, name: str, *, away: bool, now: float) -> None:
        """Decide whether the other one waits while this one has nothing at hand."""
        if self._held[name]:
            self._since.pop(name, None)
        waited = now - self._since.setdefault(name, now)
        goes_by = away or name in self._at_present or (waited >= _LONGEST_WAIT and not self._held[name])
        (self._not_awaited.add if goes_by else self._not_awaited.discard)(name)

    def first(self, most: int, present: int) -> list[SignalEvent | LabelEvent]:
        """Up to `most` in the order of time, signals first, until one runs out that is awaited; what fires now is not
        held up.
        """
        signals, labels = self._held["signals"], self._held["labels"]
        given: list[SignalEvent | LabelEvent] = []
        while len(given) < most and (signals or labels):
            if signals and labels:
                turn = signals if signals[0].time <= labels[0].time or signals[0].time >= present else labels
            else:
                turn, other = (signals, "labels") if signals else (labels, "signals")
                if other not in self._not_awaited and not (signals and signals[0].time >= present):
                    break
            given.append(turn.popleft())
        return given

    def settle(self, place: dict[str, Any]) -> None:
        """The places after what was given whole."""
        for name, held in self._held.items():
            if not held and name in self._after:
                place[name] = self._after[name]
