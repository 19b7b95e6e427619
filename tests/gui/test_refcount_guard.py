"""PySide6 6.12.0 lost a reference to `None` in each void call on Python 3.11 until it aborted: never again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

CALLS = 500
SLACK = 100  # other code may drop a few while we count; a faulty Qt drops one a call


class _Emitter(QObject):
    told = Signal(bool)


def _void_calls(count: int) -> None:
    label = QLabel()
    for number in range(count):
        label.setText(str(number))
        label.update()


def _emits(count: int) -> None:
    emitter = _Emitter()
    for _ in range(count):
        emitter.told.emit(True)


@pytest.mark.parametrize(("calls", "value"), [(_void_calls, None), (_emits, True)])
def test_calls_into_qt_keep_the_references_to_none_and_true(
    qapp: object, calls: Callable[[int], None], value: Any
) -> None:
    calls(10)  # what is made on first use
    before = sys.getrefcount(value)
    calls(CALLS)
    assert sys.getrefcount(value) > before - SLACK
