"""Form fields that know their value, whether it is valid, and how to say so."""

from __future__ import annotations

import enum
import json
import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from engine.settings import Option
from gui.overrides import override
from gui.parts.labels import set_role
from gui.translation import as_python_writes, localized, tr

_SPARE = 3  # pixels of a last letter that are air


class FieldError(Exception):
    """A field's text is no value: what is wrong and what would be right, as one sentence each."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.what, self.remedy = what, remedy


class DropLine(QLineEdit):
    """A line of text that leaves dropped files to the window."""

    def __init__(self, *, name: str = "", words: str = "", placeholder: str = "") -> None:
        super().__init__(objectName=name, placeholderText=placeholder)
        self.setAccessibleName(words)
        self.setAcceptDrops(False)


class FilterLine(DropLine):
    """A line to search by, with a button that clears it."""

    def __init__(self, *, name: str, words: str, width: int = 170) -> None:
        super().__init__(name=name, words=words, placeholder=words)
        self.setClearButtonEnabled(True)
        self.findChild(QToolButton).setAccessibleName(tr("Clear: {words}", words=words))
        self.setFixedWidth(width)


class NumberField(DropLine):
    """A number with range, step and unit; Up and Down step it. Any text may be typed: `value` says what is wrong.

    *Signals*: `changed()`.
    """

    changed = Signal()

    def __init__(self, how: Option, *, whole: bool, optional: bool = False, default: Any = None) -> None:
        super().__init__()
        self.how, self._whole, self._optional = how, whole, optional
        self._default = default
        if optional:
            self.setPlaceholderText(tr("automatic"))
        self.textEdited.connect(self._on_edited)

    def value(self) -> float | int | None:
        """The number; raises `FieldError` when there is none in range."""
        text = as_python_writes(self.text().strip().removesuffix(self.how.unit).strip())
        if not text and self._optional:
            return None
        try:
            number = int(text) if self._whole else float(text)
        except ValueError:
            what = (tr("{words} is “{text}”.", words=self.how.words, text=self.text().strip()) if text
                    else tr("{words} is empty.", words=self.how.words))
            raise FieldError(what, self._remedy()) from None
        low, high = self.how.low, self.how.high
        if not math.isfinite(number) or (low is not None and number < low) or (high is not None and number > high):
            raise FieldError(tr("{words} is {text}.", words=self.how.words, text=text), self._remedy())
        return number

    def set_value(self, value: float | int | None) -> None:
        """Show a number."""
        if value is None:
            self.setText("")
        else:
            self.setText(localized(f"{value:d}" if self._whole else f"{value:.10g}"))
        set_invalid(self, "")

    def _remedy(self) -> str:
        kind = tr("a whole number") if self._whole else tr("a number")
        low, high = self.how.low, self.how.high
        if low is not None and high is not None:
            return tr("Give {kind} from {low:g} to {high:g}.", kind=kind, low=low, high=high)
        if low is not None:
            return tr("Give {kind} of at least {low:g}.", kind=kind, low=low)
        if high is not None:
            return tr("Give {kind} of at most {high:g}.", kind=kind, high=high)
        return tr("Give {kind}.", kind=kind)

    @Slot()
    def _on_edited(self) -> None:
        # A marked field loses its mark as soon as it is right; a field is never marked while it is being typed.
        if self.property("invalid") == "true" and is_valid(self):
            set_invalid(self, "")
        self.changed.emit()

    def _step_by(self, steps: int) -> None:
        try:
            before = self.value()
        except FieldError:
            return
        if before is None:
            before = self._default if isinstance(self._default, (int, float)) else (self.how.low or 0)
        step = self.how.step or (1 if self._whole else max(abs(before) / 10, 0.001))
        low = -math.inf if self.how.low is None else self.how.low
        high = math.inf if self.how.high is None else self.how.high
        after = min(max(before + steps * step, low), high)
        self.set_value(round(after) if self._whole else round(after, 10))
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by the keys."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        if event.key() in steps:
            self._step_by(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class TextField(DropLine):
    """Free text. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self, how: Option) -> None:
        super().__init__()
        self.how = how
        self.textEdited.connect(self._on_edited)

    def value(self) -> str:
        """The text without blanks around it."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setText(value)
        set_invalid(self, "")

    @Slot()
    def _on_edited(self) -> None:
        set_invalid(self, "")
        self.changed.emit()


class MappingField(TextField):
    """A mapping of plain values as one line: `name=1, other=0.5`."""

    def value(self) -> dict[str, Any]:  # type: ignore[override]
        """The mapping; raises `FieldError` where a part is no `name=value`."""
        made: dict[str, Any] = {}
        for part in filter(None, (piece.strip() for piece in self.text().split(","))):
            name, sign, text = part.partition("=")
            if not sign or not name.strip():
                raise FieldError(tr("{words}: “{part}” has no “=”.", words=self.how.words, part=part),
                                 tr("Write name=value, separated by "
                                                                               "commas."))
            made[name.strip()] = _plain_value(text.strip())
        return made

    def set_value(self, value: dict[str, Any]) -> None:  # type: ignore[override]
        """Show a mapping."""
        super().set_value(", ".join(f"{name}={json.dumps(item).strip(chr(34))}" for name, item in value.items()))


class CheckField(QCheckBox):
    """Yes or no. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self, how: Option) -> None:
        super().__init__(how.words)
        self.how = how
        self.clicked.connect(self.changed)

    def value(self) -> bool:
        """Whether it is checked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Check or uncheck."""
        self.setChecked(bool(value))


