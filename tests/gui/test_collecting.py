"""Garbage is collected by the window's thread, and by nobody else while the window lives."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.collecting import Collector


class _Ring:
    """Garbage that only a collection finds."""

    def __init__(self, ended_by: list[str]) -> None:
        self.me = self
        weakref.finalize(self, lambda: ended_by.append(threading.current_thread().name))


@pytest.fixture
def collector(qapp: QApplication) -> Collector:
    made = Collector()
    yield made
    made.end()


def test_what_a_worker_leaves_is_collected_in_the_windows_thread(collector: Collector, qtbot: QtBot) -> None:
    ended_by: list[str] = []

    def work() -> None:
        for _ in range(5_000):
            _Ring(ended_by)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not ended_by
    qtbot.waitUntil(lambda: len(ended_by) == 5_000)
    assert set(ended_by) == {"MainThread"}


def test_what_is_there_while_the_engine_is_loaded_is_never_walked_through_again(
    collector: Collector, qtbot: QtBot
) -> None:
    frozen = gc.get_freeze_count()
    collector.begin_loading()
    loaded = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= frozen + 5_000)
    collector.end_loading()
    ended_by: list[str] = []
    loaded.clear()
    for _ in range(5_000):
        _Ring(ended_by)
    qtbot.waitUntil(lambda: len(ended_by) == 5_000)


def test_what_comes_while_there_is_more_to_load_stays_too(collector: Collector, qtbot: QtBot) -> None:
    more = [True]
    collector.begin_loading(lambda: bool(more))
    collector.end_loading()
    frozen = gc.get_freeze_count()
    loaded = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= frozen + len(loaded))
    more.clear()
    collector.collect()
    frozen = gc.get_freeze_count()
    loaded += [[number] for number in range(5_000)]
    collector.collect()
    assert gc.get_freeze_count() <= frozen


def test_the_more_there_is_to_look_through_the_sooner_comes_the_next_look(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = collector._timer.interval()
    monkeypatch.setattr("gui.collecting._LONG", -1.0)  # every look takes long
    for _ in range(10):
        collector.collect()
    assert collector._timer.interval() < usual / 10
    monkeypatch.setattr("gui.collecting._LONG", 1000.0)
    for _ in range(10):
        collector.collect()
    assert collector._timer.interval() == usual


def test_after_the_end_no_thread_collects_by_itself(collector: Collector, qtbot: QtBot) -> None:
    ended_by: list[str] = []
    collector.end()
    worker = threading.Thread(target=lambda: [_Ring(ended_by) for _ in range(5_000)])
    worker.start()
    worker.join()
    qtbot.wait(2 * collector._timer.interval())
    assert not gc.isenabled()
    assert not collector._timer.isActive()
    assert set(ended_by) <= {"MainThread"}  # the window of another test may still collect, in this thread
    gc.collect()
    assert set(ended_by) == {"MainThread"}


def test_what_was_to_stay_while_the_window_lived_is_garbage_after_it(collector: Collector) -> None:
    ended_by: list[str] = []
    ring = _Ring(ended_by)
    collector.begin_loading()
    loaded = [[number] for number in range(5_000)]
    collector.collect()
    del ring, loaded
    gc.collect()
    assert not ended_by
    collector.end()
    gc.collect()
    assert ended_by == ["MainThread"]
