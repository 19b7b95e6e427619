"""The search in the Training tab: history, what mattered, the front; any trial's settings can go into the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.records import TrialRecord, TuningReport
from engine.records.tuning import front_of
from gui import theme
from gui.parts.ahead import ready
from gui.parts.fields import Combo
from gui.parts.labels import button
from gui.parts.words import setting
from gui.plots.importance import ImportancePanel
from gui.plots.note import Note
from gui.plots.series import Series, ShareRecord, kind_words
from gui.plots.trials import TrialsPanel, told
from gui.translation import tr

_FRAME = 120  # ms between two repaints while trials end
_LISTED = 12  # of each library, in the drop-down


class HistoryPanel(TrialsPanel):
    """The trials in their order."""

    def __init__(self) -> None:
        super().__init__(tr("Trials"))


class FrontPanel(TrialsPanel):
    """What one figure costs of the other."""

    def __init__(self) -> None:
        super().__init__(tr("AUC against R"), y="expected_r", x="auc")


class MatteredPanel(ImportancePanel):
    """Which settings mattered."""

    def __init__(self) -> None:
        super().__init__(title=tr("What Mattered"), x=tr("Share of what sets the best trials apart"),
                         empty=tr("After some trials: which settings set the best apart from the rest."))


PARTS = (HistoryPanel, FrontPanel, MatteredPanel)  # made ahead


class SearchPlots(QObject):
    """Follows one search.

    *Signals*: `use_wanted(TrialRecord)` · `best_wanted()` the search is to end and train with the best so far.
    """

    use_wanted = Signal(object)
    best_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.history, self.front, self.importance = ready(HistoryPanel), ready(FrontPanel), ready(MatteredPanel)
        self.picker, self.front_picker = TrialPicker("training.search"), TrialPicker("training.front")
        for name in ("history", "front", "importance"):
            getattr(self, name).setObjectName(f"training.search.{name}")
        for panel, picker in ((self.history, self.picker), (self.front, self.front_picker)):
            column = panel.layout()
            assert isinstance(column, QVBoxLayout)
            column.addWidget(picker)
            picker.chosen.connect(self._on_chosen)
            picker.use.clicked.connect(self._on_use)
            picker.best.clicked.connect(self.best_wanted)
        self._waiting: list[TrialRecord] = []
        self._all: dict[tuple[str, int], TrialRecord] = {}
        self._best: dict[str, int] = {}
        self._timer = QTimer(self, interval=_FRAME, singleShot=True)
        self._timer.timeout.connect(self._on_tick)
        for panel in (self.history, self.front):
            panel.picked.connect(self._on_picked)

    @property
    def searching(self) -> bool:
        """Whether a search is under way."""
        return self.picker.best.isEnabled()

    def begin(self, objective: str) -> None:
        """A search begins."""
        self._waiting, self._all, self._best = [], {}, {}
        for panel in (self.history, self.front):
            panel.begin("auc" if objective == "all" else objective)
        self.importance.set_records(())
        self._list([], None)
        self._run(running=True)

    def take(self, values: Mapping[str, Any]) -> None:
        """The values of one progress point."""
        trial = values.get("trial")
        if isinstance(trial, TrialRecord):
            self._waiting.append(trial)
            if values.get("best_trial") is not None:
                self._best[trial.model] = int(values["best_trial"])
            if not self._timer.isActive():
                self._timer.start()
        if "tuning_importance" in values:
            self._show_importance(values["tuning_importance"])

    def finish(self, report: TuningReport | None = None) -> None:
        """The search is over; `report` tells the last of it."""
        self._on_tick()
        self._run(running=False)
        if report is not None:
            missing = [each for study in report.studies for each in study.trials if _key(each) not in self._all]
            self._waiting += missing
            self._best = {study.model: study.best for study in report.studies if study.best is not None}
            self._on_tick()
            self._show_importance({study.model: study.importance for study in report.studies})

    @Slot()
    def _on_tick(self) -> None:
        """Draw what has come since."""
        if not self._waiting:
            return
        self._all.update({_key(each): each for each in self._waiting})
        for panel in (self.history, self.front):
            panel.add(self._waiting)
        self._waiting = []
        front = frozenset(_key(each) for model in {key[0] for key in self._all} for each in front_of(
            [each for key, each in self._all.items() if key[0] == model]))
        self._list(self._listed(front), self.picker.pinned)
        self._mark(front)

    def _listed(self, front: frozenset[tuple[str, int]]) -> list[TrialRecord]:
        """The best of each library first, then the fronts."""
        best = [self._all[key] for key in self._best.items() if key in self._all]
        best.sort(key=lambda each: -each.auc)
        rest: list[TrialRecord] = []
        for model in self._best:
            own = sorted((self._all[key] for key in front if key[0] == model), key=lambda each: -each.auc)
            rest += [each for each in own if each not in best][:_LISTED]
        picked = self.picker.pinned
        return [*best, *rest, *([picked] if picked is not None and picked not in [*best, *rest] else [])]

    def _mark(self, front: frozenset[tuple[str, int]] | None = None) -> None:
        current = self.picker.current
        for panel in (self.history, self.front):
            panel.mark(_key(current) if current is not None else None, panel.front if front is None else front)

    def _show_importance(self, found: Mapping[str, Mapping[str, float]]) -> None:
        records = [ShareRecord(Series(model, kind_words(model), place), {
            setting(name): share for name, share in shares.items()})
            for place, (model, shares) in enumerate(found.items()) if shares]
        if records:
            self.importance.set_records(records)

    @Slot(str, int)
    def _on_picked(self, model: str, number: int) -> None:
        trial = self._all[model, number]
        listed = self.picker.trials
        self._list(listed if trial in listed else [*listed, trial], trial)
        self._mark()

    @Slot(object)
    def _on_chosen(self, trial: TrialRecord) -> None:
        self._list(self.picker.trials, trial)
        self._mark()

    def _list(self, trials: Sequence[TrialRecord], pinned: TrialRecord | None) -> None:
        """The same in both pickers."""
        for picker in (self.picker, self.front_picker):
            picker.show_trials(trials, pinned)

    def _run(self, *, running: bool) -> None:
        for picker in (self.picker, self.front_picker):
            picker.show_running(running=running)

    @Slot()
    def _on_use(self) -> None:
        if self.picker.current is not None:
            self.use_wanted.emit(self.picker.current)


class TrialPicker(QWidget):
    """A trial and what to do with it, its parts called `name`. *Signals*: `chosen(TrialRecord)` another is shown."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(objectName=f"{name}.picker")
        self.trials: list[TrialRecord] = []
        self.pinned: TrialRecord | None = None  # what the user chose; else the best so far is shown
        self.combo = Combo(name=f"{name}.trial", words=tr("Trial"))
        self.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.words = Note(side=Qt.AlignmentFlag.AlignLeft, name=f"{name}.words")
        self.use = button(tr("Use These Settings"), name=f"{name}.use",
                          hint=tr("Put this trial's settings into the form, to train with them by hand"))
        self.best = button(tr("Train Best So Far"), name=f"{name}.best",
                           hint=tr("End the search now and train each model with the best settings found"))
        column = QVBoxLayout(self, spacing=theme.TIGHT)
        column.setContentsMargins(theme.MEDIUM, theme.TIGHT, theme.MEDIUM, theme.TIGHT)
        column.addWidget(self.combo)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.words, 1)
        for each in (self.best, self.use):
            row.addWidget(each)
        column.addLayout(row)
        self.combo.activated.connect(self._on_activated)
        self.show_running(running=False)
        self.show_trials([], None)

    @property
    def current(self) -> TrialRecord | None:
        """The trial that is shown."""
        return self.combo.currentData(Qt.ItemDataRole.UserRole)

    def show_trials(self, trials: Sequence[TrialRecord], pinned: TrialRecord | None) -> None:
        """List these; the first is shown where none is pinned."""
        self.trials, self.pinned = list(trials), pinned
        self.combo.clear()
        for trial in self.trials:
            self.combo.addItem(told(trial), trial)
        keys = [_key(each) for each in self.trials]
        place = keys.index(_key(pinned)) if pinned is not None and _key(pinned) in keys else 0
        self.combo.setCurrentIndex(place if self.trials else -1)
        self.setVisible(bool(self.trials))
        self._tell()

    def show_running(self, *, running: bool) -> None:
        """Whether the best so far can be asked for."""
        self.best.setEnabled(running)
        self.best.setVisible(running)

    def _tell(self) -> None:
        trial = self.current
        self.use.setEnabled(trial is not None)
        self.words.setText(_settings_words(trial) if trial is not None else "")
        self.words.setToolTip(self.words.text())

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.pinned = self.current
        self._tell()
        self.chosen.emit(self.pinned)


def _settings_words(trial: TrialRecord) -> str:
    """The settings in one line, as the form calls them."""
    told = [tr("{name} {value:,}", name=setting(name), value=int(value)) if value == int(value) else
            tr("{name} {value:.3g}", name=setting(name), value=value) for name, value in trial.settings.items()]
    return " · ".join(told if trial.open_ended else [*told, tr("{rounds:,} rounds", rounds=trial.rounds)])


def _key(trial: TrialRecord) -> tuple[str, int]:
    return trial.model, trial.number

