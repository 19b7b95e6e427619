"""Rows of any sender read as signals and labels: by name, by kind, in any spelling of time; nothing is guessed."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.moment import moment
from engine.data.schema import Feature, FeatureSchema, Kind
from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.rows import AHEAD_NS, LABELS, SIGNALS, RowReader, Unreadable
from engine.records import Roles

SCHEMA = FeatureSchema((Feature("a"), Feature("b"), Feature("side", Kind.CATEGORY, ("long", "short"))))
NOW = 1_800_000_000 * 10**9


def _read(row: dict[str, Any], wanted: frozenset[str] | None = None, given: Roles | None = None, **how: Any) -> Any:
    reader = RowReader(SCHEMA, given or Roles(), wanted=wanted, clock=lambda: NOW)
    return reader.read(tuple(row), tuple(row.values()), **how)


def test_a_row_is_a_signal_a_label_or_both() -> None:
    (signal,) = _read({"id": 7, "ts": 1_700_000_000, "b": "2.5", "a": None, "side": "short"})
    assert isinstance(signal, SignalEvent)
    assert (signal.id, signal.time) == ("7", 1_700_000_000 * 10**9)
    np.testing.assert_array_equal(signal.features, np.asarray([np.nan, 2.5, 1.0], np.float32))
    (label,) = _read({"trade_id": "7", "outcome": "tp", "closed_at": "2024-01-31T14:30:00Z", "r_multiple": "1.25"})
    assert label == LabelEvent("7", moment("2024-01-31T14:30"), 1, 1.25)
    both = _read({"id": "8", "time": NOW, "a": 1, "b": 2, "win": 0, "label_time": NOW + 5})
    assert [type(event) for event in both] == [SignalEvent, LabelEvent]
    assert both[1].time == NOW + 5


def test_only_what_is_wanted_is_taken_and_the_rest_is_passed_over() -> None:
    row = {"id": "8", "a": 1, "win": 1}
    assert [type(event) for event in _read(row, frozenset({SIGNALS}))] == [SignalEvent]
    assert [type(event) for event in _read(row, frozenset({LABELS}))] == [LabelEvent]
    assert _read({"id": "8", "win": 1}, frozenset({SIGNALS})) == []
    assert _read({"id": "8", "a": 1}, frozenset({LABELS})) == []


def test_a_kind_decides_and_a_type_that_means_something_else_does_not() -> None:
    assert [type(event) for event in _read({"kind": "label", "id": "1", "win": 1, "a": 1})] == [LabelEvent]
    assert [type(event) for event in _read({"type": "breakout", "id": "1", "a": 1})] == [SignalEvent]
    with pytest.raises(Unreadable, match="neither signal nor label"):
        _read({"kind": "breakout", "id": "1", "a": 1})


def test_a_named_column_wins_over_a_guess() -> None:
    (signal,) = _read({"id": "wrong", "ref": "right", "when": NOW, "time": 1_000, "a": 1},
                      given=Roles(id="ref", time="when"))
    assert (signal.id, signal.time) == ("right", NOW)


def test_what_has_no_id_or_time_takes_what_the_server_knows() -> None:
    (signal,) = _read({"a": 1}, id_="1700-0", arrived=lambda: 123)
    assert (signal.id, signal.time) == ("1700-0", 123)
    with pytest.raises(Unreadable, match="without the id"):
        _read({"win": 1}, id_="1700-0")


@pytest.mark.parametrize(("row", "why"), [
    ({"id": "1", "a": math.inf}, "no feature can be"), ({"id": "1", "a": 1e300, "b": -1e300}, "no feature can be"),
    ({"id": "1", "a": [1]}, "not a number"), ({"id": "1", "a": True and "yes"}, "not a number"),
    ({"id": "1", "a": 1, "time": NOW + AHEAD_NS + 1}, "ahead of the clock"), ({"id": {"x": 1}, "a": 1}, "no name"),
    ({"id": "1", "a": 1, "time": "31.12.24"}, "no time"), ({"id": "1", "win": 2}, "neither win nor loss"),
    ({"id": "1", "win": 1, "rr": "inf"}, "not a number"), ({"note": "x"}, "neither a feature"),
])
def test_what_cannot_be_read_is_refused_with_the_reason(row: dict[str, Any], why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        _read(row)


def test_a_clock_that_is_set_back_makes_no_lie_of_the_present() -> None:
    clock = [NOW]
    reader = RowReader(SCHEMA, clock=lambda: clock[0])
    assert reader.read(("id", "a", "time"), ("1", 1, NOW))
    clock[0] -= 10 * AHEAD_NS
    assert reader.read(("id", "a", "time"), ("2", 1, NOW + 1))
    refused = 0
    for step in range(100):  # no ratchet either
        try:
            reader.read(("id", "a", "time"), ("3", 1, NOW + step * AHEAD_NS // 2))
        except Unreadable:
            refused += 1
    assert refused == 97


@given(st.dictionaries(st.sampled_from(["id", "time", "a", "b", "side", "win", "rr", "kind", "json", "x"]),
                       st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9),
                                 st.binary(max_size=9), st.lists(st.integers(), max_size=2),
                                 st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
                                 st.decimals(), st.datetimes())))
def test_whatever_comes_is_read_or_refused(row: dict[str, Any]) -> None:
    try:
        events = _read(row)
    except Unreadable:
        return
    for event in events:
        assert event.id
        assert event.time > 0
        if isinstance(event, SignalEvent):
            assert event.features.dtype == np.float32
            assert not np.isinf(event.features).any()
        else:
            assert event.label in (0, 1)
            assert not math.isinf(event.realized_rr)


def test_times_of_every_spelling_are_the_same_moment() -> None:
    right = 1_706_711_400 * 10**9
    zone = timezone(timedelta(hours=2))
    for value in (1_706_711_400, 1_706_711_400_000, "1706711400000000", b"1706711400", 1_706_711_400.0,
                  "2024-01-31T14:30:00", "2024-01-31 14:30:00+00:00", "2024-01-31T16:30:00+02:00",
                  datetime(2024, 1, 31, 14, 30, tzinfo=UTC), datetime(2024, 1, 31, 16, 30, tzinfo=zone),
                  datetime(2024, 1, 31, 14, 30)):  # noqa: DTZ001 - no zone is UTC
        assert moment(value) == right, value
    for value in (True, "", "soon", -5, 10**30, math.nan, Decimal("NaN"), "0x10", None):
        with pytest.raises(ValueError, match="no time"):
            moment(value)
