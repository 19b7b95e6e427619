"""The Online Monitor tab, driven as a user drives it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from engine.errors import WorkbenchError
from engine.records import FeedState, Interval, StreamMark
from gui.plots.live import LivePanel
from gui.session import Topic
from tests.gui.monitor.robot import MonitorRobot
from tests.gui.plots.invented import snapshot
from tests.gui.plots.test_walk import drag

NAMES = ("source", "start", "pause", "stop", "speed", "blend", "plot.accuracy", "plot.drift", "plot.weights", "pending",
         "status", "retrain")


@pytest.fixture
def opened(robot: MonitorRobot, sample_file: Path) -> MonitorRobot:
    robot.open_file(sample_file)
    return robot


def test_all_names_of_the_contract_are_there_with_words(robot: MonitorRobot) -> None:
    for name in NAMES:
        widget = robot.find(f"monitor.{name}")
        assert widget is not None, name
        assert widget.accessibleName() or widget.text(), name


def test_without_a_file_there_is_a_reason_and_ways_on(robot: MonitorRobot) -> None:
    assert robot.view.pages.currentIndex() == 1
    assert [button.text() for button in robot.view.empty.buttons] == ["Open Data…", "Open Sample",
                                                                         "Connect Live Source…"]
    robot.qtbot.mouseClick(robot.view.empty.buttons[1], Qt.MouseButton.LeftButton)
    assert robot.view.pages.currentIndex() == 0
    assert robot.find("monitor.source").currentText() == "btc_1h.csv"


def test_the_open_file_is_the_source(opened: MonitorRobot, sample_file: Path) -> None:
    opened.start()
    assert opened.requests[0].path == sample_file
    assert opened.requests[0].champion is None


def test_the_buttons_tell_the_monitor_and_follow_its_state(opened: MonitorRobot) -> None:
    assert opened.find("monitor.start").isEnabled()
    assert not opened.find("monitor.pause").isEnabled()
    monitor = opened.start()
    assert not opened.find("monitor.start").isEnabled()
    opened.press("monitor.pause")
    assert opened.find("monitor.pause").text() == "Resume"
    opened.press("monitor.pause")
    opened.press("monitor.stop")
    opened.qtbot.waitUntil(lambda: not opened.view.control.busy, timeout=3000)
    assert monitor.told == ["pause", "resume", "stop"]
    assert opened.find("monitor.start").isEnabled()
    assert "state is saved" in opened.find("monitor.status").text()


def test_the_tiles_say_the_figures_of_the_snapshot(opened: MonitorRobot) -> None:
    opened.start()
    opened.show(snapshot(labels=900, pending=37, accuracy=Interval(0.6, 0.57, 0.63), latency_p99=1.4, speed=60.0))
    tiles = opened.view.tiles
    assert tiles.accuracy.figure.text() == "60.0 % ± 3.0"
    assert tiles.accuracy.detail.property("role") == "positive"  # the band is above the best baseline
    assert opened.find("monitor.pending").text() == "37"
    assert "over 1 ms" in tiles.latency.detail.text()
    assert tiles.drift.figure.text() == "Drift"
    assert tiles.drift.words == "ADWIN · 200 labels ago"
    assert tiles.drift._picture.isVisible()  # never by colour alone
    assert "60.0 % ± 3.0" in tiles.accuracy.accessibleName()


def test_a_score_below_its_baselines_is_said_in_words_and_colour(opened: MonitorRobot) -> None:
    opened.start()
    opened.show(snapshot(labels=900, accuracy=Interval(0.49, 0.46, 0.52)))
    assert opened.view.tiles.accuracy.words == "best baseline 53.0 %"
    assert opened.view.tiles.accuracy.detail.property("role") == "danger"


def test_the_blend_acts_at_once_by_slider_field_keyboard_and_double_click(opened: MonitorRobot) -> None:
    opened.view.blend.set_batch(True)
    monitor = opened.start()
    opened.view.blend.set_batch(True)
    slider, field = opened.find("monitor.blend"), opened.find("monitor.blend.field")
    slider.setFocus()
    opened.qtbot.keyClick(slider, Qt.Key.Key_Left)
    opened.qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    field.setValue(0.55)
    assert slider.value() == 55
    opened.double_click("monitor.blend")
    told = [value for what, value in monitor.told if what == "blend"]
    assert told == [pytest.approx(0.79), pytest.approx(0.69), pytest.approx(0.55), pytest.approx(0.80)]
    assert "batch 0.80" in opened.view.blend.words.text()


def test_speed_may_be_changed_while_it_runs(opened: MonitorRobot) -> None:
    monitor = opened.start()
    speed = opened.find("monitor.speed")
    speed.setCurrentIndex(2)
    speed.activated.emit(2)
    assert monitor.told == [("speed", 3600.0)]


def test_looking_away_stops_the_drawing_not_the_monitor(opened: MonitorRobot) -> None:
    monitor = opened.start()
    opened.show(snapshot(labels=700))
    opened.tab.hide()
    asked = monitor.asked
    opened.qtbot.wait(150)
    assert monitor.asked <= asked + 1  # the rules may have looked, once a second
    assert opened.view.control.busy
    opened.tab.show()
    opened.qtbot.waitUntil(lambda: monitor.asked > asked, timeout=2000)


def test_an_unchanged_monitor_is_not_drawn_again(opened: MonitorRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.start()
    shot = snapshot(labels=700)
    opened.show(shot)
    drawn: list[int] = []
    monkeypatch.setattr(opened.view.charts.accuracy, "take", lambda _shot: drawn.append(1))
    opened.show(shot)
    assert not drawn


def test_events_are_listed_newest_first_and_lead_to_their_place(opened: MonitorRobot) -> None:
    opened.start()
    marks = (StreamMark(900, None, "blend", "Blend 0.80 to 0.70"), StreamMark(1100, None, "dropped", "3 dropped"))
    opened.show(snapshot(labels=1500, marks=marks))
    lines = opened.view.charts.events.table.records_model.records
    assert [line.event for line in lines] == [1100, 900, 700]
    opened.view.charts.events.table.selectRow(0)
    first, last = opened.view.charts.accuracy.plot.getViewBox().viewRange()[0]
    assert (first, last) == (850, 1350)
    assert opened.view.charts.drift.plot.getViewBox().viewRange()[0] == pytest.approx([first, last])


def test_a_refusal_is_told_with_its_remedy(opened: MonitorRobot) -> None:
    opened.refusal = WorkbenchError("The file has no label column.", remedy="Name one in the Training tab.")
    opened.press("monitor.start")
    opened.qtbot.waitUntil(lambda: bool(opened.messages.history), timeout=3000)
    assert "Name one" in opened.messages.history[-1].text
    assert opened.find("monitor.start").isEnabled()


def test_without_a_source_start_says_what_to_do(robot: MonitorRobot) -> None:
    robot.view.start()
    assert "Open a file of signals first." in robot.messages.history[-1].text


def test_retrain_takes_the_source_to_the_training_tab(opened: MonitorRobot, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("label,a\n1,2\n")
    opened.view.take_file(other)
    assert opened.find("monitor.source").currentText() == "other.csv"
    opened.press("monitor.retrain")
    assert opened.session.path == other
    assert opened.tabs_shown == ["training"]


def test_the_session_hears_when_a_monitor_starts_and_ends(opened: MonitorRobot) -> None:
    heard: list[Topic] = []
    opened.session.changed.connect(lambda topics: heard.extend(topics))
    opened.start()
    assert Topic.MONITOR in heard


def test_finished_stops_the_clock_of_the_tab(opened: MonitorRobot) -> None:
    monitor = opened.start()
    monitor.shown = snapshot(labels=800, state=FeedState.FINISHED, status="Finished: 800 labels.")
    monitor.ended.set()
    opened.qtbot.waitUntil(lambda: not opened.view.frames.running, timeout=3000)
    assert "Finished" in opened.find("monitor.status").text()
    assert opened.view.source.state.bar.isVisible()


def test_signals_that_the_champion_was_trained_on_are_said_first_and_in_colour(opened: MonitorRobot) -> None:
    opened.start()
    notes = ("The champion was trained on 500 of these 600 signals.",)
    opened.show(snapshot(labels=600, contaminated=500, notes=notes, accuracy=Interval(0.8, 0.77, 0.83)))
    skill = opened.find("monitor.skill")
    assert skill.accessibleName().startswith("The champion was trained on 500")
    assert skill.property("role") == "warning"
    assert opened.view.tiles.accuracy.words == "seen in training: too good"
    assert opened.view.tiles.accuracy.detail.property("role") == "warning"


def test_the_list_goes_on_where_the_oldest_happenings_leave(opened: MonitorRobot) -> None:
    """Only so many are kept: their number stays while the newest change."""
    opened.start()
    for first in (0, 10):
        marks = tuple(StreamMark(event, None, "blend", f"Blend {event}") for event in range(first, first + 30))
        opened.show(snapshot(labels=1500, marks=marks))
    assert "Blend 39" in {line.words for line in opened.view.charts.events.table.records_model.records}


@pytest.mark.parametrize("width", [400, 470, 600, 760, 1240])
def test_no_figure_of_a_tile_is_cut_however_narrow_the_view(opened: MonitorRobot, width: int) -> None:
    tiles = opened.view.tiles
    tiles.setParent(None)
    opened.qtbot.addWidget(tiles)
    tiles.show()
    tiles.resize(width, 240)
    opened.start()
    for accuracy in (Interval(0.5, 0.45, 0.55), Interval(0.736, 0.6, 0.8)):  # nothing is resized between
        tiles.show_snapshot(snapshot(labels=130_722, pending=37, accuracy=accuracy, latency_p99=981.4, speed=60.0))
        for tile in (tile for tile in tiles.all if tile.isVisible()):
            wanted = tile.figure.fontMetrics().horizontalAdvance(tile.figure.text())
            assert wanted <= tile.figure.width(), (tile.accessibleName(), wanted, tile.figure.width())
    assert sum(tile.isVisible() for tile in tiles.all) == (6 if width < 480 else 9)


def test_a_stretch_drawn_in_one_chart_is_shown_by_all_until_one_click_follows_again(opened: MonitorRobot) -> None:
    opened.start()
    opened.show(snapshot(2000))
    charts = opened.view.charts

    def stretch(panel: LivePanel) -> list[float]:
        return panel.plot.viewRange()[0]

    opened.qtbot.waitUntil(lambda: stretch(charts.drift)[1] > 1500)
    whole = stretch(charts.accuracy)
    drag(charts.accuracy, (0.3, 0.3), (0.6, 0.7))
    part = stretch(charts.accuracy)
    assert part[1] - part[0] < 0.5 * (whole[1] - whole[0])
    opened.qtbot.waitUntil(lambda: stretch(charts.drift) == pytest.approx(part, rel=0.02))
    opened.qtbot.mouseClick(charts.accuracy.header.reset, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(lambda: stretch(charts.accuracy) == pytest.approx(whole, rel=0.02))
    opened.qtbot.waitUntil(lambda: stretch(charts.drift)[1] > 1500)
