"""Append-only journal of one stream: SQLite WAL with `synchronous=FULL`, one commit for a group of events.

An event counts from its commit on, once: its key is unique, so what a source sends again is left out, also where
retention has deleted it meanwhile (`forgotten`). Snapshots of the learner's state carry their SHA-256; restoring takes
the newest good one and runs the events after it. The place in the source is kept in the same transaction as the events
that came from it.

Readable without this program: table `events` (kind "signal", "label" or "setting", `time` in ns since 1970 UTC; the
body of a signal is the champion's score and the previous champion's, little-endian float64, and then the features,
float32 in the order of meta "names"; a label's is label and realized R as float64; a setting's is JSON text).
"""

from __future__ import annotations

import contextlib
import itertools
import json
import sqlite3
import struct
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

import numpy as np

from engine.errors import WorkbenchError
from engine.events import Event, LabelEvent, SettingEvent, SignalEvent
from engine.library.lock import only_writer
from engine.online import event_log, forgotten, retention, snapshots
from engine.online.state import State

FORMAT = 3  # 1 had no score of a previous champion, 1 and 2 had features of 64 bits
_END = (1 << 63) - 1
_PATIENCE = 5.0  # seconds to wait for a reader or a backup
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, id TEXT NOT NULL, time INTEGER NOT NULL,
    body BLOB NOT NULL, crc INTEGER NOT NULL
) STRICT;
"""
_INSERT = "INSERT INTO events (key, kind, id, time, body, crc) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_TOGETHER = 50  # rows in one statement
_INSERT_MANY = _INSERT.replace("(?, ?, ?, ?, ?, ?)", ", ".join(["(?, ?, ?, ?, ?, ?)"] * _TOGETHER))
_PAIR = struct.Struct("<dd").pack
_HEADS = struct.Struct("<dd").unpack_from
_PAGES = 4000  # of the log before it is folded into the file
Stored: TypeAlias = tuple[str, str, int, bytes]  # kind, id, time and body
_Row: TypeAlias = tuple[str, str, str, int, bytearray, int]


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """An event and, of a signal, what the champion and the one before it said (NaN: nothing)."""

    event: Event
    batch: float = float("nan")
    previous: float = float("nan")


class Journal:
    """One file and one writer, held by a lock file beside it; others may read meanwhile, with `read_only`.

    Safe to use from one thread at a time.
    """

    def __init__(self, path: Path, *, read_only: bool = False, synchronous: str = "FULL") -> None:
        self.path = path
        self._lock = threading.Lock()
        self._deleted_until: int | None = None  # no later event was deleted
        with contextlib.ExitStack() as opened, _in_words(path):
            if read_only:
                self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE,
                                                 check_same_thread=False)
            else:
                opened.enter_context(only_writer(path.with_suffix(".lock"), "A monitor of this very stream"))
                self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False,
                                                 timeout=_PATIENCE)
                opened.callback(self._database.close)
                self._prepare(synchronous)
            self._opened = opened.pop_all()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    @property
    def last(self) -> int:
        """Number of the newest event, 0 for none."""
        return int(self._database.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0])

    def meta(self, name: str) -> Any:
        """A stored JSON value, or None."""
        row = self._database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def set_meta(self, values: Mapping[str, Any]) -> None:
        """Store JSON values."""
        with self._transaction():
            self._write_meta(values)

    def append(self, entries: Sequence[Entry], cursor: Any = None, log: Sequence[event_log.Row] = ()) -> list[Entry]:
        """Commit a group of events and the place in the source; returns those that were not there before.

        When it returns, they are on disk. `log` tells of all events before these.
        """
        rows = _rows(entries, self.format)
        with self._transaction():
            entries, rows = self._never_deleted(entries, rows)
            self._write_log(log)
            before = self._database.total_changes
            self._insert(rows)
            new = list(entries)
            if self._database.total_changes - before != len(rows):  # rare: the source sent some again
                new = self._only_new(entries, rows, log)
            if cursor is not None:
                self._write_meta({"cursor": cursor})
        return new

    def write_log(self, log: Sequence[event_log.Row]) -> None:
        """Commit what happened, up to the newest event."""
        with self._transaction():
            self._write_log(log)

    def snapshot(self, state: State) -> None:
        """Keep the state after the newest event; older snapshots go."""
        with self._transaction():
            snapshots.write(self._database, self.last, state)

    def clear(self) -> None:
        """Forget everything but the log: a new stream begins."""
        with self._transaction():
            for table in ("events", *snapshots.TABLES, "meta", "moments", "forgotten"):
                self._database.execute(f"DELETE FROM {table}")
            self._write_meta({"format": FORMAT})
        self._deleted_until = None

    def note_moment(self, now: int) -> None:
        """Note how far it is at wall time `now` (ns), and how much room it takes."""
        with self._transaction():
            retention.note_moment(self._database, now)

    def forget(self, keep: retention.Retention, now: int, sent: int | None) -> int:
        """Delete some of what need not be kept; returns how many rows. See `retention`."""
        with self._transaction():
            gone = retention.forget(self._database, keep, now, sent)
            self._deleted_until = forgotten.newest_time(self._database)
        return gone

    def growth(self) -> tuple[int, float | None]:
        """Bytes in use, and how many more there are each day (None: not known)."""
        with contextlib.suppress(sqlite3.OperationalError):  # begun by an earlier program
            return retention.growth(self._database)
        return retention.used(self._database), None

    def newest_state(self) -> tuple[int, State | None]:
        """The newest undamaged snapshot and the number of its last event; (0, None) without one."""
        return snapshots.newest(self._database)

    def newest_time(self) -> int:
        """The latest time of an event (ns UTC), -1 where none is known."""
        return int(self._database.execute("SELECT coalesce(max(time), -1) FROM events").fetchone()[0])

    def signal(self, id_: str) -> SignalEvent | None:
        """One signal by its id."""
        row = self._database.execute("SELECT kind, id, time, body FROM events WHERE key = ?", (f"s:{id_}",)).fetchone()
        if row is None:
            return None
        kind, id_, time, body = row
        event = _decode(kind, id_, time, body, self.format).event
        return event if isinstance(event, SignalEvent) else None

    def label(self, id_: str) -> LabelEvent | None:
        """The newest label of a signal."""
        row = self._database.execute("SELECT time, body FROM events WHERE key >= ? AND key < ? AND id = ? "
                                     "ORDER BY seq DESC LIMIT 1", (f"l:{id_}:", f"l:{id_};", id_)).fetchone()
        event = None if row is None else _decode("label", id_, row[0], row[1], self.format).event
        return event if isinstance(event, LabelEvent) else None

    def entries(self, after: int = 0, *, until: int = _END, since: int | None = None) -> Iterator[Entry]:
        """Events after number `after` to `until`, in order, not older than `since` (ns); a damaged one is refused."""
        form = self.format
        for kind, id_, time, body in self.stored(after, until=until, since=since):
            yield _decode(kind, id_, time, body, form)

    def stored(self, after: int = 0, *, until: int = _END, since: int | None = None) -> Iterator[Stored]:
        """The same as they lie there: a million of them are read in half the time."""
        oldest = -(1 << 62) if since is None else since
        rows = self._database.execute("SELECT seq, kind, id, time, body, crc FROM events WHERE seq > ? AND seq <= ? "
                                      "AND time >= ? ORDER BY seq", (after, until, oldest))
        for seq, kind, id_, time, body, crc in rows:
            if not isinstance(body, bytes) or _crc(kind, id_, time, body) != crc:
                raise WorkbenchError(f"Event {seq} of the journal is damaged.", where=str(self.path),
                                     remedy="Restore the file from a copy, or start a new journal.",
                                     code="damaged-journal")
            yield kind, id_, time, body

    def labels(self, until: int, most: int) -> list[tuple[str, int]]:
        """The newest labels up to event number `until`, oldest first: the signal's id and 1 or 0."""
        rows = self._database.execute(
            "SELECT id, body FROM events WHERE kind = 'label' AND seq <= ? ORDER BY seq DESC LIMIT ?", (until, most))
        return [(id_, int(struct.unpack("<dd", body)[0])) for id_, body in rows][::-1]

    def close(self) -> None:
        """Fold the log into the file and let it go."""
        self._database.close()
        self._opened.close()

    @property
    def format(self) -> int:
        """How this file writes a signal; an older one is gone on with as it was begun."""
        return int(self.meta("format") or FORMAT)

    def _prepare(self, synchronous: str) -> None:
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute(f"PRAGMA synchronous={synchronous}")
        self._database.execute(f"PRAGMA wal_autocheckpoint={_PAGES}")
        self._database.executescript(_SCHEMA + snapshots.SCHEMA + event_log.SCHEMA + retention.SCHEMA
                                     + forgotten.SCHEMA)
        self._database.execute("INSERT OR IGNORE INTO meta VALUES ('format', ?)", (str(FORMAT),))
        self._deleted_until = forgotten.newest_time(self._database)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock, _in_words(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise

    def _insert(self, rows: Sequence[_Row]) -> None:
        """Many with one statement: a quarter faster than one by one."""
        whole = len(rows) // _TOGETHER * _TOGETHER
        for start in range(0, whole, _TOGETHER):
            values = list(itertools.chain.from_iterable(rows[start : start + _TOGETHER]))
            self._database.execute(_INSERT_MANY, values)
        self._database.executemany(_INSERT, rows[whole:])

    def _never_deleted(self, entries: Sequence[Entry], rows: list[_Row]) -> tuple[Sequence[Entry], list[_Row]]:
        """Without those that were here once; only what is as old as what was deleted is looked up."""
        until = self._deleted_until
        old = [] if until is None else [at for at, row in enumerate(rows) if row[3] <= until and row[1] != "setting"]
        gone = {old[at] for at in forgotten.known(self._database, [(rows[at][0], rows[at][3]) for at in old])}
        left = [at for at in range(len(rows)) if at not in gone] if gone else []
        return ([entries[at] for at in left], [rows[at] for at in left]) if gone else (entries, rows)

    def _only_new(self, entries: Sequence[Entry], rows: Sequence[_Row], log: Sequence[event_log.Row]) -> list[Entry]:
        """Insert again one by one, to see which are new."""
        self._database.execute("ROLLBACK")
        self._database.execute("BEGIN IMMEDIATE")
        self._write_log(log)
        return [entry for entry, row in zip(entries, rows, strict=True)
                if self._database.execute(_INSERT, row).rowcount > 0]

    def _write_log(self, log: Sequence[event_log.Row]) -> None:
        if log:
            event_log.write(self._database, log)
            self._write_meta({"logged": self.last})

    def _write_meta(self, values: Mapping[str, Any]) -> None:
        self._database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)",
                                   [(name, json.dumps(value)) for name, value in values.items()])


