"""A stream as a monitor holds it: champion, online learner, pending ledger and history; scored, applied, restored."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.events import LabelEvent, SettingEvent, SignalEvent
from engine.monitoring.arrivals import Arrivals
from engine.monitoring.learnt import Learnt
from engine.monitoring.log import EventLog
from engine.online import loops
from engine.online.book import TRACK
from engine.online.causes import cause_of
from engine.online.contamination import known_until
from engine.online.encoding import Encoding
from engine.online.false_alarms import of_each
from engine.online.input_drift import InputWatch
from engine.online.journal import Entry
from engine.online.kernels import LABEL, SIGNAL
from engine.online.labels import Ledger
from engine.online.linear import NS_PER_HOUR, LinearModel
from engine.online.options import Blending, LearnerOptions
from engine.online.prequential import FORMAT, Events, Prequential
from engine.online.state import State, packed, state_hash, unpacked
from engine.online.track import Track
from engine.records import ContributionShift, DriftCause, DriftMark, FalseAlarms, Floats, StreamMark, to_plain

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

_MARKS = 500  # alarms and other marks that are kept
_INPUT_BATCHES = 400  # whose inputs are kept beside each other
_SAVED_ROWS = 512  # of the history, in a snapshot
_FIRST_TRY, _TRY_EVERY, _TRY_LABELS = 1000, 2000, 20_000  # labels, when and on how many detectors are tried
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
        self.arrivals = Arrivals(options.window)
        self.learnt = Learnt(len(schema))
        self.causes: tuple[DriftCause, ...] = ()
        self.detectors: tuple[FalseAlarms, ...] = ()
        self._tried = 0  # labels when detectors were last tried
        self.input_track: deque[tuple[int, Floats]] = deque(maxlen=_INPUT_BATCHES)
        self.track = Track()
        self.drifts: list[DriftMark] = []
        self.marks: list[StreamMark] = []
        self.time: int | None = None
        self.log: EventLog | None = None  # hears of everything that happens, where something is kept
        self.faults: dict[str, str] = {}  # what a member last failed with, until it answers again

    def score(self, events: Sequence[SignalEvent | LabelEvent]) -> list[Entry]:
        """Each event with what the champion says of it; a champion that fails says nothing and is named."""
        signals = [event for event in events if isinstance(event, SignalEvent)]
        said = iter(zip(self._said("champion", self.champion, signals),
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
        return state_hash({**self.core.state(), "pending": self.ledger.state()["pending"]})

    def state(self) -> State:
        """Everything, as JSON."""
        rows = self.track.copy(_SAVED_ROWS)
        return {
            "core": self.core.state(), "ledger": self.ledger.state(), "time": self.time,
            "drifts": to_plain(self.drifts), "marks": to_plain(self.marks), "causes": to_plain(self.causes),
            "track": [packed(row) for row in rows],
        }

    def try_restore(self, state: Mapping[str, Any]) -> bool:
        """Go on where `state` was taken; False, and nothing changed, where only the events can bring it back."""
        if state["core"]["format"] != FORMAT or state["core"]["model"]["kind"] != LinearModel.kind:
            return False
        if any(len(row) != len(TRACK) for row in state["track"][:1]):
            return False
        self._restore(state)
        return True

    def _restore(self, state: Mapping[str, Any]) -> None:
        self.core = Prequential.from_state(state["core"])
        self.ledger.restore(state["ledger"])
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
        missing = [math.nan] * len(signals)
        if model is None or not signals:
            return missing
        try:
            scores = np.asarray(model.predict(np.stack([event.features for event in signals])))
        except (WorkbenchError, ValueError, RuntimeError, OSError) as error:
            self._failed(who, str(error) or type(error).__name__)
            return missing
        if np.isnan(scores).any():
            self._failed(who, "it gave no number")
        else:
            self.faults.pop(who, None)
        return list(scores.tolist())

    def _failed(self, who: str, why: str) -> None:
        if who not in self.faults:
            alone = "the online model stands alone" if who == "champion" else "the others go on"
            self.mark("dropped", f"The {who} gave no score ({why}); {alone} until it does.")
        self.faults[who] = why

    def _run(self, group: Sequence[Entry]) -> None:
        if not group:
            return
        signals = [entry for entry in group if isinstance(entry.event, SignalEvent)]
        features = np.zeros((0, len(self.encoding)))
        if signals:
            features = self.encoding.apply(np.stack([_features(entry) for entry in signals]))
        arrivals = [entry.event for entry in group if not isinstance(entry.event, SettingEvent)]
        corrected = len(self.ledger.corrections)
        events = self.ledger.take(arrivals, features, np.asarray([entry.batch for entry in signals]),
                                  np.asarray([entry.previous for entry in signals]))
        moments = np.asarray([entry.event.time for entry in signals], dtype=np.int64)
        for moved in self.inputs.feed(features, moments):
            self.mark("inputs", moved.words)
        before = self.core.labels
        rows, marks = self.core.run(events, self.ledger.signals, stride=self.track.stride)
        self._track_inputs(before)
        self._keep_learnt(events, signals, marks)
        final = self.ledger.signals.scores.final[events.slot[events.op == SIGNAL]].tolist()
        self.arrivals.fired(zip(self.ledger.taken, self.ledger.fired, final, strict=True))
        for arrival in arrivals:
            if isinstance(arrival, LabelEvent):
                self.arrivals.labelled(arrival.id, arrival.time, arrival.label, arrival.realized_rr)
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
            self.mark("correction", f"Signal {wrong.id} was learnt as {_label(wrong.before)}; its label is now "
                                    f"{_label(wrong.now)}. What was learnt stays.")

    def look_back(self) -> tuple[list[DriftCause], tuple[FalseAlarms, ...] | None]:
        """What stands behind the latest alarms, and how often each detector cries here; None: not tried again yet.

        Takes tens of milliseconds now and then, so no one should wait for it: `note` what it found.
        """
        waiting, self.learnt.unexplained = self.learnt.unexplained, []
        found = [cause for event, rows, residual in waiting
                 if (cause := cause_of(self.champion, event, rows, residual)) is not None]
        if self.core.labels < max(_FIRST_TRY, self._tried + _TRY_EVERY) or not loops.ready():
            return found, None
        self._tried = self.core.labels
        return found, of_each(self.learnt.score, self.learnt.label, self.core.options, champion=self.core.champion,
                              labels=_TRY_LABELS)

    def note(self, causes: Sequence[DriftCause], detectors: tuple[FalseAlarms, ...] | None) -> None:
        """Take over what `look_back` found."""
        for cause in causes:
            self.mark("cause", cause.words, cause.event)
        self.causes = (*self.causes, *causes)[-_CAUSES:]
        self.detectors = self.detectors if detectors is None else detectors

    def _keep_learnt(self, events: Events, signals: Sequence[Entry], marks: list[DriftMark]) -> None:
        fired, labels = events.op == SIGNAL, events.op == LABEL
        scores, slots = self.ledger.signals.scores, events.slot[labels]
        if fired.any():
            rows = np.stack([_features(signals[place]) for place in self.ledger.placed])
            self.learnt.fired(events.slot[fired], rows, len(scores.batch))
        score = scores.batch if self.core.champion else scores.online
        self.learnt.labelled(slots, events.label[labels], score[slots], marks, self.core.labels)

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


def _features(entry: Entry) -> Any:
    assert isinstance(entry.event, SignalEvent)
    return entry.event.features


def _cause(plain: Mapping[str, Any]) -> DriftCause:
    return DriftCause(plain["event"], tuple(ContributionShift(**shift) for shift in plain["shifts"]), plain["words"])


def _label(label: int) -> str:
    return "a win" if label == 1 else "a loss"
