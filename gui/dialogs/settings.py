"""Settings: what applies at once, and where things are kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engine.settings import AppSettings
from gui import theme
from gui.parts.fields import FieldError, FilterLine
from gui.parts.form import OptionForm
from gui.parts.labels import button, label, rule
from gui.session import Session
from gui.translation import tr

_WIDTH = 460  # pixels


class SettingsDialog(QDialog):
    """A form over `AppSettings`; every change applies at once."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, windowTitle=tr("Settings"), objectName="dialog.settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.form = OptionForm(AppSettings(), name="settings")
        self.form.set_value(session.settings)
        self.form.changed.connect(self._apply)
        self.filter = FilterLine(name="settings.filter", words=tr("Find a setting"))
        self.none = label(tr("No setting has these words."), role="muted", name="settings.none")
        self.none.hide()
        self.filter.textChanged.connect(self._on_filter)
        self._lay_out()
        self.resize(_WIDTH, self.layout().totalHeightForWidth(_WIDTH))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        head = QHBoxLayout(spacing=theme.SMALL)
        head.addWidget(label(tr("Settings"), font="title"), 1)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(label(tr("Changes apply at once."), role="muted"))
        column.addWidget(self.form)
        column.addWidget(self.none)
        column.addStretch(1)
        column.addWidget(rule())
        column.addWidget(label(tr("Workspace"), font="section"))
        column.addWidget(label(tr("Models, runs and settings are kept in {folder}", folder=self._session.folder),
                               wrap=True,
                               role="muted"))
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(button(tr("Open Folder"), self._open_folder, icon_name="folder-open", name="settings.folder"))
        row.addStretch()
        row.addWidget(button(tr("Close"), self.close, kind="primary", name="settings.close"))
        column.addLayout(row)

    @Slot()
    def _apply(self) -> None:
        try:
            chosen = self.form.value()
        except FieldError:
            return
        self._session.update_settings(**{name: getattr(chosen, name) for name in self.form.fields})

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.none.setVisible(self.form.show_matching(text) == 0)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.folder)))
