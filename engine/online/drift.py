"""Watching for drift as labels arrive, on the frozen champion's log loss or errors, de-bounced by a cool-down.

ADWIN on the log loss is the default: on streams without change it gave no false alarm in 10,000 labels. When signals
share their luck every detector storms: there an alarm asks for retraining only once the loss since then is above what
shared luck explains; see `shared_luck`. Alarms within the cool-down are shown but ask for no retraining. ADWIN is our
compiled twin of River's; the other detectors are River's own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.online import adwin, loops
from engine.online.options import Detector, LearnerOptions
from engine.online.shared_luck import SHARED, Suspicion, labels_that_count_as_one
from engine.online.state import State, bad_state, packed, unpacked
from engine.records import DriftMark, Floats, Ints

RECENT = 50  # inputs whose mean says where the loss went
HISTORY = 1000  # inputs that tell how much luck is shared
_ON_ERRORS = (Detector.HDDM_A, Detector.DDM)
_NAMES = {Detector.ADWIN: "ADWIN", Detector.HDDM_A: "HDDM_A", Detector.PAGE_HINKLEY: "Page-Hinkley",
          Detector.DDM: "DDM", Detector.NONE: "none"}


def watched_column(kind: Detector, *, champion: bool) -> int:
    """Which of the losses (batch loss, batch error, online loss, online error) a detector looks at."""
    return (0 if champion else 2) + (1 if kind in _ON_ERRORS else 0)


class DriftWatch:
    """One detector on one series; `champion` tells whether it watches the champion or, without one, the online model.
    """

    def __init__(self, options: LearnerOptions, *, champion: bool) -> None:
        self.kind = options.detector
        self.cool_down = options.cool_down
        self.champion = champion
        self.detector = _build(self.kind)
        self.seen = 0  # inputs since the last alarm, and their sum
        self.total = 0.0
        self.recent = np.empty(0)  # the newest HISTORY of them
        self.suspicion: Suspicion | None = None
        self.last_retrain: int | None = None

    @property
    def watched(self) -> str:
        """What the detector looks at, in words."""
        what = "errors" if self.kind in _ON_ERRORS else "log loss"
        return f"{what} of the {'champion' if self.champion else 'online model'}"

    def feed(self, losses: Floats, first_label: int, times: Ints) -> list[DriftMark]:
        """Take the losses (m, 4) of `m` labels, the first of them number `first_label`; returns the alarms."""
        if self.kind is Detector.NONE:
            return []
        series = losses[:, watched_column(self.kind, champion=self.champion)]
        places = np.flatnonzero(~np.isnan(series))
        values, marks, start = series[places], [], 0
        alarms = deque(self._alarms(values))
        while start < len(values):
            end = alarms[0] + 1 if alarms else len(values)
            if self.suspicion is not None:
                end = min(end, start + self.suspicion.due)
            self._take(values[start:end])
            label, time = first_label + int(places[end - 1]), int(times[places[end - 1]])
            marks += self._look(label, time)
            if alarms and end == alarms[0] + 1:
                alarms.popleft()
                marks.append(self._mark(label, time))
            start = end
        return marks

    def state(self) -> State:
        """Everything, as JSON."""
        return {
            "kind": self.kind.value, "champion": self.champion, "detector": _dump(self.detector), "seen": self.seen,
            "total": self.total.hex(), "recent": packed(self.recent), "last_retrain": self.last_retrain,
            "suspicion": None if self.suspicion is None else self.suspicion.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken; another detector's state is refused."""
        if state["kind"] != self.kind.value or state["champion"] != self.champion:
            raise bad_state(f"it watched with {state['kind']}")
        self.detector = _load(_build(self.kind), state["detector"])
        self.seen, self.total = int(state["seen"]), float.fromhex(state["total"])
        self.recent = unpacked(state["recent"], np.empty(len(state["recent"])))
        self.last_retrain = state["last_retrain"]
        self.suspicion = None if state["suspicion"] is None else Suspicion.from_state(state["suspicion"])

    def _alarms(self, values: Floats) -> list[int]:
        if isinstance(self.detector, adwin.Adwin):
            found = np.empty(len(values), dtype=np.int64)
            return list(found[: loops.best().adwin_pass(values, self.detector, found)].tolist())
        alarms = []
        for place, value in enumerate(values.tolist()):
            self.detector.update(value)
            if self.detector.drift_detected:
                alarms.append(place)
        return alarms

    def _take(self, values: Floats) -> None:
        # Added one by one, so that the sum does not depend on how the stream was cut.
        self.total = float(np.cumsum(np.concatenate([[self.total], values]))[-1])
        self.seen += len(values)
        self.recent = np.concatenate([self.recent, values])[-HISTORY:]
        if self.suspicion is not None:
            self.suspicion.take(values)

    def _mark(self, label: int, time: int) -> DriftMark:
        before = self.total / self.seen
        now = sum(self.recent[-RECENT:].tolist()) / len(self.recent[-RECENT:])
        worse = now > before
        said = f"{self.watched} {'rose' if worse else 'fell'} from {before:.3f} to {now:.3f} at label {label:,}"
        self.seen, self.total = 0, 0.0
        if worse and self.suspicion is not None:
            self.suspicion.begin_again()
        elif worse:
            shared = labels_that_count_as_one(self.recent)
            if shared > SHARED:
                self.suspicion = Suspicion.of(self.recent[:-RECENT], shared)
                said += f"; about {shared:.0f} labels share their luck here, so it waits for more of them"
        return self._told(label, time, said, ask=worse and self.suspicion is None)

    def _look(self, label: int, time: int) -> list[DriftMark]:
        """What the labels since an alarm that waits for proof say, when it is time to look."""
        found = self.suspicion
        if found is None or found.due > 0:
            return []
        if found.proven():
            self.suspicion = None
            said = (f"{self.watched} stayed up, {found.total / found.seen:.3f} after {found.before:.3f}, "
                    f"for {found.seen:,} labels")
            return [self._told(label, time, said, ask=True)]
        if found.over:
            self.suspicion = None
        return []

    def _told(self, label: int, time: int, said: str, *, ask: bool) -> DriftMark:
        """The mark; within the cool-down it asks for nothing."""
        cooled = self.last_retrain is None or label - self.last_retrain >= self.cool_down
        if ask and cooled:
            self.last_retrain = label
        words = f"{_NAMES[self.kind]}: {said}" + ("" if cooled else "; within the cool-down")
        return DriftMark(label, time if time >= 0 else None, self.kind.value, self.watched, ask and cooled, words)


