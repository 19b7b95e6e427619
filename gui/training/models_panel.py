"""The third step: which libraries grow the trees, and whether they start from a model that is here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.records import RunRecord
from gui import theme
from gui.parts.fields import Combo, set_invalid
from gui.parts.labels import button, label
from gui.parts.words import counted, model_name
from gui.training.starts import Judge, Obstacle
from gui.translation import later, tr, written

KINDS = ("xgboost", "lightgbm", "catboost")
_SCRATCH = later("Nothing: new models")
_STARTABLE = ("done", "stopped")


class ModelsPanel(QWidget):
    """Three check boxes and a drop-down of runs. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self, *, on_compare: Callable[[], object]) -> None:
        super().__init__()
        self._runs: dict[str, RunRecord] = {}
        self.boxes = {kind: QCheckBox(model_name(kind), objectName=f"training.models.{kind}", checked=True)
                      for kind in KINDS}
        self.start = Combo(name="training.warm_start", words=tr("Start from"))
        self.start.setToolTip(tr("Add trees to a model that is here instead of growing a new one."))
        self.compare = button(tr("Compare…"), on_compare, name="training.compare_starts")
        self.compare.setAccessibleName(tr("Compare Starts"))
        self.told = label(role="muted", font="small", wrap=True, name="training.warm_start.hint")
        self._lay_out()
        for kind, box in self.boxes.items():
            box.setAccessibleName(tr("Train {model_name}", model_name=model_name(kind)))
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
        self._follow()

    def show_runs(self, runs: Sequence[RunRecord], judge: Judge | None) -> None:
        """List the runs; those that the judge says cannot be continued are disabled and say why."""
        chosen = self.start.currentData()
        self._runs = {run.id: run for run in runs if run.kind in KINDS and run.status in _STARTABLE}
        self.start.clear()
        self.start.addItem(tr(_SCRATCH), None)
        for run in self._runs.values():
            self._add_run(run, judge(run) if judge is not None else Obstacle())
        self.start_from(chosen)

    def mark(self, why: str) -> None:
        """Mark the check boxes as wrong, or take the mark away."""
        for box in self.boxes.values():
            set_invalid(box, why)

    def _add_run(self, run: RunRecord, why_not: Obstacle) -> None:
        auc = f" · AUC {written(run.scores.auc.value, '.3f')}" if run.scores is not None else ""
        name = run.name or run.id
        kind = "" if model_name(run.kind) in name else f" · {model_name(run.kind)}"
        text = f"{name}{kind}{auc}"
        self.start.addItem(f"{name} – {why_not.words}" if why_not else text, run.id)
        model = self.start.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.start.count() - 1)
        item.setToolTip(why_not.full or tr("Continue {text}", text=text))
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
        caption = label(tr("Start from"), font="small")
        caption.setBuddy(self.start)
        line = QHBoxLayout(spacing=theme.SMALL)
        line.addWidget(caption)
        line.addWidget(self.start, 1)
        line.addWidget(self.compare)
        column.addLayout(line)
        column.addWidget(self.told)

    @Slot()
    def _on_start(self) -> None:
        self._follow()
        self.mark("")
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.mark("")
        self.changed.emit()

    def _follow(self) -> None:
        """A model can only be continued by its own library; say what its rounds mean."""
        run = self._runs.get(self.start.currentData() or "")
        self.told.setText(tr("Has {trees}; Rounds under Advanced is the total.",
                             trees=counted(run.trees, 'tree')) if run else "")
        self.told.setVisible(run is not None)
        self.compare.setEnabled(run is not None)
        self.compare.setToolTip(tr("Try warm start, recent rows only and all history on the same newest rows")
                                if run else tr("Choose a run to start from first"))
        kind = self.start.currentData(Qt.ItemDataRole.UserRole + 1)
        for name, box in self.boxes.items():
            box.setEnabled(kind is None or name == kind)
            if kind is not None:
                box.setChecked(name == kind)
