"""The form: what is wrong is marked and told, what is right is asked for; files, findings, roles."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from engine.training.config import TrainingConfig
from engine.training.weighing import weigh
from tests.gui import library as invented
from tests.gui.robots import Robot


@pytest.fixture
def sample(robot: Robot, sample_file: Path) -> Robot:
    """The sample is open."""
    robot.open(sample_file)
    return robot


def invalid(robot: Robot, name: str) -> bool:
    return robot.find(name).property("invalid") == "true"


def test_train_without_a_file_says_what_to_do(robot: Robot) -> None:
    robot.click("training.train")
    assert robot.told == "No file of signals is open. Open one, or try it with Open Sample."
    assert robot.find("training.train").isEnabled()


def test_train_marks_every_bad_field_and_goes_to_the_first(sample: Robot) -> None:
    sample.type("training.validation.folds", "1")
    sample.window.tab("training").form.options.advanced.set_open(True)
    sample.type("training.advanced.learning_rate", "fast")
    assert not invalid(sample, "training.validation.folds"), "marked while it was being typed"
    sample.click("training.train")
    assert invalid(sample, "training.validation.folds")
    assert invalid(sample, "training.advanced.learning_rate")
    assert sample.told == "Test Blocks is 1. Give a whole number from 2 to 50. 1 more field to mend."
    assert QApplication.focusWidget() is sample.find("training.validation.folds")
    assert not sample.window.jobs.shown, "a training began"  # what is asked about weights meanwhile has no title


def test_mending_a_field_takes_its_mark_away_at_once(sample: Robot) -> None:
    sample.type("training.validation.folds", "0")
    sample.click("training.train")
    sample.type("training.validation.folds", "4")
    assert not invalid(sample, "training.validation.folds")


def test_no_chosen_model_is_told(sample: Robot) -> None:
    for kind in ("xgboost", "lightgbm", "catboost"):
        sample.click(f"training.models.{kind}")
    sample.click("training.train")
    assert sample.told == "No model is chosen. Check at least one of the three."
    assert invalid(sample, "training.models.xgboost")
    sample.click("training.models.lightgbm")
    assert not invalid(sample, "training.models.xgboost")


def test_the_header_of_advanced_counts_what_is_changed_and_resets_it(sample: Robot) -> None:
    form = sample.window.tab("training").form
    assert sample.text("training.advanced.fold.summary").endswith("settings at defaults")
    form.options.advanced.set_open(True)
    sample.type("training.advanced.rounds", "77")
    sample.type("training.advanced.max_depth", "7")
    assert sample.text("training.advanced.fold.summary") == "2 changed"
    sample.click("training.advanced.fold.reset")
    assert sample.text("training.advanced.fold.summary").endswith("settings at defaults")
    assert form.order().configs[0] == TrainingConfig()


@pytest.mark.parametrize(("typed", "meant"), [("1.5", 1.5), ("balanced", "balanced"), ("2", 2.0)])
def test_the_weight_of_wins_is_a_number_or_balanced(sample: Robot, typed: str, meant: object) -> None:
    sample.find("training.balance").setEditText(typed)
    assert sample.window.tab("training").form.order().configs[0].scale_pos_weight == meant


def test_balanced_says_what_it_means_for_this_file(sample: Robot) -> None:
    assert sample.find("training.balance").itemText(1) == "balanced (1.58)"


def test_a_role_can_be_chosen_or_left_out(sample: Robot) -> None:
    features = len(sample.window.session.profile.features)
    sample.choose("training.weight", "None")
    sample.idle()
    assert sample.window.session.data.realized_rr is None
    assert sample.text("training.weight") == "None"
    assert len(sample.window.session.profile.features) == features, "what is left out does not become a feature"
    sample.choose("training.weight", "realized_rr")
    sample.idle()
    assert sample.window.session.data.realized_rr is not None
    assert not sample.text("training.weight.hint")


def test_findings_are_listed_with_their_remedies(robot: Robot, tmp_path: Path) -> None:
    path = tmp_path / "one_class.csv"
    path.write_text("time,x,win\n" + "".join(f"2024-01-{day:02d},{day},1\n" for day in range(1, 29)))
    robot.open(path)
    findings = robot.find("training.findings")
    assert findings.isVisible()
    assert findings.count() >= 1


def test_findings_that_forbid_nothing_are_one_line_that_unfolds(sample: Robot) -> None:
    findings = sample.find("training.findings")
    assert sample.text("training.findings.unfold") == "3"
    assert findings.height() == 28
    sample.click("training.findings.unfold")
    assert findings.height() > 60
    assert findings.item(0).text().startswith("win: 1 signal without an outcome yet")


def test_the_form_needs_no_scrolling_with_a_file_open(sample: Robot) -> None:
    sample.until(lambda: sample.window.tab("training").form._scroll.verticalScrollBar().maximum() == 0)


def test_the_weights_are_told_before_training(sample: Robot) -> None:
    sample.until(lambda: sample.text("training.weights.fold.summary") == "all 3,644 rows alike")
    sample.click("training.weights.fold.header")
    sample.choose("training.weighting", "By size of realized R")
    sample.type("training.weights.half_life", "500 rows")
    sample.find("training.balance").setCurrentIndex(1)
    sample.idle()
    sample.until(lambda: "Kish" in sample.text("training.weights.told"))
    told = sample.text("training.weights.told")
    assert "Weights are |realized R|, held between 0.1 and 3" in told
    assert "Signals count half after 500 rows." in told
    assert "A win counts" in told
    assert sample.text("training.weights.fold.summary").startswith("3,644 rows count like ")
    config = sample.window.tab("training").form.order().configs[0]
    found = weigh(sample.window.session.data, config)
    assert f"count like {found.effective_rows:,.0f}" in sample.text("training.weights.fold.summary")
    sample.click("training.weights.fold.reset")
    sample.until(lambda: sample.text("training.weights.fold.summary") == "all 3,644 rows alike")


def test_weights_that_the_file_cannot_give_are_told_in_the_form(sample: Robot) -> None:
    sample.choose("training.weight", "None")
    sample.idle()
    sample.choose("training.weighting", "By size of realized R")
    sample.until(lambda: "no realized R to weight by" in sample.text("training.weights.told"))
    assert sample.text("training.weights.fold.summary") == "cannot be used"


def test_a_file_that_cannot_be_read_is_refused_in_words(robot: Robot, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    robot.open(path)
    assert robot.told
    assert "Traceback" not in robot.told
    assert robot.window.session.data is None
    robot.open(tmp_path / "nowhere.csv")
    assert "There is no such file." in robot.told


def test_train_pressed_while_the_file_is_read_starts_when_it_is(robot: Robot, sample_file: Path) -> None:
    robot.window.opener.open(sample_file)
    robot.window.tab("training").train()
    assert robot.text("training.progress.words") == "Training starts when the file is read."
    robot.until(lambda: robot.window.tab("training").work.running)
    robot.window.tab("training").cancel()
    robot.idle()


def test_runs_that_cannot_be_continued_are_listed_with_the_reason(robot: Robot, sample_file: Path) -> None:
    invented.keep(robot.window.session.workspace, invented.run("a"))
    robot.window.library.reload()
    robot.open(sample_file)
    start = robot.find("training.warm_start")
    assert start.count() == 2
    assert not start.model().item(1).isEnabled()
    assert "the file lacks momentum, spread, hour; has in addition" in start.itemText(1)
    assert "The data does not fit the model to go on from: it lacks momentum, spread, hour" in _tip(start, 1)
    assert "Give the columns that the model was trained on" in _tip(start, 1)


def _tip(combo: QComboBox, place: int) -> str:
    return str(combo.itemData(place, Qt.ItemDataRole.ToolTipRole))


def test_recent_files_are_listed_and_those_that_are_gone_are_grey(robot: Robot, sample_file: Path) -> None:
    robot.open(sample_file)
    robot.window.session.update_settings(recent_files=(str(sample_file), "/nowhere/gone.csv"))
    menu = robot.window.commands._recent
    menu.aboutToShow.emit()
    here, gone = menu.actions()
    assert here.isEnabled()
    assert not gone.isEnabled()


def test_of_a_large_file_the_first_rows_are_shown_before_the_rest_is_read(
    robot: Robot, sample_file: Path, tmp_path: Path
) -> None:
    header, *rows = sample_file.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "large.csv"
    path.write_text("\n".join([header, *(rows * 5)]) + "\n", encoding="utf-8")
    seen: list[tuple[str, str]] = []
    robot.window.opener.peeked.connect(
        lambda _profile: seen.append((robot.text("training.card.headline"), robot.text("training.label"))))
    robot.open(path)
    assert seen == [("Reading… 43 features · 38 % wins", "win")]
    assert robot.text("training.card.headline").startswith(f"{5 * len(rows):,} signals")


def test_deleting_runs_can_be_undone_by_the_menu(robot: Robot) -> None:
    invented.keep(robot.window.session.workspace, invented.run("a"), invented.run("b"))
    robot.window.library.reload()
    robot.runs.select_keys(["a", "b"])
    robot.runs.delete_pressed.emit(robot.runs.selected_records())
    assert not robot.window.session.runs
    assert robot.told == "Deleted 2 runs."
    robot.window.actions_table["edit.undo"].trigger()
    assert {run.id for run in robot.window.session.runs} == {"a", "b"}
    assert robot.told == "Brought back 2 runs."


def test_stars_names_and_eyes_are_set_in_the_table(robot: Robot) -> None:
    invented.keep(robot.window.session.workspace, *(invented.run(name) for name in "abcd"))
    robot.window.library.reload()
    robot.until(robot.runs.isVisible)
    robot.click_cell(0, "star")
    assert robot.window.session.run("d").starred
    shown = robot.window.session.shown
    robot.click_cell(0, "eye")
    assert robot.window.session.shown == shown - {"d"}
    robot.window.library.update("d", name="the good one")
    assert robot.cell(0, "name") == "the good one"
    robot.type("training.runs.filter", "good")
    assert robot.runs.records_model.rowCount() == 1