def _rows(entries: Sequence[Entry], form: int) -> list[_Row]:
    """Entries as the values of `_INSERT`; the bodies of all signals are made at once."""
    signals = [entry for entry in entries if isinstance(entry.event, SignalEvent)]
    bodies, pair, rows = iter(_signal_bodies(signals, form)), _PAIR, list[_Row]()
    for entry in entries:
        event = entry.event
        id_, time = event.id, event.time
        if type(event) is SignalEvent:
            kind, key, body = "signal", f"s:{id_}", next(bodies)
        elif type(event) is LabelEvent:
            # The same label with the same time is the same event sent again; another label or time is a correction.
            kind, key, body = "label", f"l:{id_}:{event.label}:{time}", bytearray(pair(event.label, event.realized_rr))
        else:
            assert isinstance(event, SettingEvent)
            kind, key, body = "setting", f"c:{id_}", bytearray(json.dumps([event.name, event.value]).encode())
        rows.append((key, kind, id_, time, body, zlib.crc32(body, zlib.crc32(f"{kind}\0{id_}\0{time}\0".encode()))))
    return rows


def _signal_bodies(signals: Sequence[Entry], form: int) -> list[bytearray]:
    if not signals:
        return []
    heads = np.asarray([(entry.batch, entry.previous) for entry in signals], dtype="<f8")[:, : _heads(form)]
    rows = [entry.event.features for entry in signals if isinstance(entry.event, SignalEvent)]
    features = np.concatenate(rows).astype(_floats(form)).reshape(len(rows), -1)
    whole = np.concatenate([np.ascontiguousarray(heads).view(np.uint8), features.view(np.uint8)], axis=1)
    data, size = bytearray(whole.tobytes()), whole.shape[1]  # bytes would be looked at twice by the database's layer
    return [data[start : start + size] for start in range(0, len(data), size)]


