"""Nothing is cut, lies outside of its window or under its neighbour: small windows and screens of any density."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.gui import fitting

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0  # seconds; a busy machine is no failure


_ENGLISH, _GERMAN = ("1", 1024, 700, "english"), ("1", 1280, 720, "german")
# Words that are the same in both languages or typed as they stand; names of programs, of measures, of columns.
_SAME = """
    ambiguous balanced deutsch drift embargo ensemble esc front label linux monitor name nats pause pdf port
    redis score scores server signal stacking start status system test threads training workbench
    adwin alphapulse auc catboost ddm lightgbm mlflow numpy page-hinkley pandas pyqtgraph python qasync river roc
    xgboost hour momentum setup side spread symbol weekday win ffffffffffffffff
"""


@cache
def _walked(scale: str, width: int, height: int, language: str) -> dict[str, Any]:
    """What a walk through the whole window of this size found; it is a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "OMP_WAIT_POLICY": "PASSIVE"}
    done = subprocess.run([sys.executable, "-m", "tests.gui.fitting", str(width), str(height), language], cwd=ROOT,
                          env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("walk", [
    _ENGLISH, _GERMAN, ("2", 1280, 720, "english"),
    pytest.param(("1.5", 1280, 720, "english"), marks=pytest.mark.slow),
    pytest.param(("1", 1024, 700, "german"), marks=pytest.mark.slow)], ids=str)
def test_every_page_message_and_dialog_fits(walk: tuple[str, int, int, str]) -> None:
    told = _walked(*walk)
    assert told["scale"] == float(walk[0])
    assert told["views"] > 40
    assert told["found"] == {}


def _alike(english: Iterable[str], german: Iterable[str]) -> dict[str, str]:
    """Words that stand in a text which is the same in both languages, and the text."""
    return {word: text for text in sorted({*english} & {*german})
            for word in re.findall(r"(?<![\w./=:@-])[a-z][a-z'-]{2,}(?![\w./=:@-])", text.replace("&", "").lower())
            if word not in _SAME.split()}


def test_nothing_but_names_and_common_words_is_said_in_german_as_in_english() -> None:
    english, german = _walked(*_ENGLISH)["said"], _walked(*_GERMAN)["said"]
    assert len(english) > 1000
    assert len(german) > 1000
    assert not _alike(english, german)


def test_words_that_were_left_in_english_are_seen() -> None:
    english = {"Speed", "Full speed", "Start", "AUC 0.713", "btc_1h.csv", "35 others"}
    assert _alike(english, {"Tempo", "Full speed", "Start", "AUC 0.713", "btc_1h.csv", "35 others"}) == {
        "full": "Full speed", "speed": "Full speed", "others": "35 others"}


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
