"""How long a journal keeps its events: all, so many days or so many bytes; deleted in small steps.

Never deleted is what the journal still needs to go on: all after the oldest saved state, the newest `NEEDED` events,
and what the analyst set. By a few bytes that stay of each deleted event it is known when a source sends it again
(`forgotten`). Of the event log nothing goes that is still to be sent. Room that became free is used again; the file
does not shrink.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from engine.errors import WorkbenchError
from engine.online import forgotten

SCHEMA = """
CREATE TABLE IF NOT EXISTS moments (
    at INTEGER NOT NULL, seq INTEGER NOT NULL, number INTEGER NOT NULL, bytes INTEGER NOT NULL
) STRICT;
"""
NEEDED = 250_000  # events, and rows of the log
STEP = 2000  # rows of each table that are deleted together
DAY = 86_400 * 10**9
_UNITS = {"h": 1 / 24, "d": 1.0, "w": 7.0}
_SIZES = {"MB": 10**6, "GB": 10**9, "TB": 10**12}
_LEAST_DAYS, _LEAST_BYTES = 1 / 24, 10**7
_FAR = 1 << 62


@dataclass(frozen=True, slots=True)
class Retention:
    """The newest `days` are kept (0: all), or what fits into `size` bytes (0: all)."""

    days: float = 0.0
    size: int = 0


def parse_retention(text: str) -> Retention:
    """`30d`, `12h`, `8w`, `50GB`, `500MB`. Refused in words."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(h|d|w|MB|GB|TB)\s*", text)
    if found is not None and found[2] in _UNITS and (days := float(found[1]) * _UNITS[found[2]]) >= _LEAST_DAYS:
        return Retention(days=days)
    if found is not None and found[2] in _SIZES and (size := int(float(found[1]) * _SIZES[found[2]])) >= _LEAST_BYTES:
        return Retention(size=size)
    raise WorkbenchError(f"“{text}” is no time or size that events can be kept for.", code="bad-retention",
                         remedy="Give an hour or more as 12h, 30d or 8w, or 10 MB or more as 500MB or 50GB.")


def note_moment(database: sqlite3.Connection, now: int) -> None:
    """Note how far the journal is at wall time `now` (ns), and how much room it takes."""
    seq, number = database.execute("SELECT (SELECT coalesce(max(seq), 0) FROM events), "
                                   "(SELECT coalesce(max(number), 0) FROM log)").fetchone()
    database.execute("INSERT INTO moments VALUES (?, ?, ?, ?)", (now, seq, number, used(database)))


def used(database: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages, free, size = (int(database.execute(f"PRAGMA {name}").fetchone()[0])
                         for name in ("page_count", "freelist_count", "page_size"))
    return (pages - free) * size


def forget(database: sqlite3.Connection, keep: Retention, now: int, sent: int | None) -> int:
    """Delete the next few rows that need not be kept; returns how many. `sent`: the newest row of the log that was."""
    last_seq, last_number = _older_than(database, keep, now)
    oldest_state = database.execute("SELECT min(seq) FROM snapshots").fetchone()[0] or 0
    newest_seq, newest_number = database.execute("SELECT (SELECT max(seq) FROM events), "
                                                 "(SELECT max(number) FROM log)").fetchone()
    last_seq = min(last_seq, oldest_state, (newest_seq or 0) - NEEDED)
    last_number = min(last_number, (newest_number or 0) - NEEDED, _FAR if sent is None else sent)
    deleted = database.execute("SELECT seq, key, time FROM events WHERE seq <= ? AND kind <> 'setting' ORDER BY seq "
                               "LIMIT ?", (last_seq, STEP)).fetchall()
    gone = len(deleted)
    if gone:
        database.execute("DELETE FROM events WHERE seq <= ? AND kind <> 'setting'", (deleted[-1][0],))
        forgotten.keep_keys(database, [(key, time) for _, key, time in deleted], _most_keys(database, keep))
        database.execute("INSERT OR REPLACE INTO meta SELECT 'forgotten', min(seq) - 1 FROM events "
                         "WHERE kind <> 'setting'")
        database.execute("DELETE FROM moments WHERE seq < (SELECT min(seq) FROM events WHERE kind <> 'setting')")
    return gone + database.execute("DELETE FROM log WHERE number IN (SELECT number FROM log WHERE number <= ? "
                                   "ORDER BY number LIMIT ?)", (last_number, STEP)).rowcount


def _most_keys(database: sqlite3.Connection, keep: Retention) -> int:
    """Of how many deleted events the keys are kept."""
    if keep.size:
        return keep.size // forgotten.SHARE // forgotten.SIZE
    return max(forgotten.LEAST, used(database) // forgotten.SHARE // forgotten.SIZE)


def growth(database: sqlite3.Connection) -> tuple[int, float | None]:
    """Bytes in use, and how many more there are each day by the last hour or so; None where that is not known yet."""
    newest = database.execute("SELECT at, bytes FROM moments ORDER BY rowid DESC LIMIT 1").fetchone()
    before = database.execute("SELECT at, bytes FROM moments ORDER BY rowid DESC LIMIT 1 OFFSET 60").fetchone() or \
        database.execute("SELECT at, bytes FROM moments ORDER BY rowid LIMIT 1").fetchone()
    if newest is None or newest[0] <= before[0]:
        return used(database), None
    return used(database), (newest[1] - before[1]) / (newest[0] - before[0]) * DAY


def _older_than(database: sqlite3.Connection, keep: Retention, now: int) -> tuple[int, int]:
    """The newest event and row of the log that are beyond what is kept."""
    if keep.size and used(database) > keep.size:
        return _FAR, _FAR
    if not keep.days:
        return 0, 0
    # Not the newest moment before the bound: a clock that was set back for a while would make all that is new old.
    found = database.execute("SELECT min(seq), min(number) FROM moments WHERE at >= ?",
                             (now - int(keep.days * DAY),)).fetchone()
    return (0, 0) if found[0] is None else (int(found[0]), int(found[1]))
