"""Saved states in a journal: written part by part, for that of a busy stream takes many megabytes; the newest are kept.

A state that an earlier program saved stands in one piece.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3

from engine.online.state import State, parts, state_hash

SCHEMA = """
CREATE TABLE IF NOT EXISTS snapshots (seq INTEGER PRIMARY KEY, state TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS snapshot_parts (
    seq INTEGER NOT NULL, part INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (seq, part)
) STRICT, WITHOUT ROWID;
"""
TABLES = ("snapshot_parts", "snapshots")
KEPT_SNAPSHOTS = 3
_OLDER = f"WHERE seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT {KEPT_SNAPSHOTS})"


def write(database: sqlite3.Connection, seq: int, state: State) -> None:
    """Keep the state after event number `seq`; older ones go."""
    digest = hashlib.sha256()
    _drop(database, f"WHERE seq = {seq}")
    for number, part in enumerate(parts(state)):
        digest.update(part.encode())
        database.execute("INSERT INTO snapshot_parts VALUES (?, ?, ?)", (seq, number, part))
    database.execute("INSERT INTO snapshots VALUES (?, '', ?)", (seq, digest.hexdigest()))
    _drop(database, _OLDER)


def newest(database: sqlite3.Connection) -> tuple[int, State | None]:
    """The newest undamaged state and the number of its last event; (0, None) without one."""
    for (seq,) in database.execute("SELECT seq FROM snapshots ORDER BY seq DESC").fetchall():
        text, digest = database.execute("SELECT state, sha256 FROM snapshots WHERE seq = ?", (seq,)).fetchone()
        with contextlib.suppress(ValueError):
            state = json.loads(text or _joined(database, seq))
            if isinstance(state, dict) and state_hash(state) == digest:
                return int(seq), state
    return 0, None


def _joined(database: sqlite3.Connection, seq: int) -> str:
    found = database.execute("SELECT text FROM snapshot_parts WHERE seq = ? ORDER BY part", (seq,))
    return "".join(text for (text,) in found)


def _drop(database: sqlite3.Connection, which: str) -> None:
    for table in TABLES:  # the parts first: `which` may ask what is kept
        database.execute(f"DELETE FROM {table} {which}")
