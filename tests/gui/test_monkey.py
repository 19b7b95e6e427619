"""Nobody can break the window by using it: the short form of an hour of clicks, and the hour itself (slow)."""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.settings import Language, Theme
from gui.app import create_window
from gui.main_window import MainWindow
from gui.starting import Start
from gui.theme import theme
from gui.translation import set_language
from tests.gui import invented
from tests.gui.monkey import Monkey
from tests.gui.robots import Robot

HUNG = 120  # seconds after which an act that does not come back has its stacks written, and the test ends
_ENDS = 60_000  # milliseconds in which everything that was cancelled has ended
_CLOSE = 20.0  # seconds; the window gives its work 2.4


class Cage:
    """Windows over one workspace, one after the other; none may have seen a fault, and each has to close."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.window: MainWindow | None = self._next()
        self.closes: list[float] = []

    def reopen(self) -> MainWindow:
        """The next window, after the one before has ended without a fault."""
        self.end()
        self.window = self._next()
        return self.window

    def end(self) -> None:
        """Close, whatever runs."""
        assert not self.window.faults.seen, self.window.faults.seen
        began = time.monotonic()
        self.window.end()
        assert not self.window.isVisible()
        self.closes.append(time.monotonic() - began)
        assert self.closes[-1] < _CLOSE, "a hung close"
        shiboken6.delete(self.window)
        self.window = None
        gc.collect()  # as the program does between two windows

    def _next(self) -> MainWindow:
        made = create_window(self._folder, lazy=True)
        made.faults.install()
        made.session.update_settings(tour_seen=True, notifications=False)
        made.resize(1280, 720)
        made.show()
        Start(made, None).begin()  # as the program does: what is not built yet is built while the monkey acts
        return made


@pytest.fixture
def cage(qtbot: QtBot, workspace_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cage]:
    """A window with runs; what a monkey writes, it writes into the folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: True))
    invented.three(workspace_dir)
    made = Cage(workspace_dir)
    yield made
    if made.window is not None and shiboken6.isValid(made.window):
        made.window.end()
        shiboken6.delete(made.window)
    set_language(Language.ENGLISH)
    theme.apply(QApplication.instance(), Theme.LIGHT)


@pytest.fixture
def files(sample_file: Path, tmp_path: Path) -> tuple[Path, ...]:
    """What there is to drop: good ones twice, and every kind of bad one."""
    text = sample_file.read_text(encoding="utf-8").splitlines()
    made = {"short.csv": "\n".join(text[:400]), "few.csv": "\n".join(text[:4]), "empty.csv": "",
            "binary.csv": "\x00\xffnot,a\ntable", "torn.parquet": "PAR1", "fake.apbundle": "PK", "what.exe": "MZ",
            "one_column.csv": "win\n1\n0\n1\n", "long_line.csv": "a,b\n" + "x" * 100_000}
    for name, content in made.items():
        (tmp_path / name).write_text(content, encoding="latin-1")
    return (sample_file, tmp_path / "short.csv", *(tmp_path / name for name in made), tmp_path / "gone.csv", tmp_path)


class Watchdog(threading.Thread):
    """Ends the test with all stacks when `fed` is not called for long; seconds in which the process stands still are
    none."""

    def __init__(self) -> None:
        super().__init__(daemon=True, name="watchdog")
        self._hungry, self._over = 0, threading.Event()

    def fed(self) -> None:
        """An act came back."""
        self._hungry = 0

    def end(self) -> None:
        """No more acts."""
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(1.0):
            self._hungry += 1
            if self._hungry > HUNG:
                faulthandler.dump_traceback(all_threads=True)
                os._exit(3)


def let_loose(cage: Cage, qtbot: QtBot, files: tuple[Path, ...], seed: int, seconds: float, most: int) -> Monkey:
    """Act, cancel everything that runs, and close: no crash, no fault, no stuck job, no hung close."""
    print(f"MONKEY_SEED={seed}", file=sys.stderr, flush=True)
    monkey = Monkey(cage.window, Robot(cage.window, qtbot), files, seed, cage.reopen)

    dog = Watchdog()

    def watch() -> None:
        dog.fed()
        for fault in cage.window.faults.seen.values():
            pytest.fail(f"after {', '.join(monkey.done)}:\n{fault.details}", pytrace=False)

    dog.start()
    try:
        monkey.run(seconds, most, watch)
    finally:
        dog.end()
    window = cage.window
    window.jobs.cancel_all()
    try:
        qtbot.waitUntil(lambda: not window.jobs.active, timeout=_ENDS)
    except QtBot.TimeoutError:
        faulthandler.dump_traceback(all_threads=True)
        stuck = [f"{job.slot} {job.state.value} {job.point.words if job.point else ''}" for job in window.jobs.active]
        pytest.fail(f"stuck: {stuck} after {', '.join(monkey.done)}", pytrace=False)
    cage.end()
    qtbot.waitUntil(lambda: not _working(), timeout=_ENDS)
    return monkey


def _working() -> bool:
    """Whether a lane of this process still works, or native code that nobody waits for any more."""
    return any(thread.name.startswith("lane-") or not thread.daemon
               for thread in threading.enumerate() if thread is not threading.main_thread())


@pytest.mark.no_qt_log  # a platform without a screen has its own complaints
def test_a_monkey_finds_nothing_in_a_few_hundred_acts(cage: Cage, qtbot: QtBot, files: tuple[Path, ...]) -> None:
    monkey = let_loose(cage, qtbot, files, int(os.environ.get("MONKEY_SEED", "9")), 12.0, 250)
    assert monkey.acts > 20


@pytest.mark.slow
@pytest.mark.no_qt_log
def test_an_hour_of_it(cage: Cage, qtbot: QtBot, files: tuple[Path, ...]) -> None:
    """Ten seeds after each other over one workspace, each of them told before it begins."""
    seconds, first = float(os.environ.get("MONKEY_SECONDS", "3600")), int(os.environ.get("MONKEY_SEED", "100"))
    turns = max(1, round(seconds / 360))
    for turn in range(turns):
        monkey = let_loose(cage, qtbot, files, first + turn, seconds / turns, 10_000_000)
        slowest = ", ".join(f"{words} {wall:.2f} s ({work:.2f} s of work)" for wall, work, words
                            in sorted(monkey.took, reverse=True)[:8])
        print(f"{monkey.acts} acts {monkey.counted}; closes {len(cage.closes)}, longest {max(cage.closes):.1f} s;\n"
              f"slowest: {slowest}", file=sys.stderr, flush=True)
        if turn + 1 < turns:
            cage.window = cage._next()
