"""Watching for drift as labels arrive: the champion's errors and its log loss, de-bounced by a cool-down.

The log loss is taken beside that of the champion's own average forecast (see `watched`), both in the order in which
the signals fired (see `ripening`). Where signals share their luck detectors storm on errors: there an alarm asks for
retraining only once the errors since then are above what shared luck explains; see `shared_luck`. Alarms within the
cool-down are shown but ask for no retraining. All detectors are compiled twins of River's.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from engine.online import adwin, detectors, loops, watched
from engine.online.options import Detector, LearnerOptions
from engine.online.ripening import Arrived, Ripening
from engine.online.shared_luck import SHARED, Suspicion, labels_that_count_as_one
from engine.online.state import State, bad_state, packed, unpacked
from engine.online.watched import ERROR, EXCESS, SCALED
from engine.records import DriftMark, Floats

RECENT = 50  # values whose mean says where the series went
HISTORY = 1000  # values that tell how much luck is shared
EARLY = 500  # errors before which luck that is shared cannot be told from a change
_LOW, _HIGH = -0.5, 1.5  # spreads between which the excess goes to detectors that want 0 to 1
_FAR = 3.0  # spreads beyond which it does not count for Page-Hinkley
_KINDS = {Detector.BOTH: (Detector.ADWIN, Detector.HDDM_A), Detector.NONE: ()}


class _Said(NamedTuple):
    """What one watcher has to tell: at which value, in words, and whether it asks for retraining."""

    place: int
    words: str
    ask: bool


class DriftWatch:
    """The chosen detectors on errors and log loss; `champion` tells whether they watch it or the online model."""

    def __init__(self, options: LearnerOptions, *, champion: bool) -> None:
        self.kind = options.detector
        self.cool_down = options.cool_down
        self.champion = champion
        self.ripening = Ripening()
        self.usual = watched.fresh()
        self.watchers = [Watcher(kind, column, champion=champion) for kind in _KINDS.get(self.kind, (self.kind,))
                         for column in (EXCESS, ERROR)]
        self.last_retrain: int | None = None

    def feed(self, came: Arrived, first_label: int) -> list[DriftMark]:
        """Take labels in, the first of them number `first_label`; returns the alarms."""
        if not self.watchers:
            return []
        ripe = self.ripening.feed(came)
        series = np.empty((len(ripe.score), 3))
        loops.best().watched_pass(np.ascontiguousarray(ripe.score), ripe.label, self.usual, series)
        series[~ripe.watched] = np.nan
        there = np.flatnonzero(~np.isnan(series[:, ERROR]))
        series, place = series[there], ripe.place[there]
        found = [(said.place, number, said) for number, watcher in enumerate(self.watchers)
                 for said in watcher.feed(series)]
        found.sort(key=lambda each: each[:2])
        return [self._mark(self.watchers[number], said, first_label + int(place[at]), int(came.time[place[at]]))
                for at, number, said in found]

    def state(self) -> State:
        """Everything, as JSON."""
        return {"kind": self.kind.value, "champion": self.champion, "ripening": self.ripening.state(),
                "usual": packed(self.usual), "watchers": [watcher.state() for watcher in self.watchers],
                "last_retrain": self.last_retrain}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken; another detector's state is refused."""
        if state["kind"] != self.kind.value or state["champion"] != self.champion:
            raise bad_state(f"it watched with {state['kind']}")
        self.ripening.restore(state["ripening"])
        self.usual = unpacked(state["usual"], self.usual)
        for watcher, each in zip(self.watchers, state["watchers"], strict=True):
            watcher.restore(each)
        self.last_retrain = state["last_retrain"]

    def _mark(self, watcher: Watcher, said: _Said, label: int, time: int) -> DriftMark:
        """The mark; within the cool-down it asks for nothing."""
        cooled = self.last_retrain is None or label - self.last_retrain >= self.cool_down
        if said.ask and cooled:
            self.last_retrain = label
        words = (f"{watcher.kind.words}: {said.words} at label {label:,}"
                 + ("" if cooled else "; within the cool-down"))
        return DriftMark(label, time if time >= 0 else None, watcher.kind.value, watcher.what, said.ask and cooled,
                         words)


