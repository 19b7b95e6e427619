"""Train, Stop, Cancel, and one honest progress bar with words and the time that is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from engine.progress import ProgressPoint
from gui import theme
from gui.parts.labels import button, label, set_role
from gui.parts.words import seconds_left
from gui.sentences import said
from gui.translation import tr, written


class RunPanel(QWidget):
    """Pinned under the form; Stop and Cancel are there while a training runs."""

    def __init__(self, *, on_train: Callable[[], object], on_stop: Callable[[], object],
                 on_cancel: Callable[[], object]) -> None:
        super().__init__()
        self._choice: QWidget | None = None
        self.train = button(tr("Train"), on_train, icon_name="play", kind="primary", name="training.train",
                            hint=tr("Train the chosen models (Ctrl+Enter)"))
        self.train.setDefault(True)
        self.stop = button(tr("Stop"), on_stop, icon_name="square", name="training.stop",
                           hint=tr("Finish now and keep the best so far"))
        self.cancel = button(tr("Cancel"), on_cancel, icon_name="x", name="training.cancel",
                             hint=tr("End the training and keep nothing of it (Esc)"))
        self.progress = QProgressBar(objectName="training.progress", maximum=1000, textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the training"))
        self.words = label(role="muted", font="small", name="training.progress.words")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.figures = label(font="small", name="training.progress.figures")
        self._lay_out()
        self.show_idle("")

    def put_before_train(self, widget: QWidget) -> None:
        """Show a choice beside Train while nothing runs."""
        self._choice = widget
        self._row.insertWidget(0, widget, 1)
        self.setTabOrder(widget, self.train)

    def show_idle(self, words: str, role: str = "muted") -> None:
        """Nothing runs; `words` tell how the last training ended."""
        self.train.setEnabled(True)
        self.train.setText(tr("Train"))
        self._show_choice(shown=True)
        for made in (self.stop, self.cancel):
            made.setVisible(False)
            made.setEnabled(False)
        self.progress.setVisible(False)
        self.figures.setVisible(False)
        self._say(words, role)

    def show_running(self) -> None:
        """A training has begun."""
        self.train.setEnabled(False)
        self.train.setText(tr("Training…"))
        self._show_choice(shown=False)
        for made in (self.stop, self.cancel):
            made.setVisible(True)
            made.setEnabled(True)
        self.progress.setValue(0)
        self.progress.setVisible(True)
        self.figures.setText("")
        self.figures.setVisible(True)
        self._say(tr("Waiting for the engine…"), "muted")

    def show_point(self, point: ProgressPoint) -> None:
        """Show how far the training is."""
        self.progress.setValue(round(1000 * point.fraction))
        left = seconds_left(point.seconds_left)
        figures = " · ".join(part for part in (f"{written(point.fraction, '.0%')}".replace("%", " %"), left) if part)
        self.figures.setText(figures)
        self.progress.setAccessibleDescription(f"{said(point.words)} · {figures}")
        if self.stop.isEnabled() and self.cancel.isEnabled():
            self._say(said(point.words), "muted")

    def show_ending(self, words: str) -> None:
        """Stop or Cancel was asked for; `words` say what is happening."""
        self.stop.setEnabled(False)
        if "ancel" in words:
            self.cancel.setEnabled(False)
        self._say(words, "muted")

    def _show_choice(self, *, shown: bool) -> None:
        if self._choice is not None:
            self._choice.setVisible(shown)

    def _say(self, words: str, role: str) -> None:
        self.words.setText(words)
        self.words.setToolTip(words)
        self.words.setVisible(bool(words))
        set_role(self.words, role)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        self._row = row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.train, 1)
        row.addWidget(self.stop)
        row.addWidget(self.cancel)
        line = QHBoxLayout(spacing=theme.MEDIUM)
        line.addWidget(self.progress, 1)
        line.addWidget(self.figures)
        column.addWidget(self.words)
        column.addLayout(line)
        column.addLayout(row)