def _heads(form: int) -> int:
    """How many scores stand before a signal's features."""
    return 1 if form == 1 else 2


def _floats(form: int) -> str:
    return "<f8" if form < 3 else "<f4"


def signal_parts(body: bytes, form: int) -> tuple[float, float, bytes]:
    """What the champion and the one before it said of a signal (NaN: nothing), and its features as float32."""
    if form == FORMAT:
        batch, previous = _HEADS(body)
        return batch, previous, body[16:]
    entry = _decode("signal", "", 0, body, form)
    assert isinstance(entry.event, SignalEvent)
    return entry.batch, entry.previous, entry.event.features.tobytes()


def _decode(kind: str, id_: str, time: int, body: bytes, form: int) -> Entry:
    if kind == "signal":
        said = struct.unpack_from(f"<{_heads(form)}d", body)
        features = np.frombuffer(body, dtype=_floats(form), offset=8 * _heads(form))
        return Entry(SignalEvent(id_, time, features.astype(np.float32)), *said)
    if kind == "label":
        label, rr = struct.unpack("<dd", body)
        return Entry(LabelEvent(id_, time, int(label), rr))
    name, value = json.loads(body)
    return Entry(SettingEvent(id_, time, name, value))


def _crc(kind: str, id_: str, time: int, body: bytes) -> int:
    return zlib.crc32(f"{kind}\0{id_}\0{time}\0".encode() + body)


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise WorkbenchError(
            f"The journal could not be used ({error}).", where=str(path), code="journal-failed",
            remedy="See that the disk has space and that the file is whole and yours.",
        ) from error
