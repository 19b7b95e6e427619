"""Which model is the champion, since when, instead of which, and why: a ledger that only grows."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One change of champion; `id` is the new one (None: there is none), `action` is "promote" or "rollback"."""

    time: str
    id: str | None
    previous: str | None
    reason: str
    action: str


def champion(workspace: Workspace) -> str | None:
    """The id of the model that is live, or None."""
    rows = workspace.rows("SELECT id FROM ledger ORDER BY number DESC LIMIT 1")
    return rows[0]["id"] if rows else None


def history(workspace: Workspace) -> tuple[LedgerEntry, ...]:
    """Every change of champion, oldest first."""
    rows = workspace.rows("SELECT * FROM ledger ORDER BY number")
    return tuple(LedgerEntry(row["time"], row["id"], row["previous"], row["reason"], row["action"]) for row in rows)


def before(workspace: Workspace) -> str | None:
    """The id of the champion that a rollback would bring back, or None."""
    stack = _standing(history(workspace))
    return stack[-2] if len(stack) > 1 else None


def promote(workspace: Workspace, id: str, reason: str = "") -> LedgerEntry:
    """Make a run the champion; promoting the champion again changes nothing."""
    with workspace.transaction():
        run = runs.get_run(workspace, id)
        runs.model_file(workspace, run.id)
        previous = champion(workspace)
        if previous == run.id:
            return history(workspace)[-1]
        return _append(workspace, LedgerEntry(runs.now(), run.id, previous, reason or "promoted by hand", "promote"))


def rollback(workspace: Workspace, reason: str = "") -> LedgerEntry:
    """Bring back the champion before the present one; rolling back twice goes two steps back."""
    with workspace.transaction():
        stack = _standing(history(workspace))
        if not stack:
            raise WorkbenchError("There is no champion to roll back.", code="no-champion",
                                 remedy="Promote a model first.")
        earlier = before(workspace)
        if earlier is not None:
            runs.model_file(workspace, earlier)
        return _append(workspace, LedgerEntry(runs.now(), earlier, stack[-1], reason or "rolled back", "rollback"))


def _standing(entries: tuple[LedgerEntry, ...]) -> list[str]:
    """The promotions that no rollback has undone, oldest first."""
    stack: list[str] = []
    for entry in entries:
        if entry.action == "promote" and entry.id is not None:
            stack.append(entry.id)
        elif stack:
            stack.pop()
    return stack


def _append(workspace: Workspace, entry: LedgerEntry) -> LedgerEntry:
    with workspace.transaction() as database:
        database.execute("INSERT INTO ledger (time, id, previous, reason, action) VALUES (?, ?, ?, ?, ?)",
                         (entry.time, entry.id, entry.previous, entry.reason, entry.action))
    return entry
