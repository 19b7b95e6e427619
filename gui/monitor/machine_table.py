"""The figures of a recorded stream beside those with other settings, and how far they are apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from engine.records import ReplayRecord
from gui import theme
from gui.parts.labels import label, set_role
from gui.parts.words import count, share
from gui.translation import later, tr, written


@dataclass(frozen=True)
class Figure:
    """One figure: its name, how it is read and written, and which way is better (1 higher, -1 lower, 0 neither)."""

    words: str
    of: Callable[[ReplayRecord], float]
    say: Callable[[float], str]
    apart: Callable[[float], str]
    better: int


def _four(value: float) -> str:
    return written(value, '.4f')


def _signed(change: float) -> str:
    return written(change, '+.4f')


def _nats(value: float) -> str:
    return written(value, '+.1f')


def _whole(value: float) -> str:
    return count(round(value))


def _many(change: float) -> str:
    return written(change, '+.0f')


FIGURES = (
    Figure(later("Accuracy"), lambda record: record.accuracy.value, lambda value: share(value, 2),
           lambda change: tr("{points:+.2f} points", points=100 * change), 1),
    Figure(later("AUC"), lambda record: record.auc.value, _four, _signed, 1),
    Figure(later("Log loss"), lambda record: record.log_loss, _four, _signed, -1),
    Figure(later("Regret"), lambda record: record.regret.get("final", float("nan")), _nats, _nats, -1),
    Figure(later("Alarms"), lambda record: float(len(record.drifts)), _whole, _many, 0),
    Figure(later("Retrain signals"), lambda record: float(sum(mark.retrain for mark in record.drifts)),
           _whole, _many, 0),
)


class MachineTable(QFrame):
    """A column a figure: as recorded, with these settings, and the difference in words and colour."""

    def __init__(self) -> None:
        super().__init__(objectName="monitor.machine.figures")
        self.setProperty("card", "true")
        self.cells: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        grid = QGridLayout(horizontalSpacing=theme.LARGE, verticalSpacing=2)
        for row, words in enumerate((tr("As recorded"), tr("With these settings"), tr("Difference")), start=1):
            grid.addWidget(label(words, font="small", role="muted"), row, 0)
        for column, figure in enumerate(FIGURES, start=1):
            grid.addWidget(label(figure.words, font="small", role="muted"), 0, column, Qt.AlignmentFlag.AlignRight)
            cells = (label("–"), label("–", font="strong"), label(" ", font="small", role="muted"))
            self.cells[figure.words] = cells
            for row, cell in enumerate(cells, start=1):
                grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        column.addLayout(grid)

    def show_records(self, recorded: ReplayRecord, other: ReplayRecord | None) -> None:
        """Put both beside each other."""
        said = []
        for figure in FIGURES:
            before, after, apart = self.cells[figure.words]
            was = figure.of(recorded)
            before.setText(figure.say(was))
            after.setText("–" if other is None else figure.say(figure.of(other)))
            change = 0.0 if other is None else figure.of(other) - was
            apart.setText(" " if other is None else "=" if change == 0 else figure.apart(change))
            good = change * figure.better
            set_role(apart, "positive" if good > 0 else "warning" if good < 0 else "muted")
            said.append(f"{tr(figure.words)} {before.text()}" + (f", {after.text()}" if other is not None else ""))
        self.setAccessibleName("; ".join(said))
