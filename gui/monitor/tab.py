"""The Online Monitor tab: tiles above, live charts on the left, source, blend and events on the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from engine.errors import WorkbenchError
from engine.online.options import Blending, LearnerOptions
from engine.records import FeedState, MonitorSnapshot
from gui import theme
from gui.dialogs.files import choose_file
from gui.jobs import Jobs
from gui.messages import Messages
from gui.monitor.blend_panel import BlendPanel
from gui.monitor.control import MonitorControl
from gui.monitor.events_panel import EventsPanel
from gui.monitor.learner_panel import LearnerPanel
from gui.monitor.source_panel import SourcePanel
from gui.monitor.status_line import SkillLine
from gui.monitor.tiles import TileStrip
from gui.monitor.watching import WatchRequest, watch
from gui.opening import FILTER, Opener
from gui.overrides import override
from gui.parts.empty_state import EmptyState
from gui.parts.labels import button
from gui.parts.seen import span
from gui.plots.live_curve import LiveCurvePanel
from gui.plots.series import run_label
from gui.plots.timeline import TimelinePanel
from gui.plots.weights import WeightsPanel
from gui.session import Session, Topic
from gui.translation import tr

FRAME = 50  # ms between two looks at the monitor: 20 a second
_SLOW = 4  # tiles change at a quarter of that: figures that flicker cannot be read
_SIDE = 316  # width of the right column
_AROUND = 250.0  # labels shown on either side of an event


class MonitorTab(QWidget):
    """Reads the running monitor 20 times a second while it is looked at; the monitor itself never waits for it."""

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, opener: Opener,
                 show_tab: Callable[[str], object], watch_with: Callable[..., MonitorSnapshot] = watch) -> None:
        super().__init__()
        self.session, self.messages, self._opener, self._show_tab = session, messages, opener, show_tab
        self.control = MonitorControl(jobs, watch_with, parent=self)
        self.tiles = TileStrip()
        self.skill = SkillLine()
        self.accuracy, self.drift, self.weights = LiveCurvePanel(), TimelinePanel(), WeightsPanel()
        self.live = (self.accuracy, self.drift, self.weights)
        self.source, self.blend, self.learner = SourcePanel(), BlendPanel(), LearnerPanel()
        self.events = EventsPanel()
        self.retrain = button(tr("Retrain Now…"), self._on_retrain, icon_name="refresh-cw", name="monitor.retrain",
                              hint=tr("Open the Training tab with this source and these roles."))
        self._chosen: Path | None = None
        self._frame = 0
        self._last: tuple[object, ...] = ()
        self._timer = QTimer(self, interval=FRAME)
        self._lay_out()
        self._connect()
        self._show_state()

    # --- what the session says

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Follow the open file and the library."""
        if topics & {Topic.DATA, Topic.SETTINGS}:
            self._list_files()
        if topics & {Topic.RUNS, Topic.CHAMPION}:
            self.source.set_runs([run for run in self.session.runs if run.model_path], self.session.champion)
        self._show_state()

    def request(self) -> WatchRequest:
        """What the form asks for; raises `WorkbenchError` where it asks for nothing."""
        path = self.source.path
        if path is None:
            raise WorkbenchError(tr("There is no source to watch."), code="no-source",
                                 remedy=tr("Open a file of signals first."))
        is_open = path == self.session.path
        run = self.session.run(self.source.champion_id)
        return WatchRequest(
            path=path, workspace=self.session.workspace, table=self.session.data if is_open else None,
            **({"roles": self.session.roles} if is_open else {}),
            champion=run.id if run else None, champion_name=run_label(run) if run else "",
            speed=self.source.speed_value, options=self._options(), resume=self.learner.resume,
        )

    # --- laying out

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            "activity", tr("Nothing to Watch Yet"), tr("Open a file of trading signals to replay it as if it were "
                                                   "live: every signal is scored first and learnt from when its "
                                                   "label arrives."),
            actions=((tr("Open Data…"), self._open_data), (tr("Open Sample"), self._open_sample)), name="monitor.empty",
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self._body())
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        column.addWidget(self.tiles)
        column.addWidget(self.skill)
        columns = QHBoxLayout(spacing=theme.SMALL)
        columns.addWidget(self._charts(), 1)
        columns.addWidget(self._side())
        column.addLayout(columns, 1)
        return body

    def _charts(self) -> QWidget:
        self.accuracy.setObjectName("monitor.plot.accuracy")
        self.drift.setObjectName("monitor.plot.drift")
        self.weights.setObjectName("monitor.plot.weights")
        below = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        below.addWidget(self.drift)
        below.addWidget(self.weights)
        below.setSizes([600, 360])
        charts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        charts.addWidget(self.accuracy)
        charts.addWidget(below)
        charts.setSizes([560, 400])
        for splitter in (below, charts):
            splitter.setHandleWidth(theme.SMALL)
        return charts

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.source, self.blend, self.learner):
            column.addWidget(part)
        column.addWidget(self.events, 1)
        column.addWidget(self.retrain)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)  # for low windows
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(side)
        scroll.setFixedWidth(_SIDE)
        return scroll

    def _connect(self) -> None:
        self.source.start_wanted.connect(self.start)
        self.source.pause_wanted.connect(self._on_pause)
        self.source.stop_wanted.connect(self.control.stop)
        self.source.speed_changed.connect(self.control.set_speed)
        self.source.file_wanted.connect(self._choose_file)
        self.source.champion.activated.connect(self._show_state)
        self.blend.changed.connect(self.control.set_blend)
        self.blend.adaptive_changed.connect(self.control.set_adaptive)
        self.events.chosen.connect(self._on_event)
        for panel in self.live:
            panel.looked.connect(self._on_looked)
            panel.following.connect(self._on_following)
        self.control.changed.connect(self._on_control)
        self.control.failed.connect(self._on_failed)
        self._timer.timeout.connect(self._tick)

    # --- what the user does

    @Slot()
    def start(self) -> None:
        """Open the source and begin."""
        try:
            request = self.request()
        except WorkbenchError as error:
            self.messages.error(error)
            return
        self.accuracy.reset_zoom()
        for panel in self.live:
            panel.clear()
        self.tiles.clear()
        self.skill.clear()
        self.events.clear()
        run = self.session.run(self.source.champion_id)
        self.accuracy.set_reference(None if run is None or run.scores is None else run.scores.accuracy.value)
        self.accuracy.set_seen_until(None if run is None else span(run.exposure)[1])
        self.control.start(request)

    @Slot(bool)
    def _on_pause(self, paused: bool) -> None:
        (self.control.pause if paused else self.control.resume)()
        self._pull()

    @Slot(float, float)
    def _on_looked(self, first: float, last: float) -> None:
        """One axis of time: what is zoomed in one chart is zoomed in all."""
        for panel in self.live:
            if panel is not self.sender():
                panel.look_at(first, last)

    @Slot()
    def _on_following(self) -> None:
        for panel in self.live:
            panel.follow_again()

    @Slot(int)
    def _on_event(self, label_number: int) -> None:
        for panel in self.live:
            panel.look_at(label_number - _AROUND, label_number + _AROUND)

    def _on_retrain(self) -> None:
        path = self.source.path
        if path is not None and path != self.session.path:
            self._opener.open(path)
        self._show_tab("training")
        self.messages.info(tr("The form holds the monitor's source. Check the settings, then press Train."))

    def _open_data(self) -> None:
        choose_file(self, tr("Open Signals"), FILTER, self._opener.open)

    def _open_sample(self) -> None:
        self._opener.open_sample()

    @Slot()
    def _choose_file(self) -> None:
        path = self.source.path
        choose_file(self, tr("Choose a File to Watch"), FILTER, self.take_file, folder=path.parent if path else None)

    def take_file(self, path: Path) -> None:
        """Watch this file, whichever is open for training."""
        self._chosen = path
        self._list_files()
        self._show_state()

    # --- what the monitor does

    @Slot()
    def _on_control(self) -> None:
        self._show_state()
        if self.isVisible():
            self._pull()
            self._timer.start()
        self.session.announce(Topic.MONITOR)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not self.messages.tell(error):
            raise error

    @Slot()
    def _tick(self) -> None:
        self._pull()
        if not self.control.busy:
            self._timer.stop()

    def _pull(self) -> None:
        """Show the monitor as it is now; nothing is repainted where nothing has changed."""
        snapshot = self.control.snapshot()
        if snapshot is None:
            self.source.state.show_words(self.control.words)
            return
        now = (snapshot.state, snapshot.status, snapshot.events, snapshot.labels, snapshot.blend, snapshot.adaptive)
        settled = now == self._last
        self._last = now
        self._frame += 1
        if not settled:
            self._show_charts(snapshot)
        if not settled or self._frame % _SLOW == 0:
            self.events.show_snapshot(snapshot)
        if self._frame % _SLOW == 0 or snapshot.state is not FeedState.RUNNING:
            self.tiles.show_snapshot(snapshot)
            self.skill.show_snapshot(snapshot)
            self.source.state.show_snapshot(snapshot)

    def _show_charts(self, snapshot: MonitorSnapshot) -> None:
        running = snapshot.state is FeedState.RUNNING
        self.accuracy.take(snapshot)
        if not running or self._frame % 2 == 0:
            self.drift.take(snapshot)
        if not running or self._frame % _SLOW == 1:
            self.weights.take(snapshot)

    # --- inside

    def _options(self) -> LearnerOptions:
        blending = Blending.ADAPTIVE if self.blend.adaptive.isChecked() else Blending.FIXED
        return self.learner.options(blending=blending, batch_weight=self.blend.value)

    def _list_files(self) -> None:
        recent = [Path(name) for name in self.session.settings.recent_files]
        wanted = [path for path in (self._chosen, self.session.path) if path is not None]
        known = [*wanted, *(path for path in recent if path not in wanted and path.exists())]
        self.source.set_files(known, self._chosen or self.session.path)

    @Slot()
    def _show_state(self) -> None:
        control = self.control
        self.pages.setCurrentIndex(0 if self.source.path is not None or control.known or control.busy else 1)
        self.source.show_state(busy=control.busy, opening=control.opening, paused=control.paused)
        self.learner.setEnabled(not control.busy)
        self.blend.set_batch(self.source.champion_id is not None)
        self.source.state.show_words(control.words or ("" if control.known else tr("Ready. Press Start.")))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look again."""
        super().showEvent(event)
        focused = self.focusWidget()
        if focused is None or not focused.isEnabled():
            self.source.start.setFocus()
        if self.control.known or self.control.busy:
            self._pull()
            self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Look away; the monitor goes on."""
        self._timer.stop()
        super().hideEvent(event)
