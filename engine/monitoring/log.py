"""Collects what goes into the event log, until the journal writes it together with the next events."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.base import Notice
from engine.online.book import Scores
from engine.online.event_log import LogRow, Row
from engine.records import DriftMark, Ints, StreamMark

_ERRORS = frozenset({"dropped", "refused", "gap", "reset", "away", "failed"})
_FEED = frozenset({"back", "rotated", "warning"})


class EventLog:
    """Rows that are not yet on disk; the monitor's thread fills and empties it."""

    def __init__(self, clock: Callable[[], int] = time.time_ns) -> None:
        self.rows: list[Row] = []
        self._clock = clock

    def take(self) -> list[Row]:
        """What waits; nothing waits after."""
        rows, self.rows = self.rows, []
        return rows

    def predicted(self, ids: Sequence[str], fired: Sequence[int], slots: Ints, scores: Scores) -> None:
        """Signals with what was said of each."""
        now = self._clock()
        self.rows += zip(itertools.repeat(now), fired, ids,
                         *(array[slots].tolist() for array in (scores.final, scores.batch, scores.online)))

    def labelled(self, arrivals: Sequence[SignalEvent | LabelEvent]) -> None:
        """The labels among what came."""
        now = self._clock()
        self.rows += [(now, event.time, event.id, event.label, event.realized_rr)
                      for event in arrivals if isinstance(event, LabelEvent)]

    def drifted(self, mark: DriftMark) -> None:
        """An alarm."""
        self.add("drift", mark.words, mark.time, detector=mark.detector, watched=mark.watched, label=mark.event,
                 retrain=mark.retrain)

    def marked(self, mark: StreamMark) -> None:
        """Something else that happened to the stream."""
        kind = "error" if mark.kind in _ERRORS else "feed" if mark.kind in _FEED else mark.kind
        self.add(kind, mark.words, mark.time, what=mark.kind, label=mark.event)

    def noticed(self, notice: Notice, moment: int | None) -> None:
        """Something that happened to a feed; each entry that could not be read is a row."""
        entries = notice.data.get("entries")
        if entries is None:
            kind = "error" if notice.kind in _ERRORS else "feed"
            self.add(kind, notice.words, moment, what=notice.kind, **notice.data)
        for entry in entries or ():
            self.add("error", f"{entry['where']} was left out: {entry['why']}.", moment, what="refused", **entry)

    def add(self, kind: str, words: str, moment: int | None, **data: Any) -> None:
        """A row with words and data."""
        text = json.dumps(data, allow_nan=False, ensure_ascii=False) if data else None
        self.rows.append(LogRow(self._clock(), moment, kind, words=words, data=text))
