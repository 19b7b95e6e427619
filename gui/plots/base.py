"""A chart as a panel: title, legend, readout, menu, exports, the words that stand for it, and a table behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.overrides import override
from gui.parts.labels import label, tool_button
from gui.plots import exporting, look, menu
from gui.plots.canvas import Canvas
from gui.plots.crosshair import Crosshair
from gui.plots.full_screen import FullScreen
from gui.plots.legend import Legend
from gui.plots.note import Note
from gui.plots.table_dialog import TableDialog
from gui.translation import later, tr

_PICTURE = QSize(720, 430)  # of a chart that is not on the screen
_TITLE = 28  # height of the title above an exported picture


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
        self._stale = True
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
        self._note_words = words
        self._note.setText(words)
        self._note.setToolTip(words)

    def table(self) -> Table:
        """The numbers behind the chart."""
        made = self._table()
        return Table(tuple(tr(title) for title in made.columns), made.rows)

    # --- what a user does with it

    @Slot()
    def reset_zoom(self) -> None:
        """Show everything again."""
        self._home()
        self._reset.hide()

    @Slot()
    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        exporting.copy_image(self)

    @Slot()
    def copy_data(self) -> None:
        """Put the numbers on the clipboard, tab-separated."""
        exporting.copy_data(self)

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

    def settled_elsewhere(self) -> None:
        """The chart has another size: what is placed by pixels is placed anew."""
        self._stale = True
        self._draw_now()

    def save(self, path: Path) -> None:
        """Write PNG, SVG, PDF or CSV, as the file's suffix says."""
        exporting.save(self, path)

    def image(self, scale: float = 2.0) -> QImage:
        """The chart with its title as a picture."""
        self.settle()
        size = self.picture_size()
        image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        self.paint_on(painter)
        painter.end()
        return image

    def picture_size(self) -> QSize:
        """The size of the exported picture in pixels, once the chart has settled."""
        return self.canvas.size() + QSize(0, _TITLE)

    def paint_on(self, painter: QPainter) -> None:
        """Draw title, plot and legend, for a picture or a page."""
        size = self.picture_size()
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(self.look.background))
        painter.setPen(QColor(self.look.text))
        painter.setFont(self._title.font())
        painter.drawText(QPoint(10, 19), self.title)
        self.crosshair.hide()
        target = QRectF(0, _TITLE, size.width(), size.height() - _TITLE)
        with exporting.vectors(self.plot):
            self.canvas.scene().render(
                painter, target, self.plot.sceneBoundingRect(), Qt.AspectRatioMode.IgnoreAspectRatio,
            )
        if not self.legend.isHidden():
            beside = QPoint(24 + self._title.fontMetrics().horizontalAdvance(self.title), 4)
            place = beside if self.legend.in_a_row else self.legend.pos() + QPoint(0, _TITLE)
            self.legend.render(painter, place, renderFlags=QWidget.RenderFlag.DrawChildren)

    def settle(self) -> None:
        """Draw, and let the axes find the room that their numbers need: they do so when they are painted."""
        self._draw_now()
        if not self.isVisible():
            self.resize(_PICTURE)
            self.layout().activate()
        for _ in range(2):
            self.canvas.grab()
            self.plot.layout.activate()
        self._stale = True
        self._draw_now()

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
        self._stale = True
        if self.isVisible():
            self._draw_now()

    def _draw_now(self) -> None:
        if not self._dressed or self.look is not look.current():
            self._dress()
        if self._stale and not self.empty_words:
            self._stale = False
            self._draw()

    def _describe(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.canvas.setAccessibleDescription(words)

    def _build(self) -> None:
        self.setProperty("card", "true")
        self._title = label(self.title, font="strong")
        self._note = Note()
        self._note_words = ""
        self._reset = tool_button("zoom-out", tr("{title}: Reset Zoom", title=self.title), self.reset_zoom)
        self._reset.setVisible(False)
        self._more = tool_button("ellipsis", tr("{title}: Chart Menu", title=self.title), self._show_menu_below)
        header = QHBoxLayout(spacing=theme.SMALL)
        header.setContentsMargins(theme.MEDIUM, theme.TIGHT, theme.TIGHT, 0)
        header.addWidget(self._title)
        header.addWidget(self._note, 1)
        header.addWidget(self._reset)
        header.addWidget(self._more)
        self._title.setMinimumHeight(self._more.sizeHint().height())  # the same with and without buttons
        self._pages = QStackedWidget()
        self._pages.addWidget(self.canvas)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self, spacing=0)
        column.setContentsMargins(1, 1, 1, theme.TIGHT)
        column.addLayout(header)
        if self.legend.in_a_row:
            column.addWidget(self.legend)
        column.addWidget(self._pages, 1)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.canvas.reset_wanted.connect(self.reset_zoom)
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.stepped.connect(self._on_stepped)
        self.canvas.zoomed.connect(self._on_zoom_key)
        self.canvas.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        look.theme.changed.connect(self._on_theme)

    def _buttons(self, shown: bool) -> None:
        self._more.setVisible(shown)
        self.legend.setVisible(shown and bool(self.legend.entries))
        if not shown:
            self._reset.hide()

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        menu.chart_menu(self).popup(where)

    @Slot()
    def _show_menu_below(self) -> None:
        self._show_menu(self._more.mapToGlobal(QPoint(0, self._more.height())))

    @Slot(object)
    def _on_hovered(self, point: Any) -> None:
        inside = point is not None and not self.empty_words and self._in_view(point)
        words = self._readout(point.x(), point.y()) if inside else ""
        if inside:
            self.crosshair.show(point)
        else:
            self.crosshair.hide()
        self._note.setText(words or self._note_words)

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
        self._reset.setVisible(not self.empty_words)

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
            self._draw_now()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while hidden."""
        super().showEvent(event)
        self._draw_now()
