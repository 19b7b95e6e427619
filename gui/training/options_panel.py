"""How the training is validated and weighted, and the advanced settings, all made from the engine's options."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.settings import from_json, to_json
from engine.training.config import TrainingConfig, ValidationOptions
from gui import theme
from gui.parts.fields import FieldError
from gui.parts.fold import Fold
from gui.parts.form import OptionForm, Problem
from gui.parts.words import counted
from gui.training import weights_panel
from gui.training.tuning_panel import TuningPanel
from gui.training.weights_panel import WeightsPanel
from gui.translation import tr

_ELSEWHERE = ("model_type", *weights_panel.NAMES)
_PLAIN_VALIDATION = ("folds", "embargo")


class OptionsPanel(QWidget):
    """*Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.validation = OptionForm(ValidationOptions(), only=_PLAIN_VALIDATION, name="training.validation", columns=2)
        self.tuning = TuningPanel()
        self.weights = WeightsPanel()
        self.config = OptionForm(TrainingConfig(), leave_out=_ELSEWHERE, name="training.advanced", columns=2)
        self.more_validation = OptionForm(ValidationOptions(), leave_out=_PLAIN_VALIDATION,
                                          name="training.validation.more", columns=2)
        self.advanced = Fold(tr("Advanced"), self._advanced_body(), name="training.advanced.fold")
        self._lay_out()
        self._connect()
        self._tell()

    def value(self) -> tuple[TrainingConfig, ValidationOptions]:
        """The settings; raises `FieldError` where a field holds none."""
        config = replace(self.config.value(), **self.weights.value())
        plain, more = self.validation.value(), self.more_validation.value()
        return config, replace(more, **{name: getattr(plain, name) for name in _PLAIN_VALIDATION})

    def check(self) -> list[Problem]:
        """Mark what is wrong, and tell it; opens Advanced where a mark would be hidden."""
        problems = [*self.validation.check(), *self.weights.check()]
        folded = [*self.config.check(), *self.more_validation.check()]
        if folded:
            self.advanced.set_open(True)
        return [*problems, *folded]

    def field(self, name: str) -> QWidget | None:
        """The field of an option, brought into view; None for one that is not here."""
        found = self._field(name)
        if name in self.config.fields or name in self.more_validation.fields:
            self.advanced.set_open(True)
        if name in self.weights.fields:
            self.weights.set_open(True)
        return found

    def _field(self, name: str) -> Any:
        return {**self.more_validation.fields, **self.config.fields, **self.validation.fields,
                **self.weights.fields}.get(name)

    def state(self) -> dict[str, Any]:
        """What is restored at the next start; nothing while a field is wrong."""
        try:
            config, validation = self.value()
        except FieldError:
            return {}
        return {"config": to_json(config), "validation": to_json(validation),
                "tuning": self.tuning.state(), "advanced": self.advanced.is_open,
                "weights": self.weights.is_open}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` gave."""
        self.show(from_json(TrainingConfig, state.get("config", {})),
                  from_json(ValidationOptions, state.get("validation", {})))
        self.advanced.set_open(bool(state.get("advanced", False)))
        self.weights.set_open(bool(state.get("weights", False)))
        self.tuning.restore(state.get("tuning"))

    def show(self, config: TrainingConfig | None = None, validation: ValidationOptions | None = None) -> None:
        """Show settings; without arguments, show the widget."""
        if config is not None:
            self.config.set_value(config)
            self.weights.set_value(config)
        if validation is not None:
            self.validation.set_value(validation)
            self.more_validation.set_value(validation)
        self._tell()
        super().show()

    def set_option(self, name: str, value: Any) -> None:
        """Show one value, as if the user had chosen it."""
        field = self._field(name)
        assert field is not None
        field.set_value(value)
        self._on_changed()

    def show_win_share(self, share: float | None) -> None:
        """The share of wins tells what "balanced" would be."""
        self.weights.balance.show_win_share(share)

    @Slot()
    def reset(self) -> None:
        """Put the advanced settings back to their defaults."""
        self.config.reset()
        self.more_validation.reset()

    def _advanced_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.config)
        column.addWidget(self.more_validation)
        return body

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.validation)
        column.addWidget(self.tuning)
        column.addWidget(self.weights)
        column.addWidget(self.advanced)

    def _connect(self) -> None:
        self.tuning.changed.connect(self.changed)
        for part in (self.validation, self.config, self.more_validation, self.weights):
            part.changed.connect(self._on_changed)
        self.advanced.link.clicked.connect(self.reset)

    @Slot()
    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        forms = (self.config, self.more_validation)
        different = sum(len(form.changed_names()) for form in forms)
        total = sum(len(form.fields) for form in forms)
        self.advanced.summary.setText(tr("{different} changed", different=different) if different else
                                      tr("{total} at defaults", total=counted(total, 'setting')))
        self.advanced.link.setVisible(bool(different))
