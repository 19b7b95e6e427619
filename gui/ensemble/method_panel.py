"""How to combine: the method with one sentence on it, what is seldom changed, and the button that builds."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.ensemble.options import EnsembleOptions, Method
from gui import theme
from gui.parts.fields import Combo, FieldError
from gui.parts.fold import Fold
from gui.parts.form import OptionForm
from gui.parts.labels import button, card, label, set_role
from gui.sentences import said
from gui.translation import tr

_OWN = ("method", "weights", "locked", "name")


class MethodPanel(QWidget):
    """*Signals*: `build_wanted()`, `stop_wanted()`."""

    build_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.method = Combo(name="ensemble.method", words=tr("Method"))
        for method in Method:
            self.method.addItem(tr(method.words), method)
        self.help = label(font="small", role="muted", wrap=True)
        self.form: OptionForm[EnsembleOptions] = OptionForm(EnsembleOptions(), leave_out=_OWN, name="ensemble.options")
        self.fold = Fold(tr("Advanced"), self.form, name="ensemble.advanced")
        self.build = button(tr("Build Ensemble"), self.build_wanted.emit, icon_name="layers", kind="primary",
                            name="ensemble.build")
        self.cancel = button(tr("Cancel"), self.stop_wanted.emit, name="ensemble.cancel")
        self.state = label(font="small", role="muted", wrap=True, name="ensemble.status")
        self._lay_out()
        self.method.currentIndexChanged.connect(self._on_method)
        self.form.changed.connect(self._say_changed)
        self._on_method()
        self._say_changed()
        self.show_idle("")

    @property
    def chosen(self) -> Method:
        """The chosen method."""
        found: Method = self.method.currentData()
        return found

    def options(self, *, weights: Mapping[str, float] | None = None, name: str = "") -> EnsembleOptions | None:
        """What the form asks for; None with the fields marked where it is no good. Given weights mean blending."""
        if self.form.check():
            self.fold.set_open(True)
            return None
        try:
            found = self.form.value()
        except FieldError:
            return None
        method = Method.BLENDING if weights else self.chosen
        return dataclasses.replace(found, method=method, weights=dict(weights or {}), name=name)

    def show_busy(self, words: str) -> None:
        """A build is running."""
        self.build.setEnabled(False)
        self.cancel.setVisible(True)
        self._say(words, "muted")

    def show_idle(self, words: str, *, role: str = "muted") -> None:
        """Nothing is running."""
        self.build.setEnabled(True)
        self.cancel.setVisible(False)
        self._say(words, role)

    def _say(self, words: str, role: str) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        set_role(self.state, role)

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame, spacing=6)
        inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        form = QFormLayout(horizontalSpacing=theme.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        caption = label(tr("Method"))
        caption.setBuddy(self.method)
        form.addRow(caption, self.method)
        inside.addLayout(form)
        inside.addWidget(self.help)
        inside.addWidget(self.fold)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.build, 1)
        row.addWidget(self.cancel)
        inside.addLayout(row)
        inside.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    @Slot()
    def _on_method(self) -> None:
        self.help.setText(said(self.chosen.help))
        self.method.setToolTip(said(self.chosen.help))

    @Slot()
    def _say_changed(self) -> None:
        changed = len(self.form.changed_names())
        self.fold.summary.setText(tr("{changed} changed", changed=changed) if changed else tr("at defaults"))
