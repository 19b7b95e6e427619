"""What opening a workspace puts in order: leftovers of killed processes, runs without row or files, old trash."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

from engine.library import coding, files

if TYPE_CHECKING:
    from engine.library.store import Workspace

KEPT_DAYS = 30  # so long a deleted run can be brought back
_DAY = 86_400.0  # s


def tidy(workspace: Workspace) -> tuple[str, ...]:
    """Bring folders and rows in step and say in words what was mended.

    The write lock is held, so nobody is half-way: a folder without a row was left by a killed process, or its
    database was lost. It is adopted when every file is as its card says, else put into the trash.
    """
    notices: list[str] = []
    with workspace.transaction() as database:
        for folder in _folders(workspace.models):
            if folder.name.startswith(files.UNFINISHED):
                shutil.rmtree(folder, ignore_errors=True)
            elif not _has_row(database, folder.name):
                notices.append(_adopt(workspace, database, folder))
        notices += _without_files(workspace, database)
        take_out(workspace, database, before=time.time() - KEPT_DAYS * _DAY)
    return tuple(notices)


def take_out(workspace: Workspace, database: sqlite3.Connection, *, before: float) -> int:
    """Remove what was put into the trash before this moment (s since 1970) for good; returns how many runs."""
    old = [folder for folder in (workspace.trash.iterdir() if workspace.trash.is_dir() else ())
           if folder.stat().st_mtime < before]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    gone = database.executemany("UPDATE runs SET gone = 'lost' WHERE gone = 'trash' AND id = ?",
                                [(folder.name,) for folder in old])
    return gone.rowcount if old else 0


def insert(database: sqlite3.Connection, record_text: str, id: str, name: str, starred: bool, note: str) -> None:
    """List a run whose files are in place."""
    database.execute(
        "INSERT INTO runs (id, name, record, starred, note) VALUES (?, ?, ?, ?, ?)",
        (id, name, record_text, int(starred), note),
    )


def _folders(models: Path) -> list[Path]:
    if not models.is_dir():
        return []
    return sorted(path for path in models.iterdir() if path.is_dir() and not path.is_symlink())


def _has_row(database: sqlite3.Connection, id: str) -> bool:
    return database.execute("SELECT 1 FROM runs WHERE id = ?", (id,)).fetchone() is not None


def _adopt(workspace: Workspace, database: sqlite3.Connection, folder: Path) -> str:
    record = files.read_card(folder)
    if record is not None and record.id == folder.name:
        insert(database, coding.to_text(record), record.id, record.name, record.starred, record.note)
        return f"Run {record.id} was whole on disk but not listed; it is listed again."
    workspace.trash.mkdir(exist_ok=True)
    place = workspace.trash / f"leftover-{folder.name}"
    shutil.rmtree(place, ignore_errors=True)
    os.replace(folder, place)
    os.utime(place)
    return f"The folder models/{folder.name} held no whole run; it is now in the trash."


def _without_files(workspace: Workspace, database: sqlite3.Connection) -> list[str]:
    notices = []
    for row in database.execute("SELECT id FROM runs WHERE gone IS NULL").fetchall():
        if not (workspace.models / row["id"]).is_dir():
            deleted = (workspace.trash / row["id"]).is_dir()
            database.execute("UPDATE runs SET gone = ? WHERE id = ?", ("trash" if deleted else "lost", row["id"]))
            if not deleted:
                notices.append(f"The files of run {row['id']} are gone; it is no longer listed.")
    for row in database.execute("SELECT id FROM runs WHERE gone IS NOT NULL").fetchall():
        if (workspace.models / row["id"]).is_dir():
            database.execute("UPDATE runs SET gone = NULL WHERE id = ?", (row["id"],))
    return notices
