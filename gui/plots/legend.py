"""The legend of a chart: real buttons, so that curves can be put away by mouse, by keyboard and by a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.overrides import answering, nothing_of, override
from gui.parts.flow import FlowLayout
from gui.parts.labels import typeset
from gui.translation import tr

if TYPE_CHECKING:
    from gui.plots.look import PlotLook

_SAMPLE, _SHORT_SAMPLE = 24, 18  # width of the drawn line; the short one in a row
_GAP = 5


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend: the pen, and the marker where the curve has one."""

    key: str
    label: str
    pen: QPen
    marker: str = ""
    band: QColor | None = None
    tip: str = ""


class LegendButton(QAbstractButton):
    """A line sample and its name; unchecked means put away."""

    def __init__(self, entry: LegendEntry, parent: Legend) -> None:
        super().__init__(parent, checkable=True, checked=True)
        self._sample = _SHORT_SAMPLE if parent.in_a_row else _SAMPLE
        self.setFont(theme.small_font())
        self.text_color = QColor()
        self.show_entry(entry)

    def show_entry(self, entry: LegendEntry) -> None:
        """Take over new words or a new pen."""
        changed = not self.isVisible() or typeset(tr(entry.label)) != self.text()
        self.entry = entry
        self.setText(typeset(tr(entry.label)))
        self.setToolTip(tr(entry.tip) or tr("Show or hide {label}", label=entry.label))
        self.setAccessibleName(tr("Show {label}", label=entry.label))
        if changed:
            self.updateGeometry()
        self.update()

    @answering(nothing_of(QSize))
    def sizeHint(self) -> QSize:
        """Room for the sample and the words."""
        metrics = self.fontMetrics()
        return QSize(self._sample + 2 * _GAP + metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    @answering(nothing_of(QSize))
    def minimumSizeHint(self) -> QSize:
        """The same: a legend is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sample and words, faint when put away."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isChecked() else 0.4)
        middle = self.height() / 2
        if self.entry.band is not None:
            painter.fillRect(QRectF(2, middle - 5, self._sample, 10), self.entry.band)
        painter.setPen(self.entry.pen)
        painter.drawLine(2, round(middle), 2 + self._sample, round(middle))
        self._draw_marker(painter, middle)
        painter.setPen(self.text_color)
        words = QRectF(self._sample + 2 + _GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(self.text_color, 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()

    def _draw_marker(self, painter: QPainter, middle: float) -> None:
        if not self.entry.marker:
            return
        painter.save()
        painter.translate(2 + self._sample / 2, middle)
        color = self.entry.pen.color()
        drawSymbol(painter, self.entry.marker, 7, pg.mkPen(color), pg.mkBrush(color))
        painter.restore()


class Legend(QWidget):
    """Entries in a corner of a canvas, or (`corner="row"`) in a row of their own.

    Signals: `toggled(str key, bool shown)`.
    """

    toggled = Signal(str, bool)

    def __init__(self, canvas: QWidget, *, corner: str = "top-right") -> None:
        self.in_a_row = corner == "row"
        super().__init__(None if self.in_a_row else canvas)
        self.corner = corner
        self._canvas = canvas
        self._buttons: list[LegendButton] = []
        self._background = QColor()
        self._text = QColor()
        self._listed: tuple[list[LegendEntry], QColor] | None = None
        across = self.in_a_row
        self._box: QLayout = FlowLayout(self, spacing=6) if across else QVBoxLayout(self, spacing=0)
        self._box.setContentsMargins(8 if across else 4, 2, 4, 2)
        self.hide()
        if across:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            canvas.installEventFilter(self)

    def set_entries(self, entries: list[LegendEntry]) -> None:
        """Show these entries; buttons are made once and used again. What was put away stays so by its key."""
        if (entries, self._text) == self._listed:
            return  # live charts ask at every frame
        self._listed = (list(entries), self._text)
        away = self.hidden_keys
        while len(self._buttons) < len(entries):
            button = LegendButton(entries[len(self._buttons)], self)
            button.toggled.connect(self._on_toggled)
            self._box.addWidget(button)
            self._buttons.append(button)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(entries))
            if number < len(entries):
                button.text_color = self._text
                button.show_entry(entries[number])
                button.blockSignals(True)
                button.setChecked(entries[number].key not in away)
                button.blockSignals(False)
        self.setVisible(bool(entries))
        self._place()

    @property
    def entries(self) -> list[LegendEntry]:
        """What is listed now."""
        return [button.entry for button in self._buttons if not button.isHidden()]

    @property
    def hidden_keys(self) -> frozenset[str]:
        """The keys that the user put away."""
        return frozenset(b.entry.key for b in self._buttons if not b.isHidden() and not b.isChecked())

    def restyle(self, look: PlotLook) -> None:
        """Take the colours of a theme; the pens come with new entries."""
        self._background = QColor(look.background)
        self._background.setAlphaF(0.82)
        self._text = QColor(look.text)
        self._listed = None
        for button in self._buttons:
            button.text_color = self._text
        self.update()

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        button = self.sender()
        if isinstance(button, LegendButton):
            button.update()
            self.toggled.emit(button.entry.key, shown)

    def _place(self) -> None:
        self._box.activate()
        if self.in_a_row:
            return
        size = self.sizeHint()
        self.resize(size)
        right, bottom = "right" in self.corner, "bottom" in self.corner
        x = self._canvas.width() - size.width() - 14 if right else 56
        y = self._canvas.height() - size.height() - 46 if bottom else 8
        self.move(QPoint(max(0, x), max(0, y)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the corner when the canvas is resized."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground, so that words stay readable over curves."""
        if not self.in_a_row:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._background)
            painter.end()
