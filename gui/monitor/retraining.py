"""From the monitor to the Training tab: the labelled signals of the last days, whatever the source was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.jobs import Jobs, Lane
from gui.messages import Messages
from gui.monitor.asking import recent_file
from gui.opening import Opener
from gui.parts.seen import day
from gui.session import Session
from gui.translation import tr

if TYPE_CHECKING:
    from engine.monitoring.recent_file import RecentFile

_SLOT = "monitor-recent"


class Retraining(QObject):
    """Writes the file in the background, opens it, and brings the Training tab to the front."""

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, opener: Opener,
                 show_tab: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._messages, self._opener = session, jobs, messages, opener
        self._show_tab = show_tab

    def begin(self, journal: Path | None, source: Path | None, days: int) -> None:
        """Take the last days of the journal; without one, the source itself where it is a file."""
        if journal is not None and journal.exists():
            job = self._jobs.start(Lane.SIDE, _SLOT, recent_file, journal, self._session.workspace.exports, float(days),
                                   title=tr("Taking the last {days} days", days=days))
            job.succeeded.connect(self._on_written)
            return
        if source is not None and source != self._session.path:
            self._opener.open(source)
        self._show_tab("training")
        self._messages.info(tr("The form holds the monitor's source. Check the settings, then press Train."))

    @Slot(object)
    def _on_written(self, made: RecentFile) -> None:
        self._opener.open(made.path, made.roles)
        self._show_tab("training")
        span = tr(", {day} to {day2}", day=day(made.first), day2=day(made.last)) if made.first is not None else ""
        self._messages.info(tr("The form holds {rows:,} labelled signals of the monitor{span}. Check the settings, "
                               "then press Train.", rows=made.rows, span=span))
