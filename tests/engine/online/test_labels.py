"""The pending ledger: labels in any order, twice, never, before their signal."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.events import LabelEvent, SignalEvent
from engine.online import labels as ledgers
from engine.online.kernels import EXPIRY, LABEL, SIGNAL
from engine.online.labels import Ledger
from engine.online.state import canonical

S = 1_000_000_000


def _signal(name: str, time: int = 0) -> SignalEvent:
    return SignalEvent(name, time, np.zeros(2, dtype=np.float32))


def _take(ledger: Ledger, *events: SignalEvent | LabelEvent) -> list[tuple[int, int]]:
    signals = sum(isinstance(event, SignalEvent) for event in events)
    chunk = ledger.take(events, np.zeros((signals, 2)), np.full(signals, 0.5))
    ledger.settle(chunk)
    return list(zip(chunk.op.tolist(), chunk.label.tolist(), strict=True))


def test_labels_may_come_in_any_order_and_much_later() -> None:
    ledger = Ledger(2)
    assert _take(ledger, _signal("a"), _signal("b")) == [(SIGNAL, -1), (SIGNAL, -1)]
    assert ledger.pending == 2
    assert _take(ledger, LabelEvent("b", 5, 1)) == [(LABEL, 1)]
    assert _take(ledger, LabelEvent("a", 4, 0)) == [(LABEL, 0)]
    assert ledger.pending == 0


def test_a_label_that_comes_before_its_signal_is_learnt_right_after_it() -> None:
    ledger = Ledger(2)
    assert _take(ledger, LabelEvent("a", 3, 1)) == []
    assert _take(ledger, _signal("a", 5)) == [(SIGNAL, -1), (LABEL, 1)]


def test_the_same_event_twice_counts_once() -> None:
    ledger = Ledger(2)
    assert _take(ledger, _signal("a"), _signal("a"), LabelEvent("a", 1, 1), LabelEvent("a", 1, 1), _signal("a")) == [
        (SIGNAL, -1), (LABEL, 1),
    ]
    assert (ledger.duplicates, ledger.corrections) == (3, [])


def test_a_label_that_contradicts_the_learnt_one_is_reported_not_learnt() -> None:
    ledger = Ledger(2)
    assert _take(ledger, _signal("a"), LabelEvent("a", 1, 1), LabelEvent("a", 9, 0)) == [(SIGNAL, -1), (LABEL, 1)]
    assert [tuple(wrong) for wrong in ledger.corrections] == [("a", 9, 1, 0)]


def test_an_early_label_that_is_corrected_before_its_signal_is_learnt_as_corrected() -> None:
    ledger = Ledger(2)
    assert _take(ledger, LabelEvent("a", 1, 1), LabelEvent("a", 2, 0), _signal("a", 3)) == [(SIGNAL, -1), (LABEL, 0)]


def test_a_signal_without_label_expires_by_event_time_and_its_late_label_is_not_learnt() -> None:
    ledger = Ledger(2, expiry_ns=10)
    assert _take(ledger, _signal("a", 0), _signal("b", 11)) == [(SIGNAL, -1), (EXPIRY, -1), (SIGNAL, -1)]
    assert (ledger.expired, ledger.pending) == (1, 1)
    assert _take(ledger, LabelEvent("a", 12, 1)) == []


def test_slots_are_used_again_so_that_memory_stays_flat() -> None:
    ledger = Ledger(2)
    for place in range(5000):
        _take(ledger, _signal(str(place)), LabelEvent(str(place), 1, 1))
    assert len(ledger.times) == 1024


def test_what_is_remembered_of_the_past_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "REMEMBERED", 100)
    ledger = Ledger(2)
    for place in range(500):
        _take(ledger, _signal(str(place)), LabelEvent(str(place), 1, 1), LabelEvent(f"early{place}", 1, 1))
    assert (len(ledger.done), len(ledger.early)) == (100, 100)


def test_it_grows_when_more_signals_wait_than_it_had_room_for() -> None:
    ledger = Ledger(2)
    for place in range(3000):
        _take(ledger, _signal(str(place), place))
    assert ledger.pending == 3000
    assert len(set(ledger.slots.values())) == 3000
    assert [ledger.times[slot] for slot in ledger.slots.values()] == list(range(3000))


def test_an_infinite_feature_counts_as_missing() -> None:
    ledger = Ledger(2)
    ledger.take([_signal("a")], np.asarray([[np.inf, 1.0]]), np.asarray([0.5]))
    slot = ledger.slots["a"]
    assert np.isnan(ledger.signals.features[slot]).tolist() == [True, False]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["s", "win", "loss"])), max_size=40), st.data())
def test_its_state_goes_through_json_and_it_goes_on_the_same(
    script: list[tuple[int, str]], data: st.DataObject
) -> None:
    events: list[SignalEvent | LabelEvent] = [
        _signal(str(i), t) if what == "s" else LabelEvent(str(i), t, int(what == "win"))
        for t, (i, what) in enumerate(script)
    ]
    cut = data.draw(st.integers(0, len(events)))
    ledger = Ledger(2, expiry_ns=20)
    for event in events[:cut]:
        _take(ledger, event)
    twin = Ledger(2, expiry_ns=20)
    twin.restore(json.loads(canonical(ledger.state())))
    twin.remember(ledger.done.items())
    assert [_take(twin, event) for event in events[cut:]] == [_take(ledger, event) for event in events[cut:]]
    assert twin.state() == ledger.state()


def test_a_damaged_state_is_refused() -> None:
    with pytest.raises(WorkbenchError, match="pending labels"):
        Ledger(2).restore({"pending": [{"id": "a"}]})
