"""The Training tab."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.jobs import Jobs
from gui.messages import Messages
from gui.parts.empty_state import EmptyState
from gui.session import Session, Topic


class TrainingTab(QWidget):
    """Form on the left, results on the right."""

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages) -> None:
        super().__init__()
        self.session, self.jobs, self.messages = session, jobs, messages
        QVBoxLayout(self).addWidget(EmptyState("table-2", "No Data Yet", "Open a file of trading signals."))

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Show what has changed."""
