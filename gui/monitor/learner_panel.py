"""How the online learner learns: rate, detector and window, folded away until wanted."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from engine.errors import WorkbenchError
from engine.online.options import LearnerOptions
from engine.records import FalseAlarms
from gui.parts.fold import Fold
from gui.parts.form import OptionForm
from gui.parts.labels import label
from gui.plots.streams import DETECTORS
from gui.translation import tr, written

_SHOWN = ("learning_rate", "half_life_events", "detector", "window", "expiry_hours")


class LearnerPanel(QWidget):
    """A fold over the learner's options; they take effect at the next start."""

    def __init__(self) -> None:
        super().__init__()
        self.form: OptionForm[LearnerOptions] = OptionForm(LearnerOptions(), only=_SHOWN, name="monitor.learner")
        self.go_on = QCheckBox(tr("Go on where it was left"), objectName="monitor.resume")
        self.go_on.setToolTip(tr("Restore what was learnt from the same source with the same options, and "
                                 "continue there."))
        self.go_on.setAccessibleName(tr("Go on where the same source was left"))
        self.cries = label("", font="small", role="muted", wrap=True, name="monitor.cries")
        self.cries.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.cries)
        column.addWidget(self.go_on)
        self.fold = Fold(tr("Learner"), inside, name="monitor.learner.fold")
        outside = QVBoxLayout(self)
        outside.setContentsMargins(2, 0, 2, 0)
        outside.addWidget(self.fold)
        self.form.changed.connect(self.say)
        self.say()

    @property
    def resume(self) -> bool:
        """Whether the next start goes on where the same source was left."""
        return self.go_on.isChecked()

    def options(self, **more: Any) -> LearnerOptions:
        """The options that the form shows, and `more` of them. Raises `FieldError`."""
        return dataclasses.replace(self.form.value(), **more)

    def check(self) -> None:
        """Mark every field that holds no value; raises `WorkbenchError` with the first, which has the focus then."""
        problems = self.form.check()
        if problems:
            self.fold.set_open(True)
            problems[0].field.setFocus()
            raise WorkbenchError(problems[0].what, remedy=problems[0].remedy, code="bad-form")

    def show_detectors(self, found: Sequence[FalseAlarms]) -> None:
        """How often each detector cries on this very stream when nothing changes."""
        each = ", ".join(f"{DETECTORS.get(cries.detector, cries.detector)} {written(cries.alarms, '.1f')}"
                         for cries in found)
        said = tr("On this stream's labels in random order, where nothing changes, alarms per 10,000: {each}.",
                  each=each) if found else ""
        if said != self.cries.text():
            self.cries.setText(said)
            self.cries.setVisible(bool(said))

    def say(self) -> None:
        """Tell how many settings are not the defaults."""
        changed = len(self.form.changed_names())
        self.fold.summary.setText(tr("{changed} changed", changed=changed) if changed else tr("at defaults"))
