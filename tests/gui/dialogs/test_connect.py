"""The connection form: form and address say the same, Test tells what is there, the password stays with no one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.connect import ConnectDialog, Connection
from gui.main_window import MainWindow
from gui.parts.fields import Combo
from tests.services.redis_server import free_port

PATIENCE = 60_000


class ConnectRobot:
    """Fills the form and presses its buttons."""

    def __init__(self, window: MainWindow, qtbot: QtBot, address: str = "") -> None:
        self.qtbot, self.taken = qtbot, list[Connection]()
        self.dialog = ConnectDialog(window, jobs=window.jobs, take=self.taken.append, address=address)
        self.dialog.open()
        self.keep = self.dialog.findChild(QCheckBox, "connect.keep")

    def field(self, name: str) -> QLineEdit:
        return self.dialog.findChild(QLineEdit, f"connect.{name}")

    def type(self, name: str, text: str) -> None:
        self.field(name).selectAll()
        self.qtbot.keyClicks(self.field(name), text)

    def choose(self, kind: str) -> None:
        combo = self.dialog.findChild(Combo, "connect.kind")
        combo.setCurrentIndex(combo.findData(kind))

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.dialog.findChild(QPushButton, f"connect.{name}"), Qt.MouseButton.LeftButton)

    @property
    def told(self) -> str:
        return self.dialog.findChild(QLabel, "connect.told").text()

    def test(self) -> str:
        self.press("test")
        button = self.dialog.findChild(QPushButton, "connect.test")
        self.qtbot.waitUntil(lambda: button.isEnabled() and "Connecting" not in self.told, timeout=PATIENCE)
        return self.told


@pytest.fixture
def robot(window: MainWindow, qtbot: QtBot) -> Iterator[ConnectRobot]:
    made = ConnectRobot(window, qtbot)
    yield made
    if not made.taken:
        made.dialog.done(QDialog.DialogCode.Rejected)


def test_the_form_writes_the_address(robot: ConnectRobot) -> None:
    robot.type("host", "feeds.example")
    robot.type("main", "btc")
    robot.type("user", "desk")
    robot.type("labels", "outcomes")
    assert robot.field("address").text() == "redis://desk@feeds.example/0?stream=btc&labels=outcomes"
    robot.choose("postgresql")
    robot.type("database", "trading")
    robot.type("more", "every=1&id=trade_id")
    assert robot.field("address").text() == (
        "postgresql://desk@feeds.example/trading?table=btc&labels=outcomes&every=1&id=trade_id")
    assert not robot.field("path").isVisible()
    robot.choose("folder")
    robot.type("more", "from=now")
    robot.type("path", "/data/in")
    assert robot.field("address").text() == "folder:///data/in?from=now"


def test_a_pasted_address_fills_the_form_and_its_password_goes_into_its_field(robot: ConnectRobot) -> None:
    robot.field("address").setFocus()
    robot.qtbot.waitUntil(robot.field("address").hasFocus)
    robot.type("address", "postgresql://me:hunter2@h:6000/db?table=a.b&notify=news")
    robot.qtbot.keyClick(robot.field("address"), Qt.Key.Key_Tab)
    assert (robot.field("host").text(), robot.field("port").text(), robot.field("main").text()) == ("h", "6000", "a.b")
    assert robot.field("password").text() == "hunter2"
    assert robot.field("password").echoMode() is QLineEdit.EchoMode.Password
    assert robot.field("address").text() == "postgresql://me@h:6000/db?table=a.b&notify=news"
    robot.press("ok")
    (taken,) = robot.taken
    assert taken.secret is not None
    assert taken.secret.reveal() == "hunter2"
    assert "hunter2" not in repr(taken)


def test_a_trial_tells_what_would_be_read(robot: ConnectRobot, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("id,time,a,b,label,note\np,1700000000,1,2,1,x\nq,1700000001,oops,2,,x\n")
    robot.choose("folder")
    robot.type("path", str(tmp_path))
    told = robot.test()
    assert told.startswith("It works.")
    assert "2 are signals" in told or "1 are signals" in told
    robot.press("ok")
    assert robot.taken == [Connection(f"folder://{tmp_path}")]


def test_the_simulator_needs_no_server_and_says_what_it_would_make_up(robot: ConnectRobot) -> None:
    robot.choose("simulate")
    assert not any(robot.field(name).isVisible() for name in ("host", "password", "path", "labels", "pattern"))
    drift = robot.dialog.findChild(Combo, "connect.drift")
    drift.setCurrentIndex(drift.findData("gradual"))
    robot.type("rate", "50")
    robot.type("more", "delay=5")
    assert robot.field("address").text() == "simulate://?drift=gradual&rate=50&delay=5"
    told = robot.test()
    assert told.startswith("It works.")
    assert "50 signals a second" in told
    robot.type("rate", "fast")
    assert "rate=fast is not possible" in robot.test()
    robot.type("rate", "20")
    robot.press("ok")
    assert [one.address for one in robot.taken] == ["simulate://?delay=5&drift=gradual&rate=20"]


def test_an_address_of_the_simulator_fills_its_fields(window: MainWindow, qtbot: QtBot) -> None:
    robot = ConnectRobot(window, qtbot, "simulate://?drift=recurring&rate=5&seed=7&rows=4000")
    assert robot.dialog.findChild(Combo, "connect.kind").currentData() == "simulate"
    assert robot.dialog.findChild(Combo, "connect.drift").currentData() == "recurring"
    assert [robot.field(name).text() for name in ("rate", "seed", "more")] == ["5", "7", "rows=4000"]
    robot.dialog.done(QDialog.DialogCode.Rejected)


def test_a_server_that_is_not_there_is_told_with_what_to_do(robot: ConnectRobot) -> None:
    robot.type("port", str(free_port()))
    told = robot.test()
    assert "cannot be reached" in told
    assert "See that the server is there" in told


def test_an_address_that_means_nothing_is_not_taken(robot: ConnectRobot) -> None:
    robot.type("address", "kafka://h")
    robot.press("ok")
    assert "no source of the kind" in robot.told
    assert not robot.taken
