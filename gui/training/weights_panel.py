"""How much each signal counts: class balance, realized R, recency; with what it comes to, told before training."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from engine.records import Weighing
from engine.settings import options_of
from engine.training.config import BALANCED, TrainingConfig, Weighting
from gui import theme
from gui.parts.fields import Combo, FieldError, field_for, set_invalid
from gui.parts.fold import Fold
from gui.parts.form import OptionForm, Problem
from gui.parts.labels import label, set_role
from gui.sentences import said, said_of
from gui.translation import as_python_writes, localized, tr, written

MORE = ("half_life", "weight_power", "weight_low", "weight_high")
NAMES = ("scale_pos_weight", "weighting", *MORE)


class WeightsPanel(Fold):
    """A fold whose header tells how many equal rows the weights are worth. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        option = options_of(TrainingConfig)["weighting"]
        self.balance = BalanceField()
        self.weighting = field_for(Weighting, option, Weighting.NONE)
        self.weighting.setObjectName("training.weighting")
        self.weighting.setAccessibleName(tr(option.words))
        self.weighting.setToolTip(tr(option.help))
        self.more = OptionForm(TrainingConfig(), only=MORE, name="training.weights", columns=2)
        self.told = label(role="muted", font="small", wrap=True, name="training.weights.told")
        super().__init__(tr("Weights"), self._made_body(), name="training.weights.fold")
        self.link.clicked.connect(self.reset)
        for part in (self.balance, self.weighting, self.more):
            part.changed.connect(self._on_changed)
        self.show_weighing(None)

    @property
    def fields(self) -> dict[str, Any]:
        """The fields by the names of their options."""
        return {**self.more.fields, "scale_pos_weight": self.balance, "weighting": self.weighting}

    def value(self) -> dict[str, Any]:
        """The options by name; raises `FieldError` where a field holds none."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_value(self, config: TrainingConfig) -> None:
        """Show a configuration's weights."""
        for name, field in self.fields.items():
            field.set_value(getattr(config, name))
        self._tell_link()

    def check(self) -> list[Problem]:
        """Mark what is wrong, and tell it; unfolds where a mark would be hidden."""
        problems = [*self.balance.check(), *self.more.check()]
        if problems:
            self.set_open(True)
        return problems

    def show_weighing(self, found: Weighing | Exception | None) -> None:
        """Say what the weights come to, or why they cannot be."""
        if isinstance(found, Weighing):
            alike = round(found.effective_rows) >= found.rows
            few = tr("all {rows:,} rows alike", rows=found.rows) if alike else (
                tr("{rows:,} rows count like {effective_rows:,.0f}", rows=found.rows,
                   effective_rows=found.effective_rows))
            self.summary.setText(few)
            self.told.setText(said(found.words))
        else:
            self.summary.setText("" if found is None else tr("cannot be used"))
            self.told.setText("" if found is None else said_of(found))
        set_role(self.summary, "warning" if isinstance(found, Exception) else "muted")
        set_role(self.told, "warning" if isinstance(found, Exception) else "muted")
        self.summary.setToolTip(self.told.text())
        self.told.setVisible(found is not None)

    @Slot()
    def reset(self) -> None:
        """Every signal alike."""
        self.set_value(TrainingConfig())
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._tell_link()
        self.changed.emit()

    def _tell_link(self) -> None:
        try:
            value = self.value()
        except FieldError:
            value = {}
        default = TrainingConfig()
        self.link.setVisible(any(value.get(name) != getattr(default, name) for name in NAMES))

    def _made_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout(horizontalSpacing=theme.MEDIUM, verticalSpacing=3)
        for number, (words,
                     field) in enumerate(((tr("Weight of Wins"), self.balance), (tr("Weighting"), self.weighting))):
            caption = label(words, font="small")
            caption.setBuddy(field)
            grid.addWidget(caption, 0, number)
            grid.addWidget(field, 1, number)
            grid.setColumnStretch(number, 1)
        column.addLayout(grid)
        column.addWidget(self.more)
        column.addWidget(self.told)
        return body


class BalanceField(Combo):
    """How much a win counts: a number, or balanced. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        how = options_of(TrainingConfig)["scale_pos_weight"]
        super().__init__(name="training.balance", words=tr(how.words))
        self.how = how
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setToolTip(tr(how.help))
        self.lineEdit().setAcceptDrops(False)
        self.lineEdit().setAccessibleName(tr(how.words))
        self.addItems([tr("1 (as they are)"), tr(BALANCED)])
        self.editTextChanged.connect(self._on_edited)

    def value(self) -> float | str:
        """A number, or "balanced"; raises `FieldError`."""
        text = self.currentText().partition("(")[0].strip().lower()
        if text in (BALANCED, tr(BALANCED).lower()):
            return BALANCED
        low, high = self.how.low or 0.0, self.how.high or 0.0
        remedy = tr("Give a number from {low:g} to {high:g}, or “balanced”.", low=low, high=high)
        try:
            number = float(as_python_writes(text))
        except ValueError:
            raise FieldError(tr("{words} is “{currentText}”.", words=self.how.words, currentText=self.currentText()),
                             remedy) from None
        if not low <= number <= high:
            raise FieldError(tr("{words} is {text}.", words=self.how.words, text=text), remedy)
        return number

    def set_value(self, value: float | str) -> None:
        """Show a number or "balanced"."""
        if value == BALANCED:
            self.setCurrentIndex(1)
        elif value == 1:
            self.setCurrentIndex(0)
        else:
            self.setEditText(localized(f"{value:g}"))
        set_invalid(self, "")

    def show_win_share(self, share: float | None) -> None:
        """Say what "balanced" means for this file."""
        known = share is not None and 0 < share < 1
        self.setItemText(1, f"{BALANCED} ({written((1 - share) / share, '.2f')})" if known and share else BALANCED)

    def check(self) -> list[Problem]:
        """Mark the field when it holds no value."""
        try:
            self.value()
        except FieldError as error:
            set_invalid(self, said_of(error))
            return [Problem(self, said(error.what), said(error.remedy))]
        set_invalid(self, "")
        return []

    @Slot()
    def _on_edited(self) -> None:
        if self.property("invalid") == "true":
            self.check()
        self.changed.emit()
