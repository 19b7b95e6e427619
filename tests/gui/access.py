"""What a screen reader finds in a window: a walk over the accessibility tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

ROLE, TEXT = QAccessible.Role, QAccessible.Text
# Whoever has one of these roles does something or tells something: it needs a name.
NAMED = {ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox,
         ROLE.Slider, ROLE.Dial, ROLE.Table, ROLE.Tree, ROLE.List, ROLE.PageTab, ROLE.PageTabList, ROLE.MenuItem,
         ROLE.PopupMenu, ROLE.ProgressBar, ROLE.ColumnHeader, ROLE.RowHeader, ROLE.Graphic, ROLE.Chart, ROLE.Grip,
         ROLE.Dialog, ROLE.AlertMessage, ROLE.Window}


@dataclass(frozen=True)
class Node:
    """One node of the tree."""

    role: ROLE
    name: str
    description: str
    path: str
    hidden: bool
    focusable: bool


def walk(widget: QWidget) -> Iterator[Node]:
    """Every node below a widget, itself first."""
    yield from _walk(QAccessible.queryAccessibleInterface(widget), "")


def _walk(face: QAccessibleInterface, above: str) -> Iterator[Node]:
    thing, role, state = face.object(), face.role(), face.state()
    path = f"{above}/{_called(thing, role)}"
    yield Node(role, face.text(TEXT.Name), face.text(TEXT.Description), path, bool(state.invisible),
               bool(state.focusable))
    for place in range(face.childCount()):
        child = face.child(place)
        if child is not None and child.isValid():
            yield from _walk(child, path)


def _called(thing: object, role: ROLE) -> str:
    name = thing.objectName() if thing is not None else ""
    return name or (type(thing).__name__ if thing is not None else role.name)


def nameless(widget: QWidget) -> list[str]:
    """Where a node that needs a name has none; Qt's own separators and buttons that are never shown are let be."""
    return sorted({node.path for node in walk(widget)
                   if node.role in NAMED and not node.name.strip() and not _own(node)})


def _own(node: Node) -> bool:
    """Parts of Qt that have nothing to say: lines in menus, hidden parts of scroll areas and dialogs."""
    last = node.path.rpartition("/")[2]
    return node.hidden and (last.startswith("qt_") or "qt_scrollarea" in node.path or "qt_edit" in node.path)


def reachable_by_tab(window: QWidget, limit: int = 400) -> list[QWidget]:
    """The widgets that Tab visits, in its order, from where the focus is until it comes back."""
    seen: list[QWidget] = []
    now = QApplication.focusWidget()
    while now is not None and now not in seen and len(seen) < limit:
        seen.append(now)
        window.focusNextChild()
        now = QApplication.focusWidget()
    return seen
