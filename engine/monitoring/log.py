"""Collects what goes into the event log, until the journal writes it together with the next events."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.base import Notice
from engine.online.book import Scores
from engine.online.event_log import LogRow
from engine.records import DriftMark, Ints, StreamMark

_ERRORS = frozenset({"dropped", "refused", "gap", "reset", "away", "failed"})
_row = tuple.__new__  # a row a prediction and one a label: calling the class itself takes three times as long
_FEED = frozenset({"back", "rotated", "warning"})


class EventLog:
    """Rows that are not yet on disk; the monitor's thread fills and empties it."""

    def __init__(self, clock: Callable[[], int] = time.time_ns) -> None:
        self.rows: list[LogRow] = []
        self._clock = clock

    def take(self) -> list[LogRow]:
        """What waits; nothing waits after."""
        rows, self.rows = self.rows, []
        return rows

    def predicted(self, ids: Sequence[str], fired: Sequence[int], slots: Ints, scores: Scores) -> None:
        """Signals with what was said of each."""
        now = self._clock()
        final, batch, online = (_plain(array[slots]) for array in (scores.final, scores.batch, scores.online))
        self.rows += [
            _row(LogRow, (now, when if when >= 0 else None, "prediction", id_, a, b, c, None, None, None, None))
            for id_, when, a, b, c in zip(ids, fired, final, batch, online, strict=True)]

    def labelled(self, arrivals: Sequence[SignalEvent | LabelEvent]) -> None:
        """The labels among what came."""
        now = self._clock()
        self.rows += [
            _row(LogRow, (now, event.time if event.time >= 0 else None, "label", event.id, None, None, None,
                          event.label, None if (gained := event.realized_rr) != gained else gained, None, None))
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


def _plain(array: Any) -> list[float | None]:
    values: list[float | None] = array.tolist()
    missing = np.flatnonzero(np.isnan(array))
    for place in missing.tolist():
        values[place] = None
    return values
