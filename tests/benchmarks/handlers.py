"""How long the window's thread is busy with any one thing, in journeys through every tab of the real window.

`python -m tests.benchmarks.handlers [--looks] [JOURNEY ...]` prints the worst by name. A handler is one event with all
that it calls, or one act of the user; its wall time holds what other threads take from it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.measuring import ROOT, Row, in_child

P99, WORST = 0.016, 0.100  # seconds
GAP = 0.150  # seconds between two ticks while the engine is imported
TICK = 10  # milliseconds
SAMPLE = ROOT / "resources" / "sample" / "btc_1h.csv"


def rows(*, repeats: int) -> list[Row]:
    """All journeys in one process of its own."""
    found = in_child("handlers", "--json")
    met = found["p99"] <= P99 and found["worst"] <= WORST
    slow = ", ".join(f"{name} {wall * 1000:.0f} ms" for _, name, wall, _ in found["slow"][:5])
    return [Row(f"Handlers of the window's thread in {found['journeys']} journeys through every tab",
                f"p99 {found['p99'] * 1000:.1f} ms, worst {found['worst'] * 1000:.0f} ms",
                f"over 16 ms: {found['over_frame']} of {found['count']:,}; {slow}",
                f"own work: p99 {found['work_p99'] * 1000:.1f} ms, worst {found['work_worst'] * 1000:.0f} ms",
                f"p99 {P99 * 1000:.0f} ms, worst {WORST * 1000:.0f} ms", met),
            Row(f"{TICK} ms timer in the window while the engine is imported",
                f"worst gap {found['gap_worst'] * 1000:.0f} ms", f"nine in ten under {found['gap_p90'] * 1000:.0f} ms",
                "", f"worst {GAP * 1000:.0f} ms", found["gap_worst"] <= GAP)]


class Day:
    """The journeys, in the order of an analyst's day; each is a method."""

    def __init__(self, meter: Any, folder: Path) -> None:
        from tests.gui.hands import Hands
        from tests.gui.robots import Robot

        self.meter, self.folder, self.hands = meter, folder, Hands()
        self.sample = Path(shutil.copy(SAMPLE, folder))
        self.ticks: list[tuple[float, float]] = []  # of a timer, while the engine is imported: clock and own work
        self._ticker, self.gaps = _ticker(self.ticks), np.zeros((2, 1))
        self.window = self._opened()
        self.robot = Robot(self.window, self.hands)

    def _opened(self) -> Any:
        from gui.app import create_window
        from gui.starting import Start

        window = create_window(self.folder / "workspace", lazy=True)
        window.session.update_settings(tour_seen=True, notifications=False)
        window.restore_place()
        window.resize(1280, 800)
        window.show()
        self._start = Start(window, None)
        self._ticker.start()
        with self.meter.act("Start.begin"):
            self._start.begin()
        return window

    def _settle(self) -> None:
        self.robot.idle()
        self.hands.wait(120)

    def _act(self, name: str, act: Callable[[], object]) -> None:
        with self.meter.act(name):
            act()
        self.hands.wait(60)

    def start(self) -> None:
        """From the first paint until the engine is loaded and every tab is built."""
        self.hands.waitUntil(lambda: "oading" not in self.window.engine_label.text())
        self._ticker.stop()
        self.gaps = np.diff(self.ticks, axis=0).T
        self._built()
        self._settle()

    def sample_opened(self) -> None:
        """The sample, by its button."""
        self.robot.open(self.sample)
        self._settle()

    def train(self) -> None:
        """Three models with the defaults."""
        self.robot.click("training.train")
        self._settle()

    def charts(self) -> None:
        """Every page of charts, and the eyes and rows of the run table."""
        pages = self.robot.find("training.plots")
        for page in pages._group.buttons():
            self.hands.mouseClick(page, _left())
            self._settle()
        for row in range(3):
            self.robot.click_cell(row, "name")
            self._settle()
        self._act("show no runs", lambda: self.window.session.show_runs(()))
        self._act("show all runs", lambda: self.window.session.show_runs(r.id for r in self.window.session.runs))
        self._settle()
        for width, height in ((1500, 900), (1024, 700), (1280, 800)):
            self._act("resize", lambda size=(width, height): self.window.resize(*size))
        self._settle()

    def ensemble(self) -> None:
        """Build, drag, optimise."""
        from PySide6.QtWidgets import QSlider

        self._tab(2)
        self.window.tab("ensemble").add_members([run.id for run in self.window.session.runs])
        self.robot.click("ensemble.build")
        self._settle()
        for slider in self.window.tab("ensemble").findChildren(QSlider):
            if slider.isVisible() and slider.isEnabled():
                for step in range(12):
                    self._act("drag a weight", lambda slider=slider, step=step: slider.setValue(
                        slider.minimum() + (slider.maximum() - slider.minimum()) * step // 12))
        self._settle()
        self._click_if_there("ensemble.optimise")
        self._settle()
        self._click_if_there("ensemble.save")
        self._settle()

    def models(self) -> None:
        """Choose, compare, the export dialog to its end, the details."""
        self._tab(3)
        table = self.robot.find("models.list")
        ids = [run.id for run in self.window.session.runs]
        for chosen in (ids[:1], ids[1:2], ids[:2], ids[:3]):
            self._act("choose models", lambda chosen=chosen: table.select_keys(chosen))
            self._settle()
        self._act("choose models", lambda: table.select_keys(ids[-1:]))
        self.robot.click("models.promote")
        self._settle()
        self.robot.click("models.export")
        self._settle()
        self.robot.type("export.path", str(self.folder / "model.apbundle"))
        self.robot.click("export.ok")
        self._settle()
        self._act("details", lambda: self.window.commands.show_details(ids[0]))
        self._settle()
        self._close_dialogs()

    def monitor(self) -> None:
        """The file at full speed, with everything that the tab shows."""
        self._tab(1)
        self.robot.find("monitor.speed").setCurrentIndex(0)
        self.robot.click("monitor.start")
        self._settle()
        self.hands.wait(1500)

    def dialogs(self) -> None:
        """Settings, palette, shortcuts, glossary, report."""
        for action in ("tools.settings", "tools.palette", "help.shortcuts", "help.glossary", "help.about",
                       "help.report"):
            self._act(action, self.window.actions_table[action].trigger)
            self._settle()
            self._close_dialogs()

    def themes(self) -> None:
        """Light and dark in front of every tab, then every tab in the other theme."""
        from engine.settings import Theme

        for tab in range(4):
            self._tab(tab)
            for theme in (Theme.DARK, Theme.LIGHT):
                self._act(f"theme {theme.value} in tab {tab}", lambda theme=theme: self.window.session.set_theme(theme))
                self.hands.wait(120)
        self._act("theme dark", lambda: self.window.session.set_theme(Theme.DARK))
        for tab in range(4):
            self._tab(tab)

    def large(self) -> None:
        """A file of 100,000 rows: opened, trained, looked at, combined."""
        self._tab(0)
        self.robot.open(self._made())
        self._settle()
        for kind in ("xgboost", "catboost"):
            self.robot.click(f"training.models.{kind}")
        self.robot.click("training.train")
        self._settle()
        self.charts()

    def language(self) -> None:
        """Another language: the window ends and comes back."""
        import shiboken6

        from engine.settings import Language

        self._act("choose German", lambda: self.window.session.update_settings(language=Language.GERMAN))
        self._act("close", self.window.end)
        shiboken6.delete(self.window)
        self.robot.window = self.window = self._opened()
        self._built()
        self._settle()

    # --- hands ---

    def _built(self) -> None:
        """Every tab, and the results of the first."""
        self.hands.waitUntil(lambda: len(self.window.built) == 4 and not self.window.tab("training").waits)

    def _tab(self, number: int) -> None:
        self._act(f"turn to tab {number}", lambda: self.window.tabs.setCurrentIndex(number))
        self._settle()

    def _click_if_there(self, name: str) -> None:
        button = self.robot.find(name)
        if button.isVisible() and button.isEnabled():
            self.robot.click(name)

    def _close_dialogs(self) -> None:
        from PySide6.QtWidgets import QDialog

        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                self._act("close a dialog", dialog.close)

    def _made(self) -> Path:
        """The sample's rows again and again with other noise, an hour apart."""
        import pandas

        frame = pandas.read_csv(SAMPLE)
        times = 100_000 // len(frame) + 1
        whole = pandas.concat([frame] * times, ignore_index=True).iloc[:100_000]
        noise = np.random.default_rng(0)
        for name in whole.select_dtypes("float").columns:
            whole[name] = whole[name] + noise.normal(0, 1e-3, len(whole))
        for name in ("signal_time", "label_time"):
            if name in whole:
                hours = pandas.to_timedelta(np.arange(len(whole)) + (6 if name == "label_time" else 0), unit="h")
                whole[name] = (pandas.Timestamp("2012-01-01", tz="UTC") + hours).strftime("%Y-%m-%dT%H:%M:%SZ")
        path = self.folder / "large.csv"
        whole.to_csv(path, index=False)
        return path


def _ticker(ticks: list[tuple[float, float]]) -> Any:
    """A timer of 10 ms that writes down when it came."""
    from PySide6.QtCore import Qt, QTimer

    made = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
    made.timeout.connect(lambda: ticks.append((time.perf_counter(), time.thread_time())))
    return made


def _left() -> Any:
    from PySide6.QtCore import Qt

    return Qt.MouseButton.LeftButton


JOURNEYS = ("start", "sample_opened", "train", "charts", "ensemble", "models", "monitor", "dialogs", "themes", "large",
            "language")


def measured(names: list[str], *, looks: bool = False) -> tuple[Any, Any]:
    """The meter after these journeys, and the seconds between two ticks while the engine was imported."""
    from tests.gui.meter import Meter, MeteredApplication

    meter = Meter(looks=looks)
    app = MeteredApplication(meter, sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        meter.journey = "start"
        day = Day(meter, Path(folder))
        for name in names:
            meter.journey = name
            getattr(day, name)()
        meter.journey = "end"
        day.window.end()
    return meter, day.gaps


def figures(meter: Any, gaps: Any, journeys: int) -> dict[str, Any]:
    """Percentiles and the slow ones, worst first."""
    wall, work = np.array(meter.quick).T
    slow = sorted(meter.slow, key=lambda each: -each.wall)
    return {"journeys": journeys, "count": meter.count, "p99": float(np.percentile(wall, 99)),
            "worst": float(wall.max()), "work_p99": float(np.percentile(work, 99)), "work_worst": float(work.max()),
            "over_frame": int((wall > P99).sum()), "gap_p90": float(np.percentile(gaps[0], 90)),
            "gap_median": float(np.median(gaps[0])), "gap_worst": float(gaps[0].max()),
            "gap_work": float(gaps[1].max()),
            "slow": [(each.journey, each.name, each.wall, each.work) for each in slow]}


def main() -> None:
    """Measure in this process; print JSON, or what a person reads."""
    parser = argparse.ArgumentParser()
    parser.add_argument("journeys", nargs="*", choices=[[], *JOURNEYS])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--looks", action="store_true", help="where slow handlers spend their time, at some cost")
    options = parser.parse_args()
    names = options.journeys or list(JOURNEYS)
    meter, gaps = measured(names, looks=options.looks)
    found = figures(meter, gaps, len(names))
    if options.json:
        print(json.dumps(found), flush=True)
    else:
        print({key: value for key, value in found.items() if key != "slow"})
        for each in sorted(meter.slow, key=lambda each: -each.work)[:60]:
            print(f"{each.work * 1000:7.1f} ms work {each.wall * 1000:7.1f} ms {each.journey}: {each.name}\n"
                  f"          {each.where}")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
