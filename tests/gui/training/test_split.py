"""How a run was split: the leak meter's verdict, and the picture of trained, purged and tested rows."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.data import splits
from engine.records import Interval, LeakGap, LeakMeter, ValidationRecord
from gui.app import create_window
from gui.training.fold_rows import fold_rows, newest, without
from tests.gui import library as invented
from tests.gui.robots import Robot

GAP = LeakGap("shuffled", 300, 0.93, 0.52, Interval(0.40, 0.35, 0.45))
LEAKS = LeakMeter(0.92, 0.55, 0.60, 0.52, gaps=(GAP,), leaks=True,
                  words="Shuffled folds would report an AUC of 0.92 where rows of the future give 0.52.")
CLEAN = dataclasses.replace(LEAKS, leaks=False, words="No leak seen: the ways of splitting differ by no more than "
                                                      "chance.")
SPLIT = ValidationRecord("purged_walk_forward", 2, 7, "0", ((100, 149), (150, 199)), (((95, 99),), ((148, 149),)))


def test_a_leak_has_a_red_badge_and_a_sentence_and_survives_a_restart(robot: Robot, workspace_dir: Path) -> None:
    invented.keep(robot.window.session.workspace, invented.run("a", leak_meter=LEAKS, validation=SPLIT),
                  invented.run("b", leak_meter=CLEAN, validation=SPLIT))
    robot.window.end()
    again = create_window(workspace_dir)
    found = Robot(again, robot.qtbot)
    again.show()
    again.session.select(["a"])
    found.idle()
    assert found.text("training.leak_meter.badge") == "LEAK"
    assert found.find("training.leak_meter.badge").property("badge") == "danger"
    assert found.text("training.leak_meter.verdict") == LEAKS.words
    assert "Leak. Shuffled folds would report" in found.find("training.leak_meter").accessibleDescription()
    again.session.select(["b"])
    assert found.text("training.leak_meter.badge") == "NO LEAK"
    assert found.find("training.leak_meter.badge").property("badge") == "good"
    again.end()
    again.deleteLater()


def test_the_picture_names_what_was_purged(robot: Robot) -> None:
    invented.keep(robot.window.session.workspace, invented.run("a", leak_meter=LEAKS, validation=SPLIT))
    robot.window.library.reload()
    robot.window.session.select(["a"])
    robot.idle()
    robot.window.tab("training").results.plots.pages.show_page("Leakage")
    robot.until(robot.find("training.plot.folds").isVisible)
    words = robot.find("training.plot.folds").accessibleDescription()
    assert "block 1: 95 rows trained, 5 purged, 50 tested" in words
    assert "block 2: 148 rows trained, 2 purged, 50 tested" in words
    assert robot.find("training.plot.folds").table().rows[1] == ("1", "purged", 95, 99, 5)


def test_a_contaminated_run_is_marked_in_the_table(robot: Robot) -> None:
    invented.keep(robot.window.session.workspace, invented.run("a", contaminated=True))
    robot.window.library.reload()
    assert robot.cell(0, "status") == "Contaminated"
    robot.window.session.select(["a"])
    assert "is contaminated: what it was started from had seen tested rows" in robot.text("training.verdict")


def test_the_usual_columns_fit_without_sideways_scrolling(robot: Robot) -> None:
    invented.keep(robot.window.session.workspace, invented.run("a"))
    robot.window.library.reload()
    robot.until(robot.runs.isVisible)
    robot.until(lambda: robot.runs.horizontalScrollBar().maximum() == 0)
    header = robot.runs.horizontalHeader()
    titles = [column.title for column in robot.runs.records_model.columns]
    assert {"Took", "Data", "Status", "Log Loss"} <= set(titles)
    for place, title in enumerate(titles):
        wide = header.sectionSize(place) >= header.fontMetrics().horizontalAdvance(title)
        assert wide or header.isSectionHidden(place), title


@given(st.lists(st.integers(0, 59), max_size=12, unique=True), st.integers(1, 60))
def test_spans_hold_exactly_the_rows_that_are_left(holes: list[int], rows: int) -> None:
    left = [row for row in range(60) if row not in holes]
    spans = without((0, 59), [(hole, hole) for hole in holes])
    assert [row for first, last in spans for row in range(first, last + 1)] == left
    kept = newest(spans, rows)
    assert [row for first, last in kept for row in range(first, last + 1)] == left[-rows:]


def test_the_picture_of_combinatorial_splits_is_that_of_the_engine() -> None:
    time = np.arange(100)
    folds = splits.combinatorial(time, time + 3, groups=5, test_groups=2)
    record = ValidationRecord("combinatorial", len(folds), 0, "0",
                              tuple((int(fold.test[0]), int(fold.test[-1])) for fold in folds))
    run = invented.run("a", validation=record, settings={"validation": {"groups": 5, "test_groups": 2}})
    for row, fold in zip(fold_rows(run), folds, strict=True):
        assert [r for first, last in row.tested for r in range(first, last + 1)] == fold.test.tolist()
