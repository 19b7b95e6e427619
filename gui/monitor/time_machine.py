"""The time machine: a recorded stream, run again with another half-life, rate, blend or detector while one looks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from engine.online.options import LearnerOptions
from engine.progress import ProgressPoint
from engine.records import ReplayRecord
from gui import theme
from gui.jobs import Job, Jobs, Lane
from gui.messages import Messages
from gui.monitor.machine_options import MachineOptions
from gui.monitor.machine_table import MachineTable
from gui.monitor.side import WIDTH
from gui.overrides import override
from gui.parts.fields import Combo
from gui.parts.labels import button, card, label
from gui.parts.words import count, duration, seconds_left
from gui.plots.replayed import MEASURES, ReplayedPanel
from gui.sentences import said_of
from gui.session import Session
from gui.translation import tr

if TYPE_CHECKING:
    from engine.monitoring.recorded import Kept
    from engine.online.recording import Recording

_SOON = 60  # milliseconds after the last move of a slider


class TimeMachine(QWidget):
    """Chart and figures on the left, the recorded streams and the settings on the right.

    `use(options)` is called with settings that the analyst wants for the next start; `back()` leaves.
    """

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, back: Callable[[], object],
                 use: Callable[[LearnerOptions], object]) -> None:
        super().__init__()
        self._session, self._jobs, self._messages, self._use = session, jobs, messages, use
        self._recording: Recording | None = None
        self._recorded: ReplayRecord | None = None
        self._job: Job | None = None
        self._owed = False  # whether the settings have changed since the run under way began
        self.chart, self.figures, self.options = ReplayedPanel(), MachineTable(), MachineOptions()
        self.chart.setObjectName("monitor.plot.replayed")
        self.journal = Combo(name="monitor.machine.journal", words=tr("Recorded stream"))
        self.said = label("", font="small", role="muted", wrap=True, name="monitor.machine.said")
        self.reset = button(tr("As Recorded"), self._on_reset, name="monitor.machine.reset")
        self.take = button(tr("Use at Next Start"), self._on_use, name="monitor.machine.use",
                           hint=tr("Put these settings into the monitor's form; a running learner keeps its own."))
        self.leave = button(tr("Back to Live"), back, icon_name="activity", name="monitor.machine.back")
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._lay_out()
        self._timer.timeout.connect(self._run)
        self.options.changed.connect(self._timer.start)
        self.journal.activated.connect(self._on_journal)
        self._enable(False)

    # --- laying out

    def _lay_out(self) -> None:
        measures, group = QHBoxLayout(spacing=2), QButtonGroup(self, exclusive=True)
        for key, words in MEASURES.items():
            made = button(tr(words), partial(self.chart.set_measure, key), kind="segment",
                          name=f"monitor.machine.{key}")
            made.setCheckable(True)
            made.setChecked(key == self.chart.measure)
            group.addButton(made)
            measures.addWidget(made)
        measures.addStretch()
        left = QVBoxLayout(spacing=theme.SMALL)
        left.addLayout(measures)
        left.addWidget(self.chart, 1)
        left.addWidget(self.figures)
        row = QHBoxLayout(self, spacing=theme.SMALL)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 1)
        row.addWidget(self._side())

    def _side(self) -> QWidget:
        frame, side = card(), QWidget()
        inside = QVBoxLayout(frame, spacing=6)
        inside.setContentsMargins(theme.MEDIUM, 10, theme.MEDIUM, 10)
        for part in (label(tr("Recorded Stream"), font="strong"), self.journal, self.said):
            inside.addWidget(part)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        buttons = QHBoxLayout(spacing=6)
        buttons.addWidget(self.reset, 1)
        buttons.addWidget(self.take, 1)
        column = QVBoxLayout(side, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (frame, self.options):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch()
        column.addWidget(self.leave)
        side.setFixedWidth(WIDTH)
        return side

    # --- what is recorded

    def look(self) -> None:
        """List the workspace's journals; the one that was chosen stays chosen."""
        from engine.monitoring.recorded import journals

        job = self._jobs.start(Lane.SIDE, "machine-list", journals, self._session.folder, quiet=True)
        job.succeeded.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_listed(self, found: tuple[Kept, ...]) -> None:
        before = self.journal.currentData()
        self.journal.clear()
        for kept in found:
            name = kept.source.rsplit("/", 1)[-1] or kept.path.stem
            self.journal.addItem(tr("{name} · {events:,} events", name=name, events=kept.events), kept)
        if not found:
            self.said.setText(tr("Nothing is recorded yet. Run a monitor first: it keeps every event."))
            self.chart.clear()
            self._enable(False)
            return
        places = [place for place, kept in enumerate(found) if before is not None and kept.path == before.path]
        self.journal.setCurrentIndex(places[0] if places else 0)
        chosen = found[self.journal.currentIndex()]
        if self._recording is None or chosen != before:
            self._read(chosen)

    @Slot(int)
    def _on_journal(self, _place: int) -> None:
        if self.journal.currentData() is not None:
            self._read(self.journal.currentData())

    def _read(self, kept: Kept) -> None:
        from engine.monitoring.recorded import read_journal

        self._let_go()
        self._enable(False)
        self.said.setText(tr("Reading the journal…"))
        job = self._jobs.start(Lane.SIDE, "machine-read", read_journal, kept.path, title=tr("Reading a journal"),
                               quiet=True)
        job.progressed.connect(self._on_reading)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_reading(self, point: ProgressPoint) -> None:
        left = seconds_left(point.seconds_left) or tr("{part:.0%} done", part=point.fraction)
        self.said.setText(tr("Reading the journal: {left}", left=left))

    @Slot(object)
    def _on_read(self, found: tuple[Recording, ReplayRecord]) -> None:
        self._recording, self._recorded = found
        self.options.begin(self._recording.options, champion=self._recording.champion)
        self._enable(True)
        self._show(None)
        self.said.setText(tr("{labels:,} labels, with the changes of blend that were made.",
                             labels=self._recorded.labels))

    # --- what would have been

    @Slot()
    def _run(self) -> None:
        """Run it again. A run that is under way is let go through and the newest wish comes after it: with a million
        labels it takes a second, and one that every move of the slider ended would show nothing before the slider
        rests.
        """
        from engine.online.recording import rerun

        if self._recording is None:
            return
        if self._job is not None and not self._job.done:
            self._owed = True
            return
        self._owed = False
        options = self.options.value()
        if options == self._recording.options:
            self._show(None)
            return
        self._job = self._jobs.start(Lane.SIDE, "machine-run", rerun, self._recording, options, quiet=True)
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_run)

    @Slot()
    def _on_run(self) -> None:
        """The slider has moved on meanwhile."""
        if self._owed:
            self._timer.start()

    def _let_go(self) -> None:
        """What runs is of another stream, or of settings that nobody wants any more."""
        self._owed = False
        if self._job is not None and not self._job.done:
            self._job.cancel()
        self._job = None

    @Slot(object)
    def _show(self, other: ReplayRecord | None) -> None:
        assert self._recorded is not None
        self.chart.set_records(self._recorded, other)
        self.figures.show_records(self._recorded, other)
        if other is not None:
            self.said.setText(tr("{labels} labels run again in {took}.", labels=count(other.labels),
                                 took=duration(other.seconds)))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.said.setText(said_of(error))

    @Slot()
    def _on_reset(self) -> None:
        if self._recording is not None:
            self._let_go()
            self.options.begin(self._recording.options, champion=self._recording.champion)
            self._show(None)

    @Slot()
    def _on_use(self) -> None:
        self._use(self.options.value())
        self._messages.good(tr("The monitor's next start takes these settings."))

    def _enable(self, on: bool) -> None:
        for part in (self.options, self.reset, self.take):
            part.setEnabled(on)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """See what has been recorded since."""
        super().showEvent(event)
        self.look()
