"""What happened, for people and other programs: every prediction, label, drift, swap and error as a row of plain SQL.

Table `log` of each journal (`WORKSPACE/journal/*.sqlite`, SQLite, readable while a monitor writes): `number` in order,
`at` when it was noted and `time` the event's own (both ns since 1970 UTC; `time` NULL where there is none), `kind`
("prediction", "label", "drift", "swap", "error", "feed", "blend", ...), `id` of the signal, `score` the final
probability of a win with the `batch` model's and the `online` learner's beside it, `label` (1 win, 0 loss) and
`realized_rr`, `words` for people, `data` as JSON. What is not known is NULL. Rows are only ever added.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from engine.errors import WorkbenchError

SCHEMA = """
CREATE TABLE IF NOT EXISTS log (
    number INTEGER PRIMARY KEY, at INTEGER NOT NULL, time INTEGER, kind TEXT NOT NULL, id TEXT, score REAL, batch REAL,
    online REAL, label INTEGER, realized_rr REAL, words TEXT, data TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS log_at ON log (at);
CREATE INDEX IF NOT EXISTS log_rare ON log (kind, number) WHERE kind <> 'prediction' AND kind <> 'label';
"""
COMMON = ("prediction", "label")
_INSERTS = {  # by how many values a row has; NaN becomes NULL, and binding None takes longer than all the rest
    11: "INSERT INTO log (at, time, kind, id, score, batch, online, label, realized_rr, words, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    6: "INSERT INTO log (at, time, kind, id, score, batch, online) VALUES (?, nullif(?, -1), 'prediction', ?, ?, ?, ?)",
    5: "INSERT INTO log (at, time, kind, id, label, realized_rr) VALUES (?, nullif(?, -1), 'label', ?, ?, ?)",
}
_COLUMNS = "number, at, time, kind, id, score, batch, online, label, realized_rr, words, data"
_AT_ONCE = 1000


Predicted: TypeAlias = tuple[int, int, str, float, float, float]  # at, time, id, score, batch, online; -1, NaN: none
Labelled: TypeAlias = tuple[int, int, str, int, float]  # at, time, id, label, realized R


class LogRow(NamedTuple):
    """Any other row to be written; the fields in the table's order."""

    at: int
    time: int | None
    kind: str
    id: str | None = None
    score: float | None = None
    batch: float | None = None
    online: float | None = None
    label: int | None = None
    realized_rr: float | None = None
    words: str | None = None
    data: str | None = None


Row: TypeAlias = LogRow | Predicted | Labelled


def write(database: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Append rows in their order, within the caller's transaction."""
    for size, group in itertools.groupby(rows, key=len):
        database.executemany(_INSERTS[size], list(group))


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """One row as it is read, and the journal that it is from."""

    journal: str
    number: int
    at: int
    time: int | None
    kind: str
    id: str | None
    score: float | None
    batch: float | None
    online: float | None
    label: int | None
    realized_rr: float | None
    words: str | None
    data: Any


class EventReader:
    """Reads the log of one journal, also while it is being written."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        try:
            self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0,
                                             check_same_thread=False)
            self._there = self._database.execute(
                "SELECT count(*) FROM sqlite_master WHERE name = 'log'").fetchone()[0] == 1
        except sqlite3.Error as error:
            raise WorkbenchError(f"The journal cannot be read ({error}).", where=str(path), code="journal-failed",
                                 remedy="See that the file is whole and yours.") from error

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def last(self) -> int:
        """Number of the newest row, 0 for none."""
        if not self._there:
            return 0
        return int(self._database.execute("SELECT coalesce(max(number), 0) FROM log").fetchone()[0])

    def rows(self, *, after: int = 0, since: int | None = None, until: int | None = None, kinds: Sequence[str] = (),
             id_: str | None = None, most: int = 0, newest: bool = False) -> list[LoggedEvent]:
        """Rows in order that fit; `most` (0: all) keeps the first of them, or with `newest` the last."""
        if not self._there:
            return []
        wanted: list[tuple[str, Any]] = [("number > ?", after)] if after else []
        wanted += [("at >= ?", since)] if since is not None else []
        wanted += [("at < ?", until)] if until is not None else []
        wanted += [("id = ?", id_)] if id_ is not None else []
        wheres, values = [where for where, _ in wanted], [value for _, value in wanted]
        if kinds:
            wheres.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values += kinds
            if not set(kinds) & set(COMMON):  # lets the small index serve
                wheres.append("kind <> 'prediction' AND kind <> 'label'")
        query = (f"SELECT {_COLUMNS} FROM log {'WHERE ' + ' AND '.join(wheres) if wheres else ''} "
                 f"ORDER BY number {'DESC' if newest else ''} {f'LIMIT {int(most)}' if most else ''}")
        found = [self._event(row) for row in self._database.execute(query, values)]
        return found[::-1] if newest else found

    def groups(self, after: int) -> Iterator[list[LoggedEvent]]:
        """All rows after a number, some at a time."""
        while found := self.rows(after=after, most=_AT_ONCE):
            yield found
            after = found[-1].number

    def _event(self, row: Sequence[Any]) -> LoggedEvent:
        data = None if row[-1] is None else json.loads(row[-1])
        return LoggedEvent(self.name, *row[:-1], data=data)  # type: ignore[misc]


def merged(readers: Iterable[EventReader], most: int, **wanted: Any) -> list[LoggedEvent]:
    """The newest rows of several journals in the order in which they were noted."""
    found = [row for reader in readers for row in reader.rows(most=most, newest=True, **wanted)]
    found.sort(key=lambda row: (row.at, row.journal, row.number))
    return found[-most:] if most else found
