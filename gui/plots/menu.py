"""The menu of a chart, in place of pyqtgraph's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from gui.translation import tr

if TYPE_CHECKING:
    from gui.plots.base import PlotPanel

FORMATS = ("PNG", "SVG", "PDF", "CSV")


def chart_menu(panel: PlotPanel) -> QMenu:
    """Copy, save, table, full screen and reset, for one chart; the menu ends itself when it closes."""
    menu = QMenu(panel)
    menu.setAccessibleName(tr("{title} chart menu", title=panel.title))
    menu.addAction(tr("Copy Image"), panel.copy_image)
    menu.addAction(tr("Copy Data"), panel.copy_data)
    menu.addSeparator()
    for name in FORMATS:
        action = menu.addAction(tr("Save {name}…", name=name))
        action.triggered.connect(_Saver(panel, name.lower()).ask)
    menu.addSeparator()
    menu.addAction(tr("Show as Table"), panel.show_table)
    menu.addAction(tr("Full Screen"), panel.show_full_screen).setEnabled(not panel.is_full_screen)
    menu.addSeparator()
    menu.addAction(tr("Reset Zoom"), panel.reset_zoom)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


class _Saver:
    """Asks where to save; the dialog is opened, never run."""

    def __init__(self, panel: PlotPanel, suffix: str) -> None:
        self._panel = panel
        self._suffix = suffix

    def ask(self) -> None:
        dialog = QFileDialog(self._panel, tr("Save {title} as {suffix}", title=self._panel.title,
                                             suffix=self._suffix.upper()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._suffix)
        dialog.setNameFilter(f"{self._suffix.upper()} (*.{self._suffix})")
        dialog.selectFile(self._panel.title.lower().replace(" ", "-") + f".{self._suffix}")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: str) -> None:
        self._panel.save(Path(path))
