"""Pages of plots: two side by side where there is little room, four where there is more, with a strip to turn them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.overrides import override
from gui.parts.ahead import rest
from gui.parts.flow import FlowLayout
from gui.parts.labels import button
from gui.parts.turns import turns
from gui.translation import tr

_TALL = 470  # pixels from which two rows of plots are readable
_COLUMNS = 2


class PlotPages(QWidget):
    """`pages` are (title, plots) with one or two plots each; neighbouring pages share one where the height allows it.

    *Signals*: `turned(str)` the title of the page that is shown now.
    """

    turned = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, tuple[QWidget, ...]]], *, name: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self._pages = tuple(pages)
        self._rows = 0
        self._current = 0  # of `pages`
        self._empty: dict[int, QGridLayout] = {}  # pages that wait for their plots, by number
        self._strip = FlowLayout()
        self._group = QButtonGroup(self, exclusive=True)
        self._stack = QStackedWidget()
        self.strip = QWidget()
        self.strip.setLayout(self._strip)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self._group.idClicked.connect(self._on_clicked)
        self._arrange(1)

    def show_page(self, title: str) -> None:
        """Turn to the page that holds this title's plots."""
        self._current = next((n for n, (name, _) in enumerate(self._pages) if name == title), self._current)
        self._turn()

    @property
    def titles(self) -> tuple[str, ...]:
        """The first title of each page that can be turned to now."""
        return tuple(title for title, _ in self._pages[::self._rows])

    @property
    def title(self) -> str:
        """The title of the first plots that are shown."""
        return self._pages[self._current][0]

    def _arrange(self, rows: int) -> None:
        """Put the plots on pages of so many rows; those of hidden pages a little later while a tab is being built."""
        self._rows = rows
        self._empty.clear()
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._strip.removeWidget(old)
            old.deleteLater()
        emptied = [self._stack.widget(n) for n in range(self._stack.count())]
        for number in range(0, len(self._pages), rows):
            self._add_page(number, self._pages[number:number + rows])
            fill = partial(self._fill, number, self._empty[number])
            if emptied:  # at once: what holds the plots now is about to go
                fill()
            elif number != self._current // rows * rows:
                rest(self, fill)
        for page in emptied:
            self._stack.removeWidget(page)
            page.deleteLater()
        self._turn()

    def _add_page(self, number: int, parts: Sequence[tuple[str, tuple[QWidget, ...]]]) -> None:
        page = QWidget()
        self._stack.addWidget(page)  # while it is empty: to move what is in it costs as much as to make it
        grid = QGridLayout(page, spacing=theme.SMALL)
        grid.setContentsMargins(0, 0, 0, 0)
        self._empty[number] = grid
        made = self._button(tr(" and ").join(tr(title) for title, _ in parts))
        self._group.addButton(made, number)
        self._strip.addWidget(made)

    def _fill(self, number: int, grid: QGridLayout) -> None:
        """Put its plots on a page, unless that has been done or the page is gone."""
        if self._empty.get(number) is not grid:
            return
        del self._empty[number]
        for row, (_, plots) in enumerate(self._pages[number:number + self._rows]):
            for column, plot in enumerate(plots):
                grid.addWidget(plot, row, column, 1, 1 if len(plots) > 1 else _COLUMNS)
                grid.setColumnStretch(column, 1)
            grid.setRowStretch(row, 1)

    def _button(self, words: str) -> QPushButton:
        made = button(words, kind="segment", hint=tr("Show these charts: {words}", words=words))
        made.setCheckable(True)
        return made

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self._current = number
        self._turn()

    def _turn(self) -> None:
        place = self._current // self._rows
        if place * self._rows in self._empty:
            self._fill(place * self._rows, self._empty[place * self._rows])
        with turns().put_off():
            self._stack.setCurrentIndex(place)
        chosen = self._group.button(place * self._rows)
        if chosen is not None:
            chosen.setChecked(True)
        self.turned.emit(self.title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where there is height for them."""
        super().resizeEvent(event)
        rows = 2 if event.size().height() >= _TALL + self._strip.heightForWidth(self.width()) else 1
        if rows != self._rows:
            self._arrange(rows)
