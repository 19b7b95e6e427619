"""Asks in the background what made a signal's score, and shows the newest question's answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from engine.records import SignalRow
from gui.jobs import Jobs, Lane
from gui.monitor.asking import Reasons, reasons
from gui.monitor.control import MonitorControl
from gui.sentences import said_of
from gui.session import Session
from gui.translation import later, tr

if TYPE_CHECKING:
    from gui.monitor.details_panel import DetailsPanel

_UNKEPT = later("Nothing is kept of this monitor, so that its signals cannot be explained.")


class Explaining(QObject):
    """The batch model is opened once, and again when another one is watched."""

    def __init__(self, *, session: Session, jobs: Jobs, control: MonitorControl) -> None:
        super().__init__(control)
        self._session, self._jobs, self._control = session, jobs, control
        self._panel: DetailsPanel | None = None
        self._opened: tuple[str | None, Any] = (None, None)

    def show_in(self, panel: DetailsPanel) -> None:
        """Where answers go."""
        self._panel = panel

    @property
    def journal(self) -> Path | None:
        """Where the monitor keeps everything; None for nothing."""
        found = self._control.snapshot()
        return Path(found.journal) if found is not None and found.journal else None

    def ask(self, row: SignalRow) -> None:
        """Work out what made this signal's score."""
        journal, monitor, request = self.journal, self._control.monitor, self._control.request
        if journal is None or monitor is None or request is None:
            self._refuse(tr(_UNKEPT))
            return
        opened = self._opened[1] if self._opened[0] == request.champion else None
        job = self._jobs.start(Lane.SIDE, "monitor-reasons", reasons, journal, row.id,
                               workspace=self._session.workspace, champion=request.champion,
                               champion_name=request.champion_name, opened=opened, online=monitor.online_model(),
                               top=10 if self._panel is None else self._panel.steps, quiet=True)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_found(self, answer: Reasons) -> None:
        request = self._control.request
        self._opened = (None if request is None else request.champion, answer.champion)
        if self._panel is not None:
            self._panel.show_reasons(answer.found, answer.who)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._refuse(said_of(error))

    def _refuse(self, words: str) -> None:
        if self._panel is not None:
            self._panel.show_refusal(words)
