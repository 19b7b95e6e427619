"""How late a 10 ms timer of the window's thread comes in an analyst's first minutes with a million rows.

The real window from its start on: the engine is imported, a file of 1,000,000 x 50 is opened, three models are trained
with the leak meter, every page of charts is looked at, explanations included. `python -m tests.benchmarks.stalls` tells
of each stall what the other threads were at.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import numpy as np

from tests.benchmarks import made
from tests.benchmarks.measuring import ROOT, Row, in_child

ROWS, COLUMNS, ROUNDS = 1_000_000, 50, 15
PATIENCE = 600_000  # milliseconds that a phase may take
INTERVAL, STALL = 10, 20.0  # milliseconds
PHASES = ("start and import", "opening the file", "training", "charts and explanations")


def rows(*, repeats: int) -> list[Row]:
    """One run in a process of its own, a row for each phase."""
    told = in_child("stalls", "--json")
    return [Row(f"10 ms timer in the window, {ROWS:,} x {COLUMNS}: {name}",
                f"p99 {each['p99']:.1f} ms late, worst {each['worst']:.0f} ms",
                f"of the window's own work at most {each['own']:.0f} ms",
                f"{each['over']} of {each['ticks']:,} ticks over {STALL:.0f} ms, {each['seconds']:.0f} s",
                f"worst {STALL:.0f} ms", each["worst"] <= STALL) for name, each in told.items()]


@dataclass
class Ticks:
    """When the timer came, what the window's thread had worked by then, and what held it up."""

    phase: str = ""
    came: list[tuple[str, float, float]] = field(default_factory=list)
    stalls: list[tuple[str, float, float, str]] = field(default_factory=list)

    def take(self) -> None:
        """A tick; after a late one the other threads still are where they held it up."""
        now, worked = time.perf_counter(), time.thread_time()
        if self.came:
            _, last, before = self.came[-1]
            late = (now - last) * 1000 - INTERVAL
            if late > STALL / 2:
                self.stalls.append((self.phase, late, (worked - before) * 1000, " | ".join(_others())))
        self.came.append((self.phase, now, worked))

    def told(self) -> dict[str, dict[str, float]]:
        """Milliseconds of lateness by phase."""
        found = {}
        for name in PHASES:
            place = [(now, worked) for phase, now, worked in self.came if phase == name]
            gaps = np.diff(place, axis=0).T * 1000
            late = np.maximum(gaps[0] - INTERVAL, 0)
            found[name] = {"p99": float(np.percentile(late, 99)), "worst": float(late.max()), "ticks": len(late),
                           "over": int((late > STALL).sum()), "own": float(gaps[1].max()),
                           "seconds": place[-1][0] - place[0][0]}
        return found


def _others() -> Iterator[str]:
    """Where each other thread of Python is: the module that it imports, else its innermost places."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    for number, frame in sys._current_frames().items():
        if number != threading.main_thread().ident:
            yield f"{names.get(number, number)}: {' < '.join(_places(frame))}"


def _places(frame: FrameType | None) -> list[str]:
    found: list[str] = []
    while frame is not None and len(found) < 5:
        code, spec = frame.f_code, frame.f_locals.get("spec")
        place = f"{Path(code.co_filename).name}:{frame.f_lineno}"
        if code.co_filename.startswith("<frozen"):
            place = f"import {spec.name}" if getattr(spec, "name", "") else ""
        if place and place not in found:
            found.append(place)
        frame = frame.f_back
    return found


class FirstMinutes:
    """The journey, phase by phase."""

    def __init__(self, ticks: Ticks, folder: Path, size: tuple[int, int], rounds: int) -> None:
        from tests.gui.hands import Hands

        self.ticks, self.folder, self.rounds, self.hands = ticks, folder, rounds, Hands()
        self.file = folder / "signals.parquet"  # written by another process: what that imports is imported here yet
        subprocess.run([sys.executable, "-m", "tests.benchmarks.stalls", "--write", str(self.file), *map(str, size)],
                       cwd=ROOT, check=True)

    def run(self) -> None:
        """All of it."""
        from PySide6.QtCore import Qt, QTimer

        self._open_window()
        timer = QTimer(self.window, interval=INTERVAL, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self.ticks.take)
        timer.start()
        for phase, act in zip(PHASES, (self._start, self._open, self._train, self._look), strict=True):
            self.ticks.phase = phase
            act()
            self._settle()
            self.hands.wait(1000)
        timer.stop()

    def _open_window(self) -> None:
        from gui.app import create_window
        from tests.gui.robots import Robot

        self.window = create_window(self.folder / "workspace", lazy=True)
        self.window.session.update_settings(tour_seen=True, notifications=False)
        self.window.restore_place()
        self.window.resize(1280, 800)
        self.window.show()
        self.robot = Robot(self.window, self.hands)

    def _start(self) -> None:
        from gui.starting import Start

        self._begun = Start(self.window, None)
        self._begun.begin()
        self.hands.waitUntil(lambda: "oading" not in self.window.engine_label.text())

    def _open(self) -> None:
        self.robot.open(self.file)
        self.robot.window.tab("training").form.options.advanced.set_open(True)
        self.robot.type("training.validation.folds", "2")
        self.robot.type("training.advanced.rounds", str(self.rounds))

    def _settle(self) -> None:
        self.hands.waitUntil(lambda: not self.window.jobs.active, timeout=PATIENCE)

    def _train(self) -> None:
        self.robot.click("training.train")

    def _look(self) -> None:
        from PySide6.QtCore import Qt

        for page in self.robot.find("training.plots")._group.buttons():
            self.hands.mouseClick(page, Qt.MouseButton.LeftButton)
            self._settle()
            self.hands.wait(300)


def main(arguments: list[str]) -> None:
    """Measure in this process; print JSON, or what a person reads. Numbers are rows, columns and rounds."""
    if arguments[:1] == ["--write"]:
        made.signals(*map(int, arguments[2:])).to_parquet(arguments[1])
        return
    from PySide6.QtWidgets import QApplication

    from tests.gui.meter import Meter, MeteredApplication


    size = [int(word) for word in arguments if word.isdigit()] or [ROWS, COLUMNS, ROUNDS]
    meter = None if "--json" in arguments else Meter(looks=True)
    app = QApplication(sys.argv[:1]) if meter is None else MeteredApplication(meter, sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    ticks = Ticks()
    with tempfile.TemporaryDirectory() as folder:
        journey = FirstMinutes(ticks, Path(folder), (size[0], size[1]), size[2])
        journey.run()
        journey.window.end()
        if meter is not None:
            for each in sorted(meter.slow, key=lambda each: -each.work)[:40]:
                print(f"{each.work * 1000:6.1f} ms work in {each.wall * 1000:6.1f} ms: {each.name}: {each.where}")
            for phase, late, own, others in sorted(ticks.stalls, key=lambda each: -each[1])[:40]:
                print(f"{late:6.1f} ms late, own work {own:5.1f} ms, {phase}: {others}")
        print(json.dumps(ticks.told()), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
