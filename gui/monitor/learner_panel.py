"""How the online learner learns: rate, detector and window, folded away until wanted."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from engine.online.options import LearnerOptions
from gui.parts.fold import Fold
from gui.parts.form import OptionForm
from gui.translation import tr

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
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
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

    def say(self) -> None:
        """Tell how many settings are not the defaults."""
        changed = len(self.form.changed_names())
        self.fold.summary.setText(tr("{changed} changed", changed=changed) if changed else tr("at defaults"))
