"""What became of the champion while a monitor runs: retrained, challenged, promoted, rolled back; told as marks.

The workspace's ledger and its list of runs are only read. Each piece of news has a name of its own, so that it counts
once in the journal, whatever happens on the way; one that came while no monitor ran is told by the next start.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import WorkbenchError
from engine.events import SettingEvent
from engine.library import promotion
from engine.library.store import DATABASE, Workspace
from engine.monitoring.notes import note_value

SWAP, CHALLENGER, RETRAINED = "swap", "challenger", "retrained"
_LEDGER = "SELECT * FROM ledger WHERE number > ? ORDER BY number"
_RUNS = "SELECT number, id, name, record FROM runs WHERE number > ? AND gone IS NULL ORDER BY number"


@dataclass(frozen=True, slots=True)
class Seen:
    """How far ledger and runs were told."""

    ledger: int = 0
    run: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """A mark for the stream, and how far all is told with it."""

    event: SettingEvent
    seen: Seen


class LibraryWatch:
    """Looks at the library of `folder` where its file has changed; the monitor scores with the run `champion`.

    `seen` is where an earlier one stopped; None: what is there already is no news.
    """

    def __init__(self, folder: Path, *, champion: str = "", seen: dict[str, int] | None = None) -> None:
        self._file, self._champion = folder / DATABASE, champion
        self._stamp: Any = None
        self.seen = Seen(**seen) if seen is not None else self._newest()

    def news(self) -> list[News]:
        """What happened since it was asked last, in its order; a library that cannot be read now is asked again."""
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return []
        with contextlib.suppress(WorkbenchError, sqlite3.Error):
            with Workspace.open(self._file.parent, read_only=True) as workspace:
                found = [*self._of_runs(workspace), *self._of_ledger(workspace)]
            self._stamp = stamp
            return found
        return []

    def _newest(self) -> Seen:
        if not self._file.is_file():
            return Seen()
        with Workspace.open(self._file.parent, read_only=True) as workspace:
            return Seen(*(int(workspace.rows(f"SELECT coalesce(max(number), 0) AS n FROM {table}")[0]["n"])
                          for table in ("ledger", "runs")))

    def _stamp_now(self) -> Any:
        """Changes with each commit."""
        found = []
        for file in (self._file, self._file.with_name(f"{DATABASE}-wal")):
            with contextlib.suppress(OSError):
                stat = file.stat()
                found.append((stat.st_mtime_ns, stat.st_size))
        return found

    def _of_runs(self, workspace: Workspace) -> Iterator[News]:
        """Models trained on from the champion, or from the signals that a monitor recorded."""
        for row in workspace.rows(_RUNS, (self.seen.run,)):
            self.seen = Seen(self.seen.ledger, int(row["number"]))
            record = json.loads(row["record"])
            ours = Path(str(record.get("source", ""))).is_relative_to(workspace.exports)
            onward = bool(self._champion) and record.get("parent") == self._champion
            if record.get("model_path") and (ours or onward):
                words = f"Retrained: {row['name']} learnt from {int(record.get('rows', 0)):,} signals."
                yield self._told(f"run-{row['id']}", RETRAINED, words)

    def _of_ledger(self, workspace: Workspace) -> Iterator[News]:
        for row in workspace.rows(_LEDGER, (self.seen.ledger,)):
            self.seen = Seen(int(row["number"]), self.seen.run)
            names = {str(each["id"]): str(each["name"]) for each in workspace.rows(
                "SELECT id, name FROM runs WHERE id IN (?, ?)", (row["id"], row["previous"]))}
            now, before = (names.get(row[which], row[which]) if row[which] else "" for which in ("id", "previous"))
            kind = CHALLENGER if row["action"] in (promotion.CHALLENGE, promotion.WITHDRAW) else SWAP
            words = _words(row["action"], now, before, str(row["reason"]).rstrip("."))
            if kind == SWAP and row["id"] != self._champion:
                words += " This monitor scores as before until it is started again."
            yield self._told(f"ledger-{row['number']}", kind, words)

    def _told(self, name: str, kind: str, words: str) -> News:
        return News(SettingEvent(name, -1, "mark", note_value(words, None, kind)), self.seen)


def swapped_words(now: str, before: str) -> str:
    """That a stream goes on with another champion than before."""
    return f"{now or 'No champion'} scores now; before it was {before or 'no champion'}."


def _words(action: str, now: str, before: str, reason: str) -> str:
    if action == promotion.CHALLENGE:
        return f"{now} challenges the champion ({reason})."
    if action == promotion.WITHDRAW:
        return f"{before} challenges the champion no more ({reason})."
    if action == promotion.ROLLBACK:
        return f"Rolled back: {now or 'no model'} is the champion again, {before} no more ({reason})."
    return f"{now} is the champion now; before it was {before or 'no model'} ({reason})."
