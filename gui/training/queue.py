"""Train pressed while a training runs: what is asked for anew follows it; what runs already is told, not run twice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.messages import Message, Messages, Tone
from gui.parts.form import Problem
from gui.session import Session
from gui.training.form_panel import TrainingOrder
from gui.training.work import TrainingWork
from gui.translation import tr

_READ = 8.0  # seconds for a note that asks for nothing


class Queue(QObject):
    """At most one training that waits for the one that runs."""

    def __init__(self, work: TrainingWork, *, session: Session, messages: Messages) -> None:
        super().__init__(work)
        self._work, self._session, self._messages = work, session, messages
        self._told: Message | None = None  # that one waits
        work.cancelled.connect(self.clear)

    @property
    def waiting(self) -> bool:
        """Whether a training follows the one that runs."""
        return self._told is not None

    def ask(self, order: TrainingOrder | list[Problem] | None) -> bool:
        """Train what the form holds once the training that runs has ended; whether it will be.

        `None` is a form that cannot be judged yet, since its file is still being read.
        """
        if isinstance(order, list):
            self._messages.warn(order[0].what, remedy=order[0].remedy)
            return False
        if order is not None and order == self._work.order and self._session.data is self._work.table:
            self._messages.post(Message(Tone.INFO, tr("This is being trained already."), seconds=_READ, remedy=tr(
                "Change the form or the file and press Train again: that is trained next.")))
            return False
        self._messages.post(Message(Tone.INFO, tr("What the form holds is trained next, when this training has ended."),
                                    action=(tr("Take Back"), self.clear)))
        self._told = self._messages.history[-1]
        return True

    def take(self) -> bool:
        """Whether one waits; it is the caller's now."""
        waited = self.waiting
        self.clear()
        return waited

    @Slot()
    def clear(self) -> None:
        """Nothing follows any more."""
        told, self._told = self._told, None
        if told is not None:
            self._messages.retract(told)
