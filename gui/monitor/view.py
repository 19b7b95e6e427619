"""One monitor: tiles above, live charts on the left, source, blend and alerts on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine.errors import WorkbenchError
from engine.monitoring.rules import Rule
from engine.online.options import LearnerOptions
from engine.records import MonitorSnapshot
from gui import theme
from gui.dialogs.connect import Connection
from gui.dialogs.files import choose_file
from gui.jobs import Jobs
from gui.messages import Message, Messages, Tone
from gui.monitor.charts import LiveCharts
from gui.monitor.choosing import SourceChooser
from gui.monitor.control import MonitorControl
from gui.monitor.explaining import Explaining
from gui.monitor.frames import Frames
from gui.monitor.live_page import LivePage
from gui.monitor.requesting import request_of
from gui.monitor.retraining import Retraining
from gui.monitor.side import SideColumn
from gui.monitor.steering import Steering
from gui.monitor.tiles import TileStrip
from gui.monitor.tools import ViewTools
from gui.monitor.watching import Elsewhere, WatchRequest
from gui.opening import FILTER, Opener
from gui.overrides import override
from gui.parts.ahead import ready
from gui.parts.empty_state import EmptyState
from gui.session import Session, Topic
from gui.translation import tr
from gui.undo import UndoStack


class MonitorView(QWidget):
    """Reads the running monitor 25 times a second while it is looked at; the monitor itself never waits for it.

    *Signals*: `wanted(str)` a button of the row of tools that is not the view's own business.
    """

    wanted = Signal(str)

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, opener: Opener, undo_stack: UndoStack,
                 show_tab: Callable[[str], object], watch_with: Callable[..., MonitorSnapshot],
                 rules: Sequence[Rule], number: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.jobs, self.messages, self._opener = session, jobs, messages, opener
        self.control = MonitorControl(jobs, watch_with, slot="monitor" if number == 1 else f"monitor-{number}",
                                      rules=rules, parent=self)
        self.retraining = Retraining(session=session, jobs=jobs, messages=messages, opener=opener, show_tab=show_tab,
                                     parent=self)
        self.explaining = Explaining(session=session, jobs=jobs, control=self.control)
        self.tiles, self.tools = ready(TileStrip), ready(ViewTools)
        self._lay_out()
        self.charts = LiveCharts(retrain=self.retrain_now, explain=self.explaining.ask, parent=self.live)
        self.explaining.show_in(self.charts.details)
        self.side = ready(SideColumn)
        self.live.fill(self.charts, self.side)
        self.source, self.blend, self.learner = self.side.source, self.side.blend, self.side.learner
        self.chooser = SourceChooser(self.source, self, jobs=jobs, take_file=self.take_file, take_live=self.take_live)
        self.steering = Steering(self.blend, self.control, undo_stack)
        self.frames = Frames(self)
        self.machine: QWidget | None = None  # built when it is first wanted
        self.chosen: Path | None = None  # by the user; else the open file is watched
        self._connect()
        self._show_state()
        self.show_rules()

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
        return request_of(self.side, self.session, self.options())

    @property
    def title(self) -> str:
        """What is watched, in a few words."""
        request = self.control.request
        return request.title if request is not None else self.source.source.currentText()

    # --- what the user does

    @Slot()
    def start(self) -> None:
        """Open the source and begin."""
        try:
            self.learner.check()
            request = self.request()
        except WorkbenchError as error:
            self.messages.error(error)
            return
        self.frames.hold(None)
        self.charts.clear()
        self.tiles.clear()
        self.tools.skill.clear()
        run = self.session.run(self.source.champion_id)
        self.charts.accuracy.set_reference(
            None if run is None or run.scores is None else run.scores.accuracy.value)
        self.control.start(request)
        self._show_form(False)

    @property
    def frozen(self) -> bool:
        """Whether the view is held while the learner goes on."""
        return self.frames.held is not None

    def retrain_now(self) -> None:
        """To the Training tab, with what the monitor has seen in the last days."""
        self.retraining.begin(self.explaining.journal, self.source.path, self.side.days.value())

    def freeze(self, frozen: bool) -> None:
        """Hold the view as it is, or go on with the newest; the learner never waits."""
        self.frames.hold(self.control.snapshot() if frozen else None)
        self._show_state()
        self.frames.show_anew()

    def show_machine(self, shown: bool) -> None:
        """Bring the time machine to the front, or go back to what is live."""
        if shown and self.machine is None:
            from gui.monitor.time_machine import TimeMachine

            self.machine = TimeMachine(session=self.session, jobs=self.jobs, messages=self.messages,
                                       back=self.show_live, use=self.take_options)
            self.stack.addWidget(self.machine)
        self.stack.setCurrentIndex(1 if shown else 0)
        self.tools.buttons["time_machine"].setChecked(shown)

    def show_live(self) -> None:
        """Back from the time machine."""
        self.show_machine(False)

    def take_options(self, options: LearnerOptions) -> None:
        """Settings for the next start."""
        self.learner.form.set_value(options)
        self.learner.say()
        self.blend.set_value(options.batch_weight)
        self.blend.set_way(options.blending)

    def note(self, text: str, event: int | None = None) -> None:
        """Write a note into the journal, at a label or now."""
        monitor = self.control.monitor
        if monitor is not None:
            try:
                monitor.annotate(text, event=event)
            except WorkbenchError as error:
                self.messages.error(error)
            self.frames.show_anew()

    def take_file(self, path: Path) -> None:
        """Watch this file, whichever is open for training."""
        self.chosen = path
        self._list_files()
        self._show_state()

    def _show_form(self, shown: bool) -> None:
        """In a narrow view either the form or the charts."""
        self.live.show_form(shown)
        self.tools.show_form(narrow=self.live.narrow, shown=shown)

    @Slot(bool)
    def _on_narrowed(self, _narrow: bool) -> None:
        self._show_form(self.live.shows_form)

    @Slot(bool)
    def _on_pause(self, paused: bool) -> None:
        (self.control.pause if paused else self.control.resume)()
        self.frames.show_now()

    @Slot(str)
    def _on_tool(self, name: str) -> None:
        if name == "freeze":
            self.freeze(not self.frozen)
        elif name == "form":
            self._show_form(not self.live.shows_form)
        elif name == "time_machine":
            self.show_machine(self.stack.currentIndex() == 0)
        else:
            self.wanted.emit(name)

    def take_live(self, connection: Connection | Elsewhere) -> None:
        """Watch this live source."""
        self.source.add_connection(connection)
        self._show_state()
        if self.isVisible():
            self.source.start.setFocus()  # what comes next

    def watch_own(self) -> None:
        """Look on at the monitor that runs in this workspace without a window."""
        self.take_live(Elsewhere(self.session.folder))
        self.start()

    def _open_data(self) -> None:
        choose_file(self, tr("Open Signals"), tr(FILTER), self._opener.open)

    # --- what the monitor does

    @Slot()
    def _on_control(self) -> None:
        self._show_state()
        if self.isVisible():
            self.frames.start()
        self.session.announce(Topic.MONITOR)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbenchError) and error.code == "in-use":
            # Who holds the workspace is most likely a monitor that can be watched from here.
            self.messages.post(Message(Tone.ERROR, error.what, error.where, tr(
                "Watch that one here, or stop it where it was started."), action=(tr("Watch It"), self.watch_own)))
        else:
            self.messages.tell(error)

    @Slot()
    def show_rules(self) -> None:
        """Say which rules hold."""
        self.side.alerts.show_rules(self.control.rules.rules, self.control.rules.holding)

    # --- inside

    def options(self) -> LearnerOptions:
        """What the learner's form and the blend ask for; raises `FieldError` where that is nothing."""
        return self.learner.options(blending=self.blend.way, batch_weight=self.blend.value)

    def _list_files(self) -> None:
        self.source.list_files(self.chosen or self.session.path, self.session)

    @Slot()
    def _show_state(self) -> None:
        control = self.control
        chosen = self.source.path or self.source.connection or self.source.elsewhere
        self.pages.setCurrentIndex(0 if chosen is not None or control.known or control.busy else 1)
        self.source.show_state(busy=control.busy, opening=control.opening, paused=control.paused)
        self.tools.show_state(known=control.known, frozen=self.frozen)
        self.learner.setEnabled(not control.busy)
        self.blend.set_batch(self.source.champion_id is not None and not control.watched)
        self.source.state.show_words(control.words or ("" if control.known else tr("Ready. Press Start.")))

    # --- laying out

    def _lay_out(self) -> None:
        """From the outside to the inside: what is full already is dear to move."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget()
        column.addWidget(self.pages)
        self._lay_out_body()
        self.empty = EmptyState(
            "activity", tr("Nothing to Watch Yet"), tr("Open a file of trading signals to replay it as if it were "
                                                   "live: every signal is scored first and learnt from when its "
                                                   "label arrives."),
            actions=((tr("Open Data…"), self._open_data), (tr("Open Sample"), self._opener.open_sample),
                     (tr("Connect Live Source…"), self._connect_source)), name="monitor.empty",
        )
        self.pages.addWidget(self.empty)

    def _connect_source(self) -> None:
        self.chooser.choose_connection()

    def _lay_out_body(self) -> None:
        body = QWidget()
        self.pages.addWidget(body)
        column = QVBoxLayout(body, spacing=6)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        for part in (self.tiles, self.tools):
            column.addWidget(part)
        self.stack = QStackedWidget()  # the live side, and the time machine once it is wanted
        column.addWidget(self.stack, 1)
        self.live = LivePage(self.stack)
        self.stack.addWidget(self.live)

    def _connect(self) -> None:
        self.side.retrain_wanted.connect(self.retrain_now)
        self.source.start_wanted.connect(self.start)
        self.source.pause_wanted.connect(self._on_pause)
        self.source.stop_wanted.connect(self.control.stop)
        self.source.step_wanted.connect(self.control.step)
        self.source.speed_changed.connect(self.control.set_speed)
        self.source.champion.activated.connect(self._show_state)
        self.tools.wanted.connect(self._on_tool)
        self.live.narrowed.connect(self._on_narrowed)
        self.side.alerts.triggers_wanted.connect(partial(self.wanted.emit, "triggers"))
        self.control.changed.connect(self._on_control)
        self.control.failed.connect(self._on_failed)
        self.control.rules_looked.connect(self.show_rules)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look again."""
        super().showEvent(event)
        focused = self.focusWidget()
        if focused is None or not focused.isEnabled():
            self.source.start.setFocus()
        if self.control.known or self.control.busy:
            self.frames.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Look away; the monitor goes on."""
        self.frames.stop()
        super().hideEvent(event)
