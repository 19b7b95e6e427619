"""Trainings and champions told to MLflow, where the settings say so; what waits is said in the message strip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.library.store import Workspace
from engine.progress import Progress
from engine.settings import Tracking
from gui.jobs import Jobs, Lane
from gui.messages import Message, Messages, Tone
from gui.session import Session, Topic
from gui.translation import tr

if TYPE_CHECKING:
    from engine.bundle.mlflow_tracking import Delivery

_SLOT = "mlflow"


def send(workspace: Workspace, ids: Sequence[str], wish: str, *, progress: Progress) -> Delivery:
    """Queue these runs and send what waits."""
    from engine.bundle.mlflow_tracking import log_runs, target_of

    return log_runs(workspace, ids, target_of(workspace, wish), progress=progress)


class Teller(QObject):
    """Follows champion and challenger; `tell` is called with the runs of a training. Idle while MLflow is off."""

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._messages = session, jobs, messages
        self._live: tuple[str | None, str | None] = (None, None)
        self._known = False
        session.changed.connect(self._on_changed)

    def tell(self, ids: Sequence[str]) -> None:
        """Send these runs and what waits, in the background."""
        settings = self._session.settings
        if settings.tracking is Tracking.OFF:
            return
        wish = "local" if settings.tracking is Tracking.EMBEDDED else settings.tracking_server.strip()
        job = self._jobs.start(Lane.SIDE, _SLOT, send, self._session.workspace, tuple(ids), wish, quiet=True,
                               title=tr("Telling MLflow"))
        job.succeeded.connect(self._on_sent)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.CHAMPION not in topics:
            return
        before, self._live = self._live, (self._session.champion, self._session.challenger)
        if self._known and before != self._live:
            self.tell(())
        self._known = True

    @Slot(object)
    def _on_sent(self, found: Delivery) -> None:
        if found.away:
            self._messages.post(Message(Tone.WARNING, found.words))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._messages.tell(error)
