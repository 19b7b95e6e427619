"""What comes and goes leaves nothing behind: train, look, discard; fourteen times here, a thousand in the slow lane."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.gui.robots import Robot

REMEMBERED = ("Message", "_Deletion")  # of each the last two hundred
GROWTH = 1.05  # of resident memory after the first quarter


@dataclass(frozen=True)
class Counted:
    """What there is at one moment."""

    resident: int  # bytes
    widgets: int
    objects: int  # of Qt, below the window
    drawn: int  # items of all charts
    python: int
    ours: Counter[str]  # objects of our own classes


def counted(robot: Robot) -> Counted:
    """Count after everything that is to go has gone."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    found = gc.get_objects()
    page = os.sysconf("SC_PAGESIZE")
    return Counted(
        resident=int(Path("/proc/self/statm").read_text().split()[1]) * page, widgets=len(QApplication.allWidgets()),
        objects=len(robot.window.findChildren(QObject)), python=len(found),
        drawn=sum(len(view.scene().items()) for view in robot.window.findChildren(pg.GraphicsView)),
        ours=Counter(type(each).__name__ for each in found if _is_ours(type(each))))


def _is_ours(kind: type) -> bool:
    return str(kind.__module__).startswith(("engine.", "gui."))


def cycle(robot: Robot, number: int) -> None:
    """Train one model for real, look at its charts, delete it for good."""
    robot.click("training.train")
    robot.idle()
    window = robot.window
    pages = window.tab("training").results.plots.pages
    pages.show_page(("Compare", "Learning", "Probabilities", "Money", "Features")[number % 5])
    run = window.session.runs[0]
    window.session.select([run.id])
    robot.idle()
    if number % 5 == 4:
        window.commands.show_details(run.id)
        window.findChild(QObject, "dialog.run_details").close()
    window.library.delete([run.id])
    robot.idle()
    assert not window.session.runs


def ready(robot: Robot, sample_file: Path, tmp_path: Path) -> None:
    """A little file, and a form that asks for a little of one library."""
    small = tmp_path / "small.csv"
    small.write_text("\n".join(sample_file.read_text(encoding="utf-8").splitlines()[:500]) + "\n", encoding="utf-8")
    robot.open(small)
    robot.window.tab("training").form.options.advanced.set_open(True)
    robot.type("training.validation.folds", "2")
    robot.type("training.advanced.rounds", "4")
    for kind in ("xgboost", "catboost"):
        robot.click(f"training.models.{kind}")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="resident memory is read from /proc")
def test_what_is_trained_and_discarded_leaves_no_object_behind(robot: Robot, sample_file: Path, tmp_path: Path) -> None:
    ready(robot, sample_file, tmp_path)
    for number in range(6):
        cycle(robot, number)
    counted(robot)  # counting makes Python's side of objects that had none
    before = counted(robot)
    for number in range(6, 14):
        cycle(robot, number)
    after = counted(robot)
    grown = (after.ours - before.ours).most_common(12)
    assert after.widgets <= before.widgets, grown
    assert after.drawn <= before.drawn, grown
    assert not [(name, many) for name, many in grown if many > 5 and name not in REMEMBERED], grown


@pytest.mark.slow
def test_a_thousand_times_leaves_memory_flat(robot: Robot, sample_file: Path, tmp_path: Path) -> None:
    many = int(os.environ.get("CYCLES", "1000"))
    ready(robot, sample_file, tmp_path)
    seen: list[Counted] = []
    for number in range(many):
        cycle(robot, number)
        if number % (many // 20) == many // 20 - 1:
            now = counted(robot)
            grown = (now.ours - seen[-1].ours).most_common(6) if seen else []
            seen.append(now)
            print(f"{number + 1} cycles: {now.resident / 1e6:.1f} MB, {now.widgets} widgets, {now.objects} objects, "
                  f"{now.drawn} drawn, {now.python} of Python, more of {grown}", file=sys.stderr, flush=True)
    settled = seen[len(seen) // 4]
    assert seen[-1].resident <= GROWTH * settled.resident
    assert seen[-1].widgets <= settled.widgets
    assert seen[-1].drawn <= settled.drawn
