"""Why a model scores as it does: beeswarm of all features, dependence of one, waterfall of one signal."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.evaluation.explanation import Dependence, Step, SwarmRow, Waterfall
from engine.records import Floats
from gui import theme
from gui.parts.kept import figure
from gui.parts.labels import typeset
from gui.plots.base import PlotPanel, Table
from gui.sentences import said
from gui.translation import tr, written

_LOW, _HIGH = (0x00, 0x8B, 0xFB), (0xFF, 0x00, 0x51)  # readable on both grounds
_STEPS = 12  # colours; each is one item, which draws far quicker than a brush a point
_LANE = 0.38
_FIGURE = 48  # pixels of a figure beside its bar
_LONGEST = 22
_MISSING = "missing"  # the engine's word for no value


class _Points:
    """Points coloured from low to high values, grey where the value is missing."""

    def __init__(self, plot: pg.PlotItem, clicked: Callable[..., object] | None = None) -> None:
        self._items = [pg.ScatterPlotItem(pxMode=True, size=5, pen=None) for _ in range(_STEPS + 1)]
        for item in self._items:
            plot.addItem(item)
            if clicked is not None:
                item.sigClicked.connect(clicked)

    def show(self, x: Floats, y: Floats, colour: Floats, missing: str, data: np.ndarray | None = None) -> None:
        step = np.where(np.isnan(colour), _STEPS, np.minimum(np.nan_to_num(colour) * _STEPS, _STEPS - 1)).astype(int)
        for number, item in enumerate(self._items):
            mine = step == number
            brush = QColor(missing) if number == _STEPS else shade(number / (_STEPS - 1))
            item.setData(x[mine], y[mine], brush=brush, data=None if data is None else data[mine])


def shade(part: float) -> QColor:
    """Blue for low values, red for high ones."""
    return QColor(*(round(a + part * (b - a)) for a, b in zip(_LOW, _HIGH, strict=True)))


class SwarmPanel(PlotPanel):
    """A lane a feature, a point a signal. *Signals*: `chosen(str, int)` a point's feature and signal was clicked."""

    chosen = Signal(str, int)

    def __init__(self) -> None:
        self.records: tuple[SwarmRow, ...] = ()
        super().__init__(tr("What Moves the Score"), x=tr("Log-odds · blue: low value, red: high"),
                         empty=tr("Open a file and select a run to see why it scores as it does."))
        self._zero = pg.InfiniteLine(angle=90, pos=0.0, movable=False)
        self.plot.addItem(self._zero, ignoreBounds=True)
        self._points = _Points(self.plot, self._on_clicked)

    def set_records(self, records: tuple[SwarmRow, ...]) -> None:
        """Show these features, the most important first."""
        self.records = records
        self.set_empty(None if records else self._empty.text())
        if records:
            self._changed()

    def _draw(self) -> None:
        many = len(self.records)
        self.plot.getAxis("left").setTicks([[(float(many - 1 - n), _short(row.feature))
                                             for n, row in enumerate(self.records)]])
        x = np.concatenate([row.contribution for row in self.records])
        y = np.concatenate([many - 1 - n + _LANE * row.height for n, row in enumerate(self.records)])
        colour = np.concatenate([row.colour for row in self.records])
        places = np.concatenate([np.arange(len(row.colour)) + n * 1_000_000 for n, row in enumerate(self.records)])
        self._points.show(x, y, colour, self.look.muted, places)
        self._home()

    def _home(self) -> None:
        if self.records:
            low = min(float(row.contribution.min()) for row in self.records)
            high = max(float(row.contribution.max()) for row in self.records)
            gap = 0.05 * max(high - low, 0.01)
            self.plot.setRange(xRange=(low - gap, high + gap), yRange=(-0.6, len(self.records) - 0.4), padding=0)

    def _restyle(self) -> None:
        self._zero.setPen(self.look.baseline_pen())

    def _words(self) -> str:
        return tr("What moves the score, by mean size: ") + ", ".join(
            f"{row.feature} {written(row.importance, '.3f')}" for row in self.records) + "."

    def _table(self) -> Table:
        return Table((tr("Feature"), tr("Mean |contribution|"), tr("Share"), tr("Least"), tr("Most")),
                     tuple((row.feature, row.importance, row.share, float(row.contribution.min()),
                            float(row.contribution.max())) for row in self.records))

    def _readout(self, x: float, y: float) -> str:
        place = len(self.records) - 1 - round(y)
        if not 0 <= place < len(self.records):
            return ""
        row = self.records[place]
        return tr("{feature}: {importance:.3f} on the mean, {share:.0%} of all", feature=row.feature,
                  importance=row.importance, share=row.share)

    def _on_clicked(self, _item: object, points: np.ndarray, _event: object) -> None:
        if len(points):
            place, signal = divmod(int(points[0].data()), 1_000_000)
            self.chosen.emit(self.records[place].feature, signal)


