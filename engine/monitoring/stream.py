"""A stream as a monitor holds it: champion, online learner, pending ledger and history; scored, applied, restored."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.schema import FeatureSchema, Matrix
from engine.errors import WorkbenchError
from engine.events import LabelEvent, SettingEvent, SignalEvent
from engine.monitoring.learnt import Learnt
from engine.monitoring.log import EventLog
from engine.online import loops
from engine.online.book import TRACK
from engine.online.causes import cause_of
from engine.online.contamination import known_until
from engine.online.encoding import Encoding
from engine.online.false_alarms import of_each
from engine.online.hard import HardExamples
from engine.online.input_drift import InputWatch
from engine.online.journal import Entry
from engine.online.kernels import LABEL, SIGNAL
from engine.online.labels import Ledger
from engine.online.linear import NS_PER_HOUR, LinearModel
from engine.online.newest import Newest
from engine.online.options import Blending, LearnerOptions
from engine.online.prequential import FORMAT, Events, Prequential
from engine.online.ripening import horizon_words
from engine.online.river_models import RiverModel
from engine.online.state import State, packed, state_hash, unpacked
from engine.online.track import Track
from engine.records import ContributionShift, DriftCause, DriftMark, FalseAlarms, Floats, StreamMark, to_plain

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

_MARKS = 500  # alarms and other marks that are kept
_INPUT_BATCHES = 400  # whose inputs are kept beside each other
_SAVED_ROWS = 512  # of the history, in a snapshot
_FIRST_TRY, _TRY_EVERY, _TRY_LABELS = 1000, 50_000, 20_000  # labels, when and on how many detectors are tried
_CAUSES = 20
_BLENDING = {Blending.FIXED: "Fixed shares.", Blending.ADAPTIVE: "Adaptive shares on.",
             Blending.ROLLING: "The best share of the window."}


class Stream:
    """Not safe between threads; the monitor guards it."""

    def __init__(self, schema: FeatureSchema, options: LearnerOptions, champion: LoadedModel | None,
                 previous: LoadedModel | None = None) -> None:
        self.champion = champion
        self.previous = previous
        self.schema = schema
        self.encoding = Encoding.of(schema)
        self.core = Prequential(self.encoding.names, options, champion=champion is not None,
                                watch_after=known_until(champion), previous=previous is not None)
        self.ledger = Ledger(len(self.encoding), expiry_ns=int(options.expiry_hours * NS_PER_HOUR))
        self.inputs = InputWatch(self.encoding.names)  # begins anew after a restart
        self.arrivals = Newest(options.window)
        self.learnt = Learnt(len(schema))
        self.hard = HardExamples()
        self.causes: tuple[DriftCause, ...] = ()
        self.detectors: tuple[FalseAlarms, ...] = ()
        self._try_at = _FIRST_TRY  # labels at which detectors are tried again
        self.input_track: deque[tuple[int, Floats]] = deque(maxlen=_INPUT_BATCHES)
        self.track = Track()
        self.drifts: list[DriftMark] = []
        self.marks: list[StreamMark] = []
        self.time: int | None = None
        self.log: EventLog | None = None  # hears of everything that happens, where something is kept
        self.stored: Mapping[str, float] = {}  # by id: what the champion's fold models said of its own training rows
        self.faults: dict[str, str] = {}  # what a member last failed with, until it answers again

    def score(self, events: Sequence[SignalEvent | LabelEvent]) -> list[Entry]:
        """Each event with what the champion says of it; a champion that fails says nothing and is named."""
        signals = [event for event in events if isinstance(event, SignalEvent)]
        own = self._said("champion", self.champion, signals)
        if self.stored:
            own = [self.stored.get(event.id, score) for event, score in zip(signals, own, strict=True)]
        said = iter(zip(own,
                        self._said("previous champion", self.previous, signals), strict=True))
        return [Entry(event, *next(said)) if isinstance(event, SignalEvent) else Entry(event) for event in events]

    def apply(self, entries: Sequence[Entry]) -> None:
        """Let the learner live through events in order."""
        group: list[Entry] = []
        for entry in entries:
            if isinstance(entry.event, SettingEvent):
                self._run(group)
                group = []
                self._set(entry.event)
            else:
                group.append(entry)
        self._run(group)

    def hash(self) -> str:
        """The hash of all that later scores depend on; a replay of the same events has the same."""
        return state_hash({**self.core.state(), "pending": self.ledger.state()["pending"],
                           "newest": self.arrivals.state()})

    def state(self) -> State:
        """Everything, as JSON."""
        rows = self.track.copy(_SAVED_ROWS)
        return {
            "core": self.core.state(), "ledger": self.ledger.state(), "newest": self.arrivals.state(),
            "hard": self.hard.state(), "time": self.time,
            "drifts": to_plain(self.drifts), "marks": to_plain(self.marks), "causes": to_plain(self.causes),
            "track": [packed(row) for row in rows],
        }

    def try_restore(self, state: Mapping[str, Any]) -> bool:
        """Go on where `state` was taken; False, and nothing changed, where only the events can bring it back."""
        if state["core"]["format"] != FORMAT or state["core"]["model"]["kind"] != LinearModel.kind:
            return False
        if "hard" not in state:  # an earlier program saved it
            return False
        if any(len(row) != len(TRACK) for row in state["track"][:1]):
            return False
        self._restore(state)
        return True

    def _restore(self, state: Mapping[str, Any]) -> None:
        self.core = Prequential.from_state(state["core"])
        self.ledger.restore(state["ledger"])
        self.arrivals.restore(state["newest"], self.ledger.slots)
        self.hard.restore(state["hard"])
        self.time = state["time"]
        self.drifts = [DriftMark(**mark) for mark in state["drifts"]]
        self.marks = [StreamMark(**mark) for mark in state["marks"]]
        self.causes = tuple(_cause(each) for each in state.get("causes", ()))
        if state["track"]:
            like = np.empty((len(state["track"]), len(state["track"][0])))
            self.track.restore(unpacked(state["track"], like))

    def mark(self, kind: str, words: str, event: int | None = None, *, logged: bool = True) -> None:
        """Note that something happened now, or at label number `event`; `logged` in the event log too."""
        time = self.time if event is None else self.track.time_of(event)
        at = self.core.labels if event is None else event
        found = StreamMark(at, time, kind, words)
        self.marks = [*self.marks, found][-_MARKS:]
        if self.log is not None and logged:
            self.log.marked(found)

    @property
    def fault(self) -> str:
        """What the champion last failed with; empty while it answers."""
        return self.faults.get("champion", "")

    def _said(self, who: str, model: LoadedModel | None, signals: Sequence[SignalEvent]) -> list[float]:
        """A member's scores; it says nothing of the very signals that it fails on, and is named."""
        if model is None or not signals:
            return [math.nan] * len(signals)
        scores, why = _asked(model, np.concatenate([event.features for event in signals]).reshape(len(signals), -1))
        silent = np.flatnonzero(np.isnan(scores))
        if len(silent):
            self._failed(who, why or "it gave no number", signals[int(silent[0])].id)
        if not len(silent) or silent[-1] < len(signals) - 1:
            self.faults.pop(who, None)
        return list(scores.tolist())

    def _failed(self, who: str, why: str, id_: str) -> None:
        if who not in self.faults:
            alone = "the online model stands alone" if who == "champion" else "the others go on"
            self.mark("dropped", f"The {who} gave no score for signal {id_} ({why}); {alone} until it does.")
        self.faults[who] = why

    def _run(self, group: Sequence[Entry]) -> None:
        if not group:
            return
        signals = [entry for entry in group if isinstance(entry.event, SignalEvent)]
        raw, features = _matrix(signals, len(self.schema)), np.zeros((0, len(self.encoding)))
        if signals:
            features = self.encoding.apply(raw)
        arrivals = [entry.event for entry in group if not isinstance(entry.event, SettingEvent)]
        corrected = len(self.ledger.corrections)
        events = self.ledger.take(arrivals, features, np.asarray([entry.batch for entry in signals]),
                                  np.asarray([entry.previous for entry in signals]))
        moments = np.asarray([entry.event.time for entry in signals], dtype=np.int64)
        for moved in self.inputs.feed(features, moments):
            self.mark("inputs", moved.words)
        before, horizon = self.core.labels, self.core.watch.ripening.horizon
        rows, marks = self.core.run(events, self.ledger.signals, stride=self.track.stride)
        if words := horizon_words(horizon, self.core.watch.ripening.horizon):
            self.mark("watching", words)
        self._track_inputs(before)
        self._check_online(events)
        self._keep(events, raw, marks)
        if self.log is not None:
            self.log.predicted(self.ledger.taken, self.ledger.fired, events.slot[events.op == SIGNAL],
                               self.ledger.signals.scores)
            self.log.labelled(arrivals)
            for mark in marks:
                self.log.drifted(mark)
        self.ledger.settle(events)
        self.track.extend(rows)
        self.drifts = [*self.drifts, *marks][-_MARKS:]
        self.time = max(arrivals[-1].time, self.time or 0) if arrivals[-1].time >= 0 else self.time
        for wrong in self.ledger.corrections[corrected:]:
            self.hard.corrected(wrong.id, wrong.now)
            self.mark("correction", f"Signal {wrong.id} was learnt as {_label(wrong.before)}; its label is now "
                                    f"{_label(wrong.now)}. What was learnt stays.")

    def look_back(self) -> tuple[list[DriftCause], tuple[FalseAlarms, ...] | None]:
        """What stands behind the latest alarms, and how often each detector cries here; None: not tried again yet.

        Takes tens of milliseconds now and then, so no one should wait for it: `note` what it found.
        """
        waiting, self.learnt.unexplained = self.learnt.unexplained, []
        found = [cause for event, rows, residual in waiting
                 if (cause := cause_of(self.champion, event, rows, residual)) is not None]
        if self.core.labels < self._try_at or not loops.ready():
            return found, None
        self._try_at = self.core.labels + min(self.core.labels, _TRY_EVERY)
        return found, of_each(self.learnt.score, self.learnt.label, self.core.options, champion=self.core.champion,
                              labels=_TRY_LABELS)

    def note(self, causes: Sequence[DriftCause], detectors: tuple[FalseAlarms, ...] | None) -> None:
        """Take over what `look_back` found."""
        for cause in causes:
            self.mark("cause", cause.words, cause.event)
        self.causes = (*self.causes, *causes)[-_CAUSES:]
        self.detectors = self.detectors if detectors is None else detectors

    def _check_online(self, events: Events) -> None:
        """The online model is a member too: where it gives no number, or cannot learn, it is named."""
        slots, model = events.slot[events.op == SIGNAL], self.core.model
        silent = np.flatnonzero(np.isnan(self.ledger.signals.scores.online[slots]))
        why = getattr(model, "fault", "")
        if why and isinstance(model, RiverModel):
            model.fault = ""
        if len(silent):
            self._failed("online model", why or "it gave no number", self.ledger.taken[int(silent[0])])
        elif why:
            self._failed("online model", f"it could not learn: {why}", "next to come")
        elif len(slots):
            self.faults.pop("online model", None)

    def _keep(self, events: Events, raw: Matrix, marks: list[DriftMark]) -> None:
        """The newest signals and labels, for figures, causes and trials."""
        fired, labels, scores = events.op == SIGNAL, events.op == LABEL, self.ledger.signals.scores
        slots, learnt, won = events.slot[fired], events.slot[labels], events.label[labels]
        gained = np.asarray(self.ledger.gained, dtype=np.float64)
        self.arrivals.fired(slots, self.ledger.taken, events.time[fired], scores.final[slots])
        self.arrivals.labelled(learnt, events.time[labels], won, gained)
        if len(slots):
            self.learnt.fired(slots, raw[self.ledger.placed], len(scores.batch))
        score = scores.batch if self.core.champion else scores.online
        self.learnt.labelled(learnt, won, score[learnt], marks, self.core.labels)
        self.hard.labelled(self.ledger.learnt, score[learnt], won, gained)

    def _track_inputs(self, before: int) -> None:
        """Batches that were filled together are spread over the labels that came with them."""
        moved, self.inputs.moved = self.inputs.moved, []
        places = np.linspace(before, self.core.labels, len(moved) + 1)[1:].astype(int).tolist()
        self.input_track.extend(zip(places, moved, strict=True))

    def _set(self, event: SettingEvent) -> None:
        if event.name == "batch_weight":
            self.core.set_blend(batch_weight=float(event.value))
            self.mark("blend", f"Blend set to {event.value:.2f} batch + {1 - event.value:.2f} online.")
        elif event.name == "mark":
            self.mark(str(event.value["kind"]), str(event.value["text"]), event.value["event"])
        elif event.name == "blending":
            self.core.set_blend(blending=Blending(event.value))
            self.mark("blend", _BLENDING[Blending(event.value)])


