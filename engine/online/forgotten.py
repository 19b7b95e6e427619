"""What a journal still knows of the events that it deleted: enough to leave them out when a source sends them again.

A feed may be read again from its beginning, or a part of it (a file that was replaced, a table made anew, a chunk that
was compressed meanwhile). Of each deleted event 8 bytes stay: BLAKE2b of its key, sorted, in one row for those that
were deleted together, in the same transaction. Only an event that is not later than all of these is looked up, and only
in the rows whose span holds its time, so a signal that comes again with another time is not known. Two keys of a
hundred million are taken for one with a chance of 1 in 3,000.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SCHEMA = """
CREATE TABLE IF NOT EXISTS forgotten (
    oldest INTEGER NOT NULL, newest INTEGER NOT NULL, number INTEGER NOT NULL, keys BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS forgotten_span ON forgotten (newest, oldest, number);
"""
SIZE = 8  # bytes of a key
LEAST = 16_000_000  # keys that are kept in any case, where no size was given
SHARE = 5  # of all room, keys may take a fifth


def keep_keys(database: sqlite3.Connection, deleted: Sequence[tuple[str, int]], most: int) -> None:
    """Note the keys and times of events that are deleted; the oldest go where there are more than `most`."""
    if deleted:
        times = [time for _, time in deleted]
        database.execute("INSERT INTO forgotten VALUES (?, ?, ?, ?)", (
            min(times), max(times), len(deleted), np.sort(_hashed([key for key, _ in deleted])).tobytes()))
    if (database.execute("SELECT sum(number) FROM forgotten").fetchone()[0] or 0) > most:
        database.execute("DELETE FROM forgotten WHERE rowid IN (SELECT rowid FROM forgotten ORDER BY rowid LIMIT 2)")


def newest_time(database: sqlite3.Connection) -> int | None:
    """No event that is later than this was deleted; None: none was."""
    found = database.execute("SELECT max(newest) FROM forgotten").fetchone()[0]
    return None if found is None else int(found)


def known(database: sqlite3.Connection, events: Sequence[tuple[str, int]]) -> list[int]:
    """The places of the events, each a key and its time, that were here once and deleted."""
    if not events:
        return []
    times, keys = np.asarray([time for _, time in events], dtype=np.int64), _hashed([key for key, _ in events])
    found = np.zeros(len(events), dtype=bool)
    spans = database.execute("SELECT rowid, oldest, newest FROM forgotten WHERE newest >= ? AND oldest <= ?",
                             (int(times.min()), int(times.max()))).fetchall()
    for row, oldest, newest in spans:
        asked = np.flatnonzero((times >= oldest) & (times <= newest) & ~found)
        if len(asked):
            (stored,) = database.execute("SELECT keys FROM forgotten WHERE rowid = ?", (row,)).fetchone()
            there = np.frombuffer(stored, dtype="<u8")
            place = np.minimum(np.searchsorted(there, keys[asked]), len(there) - 1)
            found[asked] = there[place] == keys[asked]
    return [int(at) for at in np.flatnonzero(found)]


def _hashed(keys: Sequence[str]) -> NDArray[np.uint64]:
    whole = b"".join(hashlib.blake2b(key.encode(), digest_size=SIZE).digest() for key in keys)
    return np.frombuffer(whole, dtype="<u8")