def _build(kind: Detector) -> Any:
    if kind is Detector.NONE:
        return None
    if kind is Detector.ADWIN:
        return adwin.fresh()
    from river import drift

    return {Detector.HDDM_A: drift.binary.HDDMA, Detector.PAGE_HINKLEY: drift.PageHinkley,
            Detector.DDM: drift.binary.DDM}[kind]()


def _dump(thing: Any) -> Any:
    """A detector's attributes as JSON."""
    if thing is None:
        return None
    if isinstance(thing, adwin.Adwin):
        return {name: packed(array) for name, array in thing._asdict().items()}
    plain: State = {}
    for name, value in vars(thing).items():
        if isinstance(value, bool | int | str):
            plain[name] = value
        elif isinstance(value, float):
            plain[name] = {"hex": value.hex()}
        elif isinstance(getattr(value, "__dict__", None), dict) and not callable(value):
            plain[name] = {"part": _dump(value)}
    return plain


def _load(thing: Any, plain: Mapping[str, Any] | None) -> Any:
    """The detector with the attributes of `plain`."""
    if isinstance(thing, adwin.Adwin) and plain is not None:
        return adwin.Adwin._make(unpacked(plain[name], like) for name, like in thing._asdict().items())
    for name, value in (plain or {}).items():
        if not isinstance(value, dict):
            setattr(thing, name, value)
        elif "hex" in value:
            setattr(thing, name, float.fromhex(value["hex"]))
        else:
            _load(getattr(thing, name), value["part"])
    return thing
