"""Where the settings come from: as set in the form, or found by a search of 10 seconds, a minute or ten."""

from __future__ import annotations

import importlib.util
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.settings import from_json, options_of, to_json
from engine.training.tuning.options import Effort, TuningOptions
from gui import theme
from gui.parts.fields import FieldError, field_for
from gui.parts.fold import Fold
from gui.parts.form import OptionForm, Problem
from gui.parts.labels import label
from gui.parts.words import counted
from gui.translation import tr

_PLAIN = ("effort",)


class TuningPanel(QWidget):
    """One choice, `field`, which stands beside Train; the rest of it is folded here. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        how = options_of(TuningOptions)["effort"]
        self.field = field_for(Effort, how, Effort.NONE)
        self.field.setObjectName("training.tuning.effort")
        self.field.setAccessibleName(tr(how.words))
        self.field.setToolTip(tr(how.help))
        self.more = OptionForm(TuningOptions(), leave_out=_PLAIN, name="training.tuning.more", columns=2)
        self.fold = Fold(tr("Search"), self.more, name="training.tuning.fold")
        self.told = label(role="muted", font="small", wrap=True, name="training.tuning.told")
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.told, self.fold):
            column.addWidget(part)
        for part in (self.field, self.more):
            part.changed.connect(self._on_changed)
        self.fold.link.clicked.connect(self.more.reset)
        self._there = importlib.util.find_spec("optuna") is not None
        self._tell()

    def value(self) -> TuningOptions | None:
        """The search that is asked for; None for none. Raises `FieldError`."""
        effort = self.field.value()
        if effort is Effort.NONE:
            return None
        return TuningOptions(**{**{name: field.value() for name, field in self.more.fields.items()}, "effort": effort})

    def check(self, *, continues: bool) -> list[Problem]:
        """What is wrong, each field marked; a model that `continues` another keeps that one's settings."""
        if self.field.value() is Effort.NONE:
            return []
        problems = self.more.check()
        if problems:
            self.fold.set_open(True)
        if continues:
            problems.append(Problem(self.field, tr("A warm start goes on with its parent's settings."),
                                    tr("Start from nothing, or choose the settings as set below.")))
        return problems

    def choose(self, effort: Effort) -> None:
        """Show another choice, as if the user had made it."""
        self.field.set_value(effort)
        self._on_changed()

    def show_options(self, options: TuningOptions) -> None:
        """Show a search, as if the user had chosen it."""
        self.more.set_value(options)
        self.choose(options.effort)

    def state(self) -> dict[str, Any]:
        """What is restored at the next start."""
        try:
            chosen = self.value()
        except FieldError:
            chosen = None
        return {} if chosen is None else to_json(chosen)

    def restore(self, state: Any) -> None:
        """Show what `state` gave."""
        if isinstance(state, dict) and state and self._there:
            options = from_json(TuningOptions, state)
            self.field.set_value(options.effort)
            self.more.set_value(options)
        self._tell()

    @Slot()
    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _budget(self) -> str:
        """What holds in place of the time that the choice names; nothing where that one holds."""
        try:
            options = self.value()
        except FieldError:
            return ""
        if options is None or not (options.seconds or options.trials):
            return ""
        if not options.seconds:
            return tr("Ends after {trials:,} trials of each model, however long they take.", trials=options.trials)
        if not options.trials:
            return tr("Takes {seconds:,} s, search and training together.", seconds=round(options.seconds))
        return tr("Takes {seconds:,} s, search and training together, or ends after {trials:,} trials of each model.",
                  seconds=round(options.seconds), trials=options.trials)

    def _tell(self) -> None:
        """Say what the choice does, and show its details while it is made."""
        self.field.setEnabled(self._there)
        tuned = self._there and self.field.value() is not Effort.NONE
        self.fold.setVisible(tuned)
        different = len(self.more.changed_names())
        self.fold.summary.setText(tr("{n} changed", n=different) if different else
                                  tr("{settings} at defaults", settings=counted(len(self.more.fields), "setting")))
        self.fold.link.setVisible(bool(different))
        self.told.setVisible(tuned)
        self.setVisible(tuned)
        seen = tr("Trials see earlier rows only; the score is of the last blocks, which none of them saw. "
                  "Each trial counts as a look.")
        self.told.setText(" ".join(filter(None, (self._budget() if tuned else "", seen))))
        if not self._there:
            self.field.setToolTip(tr("Tuning needs Optuna, which is not installed: uv sync --extra tuning."))
