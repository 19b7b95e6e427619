"""A stream as a monitor holds it: champion, online learner, pending ledger and history; scored, applied, restored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.events import LabelEvent, SettingEvent, SignalEvent
from engine.online.contamination import known_until
from engine.online.encoding import Encoding
from engine.online.journal import Entry
from engine.online.labels import Ledger
from engine.online.linear import NS_PER_HOUR, LinearModel
from engine.online.options import LearnerOptions
from engine.online.prequential import Prequential
from engine.online.state import State, packed, state_hash, unpacked
from engine.online.track import Track
from engine.records import DriftMark, Floats, StreamMark, to_plain

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

_MARKS = 500  # alarms and other marks that are kept
_SAVED_ROWS = 512  # of the history, in a snapshot


class Stream:
    """Not safe between threads; the monitor guards it."""

    def __init__(self, schema: FeatureSchema, options: LearnerOptions, champion: LoadedModel | None) -> None:
        self.champion = champion
        self.schema = schema
        self.encoding = Encoding.of(schema)
        self.core = Prequential(self.encoding.names, options, champion=champion is not None,
                                watch_after=known_until(champion))
        self.ledger = Ledger(len(self.encoding), expiry_ns=int(options.expiry_hours * NS_PER_HOUR))
        self.track = Track()
        self.drifts: list[DriftMark] = []
        self.marks: list[StreamMark] = []
        self.time: int | None = None
        self.fault = ""  # what the champion last failed with; empty while it answers

    def score(self, events: Sequence[SignalEvent | LabelEvent]) -> list[Entry]:
        """Each event with what the champion says of it; a champion that fails says nothing and is named."""
        signals = [event for event in events if isinstance(event, SignalEvent)]
        batch = iter(self._batch(signals))
        return [Entry(event, next(batch)) if isinstance(event, SignalEvent) else Entry(event) for event in events]

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
            "drifts": to_plain(self.drifts), "marks": to_plain(self.marks),
            "track": [packed(row) for row in rows],
        }

    def try_restore(self, state: Mapping[str, Any]) -> bool:
        """Go on where `state` was taken; False, and nothing changed, where only the events can bring it back."""
        if state["core"]["model"]["kind"] != LinearModel.kind:
            return False
        self._restore(state)
        return True

    def _restore(self, state: Mapping[str, Any]) -> None:
        self.core = Prequential.from_state(state["core"])
        self.ledger.restore(state["ledger"])
        self.time = state["time"]
        self.drifts = [DriftMark(**mark) for mark in state["drifts"]]
        self.marks = [StreamMark(**mark) for mark in state["marks"]]
        if state["track"]:
            like = np.empty((len(state["track"]), len(state["track"][0])))
            self.track.restore(unpacked(state["track"], like))

    def mark(self, kind: str, words: str) -> None:
        """Note that something happened now."""
        self.marks = [*self.marks, StreamMark(self.core.labels, self.time, kind, words)][-_MARKS:]

    def _batch(self, signals: Sequence[SignalEvent]) -> Floats:
        missing = np.full(len(signals), np.nan)
        if self.champion is None or not signals:
            return missing
        try:
            scores = np.asarray(self.champion.predict(np.stack([event.features for event in signals])))
        except (WorkbenchError, ValueError, RuntimeError, OSError) as error:
            self._failed(str(error) or type(error).__name__)
            return missing
        if np.isnan(scores).any():
            self._failed("it gave no number")
        else:
            self.fault = ""
        return scores

    def _failed(self, why: str) -> None:
        if not self.fault:
            self.mark("dropped", f"The champion gave no score ({why}); the online model stands alone until it does.")
        self.fault = why

    def _run(self, group: Sequence[Entry]) -> None:
        if not group:
            return
        signals = [entry for entry in group if isinstance(entry.event, SignalEvent)]
        features = np.zeros((0, len(self.encoding)))
        if signals:
            features = self.encoding.apply(np.stack([_features(entry) for entry in signals]))
        arrivals = [entry.event for entry in group if not isinstance(entry.event, SettingEvent)]
        corrected = len(self.ledger.corrections)
        events = self.ledger.take(arrivals, features, np.asarray([entry.batch for entry in signals]))
        rows, marks = self.core.run(events, self.ledger.signals, stride=self.track.stride)
        self.ledger.settle(events)
        self.track.extend(rows)
        self.drifts = [*self.drifts, *marks][-_MARKS:]
        self.time = max(arrivals[-1].time, self.time or 0) if arrivals[-1].time >= 0 else self.time
        for wrong in self.ledger.corrections[corrected:]:
            self.mark("correction", f"Signal {wrong.id} was learnt as {_label(wrong.before)}; its label is now "
                                    f"{_label(wrong.now)}. What was learnt stays.")

    def _set(self, event: SettingEvent) -> None:
        if event.name == "batch_weight":
            self.core.set_blend(batch_weight=float(event.value))
            self.mark("blend", f"Blend set to {event.value:.2f} batch + {1 - event.value:.2f} online.")
        elif event.name == "adaptive":
            self.core.set_blend(adaptive=bool(event.value))
            self.mark("blend", "Adaptive shares on." if event.value else "Fixed shares.")


def _features(entry: Entry) -> Any:
    assert isinstance(entry.event, SignalEvent)
    return entry.event.features


def _label(label: int) -> str:
    return "a win" if label == 1 else "a loss"
