"""Choosing columns: how, on the way, which stay and what that cost; the chosen ones are used or kept by one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.records import FeatureJudgement, SelectionReport
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.recipe import Selection
from engine.training.selection.options import WITH_P_VALUES, SelectionOptions
from gui import theme
from gui.jobs import Jobs
from gui.parts.fields import DropLine, FieldError
from gui.parts.form import OptionForm
from gui.parts.labels import button, label, set_role
from gui.parts.table import Column, RecordTable
from gui.parts.words import score, share
from gui.sentences import said, said_of
from gui.training.job_dialog import JobDialog
from gui.translation import plural, tr

if TYPE_CHECKING:
    from engine.data.table import SignalTable
    from engine.library.store import Workspace

_SMALLEST = 0.0005  # a p-value below is told as that


class ColumnsDialog(JobDialog):
    """Chooses in the background; `use(selection)` takes the chosen columns, `keep(name, selection)` saves them.

    `again()` hears that there are new looks.
    """

    def __init__(self, parent: QWidget, *, jobs: Jobs, use: Callable[[Selection], object],
                 keep: Callable[[str, Selection], bool], again: Callable[[], object]) -> None:
        super().__init__(parent, jobs=jobs, slot="training-columns", name="columns", title=tr("Choose Columns"),
                         progress=tr("Progress of the choice"))
        self._use, self._keep, self._again = use, keep, again
        self.selection: Selection | None = None
        self.options = OptionForm(SelectionOptions(), only=("method", "level"), name="columns.options", columns=2)
        self.table = RecordTable(_columns(), key=lambda each: each.name, name="columns.table", words=tr("Columns"),
                                 dimmed=lambda each: not each.kept)
        self.nothing = label(tr("Each column appears here with its strength, and whether it stays."), role="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.start = button(tr("Choose"), self._choose, kind="primary", name="columns.choose")
        self.stop = button(tr("Stop"), self._stop, name="columns.stop",
                           hint=tr("Judge by what has been tried so far"))
        self.take = button(tr("Use These Columns"), self._take, name="columns.use",
                           hint=tr("Leave the others out of the open file"))
        self.name = DropLine(name="columns.name", words=tr("Name of the set"), placeholder=tr("Name of the set"))
        self.save = button(tr("Save as Recipe"), self._save, name="columns.save",
                           hint=tr("Keep the chosen columns under this name"))
        self._lay_out()
        self.options.changed.connect(self._on_method)
        self._show_state(running=False)
        self.resize(720, 560)

    def prepare(self, table: SignalTable, configs: Sequence[TrainingConfig], validation: ValidationOptions,
                workspace: Workspace) -> None:
        """What to choose from, and the models and split that the choice is for."""
        config = next((each for each in configs if each.model_type.value == "lightgbm"), configs[0])
        self._what = (table, config, validation, workspace)

    def _choose(self) -> None:
        from engine.training.selection.selecting import select_features

        try:
            options = self.options.value()
        except FieldError as error:
            self.verdict.setText(said_of(error))
            return
        table, config, validation, workspace = self._what
        self._asked = options
        self._begin(select_features, table, config, validation, options, workspace=workspace,
                    title=tr("Choosing columns"))

    @Slot()
    def _on_method(self) -> None:
        """The level is one of p-values."""
        self.options.fields["level"].setEnabled(self.options.fields["method"].value() in WITH_P_VALUES)

    def _stop(self) -> None:
        if self.job is not None:
            self.job.stop()
            self.words.setText(tr("Stopping: judging by what has been tried…"))

    def _found(self, report: SelectionReport) -> None:
        self.selection = Selection(self._asked, report.chosen)
        self.verdict.setText(said(report.words))
        self.table.set_records(report.judged)
        self.take.setText(plural(len(report.chosen.features), "Use This Column", "Use These {n} Columns"))
        self._show_state(running=False)  # now with what was found
        set_role(self.start, "", property_name="kind")
        set_role(self.take, "primary", property_name="kind")
        self.take.setDefault(True)
        self.take.setFocus()
        self._again()

    def _show_state(self, *, running: bool) -> None:
        super()._show_state(running=running)
        self.stop.setVisible(running)
        self.options.setEnabled(not running)
        self.start.setEnabled(not running)
        found = self.selection is not None and not running
        for widget in (self.take, self.name, self.save, self.table):
            widget.setVisible(found)
        self.nothing.setVisible(not found)

    def _take(self) -> None:
        if self.selection is not None:
            self._use(self.selection)
            self.close()

    def _save(self) -> None:
        if self.selection is not None and self._keep(self.name.text(), self.selection):
            self.save.setText(tr("Saved"))
            self.save.setEnabled(False)

    def _lay_out(self) -> None:
        column = self._column(tr("Choose the Columns That Carry the Signal"), tr(
            "Columns are judged on the rows before the first test block; what leaving out the others costs is measured "
            "on the later ones, which the choice has not seen."))
        column.addWidget(self.options)
        for widget in (self.verdict, self.progress, self.words):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        row.addStretch()
        for widget in (self.start, self.stop, self.take, self.end):
            row.addWidget(widget)
        column.addLayout(row)


def _columns() -> tuple[Column, ...]:
    return (
        Column("kept", "", lambda each: tr("kept") if each.kept else tr("dropped"), width=80),
        Column("name", tr("Column"), lambda each: each.name, width=200),
        Column("strength", tr("Strength"), lambda each: f"{each.strength:.3g}", number=True, width=90,
               sort=lambda each: each.strength, hint=tr("By the method's own measure; more is stronger.")),
        Column("p", "p", lambda each: _p(each.p_value), number=True, width=80, sort=lambda each: each.p_value,
               hint=tr("How often chance alone does as well.")),
        Column("adjusted", tr("Corrected p"), lambda each: _p(each.adjusted), number=True, width=96,
               sort=lambda each: each.adjusted, hint=tr("The same, corrected for so many columns.")),
        Column("share", tr("Stood Out"), _stood_out, number=True, width=90, sort=lambda each: each.share,
               hint=tr("In which part of the repetitions.")),
    )


def _p(value: float | None) -> str:
    if value is None:
        return "–"
    return f"< {score(_SMALLEST, 4)}" if value < _SMALLEST else score(value, 4)


def _stood_out(each: FeatureJudgement) -> str:
    return "–" if each.share is None else share(each.share, 0)
