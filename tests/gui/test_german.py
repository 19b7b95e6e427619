"""The window in German: no dialog and no refusal says in English what there is German for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.settings import Language
from gui.app import create_window
from gui.translation import set_language
from tests.gui import invented
from tests.gui.marked import texts_in, words
from tests.gui.robots import Robot

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import scenes  # noqa: E402 - a script beside the program

pytestmark = pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", extend=True)  # menus without a screen
_OTHERS = {"detailModeButton", "connect.main"}  # named by Qt; the name of a stream
_COLUMN = "win"  # of the sample


def _plain(text: str) -> str:
    return text.replace("&", "").strip().rstrip("….")


@pytest.fixture(scope="module")
def english() -> frozenset[str]:
    """Every text of the program that German has other words for, as it could stand on the screen."""
    both = {text: german for context in (words.CONTEXT, words.ENGINE)
            for text, german in words.translations("de", context).items()}
    spoken = {_plain(german) for german in both.values()}
    return frozenset(_plain(text) for text, german in both.items()
                     if _plain(text) != _plain(german) and _plain(text) not in spoken and "{" not in text)


@pytest.fixture
def german(qtbot: QtBot, workspace_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Robot]:
    """The whole window over invented runs and the sample."""
    monkeypatch.setattr("gui.app.set_language", lambda _language: set_language(Language.GERMAN))
    invented.three(workspace_dir)
    window = create_window(workspace_dir)
    window.resize(1280, 720)
    window.show()
    robot = Robot(window, qtbot)
    window.opener.open(ROOT / "resources" / "sample" / "btc_1h.csv")
    robot.idle()
    yield robot
    window.end()
    shiboken6.delete(window)
    set_language(Language.ENGLISH)


def _left(robot: Robot, english: frozenset[str]) -> set[tuple[str, str]]:
    """What is still English in the window and in what is open over it."""
    front = scenes.front(robot.window)
    if isinstance(front, QMenu):
        return {("menu", action.text()) for action in front.actions() if _plain(action.text()) in english}
    return {(name, text) for shown in {front, robot.window} for name, text in texts_in(shown)
            if _plain(text) in english and name.split()[0] not in _OTHERS and text != _COLUMN}


def _left_in(german: Robot, english: frozenset[str], shown: Mapping[str, Callable[..., object]]) -> dict[str, object]:
    """What stays English, by scene, of those that are shown one after the other."""
    left = {}
    for name, show in shown.items():
        show(german.window)
        german.idle()
        QApplication.processEvents()
        left[name] = _left(german, english)
        scenes.close(german.window)
        german.window.messages.dismiss()
    return {name: found for name, found in left.items() if found}


def test_no_dialog_menu_or_message_says_in_english_what_there_is_german_for(german: Robot,
                                                                           english: frozenset[str]) -> None:
    assert len(english) > 1500
    assert not _left_in(german, english, scenes.dialogs())


def test_no_refusal_says_in_english_what_there_is_german_for(german: Robot, english: frozenset[str],
                                                            tmp_path: Path) -> None:
    assert not _left_in(german, english, scenes.refusals(tmp_path))
