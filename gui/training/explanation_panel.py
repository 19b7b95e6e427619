"""The plots that explain one run: swarm, dependence and waterfall, with what chooses the feature and the signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.evaluation.explanation import dependence, waterfall
from gui import theme
from gui.parts.ahead import ready
from gui.parts.fields import Combo, DropLine, set_invalid
from gui.parts.labels import button, label
from gui.plots.contributions import DependencePanel, SwarmPanel, WaterfallPanel, put_above
from gui.training.explaining import Explained
from gui.translation import tr

_STEPS = 8
PARTS = (SwarmPanel, DependencePanel, WaterfallPanel)  # made ahead


class ExplanationPlots(QObject):
    """Owner of the three plots, which stand on the pages. *Signals*: `looked_at(str)` a feature was chosen."""

    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.explained: Explained | None = None
        self.feature = Combo(name="training.explain.feature", words=tr("Feature"))
        self.signal = DropLine(name="training.explain.signal", words=tr("Row of the file"))
        self.signal.setFixedWidth(90)
        self.earlier = button(tr("Earlier"), self._on_earlier, name="training.explain.earlier")
        self.later = button(tr("Later"), self._on_later, name="training.explain.later")
        self.swarm, self.dependence, self.waterfall = ready(SwarmPanel), ready(DependencePanel), ready(WaterfallPanel)
        put_above(self.dependence, _row(label(tr("Feature"), font="small"), self.feature))
        put_above(self.waterfall, _row(label(tr("Row"), font="small"), self.signal, self.earlier, self.later))
        for name in ("swarm", "dependence", "waterfall"):
            getattr(self, name).setObjectName(f"training.plot.{name}")
        self._place = 0
        self.feature.activated.connect(self._on_feature)
        self.signal.returnPressed.connect(self._on_typed)
        self.swarm.chosen.connect(self._on_chosen)

    def show_explained(self, explained: Explained) -> None:
        """Show a run; the feature stays where it has it, the signal is the newest one."""
        self.explained = explained
        before = self.feature.currentText()
        self.feature.clear()
        self.feature.addItems([row.feature for row in explained.swarm])
        self.feature.setCurrentIndex(max(self.feature.findText(before), 0))
        self.swarm.set_note(tr("{name}, the newest {row} signals", name=explained.name, row=len(explained.row)))
        self.swarm.set_records(explained.swarm)
        self._on_feature()
        self._show_signal(len(explained.row) - 1)

    def say(self, words: str) -> None:
        """Nothing is explained; say why."""
        self.explained = None
        for plot in (self.swarm, self.dependence, self.waterfall):
            plot.set_empty(words)

    @Slot()
    def _on_feature(self) -> None:
        explained, feature = self.explained, self.feature.currentText()
        if explained is not None and feature:
            self.dependence.set_record(explained.first if feature == explained.first.feature
                                       else dependence(explained.found, feature))

    @Slot(str, int)
    def _on_chosen(self, feature: str, signal: int) -> None:
        self.feature.setCurrentText(feature)
        self._on_feature()
        self._show_signal(signal)
        self.looked_at.emit(feature)

    def _on_earlier(self) -> None:
        self._show_signal(self._place - 1)

    def _on_later(self) -> None:
        self._show_signal(self._place + 1)

    @Slot()
    def _on_typed(self) -> None:
        if self.explained is None:
            return
        rows = self.explained.row
        text = self.signal.text().strip()
        if text.isdecimal() and int(text) in rows:
            self._show_signal(int((rows == int(text)).argmax()))
        else:
            set_invalid(self.signal, tr("Row {text} is not among those explained: give one from {min} to {max}.",
                                        text=text, min=rows.min(), max=rows.max()))

    def _show_signal(self, place: int) -> None:
        if self.explained is None or not 0 <= place < len(self.explained.row):
            return
        self._place = place
        self.waterfall.set_record(waterfall(self.explained.found, place, top=_STEPS))
        self.signal.setText(str(self.explained.row[place]))
        set_invalid(self.signal, "")
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(place < len(self.explained.row) - 1)


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made, spacing=theme.SMALL)
    for widget in widgets:
        row.addWidget(widget, int(isinstance(widget, Combo)))
    row.addStretch()
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
