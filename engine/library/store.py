"""The workspace: one folder and one SQLite database, shared safely by the window and the command line.

Every write is one short transaction that begins with SQLite's write lock, and files move to their place inside it:
whoever holds the lock sees folders and rows in step. A process killed at any moment leaves at most a folder without
a row, which the next opening removes or adopts.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from engine import settings
from engine.errors import WorkbenchError

DATABASE = "workspace.sqlite"
IMPORTED = "imported "  # how the notes on files that came from elsewhere begin
_PATIENCE = 20.0  # seconds to wait for another process's transaction; theirs take milliseconds

# Each script brings the database from the version before to its own; they only ever grow.
MIGRATIONS = (
    """
    CREATE TABLE runs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, record TEXT NOT NULL,
        starred INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '', gone TEXT
    ) STRICT;
    CREATE TABLE ledger (
        number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, id TEXT, previous TEXT, reason TEXT NOT NULL,
        action TEXT NOT NULL
    ) STRICT;
    CREATE TABLE known_files (sha256 TEXT PRIMARY KEY, what TEXT NOT NULL, added TEXT NOT NULL) STRICT;
    """,
    """
    CREATE TABLE known_keys (key TEXT PRIMARY KEY, name TEXT NOT NULL, added TEXT NOT NULL) STRICT;
    """,
    """
    CREATE TABLE looks (
        number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, outcomes TEXT NOT NULL, fingerprint TEXT NOT NULL,
        kind TEXT NOT NULL, by_hand INTEGER NOT NULL, digest TEXT NOT NULL, settings TEXT NOT NULL, run TEXT NOT NULL,
        study TEXT NOT NULL, fold_scores TEXT NOT NULL, score REAL, rows TEXT NOT NULL, auc BLOB, r BLOB
    ) STRICT;
    CREATE INDEX looks_by_outcomes ON looks (outcomes, number);
    CREATE INDEX looks_by_run ON looks (run);
    """,
    """
    CREATE TABLE recipes (
        name TEXT NOT NULL, version INTEGER NOT NULL, created TEXT NOT NULL, note TEXT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY (name, version)
    ) STRICT;
    """,
    """
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT, created TEXT NOT NULL, target TEXT NOT NULL, run TEXT NOT NULL
    ) STRICT;
    CREATE TABLE in_mlflow (
        target TEXT NOT NULL, run TEXT NOT NULL, mlflow_run TEXT NOT NULL, version TEXT NOT NULL,
        PRIMARY KEY (target, run)
    ) STRICT;
    """,
    """
    ALTER TABLE runs ADD COLUMN tags TEXT NOT NULL DEFAULT '';
    ALTER TABLE runs ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE outcomes (digest TEXT PRIMARY KEY, rows INTEGER NOT NULL, sketch BLOB NOT NULL) STRICT;
    """,
)


class Workspace:
    """An open workspace; close it, or use it as a context manager. Safe to share between threads."""

    def __init__(self, root: Path, database: sqlite3.Connection, *, read_only: bool) -> None:
        self.root = root
        self.read_only = read_only
        self.notices: tuple[str, ...] = ()  # what opening found and mended, in words
        self._database = database
        self._lock = threading.RLock()
        # Who reads does not wait for a run that is being written and flushed: the window must not.
        self._reader = database if read_only else _connect(root / DATABASE, read_only=True)
        self._reading = threading.Lock()
        self._writer: int | None = None  # the thread whose transaction is open

    @classmethod
    def open(cls, path: Path | str | None = None, *, read_only: bool = False) -> Workspace:
        """Open a workspace, made when it is not there; `None` is the default one.

        Raises `WorkbenchError` when the folder cannot be used or the database is damaged or newer than the program.
        """
        root = (Path(path) if path is not None else settings.default_workspace()).absolute()
        with _in_words(root):
            if not read_only:
                root.mkdir(parents=True, exist_ok=True)
            workspace = cls(root, _connect(root / DATABASE, read_only), read_only=read_only)
            try:
                workspace._prepare()
            except BaseException:
                workspace.close()
                raise
        return workspace

    @property
    def models(self) -> Path:
        """A folder a run."""
        return self.root / "models"

    @property
    def trash(self) -> Path:
        """Deleted runs, until the trash is emptied."""
        return self.root / "trash"

    @property
    def exports(self) -> Path:
        """Where bundles go by default."""
        return self.root / "exports"

    def close(self) -> None:
        """Give the database back; idempotent."""
        with self._lock, self._reading:
            self._reader.close()
            self._database.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The answer to a query; within a transaction it sees what that has changed so far."""
        if self._writer == threading.get_ident():
            return self._database.execute(query, values).fetchall()
        with self._reading, _in_words(self.root):
            return self._reader.execute(query, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock for the block, also across processes; all of the block's changes are kept, or none."""
        with self._lock, _in_words(self.root):
            if self._writer is not None:  # part of a larger change
                yield self._database
                return
            self._database.execute("BEGIN IMMEDIATE")
            self._writer = threading.get_ident()
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                self._undo()
                raise
            finally:
                self._writer = None

    def _undo(self) -> None:
        if self._database.in_transaction:  # a full disk has ended it already
            self._database.execute("ROLLBACK")

    def known_as(self, sha256: str) -> str | None:
        """What a file with this hash is, where it is known: a run's id, an export; what was imported begins so."""
        found = self.rows("SELECT what FROM known_files WHERE sha256 = ?", (sha256,))
        return str(found[0][0]) if found else None

    def remember_file(self, sha256: str, what: str = "") -> None:
        """Note a file that was written or proved here, so that opening it again needs no guard."""
        with self.transaction() as database:
            database.execute(
                "INSERT OR IGNORE INTO known_files VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ'))", (sha256, what)
            )

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _prepare(self) -> None:
        version = self.rows("PRAGMA user_version")[0][0]
        if version > len(MIGRATIONS):
            raise WorkbenchError(
                "This workspace was written by a newer version of the program.", where=str(self.root),
                remedy="Update the program, or choose another workspace.", code="newer-workspace",
            )
        if self.read_only:
            if version < len(MIGRATIONS):
                Workspace.open(self.root).close()
            return
        if version < len(MIGRATIONS):
            self._migrate()
        from engine.library import tidying

        self.notices = tidying.tidy(self)

    def _migrate(self) -> None:
        with self.transaction() as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            for script in MIGRATIONS[version:]:
                for statement in filter(str.strip, script.split(";")):  # executescript would commit half-way
                    database.execute(statement)
            database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _connect(path: Path, read_only: bool) -> sqlite3.Connection:
    if read_only and not path.exists():
        raise WorkbenchError("There is no workspace here.", where=str(path.parent), code="no-workspace",
                             remedy="Train a model first, or choose another workspace.")
    address = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    database = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        database.row_factory = sqlite3.Row
        database.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = FULL")
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def _in_words(root: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise into words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _operational(error, root) from error
    except sqlite3.DatabaseError as error:
        raise WorkbenchError(
            "The workspace's database is damaged.", where=str(root / DATABASE), code="damaged-workspace",
            remedy=f"Move {DATABASE} (with its -wal and -shm files) away; opening the workspace again finds the models "
                   "in their folders.",
        ) from error
    except OSError as error:
        raise _unusable(root, error.strerror or type(error).__name__) from error


def _operational(error: sqlite3.OperationalError, root: Path) -> WorkbenchError:
    if "locked" in str(error) or "busy" in str(error):
        return WorkbenchError("Another program is writing to this workspace for a long time.", where=str(root),
                              remedy="Wait for it to finish, then try again.", code="in-use")
    return _unusable(root, str(error))


def _unusable(root: Path, reason: str) -> WorkbenchError:
    return WorkbenchError(
        f"The workspace cannot be used ({reason}).", where=str(root), code="workspace-unusable",
        remedy="Choose a workspace in a folder that you may write to, with free space.",
    )
