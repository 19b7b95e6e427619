"""Runs that were deleted: kept for a while, brought back, or removed for good."""

from __future__ import annotations

import math
import os
import shutil
from pathlib import Path

from engine.errors import WorkbenchError
from engine.library import promotion, runs, tidying
from engine.library.store import Workspace
from engine.records import RunRecord


def delete(workspace: Workspace, id: str) -> RunRecord:
    """Put a run into the trash, from which `restore` brings it back; the champion is refused."""
    run = runs.get_run(workspace, id)
    with workspace.transaction() as database:
        if promotion.champion(workspace) == run.id:
            raise WorkbenchError(f"{run.id} is the champion.", code="is-champion",
                                 remedy="Promote another model or roll back first.")
        _move(workspace.models / run.id, workspace.trash / run.id)
        os.utime(workspace.trash / run.id)  # from when on the days are counted that it is kept
        database.execute("UPDATE runs SET gone = 'trash' WHERE id = ?", (run.id,))
    return run


def restore(workspace: Workspace, id: str) -> RunRecord:
    """Bring a run back from the trash."""
    run = runs.get_run(workspace, id, trash=True)
    with workspace.transaction() as database:
        _move(workspace.trash / run.id, workspace.models / run.id)
        database.execute("UPDATE runs SET gone = NULL WHERE id = ?", (run.id,))
    return runs.get_run(workspace, run.id)


def empty(workspace: Workspace) -> int:
    """Remove the trash for good; returns how many runs were in it. After 30 days a run goes by itself (`tidying`)."""
    with workspace.transaction() as database:
        return tidying.take_out(workspace, database, before=math.inf)


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        os.replace(source, target)