class Combo(QComboBox):
    """A drop-down that the wheel does not change while the page scrolls, and that may shrink with its column."""

    def __init__(self, *, name: str = "", words: str = "") -> None:
        super().__init__(objectName=name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def setAccessibleName(self, words: str) -> None:
        """Name the drop-down and its list."""
        super().setAccessibleName(words)
        self.view().setAccessibleName(words)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the list is open."""
        if self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Words too long for the room end in an ellipsis, which Qt's own style forgets."""
        how = QStyleOptionComboBox()
        self.initStyleOption(how)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, how, QStyle.SubControl.SC_ComboBoxEditField, self).width()
        if self.isEditable() or self.fontMetrics().horizontalAdvance(how.currentText) <= room + _SPARE:
            super().paintEvent(event)
            return
        how.currentText = self.fontMetrics().elidedText(how.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, how)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, how)
        painter.end()


class ChoiceField(Combo):
    """One of several values, each with its words. *Signals*: `changed()`."""

    changed = Signal()

    def __init__(self, how: Option, choices: Sequence[tuple[str, Any]]) -> None:
        super().__init__(words=how.words)
        self.how = how
        for words, value in choices:
            self.addItem(words, value)
        self._values = [value for _, value in choices]
        self.activated.connect(self.changed)

    def value(self) -> Any:
        """The chosen value."""
        return self._values[self.currentIndex()]

    def set_value(self, value: Any) -> None:
        """Choose a value."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))


Field = NumberField | TextField | CheckField | ChoiceField


def field_for(hint: Any, how: Option, default: Any) -> Field | None:
    """The field for a type; None for a type that no form shows."""
    optional, hint = _without_none(hint)
    if hint is bool:
        return CheckField(how)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return ChoiceField(how, [(words_of(member), member) for member in hint])
    if how.choices:
        return ChoiceField(how, [(tr(choice), choice) for choice in how.choices])
    if hint in (int, float):
        return NumberField(how, whole=hint is int, optional=optional, default=default)
    if hint is str:
        return TextField(how)
    return MappingField(how) if isinstance(default, dict) else None


def words_of(member: enum.Enum) -> str:
    """An enum member's own words where it has them."""
    words = getattr(member, "words", None)
    return tr(str(words) if words else str(member.value).replace("_", " ").capitalize())


def is_valid(field: Field) -> bool:
    """Whether the field holds a value."""
    try:
        field.value()
    except FieldError:
        return False
    return True


def set_invalid(widget: QWidget, why: str) -> None:
    """Mark a widget as wrong, with the reason as its tooltip and description; an empty reason takes the mark away."""
    set_role(widget, "true" if why else "false", property_name="invalid")
    widget.setAccessibleDescription(why)
    if why or widget.property("plain_tip") is not None:
        if widget.property("plain_tip") is None:
            widget.setProperty("plain_tip", widget.toolTip())
        widget.setToolTip(why or str(widget.property("plain_tip")))


def _without_none(hint: Any) -> tuple[bool, Any]:
    arguments = getattr(hint, "__args__", ())
    if type(None) in arguments:
        return True, next(argument for argument in arguments if argument is not type(None))
    return False, hint


def _plain_value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
