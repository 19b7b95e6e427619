"""What is found again at the next start: window and columns in an INI file, file, roles and form in a JSON file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget

from engine.errors import WorkbenchError
from engine.records import Roles
from engine.settings import from_json, write_atomically
from gui.parts.table import RecordTable
from gui.session import as_mapping

if TYPE_CHECKING:
    from gui.main_window import MainWindow

FORMAT = 1
_USUAL = QSize(1440, 900)
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
            self._settings.setValue(f"columns/{header.objectName()}", _state_of(header))
        self._settings.sync()

    def restore_window(self, window: QMainWindow) -> bool:
        """Put the window back; one that would lie on a screen that is gone comes to one that is there."""
        saved = self._settings.value("window/geometry")
        if not isinstance(saved, QByteArray) or not window.restoreGeometry(saved):
            return False
        if not window.isMaximized() and not window.isFullScreen():
            _bring_back(window)
        return True

    def restore_parts(self, window: QMainWindow) -> None:
        """Put back splitters and columns of what is built by now."""
        for kind, group in ((QSplitter, "splitters"), (QHeaderView, "columns")):
            for part in _named(window, kind):
                saved = self._settings.value(f"{group}/{part.objectName()}")
                if isinstance(saved, QByteArray):
                    part.restoreState(saved)
                    if (table := _table_of(part)) is not None:
                        table.spare.found_again()


def _table_of(part: QWidget) -> RecordTable | None:
    """The table that a header belongs to."""
    table = part.parent()
    return table if isinstance(part, QHeaderView) and isinstance(table, RecordTable) else None


def _state_of(header: QHeaderView) -> QByteArray:
    """Without the room that columns have only while there is some to spare."""
    table = _table_of(header)
    if table is None:
        return header.saveState()
    with table.spare.taken_back():
        return header.saveState()


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


def _bring_back(window: QMainWindow) -> None:
    """Move the window so that its title bar can be reached, and make it no larger than its screen."""
    frame = window.frameGeometry()
    on = next((screen for screen in QGuiApplication.screens() if screen.availableGeometry().contains(frame.center())),
              QGuiApplication.primaryScreen()).availableGeometry()
    window.resize(window.size().boundedTo(on.size()))
    left = min(max(frame.left(), on.left()), max(on.left(), on.right() - frame.width()))
    top = min(max(frame.top(), on.top()), max(on.top(), on.bottom() - frame.height()))
    window.move(left, top)


def place_window(window: QMainWindow, layout: Layout) -> None:
    """Put the window where it was; at the first start in its usual size, or over a small screen altogether."""
    if layout.restore_window(window):
        return
    room = QGuiApplication.primaryScreen().availableSize()
    window.resize(_USUAL.boundedTo(room))
    if room.width() <= _USUAL.width() or room.height() <= _USUAL.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)


def state_of(window: MainWindow) -> dict[str, Any]:
    """What is open now: file, roles, drawn runs, tab, form, and what each tab gives by its `state()`."""
    tabs = dict(window.remembered.get("tabs") or {})
    for name, tab in window.built.items():
        if hasattr(tab, "state"):
            tabs[name] = tab.state()
    return {**as_mapping(window.session), "tab": window.tabs.currentIndex(),
            "form": window.tab("training").form.state(), "tabs": tabs}


def restore(window: MainWindow, found: dict[str, Any], turn: Callable[[int], object]) -> None:
    """Open again what `state_of` gave; tabs that are not built yet take theirs when they are."""
    window.tab("training").form.restore(found.get("form", {}))
    number = found.get("tab")
    if isinstance(number, int) and 0 <= number < window.tabs.count():
        turn(number)
    if isinstance(found.get("shown"), list):
        window.session.show_runs({run.id for run in window.session.runs} & set(map(str, found["shown"])))
    path = found.get("path")
    if path and window.session.path is None and Path(path).exists():
        window.opener.open(path, roles_from(found.get("roles")))
    window.remembered["wanted"] = True
    for name in window.built:
        restore_tab(window, name)


def restore_tab(window: MainWindow, name: str) -> None:
    """Give a tab what it had at the last end, by its `restore(state)`, once that is wanted."""
    tab, state = window.built[name], (window.remembered.get("tabs") or {}).get(name)
    if window.remembered.get("wanted") and isinstance(state, dict) and hasattr(tab, "restore"):
        tab.restore(state)


def start_empty(window: MainWindow) -> None:
    """Close the file, give the form its defaults, go to the first tab."""
    window.remembered.clear()
    window.opener.cancel()
    window.session.clear_data()
    window.tab("training").form.options.reset()
    window.tabs.setCurrentIndex(0)


def roles_from(values: Any) -> Roles:
    """Given roles out of plain JSON values."""
    return from_json(Roles, values) if isinstance(values, dict) else Roles()


def _named(window: QMainWindow, kind: type) -> list[Any]:
    return [part for part in window.findChildren(kind) if "." in part.objectName()]
