"""Signals from one source and their labels from another, joined by id in the ledger of pending signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.base import Notice, Poll, Source
from engine.monitoring.sources.live import LiveSource
from engine.records import FeedStatus

_NOWHERE: dict[str, Any] = {"signals": None, "labels": None}
_MOST_EARLY = 20_000  # labels taken beyond the newest signal while the signals are away; the ledger keeps 100,000


class JoinedSource(Source):
    """The cursor holds both places. While signals are being caught up on, labels wait for theirs."""

    def __init__(self, signals: LiveSource, labels: LiveSource) -> None:
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
