"""What happened while the monitor ran, the newest on top: alarms, changes, notes; or the newest signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from engine.records import DriftMark, MonitorSnapshot, SignalRow, StreamMark
from gui import theme
from gui.parts.labels import button, label
from gui.parts.table import Column, RecordTable
from gui.parts.words import count, event_time
from gui.plots.streams import marked
from gui.sentences import said
from gui.translation import later, tr, written

_ICONS = {
    "blend": ("settings", "muted", later("Blend")), "dropped": ("circle-alert", "warning", later("Dropped")),
    "correction": ("pencil", "muted", later("Correction")), "resumed": ("play", "muted", later("Resumed")),
    "note": ("file-text", "text", later("Note")), "alert": ("bell", "danger", later("Alert")),
    "inputs": ("trending-up", "muted", later("Inputs")), "away": ("circle-alert", "warning", later("Source away")),
    "back": ("circle-check", "positive", later("Source back")), "gap": ("triangle-alert", "warning", later("Gap")),
    "reset": ("rotate-ccw", "warning", later("Source reset")), "refused": ("circle-x", "warning", later("Refused")),
    "watching": ("eye", "muted", later("Drift is watched")), "cause": ("search", "muted", later("Cause")),
    "error": ("circle-alert", "danger", later("Error")), "warning": ("triangle-alert", "warning", later("Warning")),
    "rotated": ("file-text", "muted", later("File rotated")),
    "swap": ("crown", "champion", later("Champion")), "challenger": ("git-compare", "champion", later("Challenger")),
    "retrained": ("refresh-cw", "champion", later("Retrained")),
}
_AT_LABEL = attrgetter("event")
_NOTHING = later("Drift alarms, changes of blend and of champion, alerts and your own notes are listed here.")
_NO_SIGNALS = later("Each scored signal is listed here; choose one to see what made its score.")


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the list; `mark` is what it stands for."""

    number: int
    event: int
    time: int | None
    icon: tuple[str, str, str]
    words: str
    mark: DriftMark | StreamMark

    @property
    def key(self) -> str:
        """What tells it apart from the others."""
        return f"{self.number}"


def happenings(snapshot: MonitorSnapshot) -> list[Happening]:
    """Alarms and other marks of a snapshot, the newest first."""
    both = [*((mark.event, mark.time, _drift_icon(mark), said(mark.words), mark) for mark in snapshot.drifts),
            *((mark.event, mark.time, _icon(mark), marked(mark), mark) for mark in snapshot.marks)]
    both.sort(key=lambda entry: entry[0])
    return [Happening(number, *entry) for number, entry in enumerate(both)][::-1]


