"""Nobody can break the window by using it: the short form of an hour of clicks, and the hour itself (slow)."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.settings import Theme
from gui.app import create_window
from gui.main_window import MainWindow
from gui.theme import theme
from tests.gui import invented
from tests.gui.monkey import Monkey
from tests.gui.robots import Robot


@pytest.fixture
def monkey_window(qtbot: QtBot, workspace_dir: Path) -> Iterator[MainWindow]:
    """A window with runs whose faults fail the test instead of opening a dialog."""
    invented.three(workspace_dir)
    made = create_window(workspace_dir)
    made.session.update_settings(tour_seen=True, notifications=False)
    made.show()
    yield made
    made.end()
    shiboken6.delete(made)
    theme.apply(QApplication.instance(), Theme.LIGHT)


def let_loose(window: MainWindow, qtbot: QtBot, files: tuple[Path, ...], seconds: float, most: int) -> Monkey:
    """Act, end everything that runs, and close: no crash, no fault, no stuck job, no hung close."""
    seed = int(os.environ.get("MONKEY_SEED", "9"))
    print(f"MONKEY_SEED={seed}", file=sys.stderr)
    monkey = Monkey(window, Robot(window, qtbot), files, seed)
    monkey.run(seconds, most)
    assert not window.faults.seen, (monkey.done[-20:], window.faults.seen)
    window.jobs.cancel_all()
    monitor = window.tab("monitor")
    for view in getattr(monitor, "views", ()):
        view.close_now() if hasattr(view, "close_now") else None
    qtbot.waitUntil(lambda: not [job for job in window.jobs.active if not job.cancel_requested], timeout=60_000)
    window.end()
    assert not window.isVisible()
    return monkey


@pytest.mark.no_qt_log  # a platform without a screen has its own complaints
def test_a_monkey_finds_nothing_in_a_few_hundred_acts(monkey_window: MainWindow, qtbot: QtBot, sample_file: Path,
                                                      tmp_path: Path) -> None:
    junk = tmp_path / "junk.csv"
    junk.write_bytes(b"\x00\xffnot,a\ntable")
    monkey = let_loose(monkey_window, qtbot, (sample_file, junk, tmp_path / "gone.exe"), 12.0, 250)
    assert len(monkey.done) > 20


@pytest.mark.slow
@pytest.mark.no_qt_log
def test_an_hour_of_it(monkey_window: MainWindow, qtbot: QtBot, sample_file: Path) -> None:
    seconds = float(os.environ.get("MONKEY_SECONDS", "3600"))
    monkey = let_loose(monkey_window, qtbot, (sample_file,), seconds, 10_000_000)
    print(f"{len(monkey.done)} acts; slowest: {sorted(monkey.took)[-5:]}", file=sys.stderr)


@pytest.mark.slow
def test_memory_is_flat_over_a_thousand_runs_that_come_and_go(monkey_window: MainWindow, qtbot: QtBot) -> None:
    from tests.gui import library

    window, robot = monkey_window, Robot(monkey_window, qtbot)

    def cycle(number: int) -> None:
        run = library.run(f"cycle-{number}")
        library.keep(window.session.workspace, run)
        window.library.reload()
        robot.idle()
        window.library.delete([run.id])
        robot.idle()

    def resident() -> int:
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")

    many = int(os.environ.get("CYCLES", "1000"))
    for number in range(many // 5):
        cycle(number)
    before = resident()
    for number in range(many // 5, many):
        cycle(number)
    grown = resident() - before
    print(f"{many} cycles, {grown / 1e6:.1f} MB grown", file=sys.stderr)
    assert grown < 60e6
