"""Two to five models side by side: the table of what tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.ensemble.naming import called
from engine.library.differences import Difference, differences
from engine.records import RunRecord
from gui import theme
from gui.parts.kept import value_said
from gui.parts.labels import label
from gui.parts.table import Column, RecordTable
from gui.plots.series import run_label
from gui.sentences import said
from gui.translation import later, tr

MOST = 5
_HINT = later("Choose two to five models in the list (Ctrl and click), then press Compare.")


class ComparePanel(QWidget):
    """`show_runs` fills the table at once."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: tuple[RunRecord, ...] = ()
        self.hint = label(_HINT, font="small", role="muted", wrap=True)
        self.only = QCheckBox(tr("Only differences"), checked=True, objectName="models.compare.only")
        self.table: RecordTable | None = None
        self._column = QVBoxLayout(self, spacing=theme.TIGHT)
        self._column.setContentsMargins(0, theme.SMALL, 0, 0)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.hint, 1)
        row.addWidget(self.only)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self.only.setVisible(False)
        self.only.toggled.connect(self._fill)

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """Compare these; the first is the one that the others are measured against."""
        self.runs = tuple(runs[:MOST])
        self.hint.setText(tr("Measured against {run_label}.", run_label=run_label(self.runs[0])))
        self.only.setVisible(True)
        self._new_table()
        self._fill()

    def _new_table(self) -> None:
        """The columns depend on the runs, so the table is made for them."""
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
        columns = [Column("name", tr("Setting"), _words, width=170)]
        columns += [Column(run.id, run_label(run), _value(place), width=180) for place, run in enumerate(self.runs)]
        self.table = RecordTable(columns, key=_name, name="models.differences", words=tr("What tells the models apart"))
        self._column.insertWidget(1, self.table, 100)

    @Slot()
    def _fill(self) -> None:
        if self.table is not None:
            self.table.set_records(differences(self.runs, only=self.only.isChecked(), called=called))


def _name(line: Difference) -> str:
    return line.name


def _words(line: Difference) -> str:
    return said(tr(line.name))  # a setting as the form calls it, or a fact of the engine


def _value(place: int) -> Callable[[Difference], str]:
    def text(line: Difference) -> str:
        return value_said(line.name, line.values[place])
    return text
