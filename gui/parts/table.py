"""A table over records: selection that survives reloading, marks to click, a context menu, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from gui import theme
from gui.overrides import answering, nothing_of, override
from gui.parts.records import Column, RecordModel
from gui.parts.spare_room import SpareRoom
from gui.theme import theme as look
from gui.translation import speaks_another

__all__ = ("Column", "RecordModel", "RecordTable")
_TITLE_ROOM = 26  # beside a title: the arrow of sorting, and air


class _Wrapped(QStyledItemDelegate):
    """Cells as high as their words are within the column."""

    @answering(nothing_of(QSize))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for all lines; the width is the column's."""
        table = self.parent()
        assert isinstance(table, QTableView)
        width = table.columnWidth(index.column())
        room = QRect(0, 0, width - 2 * theme.SMALL, 9999)
        lines = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(width, lines.height() + theme.SMALL)


class RecordTable(QTableView):
    """A table of records.

    *Signals*: `selected(list)` the selected records · `activated_record(object)` double click or Enter ·
    `marked(object, str)` a mark (record, column key) was clicked · `delete_pressed(list)` the Delete key.
    `menu_for(records)` may give actions for a menu; `wrapped` rows are as high as their words.
    Copy puts the selected rows on the clipboard, tab-separated.
    """

    selected = Signal(list)
    activated_record = Signal(object)
    marked = Signal(object, str)
    delete_pressed = Signal(list)

    def __init__(self, columns: Sequence[Column], *, key: Callable[[Any], str], name: str = "", words: str = "",
                 dimmed: Callable[[Any], bool] | None = None, enabled: Callable[[Any], bool] | None = None,
                 pinned: Callable[[Any], bool] | None = None,
                 menu_for: Callable[[list[Any]], QMenu | None] | None = None, wrapped: bool = False) -> None:
        super().__init__(objectName=name, wordWrap=wrapped)
        self.records_model = RecordModel(columns, key=key, dimmed=dimmed, enabled=enabled, pinned=pinned)
        self._menu_for = menu_for
        self.setModel(self.records_model)
        self.setAccessibleName(words)
        self._set_up(columns)
        told = [] if wrapped else [place for place, column in enumerate(columns) if column.mark is None]
        self.spare = SpareRoom(self, [place for place in told if not columns[place].number], told)
        self.records_model.modelReset.connect(self._share_room)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._on_double_click)
        self.customContextMenuRequested.connect(self._on_menu)
        look.changed.connect(self.records_model.refresh)

    def _set_up(self, columns: Sequence[Column]) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        if self.wordWrap():
            self.setItemDelegate(_Wrapped(self))
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.verticalHeader().setMinimumSectionSize(28)
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setObjectName(f"{self.objectName()}.header")
        header.setHighlightSections(False)
        header.setFont(theme.small_font())
        # A number stands beside the others, not far away; a chart that shows nothing yet has no columns.
        header.setStretchLastSection(not (columns and columns[-1].number))
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(26)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for number, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(number, max(column.width, self._title_width(column)))
            if column.mark is not None:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)

    def _title_width(self, column: Column) -> int:
        """What a column needs for its title in a language with longer words; the widths stated are for English."""
        if not speaks_another() or not column.title:
            return 0
        return self.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + _TITLE_ROOM

    def set_records(self, records: Sequence[Any]) -> None:
        """Show other records; what was selected stays selected, without a signal."""
        keys = [self.records_model.key(record) for record in self.selected_records()]
        self.selectionModel().blockSignals(True)
        self.records_model.set_records(records)
        self.select_keys(keys)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    @Slot()
    def _share_room(self) -> None:
        if self.isVisible():
            self.spare.share()

    def select_quietly(self, keys: Sequence[str], selected: Sequence[str]) -> None:
        """Select exactly these where others are `selected`, without telling anybody: somebody else has chosen them."""
        if set(keys) != set(selected):
            self.selectionModel().blockSignals(True)
            self.select_keys(keys)
            self.selectionModel().blockSignals(False)
            self.viewport().update()

    def select_keys(self, keys: Sequence[str]) -> None:
        """Select exactly the records with these keys."""
        chosen = self.selectionModel()
        rows = [self.records_model.row_of(key) for key in keys]
        chosen.clearSelection()
        for row in (row for row in rows if row >= 0):
            chosen.select(self.records_model.index(row, 0),
                          QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows)

    def selected_records(self) -> list[Any]:
        """The selected records from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records_model.record(row) for row in rows if row < self.records_model.rowCount()]

    def as_text(self, records: Sequence[Any]) -> str:
        """Records as lines of tab-separated cells under a line of titles; marks are left out."""
        columns = [column for column in self.records_model.columns if column.mark is None]
        lines = [[column.title for column in columns], *([c.text(record) for c in columns] for record in records)]
        return "\n".join("\t".join(line) for line in lines)

    @Slot()
    def _on_selection(self) -> None:
        self.selected.emit(self.selected_records())

    @Slot(QModelIndex)
    def _on_click(self, index: QModelIndex) -> None:
        column = self.records_model.columns[index.column()]
        if column.mark is not None:
            self.marked.emit(self.records_model.record(index.row()), column.key)

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        if self.records_model.columns[index.column()].mark is None:
            self.activated_record.emit(self.records_model.record(index.row()))

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        menu = self._menu_for(self.selected_records()) if self._menu_for is not None else None
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(where))

    @answering(lambda *_: QItemSelectionModel.SelectionFlag.NoUpdate)
    def selectionCommand(self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
                         ) -> QItemSelectionModel.SelectionFlag:
        """A click on a mark sets the mark and selects nothing: a run whose eye is closed would be drawn as selected."""
        if isinstance(event, QMouseEvent) and index.isValid() \
                and self.records_model.columns[index.column()].mark is not None:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that were cut get the room that came."""
        super().resizeEvent(event)
        self._share_room()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was hidden is as wide as it can be."""
        super().showEvent(event)
        self._share_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a record, Space sets a mark."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text(self.selected_records()))
            return
        if event.key() == Qt.Key.Key_Delete and self.selected_records():
            self.delete_pressed.emit(self.selected_records())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activated_record.emit(self.records_model.record(index.row()))
            return
        if event.key() == Qt.Key.Key_Space and index.isValid():
            column = self.records_model.columns[index.column()]
            if column.mark is not None:
                self.marked.emit(self.records_model.record(index.row()), column.key)
                return
            if self.records_model.toggle(index.row()):
                return
        super().keyPressEvent(event)
