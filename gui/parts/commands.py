"""Runs an action of the window by its id, from wherever a button for it stands."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


def run_action(widget: QWidget, action_id: str) -> bool:
    """Trigger the window's action of this id; False where the window has none, or where it is disabled."""
    action = widget.window().findChild(QAction, action_id)
    if action is None or not action.isEnabled():
        return False
    action.trigger()
    return True
