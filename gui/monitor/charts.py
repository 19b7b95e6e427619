"""The live side of a monitor: the accuracy above, pages of charts below, all on one axis of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import FeedState, MonitorSnapshot, OnlineCurves, SignalRow
from gui import theme
from gui.monitor.details_panel import DetailsPanel
from gui.monitor.events_panel import EventsPanel
from gui.monitor.late_labels import LateLabels
from gui.parts.ahead import ready
from gui.parts.plot_pages import PlotPages
from gui.parts.splitter import Splitter
from gui.plots.contributions import WaterfallPanel
from gui.plots.latency import LatencyPanel
from gui.plots.live_curve import LiveCurvePanel
from gui.plots.moved_inputs import MovedInputsPanel
from gui.plots.regret import RegretPanel
from gui.plots.timeline import TimelinePanel
from gui.plots.weights import WeightsPanel
from gui.translation import tr

if TYPE_CHECKING:
    from engine.monitoring.monitor import Monitor

# What takes its time to make, to be made ahead.
PARTS = (LiveCurvePanel, TimelinePanel, MovedInputsPanel, WeightsPanel, RegretPanel, LatencyPanel, EventsPanel,
         WaterfallPanel)
SLOW = 4  # frames between two looks at what need not flicker
_AROUND = 250.0  # labels shown on either side of an event
_SIGNALS = 200  # of the newest, in the list


class LiveCharts(QWidget):
    """Shows snapshots. *Signals*: `note_wanted(int)` a label number at which the user wants to write."""

    note_wanted = Signal(int)

    def __init__(self, *, retrain: Callable[[], object], explain: Callable[[SignalRow], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accuracy, self.drift, self.inputs = ready(LiveCurvePanel), ready(TimelinePanel), ready(MovedInputsPanel)
        self.weights, self.regret, self.latency = ready(WeightsPanel), ready(RegretPanel), ready(LatencyPanel)
        self.live = (self.accuracy, self.drift, self.inputs, self.weights, self.regret, self.latency)
        self.late = LateLabels()
        self.events = ready(EventsPanel)
        self.details = DetailsPanel(retrain=retrain, explain=explain)
        self.split = Splitter(Qt.Orientation.Vertical, name="monitor.split")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self.split.addWidget(self.accuracy)
        self.pages = PlotPages(((tr("Drift"), (self.drift, self.inputs)), (tr("Events"), (self.events, self.details)),
                                (tr("Blend"), (self.weights, self.regret)), (tr("Pace"), (self.latency, self.late))),
                               name="monitor.pages", parent=self.split)
        self.split.addWidget(self.pages)
        self.split.setSizes([500, 500])
        self.split.setHandleWidth(theme.SMALL)
        self._span: tuple[float, float] | None = None  # labels that the user looks at; None follows the newest
        self._moved = False  # since the last drawing
        self._owed = False  # whether what is drawn less often has not seen the newest yet
        self._frame = 0
        self._name()
        self._connect()

    def clear(self) -> None:
        """Nothing is watched."""
        self.accuracy.reset_zoom()
        for panel in self.live:
            panel.clear()
        self.late.clear()
        self.events.clear()
        self.details.clear()

    def take(self, snapshot: MonitorSnapshot, monitor: Monitor | None, importance: Mapping[str, float], *,
             settled: bool = False) -> None:
        """Show a snapshot: the accuracy at every frame, the rest less often, and nothing anew where it is settled."""
        self._frame += 1
        slow = snapshot.state is not FeedState.RUNNING or self._frame % SLOW == 0
        if slow:
            self._list(snapshot, monitor)
        self._owed = self._owed or not settled or self._moved
        if settled and not self._moved and not (slow and self._owed):
            return
        if self._span is not None:
            if not slow or monitor is None:
                return
            snapshot = replace(snapshot, curves=self._in_detail(monitor))
        self._moved = False
        self.accuracy.take(snapshot)
        if settled or snapshot.state is not FeedState.RUNNING:
            turns = range(SLOW)
        else:  # one after the other, so that no frame is a long one
            turns = range(self._frame % SLOW, self._frame % SLOW + 1)
        for turn in turns:
            self._take_slowly(turn, snapshot, monitor, importance)
        self._owed = not slow

    def look_at(self, event: float) -> None:
        """Show the neighbourhood of a label in every chart."""
        self._look(event - _AROUND, event + _AROUND)

    def _take_slowly(self, turn: int, snapshot: MonitorSnapshot, monitor: Monitor | None,
                     importance: Mapping[str, float]) -> None:
        """What need not flicker: each chart at a turn of its own."""
        if turn == 0 and monitor is not None and self.inputs.isVisible():
            self.inputs.take_inputs(monitor.inputs(), importance)
        for panel in ((self.inputs, self.weights), (self.drift,), (self.latency, self.regret), (self.drift,))[turn]:
            panel.take(snapshot)
        if turn == 2:
            self.late.take(snapshot)

    def _list(self, snapshot: MonitorSnapshot, monitor: Monitor | None) -> None:
        self.details.take(snapshot)
        self.events.show_snapshot(snapshot)
        if monitor is not None and self.events.lists_signals and self.events.isVisible():
            self.events.show_signals(monitor.recent(_SIGNALS))

    def _in_detail(self, monitor: Monitor) -> OnlineCurves:
        """More of what is looked at than a snapshot of all has, with as much on either side for the next move."""
        assert self._span is not None
        first, last = self._span
        return monitor.history(first - (last - first), last + (last - first))

    def _look(self, first: float, last: float, *, source: object = None) -> None:
        self._span, self._moved = (first, last), True
        for panel in self.live:
            if panel is not source:
                panel.look_at(first, last)

    def _name(self) -> None:
        names = ("accuracy", "drift", "inputs", "weights", "regret", "latency")
        for name, panel in zip(names, self.live, strict=True):
            panel.setObjectName(f"monitor.plot.{name}")

    def _connect(self) -> None:
        for panel in self.live:
            panel.looked.connect(self._on_looked)
            panel.following.connect(self._on_following)
            panel.mark_chosen.connect(self._on_mark)
            panel.place_wanted.connect(self._on_place)
        self.events.chosen.connect(self.look_at)
        self.events.happening_chosen.connect(self.details.show_happening)
        self.events.signal_chosen.connect(self.details.show_signal)

    @Slot(float, float)
    def _on_looked(self, first: float, last: float) -> None:
        """One axis of time: what is zoomed in one chart is zoomed in all."""
        self._look(first, last, source=self.sender())

    @Slot()
    def _on_following(self) -> None:
        self._span, self._moved = None, True
        for panel in self.live:
            panel.follow_again()

    @Slot(float)
    def _on_mark(self, event: float) -> None:
        """A click on a mark leads to its line and its details."""
        self.pages.show_page(tr("Events"))
        self.events.choose(event)

    @Slot(float)
    def _on_place(self, event: float) -> None:
        self.note_wanted.emit(round(event))
