"""The Online Monitor tab of the real window over real servers: connected by the form, killed, wiped, looked on at."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.library import promotion, runs
from engine.records import FeedState, MonitorSnapshot
from gui.dialogs.connect import Connection
from gui.main_window import MainWindow
from gui.monitor.view import MonitorView
from tests.engine.library.records import a_run
from tests.gui.robots import Robot
from tests.services.made import NAMES, clean_hash, story
from tests.services.postgres_server import postgres_server
from tests.services.redis_server import RedisServer, redis_server
from tests.services.test_headless import Headless

PLANTED = "Pl4nted-s3cret"


class Watcher(Robot):
    """A user at the Online Monitor tab."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        window.show_tab("monitor")

    @property
    def view(self) -> MonitorView:
        return self.window.tab("monitor").view

    @property
    def status(self) -> str:
        return self.view.source.state.words.text()

    @property
    def shown(self) -> MonitorSnapshot | None:
        return self.view.control.snapshot()

    def learnt(self, events: int, labels: int) -> None:
        """Wait until so many signals and labels are through."""
        self.until(lambda: (now := self.shown) is not None and now.events >= events and now.labels >= labels)
        assert (self.shown.events, self.shown.labels) == (events, labels)

    def connect(self, **typed: str) -> QDialog:
        """Open the form and fill it."""
        self.view.chooser.choose_connection()
        kind = typed.pop("kind", None)
        if kind is not None:
            self.choose("connect.kind", kind)
        for name, text in typed.items():
            self.type(f"connect.{name}", text)
        return self.find("dialog.connect")

    def test(self) -> str:
        """Press Test; what the form says then."""
        self.click("connect.test")
        self.until(self.find("connect.test").isEnabled)
        return self.text("connect.told")

    def everything_said(self) -> str:
        """All words of all widgets."""
        words = []
        for widget in self.window.findChildren(QWidget):
            words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
            if isinstance(widget, (QLabel, QAbstractButton)):
                words.append(widget.text())
            if isinstance(widget, QLineEdit):
                words.append(widget.displayText())
        return "\n".join(words)


@pytest.fixture
def watcher(window: MainWindow, qtbot: QtBot) -> Watcher:
    return Watcher(window, qtbot)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with redis_server(tmp_path / "redis", password=PLANTED) as made:
        yield made


def test_redis_from_the_form_through_a_kill_and_a_wipe(
    watcher: Watcher, server: RedisServer, workspace_dir: Path
) -> None:
    watcher.connect(port=str(server.port))
    assert "The server does not let us in" in watcher.test()
    watcher.type("connect.password", PLANTED[:-1])
    assert "The server does not let us in" in watcher.test()
    watcher.type("connect.password", PLANTED)
    assert "nothing to read yet" in watcher.test()
    server.add("signals", *story(0, 300))
    assert "25 are signals, 25 labels, 0 unreadable" in watcher.test()
    watcher.click("connect.ok")
    assert watcher.text("monitor.source") == f"signals · localhost:{server.port}"
    watcher.click("monitor.start")
    watcher.learnt(300, 270)
    assert not watcher.view.source.state.bar.isVisible()  # it has no end

    server.kill()
    watcher.until(lambda: "reconnecting, next try in" in watcher.status)
    assert watcher.status.startswith("Last event ")
    watcher.until(lambda: f"signals · localhost:{server.port} cannot be reached" in watcher.told)
    assert "What is learnt is safe" in watcher.told
    server.start()
    server.add("signals", *story(300, 360))
    watcher.learnt(360, 330)
    watcher.until(lambda: "is back" in watcher.told)
    watcher.until(lambda: watcher.status.startswith("Running; last event"))

    server.kill()
    server.wipe()
    server.start()
    server.add("signals", *story(300, 420))  # some of it again: it is known by its ids
    watcher.learnt(420, 390)
    events = watcher.view.charts.events
    watcher.view.charts.pages.show_page("Events")
    watcher.until(lambda: any("begun anew" in line.words for line in events.table.records_model.records))
    assert watcher.view.control.monitor.state_hash() == clean_hash(0, 420, watcher.view.options())

    assert PLANTED not in watcher.everything_said()
    watcher.click("monitor.stop")
    watcher.until(lambda: not watcher.view.control.busy)
    watcher.window.end()
    for file in filter(Path.is_file, workspace_dir.rglob("*")):
        assert PLANTED.encode() not in file.read_bytes(), file


