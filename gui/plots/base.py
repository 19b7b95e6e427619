"""A chart as a panel: title, legend, readout, menu, exports, the words that stand for it, and a table behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, Qt, Slot
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QVBoxLayout,
)

from gui import theme
from gui.overrides import override
from gui.parts.labels import label
from gui.parts.turns import turns
from gui.plots import exporting, look, menu, painting
from gui.plots.canvas import Canvas
from gui.plots.crosshair import Crosshair
from gui.plots.full_screen import FullScreen
from gui.plots.header import Header
from gui.plots.legend import Legend
from gui.plots.table_dialog import TableDialog
from gui.translation import later, tr


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers behind a chart."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class PlotPanel(QFrame):
    """The frame of every chart. A chart keeps its records, and draws them only while it is visible.

    A subclass gives `_draw` (set data on items made once), `_words` (the numbers in a sentence, read aloud), `_table`
    (the numbers behind the picture) and, where needed, `_restyle`, `_home` and `_readout`.
    """

    def __init__(self, title: str, *, x: str = "", y: str = "", empty: str = later("Nothing to show yet."),
                 x_percent: bool = False, y_percent: bool = False, legend: str = "top-right") -> None:
        super().__init__()
        self.title = tr(title)
        self.look = look.current()
        self._axis_words = (tr(x), tr(y))
        self._stale = self._new = True
        self._dressed = False
        self._empty = label(empty, role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        self.canvas = Canvas(x_percent=x_percent, y_percent=y_percent)
        self.plot: pg.PlotItem = self.canvas.plotItem
        self.crosshair = Crosshair(self.plot)
        self.legend = Legend(self.canvas, corner=legend)
        self._build()
        self.setAccessibleName(self.title)
        self.canvas.setAccessibleName(self.title)
        self.set_empty(empty)

    # --- what a chart says

    @property
    def description(self) -> str:
        """The chart in words, with its numbers."""
        return self.accessibleDescription()

    def set_empty(self, words: str | None) -> None:
        """Show words in place of a picture; None shows the picture."""
        if words is not None:
            self._empty.setText(tr(words))
            self._describe(tr(words))
        self._pages.setCurrentIndex(0 if words is None else 1)
        self._buttons(words is None)

    @property
    def empty_words(self) -> str:
        """The words in place of the picture, or nothing when there is a picture."""
        return self._empty.text() if self._pages.currentIndex() == 1 else ""

    def set_note(self, words: str) -> None:
        """A few quiet words beside the title."""
        self.header.set_words(words)

    def table(self) -> Table:
        """The numbers behind the chart."""
        made = self._table()
        return Table(tuple(tr(title) for title in made.columns), made.rows)

    # --- what a user does with it

    @Slot()
    def reset_zoom(self) -> None:
        """Show everything again."""
        self._home()
        self.header.reset.hide()

    @Slot()
    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        exporting.copy_image(self)
        self.tell(tr("Picture copied"))

    @Slot()
    def copy_data(self) -> None:
        """Put the numbers on the clipboard, tab-separated."""
        exporting.copy_data(self)
        self.tell(tr("Numbers copied"))

    @Slot()
    def show_table(self) -> None:
        """Open the numbers behind the picture."""
        TableDialog(self).open()

    @Slot()
    def show_full_screen(self) -> None:
        """Fill the screen with this chart until Esc."""
        if not self.is_full_screen:
            FullScreen(self)

    @property
    def is_full_screen(self) -> bool:
        """Whether the chart is alone on the screen."""
        return isinstance(self.parentWidget(), FullScreen)

    def save(self, path: Path) -> None:
        """Write PNG, SVG, PDF or CSV, as the file's suffix says."""
        exporting.save(self, path)
        self.tell(tr("Saved as {name}", name=path.name))

    def image(self, scale: float = 2.0) -> QImage:
        """The chart with its title as a picture."""
        return painting.image(self, scale)

    def settle(self) -> None:
        """Draw, and let the axes find the room that their numbers need."""
        painting.settle(self)

    def draw_anew(self) -> None:
        """Draw the same records again, where the user has zoomed the same part of them."""
        self._stale = True
        self.draw_now()

    def tell(self, words: str) -> None:
        """A word about what was done, beside the title until the mouse moves over the chart."""
        self.header.say(words)

    # --- what a subclass gives

    def _draw(self) -> None:
        raise NotImplementedError

    def _words(self) -> str:
        raise NotImplementedError

    def _table(self) -> Table:
        raise NotImplementedError

    def _restyle(self) -> None:
        """Give the items the colours of `self.look`."""

    def _home(self) -> None:
        self.plot.getViewBox().enableAutoRange()

    def _readout(self, x: float, y: float) -> str:
        """What stands at the cross-hair; the place itself where a chart has nothing better."""
        across, up = (self.plot.getAxis(name) for name in ("bottom", "left"))
        return f"{across.in_words(x)} · {up.in_words(y)}"

    # --- inside

    def _changed(self) -> None:
        """The records are new: say so in words at once, draw when visible."""
        self._describe(self._words())
        self._stale = self._new = True
        if self.isVisible():
            turns().draw(self)

    def draw_now(self) -> None:
        """In this turn, whatever else was drawn in it."""
        if not self._dressed or self.look is not look.current():
            self._dress()
        if self._stale and not self.empty_words:
            zoomed = self.plot.viewRange() if self._zoomed else None
            self._stale, new = False, self._new
            self._new = False
            self._draw()
            if zoomed is not None:
                self._keep_zoom(zoomed, new=new)

    @property
    def _zoomed(self) -> bool:
        """Whether the user looks at a part."""
        return not self.header.reset.isHidden()

    def _keep_zoom(self, zoomed: list[list[float]], *, new: bool) -> None:
        """The same records are shown as they were; of new ones a chart that shows them whole shows all."""
        if new:
            whole = any(self.plot.getViewBox().autoRangeEnabled()) or zoomed != self.plot.viewRange()
            self.header.reset.setVisible(not whole)
        else:
            self.plot.setRange(xRange=zoomed[0], yRange=zoomed[1], padding=0)

    def _describe(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.canvas.setAccessibleDescription(words)

    def _build(self) -> None:
        self.setProperty("card", "true")
        self.header = Header(self.title, on_reset=self.reset_zoom, on_menu=self._show_menu)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.canvas)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self, spacing=0)
        column.setContentsMargins(1, 1, 1, theme.TIGHT)
        column.addLayout(self.header)
        if self.legend.in_a_row:
            column.addWidget(self.legend)
        column.addWidget(self._pages, 1)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.canvas.reset_wanted.connect(self.reset_zoom)
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.stepped.connect(self._on_stepped)
        self.canvas.zoomed.connect(self._on_zoom_key)
        self.canvas.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        self.legend.toggled.connect(self._on_toggled)
        look.theme.changed.connect(self._on_theme)

    def _buttons(self, shown: bool) -> None:
        self.header.more.setVisible(shown)
        self.legend.setVisible(shown and bool(self.legend.entries))
        if not shown:
            self.header.reset.hide()

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        menu.chart_menu(self).popup(where)

    @Slot(object)
    def _on_hovered(self, point: Any) -> None:
        inside = point is not None and not self.empty_words and self._in_view(point)
        words = self._readout(point.x(), point.y()) if inside else ""
        if inside:
            self.crosshair.show(point)
        else:
            self.crosshair.hide()
        self.header.say(words)

    def _in_view(self, point: QPointF) -> bool:
        (left, right), (bottom, top) = self.plot.getViewBox().viewRange()
        return left <= point.x() <= right and bottom <= point.y() <= top

    @Slot(int, int, bool)
    def _on_stepped(self, across: int, up: int, far: bool) -> None:
        """Move the cross-hair by a key, and let a screen reader say what is there."""
        if self.empty_words:
            return
        point = self.crosshair.step(across, up, far=far)
        self._on_hovered(point)
        self.canvas.setAccessibleDescription(self._readout(point.x(), point.y()) or self.description)

    @Slot(float)
    def _on_zoom_key(self, factor: float) -> None:
        box = self.plot.getViewBox()
        box.scaleBy((factor, factor), center=self.crosshair.place if self.crosshair.shown else None)
        box.sigRangeChangedManually.emit(box.mouseEnabled())

    @Slot(object)
    def _on_zoomed(self, _enabled: object) -> None:
        self.header.reset.setVisible(not self.empty_words)

    @Slot(str, bool)
    def _on_toggled(self, _key: str, _shown: bool) -> None:
        self.draw_anew()

    def _dress(self) -> None:
        """Take the colours of the theme of this moment; the records are drawn anew after it."""
        self._dressed = self._stale = True
        self.look = look.current()
        self.canvas.setBackground(self.look.background)
        font = theme.small_font()
        for name, words in zip(("bottom", "left"), self._axis_words, strict=True):
            axis = self.plot.getAxis(name)
            axis.setPen(pg.mkPen(self.look.axis))
            axis.setTextPen(pg.mkPen(self.look.muted))
            axis.setStyle(tickFont=font)
            axis.label.setFont(font)
            if words:
                axis.setLabel(words, color=self.look.muted)
        self.plot.showGrid(x=True, y=True, alpha=self.look.grid)
        box = self.plot.getViewBox().rbScaleBox
        box.setPen(pg.mkPen(self.look.axis))
        box.setBrush(pg.mkBrush(look.faded(self.look.axis, 0.2)))
        self._restyle()
        self.crosshair.restyle(self.look)
        self.legend.restyle(self.look)

    @Slot()
    def _on_theme(self) -> None:
        """Follow the theme; a hidden chart follows when it is shown."""
        if self.isVisible():
            turns().draw(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while hidden."""
        super().showEvent(event)
        turns().draw(self)
