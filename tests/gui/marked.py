"""A language in which each known sentence stands in brackets: what was never looked up is seen."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QTabBar, QTableView, QWidget

from gui import translation

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import words  # noqa: E402 - a script beside the program

_MARKED = re.compile(r"⟦[^⟦⟧]*(⟧|…$)")  # what is cut short has lost its end
_ENGLISH = re.compile(r"(?:^|[\s(])(the|of|is|are|and|not|with|that|than|rows|which|has|been)(?=[\s,.;:)]|$)",
                      re.IGNORECASE)
_SAID = ("text", "toolTip", "accessibleName", "accessibleDescription", "windowTitle")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class Marked(QTranslator):
    """Every sentence that is known in brackets, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._known = {context: frozenset(found) for context, found in words.texts().items()}

    def translate(self, context: str, text: str, *_more: object) -> str | None:
        return f"⟦{text}⟧" if text in self._known.get(context, ()) else None

    def isEmpty(self) -> bool:
        return False


def speak(translator: QTranslator) -> None:
    """From now on the window speaks this language."""
    QCoreApplication.installTranslator(translator)
    translation._installed.append(translator)
    translation._forget()


def bare(text: str) -> str:
    """What of a text stands in no brackets."""
    while (inner := _MARKED.sub("", text)) != text:
        text = inner
    return text


def english_in(window: QWidget) -> set[tuple[str, str]]:
    """Every text of a window that has English words outside of brackets, with the name of what says it."""
    return {(name, text) for name, text in texts_in(window) if _ENGLISH.search(bare(text))}


def texts_in(window: QWidget) -> Iterator[tuple[str, str]]:
    for widget in window.findChildren(QWidget):
        name = widget.objectName() or type(widget).__name__
        for said in _SAID:
            text = getattr(widget, said, None)
            found = text() if callable(text) else None
            if isinstance(found, str):
                yield f"{name} {said}", found
        if isinstance(widget, QAbstractItemView) and widget.objectName():
            columns = 1 if isinstance(widget, QListWidget) else None
            yield from ((name, text) for text in _cells(widget.model(), columns))
        yield from ((name, text) for text in (*_listed(widget), *_drawn(widget)))


def _listed(widget: QWidget) -> Iterator[str]:
    """What stands in a drop-down, on the tabs, over the columns of a table."""
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QTableView) and hasattr(widget.model(), "columns"):
        titles = widget.model()
        yield from (str(titles.headerData(place, Qt.Orientation.Horizontal, role) or "")
                    for place in range(titles.columnCount()) for role in _ROLES[:2])


def _drawn(widget: QWidget) -> Iterator[str]:
    """The words of a chart: titles of axes, ticks, names of curves and marks."""
    for item in widget.scene().items() if isinstance(widget, pg.GraphicsView) else ():
        if item.isVisible() and hasattr(item, "toPlainText"):
            yield item.toPlainText()
        if isinstance(item, pg.AxisItem):
            yield from (str(words) for level in item._tickLevels or () for _, words in level)


def _cells(model: QAbstractItemModel | None, columns: int | None) -> Iterator[str]:
    if model is None or not hasattr(model, "index") or (columns is None and not hasattr(model, "sourceModel")):
        return
    for row in range(model.rowCount()):
        for column in range(columns or model.columnCount()):
            for role in _ROLES:
                found = model.data(model.index(row, column), role)
                if isinstance(found, str):
                    yield found
