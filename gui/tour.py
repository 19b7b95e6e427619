"""The first minutes in five steps beside what they speak of; it can be left at any of them and had again from Help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.overrides import override
from gui.parts.labels import button, label
from gui.translation import later, tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_WIDTH = 400
_AWAY = 12  # pixels between a card and what it speaks of


@dataclass(frozen=True, slots=True)
class Step:
    """Where it points to: a tab and the name of a part in it."""

    tab: str
    part: str
    title: str
    words: str


STEPS = (
    Step("training", "training.open", later("Open Your Signals"),
         later("A CSV or Parquet file, one row a signal. Drop it anywhere; the roles of its columns are guessed.")),
    Step("training", "training.train", later("Train"),
         later("Ctrl+Enter trains the checked libraries. Tests always lie later than what was trained on.")),
    Step("monitor", "monitor", later("Watch It Live"),
         later("Replay a file or connect a source: each signal is scored first and learnt from when its outcome is "
               "known.")),
    Step("ensemble", "ensemble", later("Combine"),
         later("Tick runs, build, and see whether the gain over the best member is more than luck.")),
    Step("models", "models", later("Promote and Export"),
         later("The champion is what all others are measured against. A bundle opens on another machine and proves "
               "itself.")),
)


class Tour(QFrame):
    """A card over the window; Esc, Skip or the last step end it for good."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, objectName="tour")
        self.setProperty("card", "raised")
        self.setFixedWidth(_WIDTH)
        self._window, self.step = window, 0
        self.title = label(font="title", name="tour.title")
        self.words = label(wrap=True, name="tour.words")
        self.count = label(role="muted", font="small", name="tour.count")
        self.skip = button(tr("Skip"), self.end, kind="quiet", name="tour.skip", hint=tr("Leave the tour; Help has it"))
        self.back = button(tr("Back"), self._back, name="tour.back", hint=tr("The step before"))
        self.next = button(tr("Next"), self._next, kind="primary", name="tour.next", hint=tr("The next step"))
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.addWidget(self.title)
        column.addWidget(self.words)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.count, 1)
        for made in (self.skip, self.back, self.next):
            row.addWidget(made)
        column.addLayout(row)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the first step."""
        self.step = 0
        self._show()

    def end(self) -> None:
        """Go, and never come by itself again."""
        self._window.removeEventFilter(self)
        self._window.session.update_settings(tour_seen=True)
        self.hide()
        self.deleteLater()

    def _back(self) -> None:
        self.step = max(self.step - 1, 0)
        self._show()

    def _next(self) -> None:
        if self.step + 1 == len(STEPS):
            self.end()
            return
        self.step += 1
        self._show()

    def _show(self) -> None:
        step = STEPS[self.step]
        self._window.show_tab(step.tab)
        self.title.setText(tr(step.title))
        self.words.setText(tr(step.words))
        self.count.setText(tr("{step} of {steps}", step=self.step + 1, steps=len(STEPS)))
        self.back.setEnabled(self.step > 0)
        self.next.setText(tr("Done") if self.step + 1 == len(STEPS) else tr("Next"))
        self.setAccessibleName(f"{tr(step.title)}. {tr(step.words)}")
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self.next.setFocus()

    def _place(self) -> None:
        """Beside what it speaks of, within the window; in the middle where that is not on the screen."""
        part = self._window.findChild(QWidget, STEPS[self.step].part)
        window = self._window.rect()
        where = QPoint((window.width() - _WIDTH) // 2, window.height() // 3)
        if part is not None and part.isVisible() and part.width() < window.width() // 2:
            where = part.mapTo(self._window, QPoint(part.width() + _AWAY, 0))
        self.move(min(max(where.x(), _AWAY), window.width() - _WIDTH - _AWAY),
                  min(max(where.y(), _AWAY), window.height() - self.height() - _AWAY))

    @override
    @Slot(QObject, QEvent)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep beside its part when the window is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Esc belongs to the tour while it has the keyboard, not to the window's Cancel."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)
