"""A table of signals as one stream of events in the order of time, each label at its own moment."""

from __future__ import annotations

import numpy as np

from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.online.kernels import EXPIRY, LABEL, SIGNAL
from engine.online.prequential import Events
from engine.records import Ints

NO_TIME = -1


def signal_ids(table: SignalTable) -> tuple[str, ...]:
    """A name for each row that no other row has: the table's own ids where they are unique, else the file's rows."""
    if table.ids is not None:
        named = tuple(map(str, table.ids.tolist()))
        if len(set(named)) == len(named):
            return named
    return tuple(f"row-{row}" for row in table.row.tolist())


def labels_late(table: SignalTable, *, at_once: bool = False) -> bool:
    """Whether each label comes at a time of its own; without times it follows its signal."""
    return not at_once and table.time is not None and table.label_time is not None


def timeline(table: SignalTable, *, at_once: bool = False, expiry_ns: int = 0) -> Events:
    """Signals and labels in order; `slot` is the row. Without times, or `at_once`, each label follows its signal.

    At the same moment signals come first: a label is never used for a signal that fired when it became known.
    """
    known = np.flatnonzero(table.label != UNKNOWN_LABEL)
    if not labels_late(table, at_once=at_once):
        return _at_once(table, known)
    assert table.time is not None
    assert table.label_time is not None
    moment = np.maximum(table.label_time[known], table.time[known])
    kind = np.full(len(known), LABEL, dtype=np.int8)
    rows = np.arange(len(table))
    if expiry_ns > 0:
        rows_late, moment_late = _expiring(table, known, moment, expiry_ns)
        keep = moment - table.time[known] <= expiry_ns
        known = np.concatenate([known[keep], rows_late])
        moment = np.concatenate([moment[keep], moment_late])
        kind = np.concatenate([kind[keep], np.full(len(rows_late), EXPIRY, dtype=np.int8)])
    op = np.concatenate([np.full(len(rows), SIGNAL, dtype=np.int8), kind])
    slot = np.concatenate([rows, known])
    time = np.concatenate([table.time, moment])
    order = np.lexsort((slot, op, time))
    op, slot, time = op[order], slot[order], time[order]
    return Events(op, slot, table.label[slot], time)


def _at_once(table: SignalTable, known: Ints) -> Events:
    rows = np.arange(len(table))
    slot = np.concatenate([rows, known])
    op = np.concatenate([np.full(len(rows), SIGNAL, dtype=np.int8), np.full(len(known), LABEL, dtype=np.int8)])
    order = np.lexsort((op, slot))
    slot = slot[order]
    time = np.full(len(slot), NO_TIME, dtype=np.int64) if table.time is None else table.time[slot]
    return Events(op[order], slot, table.label[slot], time)


def _expiring(table: SignalTable, known: Ints, moment: Ints, expiry_ns: int) -> tuple[Ints, Ints]:
    """Rows that are given up, and when: no label, or one later than the expiry, as far as the stream reaches."""
    assert table.time is not None
    label_at = np.full(len(table), np.iinfo(np.int64).max)
    label_at[known] = moment
    given_up = table.time + expiry_ns
    end = max(int(table.time.max(initial=0)), int(moment.max(initial=0)))
    late = np.flatnonzero((label_at > given_up) & (given_up < end))
    return late, given_up[late]
