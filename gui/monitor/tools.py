"""The row between the tiles and the charts: the sentence on skill, and what can be done with the view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.monitor.status_line import SkillLine
from gui.parts.labels import tool_button
from gui.translation import later, tr

_BUTTONS = (("freeze", "eye", later("Hold the view; the learner goes on")),
            ("note", "file-plus", later("Add a note here and now")),
            ("time_machine", "history", later("Time machine: what is recorded, with other settings")),
            ("form", "list-filter", later("Source, blend and alerts instead of the charts")),
            ("add", "plus", later("Add a monitor")), ("beside", "columns-3", later("Monitors side by side")),
            ("close", "x", later("Close this monitor")))


class ViewTools(QWidget):
    """*Signals*: `wanted(str)` the name of the button that was pressed, as in `_BUTTONS`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.skill = SkillLine()
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self, spacing=2)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.skill, 1)
        row.addSpacing(theme.SMALL)
        for name, picture, words in _BUTTONS:
            made = tool_button(picture, tr(words), self._teller(name), name=f"monitor.{name}")
            self.buttons[name] = made
            row.addWidget(made)
        for name in ("freeze", "time_machine", "form", "beside"):
            self.buttons[name].setCheckable(True)
        self.show_form(narrow=False, shown=False)
        self.show_many(1, beside=False)

    def show_many(self, monitors: int, *, beside: bool) -> None:
        """With one monitor there is nothing to close or to put side by side."""
        for name in ("beside", "close"):
            self.buttons[name].setVisible(monitors > 1)
        self.buttons["beside"].setChecked(beside)

    def show_form(self, *, narrow: bool, shown: bool) -> None:
        """Only where charts and form have no room beside each other is there something to choose."""
        self.buttons["form"].setVisible(narrow)
        self.buttons["form"].setChecked(shown)

    def show_state(self, *, known: bool, frozen: bool) -> None:
        """What can be done now; a note is handed to a monitor that runs elsewhere too."""
        self.buttons["freeze"].setEnabled(known)
        self.buttons["note"].setEnabled(known)
        words = tr("Go on with the newest") if frozen else tr(_BUTTONS[0][2])
        made = self.buttons["freeze"]
        made.setChecked(frozen)
        made.setIcon(icon("eye-off" if frozen else "eye", "warning" if frozen else "muted"))
        made.setToolTip(words)
        made.setAccessibleName(words)

    def _teller(self, name: str) -> object:
        return lambda: self.wanted.emit(name)
