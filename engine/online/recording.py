"""The time machine: what a journal recorded, run again with another rate, half-life, blend or detector.

The batch scores are the recorded ones, so no model is needed. The analyst's own blend changes are left out: the run
answers what would have been with the given options from the first event on.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.events import LabelEvent, SignalEvent
from engine.online import skill
from engine.online.encoding import Encoding
from engine.online.journal import Entry, Journal
from engine.online.kernels import LABEL, SIGNAL
from engine.online.options import LearnerOptions, resolved
from engine.online.prequential import Events, Prequential, Signals, warm_up
from engine.online.replay import run_through
from engine.online.state import state_hash
from engine.online.track import Track, curves
from engine.progress import Progress
from engine.records import DriftMark, OnlineCurves, OnlineFigures

POINTS = 20_000


@dataclass(frozen=True, eq=False, slots=True)
class Recording:
    """The events of a journal as arrays: read once, run again as often as a slider moves."""

    encoding: Encoding
    signals: Signals
    events: Events
    champion: bool
    watch_after: int
    previous: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Rerun:
    """The same events under other options; figures are of the last `window` labels."""

    options: LearnerOptions
    curves: OnlineCurves
    figures: dict[str, OnlineFigures]
    baseline: dict[str, float]
    drifts: tuple[DriftMark, ...]
    state_hash: str
    events_per_second: float


def read_recording(journal: Journal, *, progress: Progress | None = None) -> Recording:
    """Everything that a journal holds; each signal and each label once, a label never before its signal."""
    progress = progress or Progress()
    encoding = Encoding.of(FeatureSchema.from_json(journal.meta("schema")))
    reader = _Reader()
    for entry in _told(journal.entries(), journal.last, progress):
        reader.take(entry)
    matrix = np.stack(reader.features) if reader.features else np.zeros((0, len(journal.meta("names"))))
    signals = Signals.empty(len(matrix), 0)._replace(features=encoding.apply(matrix.astype(np.float32)))
    signals.scores.batch[:] = reader.batch
    signals.scores.previous[:] = reader.previous
    op, slot, label, moment = zip(*reader.rows, strict=True) if reader.rows else ((), (), (), ())
    events = Events(np.asarray(op, dtype=np.int8), np.asarray(slot, dtype=np.int64),
                    np.asarray(label, dtype=np.int8), np.asarray(moment, dtype=np.int64))
    return Recording(encoding, signals, events, bool(journal.meta("champion")), int(journal.meta("watch_after")),
                     bool(journal.meta("previous")))


def rerun(recording: Recording, options: LearnerOptions, *, progress: Progress | None = None) -> Rerun:
    """Run the recorded events again; the curve lies on the recorded one's labels."""
    warm_up()
    core = Prequential(recording.encoding.names, resolved(options, late=True), champion=recording.champion,
                       watch_after=recording.watch_after, previous=recording.previous)
    track, started = Track(), time.perf_counter()
    drifts = run_through(core, recording.events, recording.signals, track, progress or Progress())
    seconds = time.perf_counter() - started
    return Rerun(core.options, curves(track.copy(POINTS)), skill.window_figures(core.book),
                 skill.window_baseline(core.book), tuple(drifts), state_hash(core.state()), core.signals / seconds)


class _Reader:
    """Journalled events into rows of arrays, by the ledger's rules."""

    def __init__(self) -> None:
        self.features: list[Any] = []
        self.batch: list[float] = []
        self.previous: list[float] = []
        self.rows: list[tuple[int, int, int, int]] = []
        self._slots: dict[str, int] = {}
        self._early: dict[str, LabelEvent] = {}
        self._done: set[str] = set()

    def take(self, entry: Entry) -> None:
        event = entry.event
        if isinstance(event, SignalEvent):
            slot = self._slots[event.id] = len(self.features)
            self.features.append(event.features)
            self.batch.append(entry.batch)
            self.previous.append(entry.previous)
            self.rows.append((SIGNAL, slot, -1, event.time))
            early = self._early.pop(event.id, None)
            if early is not None:
                self._learn(early, slot, max(early.time, event.time))
        elif isinstance(event, LabelEvent) and event.id not in self._done:
            if event.id in self._slots:
                self._learn(event, self._slots[event.id], event.time)
            else:
                self._early[event.id] = event

    def _learn(self, event: LabelEvent, slot: int, moment: int) -> None:
        self._done.add(event.id)
        self.rows.append((LABEL, slot, event.label, moment))


def _told(entries: Iterable[Entry], total: int, progress: Progress) -> Iterable[Entry]:
    for place, entry in enumerate(entries):
        if not place % 2000:
            progress.report(place / max(total, 1), f"reading event {place:,} of {total:,}")
        yield entry
