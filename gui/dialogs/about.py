"""About: name, version, licence, and the versions of what it stands on."""

from __future__ import annotations

import platform
import sys
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

import engine
from gui import theme
from gui.parts.labels import button, label
from gui.translation import tr

_PARTS = ("PySide6-Essentials", "pyqtgraph", "qasync", "xgboost", "lightgbm", "catboost", "river", "numpy", "pandas")


class AboutDialog(QDialog):
    """What this is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, windowTitle=tr("About AlphaPulse Workbench"), objectName="dialog.about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("AlphaPulse Workbench {version}", version=engine.__version__), font="title"))
        column.addWidget(label(tr("Retrain, watch, combine and export the models that score trading signals."),
                               role="muted"))
        column.addWidget(label(tr("Apache License 2.0. Icons: Lucide (ISC). Type: Inter (SIL Open Font License)."),
                               role="muted"))
        column.addSpacing(theme.SMALL)
        column.addLayout(_versions())
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Close"), self.close, kind="primary", name="dialog.about.close"))
        column.addSpacing(theme.SMALL)
        column.addLayout(row)


def _versions() -> QGridLayout:
    grid = QGridLayout(horizontalSpacing=theme.HUGE, verticalSpacing=2)
    known = [("Python", sys.version.split()[0]), (tr("System"), f"{platform.system()} {platform.release()}")]
    for row, (name, version) in enumerate([*known, *((part, _version(part)) for part in _PARTS)]):
        grid.addWidget(label(name, role="muted"), row, 0)
        grid.addWidget(label(version), row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _version(part: str) -> str:
    try:
        return metadata.version(part)
    except metadata.PackageNotFoundError:
        return tr("not installed")
