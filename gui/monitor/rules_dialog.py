"""The analyst's own rules: what to watch for, what then happens, and how often it would have happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import WorkbenchError
from engine.monitoring.recorded import Recorded, recorded
from engine.monitoring.rules import ABOUT, Rule, checked, proposed
from engine.settings import Option
from gui import theme
from gui.jobs import Jobs, Lane
from gui.parts.fields import FieldError, NumberField, set_invalid
from gui.parts.labels import button, label
from gui.parts.labels import rule as line
from gui.parts.words import seconds_left
from gui.sentences import said, said_of
from gui.translation import later, tr

_SLOT = "monitor-rules"
_COLUMNS = (later("When"), "", later("for labels"), later("Notify"), later("Retrain"), "")


class RuleRow:
    """The controls of one rule; `changed` is called after any of them was changed."""

    def __init__(self, rule: Rule, changed: Callable[[], object]) -> None:
        how = ABOUT[rule.kind]
        words = said(how.words)
        name = f"monitor.rule.{rule.kind.value}"
        self._rule = rule
        self.on = QCheckBox(words, objectName=name, checked=rule.on)
        self.limit = self._number(words, rule.limit * how.factor, f"{name}.limit", said(how.unit))
        self.labels = self._number(tr("{words}: for how many labels", words=words), rule.labels, f"{name}.labels", "")
        self.unit = label(said(how.unit), font="small", role="muted")
        self.notify = self._check(tr("{words}: tell in the strip and on the desktop", words=words), rule.notify,
                                  f"{name}.notify")
        self.retrain = self._check(tr("{words}: propose a retraining", words=words), rule.retrain, f"{name}.retrain")
        self.answer = label("", font="small", role="muted", name=f"{name}.answer")
        if not how.sign:
            self.limit.hide()
        if not how.lasting:
            self.labels.hide()
        for box in (self.on, self.notify, self.retrain):
            box.toggled.connect(lambda _checked: changed())
        for field in (self.limit, self.labels):
            field.changed.connect(changed)

    def value(self) -> Rule:
        """The rule that is shown; raises `FieldError` or `WorkbenchError` where it is none."""
        how = ABOUT[self._rule.kind]
        limit = float(self.limit.value() or 0.0) / how.factor if how.sign else self._rule.limit
        labels = int(self.labels.value() or 0) if how.lasting else self._rule.labels
        return checked(replace(self._rule, limit=limit, labels=labels, on=self.on.isChecked(),
                               notify=self.notify.isChecked(), retrain=self.retrain.isChecked()))

    def parts(self) -> tuple[QWidget, ...]:
        """The widgets of the row, in the order of the columns."""
        limit = QWidget()
        row = QHBoxLayout(limit, spacing=theme.TIGHT)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.limit)
        row.addWidget(self.unit, 1)
        return self.on, limit, self.labels, self.notify, self.retrain, self.answer

    def show_answer(self, found: Recorded | None) -> None:
        """Say how often it would have fired, or what is wrong with it."""
        try:
            rule = self.value()
        except (FieldError, WorkbenchError) as error:
            set_invalid(self.limit, said_of(error))
            self.answer.setText("")
            return
        set_invalid(self.limit, "")
        self.answer.setText("" if found is None else said(found.answer(rule).words))

    @staticmethod
    def _number(words: str, value: float, name: str, unit: str) -> NumberField:
        whole = float(value).is_integer() and not unit and value >= 1
        made = NumberField(Option(words, unit=unit), whole=whole)
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.set_value(int(value) if whole else value)
        made.setFixedWidth(76)
        return made

    @staticmethod
    def _check(hint: str, on: bool, name: str) -> QCheckBox:
        made = QCheckBox(objectName=name, checked=on, toolTip=hint)
        made.setAccessibleName(hint)
        return made


class RulesDialog(QDialog):
    """One row a kind of rule; `use` gets the rules when Save is pressed."""

    def __init__(self, parent: QWidget, rules: Sequence[Rule], *, jobs: Jobs, journal: Path | None,
                 use: Callable[[tuple[Rule, ...]], object]) -> None:
        super().__init__(parent, objectName="monitor.rules")
        self.setWindowTitle(tr("Triggers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._use = use
        self._found: Recorded | None = None
        kinds = {rule.kind for rule in rules}
        every = (*rules, *(rule for rule in proposed() if rule.kind not in kinds))
        self.rows = [RuleRow(rule, self._answer) for rule in every]
        self.past = label("", font="small", role="muted", wrap=True, name="monitor.rules.past")
        self.save = button(tr("Save"), self._on_save, kind="primary", name="monitor.rules.save")
        self._lay_out()
        self._ask_the_past(jobs, journal)

    def _lay_out(self) -> None:
        grid = QGridLayout(horizontalSpacing=theme.MEDIUM, verticalSpacing=theme.TIGHT)
        for place, words in enumerate(_COLUMNS):
            grid.addWidget(label(words, font="small", role="muted"), 0, place)
        for number, row in enumerate(self.rows, start=1):
            for place, part in enumerate(row.parts()):
                where = Qt.AlignmentFlag.AlignCenter if place in (3, 4) else Qt.AlignmentFlag(0)
                grid.addWidget(part, number, place, where)
        grid.setColumnStretch(5, 1)
        grid.setColumnMinimumWidth(5, 250)
        buttons = QHBoxLayout(spacing=theme.SMALL)
        buttons.addWidget(self.past, 1)
        buttons.addWidget(button(tr("Cancel"), self.reject, name="monitor.rules.cancel"))
        buttons.addWidget(self.save)
        self.save.setDefault(True)
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("Triggers"), font="title"))
        column.addWidget(label(tr("A rule speaks up once when it begins to hold: in the strip above the tab, in "
                                  "the list of events, and on the desktop while the window is not in front."),
                               role="muted", wrap=True))
        column.addLayout(grid)
        column.addWidget(line())
        column.addLayout(buttons)

    def _ask_the_past(self, jobs: Jobs, journal: Path | None) -> None:
        if journal is None or not journal.exists():
            self.past.setText(tr("Once a monitor has run, each rule tells how often it would have fired."))
            return
        self.past.setText(tr("Looking at what is recorded…"))
        job = jobs.start(Lane.SIDE, _SLOT, recorded, journal, quiet=True)
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_recorded)
        job.failed.connect(self._on_failed)
        self.finished.connect(job.cancel)

    def _answer(self) -> None:
        for row in self.rows:
            row.show_answer(self._found)

    @Slot(object)
    def _on_progress(self, point: object) -> None:
        left = seconds_left(getattr(point, "seconds_left", None))
        self.past.setText(" · ".join(filter(None, (said(str(getattr(point, "words", ""))), left))))

    @Slot(object)
    def _on_recorded(self, found: Recorded) -> None:
        self._found = found
        self.past.setText(tr("Asked of {labels:,} recorded labels.", labels=found.found.labels))
        self._answer()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.past.setText(said_of(error))

    @Slot()
    def _on_save(self) -> None:
        rules = []
        for row in self.rows:
            try:
                rules.append(row.value())
            except (FieldError, WorkbenchError) as error:
                set_invalid(row.limit, said_of(error))
                self.past.setText(said_of(error))
                row.limit.setFocus()
                return
        self._use(tuple(rules))
        self.accept()
