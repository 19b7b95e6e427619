"""The part of the connection form that tells what a made-up stream is like."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.parts.fields import Combo, DropLine
from gui.parts.labels import label
from gui.translation import later, tr

_KINDS = (("abrupt", later("At once")), ("gradual", later("Gradually")), ("incremental", later("Step by step")),
          ("recurring", later("To and fro")), ("covariate_only", later("Idle inputs only")),
          ("prior_only", later("Wins become rarer")), ("edge_decay", later("The edge decays")),
          ("feed_fault", later("An input in another unit")), ("dependent", later("None; neighbours share luck")),
          ("interaction", later("None; only an interaction tells")), ("stationary", later("None")))


class SimulatedFields(QObject):
    """Change, rate and seed. *Signals*: `edited()` by the user."""

    edited = Signal()

    def __init__(self, form: QFormLayout, parent: QObject, *, before: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self.drift = Combo(name="connect.drift", words=tr("What changes"))
        for kind, words in _KINDS:
            self.drift.addItem(tr(words), kind)
        self.drift.setToolTip(tr("Half way through each 20,000 signals (rows= in More options)."))
        self.rate = DropLine(name="connect.rate", words=tr("Signals a second"), placeholder="10")
        self.rate.setToolTip(tr("Labels come beside them, each by its own wait. 0 is as fast as can be."))
        self.seed = DropLine(name="connect.seed", words=tr("Seed"), placeholder="0")
        self.seed.setToolTip(tr("The same seed makes the same stream."))
        for words, field in ((tr("Change"), self.drift), (tr("Signals a second"), self.rate), (tr("Seed"), self.seed)):
            caption = label(words)
            caption.setBuddy(field)
            form.insertRow(form.getWidgetPosition(before)[0], caption, field)
        self.drift.currentIndexChanged.connect(self.edited)
        self.rate.textEdited.connect(self.edited)
        self.seed.textEdited.connect(self.edited)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the rows."""
        for field in (self.drift, self.rate, self.seed):
            self._form.setRowVisible(field, visible)

    def options(self) -> dict[str, str]:
        """As the address has them; nothing for what is as usual."""
        drift = str(self.drift.currentData())
        return {"drift": drift, "rate": self.rate.text().strip(), "seed": self.seed.text().strip()}

    def take(self, options: Mapping[str, str]) -> None:
        """Show an address's."""
        self.drift.blockSignals(True)
        self.drift.setCurrentIndex(max(self.drift.findData(options.get("drift", "abrupt")), 0))
        self.drift.blockSignals(False)
        self.rate.setText(options.get("rate", ""))
        self.seed.setText(options.get("seed", ""))
