"""Every shortcut on one sheet, made from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.actions import MENUS, ActionSpec, plain, with_key
from gui.parts.labels import button, label
from gui.translation import tr


class ShortcutsDialog(QDialog):
    """The shortcuts by menu."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent, windowTitle=tr("Keyboard Shortcuts"), objectName="dialog.shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("Keyboard Shortcuts"), font="title"))
        grid = QGridLayout(horizontalSpacing=theme.HUGE * 2, verticalSpacing=theme.TIGHT)
        for row, (words, keys, heading) in enumerate(_rows(specs)):
            made = label(words, font="section" if heading else "", role="muted" if heading else "")
            made.setContentsMargins(0, theme.SMALL if heading and row else 0, 0, 0)
            grid.addWidget(made, row, 0)
            grid.addWidget(label(keys, font="strong"), row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button(tr("Close"), self.close, kind="primary", name="shortcuts.close"))
        column.addLayout(foot)


def _rows(specs: Sequence[ActionSpec]) -> list[tuple[str, str, bool]]:
    rows: list[tuple[str, str, bool]] = []
    for menu in MENUS:
        own = [spec for spec in specs if spec.menu.split("/")[0] == menu and spec.shortcut]
        if own:
            rows.append((plain(with_key(menu)), "", True))
            rows += [(plain(tr(spec.words)), keys(spec), False) for spec in own]
    table = ((tr("Mark in a table (eye, star)"), tr("Space")), (tr("Details of a run"), tr("Enter")),
             (tr("Rename a run"), "F2"))
    return [*rows, (tr("Tables"), "", True), *((words, key, False) for words, key in table)]


def keys(spec: ActionSpec) -> str:
    """The first shortcut as this system writes it."""
    return QKeySequence(spec.shortcut.split(" | ")[0]).toString(QKeySequence.SequenceFormat.NativeText)
