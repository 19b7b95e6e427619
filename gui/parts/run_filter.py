"""The line that filters a table of runs: conditions such as auc > 0.58, model = xgboost, tag:hourly, and words."""

from __future__ import annotations

from PySide6.QtCore import Slot

from engine.errors import WorkbenchError
from engine.library.filtering import matching
from engine.records import RunRecord
from gui.parts.fields import FilterLine, set_invalid
from gui.parts.labels import label, set_role
from gui.parts.table import RecordTable
from gui.sentences import said_of
from gui.translation import tr


class RunFilter(FilterLine):
    """Filters while it is typed; what is no expression filters nothing, and says why once it is meant.

    `told` belongs between the line and the table: why an expression cannot be read, or that no run fulfils it.
    """

    def __init__(self, table: RecordTable, *, name: str, words: str) -> None:
        super().__init__(name=name, words=words)
        self.told = label(font="small", wrap=True, name=f"{name}.told")
        self.told.hide()
        self._table, self._why = table, ""
        self.textChanged.connect(self._on_text)
        self.editingFinished.connect(self._on_meant)
        table.records_model.modelReset.connect(self._tell)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        try:
            found = matching(text, anywhere=self._anywhere)
        except WorkbenchError as error:
            self._why = said_of(error)
            self._table.records_model.set_filter("")
            return
        self._why = ""
        set_invalid(self, "")
        self._table.records_model.set_filter(found if text.strip() else "")
        self._tell()

    @Slot()
    def _on_meant(self) -> None:
        set_invalid(self, self._why)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        wrong = self.property("invalid") == "true"
        none = bool(self.text().strip()) and not self._table.records_model.rowCount()
        self.told.setText(self._why if wrong else tr("Nothing in the list fulfils this.") if none else "")
        set_role(self.told, "danger" if wrong else "muted")
        self.told.setVisible(wrong or none)

    def _anywhere(self, run: RunRecord) -> str:
        """What the table shows of a run, and what it keeps in tooltips."""
        cells = (column.text(run) for column in self._table.records_model.columns)
        return "\n".join((*cells, run.id, run.kind, run.note, *run.tags))