def _asked(model: LoadedModel, rows: Matrix) -> tuple[Floats, str]:
    """Scores (n,) of rows, NaN where the model fails, and why it does.

    Rows that go together are asked in halves, down to the ones that do not; where both ends fail, all are taken to.
    """
    try:
        return np.asarray(model.predict(rows), dtype=np.float64), ""
    except (WorkbenchError, ArithmeticError, LookupError, ValueError, RuntimeError, OSError, TypeError) as error:
        why = str(error) or type(error).__name__
    missing = np.full(len(rows), np.nan)
    if len(rows) == 1 or (len(rows) > 2 and np.isnan([_asked(model, rows[:1])[0], _asked(model, rows[-1:])[0]]).all()):
        return missing, why
    half = len(rows) // 2
    return np.concatenate([_asked(model, rows[:half])[0], _asked(model, rows[half:])[0]]), why


def _matrix(signals: Sequence[Entry], width: int) -> Matrix:
    """The features of signals (n, d)."""
    rows = [entry.event.features for entry in signals if isinstance(entry.event, SignalEvent)]
    return np.concatenate(rows).reshape(len(rows), -1) if rows else np.empty((0, width), dtype=np.float32)


def _cause(plain: Mapping[str, Any]) -> DriftCause:
    return DriftCause(plain["event"], tuple(ContributionShift(**shift) for shift in plain["shifts"]), plain["words"])


def _label(label: int) -> str:
    return "a win" if label == 1 else "a loss"
