"""A plot without pyqtgraph's own menu: its options stay, the fifty widgets a chart that would show them are not made.

They were half of all widgets of the window, never seen, and every switch of the theme dressed each of them anew.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget, QWidgetAction

# The package has a class of this name too, and that is what a plain import finds.
_module = importlib.import_module("pyqtgraph.graphicsItems.PlotItem.PlotItem")

_CHECKED = ("peakRadio", "autoDownsampleCheck", "autoPointsCheck")
_UNCHECKED = ("clipToViewCheck", "maxTracesCheck", "downsampleCheck", "forgetTracesCheck", "meanRadio",
              "subsampleRadio", "logXCheck", "derivativeCheck", "phasemapCheck", "fftCheck", "logYCheck",
              "subtractMeanCheck", "xGridCheck", "yGridCheck", "autoAlphaCheck")
_GROUPS = {"averageGroup": False, "pointsGroup": True, "alphaGroup": True, "decimateGroup": False,
           "transformGroup": False, "gridGroup": False}
_NUMBERS = {"maxTracesSpin": (0, 99), "downsampleSpin": (1, 100_000), "gridAlphaSlider": (128, 255),
            "alphaSlider": (1000, 1000)}  # value and greatest value


class _Checked:
    """On or off, as a check box says it; a signal of Qt's own needs a class that is one of Qt's."""

    toggled: Any

    def isChecked(self) -> bool:
        return self._on

    def setChecked(self, on: bool) -> None:
        before, self._on = getattr(self, "_on", on), bool(on)
        if before != self._on:
            self.toggled.emit(self._on)


class _Switch(_Checked, QObject):
    toggled = Signal(bool)


class _Group(_Checked, QWidget):
    """Has to be a widget while the plot is made, for it is put into a menu."""

    toggled = Signal(bool)


class _Number(QObject):
    valueChanged = Signal(int)  # noqa: N815 - the names are Qt's

    def __init__(self, value: int, most: int) -> None:
        super().__init__()
        self._value, self._most = value, most

    def value(self) -> int:
        return self._value

    def maximum(self) -> int:
        return self._most

    def setValue(self, value: int) -> None:
        before, self._value = self._value, min(int(value), self._most)
        if before != self._value:
            self.valueChanged.emit(self._value)


class _NoList(QObject):
    """The list of what could be averaged over; we average nothing."""

    itemClicked = Signal(object)  # noqa: N815

    def count(self) -> int:
        return 0

    def clear(self) -> None:
        """There is nothing."""

    def findItems(self, _words: str, _how: object) -> list[Any]:
        return []

    def addItem(self, _item: object) -> None:
        """It would never be seen."""


class _PlainForm:
    """Stands in for pyqtgraph's form of options; the names are its."""

    def setupUi(self, _form: QWidget) -> None:
        """Make everything that a plot asks for."""
        for name, on in (*((name, True) for name in _CHECKED), *((name, False) for name in _UNCHECKED)):
            setattr(self, name, _made(_Switch(), on=on))
        for name, on in _GROUPS.items():
            setattr(self, name, _made(_Group(), on=on))
        for name, (value, most) in _NUMBERS.items():
            setattr(self, name, _Number(value, most))
        self.avgParamList = _NoList()


class PlainPlot(pg.PlotItem):
    """pyqtgraph's plot item with options but no menus."""

    def __init__(self, **options: Any) -> None:
        with _plain_forms():
            super().__init__(enableMenu=False, **options)
        for action in self.findChildren(QWidgetAction):
            action.deleteLater()  # and with it the group that it would show
        for name, on in _GROUPS.items():
            setattr(self.ctrl, name, _made(_Switch(), on=on))
        self.ctrlMenu.deleteLater()
        self.ctrlMenu = QObject(self)  # None would say that the plot is closed


def _made(part: Any, *, on: bool) -> Any:
    part.setChecked(on)
    return part


@contextmanager
def _plain_forms() -> Iterator[None]:
    before = _module.ui_template
    _module.ui_template = _Template
    try:
        yield
    finally:
        _module.ui_template = before


class _Template:
    Ui_Form = _PlainForm
