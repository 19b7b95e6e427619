"""The line that filters a table of runs: conditions such as auc > 0.58, model = xgboost, tag:hourly, and words."""

from __future__ import annotations

from PySide6.QtCore import Slot

from engine.errors import WorkbenchError
from engine.library.filtering import matching
from engine.records import RunRecord
from gui.parts.fields import FilterLine, set_invalid
from gui.parts.table import RecordTable
from gui.sentences import said_of


class RunFilter(FilterLine):
    """Filters while it is typed; what is no expression filters nothing, and says why once it is meant."""

    def __init__(self, table: RecordTable, *, name: str, words: str) -> None:
        super().__init__(name=name, words=words)
        self._table, self._why = table, ""
        self.textChanged.connect(self._on_text)
        self.editingFinished.connect(self._on_meant)

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

    @Slot()
    def _on_meant(self) -> None:
        set_invalid(self, self._why)

    def _anywhere(self, run: RunRecord) -> str:
        """What the table shows of a run, and what it keeps in tooltips."""
        cells = (column.text(run) for column in self._table.records_model.columns)
        return "\n".join((*cells, run.id, run.kind, run.note, *run.tags))