class EventsPanel(QFrame):
    """The list of happenings and that of signals.

    *Signals*: `chosen(int)` the label number of the line that was clicked · `happening_chosen(Happening)` ·
    `signal_chosen(SignalRow)`.
    """

    chosen = Signal(int)
    happening_chosen = Signal(object)
    signal_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(objectName="monitor.events.card")
        self.setProperty("card", "true")
        self._shown: tuple[object, ...] = ()
        self.table = RecordTable(
            (Column("icon", "", lambda line: line.icon[2], mark=lambda line: line.icon, width=28),
             Column("event", tr("Label"), lambda line: count(line.event), sort=_AT_LABEL, number=True, width=88,
                    hint=tr("After how many known labels it happened.")),
             Column("time", tr("Time"), _time, sort=_AT_LABEL, width=104, tip=_whole_time,
                    hint=tr("The stream's own time.")),
             Column("words", tr("What happened"), _words, tip=_words)),
            key=attrgetter("key"), name="monitor.events", words=tr("Events of the monitor"),
        )
        self.signals = RecordTable(
            (Column("time", tr("Time"), _time, sort=attrgetter("time"), width=104, tip=_whole_time),
             Column("id", tr("Signal"), attrgetter("id"), width=100),
             Column("score", tr("Score"), lambda row: f"{row.score:.3f}", sort=attrgetter("score"), number=True,
                    width=64, hint=tr("The blended probability of a win, before its label was known.")),
             Column("label", tr("Outcome"), _outcome, color=_outcome_color)),
            key=attrgetter("id"), name="monitor.signals", words=tr("Newest signals"),
        )
        self.none = label(_NOTHING, font="small", role="muted", wrap=True)
        self._pages = QStackedWidget()
        self.buttons = {name: self._page_button(words) for name, words in (("events", tr("Events")),
                                                                           ("signals", tr("Signals")))}
        self._lay_out()
        self.table.selected.connect(self._on_selected)
        self.signals.selected.connect(self._on_signal)
        self.clear()

    @property
    def lists_signals(self) -> bool:
        """Whether the signals are in front."""
        return self.buttons["signals"].isChecked()

    def clear(self) -> None:
        """Nothing has happened."""
        self._shown = ()
        self.table.set_records([])
        self.signals.set_records([])
        self._turn()

    def show_snapshot(self, snapshot: MonitorSnapshot) -> None:
        """List what is new."""
        now = (snapshot.drifts[-1:], snapshot.marks[-1:], len(snapshot.drifts), len(snapshot.marks))
        if now == self._shown:
            return
        self._shown = now
        self.table.set_records(happenings(snapshot))
        self._turn()

    def show_signals(self, rows: Sequence[SignalRow]) -> None:
        """List the newest signals; a chosen one stays in view."""
        self.signals.set_records(rows)
        self._turn()

    def choose(self, event: float) -> None:
        """Select the happening at a label number, as a click in a chart asks for."""
        self.buttons["events"].click()
        lines = self.table.records_model.records
        place = next((row for row, line in enumerate(lines) if line.event == event), -1)
        if place >= 0:
            self.table.selectRow(place)
            self.table.scrollTo(self.table.records_model.index(place, 0))

    def _page_button(self, words: str) -> QPushButton:
        made = button(words, self._turn, kind="segment", name=f"monitor.events.{words.lower()}")
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        group = QButtonGroup(self, exclusive=True)
        row = QHBoxLayout(spacing=2)
        for made in self.buttons.values():
            group.addButton(made)
            row.addWidget(made)
        row.addStretch()
        self.buttons["events"].setChecked(True)
        for widget in (self.table, self.signals, self.none):
            self._pages.addWidget(widget)
        self.none.setMargin(theme.MEDIUM)
        column = QVBoxLayout(self, spacing=theme.TIGHT)
        column.setContentsMargins(theme.TIGHT, theme.TIGHT, theme.TIGHT, theme.TIGHT)
        column.addLayout(row)
        column.addWidget(self._pages, 1)

    def _turn(self) -> None:
        table = self.signals if self.lists_signals else self.table
        empty = not table.records_model.records
        self.none.setText(tr(_NO_SIGNALS if self.lists_signals else _NOTHING))
        self._pages.setCurrentWidget(self.none if empty else table)

    @Slot(list)
    def _on_selected(self, lines: list[Happening]) -> None:
        if lines:
            self.chosen.emit(lines[0].event)
            self.happening_chosen.emit(lines[0])

    @Slot(list)
    def _on_signal(self, rows: list[SignalRow]) -> None:
        if rows:
            self.signal_chosen.emit(rows[0])


def _drift_icon(mark: DriftMark) -> tuple[str, str, str]:
    if mark.retrain:
        return "triangle-alert", "warning", tr("Drift")
    return "triangle-alert", "muted", tr("Drift, cooling down")


def _icon(mark: StreamMark) -> tuple[str, str, str]:
    picture, color, words = _ICONS.get(mark.kind, ("info", "muted", mark.kind.capitalize()))
    return picture, color, tr(words)


def _time(line: Happening | SignalRow) -> str:
    return event_time(line.time, short=True)


def _whole_time(line: Happening | SignalRow) -> str:
    return event_time(line.time)


def _words(line: Happening) -> str:
    return line.words


def _outcome(row: SignalRow) -> str:
    if row.label is None:
        return tr("pending")
    gained = f"  {written(row.realized_rr, '+.2f')} R" if row.realized_rr == row.realized_rr else ""
    right = tr("right") if (row.score > 0.5) == (row.label == 1) else tr("wrong")
    return f"{tr('win') if row.label else tr('loss')}{gained} · {right}"


def _outcome_color(row: SignalRow) -> str:
    if row.label is None:
        return "muted"
    return "" if (row.score > 0.5) == (row.label == 1) else "warning"
