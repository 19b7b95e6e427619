"""Where a model comes from: the chain of parents, with what each one saw."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.records import Exposure


@dataclass(frozen=True, slots=True)
class Ancestor:
    """One step of a chain; `found` is False for a parent that is no longer in the library."""

    id: str
    name: str
    kind: str
    created: str
    exposure: tuple[Exposure, ...] = ()
    found: bool = True


def chain(workspace: Workspace, id: str) -> tuple[Ancestor, ...]:
    """The run and its parents, youngest first."""
    steps: list[Ancestor] = []
    wanted: str | None = runs.get_run(workspace, id).id
    while wanted is not None and wanted not in {step.id for step in steps}:
        try:
            run = runs.get_run(workspace, wanted)
        except WorkbenchError:
            steps.append(Ancestor(wanted, "", "", "", found=False))
            break
        steps.append(Ancestor(run.id, run.name, run.kind, run.created, run.exposure))
        wanted = run.parent
    return tuple(steps)


def children(workspace: Workspace, id: str) -> tuple[str, ...]:
    """The ids of the runs that were warm-started from this one."""
    return tuple(run.id for run in runs.list_runs(workspace) if run.parent == id)
