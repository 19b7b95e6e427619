"""The Models tab, driven as a user drives it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from engine.bundle import libraries
from engine.library import runs
from engine.records import RunRecord
from gui.dialogs.export_bundle import ExportDialog
from tests.engine.bundle import makers
from tests.gui import library as invented
from tests.gui.models.conftest import ModelsRobot

NAMES = ("list", "promote", "rollback", "challenge", "export", "import", "compare", "history")


def keep_real(robot: ModelsRobot, run_id: str = "real-1") -> RunRecord:
    """A run whose file holds a model that can be opened."""
    session = robot.window.session
    kept = runs.add_run(session.workspace, invented.run(run_id, features=makers.SCHEMA.names),
                        model_file=makers.model_file("xgboost"), out_of_fold=None)
    session.reload_runs()
    return kept


def dialog(robot: ModelsRobot) -> ExportDialog:
    found = robot.window.findChildren(ExportDialog)
    assert len(found) == 1
    return found[0]


def test_all_names_of_the_contract_are_there_with_words(robot: ModelsRobot) -> None:
    for name in NAMES:
        assert robot.find(f"models.{name}").accessibleName(), name


def test_an_empty_library_gives_a_reason_and_two_ways_on(empty: ModelsRobot) -> None:
    assert empty.tab.pages.currentIndex() == 1
    assert [made.text() for made in empty.tab.empty.buttons] == ["Go to Training", "Import…"]
    empty.qtbot.mouseClick(empty.tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert empty.window.tabs.currentWidget().objectName() == "training"


def test_the_list_tells_what_a_model_is(robot: ModelsRobot) -> None:
    assert robot.column("auc", "lgb-2") == "0.580 ± 0.020"
    assert robot.column("dates", "lgb-2") == "1970-01-01 – 1972-09-27"
    assert robot.column("parent", "lgb-2") == "xgboost xgb-1"
    assert robot.column("features", "lgb-2") == "3"
    assert robot.column("size", "lgb-2").endswith("bytes")


def test_a_champion_is_made_shown_and_rolled_back(robot: ModelsRobot) -> None:
    assert not robot.find("models.promote").isEnabled()
    robot.choose_rows("lgb-2")
    robot.click("models.promote")
    assert robot.window.session.champion == "lgb-2"
    assert "is the champion now" in robot.told
    assert not robot.find("models.promote").isEnabled()
    robot.choose_rows("cat-3")
    robot.click("models.promote")
    entries = robot.tab.history.entries
    assert [(entry.id, entry.previous) for entry in entries] == [("cat-3", "lgb-2"), ("lgb-2", None)]
    robot.click("models.rollback")
    assert robot.window.session.champion == "lgb-2"
    assert robot.tab.history.entries[0].action == "rollback"


def test_a_challenger_is_marked_told_undone_and_withdrawn(robot: ModelsRobot) -> None:
    session = robot.window.session
    robot.choose_rows("cat-3")
    assert not robot.find("models.challenge").isEnabled()
    robot.choose_rows("lgb-2")
    robot.click("models.promote")
    robot.choose_rows("cat-3")
    robot.click("models.challenge")
    assert session.challenger == "cat-3"
    assert "catboost cat-3 is the challenger now" in robot.told
    assert "Challenger · " in robot.tab.details.text
    assert robot.tab.history.entries[0].action == "challenge"
    assert robot.find("models.challenge", QPushButton).text() == "Withdraw Challenger"
    robot.click("models.challenge")
    assert session.challenger is None
    robot.window.library.undo_stack.undo()
    assert session.challenger == "cat-3"
    robot.window.library.undo_stack.undo()
    assert session.challenger is None
    robot.window.library.undo_stack.redo()
    assert (session.champion, session.challenger) == ("lgb-2", "cat-3")


def test_the_card_of_the_chosen_model_says_everything(robot: ModelsRobot) -> None:
    robot.choose_rows("lgb-2")
    text = robot.tab.details.text
    for words in ("lightgbm lgb-2", "0.580", "1,000 rows, 1970-01-01 to 1972-09-27", "lightgbm lgb-2 ← xgboost xgb-1",
                  "Learning Rate", "3.2.0"):
        assert words in text, words
    tips = {label.toolTip() for label in robot.tab.details.findChildren(QLabel)}
    assert any(tip.startswith("Lower is better.") for tip in tips)


def test_a_note_is_kept(robot: ModelsRobot) -> None:
    robot.choose_rows("lgb-2")
    robot.find("models.note").setPlainText("before the halving")
    robot.choose_rows("xgb-1")
    assert robot.window.session.run("lgb-2").note == "before the halving"
    assert robot.find("models.note").toPlainText() == ""
    robot.choose_rows("lgb-2")
    assert robot.find("models.note").toPlainText() == "before the halving"


def test_a_new_name_is_kept(robot: ModelsRobot) -> None:
    model = robot.list.records_model
    place = next(n for n, column in enumerate(model.columns) if column.key == "name")
    model.setData(model.index(model.row_of("xgb-1"), place), "Monthly", Qt.ItemDataRole.EditRole)
    assert robot.window.session.run("xgb-1").name == "Monthly"


def test_deleting_can_be_undone_from_the_message(robot: ModelsRobot) -> None:
    robot.choose_rows("lgb-2", "cat-3")
    robot.click("models.delete")
    assert {run.id for run in robot.window.session.runs} == {"xgb-1"}
    assert "Deleted 2 runs" in robot.told
    robot.click("main.messages.action")
    assert {run.id for run in robot.window.session.runs} == {"xgb-1", "lgb-2", "cat-3"}


def test_compare_says_which_is_better_and_lists_only_differences(robot: ModelsRobot) -> None:
    robot.choose_rows("xgb-1", "cat-3")
    robot.click("models.compare")
    robot.idle()
    lines = {line.name: line.values for line in robot.find("models.differences").records_model.records}
    assert "Learning Rate" in lines
    assert set(lines["Learning Rate"]) == {"0.1", "0.03"}
    assert "Depth" not in lines
    robot.find("models.compare.only").click()
    assert "Depth" in {line.name for line in robot.find("models.differences").records_model.records}
    words = robot.find("models.compare.words", QLabel).text()
    assert "difference" in words
    assert "400 rows" in words


def test_one_model_alone_cannot_be_compared(robot: ModelsRobot) -> None:
    robot.choose_rows("xgb-1")
    assert not robot.find("models.compare").isEnabled()


def test_runs_on_different_signals_are_not_compared_one_to_one(robot: ModelsRobot) -> None:
    session = robot.window.session
    invented.keep(session.workspace, invented.run("other", fingerprint="e" * 16))
    session.reload_runs()
    robot.choose_rows("xgb-1", "other")
    robot.click("models.compare")
    robot.idle()
    assert "different signals" in robot.find("models.compare.words", QLabel).text()


def test_filtering_keeps_what_matches(robot: ModelsRobot) -> None:
    robot.type("models.filter", "catb")
    assert [run.id for run in robot.list.records_model.records] == ["cat-3"]


def test_a_star_is_set_by_a_click(robot: ModelsRobot) -> None:
    index = robot.list.records_model.index(robot.list.records_model.row_of("xgb-1"), 0)
    where = robot.list.visualRect(index).center()
    robot.qtbot.mouseClick(robot.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert robot.window.session.run("xgb-1").starred


def test_export_shows_the_contents_and_writes_a_bundle_that_imports_again(robot: ModelsRobot, tmp_path: Path) -> None:
    keep_real(robot)
    robot.choose_rows("real-1")
    robot.click("models.export")
    shown = dialog(robot)
    robot.until(lambda: bool(shown.contents.records_model.records))
    entries = {entry.name for entry in shown.contents.records_model.records}
    assert {"manifest.json", "schema.json", "canary.json", "README.md"} <= entries
    target = tmp_path / "out.apbundle"
    shown.path.setText(str(target))
    robot.qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
    robot.idle()
    assert target.exists()
    assert "Exported to" in robot.told
    robot.window.opener.open(target)
    robot.idle()
    assert len(robot.window.session.runs) == 5
    assert "every byte was checked" in robot.told
    assert robot.window.tabs.currentWidget().objectName() == "models"


def test_the_bundle_is_opened_before_it_is_saved_and_the_price_of_onnx_is_shown(
    robot: ModelsRobot, tmp_path: Path
) -> None:
    pytest.importorskip("onnx", reason="needs the extra onnx")
    keep_real(robot)
    robot.choose_rows("real-1")
    robot.click("models.export")
    shown = dialog(robot)
    shown.onnx.click()
    robot.until(lambda: "ONNX" in shown.told.text())
    assert "32 canary rows gave the same scores" in shown.told.text()
    assert "largest difference of a probability was" in shown.told.text()
    assert "nobody vouches" in shown.told.text()
    assert "models/scores.onnx" in {entry.name for entry in shown.contents.records_model.records}
    target = tmp_path / "graph.apbundle"
    shown.path.setText(str(target))
    robot.qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
    robot.idle()
    from engine.bundle import reading

    assert reading.read(target).onnx is not None


@pytest.mark.parametrize(("form", "suffix"), [(2, ".flat"), (3, ".ubj")])
def test_a_compact_bundle_is_saved_only_after_its_price_was_shown(
    robot: ModelsRobot, tmp_path: Path, form: int, suffix: str
) -> None:
    keep_real(robot)
    robot.choose_rows("real-1")
    robot.click("models.export")
    shown = dialog(robot)
    shown.form.setCurrentIndex(form)
    assert not shown.ok.isEnabled()
    robot.until(lambda: "decisions that change" in shown.told.text())
    assert any(entry.name.endswith(suffix) for entry in shown.contents.records_model.records)
    target = tmp_path / "small.apbundle"
    shown.path.setText(str(target))
    robot.qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
    robot.idle()
    from engine.bundle import reading

    assert reading.read(target).card.price is not None


def test_an_option_that_cannot_be_had_says_why_and_nothing_is_saved(
    robot: ModelsRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.bundle import onnx_export
    from engine.errors import WorkbenchError

    def refusing(*_args: object, **_options: object) -> None:
        raise WorkbenchError("The model cannot be expressed in ONNX: its leaves are linear.")

    monkeypatch.setattr(onnx_export, "graph_of", refusing)
    keep_real(robot)
    robot.choose_rows("real-1")
    robot.click("models.export")
    shown = dialog(robot)
    shown.onnx.setEnabled(True)
    shown.onnx.click()
    robot.until(lambda: "linear" in shown.problem.text())
    assert not shown.ok.isEnabled()
    shown.onnx.click()
    robot.until(lambda: "canary rows" in shown.told.text())
    assert shown.ok.isEnabled()
    shown.reject()


def test_export_asks_before_it_replaces_and_cancel_is_the_default(robot: ModelsRobot, tmp_path: Path) -> None:
    keep_real(robot)
    robot.choose_rows("real-1")
    robot.click("models.export")
    shown = dialog(robot)
    target = tmp_path / "there.apbundle"
    target.write_bytes(b"precious")
    shown.path.setText(str(target))
    robot.qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
    question = shown.findChild(QMessageBox)
    assert "exists already" in question.text()
    assert question.defaultButton().text() == "Cancel"
    question.defaultButton().click()
    assert target.read_bytes() == b"precious"
    assert shown.isVisible()
    shown.reject()


@pytest.mark.parametrize(("path", "words"), [("", "no file name"), ("/nowhere/at/all.apbundle", "no folder"),
                                             ("/", "is a folder")])
def test_a_place_that_is_no_good_is_told_at_the_field(robot: ModelsRobot, path: str, words: str) -> None:
    keep_real(robot)
    robot.choose_rows("real-1")
    robot.click("models.export")
    shown = dialog(robot)
    shown.path.setText(path)
    robot.qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
    assert words in shown.problem.text()
    assert shown.path.property("invalid") == "true"
    assert shown.isVisible()
    shown.reject()


def test_a_damaged_bundle_is_refused_in_words(robot: ModelsRobot, tmp_path: Path) -> None:
    damaged = bytearray(makers.model_file("xgboost"))
    damaged[len(damaged) // 2] ^= 0xFF
    path = tmp_path / "damaged.apbundle"
    path.write_bytes(damaged)
    robot.window.opener.open(path)
    robot.idle()
    assert len(robot.window.session.runs) == 3
    assert robot.told
    assert "Traceback" not in robot.told


def test_a_bundle_that_was_taken_in_is_shown_beside_the_champion(robot: ModelsRobot, tmp_path: Path) -> None:
    robot.choose_rows("lgb-2")
    robot.click("models.promote")
    path = tmp_path / "other.apbundle"
    path.write_bytes(makers.model_file("xgboost"))
    robot.window.opener.open(path)
    robot.idle()
    assert "differs from the champion" in robot.told
    assert robot.tab.below.currentWidget() is robot.tab.comparison
    lines = {line.name: line.values for line in robot.find("models.differences").records_model.records}
    assert {"Data", "Trained on", "AUC", "Features of its own"} <= set(lines)


def test_a_bundle_that_is_dropped_anywhere_is_taken_in_and_shown(robot: ModelsRobot, tmp_path: Path) -> None:
    path = tmp_path / "sent.apbundle"
    path.write_bytes(makers.model_file("xgboost"))
    robot.window.show_tab("ensemble")
    assert robot.drop(path)
    robot.idle()
    assert robot.window.tabs.currentWidget().objectName() == "models"
    assert len(robot.window.session.runs) == 4
    assert [run.note for run in robot.tab.chosen] == ["Imported from sent.apbundle"]
    assert "every byte was checked" in robot.told
    assert "imported, unsigned" in robot.tab.details.text
    robot.choose_rows("lgb-2")
    assert "written here" in robot.tab.details.text
    foreign = tmp_path / "setup.exe"
    foreign.write_bytes(b"MZ")
    assert not robot.drop(foreign)


def test_what_cannot_be_scored_here_is_named_when_a_bundle_is_opened(
    robot: ModelsRobot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = libraries.missing
    monkeypatch.setattr(libraries, "missing",
                        lambda kind: "catboost is not installed" if kind == "catboost" else missing(kind))
    path = tmp_path / "three.apbundle"
    path.write_bytes(makers.ensemble_file())
    robot.window.opener.open(path)
    robot.idle()
    assert "catboost cannot be scored here: catboost is not installed" in robot.told
    assert "the other members share its weight" in robot.told
    assert "canary rows" not in robot.told


def test_import_asks_for_a_file_without_blocking(robot: ModelsRobot) -> None:
    robot.click("models.import")
    asked = robot.window.findChild(QFileDialog)
    assert asked.isVisible()
    asked.reject()


def test_every_button_has_a_name_and_no_mnemonic_is_left_in_words(robot: ModelsRobot) -> None:
    for made in robot.tab.findChildren(QPushButton):
        assert made.accessibleName()
        assert "&" not in made.text()
