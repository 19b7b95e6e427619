"""Choosing files, without a nested event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(parent: QWidget, title: str, pattern: str, then: Callable[[Path], object], *,
                folder: Path | None = None) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = _dialog(parent, title, pattern, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def choose_folder(parent: QWidget, title: str, then: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder that is there."""
    dialog = _dialog(parent, title, "", None)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return _open(dialog, then)


def choose_place(parent: QWidget, title: str, pattern: str, then: Callable[[Path], object], *, proposal: Path,
                 suffix: str) -> QFileDialog:
    """Ask where to write; Qt asks before a file is overwritten."""
    dialog = _dialog(parent, title, pattern, proposal.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposal.name)
    return _open(dialog, then)


def _dialog(parent: QWidget, title: str, pattern: str, folder: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder or ""), pattern)
    dialog.setObjectName("dialog.file")
    dialog.resize(760, 460)  # where it is Qt's own: room for the list of endings in any language
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _open(dialog: QFileDialog, then: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
