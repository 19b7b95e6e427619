"""The money page: R by threshold after costs, the threshold that is kept, accuracy that costs expectancy."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from engine.library import runs
from engine.records import Interval, OutOfFold, ThresholdChoice
from gui.training.curves import compare_runs
from tests.gui import invented
from tests.gui import library as kept
from tests.gui.robots import Robot

CHOICE = ThresholdChoice(0.47, "r", 0.1, Interval(0.2, 0.1, 0.3), Interval(0.15, 0.0, 0.3), 0.3, -0.1,
                         "Above 0.470 the earlier blocks earned most after 0.1 R of costs.")


def test_costs_lower_the_curves_and_the_kept_threshold_is_marked(robot: Robot) -> None:
    kept.keep(robot.window.session.workspace, kept.run("a", threshold=CHOICE))
    robot.window.library.reload()
    robot.window.session.select(["a"])
    robot.idle()
    robot.window.tab("training").results.plots.pages.show_page("Money")
    mean, total = robot.find("training.plot.expected_r"), robot.find("training.plot.total_r")
    robot.until(lambda: bool(mean.records) and bool(total.records))
    assert robot.text("training.money.words") == CHOICE.words
    assert robot.text("training.money.cost") == "0.1", "the cost that the threshold was chosen at"
    assert "The chosen threshold is 0.470." in mean.accessibleDescription()
    before, many = mean.records[0].curve.y, mean.records[0].curve.counts
    summed = total.records[0].curve.y
    np.testing.assert_allclose(summed, before * many)
    assert mean.records[0].curve.low is not None
    robot.type("training.money.cost", "0.3")
    np.testing.assert_allclose(mean.records[0].curve.y, before - 0.2)
    np.testing.assert_allclose(total.records[0].curve.y, summed - 0.2 * many)
    robot.type("training.money.cost", "much")
    assert robot.find("training.money.cost").property("invalid") == "true"
    np.testing.assert_allclose(mean.records[0].curve.y, before - 0.2)


def test_accuracy_up_expectancy_down_is_said(robot: Robot) -> None:
    one, other = _right_and_rich()
    found = compare_runs(one, other, "Right", "Rich")
    assert found is not None
    assert found.money.startswith("Accuracy up, expectancy down: Right is right more often than Rich")
    workspace = robot.window.session.workspace
    for name, predictions in (("Right", one), ("Rich", other)):
        runs.add_run(workspace, kept.run(name.lower(), name=name), model_file=b"no model", out_of_fold=predictions)
    robot.window.library.reload()
    robot.window.session.select(["right", "rich"])
    robot.until(lambda: "Accuracy up, expectancy down" in robot.text("training.verdict"))
    assert "Accuracy up, expectancy down" in robot.text("training.money.words")


def _right_and_rich() -> tuple[OutOfFold, OutOfFold]:
    """One that is mostly right about small trades, one that finds the few large ones."""
    base = invented.out_of_fold(0.0)
    random = np.random.default_rng(1)
    large = random.random(len(base.row)) < 0.2
    rr = np.where(base.label == 1, np.where(large, 5.0, 0.1), -0.3)
    right = np.where(base.label == 1, np.where(large, 0.55, 0.8), 0.2) + random.uniform(-0.04, 0.04, len(rr))
    rich = np.where(large & (base.label == 1), 0.9, 0.3) + random.uniform(-0.04, 0.04, len(rr))
    made = [OutOfFold(base.row, base.time, base.label_time, base.label, p, base.fold, rr) for p in (right, rich)]
    return made[0], made[1]


@pytest.mark.parametrize("cost", [0.0, 0.5])
def test_the_plot_without_runs_says_what_it_needs(robot: Robot, cost: float) -> None:
    from gui.training.expected_r_plot import ExpectedRPanel

    panel = ExpectedRPanel(total=True)
    robot.qtbot.addWidget(panel)
    panel.set_cost(cost)
    assert "column of realized R" in panel.empty_words


def test_runs_are_compared_beside_the_window_and_once(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def told(*args: object, **named: object) -> object:
        asked.append(threading.current_thread().name)
        return compare_runs(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("gui.training.curve_store.compare_runs", told)
    workspace = robot.window.session.workspace
    for name, predictions in zip(("Right", "Rich"), _right_and_rich(), strict=True):
        runs.add_run(workspace, kept.run(name.lower(), name=name), model_file=b"no model", out_of_fold=predictions)
    robot.window.library.reload()
    robot.window.session.select(["right", "rich"])
    robot.until(lambda: "Right" in robot.text("training.verdict") and "Rich" in robot.text("training.verdict"))
    words = robot.text("training.verdict")
    for chosen in (["right"], ["right", "rich"]):
        robot.window.session.select(chosen)
        robot.idle()
    assert robot.text("training.verdict") == words
    assert asked == ["lane-side"]
