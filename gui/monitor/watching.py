"""The job behind the tab: open the source and the champion, hand the monitor to the window, run it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import WorkbenchError
from engine.online.options import LearnerOptions
from engine.progress import Progress
from engine.records import MonitorSnapshot, Roles
from gui.translation import tr

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel
    from engine.data.table import SignalTable
    from engine.library.store import Workspace
    from engine.monitoring.sources.base import Source
    from engine.monitoring.sources.secret import Secret
    from gui.dialogs.connect import Connection


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A monitor that runs without a window, in a workspace of its own: it is only watched."""

    folder: Path


@dataclass(frozen=True)
class WatchRequest:
    """What to watch: a file (`path`), a live source (`connection`), or a monitor that runs `elsewhere`.

    `table` is the open file where it is read already; `champion` a run's id, None for no batch model. `resume` goes on
    where the same source, champion and options were left; a live source always does. `keep_events` and `events_to`
    are as on the command line.
    """

    path: Path | None
    workspace: Workspace
    connection: Connection | None = None
    elsewhere: Elsewhere | None = None
    roles: Roles = Roles()
    table: SignalTable | None = None
    champion: str | None = None
    champion_name: str = ""
    speed: float = 0.0
    options: LearnerOptions = LearnerOptions()
    resume: bool = False
    tune_on: int = 0  # labels that the share is tuned on; 0: it is not
    keep_events: str = ""
    events_to: str = ""
    events_secret: Secret | None = None

    @property
    def title(self) -> str:
        """The source in a few words."""
        live = self.connection or self.elsewhere
        return title_of(live) if live is not None else self.path.name if self.path is not None else ""


def title_of(live: Connection | Elsewhere) -> str:
    """A live source in a few words: the stream, table or file first, then the server."""
    if isinstance(live, Elsewhere):
        return tr("Running in {folder}", folder=live.folder.name)
    return short_title(live.address)


def short_title(address: str) -> str:
    """What tells one source from another, as short as can be; an address that cannot be read as it is."""
    from engine.monitoring.sources.address import parse

    try:
        found = parse(address)
    except WorkbenchError:
        return address
    if found.kind == "simulate":
        return tr("Simulator · {drift}", drift=found.options.get("drift", "abrupt"))
    name = found.options.get("stream") or found.options.get("table") or Path(found.path).name
    server = found.options.get("service") or ":".join(filter(None, (found.host, str(found.port or ""))))
    return " · ".join(filter(None, (name, server if found.kind in ("redis", "postgresql") else ""))) or address


def watch(request: WatchRequest, *, progress: Progress) -> MonitorSnapshot:
    """Run a monitor to its end. The first progress point that carries `monitor=` hands it over."""
    from engine.monitoring.monitor import Monitor
    from engine.monitoring.sources.url import publisher_to
    from engine.online.retention import parse_retention

    if request.elsewhere is not None:
        return _look_on(request.elsewhere, progress)
    champion = _champion(request, progress)
    previous, previous_name = _previous(request, champion)
    progress.report(0.0, tr("Opening {name}", name=request.title))
    source = _source(request, champion, progress)
    copy = publisher_to(request.events_to, given=request.events_secret) if request.events_to else None
    monitor = Monitor(source, request.options, champion=champion, champion_name=request.champion_name,
                      previous=previous, previous_name=previous_name, folder=request.workspace.root,
                      resume=request.resume or request.connection is not None, tune_on=request.tune_on,
                      publish=copy,
                      retention=parse_retention(request.keep_events) if request.keep_events else None)
    progress.report(0.0, tr("Starting"), monitor=monitor)
    return monitor.run(progress)


def _look_on(elsewhere: Elsewhere, progress: Progress) -> MonitorSnapshot:
    """Watch another one's monitor by its journal; nothing is written there."""
    from engine.monitoring.attached import AttachedMonitor, running_journal

    monitor = AttachedMonitor(running_journal(elsewhere.folder), patient=True)
    progress.report(0.0, tr("Starting"), monitor=monitor)
    return monitor.run(progress)


def _champion(request: WatchRequest, progress: Progress) -> LoadedModel | None:
    if request.champion is None:
        return None
    from engine.bundle.loading import load_model

    progress.report(0.0, tr("Opening {champion_name}", champion_name=request.champion_name))
    return load_model(request.champion, workspace=request.workspace)


def _previous(request: WatchRequest, champion: LoadedModel | None) -> tuple[LoadedModel | None, str]:
    """The champion before this one, where it reads the same columns: it takes part in shares that learn."""
    from engine.bundle.loading import load_model
    from engine.library import promotion

    history = promotion.history(request.workspace)
    before = history[-1].previous if history and request.champion == promotion.champion(request.workspace) else None
    if champion is None or not before:
        return None, ""
    try:
        model = load_model(before, workspace=request.workspace)
    except WorkbenchError:  # it was deleted, or its library is not here: the others go on without it
        return None, ""
    return (model, str(before)) if model.schema.same_columns(champion.schema) else (None, "")


def _source(request: WatchRequest, champion: LoadedModel | None, progress: Progress) -> Source:
    from engine.monitoring.sources.file import FileSource

    if request.connection is not None:
        return _live(request, champion, progress)
    assert request.path is not None
    table = request.table
    if table is not None and (champion is None or champion.schema == table.schema):
        return FileSource(table, words=str(request.path), speed=request.speed)
    schema = None if champion is None else champion.schema
    return FileSource.open(request.path, speed=request.speed, schema=schema, given=request.roles,
                           progress=progress.part(0.0, 0.001))


def _live(request: WatchRequest, champion: LoadedModel | None, progress: Progress) -> Source:
    from engine.monitoring.keeping import remembered_schema
    from engine.monitoring.sources.url import open_source

    assert request.connection is not None
    folder = request.workspace.root
    return open_source(request.connection.address, schema=None if champion is None else champion.schema,
                       given=request.roles, progress=progress.part(0.0, 0.001), workspace=folder,
                       secret=request.connection.secret, labels=request.connection.labels or None,
                       labels_secret=request.connection.labels_secret,
                       remembered=lambda words: remembered_schema(folder, words))
