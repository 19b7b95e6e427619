"""The Ensemble tab, driven as a user drives it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.data.table import SignalTable
from engine.ensemble.options import Method
from engine.evaluation.intervals import delong
from engine.evaluation.metrics import auc
from engine.progress import Progress
from engine.records import Asked, Comparison, Exposure, Interval
from gui.ensemble.compatibility import reason_against
from gui.ensemble.preview import preview
from gui.ensemble.result_panel import tone_of
from tests.gui import library as invented
from tests.gui.ensemble.robot import NEXT, EnsembleRobot, report, table

NAMES = ("members", "method", "build", "weights", "plot.auc", "plot.correlation", "save")


@pytest.fixture
def ready(robot: EnsembleRobot) -> EnsembleRobot:
    robot.keep(invented.run("a"), invented.run("b", kind="lightgbm"), invented.run("c", kind="catboost"))
    robot.open_table()
    return robot


def box(robot: EnsembleRobot, run_id: str):
    model = robot.find("ensemble.members").records_model
    return model.index(model.row_of(run_id), 0)


def test_all_names_of_the_contract_are_there_with_words(ready: EnsembleRobot) -> None:
    for name in NAMES:
        widget = ready.find(f"ensemble.{name}")
        assert widget is not None, name
        assert widget.accessibleName(), name


def test_without_models_there_is_a_reason_and_a_way_on(robot: EnsembleRobot) -> None:
    assert robot.tab.pages.currentIndex() == 1
    robot.qtbot.mouseClick(robot.tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert robot.tabs_shown == ["training"]


def test_the_newest_of_each_library_is_ticked_at_first(ready: EnsembleRobot) -> None:
    assert {run.id for run in ready.tab.members.chosen} == {"a", "b", "c"}
    assert "3 of 4" in ready.tab.members.count.text()


def test_a_box_is_ticked_by_mouse_and_by_the_space_key(ready: EnsembleRobot) -> None:
    members = ready.find("ensemble.members")
    model = members.records_model
    assert model.setData(box(ready, "a"), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert {run.id for run in ready.tab.members.chosen} == {"b", "c"}
    members.setCurrentIndex(box(ready, "a").siblingAtColumn(2))
    ready.qtbot.keyClick(members, Qt.Key.Key_Space)
    assert {run.id for run in ready.tab.members.chosen} == {"a", "b", "c"}


def test_unsuitable_models_are_disabled_and_say_why(ready: EnsembleRobot) -> None:
    ready.keep(invented.run("d", features=("momentum", "volume")), invented.run("e", kind="ensemble"))
    assert "lacks 1 of its features: volume" in ready.tab.members.reasons["d"]
    assert "ensemble itself" in ready.tab.members.reasons["e"]
    index = box(ready, "d")
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "volume" in index.data(Qt.ItemDataRole.ToolTipRole)
    ready.tab.members.choose(["a", "d"])
    assert [run.id for run in ready.tab.members.chosen] == ["a"]


def test_before_a_build_the_members_own_scores_are_compared(ready: EnsembleRobot) -> None:
    auc = ready.find("ensemble.plot.auc")
    assert len(auc.records) == 3
    assert "0.560" in auc.description


def test_a_build_shows_scores_weights_agreement_and_the_gain_in_words(ready: EnsembleRobot) -> None:
    ready.build()
    labels = [record.series.label for record in ready.find("ensemble.plot.auc").records]
    assert labels[:2] == ["Ensemble", "Equal weights"]
    assert len(labels) == 5
    assert ready.find("ensemble.plot.correlation").names == ("member c", "member b", "member a")
    assert "No evidence that the ensemble is better" in ready.find("ensemble.gain").text()
    assert NEXT.words in ready.find("ensemble.gain").text()
    assert ready.tab.result.property("level") == "warning"  # the interval includes 0
    assert sum(ready.tab.weights.weights.values()) == pytest.approx(1.0)
    assert "0.570" in ready.find("ensemble.headline").text()


def test_a_gain_beyond_doubt_is_green_and_a_loss_red(ready: EnsembleRobot) -> None:
    ready.answer = {"gain": (0.01, 0.002, 0.02)}
    ready.build()
    assert ready.tab.result.property("level") == "good"
    assert tone_of(Comparison("a", "b", Interval(-0.02, -0.03, -0.01), 0.01, "")) == "error"
    assert tone_of(None) == "warning"


def test_the_fallback_is_said(ready: EnsembleRobot) -> None:
    ready.answer = {"fallback": "Equal weights are used: 60 rows are too few."}
    ready.build()
    assert "Equal weights are used" in ready.find("ensemble.fallback").text()
    assert ready.find("ensemble.fallback").isVisible()


def test_the_method_is_what_is_asked_for(ready: EnsembleRobot) -> None:
    method = ready.find("ensemble.method")
    method.setCurrentIndex(method.findText("Stacking"))
    ready.build()
    assert ready.orders[0][1].method is Method.STACKING
    assert "logistic" in ready.tab.method.help.text()


def test_without_signals_build_says_what_to_open(robot: EnsembleRobot) -> None:
    robot.keep(invented.run("a"), invented.run("b"))
    robot.press("ensemble.build")
    assert not robot.orders
    assert "no signals to score" in robot.messages.history[-1].text
    assert "Open the file" in robot.find("ensemble.status").text()


def test_one_member_is_refused_in_words(ready: EnsembleRobot) -> None:
    ready.tab.members.choose(["a"])
    ready.press("ensemble.build")
    assert not ready.orders
    assert "at least two members" in ready.messages.history[-1].text


def test_moving_a_slider_keeps_the_sum_holds_locks_and_scores_the_mix(ready: EnsembleRobot) -> None:
    ready.build()
    panel = ready.tab.weights
    panel.rows["b"].lock.click()
    before = panel.weights["b"]
    panel.rows["a"].slider.setValue(600)
    assert panel.weights["a"] == pytest.approx(0.6)
    assert panel.weights["b"] == before
    assert sum(panel.weights.values()) == pytest.approx(1.0)
    ready.qtbot.waitUntil(lambda: "Your weights" in ready.find("ensemble.headline").text(), timeout=3000)
    assert "expect a little less" in ready.find("ensemble.fallback").text()
    ready.qtbot.waitUntil(lambda: "better than" in ready.find("ensemble.gain").text(), timeout=3000)
    assert ready.find("ensemble.plot.auc").records[0].series.label == "Your weights"
    ready.press("ensemble.as_built")
    assert "Ensemble AUC" in ready.find("ensemble.headline").text()


def test_saving_own_weights_builds_with_them(ready: EnsembleRobot) -> None:
    ready.build()
    ready.tab.weights.move("a", 0.8)
    ready.find("ensemble.name").setText("By hand")
    ready.press("ensemble.save")
    ready.qtbot.waitUntil(lambda: len(ready.orders) == 2, timeout=3000)
    options = ready.orders[1][1]
    assert options.method is Method.BLENDING
    assert options.weights["a"] == pytest.approx(0.8)
    assert options.name == "By hand"
    ready.qtbot.waitUntil(lambda: not ready.tab.weights.given, timeout=3000)


def test_saving_what_was_built_names_it_in_the_library(ready: EnsembleRobot) -> None:
    ready.build()
    ready.keep(invented.run("ens-1", kind="ensemble"))
    ready.find("ensemble.name").setText("Autumn mix")
    ready.press("ensemble.save")
    assert ready.session.run("ens-1").name == "Autumn mix"
    assert "kept in the library" in ready.messages.history[-1].text


def test_cancel_ends_the_build_and_keeps_nothing(ready: EnsembleRobot) -> None:
    ready.hold = True
    ready.press("ensemble.build")
    ready.qtbot.waitUntil(lambda: "Fitting" in ready.find("ensemble.status").text(), timeout=3000)
    assert not ready.find("ensemble.build").isEnabled()
    ready.press("ensemble.cancel")
    ready.qtbot.waitUntil(lambda: ready.find("ensemble.build").isEnabled(), timeout=3000)
    assert ready.tab.report is None
    assert "Cancelled" in ready.find("ensemble.status").text()


def test_other_members_put_the_old_answer_away(ready: EnsembleRobot) -> None:
    ready.build()
    ready.tab.add_members(["a"])
    ready.tab.members.choose(["a", "b"])
    assert ready.tab.report is None
    assert not ready.find("ensemble.save").isVisible()
    assert "Build again" in ready.find("ensemble.gain").text()


def test_a_preview_scores_the_mix_as_the_engine_does() -> None:
    found = preview(report(["a", "b"]), {"a": 0.25, "b": 0.75}, progress=Progress())
    built = report(["a", "b"])
    mixed = 0.25 * built.predictions[0] + 0.75 * built.predictions[1]
    assert found.auc.value == pytest.approx(delong(built.out_of_fold.label, mixed).value)


def later(days: int) -> SignalTable:
    return table(fingerprint="other", last_day=days)


def test_rows_that_a_model_has_seen_do_not_suit_it() -> None:
    seen = invented.run("a", model_path="x")
    assert "holds none later" in reason_against(seen, later(900))
    assert reason_against(seen, later(1200)) == ""
    continued = invented.run("b", model_path="x", fingerprint="x", exposure=(Exposure("other", 9, 0, 1, 2),))
    assert "these very rows" in reason_against(continued, later(1200))
    assert reason_against(seen, None) == ""
    assert "no model" in reason_against(invented.run("c", status="failed", model_path=""), None)


def test_a_model_without_times_is_not_refused_for_its_time() -> None:
    unknown = invented.run("a", model_path="x", exposure=(Exposure("y", 9, None, None, None),), fingerprint="z")
    assert reason_against(unknown, later(10)) == ""
    assert np.isfinite(later(10).time).all()


def test_a_role_goes_with_its_member(ready: EnsembleRobot) -> None:
    members = ready.find("ensemble.members")
    model = members.records_model
    index = model.index(model.row_of("a"), 1)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.setData(index, " monthly=1 ", Qt.ItemDataRole.EditRole)
    assert index.data() == "monthly1"
    ready.build()
    assert "monthly1=a" in ready.orders[0][0]


def test_where_others_are_used_the_methods_own_score_is_shown_beside_them(ready: EnsembleRobot) -> None:
    ready.answer = {"fallback": "Equal weights are used.",
                    "asked": Asked({"a": 1.0}, invented.scores(0.569), "The blend and what is used rank alike.")}
    ready.build()
    assert "Blending itself: AUC 0.569" in ready.find("ensemble.fallback").text()
    labels = [record.series.label for record in ready.find("ensemble.plot.auc").records]
    assert "Blending, not used" in labels


def test_curves_contributions_and_disagreement_have_their_pages(ready: EnsembleRobot) -> None:
    ready.build()
    ready.qtbot.waitUntil(lambda: bool(ready.find("ensemble.plot.roc").records), timeout=3000)
    labels = [record.series.label for record in ready.find("ensemble.plot.roc").records]
    assert labels == ["Ensemble", "member c", "member b", "member a"]
    assert len(ready.find("ensemble.plot.calibration").records) == 4
    ready.tab.charts.pages.show_page("Members")
    brought = ready.find("ensemble.contributions").records_model
    assert brought.rowCount() == 3
    assert brought.index(0, 3).data().count("to") == 1
    apart = ready.find("ensemble.disagreements").records_model
    gaps = [record.high - record.low for record in apart.records]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] > 0


def test_promote_and_export_are_of_what_was_built(ready: EnsembleRobot) -> None:
    ready.build()
    ready.keep(invented.run("ens-1", kind="ensemble"))
    ready.press("ensemble.promote")
    assert ready.session.champion == "ens-1"
    ready.press("ensemble.export")
    assert ready.exported == ["ens-1"]
    ready.tab.weights.move("a", 0.8)
    ready.qtbot.waitUntil(lambda: not ready.find("ensemble.export").isEnabled(), timeout=3000)
    assert "Save these weights first" in ready.find("ensemble.promote").toolTip()


def test_a_build_that_nobody_kept_makes_room_for_the_next_one(ready: EnsembleRobot) -> None:
    ready.build()
    ready.keep(invented.run("ens-1", kind="ensemble"))
    assert ready.find("ensemble.kept").text() == "Not saved yet"
    first = ready.tab.report
    ready.press("ensemble.build")
    ready.qtbot.waitUntil(lambda: ready.tab.report is not first, timeout=3000)
    assert ready.session.run("ens-1") is None


def test_a_build_that_was_saved_stays(ready: EnsembleRobot) -> None:
    ready.build()
    ready.keep(invented.run("ens-1", kind="ensemble"))
    ready.press("ensemble.save")
    assert ready.find("ensemble.kept").text() == ""
    first = ready.tab.report
    ready.press("ensemble.build")
    ready.qtbot.waitUntil(lambda: ready.tab.report is not first, timeout=3000)
    assert ready.session.run("ens-1") is not None


def test_the_scores_follow_under_the_sliders(ready: EnsembleRobot) -> None:
    ready.build()
    assert "AUC 0.5700" in ready.find("ensemble.live").text()
    ready.tab.weights.move("a", 1.0)
    place = [member.id for member in ready.tab.report.members].index("a")
    kept = ready.tab.report.out_of_fold
    exact = auc(kept.label, ready.tab.report.predictions[place])
    ready.qtbot.waitUntil(lambda: f"AUC {exact:.4f}" in ready.find("ensemble.live").text(), timeout=3000)
    assert "Expected R" in ready.find("ensemble.live").text()


def test_the_online_learner_can_be_ticked_beside_the_runs(ready: EnsembleRobot) -> None:
    model = ready.find("ensemble.members").records_model
    assert "Learns from the open file" in model.index(model.row_of("online"), 4).data()
    assert model.setData(box(ready, "online"), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    ready.build()
    assert ready.orders[0][0][-1] == "online"

