"""What the tab makes of a real journal: the time machine, rules asked of the past, a file to retrain on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from engine.data.loading import load_table
from engine.monitoring.heartbeat import signs
from engine.monitoring.monitor import Monitor
from engine.monitoring.recorded import journals, read_journal
from engine.monitoring.sources.file import FileSource
from engine.online.options import Blending, LearnerOptions
from engine.online.recording import rerun
from gui.dialogs.connect import Connection
from gui.monitor.rules_dialog import RulesDialog
from gui.monitor.time_machine import TimeMachine
from gui.monitor.watching import watch
from tests.engine.online.made import Arithmetic, make_table
from tests.gui.monitor.robot import MonitorRobot
from tests.gui.plots.invented import snapshot

ROWS = 1500
PATIENCE = 30_000


def run_one(folder: Path) -> Monitor:
    source = FileSource(make_table(ROWS), words="/data/made.csv")
    monitor = Monitor(source, LearnerOptions(window=200, batch_weight=0.6), champion=Arithmetic(source.schema),  # type: ignore[arg-type]
                      folder=folder)
    monitor.run()
    return monitor


@pytest.fixture
def recorded(robot: MonitorRobot) -> MonitorRobot:
    run_one(robot.session.workspace.root)
    return robot


@pytest.fixture
def machine(recorded: MonitorRobot) -> TimeMachine:
    recorded.open_file(Path("/data/made.csv"))
    recorded.press("monitor.time_machine")
    made = recorded.view.machine
    recorded.qtbot.waitUntil(lambda: made._recorded is not None, timeout=PATIENCE)
    return made


def test_the_journal_is_found_and_shown_as_it_was(machine: TimeMachine, recorded: MonitorRobot) -> None:
    assert machine.journal.currentText().startswith("made.csv · ")
    (kept,) = journals(recorded.session.workspace.root)
    _, found = read_journal(kept.path)
    assert machine._recorded.state_hash == found.state_hash
    assert machine.chart.other is None
    assert machine.options.value() == machine._recording.options  # untouched sliders change no digit
    assert machine.options.share.value() == 60


def test_the_curve_follows_the_slider_and_the_figures_are_those_of_a_rerun(
    machine: TimeMachine, recorded: MonitorRobot
) -> None:
    slider = machine.options.half_life
    slider.setFocus()
    recorded.qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    machine.options.blending.set_value(Blending.ADAPTIVE)
    machine.options.blending.changed.emit()
    recorded.qtbot.waitUntil(lambda: machine.chart.other is not None, timeout=PATIENCE)
    options = machine.options.value()
    assert options.half_life_events > 0
    assert options.blending is Blending.ADAPTIVE
    expected = rerun(machine._recording, options)
    recorded.qtbot.waitUntil(lambda: machine.chart.other.state_hash == expected.state_hash, timeout=PATIENCE)
    assert machine.figures.cells["Log loss"][1].text() == f"{expected.log_loss:.4f}"
    assert "with these settings" in machine.chart.description
    recorded.press("monitor.machine.reset")
    assert machine.chart.other is None
    assert machine.options.value() == machine._recording.options


def test_settings_go_to_the_next_start_and_back_is_live(machine: TimeMachine, recorded: MonitorRobot) -> None:
    recorded.find("monitor.machine.share").setValue(33)
    recorded.find("monitor.machine.rate").setValue(150)
    recorded.press("monitor.machine.use")
    recorded.press("monitor.machine.back")
    assert recorded.view.stack.currentIndex() == 0
    options = recorded.view.options()
    assert options.batch_weight == 0.33
    assert options.learning_rate == machine.options.value().learning_rate != LearnerOptions().learning_rate


def test_without_a_journal_the_time_machine_says_what_to_do(robot: MonitorRobot, sample_file: Path) -> None:
    robot.open_file(sample_file)
    robot.press("monitor.time_machine")
    said = robot.find("monitor.machine.said")
    robot.qtbot.waitUntil(lambda: "Run a monitor first" in said.text(), timeout=PATIENCE)
    assert not robot.find("monitor.machine.use").isEnabled()


def test_each_trigger_tells_how_often_it_would_have_fired_and_a_wrong_one_is_marked(recorded: MonitorRobot) -> None:
    (kept,) = journals(recorded.session.workspace.root)
    used: list[object] = []
    dialog = RulesDialog(recorded.tab, recorded.tab.rules, jobs=recorded.jobs, journal=kept.path, use=used.append)
    dialog.open()
    recorded.qtbot.waitUntil(lambda: "recorded labels" in dialog.past.text(), timeout=PATIENCE)
    answer = recorded.find("monitor.rule.accuracy.answer")
    assert answer.text() == "would have fired 0× in all that is recorded"
    limit = recorded.find("monitor.rule.accuracy.limit")
    limit.selectAll()
    recorded.qtbot.keyClicks(limit, "99.9")
    assert int(answer.text().split("fired ")[1].split("×")[0]) >= 1
    assert "not in the journal" in recorded.find("monitor.rule.latency.answer").text()
    limit.selectAll()
    recorded.qtbot.keyClicks(limit, "520")
    recorded.press("monitor.rules.save")
    assert not used
    assert limit.property("invalid") == "true"
    limit.selectAll()
    recorded.qtbot.keyClicks(limit, "55")
    recorded.press("monitor.rules.save")
    assert used[0][0].limit == pytest.approx(0.55)


def test_retrain_opens_training_with_the_labelled_signals_of_the_last_days(
    recorded: MonitorRobot, sample_file: Path
) -> None:
    (kept,) = journals(recorded.session.workspace.root)
    recorded.open_file(sample_file)
    recorded.start()
    recorded.show(snapshot(labels=900, journal=str(kept.path)))
    recorded.find("monitor.retrain.days").setValue(1)
    recorded.press("monitor.retrain")
    recorded.qtbot.waitUntil(lambda: recorded.tabs_shown == ["training"], timeout=PATIENCE)
    recorded.qtbot.waitUntil(lambda: recorded.session.data is not None, timeout=PATIENCE)
    path, roles = recorded.session.path, recorded.session.roles
    assert path.parent == recorded.session.workspace.exports
    assert (roles.label, roles.time, roles.label_time) == ("win", "signal_time", "label_time")
    assert len(load_table(path, roles)) == ROWS
    assert "labelled signals of the monitor" in recorded.messages.history[-1].text


def test_a_signal_of_a_real_journal_is_explained_by_the_online_model(recorded: MonitorRobot, sample_file: Path) -> None:
    source = FileSource(make_table(400), words="made")
    monitor = Monitor(source, LearnerOptions(window=200), folder=recorded.session.workspace.root)
    monitor.run()
    recorded.open_file(sample_file)
    recorded.start()
    recorded.view.control._monitor = monitor
    row = monitor.recent(1)[0]
    details = recorded.view.charts.details
    details.show_signal(row)
    recorded.qtbot.waitUntil(lambda: details.reasons.record is not None, timeout=PATIENCE)
    assert {step.feature for step in details.reasons.record.steps} <= {"x0", "x1", "x2", "x3"}


def test_a_monitor_that_runs_elsewhere_is_watched_and_not_steered(
    robot: MonitorRobot, sample_file: Path, tmp_path: Path
) -> None:
    robot.open_file(sample_file)
    folder = tmp_path / "headless"
    headless = Monitor(FileSource(make_table(4000), words="made", speed=200.0), LearnerOptions(window=200),
                       folder=folder)
    thread = threading.Thread(target=headless.run)
    thread.start()
    try:
        robot.qtbot.waitUntil(lambda: any(sign.alive for sign in signs(folder)), timeout=PATIENCE)
        robot.view.control._watch = watch
        robot.view.chooser.take_workspace(folder)
        assert robot.find("monitor.source").currentText() == "Running in headless"
        robot.press("monitor.start")
        robot.qtbot.waitUntil(lambda: (shot := robot.view.control.snapshot()) is not None and shot.labels > 50,
                              timeout=PATIENCE)
        robot.qtbot.waitUntil(lambda: "Watched only" in robot.find("monitor.skill").accessibleName(), timeout=PATIENCE)
        assert not robot.find("monitor.pause").isEnabled()
        robot.view.note("looked on")  # handed over: the one who runs it writes it down
        robot.qtbot.waitUntil(
            lambda: any(mark.words == "looked on" for mark in robot.view.control.snapshot().marks), timeout=PATIENCE)
        assert not robot.find("monitor.blend").isEnabled()
        robot.press("monitor.stop")
        robot.qtbot.waitUntil(lambda: not robot.view.control.busy, timeout=PATIENCE)
        assert thread.is_alive()  # looking away does not stop it
    finally:
        headless.stop()
        thread.join(20)


def test_what_does_not_run_is_refused_with_what_to_do(robot: MonitorRobot, sample_file: Path, tmp_path: Path) -> None:
    robot.open_file(sample_file)
    robot.view.control._watch = watch
    robot.view.chooser.take_workspace(tmp_path)
    robot.press("monitor.start")
    robot.qtbot.waitUntil(lambda: bool(robot.messages.history), timeout=PATIENCE)
    assert "No monitor runs in this workspace" in robot.messages.history[-1].text


def test_a_live_source_is_chosen_by_the_connect_dialog(robot: MonitorRobot, sample_file: Path) -> None:
    robot.open_file(sample_file)
    robot.view.take_live(Connection("redis://localhost:6379/0?stream=signals"))
    assert robot.find("monitor.source").currentText() == "signals · localhost:6379"
    assert not robot.find("monitor.speed").isVisible()  # it comes as it comes
    robot.start()
    request = robot.requests[0]
    assert request.path is None
    assert request.connection.address == "redis://localhost:6379/0?stream=signals"
    assert request.title == "signals · localhost:6379"
