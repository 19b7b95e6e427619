"""The ledger of signals that wait for their label, which may come in any order, twice, never, or before its signal."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.events import LabelEvent, SignalEvent
from engine.online.book import Scores
from engine.online.kernels import EXPIRY, LABEL, SIGNAL
from engine.online.prequential import Events, Signals
from engine.online.state import Made, State, bad_state, unpacked
from engine.records import Floats, Ints

REMEMBERED = 100_000  # learnt ids kept, so that a second label is told from an unknown one
REMEMBERED_GIVEN_UP = 10_000
GIVEN_UP = -1
_FIRST_ROOM = 1024


class Correction(NamedTuple):
    """A label that contradicts the one that was learnt; it is reported, not unlearnt."""

    id: str
    time: int
    before: int
    now: int


class Ledger:
    """Slots for pending signals, the labels that came early, and the ids that are done."""

    def __init__(self, width: int, *, expiry_ns: int = 0) -> None:
        self.signals = Signals.empty(_FIRST_ROOM, width)
        self.slots: dict[str, int] = {}  # pending, in order of arrival
        self.early: OrderedDict[str, LabelEvent] = OrderedDict()
        self.done: OrderedDict[str, int] = OrderedDict()  # id -> label
        self.given_up: OrderedDict[str, None] = OrderedDict()
        self.taken: list[str] = []  # the signals that the last chunk brought, and their times
        self.fired: list[int] = []
        self.placed: list[int] = []  # which of the chunk's signals those are
        self.learnt: list[str] = []  # the signals whose labels it brought, and the realized R of those
        self.gained: list[float] = []
        self._slots: list[int] = []  # where its signals are put
        self._rows: list[tuple[int, int, int, int]] = []  # op, slot, label, time
        self.duplicates = 0
        self.expired = 0
        self.corrections: list[Correction] = []
        self._expiry = expiry_ns
        self._free = list(range(_FIRST_ROOM - 1, -1, -1))

    @property
    def times(self) -> Ints:
        """When each slot's signal fired."""
        return self.signals.time

    @property
    def pending(self) -> int:
        """How many signals wait."""
        return len(self.slots)

    def take(self, arrivals: Sequence[SignalEvent | LabelEvent], features: Floats, batch: Floats,
             previous: Floats | None = None) -> Events:
        """The chunk of events that these arrivals mean; call `settle` once it has been run.

        `features` (s, d), `batch` (s,) and `previous` (s,) belong to the signals among them, in order.
        """
        self._rows = []
        self._slots, self.taken, self.fired, self.placed = [], [], [], []
        self.learnt, self.gained = [], []
        seen, expires, slots, done, given_up = 0, self._expiry > 0, self.slots, self.done, self.given_up
        for event in arrivals:
            if expires:
                self._give_up(event.time)
            if type(event) is LabelEvent:
                self._label(event)
                continue
            assert isinstance(event, SignalEvent)
            if event.id in slots or event.id in done or event.id in given_up:
                self.duplicates += 1
            else:
                self._signal(event, seen)
            seen += 1
        self._store(features, batch, previous)
        op, slot, label, time = zip(*self._rows, strict=True) if self._rows else ((), (), (), ())
        return Events(np.asarray(op, dtype=np.int8), np.asarray(slot, dtype=np.int64),
                      np.asarray(label, dtype=np.int8), np.asarray(time, dtype=np.int64))

    def _store(self, features: Floats, batch: Floats, previous: Floats | None) -> None:
        """What belongs to the new signals, all at once."""
        if not self._slots:
            return
        slots, rows = np.asarray(self._slots), np.asarray(self.placed)
        kept = features[rows]
        kept[np.isinf(kept)] = np.nan
        self.signals.features[slots] = kept
        self.signals.scores.batch[slots] = batch[rows]
        self.signals.scores.previous[slots] = np.nan if previous is None else previous[rows]

    def settle(self, events: Events) -> None:
        """Free the slots of the signals that this chunk has finished."""
        self._free += events.slot[events.op != SIGNAL].tolist()

    def state(self) -> State:
        """What waits, as JSON, by order of arrival; the labels that are done are brought back by `remember`."""
        slots = np.fromiter(self.slots.values(), dtype=np.int64, count=len(self.slots))
        return {
            "pending": pending_state(self.signals, slots, tuple(self.slots), self.times[slots], by_slot=False),
            "early": [[e.id, e.time, e.label, float(e.realized_rr).hex()] for e in self.early.values()],
            "given_up": list(self.given_up),
            "duplicates": self.duplicates, "expired": self.expired,
            "corrections": [list(correction) for correction in self.corrections],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken."""
        try:
            for entry in state["pending"]:
                self._restore_signal(entry)
            for id_, time, label, rr in state["early"]:
                self.early[id_] = LabelEvent(id_, time, label, float.fromhex(rr))
            self.given_up = OrderedDict((str(id_), None) for id_ in state["given_up"])
            self.duplicates, self.expired = int(state["duplicates"]), int(state["expired"])
            self.corrections = [Correction(*values) for values in state["corrections"]]
        except (KeyError, TypeError, ValueError) as error:
            raise bad_state(f"pending labels: {error}") from error

    def remember(self, labels: Iterable[tuple[str, int]]) -> None:
        """Labels of earlier signals, oldest first: another label for one of them is a repetition or a correction."""
        for id_, label in labels:
            if id_ not in self.slots and id_ not in self.early:
                self.done.setdefault(id_, label)
        _forget_oldest(self.done, REMEMBERED)

    def _signal(self, event: SignalEvent, place: int) -> None:
        id_ = event.id
        slot = self._free.pop() if self._free else self._room()
        self.slots[id_] = slot
        self.signals.time[slot] = event.time
        self._rows.append((SIGNAL, slot, -1, event.time))
        self._slots.append(slot)
        self.taken.append(id_)
        self.fired.append(event.time)
        self.placed.append(place)
        if self.early and (early := self.early.pop(id_, None)) is not None:
            self._finish(id_, early.label)
            self._rows.append((LABEL, slot, early.label, max(early.time, event.time)))
            self.learnt.append(id_)
            self.gained.append(early.realized_rr)

    def _label(self, event: LabelEvent) -> None:
        slot = self.slots.get(event.id)
        if slot is not None:
            self._finish(event.id, event.label)
            self._rows.append((LABEL, slot, event.label, event.time))
            self.learnt.append(event.id)
            self.gained.append(event.realized_rr)
        elif event.id in self.done or event.id in self.given_up:
            self._again(event, self.done.get(event.id, GIVEN_UP))
        elif event.id in self.early:
            self._again(event, self.early[event.id].label)
            self.early[event.id] = event
        else:
            self.early[event.id] = event
            _forget_oldest(self.early, REMEMBERED)

    def _again(self, event: LabelEvent, before: int) -> None:
        self.duplicates += 1
        if before in {0, 1} and before != event.label:
            self.corrections.append(Correction(event.id, event.time, before, event.label))
            del self.corrections[:-1000]

    def _give_up(self, now: int) -> None:
        while self.slots:
            id_, slot = next(iter(self.slots.items()))
            end = int(self.times[slot]) + self._expiry
            if end >= now:
                return
            self.expired += 1
            self._finish(id_, GIVEN_UP)
            self._rows.append((EXPIRY, slot, -1, end))

    def _finish(self, id_: str, label: int) -> None:
        del self.slots[id_]
        if label == GIVEN_UP:
            self.given_up[id_] = None
            _forget_oldest(self.given_up, REMEMBERED_GIVEN_UP)
        else:
            self.done[id_] = label
            if len(self.done) > REMEMBERED:
                self.done.popitem(last=False)

    def _room(self) -> int:
        if not self._free:
            self._grow()
        return self._free.pop()

    def _grow(self) -> None:
        old, more = self.signals, Signals.empty(len(self.times), self.signals.features.shape[1])
        pairs = zip(tuple(old.scores), tuple(more.scores), strict=True)
        scores = Scores._make(np.concatenate(list(pair)) for pair in pairs)
        self.signals = Signals(np.concatenate([old.features, more.features]),
                               np.concatenate([old.weight, more.weight]), scores,
                               np.concatenate([old.time, more.time]))
        self._free = list(range(2 * len(old.time) - 1, len(old.time) - 1, -1))

    def _restore_signal(self, entry: Mapping[str, Any]) -> None:
        slot = self._room()
        self.slots[str(entry["id"])] = slot
        self.times[slot] = entry["time"]
        values = _unpacked_row(entry, self.signals.features.shape[1])
        self.signals.features[slot], self.signals.weight[slot] = values[1:-len(Scores._fields)], values[0]
        scores: tuple[NDArray[Any], ...] = tuple(self.signals.scores)
        for array, value in zip(scores, values[-len(Scores._fields):], strict=True):
            array[slot] = value


def pending_state(signals: Signals, slots: NDArray[np.int64], ids: Sequence[str], times: Ints | None, *,
                  by_slot: bool = True) -> Made:
    """Pending signals as JSON, in order; `ids` and `times` are by slot, or already in the order of `slots`."""
    rows = np.column_stack([signals.weight[slots], signals.features[slots], *(
        np.asarray(array, dtype=np.float64)[slots] for array in signals.scores)])
    rows[np.isnan(rows)] = np.nan  # one spelling
    when = np.full(len(slots), -1) if times is None else times[slots] if by_slot else times
    named = [ids[slot] for slot in slots.tolist()] if by_slot else ids

    def made(start: int, end: int) -> list[State]:
        width, text = 16 * rows.shape[1], rows[start:end].astype(">f8").tobytes().hex()
        return [{"id": id_, "time": moment, "row": text[width * place:width * (place + 1)]}
                for place, (id_, moment) in enumerate(zip(named[start:end], when[start:end].tolist(), strict=True))]

    return Made(len(slots), made)


def _unpacked_row(entry: Mapping[str, Any], width: int) -> Floats:
    """Weight, features and scores of a pending signal; older states spell each number by itself."""
    if "row" in entry:
        values = np.frombuffer(bytes.fromhex(entry["row"]), dtype=">f8").astype(np.float64)
    else:
        told = (entry[name] for name in Scores._fields)
        scores = [value if isinstance(value, int) else float.fromhex(value) for value in told]
        features = unpacked(entry["features"], np.empty(width))
        values = np.asarray([float.fromhex(entry["weight"]), *features, *scores])
    if len(values) != 1 + width + len(Scores._fields):
        raise ValueError(f"{len(values)} values")
    return values


def _forget_oldest(kept: OrderedDict[str, Any], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
