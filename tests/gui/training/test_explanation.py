"""Why a run scores as it does: importance with its folds, beeswarm, dependence on click, a signal's waterfall."""

from __future__ import annotations

import time
from types import SimpleNamespace

import numpy as np
from PySide6.QtCore import Qt

from tests.gui.robots import Robot


def pages(robot: Robot) -> object:
    return robot.window.tab("training").results.plots.pages


def test_a_run_is_explained_when_its_page_is_opened(trained: Robot) -> None:
    assert "Open a file" in trained.find("training.plot.swarm").empty_words
    pages(trained).show_page("Features")
    trained.until(lambda: not trained.find("training.plot.swarm").empty_words)
    explained = trained.window.tab("training").results.plots.explanation.explained
    assert explained.found.gap < 1e-5, "contributions add up to the score"
    assert explained.swarm[0].feature in trained.find("training.plot.swarm").accessibleDescription()
    assert "agree" in trained.find("training.plot.importance").accessibleDescription()
    assert trained.find("training.plot.importance").records[0].spread
    _a_click_on_a_point_shows_its_feature_and_its_signal(trained)
    _a_signal_is_chosen_by_its_row(trained)


def _a_click_on_a_point_shows_its_feature_and_its_signal(robot: Robot) -> None:
    swarm = robot.find("training.plot.swarm")
    wanted = swarm.records[1].feature
    swarm._on_clicked(None, np.array([SimpleNamespace(data=lambda: 1_000_000 + 7)]), None)
    robot.until(robot.find("training.plot.dependence").isVisible)
    assert robot.text("training.explain.feature") == wanted
    assert f"Contribution of {wanted} by its value" in robot.find("training.plot.dependence").accessibleDescription()
    assert robot.find("training.plot.waterfall").record.row == 7


def _a_signal_is_chosen_by_its_row(robot: Robot) -> None:
    explained = robot.window.tab("training").results.plots.explanation.explained
    robot.type("training.explain.signal", str(explained.row[3]))
    robot.press(Qt.Key.Key_Return)
    waterfall = robot.find("training.plot.waterfall").record
    assert waterfall.row == 3
    assert abs(waterfall.base + sum(step.contribution for step in waterfall.steps) - waterfall.margin) < 1e-5
    robot.click("training.explain.later")
    assert robot.text("training.explain.signal") == str(explained.row[4])
    robot.type("training.explain.signal", "999999")
    robot.press(Qt.Key.Key_Return)
    assert robot.find("training.explain.signal").property("invalid") == "true"


def test_a_swarm_of_500_signals_is_drawn_within_a_second(robot: Robot) -> None:
    from engine.evaluation.explanation import SwarmRow
    from gui.plots.contributions import SwarmPanel

    random = np.random.default_rng(0)
    rows = tuple(SwarmRow(f"feature {k}", 1.0 / (k + 1), 0.1, random.normal(size=500), random.random(500),
                          random.uniform(-1, 1, 500)) for k in range(12))
    panel = SwarmPanel()
    robot.qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    began = time.process_time()
    panel.set_records(rows)
    assert not panel.grab().isNull()
    assert time.process_time() - began < 1.0
