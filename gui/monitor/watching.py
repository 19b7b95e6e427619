"""The job behind the tab: open the source and the champion, hand the monitor to the window, run it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.online.options import LearnerOptions
from engine.progress import Progress
from engine.records import MonitorSnapshot, Roles
from gui.translation import tr

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel
    from engine.data.table import SignalTable
    from engine.library.store import Workspace
    from engine.monitoring.sources.base import Source


@dataclass(frozen=True)
class WatchRequest:
    """What to watch. `table` is the open file where it is read already; `champion` a run's id, None for no batch model.

    `resume` goes on where the same source, champion and options were left.
    """

    path: Path
    workspace: Workspace
    roles: Roles = Roles()
    table: SignalTable | None = None
    champion: str | None = None
    champion_name: str = ""
    speed: float = 0.0
    options: LearnerOptions = LearnerOptions()
    resume: bool = False

    @property
    def title(self) -> str:
        """The source in a few words."""
        return self.path.name


def watch(request: WatchRequest, *, progress: Progress) -> MonitorSnapshot:
    """Run a monitor to its end. The first progress point that carries `monitor=` hands it over."""
    from engine.monitoring.monitor import Monitor

    champion = _champion(request, progress)
    progress.report(0.0, tr("Reading {name}", name=request.path.name))
    source = _source(request, champion, progress)
    monitor = Monitor(source, request.options, champion=champion, champion_name=request.champion_name,
                      folder=request.workspace.root, resume=request.resume)
    progress.report(0.0, tr("Starting"), monitor=monitor)
    return monitor.run(progress)


def _champion(request: WatchRequest, progress: Progress) -> LoadedModel | None:
    if request.champion is None:
        return None
    from engine.bundle.loading import load_model

    progress.report(0.0, tr("Opening {champion_name}", champion_name=request.champion_name))
    return load_model(request.champion, workspace=request.workspace)


def _source(request: WatchRequest, champion: LoadedModel | None, progress: Progress) -> Source:
    from engine.monitoring.sources.file import FileSource

    table = request.table
    if table is not None and (champion is None or champion.schema == table.schema):
        return FileSource(table, words=str(request.path), speed=request.speed)
    schema = None if champion is None else champion.schema
    return FileSource.open(request.path, speed=request.speed, schema=schema, given=request.roles,
                           progress=progress.part(0.0, 0.001))
