"""What a robot asks of pytest-qt, for a program that is measured without pytest."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

_PATIENCE = 240_000  # milliseconds


class Hands:
    """The mouse, the keyboard, and waiting while events go on."""

    def __init__(self) -> None:
        self.mouseClick, self.keyClick, self.keyClicks = QTest.mouseClick, QTest.keyClick, QTest.keyClicks

    def waitUntil(self, condition: Callable[[], Any], *, timeout: int = _PATIENCE) -> None:
        """Let the event loop run until something is so."""
        if condition():
            return
        loop, looks, end = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True)
        looks.timeout.connect(lambda: loop.quit() if condition() else None)
        end.timeout.connect(loop.quit)
        looks.start()
        end.start(timeout)
        loop.exec()
        if not condition():
            faulthandler.dump_traceback(all_threads=True)
            raise RuntimeError("it never came")

    def wait(self, milliseconds: int) -> None:
        """Let the event loop run so long: what comes a moment later is measured too."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
