"""The members' weights as sliders that always sum to 1; a locked one stays where it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSlider, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.ensemble.balance import evened, rebalanced, thousandths
from gui.ensemble.edits import Edit
from gui.ensemble.optimise_bar import OptimiseBar
from gui.icons import icon
from gui.parts.labels import button, label, tool_button
from gui.translation import tr, written

_STEPS = 1000
_NAME_WIDTH = 128
_WHOLE = 4  # rows that are seen without scrolling


class WeightRow:
    """The widgets of one member: name, slider, number, lock."""

    def __init__(self, key: str, name: str) -> None:
        self.key = key
        self.name = label()
        self.slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=_STEPS, singleStep=10, pageStep=100,
                              objectName=f"ensemble.weight.{key}")
        self.number = label("0.000")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance("0.000") + 2)
        self.lock: QToolButton = tool_button("lock-open", tr("Lock the weight of {name}", name=name),
                                             name=f"ensemble.lock.{key}")
        self.lock.setCheckable(True)
        self.name.setText(self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH))
        self.name.setToolTip(name)
        self.slider.setAccessibleName(tr("Weight of {name}", name=name))

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of the columns."""
        return self.name, self.slider, self.number, self.lock

    def show_weight(self, thousandth: int) -> None:
        """Without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(thousandth)
        self.slider.blockSignals(False)
        self.number.setText(written(thousandth / _STEPS, '.3f'))

    def show_lock(self) -> None:
        """Closed or open, and the slider at rest or free."""
        locked = self.lock.isChecked()
        self.lock.setIcon(icon("lock" if locked else "lock-open", "text" if locked else "muted"))
        self.slider.setEnabled(not locked)


class WeightsPanel(QWidget):
    """*Signals*: `changed()` after a weight was moved, `edited(Edit)` where that was not Undo itself."""

    changed = Signal()
    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__(objectName="ensemble.weights")
        self.setAccessibleName(tr("Weights of the members"))
        self.weights: dict[str, float] = {}
        self._built: dict[str, float] = {}
        self.build = object()  # another one with each set of weights that was found
        self._gesture, self._hand = 0, ""  # the drag that goes on, and whose slider it moves
        self.optimise = OptimiseBar()
        self.rows: dict[str, WeightRow] = {}
        self.even = button(tr("Equal"), self._on_even, kind="link", name="ensemble.even",
                           hint=tr("Give every member that is not locked the same weight."))
        self.back = button(tr("As Built"), self._on_back, kind="link", name="ensemble.as_built",
                           hint=tr("Bring back the weights that the method found, and open the locks."))
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder, horizontalSpacing=theme.SMALL, verticalSpacing=2)
        self._grid.setContentsMargins(0, 0, theme.SMALL, 0)
        self._grid.setColumnStretch(1, 1)
        self.hint = label(tr("Build an ensemble to see its weights, and to try your own."), font="small", role="muted",
                          wrap=True)
        self.live = label(font="small", role="muted", wrap=True, name="ensemble.live")
        self._lay_out()
        self._show()

    @property
    def given(self) -> bool:
        """Whether the weights are the user's own, not those that were found."""
        return any(abs(self.weights[key] - self._built[key]) > 1e-9 for key in self.weights)

    @property
    def locked(self) -> frozenset[str]:
        """The members whose weights stay."""
        return frozenset(key for key, row in self.rows.items() if row.lock.isChecked())

    def set_weights(self, weights: Mapping[str, float], names: Mapping[str, str]) -> None:
        """Show the weights that were found, by member id."""
        if list(self.rows) != list(weights):
            self._make_rows(weights, names)
        self.weights, self._built, self.build = dict(weights), dict(weights), object()
        self._unlock()
        self.optimise.show_idle("")
        self._show()

    def clear(self) -> None:
        """There is no ensemble."""
        self.set_weights({}, {})

    def show_scores(self, auc: float, words: str) -> None:
        """What the weights that are shown score."""
        self.live.setText(f"AUC {written(auc, '.4f')} · {words}" if auc == auc else words)  # noqa: PLR0124 - NaN is not itself

    def move(self, key: str, value: float) -> None:
        """Give one member this weight; the free ones give way."""
        if key != self._hand:
            self._begin(key)
        self._edit(rebalanced(self.weights, key, value, self.locked), tr("Move Weight"), self._gesture)

    def take(self, weights: Mapping[str, float], words: str) -> None:
        """Show weights that were found for the user."""
        self._edit(dict(weights), words)

    def bring_back(self, weights: Mapping[str, float], build: object) -> bool:
        """Show the weights of an earlier moment; False where they are another build's."""
        if build is not self.build:
            return False
        self._hand = ""
        self.weights = dict(weights)
        self._show()
        self.changed.emit()
        return True

    def set_busy(self, busy: bool) -> None:
        """While weights are looked for, none is moved by hand."""
        for made in (self._grid_holder, self.even, self.back):
            made.setEnabled(not busy)

    def _edit(self, weights: dict[str, float], words: str, gesture: int = -1) -> None:
        before, self.weights = self.weights, weights
        self._hand = self._hand if gesture >= 0 else ""
        self._show()
        self.edited.emit(Edit(self.build, before, weights, words, gesture))
        self.changed.emit()

    def _begin(self, key: str) -> None:
        self._gesture, self._hand = self._gesture + 1, key

    def _unlock(self) -> None:
        for row in self.rows.values():
            row.lock.setChecked(False)

    def _make_rows(self, weights: Mapping[str, float], names: Mapping[str, str]) -> None:
        for row in self.rows.values():
            for widget in row.widgets:
                self._grid.removeWidget(widget)
                widget.hide()  # until it is gone nobody may move a weight of the ensemble before
                widget.deleteLater()
        self.rows = {key: WeightRow(key, names[key]) for key in weights}
        for place, row in enumerate(self.rows.values()):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, place, column)
            row.slider.valueChanged.connect(self._mover(row.key))
            row.slider.sliderPressed.connect(partial(self._begin, row.key))
            row.lock.toggled.connect(row.show_lock)
        heights = [max(widget.sizeHint().height() for widget in row.widgets) for row in self.rows.values()]
        self._scroll.setMinimumHeight(sum(heights[:_WHOLE]) + self._grid.verticalSpacing() * len(heights[:_WHOLE]))

    def _mover(self, key: str):  # noqa: ANN202 - a slot of one slider
        def moved(value: int) -> None:
            self.move(key, value / _STEPS)
        return moved

    def _on_even(self) -> None:
        self._edit(evened(self.weights, self.locked), tr("Equal Weights"))

    def _on_back(self) -> None:
        self._unlock()
        self._edit(dict(self._built), tr("Weights As Built"))

    def _show(self) -> None:
        for key, thousandth in thousandths(self.weights).items():
            self.rows[key].show_weight(thousandth)
        self.hint.setVisible(not self.rows)
        self.even.setVisible(len(self.rows) > 1)
        self.back.setVisible(bool(self.rows) and self.given)
        self.live.setVisible(bool(self.rows))
        self.optimise.setVisible(len(self.rows) > 1)

    def _lay_out(self) -> None:
        heading = QHBoxLayout(spacing=theme.TIGHT)
        heading.addWidget(label(tr("Weights"), font="section"))
        heading.addStretch()
        heading.addWidget(self.back)
        heading.addWidget(self.even)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.hint)
        rows.addWidget(self._grid_holder)
        rows.addStretch()
        self._scroll = scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self, spacing=2)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(heading)
        column.addWidget(scroll, 1)
        column.addWidget(self.live)
        column.addWidget(self.optimise)
