"""Trainings told to MLflow: queued in the workspace first, sent when it answers, aliases in step with the library.

Nothing is sent unless a target was named. What cannot be sent waits in the outbox and goes with the next delivery, so
a server that is away holds nobody up.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from engine.bundle import mlflow_exchange
from engine.errors import WorkbenchError
from engine.library import promotion, runs
from engine.library.store import Workspace
from engine.progress import Progress

EMBEDDED = "local"  # the word for a database of our own in the workspace
MODEL = "AlphaPulse"  # the registered model whose versions are the runs
CHAMPION, PREVIOUS, CHALLENGER = "champion", "previous", "challenger"
_SCHEMES = ("http", "https", "sqlite", "postgresql", "mysql")
_PATIENCE = 3.0  # seconds to find out whether somebody answers


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of sending: runs by id, how many wait, and one sentence; `away` where MLflow did not answer."""

    target: str
    sent: tuple[str, ...]
    waiting: int
    away: bool
    words: str


def target_of(workspace: Workspace, wish: str) -> str:
    """The address of a wish: `local` is a SQLite database in the workspace; credentials in an address are refused."""
    if wish == EMBEDDED:
        return f"sqlite:///{(workspace.root / 'mlflow' / 'mlflow.db').as_posix()}"
    parts = urlsplit(wish)
    if parts.scheme not in _SCHEMES:
        raise WorkbenchError(f"{wish!r} is no address of MLflow.", where="mlflow", code="no-tracking",
                             remedy=f"Give http://HOST:PORT, a database such as sqlite:///FILE, or {EMBEDDED}.")
    if parts.password or (parts.username and parts.scheme.startswith("http")):
        raise WorkbenchError("The address holds a name and password, which would be written into the workspace.",
                             where="mlflow", code="credentials",
                             remedy="Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD instead.")
    return wish


def log_runs(
    workspace: Workspace, ids: Sequence[str], target: str, *, progress: Progress | None = None
) -> Delivery:
    """Queue these runs and send all that waits; never raises because MLflow is away."""
    with workspace.transaction() as database:
        for each in ids:
            database.execute("INSERT INTO outbox (created, target, run) VALUES (?, ?, ?)", (runs.now(), target, each))
    return deliver(workspace, target, progress=progress)


def deliver(workspace: Workspace, target: str, *, progress: Progress | None = None) -> Delivery:
    """Send what waits for this target and bring the aliases in step with the library; call again at any time."""
    progress = progress or Progress()
    sent: list[str] = []
    _make_place(target)
    try:
        _look(target)
        with mlflow_exchange.opened(target) as mlflow:
            while (row := _next(workspace, target)) is not None:
                progress.report(0.9 * len(sent) / (len(sent) + waiting(workspace, target)), "Writing to MLflow")
                _send(mlflow, workspace, target, row["run"], progress)
                _forget(workspace, row["number"])
                sent.append(row["run"])
            _step(mlflow, workspace, target, progress)
    except OSError as error:  # also whatever requests raises
        return _away(workspace, target, sent, error)
    except Exception as error:
        if not mlflow_exchange.is_failure(error):
            raise
        return _away(workspace, target, sent, error)
    words = f"{_counted(len(sent))} in MLflow." if sent else "MLflow is in step."
    progress.report(1.0, words)
    return Delivery(target, tuple(sent), 0, False, words)


def waiting(workspace: Workspace, target: str | None = None) -> int:
    """How many runs wait to be sent, to this target or to any."""
    query = "SELECT count(*) FROM outbox" + (" WHERE target = ?" if target is not None else "")
    return int(workspace.rows(query, (target,) if target is not None else ())[0][0])


def _send(mlflow: Any, workspace: Workspace, target: str, id: str, progress: Progress) -> None:
    """One run, unless it is there or is no longer here."""
    if _sent_version(workspace, target, id) is not None or not runs.is_there(workspace, id):
        return
    made = mlflow_exchange.log_run(mlflow, workspace, id, target, register=MODEL, progress=progress.part(0.0, 0.0))
    with workspace.transaction() as database:
        database.execute("INSERT OR REPLACE INTO in_mlflow VALUES (?, ?, ?, ?)", (target, id, made.run, made.version))


def _step(mlflow: Any, workspace: Workspace, target: str, progress: Progress) -> None:
    """Aliases as the library has it: its champion, the one that a rollback would bring back, and the challenger."""
    wanted = {CHAMPION: promotion.champion(workspace), PREVIOUS: promotion.before(workspace),
              CHALLENGER: promotion.challenger(workspace)}
    client = mlflow.MlflowClient()
    there = mlflow_exchange.aliases(client, MODEL)
    for alias, run in wanted.items():
        if run is not None and runs.is_there(workspace, run):
            _send(mlflow, workspace, target, run, progress)
        version = None if run is None else _sent_version(workspace, target, run)
        if version and there.get(alias) != version:
            client.set_registered_model_alias(MODEL, alias, version)
        elif not version and alias in there:
            client.delete_registered_model_alias(MODEL, alias)


def _sent_version(workspace: Workspace, target: str, id: str) -> str | None:
    rows = workspace.rows("SELECT version FROM in_mlflow WHERE target = ? AND run = ?", (target, id))
    return str(rows[0]["version"]) if rows else None


def _next(workspace: Workspace, target: str) -> Any:
    rows = workspace.rows("SELECT number, run FROM outbox WHERE target = ? ORDER BY number LIMIT 1", (target,))
    return rows[0] if rows else None


def _forget(workspace: Workspace, number: int) -> None:
    with workspace.transaction() as database:
        database.execute("DELETE FROM outbox WHERE number = ?", (number,))


def _look(target: str) -> None:
    """Find out quickly whether a server answers: MLflow itself would ask again and again for minutes."""
    parts = urlsplit(target)
    if parts.hostname is None:
        return
    port = parts.port or {"https": 443, "http": 80, "postgresql": 5432, "mysql": 3306}.get(parts.scheme, 80)
    with contextlib.closing(socket.create_connection((parts.hostname, port), timeout=_PATIENCE)):
        pass


def _make_place(target: str) -> None:
    if target.startswith("sqlite:///"):
        Path(target.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)


def _away(workspace: Workspace, target: str, sent: Sequence[str], error: Exception) -> Delivery:
    left = waiting(workspace, target)
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
    there = f"MLflow at {target} cannot be written to ({reason})."
    words = (f"{there} 1 run waits in the workspace and goes with the next delivery." if left == 1 else
             f"{there} {left} runs wait in the workspace and go with the next delivery.")
    return Delivery(target, tuple(sent), left, True, words)


def _counted(count: int) -> str:
    return f"{count} run" if count == 1 else f"{count} runs"
