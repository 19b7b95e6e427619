"""The time machine: what a journal recorded, run again with another rate, half-life, blend or detector.

The champions' scores are the recorded ones, so no model is needed. Without options the run is the recorded one, with
the analyst's own changes of the blend where they were made; with options it answers what would have been with those
from the first event on.
"""

from __future__ import annotations

import json
import struct
import time
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import settings
from engine.awaiting import brisk
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.evaluation.intervals import delong, wilson
from engine.online import skill
from engine.online.blend import regret
from engine.online.book import FINAL
from engine.online.encoding import Encoding
from engine.online.journal import Journal, Stored, signal_parts
from engine.online.kernels import LABEL, SIGNAL
from engine.online.options import Blending, LearnerOptions, resolved
from engine.online.outcome import (
    arrival_of,
    baseline_of,
    detectors_of,
    figures_of,
    learnt_labels,
    learnt_rows,
    said_of,
)
from engine.online.preparing import warm_up
from engine.online.prequential import Events, Prequential, Signals
from engine.online.replay import run_through
from engine.online.state import state_hash
from engine.online.track import Track, curves
from engine.progress import Progress
from engine.records import DriftMark, Floats, ReplayRecord

POINTS = 20_000
_NAN = float("nan")
_PAIR = struct.Struct("<dd").unpack


@dataclass(frozen=True, eq=False, slots=True)
class Change:
    """The analyst changed the blend before the event at `place`."""

    place: int
    name: str
    value: Any


@dataclass(frozen=True, eq=False, slots=True)
class Recording:
    """The events of a journal as arrays: read once, run again as often as a slider moves."""

    encoding: Encoding
    signals: Signals
    events: Events
    champion: bool
    watch_after: int
    previous: bool
    realized_rr: Floats  # by slot
    options: LearnerOptions  # as the stream was begun
    changes: tuple[Change, ...]


def read_recording(journal: Journal, *, progress: Progress | None = None) -> Recording:
    """Everything that a journal holds; each signal and each label once, a label never before its signal."""
    progress = progress or Progress()
    schema = journal.meta("schema")
    if schema is None:
        raise WorkbenchError("This journal holds no stream.", where=str(journal.path), code="empty-journal",
                             remedy="Give the journal of a monitor that has run.")
    encoding = Encoding.of(FeatureSchema.from_json(schema))
    reader = _Reader(journal.format)
    with brisk():
        for stored in _told(journal.stored(), journal.last, progress):
            reader.take(*stored)
    features = encoding.apply(reader.matrix(len(journal.meta("names"))))
    signals = Signals.empty(len(features), 0)._replace(features=np.where(np.isfinite(features), features, np.nan))
    signals.scores.batch[:], signals.scores.previous[:] = reader.batch, reader.previous
    identity = journal.meta("identity") or {}
    begun = {**settings.to_json(LearnerOptions()), **(journal.meta("blend") or {}), **identity.get("options", {})}
    return Recording(
        encoding, signals, reader.events(), bool(journal.meta("champion")), int(journal.meta("watch_after")),
        bool(journal.meta("previous")), np.asarray(reader.realized_rr, dtype=np.float64),
        settings.from_json(LearnerOptions, begun), tuple(reader.changes),
    )


def rerun(recording: Recording, options: LearnerOptions | None = None, *,
          progress: Progress | None = None) -> ReplayRecord:
    """Run the recorded events again; the curve lies on the recorded one's labels. Without options: as it was."""
    progress = progress or Progress()
    warm_up(progress.check)
    core = Prequential(recording.encoding.names, resolved(options or recording.options, late=True),
                       champion=recording.champion, watch_after=recording.watch_after, previous=recording.previous)
    track, started = Track(), time.perf_counter()
    drifts = _run(core, recording, track, () if options is not None else recording.changes, progress)
    return _record(core, recording, track, drifts, time.perf_counter() - started)


def _run(core: Prequential, recording: Recording, track: Track, changes: tuple[Change, ...],
         progress: Progress) -> list[DriftMark]:
    """All events, the blend changed where the analyst changed it."""
    start, total, drifts = 0, max(len(recording.events.op), 1), []
    for change in (*changes, Change(len(recording.events.op), "", None)):
        part = recording.events.part(start, change.place)
        drifts += run_through(core, part, recording.signals, track, progress.part(start / total, change.place / total))
        start = change.place
        if change.name == "batch_weight":
            core.set_blend(batch_weight=float(change.value))
        elif change.name == "blending":
            core.set_blend(blending=Blending(change.value))
    return drifts


