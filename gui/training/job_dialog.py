"""A dialog over one job in the background: its progress, what came out in a sentence, Cancel that becomes Close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from engine.progress import ProgressPoint
from gui import theme
from gui.jobs import Job, Jobs, Lane
from gui.overrides import override
from gui.parts.labels import button, label
from gui.parts.words import seconds_left
from gui.sentences import said, said_of
from gui.translation import tr


class JobDialog(QDialog):
    """The parts that such dialogs share; closing ends the job.

    A subclass lays out `progress`, `words`, `verdict` and `end`, and gives `_found`; it may extend `_show_state`.
    """

    def __init__(self, parent: QWidget, *, jobs: Jobs, slot: str, name: str, title: str, progress: str) -> None:
        super().__init__(parent, windowTitle=title, objectName=f"dialog.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._slot = jobs, slot
        self.job: Job | None = None
        self.progress = QProgressBar(textVisible=False, maximum=1000, objectName=f"{name}.progress")
        self.progress.setAccessibleName(progress)
        self.words = label(role="muted", font="small", name=f"{name}.progress.words")
        self.verdict = label(font="strong", wrap=True, name=f"{name}.verdict")
        self.end = button(tr("Close"), self.close, name=f"{name}.close")

    def _begin(self, procedure: Callable[..., Any], *inputs: Any, title: str, **options: Any) -> None:
        """Start the procedure on the engine's lane."""
        self.job = self._jobs.start(Lane.ENGINE, self._slot, procedure, *inputs, title=title, quiet=True, **options)
        self.job.progressed.connect(self._on_progress)
        self.job.succeeded.connect(self._on_succeeded)
        self.job.failed.connect(self._on_failed)
        self.job.cancelled.connect(self._on_cancelled)
        self.verdict.setText("")
        self.words.setText(tr("Waiting for the engine…"))
        self._show_state(running=True)

    def _found(self, result: Any) -> None:
        raise NotImplementedError

    def _show_state(self, *, running: bool) -> None:
        for widget in (self.progress, self.words):
            widget.setVisible(running)
        self.end.setText(tr("Cancel") if running else tr("Close"))
        self.end.setAccessibleName(self.end.text())

    @Slot(object)
    def _on_progress(self, point: ProgressPoint) -> None:
        self.progress.setValue(round(1000 * point.fraction))
        left = seconds_left(point.seconds_left)
        self.words.setText(f"{said(point.words)} · {left}" if left else said(point.words))

    @Slot(object)
    def _on_succeeded(self, result: Any) -> None:
        self._show_state(running=False)
        self._found(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show_state(running=False)
        self.verdict.setText(said_of(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self._show_state(running=False)
        self.verdict.setText(tr("Cancelled."))

    def _column(self, title: str, words: str) -> QVBoxLayout:
        """The layout, begun with a headline and what this is about."""
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(title, font="title"))
        column.addWidget(label(words, role="muted", wrap=True))
        return column

    @override
    def done(self, code: int) -> None:
        """Closing ends the job."""
        if self.job is not None and self._jobs.in_slot(self._slot) is self.job:
            self.job.cancel()
        super().done(code)
