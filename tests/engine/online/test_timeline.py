"""The order of events: nothing is learnt before it was known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data.table import SignalTable
from engine.online.kernels import EXPIRY, LABEL, SIGNAL
from engine.online.timeline import signal_ids, timeline
from tests.engine.online.made import make_table

S = 1_000_000_000


def _tiny(time: list[int], label_time: list[int], label: list[int]) -> SignalTable:
    table = make_table(len(time), 2)
    return replace(table, time=np.asarray(time), label_time=np.asarray(label_time),
                   label=np.asarray(label, dtype=np.int8))


def _spelled(table: SignalTable, **how: object) -> list[str]:
    events = timeline(table, **how)  # type: ignore[arg-type]
    letters = {SIGNAL: "s", LABEL: "l", EXPIRY: "x"}
    return [f"{letters[op]}{slot}" for op, slot in zip(events.op.tolist(), events.slot.tolist(), strict=True)]


def test_labels_come_at_their_own_time() -> None:
    assert _spelled(_tiny([1, 2, 3], [9, 3, 8], [1, 0, 1])) == ["s0", "s1", "s2", "l1", "l2", "l0"]


def test_at_the_same_moment_signals_are_scored_before_labels_are_learnt() -> None:
    assert _spelled(_tiny([1, 5], [5, 6], [1, 0])) == ["s0", "s1", "l0", "l1"]


def test_a_label_never_comes_before_its_own_signal() -> None:
    assert _spelled(_tiny([5, 6], [2, 6], [1, 1])) == ["s0", "l0", "s1", "l1"]


def test_at_once_each_label_follows_its_signal() -> None:
    assert _spelled(_tiny([1, 2], [9, 8], [1, 0]), at_once=True) == ["s0", "l0", "s1", "l1"]


def test_unknown_labels_never_come() -> None:
    assert _spelled(_tiny([1, 2], [-1, 4], [-1, 0])) == ["s0", "s1", "l1"]


def test_without_times_the_file_order_counts() -> None:
    table = replace(_tiny([1, 2], [9, 8], [1, 0]), time=None, label_time=None)
    assert _spelled(table) == ["s0", "l0", "s1", "l1"]


def test_a_signal_without_label_in_time_is_given_up_as_far_as_the_stream_reaches() -> None:
    table = _tiny([1, 2, 30], [25, 4, 31], [1, 0, 1])
    assert _spelled(table, expiry_ns=10) == ["s0", "s1", "l1", "x0", "s2", "l2"]


def test_every_row_has_a_name_of_its_own() -> None:
    table = make_table(3)
    doubled = replace(table, ids=np.asarray(["a", "a", "b"], dtype=object))
    assert signal_ids(replace(table, ids=np.asarray(["a", "b", "c"], dtype=object))) == ("a", "b", "c")
    assert signal_ids(doubled) == signal_ids(table) == ("row-0", "row-1", "row-2")