def _record(core: Prequential, recording: Recording, track: Track, drifts: list[DriftMark],
            seconds: float) -> ReplayRecord:
    events, scores = recording.events, recording.signals.scores
    label = learnt_labels(events, core)
    said = said_of(scores, learnt_rows(events, core), core)
    baseline = baseline_of(core)
    accuracy = wilson(int(core.book.total_right[FINAL]), int(core.book.total_known[FINAL]))
    figures = {name: figures_of(label, score) for name, score in said.items()}
    log_loss = figures["final"].log_loss
    return ReplayRecord(
        events=core.signals, labels=core.labels, pending=core.pending, accuracy=accuracy,
        auc=delong(label, said["final"]), log_loss=skill.number(log_loss),
        kappa_temporal=skill.kappa_temporal(accuracy.value, baseline["last_class"]), baseline=baseline,
        figures=figures, drifts=tuple(drifts), marks=(),
        events_per_second=core.signals / seconds if seconds else float("nan"), seconds=seconds,
        state_hash=state_hash(core.state()), weights=core.weights, contaminated=0, untouched={}, untouched_labels=0,
        skill=skill.words(accuracy, log_loss, baseline, core.labels), warnings=(),
        curves=curves(track.copy(POINTS)), losses=core.losses, regret=regret(core.losses),
        arrival=arrival_of(events, scores, core, recording.realized_rr),
        **detectors_of(core, label, said), effective_window=core.effective_window,
    )


class _Reader:
    """Journalled events into arrays that grow, by the ledger's rules: a million Python objects that are turned into
    arrays at the end would hold up every other thread for as long as that takes.
    """

    def __init__(self, form: int) -> None:
        self._form = form
        self.batch, self.previous, self.realized_rr = array("d"), array("d"), array("d")
        self._features = bytearray()  # float32, signal after signal
        self._op, self._label = array("b"), array("b")
        self._slot, self._moment = array("q"), array("q")
        self.changes: list[Change] = []
        self._slots: dict[str, int] = {}
        self._early: dict[str, tuple[int, float, int]] = {}  # label, realized R and time
        self._done: set[str] = set()

    def take(self, kind: str, id_: str, time: int, body: bytes) -> None:
        """One event as it is stored."""
        if kind == "signal":
            self._signal(id_, time, body)
        elif kind == "setting":
            self.changes.append(Change(len(self._op), *json.loads(body)))
        elif id_ not in self._done:
            label, gained = _PAIR(body)
            slot = self._slots.get(id_)
            if slot is None:
                self._early[id_] = (int(label), gained, time)
            else:
                self._learn(id_, slot, int(label), gained, time)

    def _signal(self, id_: str, time: int, body: bytes) -> None:
        slot = self._slots[id_] = len(self.batch)
        batch, previous, features = signal_parts(body, self._form)
        self._features += features
        self.batch.append(batch)
        self.previous.append(previous)
        self.realized_rr.append(_NAN)
        self._row(SIGNAL, slot, -1, time)
        if self._early and id_ in self._early:
            label, gained, came = self._early.pop(id_)
            self._learn(id_, slot, label, gained, max(came, time))

    def _learn(self, id_: str, slot: int, label: int, gained: float, moment: int) -> None:
        self._done.add(id_)
        self.realized_rr[slot] = gained
        self._row(LABEL, slot, label, moment)

    def _row(self, op: int, slot: int, label: int, moment: int) -> None:
        self._op.append(op)
        self._slot.append(slot)
        self._label.append(label)
        self._moment.append(moment)

    def matrix(self, names: int) -> NDArray[np.float32]:
        """The signals' features (n, d)."""
        return np.frombuffer(self._features, dtype=np.float32).reshape(len(self.batch), -1 if self.batch else names)

    def events(self) -> Events:
        """All events in their order."""
        return Events(np.array(self._op, dtype=np.int8), np.array(self._slot, dtype=np.int64),
                      np.array(self._label, dtype=np.int8), np.array(self._moment, dtype=np.int64))


def _told(entries: Iterable[Stored], total: int, progress: Progress) -> Iterable[Stored]:
    for place, entry in enumerate(entries):
        if not place % 2000:
            progress.report(place / max(total, 1), f"reading event {place:,} of {total:,}")
        yield entry
