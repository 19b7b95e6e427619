"""Nothing unexpected is lost: five hooks, one dialog, told in the window's thread, merged and throttled."""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QThread, qCritical
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, WorkbenchError
from gui.errors import Fault, Faults
from gui.messages import Messages


class Ear:
    """What was told."""

    def __init__(self) -> None:
        self.messages = Messages()
        self.faults = Faults(self.messages)
        self.told: list[Fault] = []
        self.threads: set[QThread] = set()
        self.faults.told.connect(self._hear)

    def _hear(self, fault: Fault) -> None:
        self.told.append(fault)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def ear(qtbot: QtBot) -> Iterator[Ear]:
    made = Ear()
    yield made
    made.faults.uninstall()


def test_a_fault_of_any_thread_is_told_in_the_window_s(ear: Ear, qtbot: QtBot, qapp: QApplication) -> None:
    thread = threading.Thread(target=lambda: ear.faults.catch(ValueError("from afar")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(ear.told))
    assert ear.told[0].headline == "ValueError: from afar"
    assert ear.threads == {qapp.thread()}


def test_what_the_analyst_can_mend_goes_to_the_strip_and_a_wish_is_silence(ear: Ear, qtbot: QtBot) -> None:
    ear.faults.catch(WorkbenchError("No label.", remedy="Choose one."))
    ear.faults.catch(Cancelled())
    qtbot.waitUntil(lambda: bool(ear.messages.history))
    assert [message.text for message in ear.messages.history] == ["No label. Choose one."]
    assert not ear.told


def test_the_same_fault_again_is_counted_not_told(ear: Ear, qtbot: QtBot) -> None:
    def broken(number: int) -> None:
        raise ValueError(f"row {number}")

    for number in range(30):
        try:
            broken(number)
        except ValueError as error:
            ear.faults.catch(error)
    qtbot.waitUntil(lambda: bool(ear.faults.seen) and next(iter(ear.faults.seen.values())).count == 30)
    assert len(ear.told) == 1
    assert "in broken" in ear.told[0].details


def test_the_hooks_of_python_are_taken_and_given_back(ear: Ear, qtbot: QtBot, monkeypatch) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    ear.faults.install()
    sys.excepthook(ValueError, ValueError("in a slot"), None)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

    class Cursed:
        def __del__(self) -> None:
            raise RuntimeError("in a finalizer")

    cursed = Cursed()
    del cursed
    gc.collect()
    qtbot.waitUntil(lambda: len(ear.told) == 3)
    assert {fault.headline.split(":")[0] for fault in ear.told} == {"ValueError", "ZeroDivisionError", "RuntimeError"}
    ear.faults.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.qt_no_exception_capture
def test_a_task_that_nobody_awaits_is_not_lost(ear: Ear, qapp: QApplication) -> None:
    loop = qasync.QEventLoop(qapp, already_running=False)
    ear.faults.install_loop(loop)

    async def story() -> None:
        async def broken() -> None:
            raise LookupError("nobody listens")

        task = asyncio.ensure_future(broken())
        await asyncio.sleep(0.01)
        del task
        gc.collect()
        while not ear.told:
            await asyncio.sleep(0.01)

    with loop, warnings.catch_warnings():
        loop.run_until_complete(asyncio.wait_for(story(), 10))
    assert ear.told[0].headline == "LookupError: nobody listens"


@pytest.mark.no_qt_log
def test_what_qt_calls_critical_is_told(ear: Ear, qtbot: QtBot) -> None:
    ear.faults.install()
    qCritical("the paint engine is gone")
    qtbot.waitUntil(lambda: bool(ear.told))
    assert "the paint engine is gone" in ear.told[0].headline


def test_a_crash_would_leave_its_stack_in_a_file(ear: Ear, tmp_path: Path) -> None:
    ear.faults.install(tmp_path / "logs" / "crash.log")
    assert faulthandler.is_enabled()
    faulthandler.dump_traceback(ear.faults._crash_file)
    ear.faults.uninstall()
    assert "test_a_crash_would_leave" in (tmp_path / "logs" / "crash.log").read_text()


def test_a_report_holds_no_password(qtbot: QtBot, ear: Ear) -> None:
    ear.faults.catch(RuntimeError("cannot reach redis://me:hunter2@h/0, password=hunter2"))
    qtbot.waitUntil(lambda: bool(ear.told))
    assert "hunter2" not in ear.told[0].headline + ear.told[0].details
