"""What a monitor's view promises beside its figures: held views, undo, previews, alerts, notes, lost sources."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from engine.evaluation.explanation import Step, Waterfall
from engine.monitoring.rules import Rule, RuleKind
from engine.online.options import Blending, LearnerOptions
from engine.records import (
    ArrivalFigures,
    BlendPreview,
    ContributionShift,
    Corrected,
    DriftCause,
    DriftMark,
    FalseAlarms,
    FeedStatus,
    LinkState,
    SignalRow,
    StreamMark,
)
from gui.monitor.remembering import view_state
from gui.monitor.tab import MonitorTab
from gui.monitor.tile_words import flattered
from gui.monitor.undoing import BlendChange
from tests.gui.monitor.robot import MonitorRobot
from tests.gui.plots.invented import snapshot


@pytest.fixture
def opened(robot: MonitorRobot, sample_file: Path) -> MonitorRobot:
    robot.open_file(sample_file)
    return robot


def preview() -> BlendPreview:
    shares = np.linspace(0, 1, 101)
    return BlendPreview(1000, shares, 0.5 + 0.1 * shares, 0.70 - 0.1 * shares + 0.08 * shares**2)


def test_holding_the_view_does_not_hold_the_learner(opened: MonitorRobot) -> None:
    monitor = opened.start()
    opened.show(snapshot(labels=700, speed=60.0))
    opened.press("monitor.freeze")
    opened.show(snapshot(labels=1900, speed=60.0))
    assert opened.view.control.busy
    assert "pause" not in monitor.told  # the source is not held
    assert opened.view.charts.accuracy.snapshot.labels == 700
    assert "1,200 labels learnt since" in opened.find("monitor.status").text()
    opened.press("monitor.freeze")
    opened.show(snapshot(labels=2000, speed=60.0))
    assert opened.view.charts.accuracy.snapshot.labels == 2000


def test_a_drift_alarm_is_a_flag_a_line_with_its_icon_and_a_card_with_its_cause(opened: MonitorRobot) -> None:
    opened.start()
    mark = DriftMark(1200, 10**18, "adwin", "log loss", True, "ADWIN: log loss rose from 0.68 to 0.72")
    cause = DriftCause(1200, (ContributionShift("momentum", -0.21, 0.62, 3.4),), "momentum stopped going with wins")
    opened.show(snapshot(labels=1500, drifts=(mark,), causes=(cause,), marks=(), time=10**18 + 120 * 10**9))
    charts, tile = opened.view.charts, opened.view.tiles.drift
    assert [spot.symbol() for spot in charts.accuracy._flags.points()] == ["t"]
    assert tile.figure.text() == "Drift"
    assert tile.words == "momentum · 2 min ago"
    charts.accuracy.mark_chosen.emit(1200.0)  # a click on the flag, see test_live_charts
    assert charts.pages.title == "Events"
    assert charts.events.table.records_model.records[0].icon == ("triangle-alert", "warning", "Drift")
    card = charts.details.cause
    assert card.title.text() == "ADWIN raised an alarm"
    assert card.cause.text() == "momentum stopped going with wins"
    assert "62" in card._bars.itemAtPosition(0, 2).widget().text()


def test_a_share_is_tried_before_it_is_taken_and_may_be_tuned_on_the_last_labels(opened: MonitorRobot) -> None:
    monitor = opened.start()
    opened.view.blend.set_batch(True)
    monitor.preview = preview()
    opened.show(snapshot(labels=1500))
    opened.view.steering.preview()
    slider, said = opened.find("monitor.blend"), opened.find("monitor.blend.preview")
    assert "Now 58.0 % right" in said.text()
    where = QPointF(slider.width() * 0.25, slider.height() / 2)
    move = QMouseEvent(QMouseEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier)
    opened.view.blend.eventFilter(slider, move)
    assert "There, at 0.2" in said.text()
    assert not [told for told in monitor.told if told[0] == "blend"]  # pointing changes nothing
    opened.find("monitor.tune.labels").setValue(700)
    assert not [told for told in monitor.told if told[0] == "tune"]  # nothing is tuned before it is asked for
    opened.press("monitor.tune")
    assert monitor.told[-1] == ("tune", 700)
    assert not slider.isEnabled()  # the monitor moves it
    opened.find("monitor.tune.labels").setValue(900)
    assert monitor.told[-1] == ("tune", 900)
    opened.show(snapshot(labels=1600, blend=0.35))
    opened.view.steering.preview()
    assert slider.value() == 35
    assert opened.view.request().tune_on == 900  # the next start tunes on
    opened.library.undo_stack.undo()
    opened.library.undo_stack.undo()
    assert monitor.told[-1] == ("tune", 0)
    assert slider.isEnabled()


def test_the_blend_and_its_way_can_be_taken_back(opened: MonitorRobot) -> None:
    monitor = opened.start()
    opened.view.blend.set_batch(True)
    slider = opened.find("monitor.blend")
    slider.setFocus()
    for _ in range(5):
        opened.qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 75
    opened.press("monitor.blending.rolling")
    assert monitor.told[-1] == ("blend", "rolling")
    opened.library.undo_stack.undo()
    assert monitor.told[-1] == ("blend", "fixed")
    opened.library.undo_stack.undo()  # the five steps are one change
    assert slider.value() == 80
    assert monitor.told[-1] == ("blend", pytest.approx(0.80))
    opened.library.undo_stack.redo()
    assert slider.value() == 75


def test_moves_of_the_slider_that_are_apart_are_changes_of_their_own() -> None:
    times = iter([0.0, 10.0])
    first, later = (BlendChange(*ends, lambda value: None, "owner", clock=lambda: next(times))
                    for ends in ((0.8, 0.7), (0.7, 0.6)))
    assert not first.mergeWith(later)


def test_the_latency_tile_says_the_recorded_p99_against_the_budget(opened: MonitorRobot) -> None:
    opened.start()
    latency = np.concatenate([np.full(980, 0.2), np.full(20, 1.75)])
    opened.show(snapshot(labels=900, speed=60.0, latency_p50=0.2, latency_p99=float(np.percentile(latency, 99))))
    tile = opened.view.tiles.latency
    assert tile.figure.text() == "1.75 ms"
    assert tile.words == "over 1 ms"
    assert tile.detail.property("role") == "warning"


def test_a_start_with_a_field_that_holds_nothing_marks_it_and_says_what_to_do(opened: MonitorRobot) -> None:
    field = opened.view.learner.form.fields["half_life_events"]
    field.setText("0Member")
    opened.press("monitor.start")
    assert not opened.requests
    assert opened.view.learner.fold.is_open
    assert field.property("invalid") == "true"
    assert "Half-life in labels is “0Member”. Give a number" in opened.messages.history[-1].text
    field.setText("500")
    opened.press("monitor.start")
    opened.qtbot.waitUntil(lambda: bool(opened.requests))


def test_a_lost_source_is_said_where_the_source_stands_with_a_countdown(opened: MonitorRobot) -> None:
    opened.start()
    away = FeedStatus("redis://here/signals", "redis", LinkState.AWAY,
                      "Last event 14 s ago, reconnecting, next try in 3 s.", 14.0, 3.0)
    opened.show(snapshot(labels=900, feeds=(away,)))
    status = opened.find("monitor.status")
    assert "14 s ago" in status.text()
    opened.show(snapshot(labels=900, events=925, feeds=(dataclasses.replace(
        away, words="Last event 15 s ago, reconnecting, next try in 2 s.", next_try=2.0),)))
    assert "next try in 2 s" in status.text()
    assert opened.view.control.busy
    opened.show(snapshot(labels=950, feeds=(dataclasses.replace(away, state=LinkState.LIVE),)))
    assert "Running" in status.text()


def test_a_rule_that_begins_to_hold_is_told_in_strip_panel_list_and_on_the_desktop(opened: MonitorRobot) -> None:
    opened.tab.set_rules((Rule(RuleKind.PENDING, 30.0, retrain=True),))
    monitor = opened.start()
    opened.show(snapshot(labels=900, pending=40))
    opened.qtbot.waitUntil(lambda: bool(opened.view.control.rules.holding), timeout=3000)
    message = opened.messages.history[-1]
    assert message.what == "Pending labels above 30: 40 now"
    assert message.action[0] == "Retrain…"
    assert opened.find("monitor.alerts").text() == message.what
    assert ("alert", message.what, None) in monitor.told
    opened.qtbot.waitUntil(lambda: opened.view.charts.events.table.records_model.records[0].icon[0] == "bell",
                           timeout=3000)
    assert opened.desktop in ([], [("Monitor: btc_1h.csv", message.what)])  # the window may be in front here
    opened.show(snapshot(labels=950, pending=20))
    opened.qtbot.waitUntil(lambda: not opened.view.control.rules.holding, timeout=3000)
    assert opened.find("monitor.alerts").text() == "Quiet; 1 rule is on."


def test_the_desktop_hears_of_an_alert_while_the_window_is_not_in_front(opened: MonitorRobot) -> None:
    opened.tab.set_rules((Rule(RuleKind.PENDING, 30.0), Rule(RuleKind.LABELS, 10.0, notify=False)))
    opened.notifier._in_front = lambda: False
    opened.start()
    opened.show(snapshot(labels=900, pending=40))
    opened.qtbot.waitUntil(lambda: bool(opened.desktop), timeout=3000)
    assert opened.desktop == [("Monitor: btc_1h.csv", "Pending labels above 30: 40 now")]


def test_rules_are_kept_in_the_workspace_and_can_be_taken_back(opened: MonitorRobot) -> None:
    from engine.monitoring.rules import load_rules

    before = opened.tab.rules
    rules = (Rule(RuleKind.PENDING, 30.0),)
    opened.tab.set_rules(rules)
    assert load_rules(opened.session.folder) == rules
    opened.library.undo_stack.undo()
    assert load_rules(opened.session.folder) == before == opened.view.control.rules.rules or opened.tab.rules == before


def test_a_note_is_written_at_the_place_that_was_asked_for(opened: MonitorRobot) -> None:
    monitor = opened.start()
    opened.show(snapshot(labels=900))
    opened.view.charts.accuracy.place_wanted.emit(431.6)  # a click with Shift
    dialog = opened.tab.window().findChild(QWidget, "monitor.note.dialog")
    assert not dialog.save.isEnabled()
    dialog.text.setPlainText("Exchange was down")
    opened.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert monitor.told[-1] == ("note", "Exchange was down", 432)
    model = opened.view.charts.events.table.records_model
    opened.qtbot.waitUntil(lambda: [line.icon[2] for line in model.records] == ["Blend", "Drift", "Note"], timeout=3000)
    assert model.records[-1].event == 432


def test_a_signal_tells_what_made_its_score(opened: MonitorRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    monitor = opened.start()
    monitor.signals = (SignalRow("s-2", 10**18, 0.61, None, None, float("nan")),
                       SignalRow("s-1", 10**18, 0.44, 1, 10**18, 1.5))
    found = Waterfall(0, -0.2, (Step("momentum", "1.2", 0.5, -0.2, 0.3),), 0.3, 0.574)
    asked: list[str] = []
    charts = opened.view.charts
    monkeypatch.setattr(charts.details, "_explain",
                        lambda row: (asked.append(row.id), charts.details.show_reasons(found, "LightGBM 42")))
    charts.pages.show_page("Events")
    charts.events.buttons["signals"].click()
    opened.show(snapshot(labels=1000))
    assert [charts.events.signals.records_model.data(charts.events.signals.records_model.index(row, 3))
            for row in range(2)] == ["pending", "win  +1.50 R · wrong"]
    charts.events.signals.selectRow(1)
    assert asked == ["s-1"]
    assert "momentum" in charts.details.reasons.description
    assert "s-1" in charts.details.about.text()


def test_figures_stand_beside_what_they_come_to_with_late_labels(opened: MonitorRobot) -> None:
    opened.start()
    figures = ArrivalFigures(1000, 0.07, Corrected(0.41, 0.38), Corrected(0.58, 0.57), Corrected(0.1, -0.02))
    opened.show(snapshot(labels=900, arrival=figures))
    late = opened.view.charts.late
    assert [cell.text() for cell in late.cells["win_rate"]] == ["41.0 %", "38.0 %"]
    assert late.cells["expected_r"][1].text() == "-0.020 R"
    assert "7.0 % of the last 1,000 signals wait" in late.words.text()


def test_zooming_asks_for_more_detail_than_a_snapshot_has_and_moves_every_chart(opened: MonitorRobot) -> None:
    monitor = opened.start()
    opened.show(snapshot(labels=5000))
    charts = opened.view.charts
    box = charts.accuracy.plot.getViewBox()
    box.setXRange(1000, 1200, padding=0)
    box.sigRangeChangedManually.emit(box.mouseEnabled())
    opened.qtbot.waitUntil(lambda: any(told[0] == "history" for told in monitor.told), timeout=3000)
    asked = next(told for told in monitor.told if told[0] == "history")
    assert asked[1:] == pytest.approx((800.0, 1400.0))
    for panel in charts.live:
        assert panel.plot.getViewBox().viewRange()[0] == pytest.approx([1000, 1200])
    charts.drift.reset_zoom()
    assert box.viewRange()[0][1] > 5000


def test_several_monitors_stand_in_tabs_or_side_by_side_each_with_its_own_source(
    opened: MonitorRobot, tmp_path: Path
) -> None:
    opened.start()
    first = opened.view
    opened.press("monitor.add")
    second = opened.view
    assert second is not first
    assert opened.tab.bar.count() == 2
    assert second.control._slot != first.control._slot
    other = tmp_path / "other.csv"
    other.write_text("label,a\n1,2\n")
    second.take_file(other)
    opened.qtbot.mouseClick(second.source.start, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(lambda: second.control.known, timeout=3000)
    assert first.control.busy
    assert second.control.busy  # beside each other, not one after the other
    assert opened.requests[1].path == other
    second.tools.buttons["beside"].click()
    assert first.isVisible()
    assert second.isVisible()
    monitor = opened.monitor
    second.tools.buttons["close"].click()
    opened.qtbot.waitUntil(lambda: "stop" in monitor.told, timeout=3000)
    assert opened.tab.views == [first]
    assert not opened.tab.beside
    opened.requests_ended()


def test_the_batch_model_follows_the_champion_until_the_user_chooses(opened: MonitorRobot) -> None:
    panel = opened.view.source
    from tests.gui.monitor.robot import run

    panel.set_runs([], None)
    panel.set_runs([run("a"), run("b")], "b")
    assert panel.champion_id == "b"
    panel.champion.setCurrentIndex(panel.champion.findData("a"))
    panel.champion.activated.emit(panel.champion.currentIndex())
    panel.set_runs([run("a"), run("b")], "b")
    assert panel.champion_id == "a"


def test_each_detector_tells_its_false_alarms_on_this_stream(opened: MonitorRobot) -> None:
    opened.start()
    opened.show(snapshot(labels=2000, detectors=(FalseAlarms("adwin", 0.0, 0.0, 50),
                                                 FalseAlarms("hddm-a", 1.25, 0.4, 50))))
    assert "ADWIN 0.0, HDDM_A 1.2" in opened.find("monitor.cries").text()


def test_figures_are_flattered_only_while_their_labels_were_seen_in_training() -> None:
    shot = snapshot(labels=1500, contaminated=400)
    timed = dataclasses.replace(shot, curves=dataclasses.replace(shot.curves, time=shot.curves.event * 10))
    assert flattered(timed)  # nobody tells which
    assert flattered(dataclasses.replace(timed, shaded=(0, 12_000)))
    assert not flattered(dataclasses.replace(timed, shaded=(0, 9_000)))  # 900 of 1,500 labels
    assert not flattered(dataclasses.replace(timed, contaminated=0))


def test_monitors_come_back_as_they_were_set_up_and_none_starts_by_itself(opened: MonitorRobot, tmp_path: Path) -> None:
    from gui.dialogs.connect import Connection

    opened.view.take_options(LearnerOptions(learning_rate=0.02, batch_weight=0.35, blending=Blending.ROLLING))
    opened.view.side.days.setValue(12)
    opened.press("monitor.add")
    opened.view.take_live(Connection("redis://here:6379/0?stream=signals"))
    state = json.loads(json.dumps(opened.tab.state()))
    again = MonitorTab(session=opened.session, jobs=opened.jobs, messages=opened.messages, opener=opened.opener,
                       library=opened.library, notifier=opened.notifier, show_tab=print)
    opened.qtbot.addWidget(again)
    again.restore(state)
    first, second = again.views
    assert first.options() == LearnerOptions(learning_rate=0.02, batch_weight=0.35, blending=Blending.ROLLING)
    assert first.side.days.value() == 12
    assert second.source.connection.address == "redis://here:6379/0?stream=signals"
    assert not first.control.busy
    again.restore({"monitors": [{"file": str(tmp_path / "gone.csv"), "champion": "gone", "speed": 7.5}, "nonsense"]})


def test_the_commands_of_the_menu_do_what_the_buttons_do(opened: MonitorRobot) -> None:
    opened.tab.act("note")  # nothing runs: nothing happens
    opened.tab.act("start")
    opened.qtbot.waitUntil(lambda: opened.view.control.known, timeout=3000)
    opened.tab.act("freeze")
    assert opened.view.frozen
    opened.tab.act("pause")
    opened.tab.act("stop")
    assert opened.monitor.told == ["pause", "stop"]
    opened.tab.act("machine")
    assert opened.view.stack.currentIndex() == 1
    opened.tab.act("add")
    assert len(opened.tab.views) == 2


def test_marks_of_every_kind_have_words(opened: MonitorRobot) -> None:
    opened.start()
    kinds = ("note", "blend", "alert", "away", "something-new")
    opened.show(snapshot(labels=900, drifts=(), marks=tuple(StreamMark(100 * n, None, kind, f"words {n}")
                                                            for n, kind in enumerate(kinds, start=1))))
    assert [line.icon[2] for line in opened.view.charts.events.table.records_model.records] == [
        "Something-new", "Source away", "Alert", "Blend", "Note"]


def test_a_change_of_the_champion_is_a_flag_in_every_chart_and_a_line_in_the_list(opened: MonitorRobot) -> None:
    opened.start()
    marks = (StreamMark(400, 10**18, "retrained", "Retrained: xgb 2 learnt from 4,000 signals."),
             StreamMark(500, 10**18, "challenger", "xgb 2 challenges the champion (chosen by hand)."),
             StreamMark(900, 10**18, "swap", "xgb 2 is the champion now; before it was xgb 1 (better)."))
    opened.show(snapshot(labels=1500, marks=marks, drifts=()))
    charts = opened.view.charts
    for chart in (charts.accuracy, charts.drift):
        assert [mark.short for mark in chart._marks] == ["retrained", "challenger", "champion"]
        assert "xgb 2 is the champion now" in chart._readout(900.0, 0.5)
    lines = charts.events.table.records_model.records
    assert [line.icon[2] for line in lines] == ["Champion", "Challenger", "Retrained"]
    assert lines[0].words == "xgb 2 is the champion now; before it was xgb 1 (better)."


def test_how_long_events_are_kept_and_where_they_are_copied_to_is_asked_for_at_the_start(opened: MonitorRobot) -> None:
    keeping = opened.view.side.keeping
    keeping.fold.set_open(True)
    opened.qtbot.keyClicks(keeping.keep, "soon")
    opened.press("monitor.start")
    assert not opened.requests
    assert "no time or size" in opened.messages.history[-1].what
    keeping.keep.clear()
    opened.qtbot.keyClicks(keeping.keep, "30d")
    opened.qtbot.keyClicks(keeping.copy_to, "redis://me:hunter2@h/0?stream=events")
    opened.start()
    (request,) = opened.requests
    assert (request.keep_events, request.events_to) == ("30d", "redis://me@h:6379/0?stream=events")
    assert request.events_secret is not None
    assert request.events_secret.reveal() == "hunter2"
    assert "hunter2" not in repr(view_state(opened.view)) + keeping.copy_to.text()
    assert keeping.fold.summary.text() == "for 30d, copied"


def test_a_caption_that_has_no_room_keeps_its_name_and_tells_the_rest_when_pointed_at(opened: MonitorRobot) -> None:
    tile = opened.view.tiles.accuracy
    opened.start()
    opened.show(snapshot(labels=1500))
    tile.setFixedWidth(300)
    assert tile.caption.text().startswith("Accuracy · last")
    assert not tile.caption.toolTip()
    tile.setFixedWidth(100)
    assert tile.caption.text() == "Accuracy"
    assert tile.caption.toolTip().startswith("Accuracy · last")
    tile.setFixedWidth(66)
    assert tile.caption.text().endswith("…")
