"""What happened while the monitor ran: alarms, changes of blend, dropped signals; the newest on top."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import DriftMark, MonitorSnapshot, StreamMark
from gui import theme
from gui.parts.labels import label
from gui.parts.table import Column, RecordTable
from gui.parts.words import count
from gui.translation import later, tr

_ICONS = {"blend": ("settings", "muted", later("Blend")), "dropped": ("circle-alert", "warning", later("Dropped")),
          "correction": ("pencil", "muted", later("Correction")), "resumed": ("play", "muted", later("Resumed"))}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the list."""

    number: int
    event: int
    icon: tuple[str, str, str]
    words: str

    @property
    def key(self) -> str:
        """What tells it apart from the others."""
        return f"{self.number}"


def happenings(snapshot: MonitorSnapshot) -> list[Happening]:
    """Alarms and other marks of a snapshot, the newest first."""
    both = [*((mark.event, _drift_icon(mark), mark.words) for mark in snapshot.drifts),
            *((mark.event, _icon(mark), mark.words) for mark in snapshot.marks)]
    both.sort(key=lambda entry: entry[0])
    return [Happening(number, *entry) for number, entry in enumerate(both)][::-1]


class EventsPanel(QWidget):
    """The list of happenings. *Signals*: `chosen(int)` the label number of the line that was clicked."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[int, int] = (-1, -1)
        self.table = RecordTable(
            (Column("icon", "", _icon_words, mark=_mark, width=28),
             Column("event", tr("Label"), _label_number, sort=_event, number=True, width=64,
                    hint=tr("After how many known labels it happened.")),
             Column("words", tr("What happened"), _words)),
            key=_key, name="monitor.events", words=tr("Events of the monitor"),
        )
        self.table.selected.connect(self._on_selected)
        self.none = label(tr("Drift alarms and changes are listed here."), font="small", role="muted", wrap=True)
        column = QVBoxLayout(self, spacing=theme.TIGHT)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("Events"), font="strong"))
        column.addWidget(self.none)
        self.table.setMinimumHeight(4 * theme.HUGE)
        column.addWidget(self.table, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.clear()

    def clear(self) -> None:
        """Nothing has happened."""
        self._shown = (-1, -1)
        self.table.set_records([])
        self._show_table(False)

    def show_snapshot(self, snapshot: MonitorSnapshot) -> None:
        """List what is new."""
        now = (len(snapshot.drifts), len(snapshot.marks))
        if now == self._shown:
            return
        self._shown = now
        lines = happenings(snapshot)
        self.table.set_records(lines)
        self._show_table(bool(lines))

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.none.setVisible(not shown)
        self._rest.setVisible(not shown)

    @Slot(list)
    def _on_selected(self, lines: list[Happening]) -> None:
        if lines:
            self.chosen.emit(lines[0].event)


def _drift_icon(mark: DriftMark) -> tuple[str, str, str]:
    if mark.retrain:
        return "triangle-alert", "warning", tr("Drift")
    return "triangle-alert", "muted", tr("Drift, cooling down")


def _icon(mark: StreamMark) -> tuple[str, str, str]:
    return _ICONS.get(mark.kind, ("info", "muted", mark.kind.capitalize()))


def _icon_words(line: Happening) -> str:
    return line.icon[2]


def _mark(line: Happening) -> tuple[str, str, str]:
    return line.icon


def _label_number(line: Happening) -> str:
    return count(line.event)


def _event(line: Happening) -> int:
    return line.event


def _words(line: Happening) -> str:
    return line.words


def _key(line: Happening) -> str:
    return line.key