class DependencePanel(PlotPanel):
    """One feature's value against what it adds."""

    def __init__(self) -> None:
        self.record: Dependence | None = None
        super().__init__(tr("Value and Contribution"), x=tr("Value"), y=tr("Contribution in log-odds"),
                         empty=tr("Select a run and choose a feature."))
        self._zero = pg.InfiniteLine(angle=0, pos=0.0, movable=False)
        self.plot.addItem(self._zero, ignoreBounds=True)
        self._points = _Points(self.plot)

    def set_record(self, record: Dependence) -> None:
        """Show this feature."""
        self.record = record
        self.set_empty(None)
        self.set_note(tr("colour: {partner}, blue low, red high", partner=record.partner) if record.partner else "")
        self._changed()

    def _draw(self) -> None:
        assert self.record is not None
        known = np.isfinite(self.record.x)
        colour = np.where(np.isfinite(self.record.colour), self.record.colour, 0.0 if not self.record.partner
                          else np.nan)
        self._points.show(self.record.x[known], self.record.y[known], colour[known], self.look.muted)
        self.plot.setLabel("bottom", self.record.feature, color=self.look.muted)
        self._home()

    def _restyle(self) -> None:
        self._zero.setPen(self.look.baseline_pen())

    def _words(self) -> str:
        assert self.record is not None
        partner = tr(", coloured by {partner}", partner=self.record.partner) if self.record.partner else ""
        return (tr("Contribution of {feature} by its value, {x} signals{partner}; {mean:.3f} on the mean, from "
                   "{min:+.3f} to {max:+.3f}.", feature=self.record.feature, x=len(self.record.x), partner=partner,
                   mean=np.abs(self.record.y).mean(), min=self.record.y.min(), max=self.record.y.max()))

    def _readout(self, x: float, y: float) -> str:
        """The signal whose value is nearest to the cross-hair's."""
        record = self.record
        known = np.empty(0) if record is None else np.abs(record.x - x)
        if record is None or not np.isfinite(known).any():
            return ""
        near = int(np.nanargmin(known))
        return (f"{record.feature} = {written(record.x[near], '.4g')}:  "
                f"{typeset(written(record.y[near], '+.3f'))}")

    def _table(self) -> Table:
        record = self.record
        rows = () if record is None else tuple(zip(record.x.tolist(), record.y.tolist(), strict=True))
        return Table((tr("Value"), tr("Contribution")), rows)


