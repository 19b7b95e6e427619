"""What is watched and by whom: source, champion, speed, and the buttons that start, hold and end it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.records import RunRecord
from gui import theme
from gui.dialogs.connect import Connection
from gui.icons import icon
from gui.monitor.status_line import StateLine
from gui.monitor.watching import Elsewhere, title_of
from gui.parts.fields import Combo
from gui.parts.labels import button, card, label, tool_button
from gui.plots.series import run_label
from gui.session import Session
from gui.translation import later, tr

SPEEDS = ((later("Full speed"), 0.0), (later("1 day a second"), 86_400.0), (later("1 hour a second"), 3_600.0),
          (later("1 minute a second"), 60.0), (later("Real time"), 1.0))
NO_BATCH = ""  # the combo's value for "no batch model"
_CHOOSE, _CONNECT, _LOOK_ON = object(), object(), object()


class SourcePanel(QWidget):
    """The form of a monitor.

    *Signals*: `start_wanted()`, `pause_wanted(bool)`, `step_wanted()`, `stop_wanted()`, `speed_changed(float)`,
    `file_wanted()`, `connection_wanted()`, `elsewhere_wanted()`.
    """

    start_wanted = Signal()
    pause_wanted = Signal(bool)
    step_wanted = Signal()
    stop_wanted = Signal()
    speed_changed = Signal(float)
    file_wanted = Signal()
    connection_wanted = Signal()
    elsewhere_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paused = False
        self.connections: tuple[Connection | Elsewhere, ...] = ()
        self._busy = False
        self._placed = 0
        self.picked = False  # whether the user chose the batch model
        self.source = Combo(name="monitor.source", words=tr("Source"))
        self.champion = Combo(name="monitor.champion", words=tr("Batch model"))
        self.speed = Combo(name="monitor.speed", words=tr("Speed"))
        self.start = button(tr("Start"), self.start_wanted.emit, icon_name="play", kind="primary", name="monitor.start")
        self.pause = button(tr("Pause"), self._on_pause, icon_name="pause", name="monitor.pause")
        self.step = tool_button("chevron-right", tr("Step: take the next event while paused"), self.step_wanted.emit,
                                name="monitor.step", color="text")
        self.stop = button(tr("Stop"), self.stop_wanted.emit, icon_name="square", name="monitor.stop")
        for words, speed in SPEEDS:
            self.speed.addItem(tr(words), speed)
        self.source.setToolTip(tr("Where signals and labels come from: a file is replayed in the order of time."))
        self.champion.setToolTip(tr("The batch model that is blended with the online learner."))
        self.speed.setToolTip(tr("How fast a file's time passes. It may be changed while the monitor runs."))
        self.own_pace = label(tr("As events come"), role="muted", name="monitor.pace")
        self.state = StateLine()
        self._lay_out()
        self.source.activated.connect(self._on_source)
        self.champion.activated.connect(self._on_champion)
        self.speed.activated.connect(self._on_speed)

    @property
    def path(self) -> Path | None:
        """The chosen file."""
        chosen = self.source.currentData()
        return chosen if isinstance(chosen, Path) else None

    @property
    def connection(self) -> Connection | None:
        """The chosen live source."""
        chosen = self.source.currentData()
        return chosen if isinstance(chosen, Connection) else None

    @property
    def elsewhere(self) -> Elsewhere | None:
        """The chosen monitor that runs without a window."""
        chosen = self.source.currentData()
        return chosen if isinstance(chosen, Elsewhere) else None

    @property
    def champion_id(self) -> str | None:
        """The chosen run, or None for no batch model."""
        return self.champion.currentData() or None

    @property
    def speed_value(self) -> float:
        """Times real time; 0 for as fast as possible."""
        return float(self.speed.currentData())

    def pick(self, run_id: str) -> None:
        """Choose a batch model as the user would; one that is gone leaves the library's champion."""
        place = self.champion.findData(run_id)
        if place >= 0:
            self.picked = True
            self.champion.setCurrentIndex(place)

    def list_files(self, chosen: Path | None, session: Session) -> None:
        """List what is open and what was of late."""
        wanted = [path for path in (chosen, session.path) if path is not None]
        recent = [Path(name) for name in session.settings.recent_files]
        self.set_files([*wanted, *(path for path in recent if path not in wanted and path.exists())], chosen)

    def set_files(self, paths: Sequence[Path], chosen: Path | None) -> None:
        """List the open file first, then recent ones, then the choice of another."""
        before, live = chosen or self.path, self.connection or self.elsewhere
        self.source.clear()
        for connection in self.connections:
            self._list_live(self.source.count(), connection)
        for path in dict.fromkeys(paths):
            self.source.addItem(path.name, path)
            self.source.setItemData(self.source.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        if not paths and not self.connections:
            self.source.addItem(tr("No file is open"), None)
        self.source.addItem(tr("Choose File…"), _CHOOSE)
        self.source.addItem(tr("Connect Live Source…"), _CONNECT)
        self.source.addItem(tr("Watch a Running Monitor…"), _LOOK_ON)
        listed = [self.source.itemData(place) for place in range(self.source.count())]
        wanted = live or before
        self.source.setCurrentIndex(listed.index(wanted) if wanted in listed else 0)
        self._placed = max(self.source.currentIndex(), 0)

    def add_connection(self, connection: Connection | Elsewhere) -> None:
        """Watch this live source, or what runs elsewhere."""
        again = [place for place, each in enumerate(self.connections) if _place_of(each) == _place_of(connection)]
        for place in reversed(again):
            self.source.removeItem(place)
        self.connections = (connection, *(each for place, each in enumerate(self.connections) if place not in again))
        self._list_live(0, connection)
        self.source.setCurrentIndex(0)
        self._placed = 0

    def _list_live(self, place: int, live: Connection | Elsewhere) -> None:
        self.source.insertItem(place, icon("radio", "muted"), title_of(live), live)
        self.source.setItemData(place, "\n".join(_place_of(live)), Qt.ItemDataRole.ToolTipRole)

    def set_runs(self, runs: Sequence[RunRecord], champion: str | None) -> None:
        """List the models that can be blended in; the library's champion stays the choice until another is made."""
        chosen = self.champion.currentData()
        follows = not self.picked or chosen not in {run.id for run in runs} | {NO_BATCH}
        self.champion.clear()
        for run in sorted(runs, key=lambda run: run.id != champion):
            if run.id == champion:
                self.champion.addItem(icon("crown", "champion"), run_label(run), run.id)
            else:
                self.champion.addItem(run_label(run), run.id)
            self.champion.setItemData(self.champion.count() - 1, run_label(run), Qt.ItemDataRole.ToolTipRole)
        self.champion.addItem(tr("No batch model"), NO_BATCH)
        wanted = (champion or NO_BATCH) if follows else chosen
        self.champion.setCurrentIndex(max(self.champion.findData(wanted), 0))

    def show_state(self, *, busy: bool, opening: bool, paused: bool) -> None:
        """Enable what can be done now."""
        self._paused, self._busy = paused, busy
        self.start.setEnabled(not busy)
        self.start.setText(tr("Start") if not opening else tr("Starting…"))
        self.pause.setEnabled(busy and not opening and self.elsewhere is None)
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self.step.setEnabled(paused)
        self.stop.setEnabled(busy)
        self.source.setEnabled(not busy)
        self._enable()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.SMALL)
        form.setVerticalSpacing(5)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        pace = QHBoxLayout(spacing=4)
        pace.addWidget(self.speed, 1)
        pace.addWidget(self.own_pace, 1)
        pace.addWidget(self.step)
        for words, field, row in ((tr("Source"), self.source, self.source),
                                  (tr("Batch model"), self.champion, self.champion), (tr("Speed"), self.speed, pace)):
            caption = label(words)
            caption.setBuddy(field)
            form.addRow(caption, row)
        buttons = QHBoxLayout(spacing=4)
        for made in (self.start, self.pause, self.stop):
            buttons.addWidget(made, 1)
        frame = card()
        inside = QVBoxLayout(frame, spacing=7)
        inside.setContentsMargins(theme.MEDIUM, 10, theme.MEDIUM, 10)
        inside.addLayout(form)
        inside.addLayout(buttons)
        inside.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def _enable(self) -> None:
        """A live source has a pace of its own, and what runs elsewhere a batch model of its own."""
        self.champion.setEnabled(not self._busy and self.elsewhere is None)
        live = self.connection is not None or self.elsewhere is not None
        self.speed.setVisible(not live)
        self.own_pace.setVisible(live)

    def _on_pause(self) -> None:
        self.pause_wanted.emit(not self._paused)

    @Slot(int)
    def _on_source(self, _place: int) -> None:
        chosen = self.source.currentData()
        wanted = next((signal for mark, signal in ((_CHOOSE, self.file_wanted), (_CONNECT, self.connection_wanted),
                                                   (_LOOK_ON, self.elsewhere_wanted)) if chosen is mark), None)
        if wanted is not None:
            self.source.setCurrentIndex(self._placed)
            wanted.emit()
        self._placed = self.source.currentIndex()
        self._enable()

    @Slot(int)
    def _on_champion(self, _place: int) -> None:
        self.picked = True

    @Slot(int)
    def _on_speed(self, _place: int) -> None:
        self.speed_changed.emit(self.speed_value)


def _place_of(live: Connection | Elsewhere) -> tuple[str, ...]:
    """Where it is, in full."""
    if isinstance(live, Elsewhere):
        return (str(live.folder),)
    return tuple(filter(None, (live.address, live.labels)))
