"""What a window may ask of a stream beside its figures, and what it may write into it."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.events import SettingEvent
from engine.monitoring.notes import note_value
from engine.monitoring.steering import MOST_LABELS
from engine.monitoring.stream import Stream
from engine.online.book import BATCH, HEAD, ONLINE, SIZE, Book
from engine.online.hard import CAPACITY
from engine.online.journal import Entry, Journal
from engine.online.linear import LinearModel
from engine.online.mixing import LOSS_FLOOR
from engine.online.track import curves
from engine.records import BlendPreview, FeedState, HardExample, InputTrack, OnlineCurves, SignalRow

SHARES = 101  # the slider's steps
_ENDED = (FeedState.FINISHED, FeedState.STOPPED, FeedState.FAILED)


class Looks:
    """The part of a monitor that answers questions; all may be asked from any thread and are answered at once."""

    _stream: Stream
    _lock: threading.Lock
    _wake: threading.Condition
    _wishes: deque[tuple[str, Any]]
    _state: FeedState
    _file: str

    def recent(self, most: int = 200) -> tuple[SignalRow, ...]:
        """The newest signals first, with what is known of each."""
        with self._lock:
            return self._stream.arrivals.newest(most)

    def history(self, first: float, last: float, points: int = 4000) -> OnlineCurves:
        """The curves from one label number to another, in as much detail as is kept; `snapshot` thins them all."""
        with self._lock:
            rows = self._stream.track.between(first, last, points)
        return curves(rows)

    def inputs(self) -> InputTrack:
        """How far each input has moved, batch by batch."""
        with self._lock:
            track = list(self._stream.input_track)
        names = self._stream.encoding.names
        return InputTrack(names, np.asarray([event for event, _ in track], dtype=np.int64),
                          np.asarray([moved for _, moved in track]).reshape(-1, len(names)))

    def hard_examples(self, most: int = CAPACITY) -> tuple[HardExample, ...]:
        """The labelled signals that the champion (without one: the online model) got most wrong, the worst first."""
        with self._lock:
            return self._stream.hard.worst(most)

    def blend_preview(self, labels: int) -> BlendPreview | None:
        """What other batch shares would have scored on the last labels; None without a batch model's scores."""
        with self._lock:
            return blend_preview(self._stream.core.book, min(labels, MOST_LABELS))

    def online_model(self) -> LinearModel | None:
        """A copy of the linear online model as it is now; None where another kind learns."""
        with self._lock:
            model = self._stream.core.model
            return LinearModel.from_state(model.state()) if isinstance(model, LinearModel) else None

    def annotate(self, text: str, *, event: int | None = None, kind: str = "note") -> None:
        """Write a note at label number `event` (now, when None); it goes into the journal and the list of events."""
        value = note_value(text, event, kind)
        with self._wake:
            if self._state not in _ENDED:
                self._wishes.append(("mark", value))
                self._wake.notify_all()
                return
        self._annotate_late(value)

    def _annotate_late(self, value: dict[str, Any]) -> None:
        """The run is over: nobody grants wishes any more, and the journal is free."""
        with self._lock:
            event = SettingEvent("", self._stream.time or -1, "mark", value)
            if self._file:
                with Journal(Path(self._file)) as journal:
                    event = replace(event, id=f"setting-{journal.last + 1}")
                    journal.append([Entry(event)])
            self._stream.apply([Entry(event)])


def blend_preview(book: Book, labels: int) -> BlendPreview | None:
    """Accuracy and log loss of every batch share over the newest labels of the book's window."""
    window, many = len(book.label), min(labels, int(book.counts[SIZE]))
    places = (int(book.counts[HEAD]) - 1 - np.arange(many)) % window
    won = book.label[places] == 1
    row = won.astype(np.int64)
    batch, online = book.score[row, BATCH, places], book.score[row, ONLINE, places]
    known = ~(np.isnan(batch) | np.isnan(online))
    if not known.any():
        return None
    batch, online, won = batch[known], online[known], won[known]
    shares = np.linspace(0.0, 1.0, SHARES)
    mixed = shares[:, None] * batch + (1.0 - shares[:, None]) * online
    said = np.where(won, mixed, 1.0 - mixed)
    return BlendPreview(len(won), shares, ((mixed > 0.5) == won).mean(axis=1),
                        -np.log(np.maximum(said, LOSS_FLOOR)).mean(axis=1))
