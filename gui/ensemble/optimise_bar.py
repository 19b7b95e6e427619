"""The row under the sliders that finds weights: the button, what for, and the progress and ways out while it runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.ensemble.objectives import Metric
from gui import theme
from gui.parts.fields import Combo
from gui.parts.labels import button, label, set_role
from gui.translation import later, tr

_AIMS = (Metric.LOG_LOSS, Metric.AUC, Metric.EXPECTED_R)
_HINT = (later("Find the weights that are best for this on the rows before the scored ones. Locked weights stay; "
               "what they leave is shared by the others. Undo (Ctrl+Z) brings the old weights back."))


class OptimiseBar(QWidget):
    """*Signals*: `wanted()`, `stop_wanted()` with the best so far, `cancel_wanted()` with the old weights."""

    wanted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.run = button(tr("Optimise"), self.wanted.emit, icon_name="sparkles", name="ensemble.optimise", hint=_HINT)
        self.aim = Combo(name="ensemble.objective", words=tr("Optimise for"))
        for aim in _AIMS:
            self.aim.addItem(tr("for {words}", words=tr(aim.words)), aim)
        self.aim.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.aim.setToolTip(tr("What the weights are to make best."))
        self.stop = button(tr("Stop"), self.stop_wanted.emit, name="ensemble.optimise.stop",
                           hint=tr("Finish now and keep the best weights so far"))
        self.cancel = button(tr("Cancel"), self.cancel_wanted.emit, name="ensemble.optimise.cancel",
                             hint=tr("Keep the weights as they were"))
        self.state = label(font="small", role="muted", wrap=True, name="ensemble.optimise.status")
        self._lay_out()
        self.show_idle("")

    @property
    def metric(self) -> Metric:
        """What is to be made best."""
        found: Metric = self.aim.currentData()
        return found

    def show_busy(self, words: str) -> None:
        """The search is on."""
        self._set(busy=True)
        self._say(words)

    def show_ending(self, words: str) -> None:
        """Stop or Cancel was pressed."""
        self.stop.setEnabled(False)
        self._say(words)

    def show_idle(self, words: str, *, role: str = "muted") -> None:
        """Nothing runs; `words` tell how the last search ended."""
        self._set(busy=False)
        self._say(words, role)

    def _set(self, *, busy: bool) -> None:
        self.run.setEnabled(not busy)
        self.aim.setVisible(not busy)
        for made in (self.stop, self.cancel):
            made.setVisible(busy)
            made.setEnabled(busy)

    def _say(self, words: str, role: str = "muted") -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        set_role(self.state, role)

    def _lay_out(self) -> None:
        row = QHBoxLayout(spacing=theme.SMALL)
        for made in (self.run, self.aim, self.stop, self.cancel):
            row.addWidget(made)
        row.addStretch()
        column = QVBoxLayout(self, spacing=2)
        column.setContentsMargins(0, 2, theme.SMALL, 0)
        column.addLayout(row)
        column.addWidget(self.state)
