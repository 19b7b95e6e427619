"""Nothing is cut, lies outside of its window or under its neighbour: small windows and screens of any density."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.gui import fitting

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0  # seconds; a busy machine is no failure


@pytest.mark.parametrize(("scale", "width", "height"), [
    ("1", 1024, 700), ("2", 1280, 720), pytest.param("1.5", 1280, 720, marks=pytest.mark.slow)])
def test_every_page_message_and_dialog_fits(scale: str, width: int, height: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "OMP_WAIT_POLICY": "PASSIVE"}
    done = subprocess.run([sys.executable, "-m", "tests.gui.fitting", str(width), str(height)], cwd=ROOT,
                          env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["scale"] == float(scale)
    assert told["views"] > 40
    assert told["found"] == {}


@pytest.fixture
def narrow(qtbot: QtBot) -> QWidget:
    """A row that has less room than its words want."""
    made = QWidget(objectName="narrow")
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    for widget in (QLabel("These are many words for so little room"), QPushButton("Continue Training from This")):
        widget.setMinimumWidth(20)
        widget.setMaximumWidth(60)
        row.addWidget(widget)
    made.show()
    return made


def test_cut_words_are_seen(narrow: QWidget) -> None:
    told = fitting.cut(narrow)
    assert any("These are many words" in each for each in told)
    assert any("Continue Training" in each for each in told)


def test_what_reaches_out_of_its_window_or_lies_on_its_neighbour_is_seen(narrow: QWidget) -> None:
    label, button = narrow.findChild(QLabel), narrow.findChild(QPushButton)
    assert not fitting.outside(narrow)
    assert not fitting.covered(narrow)
    button.move(label.pos())
    assert fitting.covered(narrow)
    button.move(narrow.width() - 10, 0)
    assert fitting.outside(narrow)


def test_words_that_wrap_and_have_the_height_fit(qtbot: QtBot) -> None:
    made = QLabel("These are many words for so little room", wordWrap=True)
    host = QWidget()
    qtbot.addWidget(host)
    made.setParent(host)
    made.resize(QSize(90, 200))
    host.show()
    assert not fitting.cut(host)
    made.resize(QSize(90, 20))
    assert fitting.cut(host)


def test_what_is_wider_than_an_area_that_does_not_scroll_sideways_is_seen(qtbot: QtBot) -> None:
    host = QWidget()
    area = QScrollArea(host, widgetResizable=True, objectName="area")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(QPushButton("Continue Training from This"))
    area.resize(300, 80)
    qtbot.addWidget(host)
    host.show()
    assert not fitting.cut(host)
    area.resize(60, 80)
    assert any("wide, it has" in each for each in fitting.cut(host))
