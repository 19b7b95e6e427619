"""A note of the analyst's own, at a moment of the stream."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui import theme
from gui.parts.labels import button, label
from gui.translation import tr


class NoteDialog(QDialog):
    """`use(text, event)` gets the note; `event` is a label number, or None for now."""

    def __init__(self, parent: QWidget, *, event: int | None, use: Callable[[str, int | None], object]) -> None:
        super().__init__(parent, objectName="monitor.note.dialog")
        self.setWindowTitle(tr("Add a Note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._event, self._use = event, use
        self.text = QPlainTextEdit(objectName="monitor.note.text", tabChangesFocus=True)
        self.text.setAccessibleName(tr("The note"))
        self.text.setPlaceholderText(tr("What happened: news, an outage, a change of the strategy…"))
        self.save = button(tr("Add Note"), self._on_save, kind="primary", name="monitor.note.save")
        where = tr("now") if event is None else tr("at label {event:,}", event=event)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("Add a Note"), font="title"))
        column.addWidget(label(tr("It is kept in the journal, {where}, and changes no figure.",
                                  where=where), role="muted", wrap=True))
        column.addWidget(self.text, 1)
        buttons = QHBoxLayout(spacing=theme.SMALL)
        buttons.addStretch()
        buttons.addWidget(button(tr("Cancel"), self.reject, name="monitor.note.cancel"))
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        self.save.setEnabled(False)
        self.text.textChanged.connect(self._on_text)
        self.resize(460, 260)
        self.text.setFocus()

    @Slot()
    def _on_text(self) -> None:
        self.save.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_save(self) -> None:
        self._use(self.text.toPlainText(), self._event)
        self.accept()
