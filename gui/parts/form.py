"""A form made from a settings dataclass: one field an option, with its words, help, range and default."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Collection
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.settings import Option, options_of
from gui import theme
from gui.parts.fields import CheckField, ChoiceField, Field, FieldError, MappingField, field_for, set_invalid
from gui.parts.labels import label
from gui.sentences import said, said_of
from gui.translation import tr

T = TypeVar("T")
_APART = 5  # pixels between a field and the caption of the next, beside the grid's own


@dataclasses.dataclass(frozen=True)
class Problem:
    """A field that holds no value: where, what is wrong, what to do."""

    field: QWidget
    what: str
    remedy: str


class OptionForm(QWidget, Generic[T]):
    """Fields for the options of a frozen dataclass in `columns`, each under its caption.

    `leave_out` names options that are shown elsewhere; `only` names the ones to show.

    *Signals*: `changed()` after the user changed a field.
    """

    changed = Signal()

    def __init__(self, default: T, *, leave_out: Collection[str] = (), only: Collection[str] | None = None,
                 name: str = "", columns: int = 1) -> None:
        super().__init__(objectName=name)
        self.default = default
        self.fields: dict[str, Field] = {}
        self._captions: dict[str, QWidget] = {}
        self._columns = columns
        self._next = 0  # the cell of the next field, counted row by row
        self._grid = QGridLayout(self, horizontalSpacing=theme.MEDIUM, verticalSpacing=3)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        hints = typing.get_type_hints(type(default))
        for option_name in options_of(type(default)):
            if option_name not in leave_out and (only is None or option_name in only):
                self._add(option_name, hints[option_name])
        self.set_value(default)

    def value(self) -> T:
        """The settings that the form shows; fields that are left out keep their defaults. Raises `FieldError`."""
        return dataclasses.replace(self.default, **{name: field.value() for name,
                                                    field in self.fields.items()})  # type: ignore[type-var]

    def set_value(self, settings: T) -> None:
        """Show settings."""
        for name, field in self.fields.items():
            field.set_value(getattr(settings, name))

    def show_matching(self, text: str) -> int:
        """Show only options with these words in their name or help; how many there are."""
        text = text.strip().lower()
        shown = 0
        for name, field in self.fields.items():
            words = f"{field.accessibleName()} {field.toolTip()}".lower()
            fits = not text or all(word in words for word in text.split())
            shown += fits
            for part in (field, self._captions.get(name)):
                if part is not None:
                    part.setVisible(fits)
        return shown

    @Slot()
    def reset(self) -> None:
        """Show the defaults."""
        self.set_value(self.default)
        self.changed.emit()

    def changed_names(self) -> list[str]:
        """The options that differ from their default; what cannot be read differs."""
        return [name for name, field in self.fields.items() if _differs(field, getattr(self.default, name))]

    def check(self) -> list[Problem]:
        """Mark every field that holds no value, and tell them."""
        problems = []
        for field in self.fields.values():
            try:
                field.value()
            except FieldError as error:
                problems.append(Problem(field, said(error.what), said(error.remedy)))
                set_invalid(field, said_of(error))
            else:
                set_invalid(field, "")
        return problems

    def _add(self, name: str, hint: Any) -> None:
        how = _translated(options_of(type(self.default))[name])
        field = field_for(hint, how, getattr(self.default, name))
        if field is None:
            return
        words = f"{how.words} ({how.unit})" if how.unit else how.words
        field.setObjectName(f"{self.objectName()}.{name}" if self.objectName() else name)
        field.setAccessibleName(words)
        field.setToolTip(how.help)
        field.changed.connect(self.changed)
        self.fields[name] = field
        row, column, span = self._place(wide=isinstance(field, (CheckField, ChoiceField, MappingField)))
        if not isinstance(field, CheckField):
            caption = label(words, font="small", wrap=True)
            caption.setToolTip(how.help)
            caption.setBuddy(field)
            caption.setContentsMargins(0, _APART if row else 0, 0, 0)
            self._captions[name] = caption
            self._grid.addWidget(caption, 2 * row, column, 1, span, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(field, 2 * row + 1, column, 1, span)

    def _place(self, *, wide: bool) -> tuple[int, int, int]:
        """Row, column and span of the next field; what holds long words has a row of its own."""
        span = self._columns if wide else 1
        if self._next % self._columns + span > self._columns:
            self._next += self._columns - self._next % self._columns
        row, column = divmod(self._next, self._columns)
        self._next += span
        return row, column, span


def _translated(how: Option) -> Option:
    """The option in the language of the window."""
    return dataclasses.replace(how, words=tr(how.words), help=tr(how.help), unit=tr(how.unit))


def _differs(field: Field, default: Any) -> bool:
    try:
        return bool(field.value() != default)
    except FieldError:
        return True
