"""The window in another language, driven through refusals, findings and verdicts: nothing said stays English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from engine.settings import Language
from gui import translation
from gui.app import create_window
from gui.main_window import MainWindow
from tests.gui import library
from tests.gui.invented import fill
from tests.gui.marked import Marked, bare, english_in, speak
from tests.gui.robots import Robot

_HOLES = "time,label_time,win,rr,f,const,empty\n" + "".join(
    f"2024-01-{1 + row // 24:02d} {row % 24:02d}:00,2024-01-{1 + row // 24:02d} {row % 24:02d}:30,"
    f"{row % 2 if row % 7 else ''},{1.5 if row % 2 else -1},{'x' if row == 9 else row * 3 % 11},5,\n"
    for row in range(300))


@pytest.fixture
def robot(qtbot: QtBot, workspace_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Robot]:
    """The window over two runs and a failed one, in the language of brackets."""
    translator = Marked()
    monkeypatch.setattr("gui.app.set_language", lambda _language: speak(translator))
    fill(workspace_dir, library.run("a-1"), library.run("b-2", kind="lightgbm", auc=0.6),
         library.run("c-3", kind="catboost", status="failed", scores=None, importance={}, trees=0,
                     message="No model was chosen."))
    window: MainWindow = create_window(workspace_dir)
    window.resize(1280, 720)
    window.show()
    yield Robot(window, qtbot)
    window.end()
    shiboken6.delete(window)
    translation.set_language(Language.ENGLISH)


def test_refusals_findings_and_verdicts_are_said_in_the_language_of_the_window(robot: Robot, tmp_path: Path) -> None:
    robot.until(lambda: len(robot.window.session.runs) == 3)
    page, holes = tmp_path / "page.csv", tmp_path / "holes.csv"
    page.write_text("<html><body>log in</body></html>", encoding="utf-8")
    holes.write_text(_HOLES, encoding="utf-8")

    robot.drop(page)
    robot.until(lambda: "⟦This is a web page (HTML or XML), not a CSV file.⟧" in robot.told)
    assert bare(robot.told).split() == ["page.csv:"]
    assert not english_in(robot.window)

    robot.open(holes)
    found = robot.find("training.findings")
    said = [found.item(row).text() for row in range(found.count())]
    assert any("⟧ without an outcome yet; kept, but not trained on.⟧" in text for text in said)
    assert not english_in(robot.window)

    robot.type("training.validation.folds", "40000")
    robot.click("training.train")
    robot.until(lambda: "page.csv" not in robot.told and bool(robot.told))
    assert not english_in(robot.window)

    robot.window.session.select(["a-1", "b-2"])
    robot.until(lambda: "⟦" in robot.text("training.verdict"))
    for number in range(robot.window.tabs.count()):
        robot.window.tabs.setCurrentIndex(number)
        robot.qtbot.wait(1)
        assert not english_in(robot.window)
