"""Optimise in the Ensemble tab, driven as a user drives it: locks, Stop, Cancel, Undo, and what is told of the gain."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from engine.ensemble.objectives import Metric
from engine.ensemble.optimising import Gain, Optimised
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Interval
from gui.ensemble.optimiser import search
from tests.gui import library as invented
from tests.gui.ensemble.robot import EnsembleRobot, report


@pytest.fixture
def built(robot: EnsembleRobot) -> EnsembleRobot:
    robot.keep(invented.run("a"), invented.run("b", kind="lightgbm"), invented.run("c", kind="catboost"))
    robot.open_table()
    robot.build()
    return robot


def optimised(robot: EnsembleRobot) -> None:
    robot.press("ensemble.optimise")
    robot.qtbot.waitUntil(lambda: robot.find("ensemble.optimise").isEnabled(), timeout=5000)


def answer(weights: dict[str, float], low: float, high: float) -> Optimised:
    gain = Gain("equal weights", Metric.AUC, Interval((low + high) / 2, low, high))
    return Optimised(weights, Metric.AUC, Interval(0.57, 0.55, 0.59), (gain,), 400, 600)


def test_the_found_weights_sum_to_one_and_a_lock_holds(built: EnsembleRobot) -> None:
    panel = built.tab.weights
    panel.move("b", 0.137)
    panel.rows["b"].lock.click()
    optimised(built)
    assert panel.weights["b"] == 0.137
    assert round(sum(panel.weights.values()), 9) == 1.0
    assert panel.rows["b"].number.text() == "0.137"
    assert sum(row.slider.value() for row in panel.rows.values()) == 1000
    assert built.searched[-1]["locked"] == {"b": 0.137}


def test_what_it_gained_is_told_with_rows_and_interval(built: EnsembleRobot) -> None:
    optimised(built)
    assert built.find("ensemble.headline").text().startswith("Optimised weights: AUC 0.")
    assert " over equal weights: log loss " in built.find("ensemble.gain").text()
    assert " to " in built.find("ensemble.gain").text()
    assert "earlier rows, judged on" in built.find("ensemble.fallback").text()
    assert built.find("ensemble.plot.auc").records[0].series.label == "Your weights"


@pytest.mark.parametrize(("low", "high", "words", "level"), [
    (-0.002, 0.004, "No evidence of gain over equal weights: AUC +0.001 (-0.002 to +0.004).", "warning"),
    (0.002, 0.008, "A gain over equal weights: AUC +0.005 (+0.002 to +0.008).", "good"),
    (-0.008, -0.002, "Worse than equal weights: AUC -0.005 (-0.008 to -0.002).", "error"),
])
def test_no_more_is_claimed_than_the_interval_says(built, low, high, words, level) -> None:
    built.search = lambda *_args, **_options: answer({"a": 0.2, "b": 0.3, "c": 0.5}, low, high)
    optimised(built)
    assert built.find("ensemble.gain").text() == words
    assert built.tab.result.property("level") == level


def test_undo_brings_the_old_weights_back_and_redo_the_found_ones(built: EnsembleRobot) -> None:
    panel, stack = built.tab.weights, built.library.undo_stack
    panel.move("a", 0.8)
    before = dict(panel.weights)
    optimised(built)
    found = dict(panel.weights)
    assert found != before
    assert stack.undoText() == "Optimise Weights"
    stack.undo()
    assert panel.weights == before
    built.qtbot.waitUntil(lambda: "Your weights" in built.find("ensemble.headline").text(), timeout=3000)
    stack.redo()
    assert panel.weights == found
    assert "Optimised weights" in built.find("ensemble.headline").text()
    stack.undo()
    stack.undo()
    assert not panel.given
    assert "Ensemble AUC" in built.find("ensemble.headline").text()


def test_one_drag_is_one_step_back_and_two_drags_are_two(built: EnsembleRobot) -> None:
    panel, stack = built.tab.weights, built.library.undo_stack
    slider = panel.rows["a"].slider
    for target in (600, 200):
        slider.setSliderDown(True)
        for value in range(target - 50, target + 1, 10):
            slider.setValue(value)
        slider.setSliderDown(False)
    assert stack.count() == 2
    stack.undo()
    assert panel.weights["a"] == pytest.approx(0.6)
    stack.redo()
    assert panel.weights["a"] == pytest.approx(0.2)


def test_an_edit_of_an_earlier_build_is_skipped_by_undo(built: EnsembleRobot) -> None:
    built.keep(invented.run("d"))
    built.library.delete(["d"])
    built.tab.weights.move("a", 0.8)
    first = built.tab.report
    built.press("ensemble.build")
    built.qtbot.waitUntil(lambda: built.tab.report is not first, timeout=3000)
    fresh = dict(built.tab.weights.weights)
    built.library.undo_stack.undo()
    built.qtbot.waitUntil(lambda: built.session.run("d") is not None, timeout=3000)
    assert built.tab.weights.weights == fresh


class Held:
    """A search that goes on until it is told to end."""

    def __call__(self, *_args: Any, progress: Progress, **_options: Any) -> Optimised:
        progress.report(0.3, "Finding weights", seconds_left=20.0)
        while not progress.stop_requested:
            progress.check()
        return dataclasses.replace(answer({"a": 0.5, "b": 0.25, "c": 0.25}, -0.001, 0.001), stopped=True)


def test_cancel_keeps_the_old_weights(built: EnsembleRobot) -> None:
    built.search = Held()
    panel = built.tab.weights
    before, steps = dict(panel.weights), built.library.undo_stack.count()
    built.press("ensemble.optimise")
    built.qtbot.waitUntil(lambda: "about 20 s left" in built.find("ensemble.optimise.status").text(), timeout=3000)
    assert not built.find("ensemble.weight.a").isEnabled()  # nothing is moved by hand meanwhile
    assert built.jobs.shown[0].title == "Optimising the weights"
    built.press("ensemble.optimise.cancel")
    built.qtbot.waitUntil(lambda: built.find("ensemble.optimise").isEnabled(), timeout=3000)
    assert panel.weights == before
    assert built.library.undo_stack.count() == steps
    assert built.find("ensemble.weight.a").isEnabled()
    assert "as they were" in built.find("ensemble.optimise.status").text()


def test_stop_keeps_the_best_so_far(built: EnsembleRobot) -> None:
    built.search = Held()
    built.press("ensemble.optimise")
    built.qtbot.waitUntil(lambda: "left" in built.find("ensemble.optimise.status").text(), timeout=3000)
    built.press("ensemble.optimise.stop")
    built.qtbot.waitUntil(lambda: built.tab.weights.weights["a"] == 0.5, timeout=3000)
    assert "Stopped at the best so far" in built.find("ensemble.fallback").text()
    built.library.undo_stack.undo()
    assert not built.tab.weights.given


def test_a_new_build_ends_the_search_and_opens_the_locks(built: EnsembleRobot) -> None:
    built.search = Held()
    built.tab.weights.rows["a"].lock.click()
    built.press("ensemble.optimise")
    first = built.tab.report
    built.press("ensemble.build")
    built.qtbot.waitUntil(lambda: built.tab.report is not first, timeout=3000)
    assert not built.tab.weights.locked
    assert not built.tab.weights.given


def test_a_refusal_is_told_where_it_happened(built: EnsembleRobot) -> None:
    for key in ("a", "b"):
        built.tab.weights.rows[key].lock.click()
    optimised(built)
    assert "Unlock at least two members" in built.find("ensemble.optimise.status").text()
    assert not built.tab.weights.given


def test_the_objective_is_what_is_asked_for(built: EnsembleRobot) -> None:
    aim = built.find("ensemble.objective")
    aim.setCurrentIndex(aim.findText("for Expected R (Best 20%)"))
    optimised(built)
    assert built.searched[-1]["metric"] is Metric.EXPECTED_R
    assert "expected R" in built.find("ensemble.gain").text()


def test_the_engine_itself_is_asked() -> None:
    with pytest.raises(WorkbenchError, match="too few earlier rows"):
        search(dataclasses.replace(report(["a", "b"]), earlier=None), progress=Progress(), before={},
               metric=Metric.AUC, locked={}, weight_by_r=False)

