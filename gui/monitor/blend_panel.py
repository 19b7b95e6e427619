"""How much say the batch model has: three ways, a slider and a field that act at once, and what it would have been."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from engine.online.options import Blending
from engine.records import BlendPreview
from gui import theme
from gui.overrides import override
from gui.parts.labels import button, card, label, spaced
from gui.parts.words import count, share
from gui.translation import later, tr

DEFAULT = 0.80
_STEPS = 100
_WAYS = {Blending.FIXED: (later("Fixed"), later("The share below, until you move it.")),
         Blending.ADAPTIVE: (later("Adaptive"),
                             later("The shares follow whoever predicts better (fixed share on the log loss).")),
         Blending.ROLLING: (later("Rolling Best"),
                            later("Always the share that did best on the labels of the window."))}


class BlendPanel(QWidget):
    """The batch share from 0 to 1: arrow keys move it by 0.01, Page keys by 0.1, a double-click brings back 0.80.

    While it is tuned, it follows what did best on the last labels.

    *Signals*: `changed(float, float)` the share before and after the user moved it · `tuned(int, int)` on how many
    labels it was tuned before and is now, 0 for none · `way_changed(Blending, Blending)`.
    """

    changed = Signal(float, float)
    tuned = Signal(int, int)
    way_changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._preview: BlendPreview | None = None
        self._present = True
        self._way = Blending.FIXED
        self._pointed: float | None = None  # the share under the mouse
        self.words = label()
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="monitor.blend", minimum=0, maximum=_STEPS,
                              singleStep=1, pageStep=10, value=round(DEFAULT * _STEPS), mouseTracking=True)
        self.field = QDoubleSpinBox(objectName="monitor.blend.field", decimals=2, singleStep=0.01, minimum=0.0,
                                    maximum=1.0, value=DEFAULT)
        self.labels = QSpinBox(objectName="monitor.tune.labels", minimum=50, maximum=5000, singleStep=50, value=1000,
                               groupSeparatorShown=True,
                               suffix=tr(" labels"))
        spaced(self.field)
        spaced(self.labels)
        self.tune = QCheckBox(tr("Tune on last"), objectName="monitor.tune")
        self.said = label(font="small", role="muted", wrap=True, name="monitor.blend.preview")
        self.ways = {way: self._way_button(way) for way in _WAYS}
        self._name()
        self._lay_out()
        self.slider.installEventFilter(self)
        self.slider.valueChanged.connect(self._on_slider)
        self.field.valueChanged.connect(self._take)
        self.labels.valueChanged.connect(self._on_tuned)
        self.tune.toggled.connect(self._on_tuned)
        self._tuned_on = 0
        self._shown = DEFAULT
        self._show_way()

    @property
    def value(self) -> float:
        """The batch model's share."""
        return self.slider.value() / _STEPS

    @property
    def way(self) -> Blending:
        """How batch and online are mixed."""
        return self._way

    @property
    def tuned_on(self) -> int:
        """On how many of the last labels the share is tuned; 0: it is the user's."""
        return self._tuned_on

    def set_tuned(self, labels: int) -> None:
        """Show it without telling anybody."""
        self._tuned_on = labels
        for widget in (self.tune, self.labels):
            widget.blockSignals(True)
        self.tune.setChecked(bool(labels))
        if labels:
            self.labels.setValue(labels)
        for widget in (self.tune, self.labels):
            widget.blockSignals(False)
        self._show_way()

    def set_value(self, value: float) -> None:
        """Show a share without telling anybody."""
        self._shown = value
        for widget, shown in ((self.slider, round(value * _STEPS)), (self.field, value)):
            widget.blockSignals(True)
            widget.setValue(shown)
            widget.blockSignals(False)
        self._say()

    def set_way(self, way: Blending) -> None:
        """Show a way of mixing without telling anybody."""
        self._way = way
        self._show_way()

    def set_batch(self, present: bool) -> None:
        """Without a batch model there is nothing to blend."""
        self._present = present
        self._show_way()

    def set_preview(self, preview: BlendPreview | None) -> None:
        """What each share would have scored on the last labels."""
        self._preview = preview
        self._say()

    def _way_button(self, way: Blending) -> QWidget:
        words, hint = _WAYS[way]
        made = button(words, lambda: self._choose(way), kind="segment", name=f"monitor.blending.{way.value}", hint=hint)
        made.setCheckable(True)
        return made

    def _name(self) -> None:
        self.slider.setAccessibleName(tr("Share of the batch model in the final score"))
        self.field.setAccessibleName(tr("Share of the batch model in the final score, as a number"))
        self.labels.setAccessibleName(tr("Labels that shares are tried on"))
        self.slider.setToolTip(tr("Share of the batch model in the final score. Point at a place to see what it "
                                  "would have scored; double-click for 0.80."))
        self.tune.setAccessibleName(tr("Tune the share on the last labels"))
        self.tune.setToolTip(tr("Keep the share at what had the least log loss on the last labels; looked at anew each "
                                "quarter of them."))

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame, spacing=6)
        inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        heading = _row(label(tr("Blend"), font="strong"), None, self.words)
        ways = _row(*self.ways.values(), None, spacing=2)
        group = QButtonGroup(self, exclusive=True)
        for made in self.ways.values():
            group.addButton(made)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        tune = _row(self.tune, self.labels)
        for part in (heading, ways, row, tune):
            inside.addLayout(part)
        inside.addWidget(self.said)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def _show_way(self) -> None:
        for way, made in self.ways.items():
            made.setChecked(way is self._way)
            made.setEnabled(self._present)
        for widget in (self.slider, self.field):
            widget.setEnabled(self._present and self._way is Blending.FIXED and not self._tuned_on)
        self.tune.setEnabled(self._present and self._way is Blending.FIXED)
        self.labels.setEnabled(self._present)
        self._say()

    def _say(self) -> None:
        both = tr("batch {value:.2f} · online {value2:.2f}", value=self.value, value2=1 - self.value)
        own = {Blending.FIXED: both, Blending.ADAPTIVE: tr("who predicts better"),
               Blending.ROLLING: tr("best of the window")}
        self.words.setText(own[self._way] if self._present else tr("online only"))
        found = self._preview if self._present else None
        fixed = self._way is Blending.FIXED
        if found is None:
            self.said.setText(tr("What a share would have scored is shown here once labels are known.") if self._present
                              else tr("Choose a batch model to blend it with the online learner."))
            return
        other = found.best if self._pointed is None or not fixed else self._pointed
        now, then = found.at(self.value), found.at(other)
        which = tr("Best") if self._pointed is None or not fixed else tr("There")
        self.said.setText(tr("Now {share} right, log loss {value:.4f}. {which}, at {other:.2f}: {share2}, "
                             "{value2:.4f} (last {count} labels).", share=share(now[0]), value=now[1], which=which,
                             other=other, share2=share(then[0]), value2=then[1], count=count(found.labels)))

    def _choose(self, way: Blending) -> None:
        if way is not self._way:
            before, self._way = self._way, way
            self._show_way()
            self.way_changed.emit(before, way)

    @Slot(int)
    def _on_slider(self, _value: int) -> None:
        self._take(self.value)

    @Slot()
    def _on_tuned(self) -> None:
        before, self._tuned_on = self._tuned_on, self.labels.value() if self.tune.isChecked() else 0
        self._show_way()
        if self._tuned_on != before:
            self.tuned.emit(before, self._tuned_on)

    @Slot(float)
    def _take(self, value: float) -> None:
        before = self._shown
        self.set_value(value)
        if value != before:
            self.changed.emit(before, value)

    def _point(self, event: QEvent) -> None:
        """Show what the place under the mouse would have scored, before anything is changed."""
        if isinstance(event, QMouseEvent) and not event.buttons():
            handle = self.slider.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self.slider)
            self._pointed = QStyle.sliderValueFromPosition(
                0, _STEPS, round(event.position().x()) - handle // 2, self.slider.width() - handle) / _STEPS
        else:
            self._pointed = None
        self._say()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double-click on the slider brings back the default; pointing shows what would be."""
        if event.type() == QEvent.Type.MouseButtonDblClick and self.slider.isEnabled():
            self._take(DEFAULT)
            return True
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave) and self.slider.isEnabled():
            self._point(event)
        return False


def _row(*parts: QWidget | None, spacing: int = 6) -> QHBoxLayout:
    """Widgets in a row; None takes the room that is left."""
    made = QHBoxLayout(spacing=spacing)
    for part in parts:
        if part is None:
            made.addStretch()
        else:
            made.addWidget(part)
    return made
