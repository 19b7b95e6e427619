"""How much say the batch model has: a slider and a field that act at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui import theme
from gui.overrides import override
from gui.parts.labels import card, label
from gui.translation import tr

DEFAULT = 0.80
_STEPS = 100


class BlendPanel(QWidget):
    """The batch share from 0 to 1: arrow keys move it by 0.01, Page keys by 0.1, a double-click brings back 0.80.

    *Signals*: `changed(float)` when the user moved it · `adaptive_changed(bool)`.
    """

    changed = Signal(float)
    adaptive_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.words = label()
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="monitor.blend", minimum=0, maximum=_STEPS,
                              singleStep=1, pageStep=10, value=round(DEFAULT * _STEPS))
        self.field = QDoubleSpinBox(objectName="monitor.blend.field", decimals=2, singleStep=0.01, minimum=0.0,
                                    maximum=1.0, value=DEFAULT)
        self.adaptive = QCheckBox(tr("Adapt the shares by themselves"), objectName="monitor.adaptive")
        self.slider.setAccessibleName(tr("Share of the batch model in the final score"))
        self.field.setAccessibleName(tr("Share of the batch model in the final score, as a number"))
        self.slider.setToolTip(tr("Share of the batch model in the final score. Double-click for 0.80."))
        self.adaptive.setToolTip(tr("The shares follow whichever of the two predicts better. Takes effect at the "
                                    "start."))
        self.slider.installEventFilter(self)
        self._lay_out()
        self.slider.valueChanged.connect(self._on_slider)
        self.field.valueChanged.connect(self._on_field)
        self.adaptive.toggled.connect(self._on_adaptive)
        self._say()

    @property
    def value(self) -> float:
        """The batch model's share."""
        return self.slider.value() / _STEPS

    def set_value(self, value: float) -> None:
        """Show a share without telling anybody."""
        for widget, shown in ((self.slider, round(value * _STEPS)), (self.field, value)):
            widget.blockSignals(True)
            widget.setValue(shown)
            widget.blockSignals(False)
        self._say()

    def set_batch(self, present: bool) -> None:
        """Without a batch model there is nothing to blend."""
        for widget in (self.slider, self.field):
            widget.setEnabled(present and not self.adaptive.isChecked())
        self.adaptive.setEnabled(present)
        self._say(present)

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame, spacing=6)
        inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        heading = QHBoxLayout()
        heading.addWidget(label(tr("Blend"), font="strong"))
        heading.addStretch()
        heading.addWidget(self.words)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        inside.addLayout(heading)
        inside.addLayout(row)
        inside.addWidget(self.adaptive)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def _say(self, present: bool = True) -> None:
        both = tr("batch {value:.2f} · online {value2:.2f}", value=self.value, value2=1 - self.value)
        self.words.setText(both if present else tr("online only"))

    @Slot(int)
    def _on_slider(self, _value: int) -> None:
        self._take(self.value)

    @Slot(float)
    def _on_field(self, value: float) -> None:
        self._take(value)

    def _take(self, value: float) -> None:
        self.set_value(value)
        self.changed.emit(value)

    @Slot(bool)
    def _on_adaptive(self, adaptive: bool) -> None:
        self.slider.setEnabled(not adaptive)
        self.field.setEnabled(not adaptive)
        self.adaptive_changed.emit(adaptive)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double-click on the slider brings back the default."""
        if event.type() == QEvent.Type.MouseButtonDblClick and self.slider.isEnabled():
            self._take(DEFAULT)
            return True
        return False
