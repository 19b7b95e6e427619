"""Which model is the champion and which one its challenger, since when and why: a ledger that only grows."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace

PROMOTE, ROLLBACK, CHALLENGE, WITHDRAW = "promote", "rollback", "challenge", "withdraw"
_OF_CHAMPIONS = (PROMOTE, ROLLBACK)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One change: `id` is the new champion, or challenger where `action` says so, and `previous` the one before it.

    `action` is "promote" or "rollback" for champions, "challenge" or "withdraw" for challengers; None: there is none.
    """

    time: str
    id: str | None
    previous: str | None
    reason: str
    action: str


def champion(workspace: Workspace) -> str | None:
    """The id of the model that is live, or None."""
    entries = history(workspace)
    return entries[-1].id if entries else None


def challenger(workspace: Workspace) -> str | None:
    """The id of the model that is to score in the champion's shadow, or None; one in the trash does not count."""
    found = None
    for entry in changes(workspace):
        if entry.action not in _OF_CHAMPIONS or entry.id == found:
            found = None if entry.action in _OF_CHAMPIONS else entry.id
    return found if found is not None and runs.is_there(workspace, found) else None


def history(workspace: Workspace) -> tuple[LedgerEntry, ...]:
    """Every change of champion, oldest first."""
    return tuple(entry for entry in changes(workspace) if entry.action in _OF_CHAMPIONS)


def changes(workspace: Workspace) -> tuple[LedgerEntry, ...]:
    """Every change of champion or challenger, oldest first."""
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
        return _append(workspace, LedgerEntry(runs.now(), run.id, previous, reason or "promoted by hand", PROMOTE))


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
        return _append(workspace, LedgerEntry(runs.now(), earlier, stack[-1], reason or "rolled back", ROLLBACK))


def challenge(workspace: Workspace, id: str, reason: str = "") -> LedgerEntry:
    """Make a run the challenger, instead of the one before; it stays until it is promoted or withdrawn."""
    with workspace.transaction():
        run = runs.get_run(workspace, id)
        runs.model_file(workspace, run.id)
        live, before_it = champion(workspace), challenger(workspace)
        if live is None:
            raise WorkbenchError("There is no champion to challenge.", code="no-champion",
                                 remedy="Promote a model first.")
        if run.id == live:
            raise WorkbenchError(f"{run.id} is the champion.", code="is-champion",
                                 remedy="Choose another model to challenge it.")
        if run.id == before_it:
            return next(entry for entry in reversed(changes(workspace)) if entry.action == CHALLENGE)
        return _append(workspace, LedgerEntry(runs.now(), run.id, before_it, reason or "chosen by hand", CHALLENGE))


def withdraw(workspace: Workspace, reason: str = "") -> LedgerEntry:
    """There is no challenger any more."""
    with workspace.transaction():
        before_it = challenger(workspace)
        if before_it is None:
            raise WorkbenchError("There is no challenger to withdraw.", code="no-challenger",
                                 remedy="Choose a challenger first.")
        return _append(workspace, LedgerEntry(runs.now(), None, before_it, reason or "withdrawn by hand", WITHDRAW))


def _standing(entries: tuple[LedgerEntry, ...]) -> list[str]:
    """The promotions that no rollback has undone, oldest first."""
    stack: list[str] = []
    for entry in entries:
        if entry.action == PROMOTE and entry.id is not None:
            stack.append(entry.id)
        elif stack:
            stack.pop()
    return stack


def _append(workspace: Workspace, entry: LedgerEntry) -> LedgerEntry:
    with workspace.transaction() as database:
        database.execute("INSERT INTO ledger (time, id, previous, reason, action) VALUES (?, ?, ?, ?, ?)",
                         (entry.time, entry.id, entry.previous, entry.reason, entry.action))
    return entry
