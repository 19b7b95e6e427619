"""What the form of a monitor asks to have watched."""

from __future__ import annotations

from engine.errors import WorkbenchError
from engine.online.options import LearnerOptions
from gui.monitor.source_panel import SourcePanel
from gui.monitor.watching import WatchRequest
from gui.plots.series import run_label
from gui.session import Session
from gui.translation import tr


def request_of(source: SourcePanel, session: Session, options: LearnerOptions, *, resume: bool) -> WatchRequest:
    """The file, live source or running monitor that is chosen; raises `WorkbenchError` where none is."""
    path, connection, elsewhere = source.path, source.connection, source.elsewhere
    if path is None and connection is None and elsewhere is None:
        raise WorkbenchError(tr("There is no source to watch."), code="no-source",
                             remedy=tr("Open a file of signals first."))
    is_open = path is not None and path == session.path
    run = session.run(source.champion_id)
    return WatchRequest(
        path=path, connection=connection, elsewhere=elsewhere, workspace=session.workspace,
        table=session.data if is_open else None, **({"roles": session.roles} if is_open else {}),
        champion=run.id if run else None, champion_name=run_label(run) if run else "",
        speed=source.speed_value, options=options, resume=resume,
    )
