"""The desktop's own notifications, for what ends while the window is not in front."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from gui.icons import icon
from gui.jobs import Job, Jobs, JobState
from gui.sentences import said_of
from gui.session import Session
from gui.translation import tr

LONG = 10.0  # seconds from which nobody watches a bar to its end
_SHOWN_FOR = 8000  # milliseconds, where the desktop has no time of its own


class Notifier(QObject):
    """Tells the desktop when long work ends, and whatever a room hands to `tell`; in front it says nothing.

    *Signals*: `sent(str title, str words)` what went to the desktop.
    """

    sent = Signal(str, str)

    def __init__(self, window: QWidget, *, session: Session, jobs: Jobs,
                 send: Callable[[str, str], object] | None = None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._clock = window, session, jobs, clock
        self._send = send or self._to_desktop
        self._began: dict[Job, float] = {}
        self._tray: QSystemTrayIcon | None = None
        jobs.changed.connect(self._on_changed)
        jobs.ended.connect(self._on_ended)

    def tell(self, title: str, words: str = "") -> bool:
        """Send it, unless the user sees the window anyway or wants none; True when it was sent."""
        if not self._session.settings.notifications or self._in_front():
            return False
        self._send(title, words)
        QApplication.alert(self._window)
        self.sent.emit(title, words)
        return True

    def _in_front(self) -> bool:
        """Whether a window of ours has the user's attention."""
        return QApplication.applicationState() is Qt.ApplicationState.ApplicationActive and self._window.isVisible()

    @Slot()
    def _on_changed(self) -> None:
        for job in self._jobs.shown:
            self._began.setdefault(job, self._clock())

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        took = self._clock() - self._began.pop(job, self._clock())
        if took < LONG or job.state is JobState.CANCELLED:
            return
        if job.state is JobState.FAILED:
            self.tell(tr("{title} failed", title=job.title), said_of(job.error) if job.error is not None else "")
        else:
            self.tell(tr("{title} is done", title=job.title))

    def _to_desktop(self, title: str, words: str) -> None:
        """By the desktop's own command where there is one, else through the tray."""
        program = shutil.which("notify-send")
        if program is not None:
            QProcess.startDetached(program, [tr("--app-name=AlphaPulse Workbench"), "--", title, words])
        elif QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(icon("activity"), self)
                self._tray.messageClicked.connect(self._come_forward)
            self._tray.show()
            self._tray.showMessage(title, words, QSystemTrayIcon.MessageIcon.Information, _SHOWN_FOR)

    @Slot()
    def _come_forward(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