class WaterfallPanel(PlotPanel):
    """How one signal came to its score, step by step."""

    def __init__(self) -> None:
        self.record: Waterfall | None = None
        self._bars = pg.BarGraphItem(x0=[0], y=[0], width=[0], height=0.6)
        self._texts: list[pg.TextItem] = []
        super().__init__(tr("One Signal"), x=tr("Log-odds"), empty=tr("Select a run and choose a signal."))
        self._base = pg.InfiniteLine(angle=90, movable=False)
        for item in (self._bars, self._base):
            self.plot.addItem(item, ignoreBounds=True)

    def set_record(self, record: Waterfall) -> None:
        """Show this signal."""
        self.record = record
        self.set_empty(None)
        self.set_note(tr("probability {probability:.3f}", probability=record.probability))
        self._changed()

    def _draw(self) -> None:
        record = self.record
        assert record is not None
        many = len(record.steps)
        places = np.arange(many)[::-1].astype(float)
        self.plot.getAxis("left").setTicks([[
            (place, _short(_feature(step)) + _value(step))
            for place, step in zip(places, record.steps, strict=True)]])
        sizes = np.array([step.contribution for step in record.steps])
        brushes = [pg.mkBrush(shade(1.0 if size >= 0 else 0.0)) for size in sizes]
        self._bars.setOpts(x0=[step.start for step in record.steps], y=places, width=sizes, brushes=brushes,
                           pen=pg.mkPen(None), height=0.6)
        self._base.setPos(record.base)
        self._label(places)
        self._home()

    def _label(self, places: np.ndarray) -> None:
        assert self.record is not None
        while len(self._texts) < len(places):
            text = pg.TextItem(anchor=(0, 0.5))
            self.plot.addItem(text, ignoreBounds=True)
            self._texts.append(text)
        for number, text in enumerate(self._texts):
            text.setVisible(number < len(places))
            if number < len(places):
                step = self.record.steps[number]
                text.setText(typeset(written(step.contribution, "+.3f")), color=self.look.text)
                text.setFont(theme.small_font())
                text.setPos(max(step.start, step.end), places[number])

    def _home(self) -> None:
        if self.record is not None:
            ends = [value for step in self.record.steps for value in (step.start, step.end)] or [0.0, 1.0]
            wide = max(max(ends) - min(ends), 0.01)
            room = min(max(_FIGURE / max(self.plot.getViewBox().width(), _FIGURE), 0.2), 0.5)  # of the width
            self.plot.setRange(xRange=(min(ends) - 0.05 * wide, max(ends) + 1.05 * wide * room / (1 - room)),
                               yRange=(-0.6, len(self.record.steps) - 0.4), padding=0)

    def _restyle(self) -> None:
        self._base.setPen(self.look.baseline_pen())

    def _words(self) -> str:
        assert self.record is not None
        steps = ", ".join(f"{_feature(step)} {written(step.contribution, '+.3f')}" for step in self.record.steps)
        return (tr("From the base {base:.3f} to {margin:.3f} in log-odds, probability {probability:.3f}: {steps}.",
                   base=self.record.base, margin=self.record.margin, probability=self.record.probability, steps=steps))

    def _readout(self, x: float, y: float) -> str:
        steps = self.record.steps if self.record is not None else ()
        place = len(steps) - 1 - round(y)
        if not 0 <= place < len(steps):
            return ""
        step = steps[place]
        return f"{_feature(step)}{_value(step)}:  {typeset(written(step.contribution, '+.3f'))}"

    def _table(self) -> Table:
        steps = self.record.steps if self.record is not None else ()
        return Table((tr("Feature"), tr("Value"), tr("Contribution"), tr("From"), tr("To")),
                     tuple((_feature(s), s.value, s.contribution, s.start, s.end) for s in steps))


def put_above(panel: PlotPanel, controls: QWidget) -> None:
    """Controls between the heading of a panel and its picture."""
    column = panel.layout()
    assert isinstance(column, QVBoxLayout)
    controls.setContentsMargins(theme.MEDIUM, 0, theme.MEDIUM, 0)
    column.insertWidget(1, controls)


def _feature(step: Step) -> str:
    """The name of a step: a column's, or how many others it stands for."""
    return step.feature if step.value else said(step.feature)


def _value(step: Step) -> str:
    """The value that made it, a number as the language writes it."""
    return f" = {said(step.value) if step.value == _MISSING else figure(step.value)}" if step.value else ""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
