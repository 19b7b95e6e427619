"""Records as the rows of a Qt model: columns as data, sorting, filtering."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from gui.icons import icon
from gui.overrides import answering, nothing_of, override
from gui.theme import theme as look
from gui.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Column:
    """One column. `text` makes the cell from a record; `sort` its key (the text where it is not given).

    `later` gives (icon, colour, words) or None for a cell that shows a mark to click instead of text; `color` names a
    theme colour for a cell's text; `edit` takes a new text, which makes the cells editable. `check` gives a cell a box
    to tick, and `on_check` hears of it.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    number: bool = False
    width: int = 0
    hint: str = ""
    mark: Callable[[Any], tuple[str, str, str] | None] | None = None
    color: Callable[[Any], str] | None = None
    tip: Callable[[Any], str] | None = None
    edit: Callable[[Any, str], object] | None = None
    check: Callable[[Any], bool] | None = None
    on_check: Callable[[Any, bool], object] | None = None


class RecordModel(QAbstractTableModel):
    """Records as rows; `key` tells records apart, so that selections survive sorting and reloading."""

    def __init__(self, columns: Sequence[Column], *, key: Callable[[Any], str],
                 dimmed: Callable[[Any], bool] | None = None, enabled: Callable[[Any], bool] | None = None,
                 pinned: Callable[[Any], bool] | None = None) -> None:
        super().__init__()
        self._enabled = enabled or _always
        self.columns = tuple(columns)
        self.key = key
        self._dimmed = dimmed or _never
        self._pinned = pinned or _never
        self._all: list[Any] = []
        self._rows: list[Any] = []
        self._filter: str | Callable[[Any], bool] = ""
        self._sort: tuple[int, Qt.SortOrder] | None = None

    def set_records(self, records: Sequence[Any]) -> None:
        """Show other records; where the keys are the same, only the cells are refreshed."""
        self._all = list(records)
        rows = self._arranged()
        if [self.key(row) for row in rows] == [self.key(row) for row in self._rows]:
            self._rows = rows
            self.refresh()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def refresh(self) -> None:
        """Ask every cell anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def set_filter(self, wanted: str | Callable[[Any], bool]) -> None:
        """Show only records with this text in some cell, or for which this is so."""
        self._filter = wanted.strip().lower() if isinstance(wanted, str) else wanted
        self.set_records(self._all)

    def record(self, row: int) -> Any:
        """The record of a row."""
        return self._rows[row]

    @property
    def records(self) -> tuple[Any, ...]:
        """The records in the order in which they are shown."""
        return tuple(self._rows)

    def row_of(self, key: str) -> int:
        """The row of a record, or -1."""
        return next((row for row, record in enumerate(self._rows) if self.key(record) == key), -1)

    def toggle(self, row: int) -> bool:
        """Tick or untick the box of a row, where it has one that may be ticked."""
        place = next((n for n, column in enumerate(self.columns) if column.on_check is not None), None)
        if place is None or not self._enabled(self._rows[row]):
            return False
        column = self.columns[place]
        ticked = column.check is not None and column.check(self._rows[row])
        return self.setData(self.index(row, place), Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked,
                            _ROLE.CheckStateRole)

    def _arranged(self) -> list[Any]:
        rows = [record for record in self._all if self._matches(record)]
        if self._sort is not None:
            number, order = self._sort
            column = self.columns[number]
            rows.sort(key=lambda record: _sort_key((column.sort or column.text)(record)),
                      reverse=order is Qt.SortOrder.DescendingOrder)
        return sorted(rows, key=lambda record: not self._pinned(record))

    def _matches(self, record: Any) -> bool:
        wanted = self._filter
        if not isinstance(wanted, str):
            return wanted(record)
        return not wanted or any(wanted in column.text(record).lower() for column in self.columns)

    # --- Qt ---

    @answering(nothing_of(int))
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    @answering(nothing_of(int))
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """One cell in one role."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._rows[index.row()]
        answer = _ANSWERS.get(role)
        return answer(self, column, record) if answer else None

    @override
    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Take a new text for an editable cell."""
        column = self.columns[index.column()]
        if role == _ROLE.CheckStateRole and column.on_check is not None:
            column.on_check(self._rows[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        edit = column.edit
        if role != _ROLE.EditRole or edit is None:
            return False
        edit(self._rows[index.row()], str(value).strip())
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the column can be edited."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        column = self.columns[index.column()]
        if not self._enabled(self._rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        if column.check is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if column.edit is not None else flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Titles and their hints."""
        if orientation is not Qt.Orientation.Horizontal:
            return str(section + 1) if role == _ROLE.AccessibleTextRole else None
        column = self.columns[section]
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        return {_ROLE.DisplayRole: tr(column.title), _ROLE.ToolTipRole: tr(column.hint),
                _ROLE.AccessibleTextRole: tr(column.title or column.hint or column.key)}.get(role)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the order of the records."""
        self._sort = (column, order) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        before = {index: self.key(self._rows[index.row()]) for index in self.persistentIndexList()}
        self._rows = self._arranged()
        for index, key in before.items():
            self.changePersistentIndex(index, self.index(self.row_of(key), index.column()))
        self.layoutChanged.emit()

    # --- one answer a role ---

    def _display(self, column: Column, record: Any) -> Any:
        return "" if column.mark is not None else column.text(record)

    def _decoration(self, column: Column, record: Any) -> Any:
        mark = column.mark(record) if column.mark is not None else None
        return icon(mark[0], mark[1]) if mark else None

    def _foreground(self, column: Column, record: Any) -> Any:
        if column.color is not None and (name := column.color(record)):
            return QBrush(look.colors.color(name))
        return QBrush(look.colors.color("muted")) if self._dimmed(record) else None

    def _tool_tip(self, column: Column, record: Any) -> Any:
        if column.tip is not None:
            return column.tip(record)
        mark = column.mark(record) if column.mark is not None else None
        return mark[2] if mark else column.text(record)

    def _accessible(self, column: Column, record: Any) -> Any:
        mark = column.mark(record) if column.mark is not None else None
        words = mark[2] if mark else column.text(record)
        return f"{column.title}: {words}" if column.title else words  # a mark says by itself what it is

    def _align(self, column: Column, record: Any) -> Any:
        return _alignment(column)

    def _check_state(self, column: Column, record: Any) -> Any:
        if column.check is None:
            return None
        return Qt.CheckState.Checked if column.check(record) else Qt.CheckState.Unchecked

    def _edit_text(self, column: Column, record: Any) -> Any:
        return column.text(record)


_ANSWERS: dict[int, Callable[[RecordModel, Column, Any], Any]] = {
    _ROLE.DisplayRole: RecordModel._display, _ROLE.DecorationRole: RecordModel._decoration,
    _ROLE.ForegroundRole: RecordModel._foreground, _ROLE.ToolTipRole: RecordModel._tool_tip,
    _ROLE.AccessibleTextRole: RecordModel._accessible, _ROLE.TextAlignmentRole: RecordModel._align,
    _ROLE.EditRole: RecordModel._edit_text, _ROLE.CheckStateRole: RecordModel._check_state,
}


def _alignment(column: Column) -> Qt.AlignmentFlag:
    if column.mark is not None:
        return _CENTER
    return _RIGHT if column.number else _LEFT


def _sort_key(value: Any) -> tuple[int, Any]:
    """Missing values first, then numbers, then text without regard to case."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return (0, 0)
    return (1, value) if isinstance(value, (int, float)) else (2, str(value).lower())


def _always(_record: Any) -> bool:
    return True


def _never(_record: Any) -> bool:
    return False
