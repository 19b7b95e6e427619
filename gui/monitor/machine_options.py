"""The settings of the time machine: sliders for rate, half-life and share, choices for blend and detector."""

from __future__ import annotations

import dataclasses
import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QSlider, QVBoxLayout

from engine.online.options import Blending, Detector, LearnerOptions
from engine.settings import Option, options_of
from gui import theme
from gui.parts.fields import ChoiceField, words_of
from gui.parts.labels import label
from gui.parts.words import count
from gui.translation import tr

_STEPS = 200
_RATES = (1e-5, 1e-1)
_HALF_LIVES = (50.0, 200_000.0)


class MachineOptions(QFrame):
    """`begin` shows settings; *Signals*: `changed()` after the user moved something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="monitor.machine.options")
        self.setProperty("card", "true")
        self._begun = LearnerOptions()
        self._champion = True
        self.words: dict[str, QLabel] = {}
        self.rate = self._slider("rate", tr("Learning rate"))
        self.half_life = self._slider("half_life", tr("Half-life in labels"))
        self.share = self._slider("share", tr("Batch share"))
        self.share.setMaximum(100)
        self.blending = self._choice("blending", [(words_of(each), each) for each in Blending])
        self.detector = self._choice("detector", [(words_of(each), each) for each in Detector])
        self._lay_out()
        for slider in (self.rate, self.half_life, self.share):
            slider.valueChanged.connect(self._on_moved)
        for choice in (self.blending, self.detector):
            choice.changed.connect(self._on_moved)
        self._say()

    def begin(self, options: LearnerOptions, *, champion: bool) -> None:
        """Show these settings; without a batch model there is nothing to blend."""
        self._begun, self._champion = options, champion
        places = ((self.rate, _place(options.learning_rate, _RATES)), (self.share, round(100 * options.batch_weight)),
                  (self.half_life, 0 if not options.half_life_events
                   else max(_place(options.half_life_events, _HALF_LIVES), 1)))
        for slider, place in places:
            slider.blockSignals(True)
            slider.setValue(place)
            slider.blockSignals(False)
        self.blending.set_value(options.blending)
        self.detector.set_value(options.detector)
        self._moved: set[QSlider] = set()
        self._say()

    def value(self) -> LearnerOptions:
        """The settings; what was not moved is what it was to the last digit."""
        begun, values = self._begun, {}
        if self.rate in self._moved:
            values["learning_rate"] = _figure(self.rate.value(), _RATES)
        if self.half_life in self._moved:
            place = self.half_life.value()
            values["half_life_events"] = round(_figure(place, _HALF_LIVES)) if place else 0.0
        if self.share in self._moved:
            values["batch_weight"] = self.share.value() / 100
        return dataclasses.replace(begun, **values, blending=self.blending.value(), detector=self.detector.value())

    def _slider(self, name: str, words: str) -> QSlider:
        made = QSlider(Qt.Orientation.Horizontal, objectName=f"monitor.machine.{name}", maximum=_STEPS, pageStep=20)
        made.setAccessibleName(words)
        self.words[name] = label("", font="small", role="muted")
        return made

    @staticmethod
    def _choice(name: str, choices: list[tuple[str, object]]) -> ChoiceField:
        how: Option = options_of(LearnerOptions)[name]
        made = ChoiceField(how, choices)
        made.setObjectName(f"monitor.machine.{name}")
        made.setToolTip(tr(how.help))
        return made

    def _lay_out(self) -> None:
        self._moved = set()
        column = QVBoxLayout(self, spacing=5)
        column.setContentsMargins(theme.MEDIUM, 10, theme.MEDIUM, 10)
        column.addWidget(label(tr("With Other Settings"), font="strong"))
        for part in (self.words["rate"], self.rate, self.words["half_life"], self.half_life,
                     label(tr("Blend"), font="small", role="muted"), self.blending, self.words["share"], self.share,
                     label(tr("Drift detector"), font="small", role="muted"), self.detector):
            column.addWidget(part)

    def _say(self) -> None:
        now = self.value()
        self.words["rate"].setText(tr("Learning rate {rate:.2g}", rate=now.learning_rate))
        self.words["half_life"].setText(tr("Half-life {labels} labels", labels=count(round(now.half_life_events)))
                                        if now.half_life_events else tr("No fading of old labels"))
        self.words["share"].setText(tr("Batch share {share:.2f}", share=now.batch_weight))
        for part in (self.blending, self.share):
            part.setEnabled(self._champion)

    @Slot()
    def _on_moved(self) -> None:
        sender = self.sender()
        if isinstance(sender, QSlider):
            self._moved.add(sender)
        self._say()
        self.changed.emit()


def _place(value: float, ends: tuple[float, float]) -> int:
    """A step of a slider whose steps are factors."""
    low, high = map(math.log, ends)
    return round(_STEPS * (min(max(math.log(value), low), high) - low) / (high - low))


def _figure(place: int, ends: tuple[float, float]) -> float:
    """The figure at a step, to two digits."""
    low, high = map(math.log, ends)
    return float(f"{math.exp(low + (high - low) * place / _STEPS):.2g}")
