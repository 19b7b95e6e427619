"""The table of actions: id, words, shortcut, menu, icon, and what must be there for them; menus are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.icons import icon
from gui.session import Session
from gui.translation import later, tr

MENUS = ("File", "Edit", "View", "Run", "Tools", "Help")
_IN_WORDS = (later("&File"), later("&Edit"), later("&View"), later("&Run"), later("&Tools"), later("&Help"),
             later("&Theme"))


def _always(_session: Session) -> bool:
    return True


@dataclass(frozen=True)
class ActionSpec:
    """One action. `enabled` is asked after every change of the session; `menu` may name a submenu, "View/Theme"."""

    id: str
    words: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    hint: str = ""
    enabled: Callable[[Session], bool] = _always
    group: str = ""  # actions of one group exclude each other and are checkable
    separator: bool = False  # a line before it


class Actions(QObject):
    """The actions of a window, by id. `methods` gives what each one does."""

    def __init__(self, window: QMainWindow, specs: tuple[ActionSpec, ...],
                 methods: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._window = window
        self._specs = specs
        self.by_id: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for title in MENUS:
            self._menu(title)
        for spec in specs:
            self._add(spec, methods[spec.id])

    def refresh(self, session: Session) -> None:
        """Enable what can be done now."""
        for spec in self._specs:
            self.by_id[spec.id].setEnabled(spec.enabled(session))

    def __getitem__(self, action_id: str) -> QAction:
        return self.by_id[action_id]

    def _add(self, spec: ActionSpec, method: Callable[[], object]) -> None:
        action = QAction(tr(spec.words), self._window, objectName=spec.id)
        if spec.shortcut:
            action.setShortcuts([QKeySequence(text) for text in spec.shortcut.split(" | ")])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.icon:
            action.setIcon(icon(spec.icon, "muted"))
        action.setStatusTip(tr(spec.hint))
        action.setCheckable(bool(spec.group))
        action.setProperty("above", spec.menu.partition("/")[2])
        action.triggered.connect(lambda _checked=False: method())
        menu = self._menu(spec.menu)
        if spec.separator:
            menu.addSeparator()
        menu.addAction(action)
        self.by_id[spec.id] = action

    def _menu(self, path: str) -> QMenu:
        if path not in self.menus:
            above, _, title = path.rpartition("/")
            owner = self._menu(above) if above else self._window.menuBar()
            self.menus[path] = owner.addMenu(with_key(title))
            self.menus[path].setAccessibleName(plain(with_key(title)))
        return self.menus[path]


def with_key(title: str) -> str:
    """A menu's words with the letter that opens it."""
    return tr(f"&{title}")


def plain(words: str) -> str:
    """An action's words without mnemonics and dots."""
    return words.replace("&", "").rstrip("…").rstrip(".")
