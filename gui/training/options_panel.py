"""How the training is validated and weighted, and the advanced settings, all made from the engine's options."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from engine.settings import from_json, options_of, to_json
from engine.training.config import BALANCED, TrainingConfig, ValidationOptions, Weighting
from gui import theme
from gui.parts.fields import Combo, FieldError, field_for, set_invalid
from gui.parts.fold import Fold
from gui.parts.form import OptionForm, Problem
from gui.parts.labels import label
from gui.parts.words import counted

_ELSEWHERE = ("model_type", "scale_pos_weight", "weighting")
_PLAIN_VALIDATION = ("folds", "embargo")


class OptionsPanel(QWidget):
    """*Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        options = options_of(TrainingConfig)
        self.validation = OptionForm(ValidationOptions(), only=_PLAIN_VALIDATION, name="training.validation", columns=2)
        self.balance = BalanceField()
        self.weighting = field_for(Weighting, options["weighting"], Weighting.NONE)
        self.weighting.setObjectName("training.weighting")
        self.weighting.setToolTip(options["weighting"].help)
        self.config = OptionForm(TrainingConfig(), leave_out=_ELSEWHERE, name="training.advanced", columns=2)
        self.more_validation = OptionForm(ValidationOptions(), leave_out=_PLAIN_VALIDATION,
                                          name="training.validation.more", columns=2)
        self.advanced = Fold("Advanced", self._advanced_body(), name="training.advanced.fold")
        self._lay_out()
        self._connect()
        self._tell()

    def value(self) -> tuple[TrainingConfig, ValidationOptions]:
        """The settings; raises `FieldError` where a field holds none."""
        config = replace(self.config.value(), scale_pos_weight=self.balance.value(), weighting=self.weighting.value())
        plain, more = self.validation.value(), self.more_validation.value()
        return config, replace(more, **{name: getattr(plain, name) for name in _PLAIN_VALIDATION})

    def check(self) -> list[Problem]:
        """Mark what is wrong, and tell it; opens Advanced where a mark would be hidden."""
        problems = [*self.validation.check(), *self.balance.check()]
        folded = [*self.config.check(), *self.more_validation.check()]
        if folded:
            self.advanced.set_open(True)
        return [*problems, *folded]

    def field(self, name: str) -> QWidget | None:
        """The field of an option, brought into view; None for one that is not here."""
        found = self._field(name)
        if name in self.config.fields or name in self.more_validation.fields:
            self.advanced.set_open(True)
        return found

    def _field(self, name: str) -> Any:
        return {**self.more_validation.fields, **self.config.fields, **self.validation.fields,
                "scale_pos_weight": self.balance, "weighting": self.weighting}.get(name)

    def state(self) -> dict[str, Any]:
        """What is restored at the next start; nothing while a field is wrong."""
        try:
            config, validation = self.value()
        except FieldError:
            return {}
        return {"config": to_json(config), "validation": to_json(validation), "advanced": self.advanced.is_open}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` gave."""
        self.show(from_json(TrainingConfig, state.get("config", {})),
                  from_json(ValidationOptions, state.get("validation", {})))
        self.advanced.set_open(bool(state.get("advanced", False)))

    def show(self, config: TrainingConfig | None = None, validation: ValidationOptions | None = None) -> None:
        """Show settings; without arguments, show the widget."""
        if config is not None:
            self.config.set_value(config)
            self.balance.set_value(config.scale_pos_weight)
            self.weighting.set_value(config.weighting)
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
        self.balance.show_win_share(share)

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
        grid = QGridLayout(horizontalSpacing=theme.MEDIUM, verticalSpacing=3)
        for number, (words, field) in enumerate((("Weight of Wins", self.balance), ("Weighting", self.weighting))):
            caption = label(words, font="small")
            caption.setBuddy(field)
            grid.addWidget(caption, 0, number)
            grid.addWidget(field, 1, number)
            grid.setColumnStretch(number, 1)
        column.addLayout(grid)
        column.addWidget(self.advanced)

    def _connect(self) -> None:
        for part in (self.validation, self.config, self.more_validation, self.balance, self.weighting):
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
        self.advanced.summary.setText(f"{different} changed" if different else
                                      f"{counted(total, 'setting')} at defaults")
        self.advanced.link.setVisible(bool(different))


class BalanceField(Combo):
    """How much a win counts: a number, or balanced. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        how = options_of(TrainingConfig)["scale_pos_weight"]
        super().__init__(name="training.balance", words=how.words)
        self.how = how
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setToolTip(how.help)
        self.lineEdit().setAcceptDrops(False)
        self.lineEdit().setAccessibleName(how.words)
        self.addItems(["1 (as they are)", BALANCED])
        self.editTextChanged.connect(self._on_edited)

    def value(self) -> float | str:
        """A number, or "balanced"; raises `FieldError`."""
        text = self.currentText().partition("(")[0].strip().lower()
        if text == BALANCED:
            return BALANCED
        low, high = self.how.low or 0.0, self.how.high or 0.0
        remedy = f"Give a number from {low:g} to {high:g}, or “balanced”."
        try:
            number = float(text)
        except ValueError:
            raise FieldError(f"{self.how.words} is “{self.currentText()}”.", remedy) from None
        if not low <= number <= high:
            raise FieldError(f"{self.how.words} is {text}.", remedy)
        return number

    def set_value(self, value: float | str) -> None:
        """Show a number or "balanced"."""
        if value == BALANCED:
            self.setCurrentIndex(1)
        elif value == 1:
            self.setCurrentIndex(0)
        else:
            self.setEditText(f"{value:g}")
        set_invalid(self, "")

    def show_win_share(self, share: float | None) -> None:
        """Say what "balanced" means for this file."""
        known = share is not None and 0 < share < 1
        self.setItemText(1, f"{BALANCED} ({(1 - share) / share:.2f})" if known and share else BALANCED)

    def check(self) -> list[Problem]:
        """Mark the field when it holds no value."""
        try:
            self.value()
        except FieldError as error:
            set_invalid(self, str(error))
            return [Problem(self, error.what, error.remedy)]
        set_invalid(self, "")
        return []

    @Slot()
    def _on_edited(self) -> None:
        if self.property("invalid") == "true":
            self.check()
        self.changed.emit()