def test_the_simulator_from_the_form_and_a_champion_that_takes_over_meanwhile(watcher: Watcher) -> None:
    watcher.connect(kind="Simulator, no server needed", rate="400", more="rows=2000&delay=5")
    assert watcher.test().startswith("It works.")
    watcher.click("connect.ok")
    assert watcher.text("monitor.source") == "Simulator · abrupt"
    watcher.click("monitor.start")
    watcher.until(lambda: (now := watcher.shown) is not None and now.labels > 50)
    workspace = watcher.window.session.workspace
    fresh = runs.add_run(workspace, a_run(name="fresh"), model_file=b"m").id
    promotion.promote(workspace, fresh, "better")
    charts = watcher.view.charts
    watcher.until(lambda: "champion" in [mark.short for mark in charts.accuracy._marks])
    charts.pages.show_page("Events")
    watcher.until(lambda: any(line.words.startswith("fresh is the champion now; before it was no model (better).")
                              for line in charts.events.table.records_model.records))
    watcher.click("monitor.stop")
    watcher.until(lambda: not watcher.view.control.busy)
    stopped = watcher.shown.events
    watcher.click("monitor.start")  # it goes on there, and what was told is told once
    watcher.until(lambda: (now := watcher.shown) is not None and now.events > stopped)
    assert [mark.kind for mark in watcher.shown.marks].count("swap") == 1
    watcher.click("monitor.stop")
    watcher.until(lambda: not watcher.view.control.busy)


def test_the_event_log_goes_to_redis_when_the_form_says_where(
    watcher: Watcher, server: RedisServer, workspace_dir: Path
) -> None:
    watcher.connect(kind="Simulator, no server needed", rate="400")
    watcher.click("connect.ok")
    watcher.view.side.keeping.fold.set_open(True)
    watcher.type("monitor.keep_events", "30d")
    watcher.type("monitor.events_to", f"redis://:{PLANTED}@127.0.0.1:{server.port}/0?stream=events")
    watcher.click("monitor.start")
    watcher.until(lambda: server.client.xlen("events") > 50)
    assert {feed.kind for feed in watcher.shown.feeds} == {"simulate", "outbox"}
    watcher.click("monitor.stop")
    watcher.until(lambda: not watcher.view.control.busy)
    assert PLANTED not in watcher.everything_said()
    watcher.window.end()
    for file in filter(Path.is_file, workspace_dir.rglob("*")):
        assert PLANTED.encode() not in file.read_bytes(), file


def test_signals_of_postgres_and_labels_of_redis(watcher: Watcher, tmp_path: Path) -> None:
    with postgres_server(password=PLANTED) as postgres, redis_server(tmp_path / "redis") as redis:
        with postgres.connect() as connection:
            connection.execute("CREATE TABLE signals (id text, time timestamptz, "
                               + ", ".join(f"{name} float8" for name in NAMES) + ")")
            _insert(connection, 0, 120)
        redis.add("outcomes", *(row for row in story(0, 120) if "label" in row))
        labels = f"redis://127.0.0.1:{redis.port}/0?stream="
        watcher.connect(kind="PostgreSQL", host="127.0.0.1", port=str(postgres.port), database="postgres",
                        user="postgres", main="signals", labels=f"{labels}nothing")
        refused = watcher.test()
        assert "no password supplied" in refused  # what the server says is not mangled
        assert "in the form" in refused
        watcher.type("connect.password", PLANTED)
        assert "there is no stream nothing yet" in watcher.test()
        watcher.type("connect.labels", f"{labels}outcomes")
        told = watcher.test()
        assert "50 are signals" in told
        assert "50 are labels" in told
        watcher.click("connect.ok")
        watcher.click("monitor.start")
        watcher.learnt(120, 90)
        redis.kill()
        watcher.until(lambda: watcher.status.startswith("outcomes · 127.0.0.1"))
        with postgres.connect() as connection:  # while no label can come, signals are still scored
            _insert(connection, 120, 150)
        watcher.learnt(150, 90)
        redis.start()
        redis.add("outcomes", *(row for row in story(120, 150) if "label" in row))
        watcher.learnt(150, 120)
        watcher.click("monitor.stop")
        watcher.until(lambda: not watcher.view.control.busy)


