"""A source that cannot be reached: told once in the strip and on the desktop, and taken back when it is there again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from engine.records import FeedStatus
from gui.messages import Message, Messages, Tone
from gui.monitor.view import MonitorView
from gui.monitor.watching import short_title
from gui.notifications import Notifier
from gui.translation import tr


class Outages(QObject):
    """Of one monitor; how long it has lasted and when the next attempt is, its state line counts."""

    def __init__(self, view: MonitorView, *, messages: Messages, notifier: Notifier) -> None:
        super().__init__(view)
        self._view, self._messages, self._notifier = view, messages, notifier
        self._told: Message | None = None

    @Slot(object)
    def tell(self, feed: FeedStatus) -> None:
        """It is away since a moment."""
        what = tr("{source} cannot be reached.", source=short_title(feed.name))
        remedy = tr("What is learnt is safe. It is tried again until the server is back, and goes on where it was.")
        self._told = Message(Tone.WARNING, what, remedy=remedy, details=feed.words)
        self._messages.post(self._told)
        self._notifier.tell(tr("Monitor: {title}", title=self._view.title), what)

    @Slot()
    def over(self) -> None:
        """All sources are there, or the monitor has ended."""
        if self._told is not None:
            self._messages.retract(self._told)
            self._told = None
            if self._view.control.busy:
                self._messages.good(tr("{source} is back; what came meanwhile is being caught up on.",
                                       source=self._view.title))
