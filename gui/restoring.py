"""What is found again at the next start: window and columns in an INI file, file, roles and form in a JSON file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter

from engine.errors import WorkbenchError
from engine.records import Roles
from engine.settings import from_json, write_atomically

FORMAT = 1
_SOON = 800  # milliseconds between a change and its being written down


class Layout:
    """Window geometry, splitters and table headers by object name, in `window.ini` of the workspace."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def save(self, window: QMainWindow) -> None:
        """Write everything down."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        for splitter in _named(window, QSplitter):
            self._settings.setValue(f"splitters/{splitter.objectName()}", splitter.saveState())
        for header in _named(window, QHeaderView):
            self._settings.setValue(f"columns/{header.objectName()}", header.saveState())
        self._settings.sync()

    def restore_window(self, window: QMainWindow) -> bool:
        """Put the window back; one that would lie on a screen that is gone comes to the middle of the first."""
        saved = self._settings.value("window/geometry")
        if not isinstance(saved, QByteArray) or not window.restoreGeometry(saved):
            return False
        centre = window.frameGeometry().center()
        if not any(screen.availableGeometry().contains(centre) for screen in QGuiApplication.screens()):
            window.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())
        return True

    def restore_parts(self, window: QMainWindow) -> None:
        """Put back splitters and columns of what is built by now."""
        for kind, group in ((QSplitter, "splitters"), (QHeaderView, "columns")):
            for part in _named(window, kind):
                saved = self._settings.value(f"{group}/{part.objectName()}")
                if isinstance(saved, QByteArray):
                    part.restoreState(saved)


class Memory(QObject):
    """Writes the state that `read` gives to `session.json`, soon after each `touch`."""

    def __init__(self, folder: Path, read: Callable[[], dict[str, Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / "session.json"
        self._read = read
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self.write)

    @Slot()
    def touch(self) -> None:
        """Something has changed."""
        self._timer.start()

    @Slot()
    def write(self) -> None:
        """Write now; a folder that cannot be written to is no reason to disturb the analyst."""
        self._timer.stop()
        try:
            write_atomically(self._file, json.dumps({"format": FORMAT, **self._read()}, indent=1).encode())
        except WorkbenchError:
            return

    def load(self) -> dict[str, Any]:
        """What was written down; empty where there is nothing or nothing that can be read."""
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) and found.get("format") == FORMAT else {}


def roles_from(values: Any) -> Roles:
    """Given roles out of plain JSON values."""
    return from_json(Roles, values) if isinstance(values, dict) else Roles()


def _named(window: QMainWindow, kind: type) -> list[Any]:
    return [part for part in window.findChildren(kind) if "." in part.objectName()]
