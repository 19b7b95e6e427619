"""What the form of a monitor asks to have watched."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import WorkbenchError
from engine.online.options import LearnerOptions
from gui.monitor.side import SideColumn
from gui.monitor.watching import WatchRequest
from gui.plots.series import run_label
from gui.session import Session
from gui.translation import tr


def request_of(side: SideColumn, session: Session, options: LearnerOptions) -> WatchRequest:
    """The file, live source or running monitor that is chosen; raises `WorkbenchError` where none is."""
    source, keeping = side.source, side.keeping
    keeping.check()
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
        speed=source.speed_value, options=options, resume=side.learner.resume, tune_on=side.blend.tuned_on,
        keep_events=keeping.keeps, events_to=keeping.copies_to, events_secret=keeping.secret,
    )


def importance_of(request: WatchRequest | None, session: Session) -> Mapping[str, float]:
    """How much the watched batch model heeds each feature."""
    run = session.run(request.champion) if request is not None else None
    return {} if run is None else run.importance