class Watcher:
    """One detector on one series: ERROR or EXCESS."""

    def __init__(self, kind: Detector, column: int, *, champion: bool) -> None:
        self.kind, self.column = kind, column
        self.what = f"{'errors' if column == ERROR else 'log loss'} of the {'champion' if champion else 'online model'}"
        self.detector: Any = adwin.fresh() if kind is Detector.ADWIN else detectors.fresh()
        self.seen = 0  # values since the last alarm, and their sum
        self.total = 0.0
        self.recent = np.empty(0)  # the newest HISTORY of them
        self.suspicion: Suspicion | None = None

    def feed(self, series: Floats) -> list[_Said]:
        """Take values (n, 3) of `watched` in; what there is to tell, in order."""
        values, found, start = series[:, self.column], [], 0
        alarms = deque(self._alarms(series))
        while start < len(values):
            end = alarms[0] + 1 if alarms else len(values)
            if self.suspicion is not None:
                end = min(end, start + self.suspicion.due)
            self._take(values[start:end])
            found += self._look(end - 1)
            if alarms and end == alarms[0] + 1:
                alarms.popleft()
                found += self._alarm(end - 1)
            start = end
        return found

    def state(self) -> State:
        """Everything, as JSON."""
        detector = self.detector
        return {
            "detector": {name: packed(array) for name, array in detector._asdict().items()}
            if isinstance(detector, adwin.Adwin) else packed(detector),
            "seen": self.seen, "total": self.total.hex(), "recent": packed(self.recent),
            "suspicion": None if self.suspicion is None else self.suspicion.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken."""
        detector, found = self.detector, state["detector"]
        if isinstance(detector, adwin.Adwin):
            self.detector = adwin.Adwin._make(unpacked(found[name], like) for name, like in detector._asdict().items())
        else:
            self.detector = unpacked(found, detector)
        self.seen, self.total = int(state["seen"]), float.fromhex(state["total"])
        self.recent = unpacked(state["recent"], np.empty(len(state["recent"])))
        self.suspicion = None if state["suspicion"] is None else Suspicion.from_state(state["suspicion"])

    def _alarms(self, series: Floats) -> list[int]:
        values = np.ascontiguousarray(detector_input(self.kind, self.column, series))
        found, best = np.empty(len(values), dtype=np.int64), loops.best()
        if self.kind is Detector.ADWIN:
            count = best.adwin_pass(values, self.detector, found)
        elif self.kind is Detector.HDDM_A:
            count = best.hddm_pass(values, self.detector, detectors.HDDM_CONFIDENCE, found)
        elif self.kind is Detector.PAGE_HINKLEY:
            count = best.page_hinkley_pass(values, self.detector, detectors.ALLOWED, detectors.THRESHOLD, found)
        else:
            count = best.ddm_pass(values, self.detector, detectors.DDM_LEVEL, found)
        return list(found[:count].tolist())

    def _take(self, values: Floats) -> None:
        # Added one by one, so that the sum does not depend on how the stream was cut.
        self.total = float(np.cumsum(np.concatenate([[self.total], values]))[-1])
        self.seen += len(values)
        self.recent = np.concatenate([self.recent, values])[-HISTORY:]
        if self.suspicion is not None:
            self.suspicion.take(values)

    def _alarm(self, place: int) -> list[_Said]:
        """What an alarm means; while an earlier one waits for proof, others only make it wait again."""
        before = self.total / self.seen
        now = sum(self.recent[-RECENT:].tolist()) / len(self.recent[-RECENT:])
        worse = now > before
        said = f"{self._told()} {'rose' if worse else 'fell'} from {before:.3f} to {now:.3f}"
        self.seen, self.total = 0, 0.0
        if self.suspicion is not None:
            if worse:
                self.suspicion.begin_again()
            return []
        if not worse:
            return [_Said(place, said, False)]
        if self.column == ERROR and len(self.recent) < EARLY:
            return [_Said(place, f"{said}; too early to tell it from luck", False)]
        shared = labels_that_count_as_one(self.recent)
        if shared <= SHARED:
            return [_Said(place, said, True)]
        self.suspicion = Suspicion.of(self.recent[:-RECENT], shared)
        return [_Said(place, f"{said}; about {shared:.0f} labels share their luck here, so it waits for more of them",
                      False)]

    def _look(self, place: int) -> list[_Said]:
        """What the labels since an alarm that waits for proof say, when it is time to look."""
        found = self.suspicion
        if found is None or found.due > 0:
            return []
        if found.proven():
            self.suspicion = None
            return [_Said(place, f"{self._told()} stayed up, {found.total / found.seen:.3f} after {found.before:.3f}, "
                                 f"for {found.seen:,} labels", True)]
        if found.over:
            self.suspicion = None
        return []

    def _told(self) -> str:
        return self.what if self.column == ERROR else f"{self.what} beside its average forecast's"


def detector_input(kind: Detector, column: int, series: Floats) -> Floats:
    """What a detector is given of values (n, 3) of `watched`: in nats, from 0 to 1, or in spreads, as it wants them."""
    if column == ERROR:
        return series[:, ERROR] * (2.0 if kind is Detector.PAGE_HINKLEY else 1.0)
    if kind is Detector.ADWIN:
        return series[:, EXCESS]
    if kind is Detector.PAGE_HINKLEY:
        return np.clip(series[:, SCALED], -_FAR, _FAR)
    return (np.clip(series[:, SCALED], _LOW, _HIGH) - _LOW) / (_HIGH - _LOW)
