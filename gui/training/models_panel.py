"""The third step: which libraries grow the trees, and whether they start from a model that is here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.records import RunRecord
from gui import theme
from gui.parts.fields import Combo, set_invalid
from gui.parts.labels import label
from gui.parts.words import model_name

KINDS = ("xgboost", "lightgbm", "catboost")
_SCRATCH = "Nothing: new models"
_STARTABLE = ("done", "stopped")


class ModelsPanel(QWidget):
    """Three check boxes and a drop-down of runs. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {kind: QCheckBox(model_name(kind), objectName=f"training.models.{kind}", checked=True)
                      for kind in KINDS}
        self.start = Combo(name="training.warm_start", words="Start from")
        self.start.setToolTip("Add trees to a model that is here instead of growing a new one.")
        self._lay_out()
        for kind, box in self.boxes.items():
            box.setAccessibleName(f"Train {model_name(kind)}")
            box.clicked.connect(self._on_changed)
        self.start.activated.connect(self._on_start)
        self.show_runs((), None)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The kinds that are checked."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    @property
    def parent_run(self) -> str | None:
        """The id of the run to start from."""
        return self.start.currentData()

    def choose(self, kinds: Sequence[str]) -> None:
        """Check exactly these kinds."""
        for kind, box in self.boxes.items():
            box.setChecked(kind in kinds)

    def start_from(self, run_id: str | None) -> None:
        """Choose a run to start from, where it can be."""
        place = self.start.findData(run_id)
        model = self.start.model()
        usable = place > 0 and bool(model.item(place).isEnabled())  # type: ignore[attr-defined]
        self.start.setCurrentIndex(place if usable else 0)
        self._match_boxes()

    def show_runs(self, runs: Sequence[RunRecord], features: tuple[str, ...] | None) -> None:
        """List the runs; those that cannot be continued on these features are disabled and say why."""
        chosen = self.start.currentData()
        self.start.clear()
        self.start.addItem(_SCRATCH, None)
        for run in runs:
            if run.kind in KINDS and run.status in _STARTABLE:
                self._add_run(run, _hindrance(run, features))
        place = self.start.findData(chosen)
        self.start.setCurrentIndex(max(place, 0))

    def mark(self, why: str) -> None:
        """Mark the check boxes as wrong, or take the mark away."""
        for box in self.boxes.values():
            set_invalid(box, why)

    def _add_run(self, run: RunRecord, why_not: str) -> None:
        auc = f" · AUC {run.scores.auc.value:.3f}" if run.scores is not None else ""
        text = f"{run.name or run.id} · {model_name(run.kind)}{auc}"
        self.start.addItem(f"{text} – {why_not}" if why_not else text, run.id)
        model = self.start.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.start.count() - 1)
        item.setToolTip(why_not or f"Continue {text}")
        item.setData(run.kind, Qt.ItemDataRole.UserRole + 1)
        item.setEnabled(not why_not)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(spacing=theme.MEDIUM)
        for box in self.boxes.values():
            row.addWidget(box)
        row.addStretch()
        column.addLayout(row)
        caption = label("Start from", font="small")
        caption.setBuddy(self.start)
        line = QHBoxLayout(spacing=theme.SMALL)
        line.addWidget(caption)
        line.addWidget(self.start, 1)
        column.addLayout(line)

    @Slot()
    def _on_start(self) -> None:
        self._match_boxes()
        self.mark("")
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.mark("")
        self.changed.emit()

    def _match_boxes(self) -> None:
        """A model can only be continued by its own library."""
        kind = self.start.currentData(Qt.ItemDataRole.UserRole + 1)
        for name, box in self.boxes.items():
            box.setEnabled(kind is None or name == kind)
            if kind is not None:
                box.setChecked(name == kind)


def _hindrance(run: RunRecord, features: tuple[str, ...] | None) -> str:
    """Why a run cannot be continued on a file with these features."""
    if features is None or set(features) == set(run.features):
        return ""
    more, less = len(set(features) - set(run.features)), len(set(run.features) - set(features))
    parts = [f"{less} of its features missing" if less else "", f"{more} features more" if more else ""]
    return "the file has " + ", ".join(part for part in parts if part) if more or less else ""