def test_two_monitors_side_by_side_are_not_cut(watcher: Watcher, tmp_path: Path) -> None:
    for number in range(2):
        if number:
            watcher.click("monitor.add")
        (tmp_path / str(number)).mkdir()
        made = Headless(tmp_path / str(number))
        watcher.view.take_live(Connection(f"tail://{made.file}"))
        watcher.view.start()
        watcher.learnt(100, 70)
    watcher.click("monitor2.beside")
    first, second = watcher.window.tab("monitor").views
    watcher.until(lambda: first.live.narrow and second.live.narrow)
    for view in (first, second):
        assert view.charts.isVisible()
        assert not view.side.isVisible()
    assert _cut(watcher.window) == []
    watcher.click("monitor2.form")
    assert second.side.isVisible()
    assert _cut(watcher.window) == []
    watcher.click("monitor2.stop")
    watcher.click("monitor2.form")
    assert second.charts.isVisible()
    watcher.click("monitor2.beside")
    watcher.until(lambda: not second.live.narrow)
    assert second.side.isVisible()
    assert second.charts.isVisible()
    first.control.stop()
    watcher.until(lambda: not first.control.busy)


def test_a_monitor_without_a_window_is_looked_on_at_and_a_second_writer_is_led_there(
    watcher: Watcher, tmp_path: Path, workspace_dir: Path
) -> None:
    made = Headless(tmp_path)
    assert made.workspace == workspace_dir
    with made.start() as process:
        watcher.until(lambda: made.heard()["labels"] >= 70)
        watcher.view.take_live(Connection(f"tail://{made.file}?from=now"))
        watcher.click("monitor.start")
        watcher.until(lambda: f"already running in this workspace (process {process.pid})" in watcher.told)
        watcher.click("main.messages.action")
        watcher.learnt(100, 70)
        watcher.until(lambda: f"process {process.pid}" in watcher.status)
        assert not watcher.find("monitor.pause").isEnabled()
        made.say(100, 130)
        watcher.learnt(130, 100)
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        watcher.until(lambda: "Gone without a word" in watcher.status)
        assert watcher.shown.state is FeedState.FAILED
        watcher.click("monitor.stop")
        watcher.until(lambda: not watcher.view.control.busy)


def _insert(connection: Any, first: int, last: int) -> None:
    """The signals alone."""
    rows = [row for row in story(first, last) if "label" not in row]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO signals VALUES (%s, to_timestamp(%s), {', '.join(['%s'] * len(NAMES))})",
                           [(row["id"], row["time"] / 1000, *(row[name] for name in NAMES)) for row in rows])


def _cut(window: QWidget) -> list[str]:
    """The visible controls that are not wholly inside of what holds them."""
    cut = []
    for button in window.findChildren(QAbstractButton):
        view = next((parent for parent in _parents(button) if isinstance(parent, MonitorView)), None)
        if button.isVisible() and view is not None and button.objectName():
            left = button.mapTo(view, QPoint(0, 0)).x()
            if left < 0 or left + button.width() > view.width():
                cut.append(button.objectName())
    return cut


def _parents(widget: QWidget) -> Iterator[QWidget]:
    while (widget := widget.parentWidget()) is not None:
        yield widget
