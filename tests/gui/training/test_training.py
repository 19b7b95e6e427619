"""The main job by the window: open the sample, train for real, compare, promote, keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from engine.bundle.reading import read
from gui.app import create_window
from gui.main_window import MainWindow
from tests.gui.robots import Robot
from tests.gui.training.conftest import quick


def export(robot: Robot, path: Path) -> Path:
    """Export by the dialog, to a place that is typed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    robot.click("training.export")
    robot.type("export.path", str(path))
    robot.click("export.ok")
    robot.idle()
    assert robot.told == f"Exported to {path}."
    return path


def test_from_an_empty_window_to_a_champion_that_is_found_again(
    robot: Robot, small_file: Path, window: MainWindow, tmp_path: Path, workspace_dir: Path
) -> None:
    assert robot.visible("training.empty")
    robot.open(small_file)
    assert robot.text("training.card.headline").startswith("700 signals")
    assert robot.text("training.label") == "win"
    assert robot.text("training.label.hint") == "guessed"
    assert robot.visible("training.ready")
    quick(robot)
    robot.click("training.train")
    assert robot.visible("training.stop")
    assert robot.visible("training.cancel")
    seen: list[float] = []
    window.tab("training").work.progressed.connect(lambda point: seen.append(point.fraction))
    robot.idle()
    assert seen == sorted(seen)
    assert robot.text("training.progress.words").startswith("Trained 3 models in")
    assert [robot.cell(row, "kind") for row in range(3)] == ["CatBoost", "LightGBM", "XGBoost"]
    robot.until(lambda: "probability" in robot.text("training.verdict"))
    for name in ("auc", "roc", "learning", "calibration", "importance", "precision_recall"):
        assert "XGBoost" in robot.find(f"training.plot.{name}").accessibleDescription(), name
    assert "Shuffled" in robot.find("training.leak_meter").accessibleDescription()
    robot.click("training.promote")
    champion = window.session.champion
    assert champion is not None
    assert "is the champion now" in robot.told
    bundle = export(robot, tmp_path / "out" / "champion.apbundle")
    assert read(bundle).card.id == champion
    window.close()
    again = create_window(workspace_dir)
    assert len(again.session.runs) == 3
    assert again.session.champion == champion
    robot = Robot(again, robot.qtbot)
    described = again.tab("training").results.plots.learning
    robot.until(lambda: "XGBoost" in described.accessibleDescription())
    assert "fold 2, round 12: training loss 0." in described.accessibleDescription()
    assert len(described.table().rows) == 3 * 2 * 12
    again.close()
    again.deleteLater()


def test_cancel_keeps_nothing_and_says_so(opened: Robot) -> None:
    opened.type("training.advanced.rounds", "5000")
    opened.type("training.advanced.early_stopping_rounds", "0")
    opened.click("training.train")
    opened.until(lambda: opened.find("training.progress").value() > 0)
    opened.press(Qt.Key.Key_Escape)
    opened.idle()
    assert opened.text("training.progress.words") == "Cancelled. Nothing was kept."
    assert not opened.window.session.runs
    assert opened.visible("training.ready")


def test_stop_keeps_the_best_so_far(opened: Robot) -> None:
    for kind in ("xgboost", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.type("training.advanced.rounds", "5000")
    opened.type("training.advanced.early_stopping_rounds", "0")
    opened.click("training.train")
    opened.until(lambda: opened.find("training.progress").value() > 0)
    opened.click("training.stop")
    opened.idle()
    assert len(opened.window.session.runs) == 1
    assert opened.cell(0, "status") == "Stopped early"
    assert "kept the best so far" in opened.text("training.progress.words")


def test_ctrl_enter_trains_and_a_run_can_be_continued(opened: Robot) -> None:
    for kind in ("xgboost", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.idle()
    first = opened.window.session.runs[0]
    opened.window.commands.retrain(first.id)
    assert opened.text("training.warm_start").startswith(first.name)
    opened.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.idle()
    assert "The parent has 12 trees already" in opened.told
    assert opened.find("training.advanced.rounds").property("invalid") == "true"
    opened.type("training.advanced.rounds", "20")
    opened.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.idle()
    second = opened.window.session.runs[0]
    assert second.parent == first.id


def test_calibration_and_device_are_chosen_and_what_was_done_instead_is_named(opened: Robot) -> None:
    for kind in ("lightgbm", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.type("training.validation.folds", "4")
    opened.choose("training.advanced.calibration", "Platt")
    opened.choose("training.advanced.device", "GPU, where there is one")
    opened.click("training.train")
    opened.idle()
    run = opened.window.session.runs[0]
    assert run.settings["calibration"] == "platt"
    assert run.calibration == "platt"
    if any("GPU" in warning for warning in run.warnings):  # a machine without one: said in the strip
        assert "GPU" in opened.window.message_bar.current.text + opened.window.message_bar.current.details
    described = opened.find("training.plot.calibration")
    opened.until(lambda: bool(described.records))
    curve = described.records[0].curve
    assert curve.counts is not None
    assert curve.low is not None
    assert "Signals" in described.table().columns
