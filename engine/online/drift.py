"""Watching for drift as labels arrive: River's detectors on the frozen champion's log loss or errors, de-bounced.

ADWIN on the log loss is the default: on streams without change it gave no false alarm in 10,000 labels. When signals
share their luck every detector storms; alarms within the cool-down are shown but ask for no retraining.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from typing import Any

from engine.online.options import Detector, LearnerOptions
from engine.online.state import State, bad_state
from engine.records import DriftMark, Floats, Ints

RECENT = 50  # inputs whose mean says where the loss went
_ON_ERRORS = (Detector.HDDM_A, Detector.DDM)
_NAMES = {Detector.ADWIN: "ADWIN", Detector.HDDM_A: "HDDM_A", Detector.PAGE_HINKLEY: "Page-Hinkley",
          Detector.DDM: "DDM", Detector.NONE: "none"}


class DriftWatch:
    """One detector on one series; `champion` tells whether it watches the champion or, without one, the online model.
    """

    def __init__(self, options: LearnerOptions, *, champion: bool) -> None:
        self.kind = options.detector
        self.cool_down = options.cool_down
        self.champion = champion
        self.detector = _build(self.kind)
        self.seen = 0
        self.total = 0.0
        self.recent: deque[float] = deque(maxlen=RECENT)
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
        column = (0 if self.champion else 2) + (1 if self.kind in _ON_ERRORS else 0)
        marks = []
        update, detector = self.detector.update, self.detector
        for place, value in enumerate(losses[:, column].tolist()):
            if math.isnan(value):
                continue
            update(value)
            self.seen += 1
            self.total += value
            self.recent.append(value)
            if detector.drift_detected:
                marks.append(self._mark(first_label + place, int(times[place])))
        return marks

    def state(self) -> State:
        """Everything, as JSON."""
        return {
            "kind": self.kind.value, "champion": self.champion, "detector": _dump(self.detector), "seen": self.seen,
            "total": self.total.hex(), "recent": [value.hex() for value in self.recent],
            "last_retrain": self.last_retrain,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken; another detector's state is refused."""
        if state["kind"] != self.kind.value or state["champion"] != self.champion:
            raise bad_state(f"it watched with {state['kind']}")
        self.detector = _build(self.kind)
        _load(self.detector, state["detector"])
        self.seen, self.total = int(state["seen"]), float.fromhex(state["total"])
        self.recent = deque((float.fromhex(value) for value in state["recent"]), maxlen=RECENT)
        self.last_retrain = state["last_retrain"]

    def _mark(self, label: int, time: int) -> DriftMark:
        before = self.total / self.seen
        now = sum(self.recent) / len(self.recent)
        worse = now > before
        cooled = self.last_retrain is None or label - self.last_retrain >= self.cool_down
        retrain = worse and cooled
        if retrain:
            self.last_retrain = label
        self.seen, self.total = 0, 0.0
        words = (f"{_NAMES[self.kind]}: {self.watched} {'rose' if worse else 'fell'} from {before:.3f} to {now:.3f} "
                 f"at label {label:,}" + ("" if cooled else "; within the cool-down"))
        return DriftMark(label, time if time >= 0 else None, self.kind.value, self.watched, retrain, words)


def _build(kind: Detector) -> Any:
    if kind is Detector.NONE:
        return None
    from river import drift

    return {
        Detector.ADWIN: drift.ADWIN, Detector.HDDM_A: drift.binary.HDDMA,
        Detector.PAGE_HINKLEY: drift.PageHinkley, Detector.DDM: drift.binary.DDM,
    }[kind]()


def _dump(thing: Any) -> Any:
    """A detector's attributes as JSON; ADWIN's compiled window as the bytes that River gives."""
    if thing is None:
        return None
    plain: State = {}
    for name, value in vars(thing).items():
        if isinstance(value, bool | int | str):
            plain[name] = value
        elif isinstance(value, float):
            plain[name] = {"hex": value.hex()}
        elif hasattr(value, "__getstate__") and isinstance(raw := value.__getstate__(), bytes):
            plain[name] = {"bytes": raw.hex()}
        elif isinstance(getattr(value, "__dict__", None), dict) and not callable(value):
            plain[name] = {"part": _dump(value)}
    return plain


def _load(thing: Any, plain: Mapping[str, Any] | None) -> None:
    for name, value in (plain or {}).items():
        if not isinstance(value, dict):
            setattr(thing, name, value)
        elif "hex" in value:
            setattr(thing, name, float.fromhex(value["hex"]))
        elif "bytes" in value:
            # Only bytes from a snapshot whose SHA-256 was checked come here: damaged ones would panic in River.
            getattr(thing, name).__setstate__(bytes.fromhex(value["bytes"]))
        else:
            _load(getattr(thing, name), value["part"])
