"""Whoever cannot see the window, or has no mouse, can use all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.main_window import MainWindow
from gui.plots.base import PlotPanel
from gui.tabs import TABS
from tests.gui import invented
from tests.gui.access import ROLE, nameless, reachable_by_tab, walk
from tests.gui.robots import Robot

NAMES = [spec.name for spec in TABS]


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """A window over a library with runs, for all tests here: they look, and leave it as it was."""
    folder = tmp_path_factory.mktemp("access") / "workspace"
    invented.three(folder)
    made = create_window(folder)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    yield made
    made.end()
    shiboken6.delete(made)


@pytest.fixture
def full(whole: MainWindow, qtbot: QtBot) -> MainWindow:
    """The same window, in front."""
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    return whole


def test_every_node_of_an_empty_window_has_a_name(window: MainWindow) -> None:
    for tab in NAMES:
        window.show_tab(tab)
        assert not nameless(window), tab


def test_every_node_of_a_full_window_has_a_name(full: MainWindow, qtbot: QtBot) -> None:
    for tab in NAMES:
        full.show_tab(tab)
        Robot(full, qtbot).idle()
        assert not nameless(full), tab


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    **{action: (lambda window, action=action: window.actions_table[action].trigger())
       for action in ("tools.settings", "help.shortcuts", "help.about", "help.report", "tools.palette", "file.export")},
    "run details": lambda window: window.commands.show_details("lgb-1"),
    "table": lambda window: (
        window.show_tab("training"), window.findChildren(PlotPanel)[0].show_table()),
    "message": lambda window: window.messages.warn("Something to look at", remedy="Look."),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_node_of_a_dialog_has_a_name(full: MainWindow, qtbot: QtBot, name: str) -> None:
    full.session.select(("lgb-1",))
    DIALOGS[name](full)
    Robot(full, qtbot).idle()
    assert not nameless(full)
    for dialog in full.findChildren(QDialog):
        if dialog.isVisible():
            assert not nameless(dialog), dialog.objectName()
            dialog.close()
    full.messages.dismiss()


def test_every_chart_tells_its_numbers(full: MainWindow, qtbot: QtBot) -> None:
    Robot(full, qtbot).idle()
    for tab in NAMES:
        full.show_tab(tab)
        Robot(full, qtbot).idle()
        for panel in full.findChildren(PlotPanel):
            nodes = {node.name: node for node in walk(panel)}
            assert nodes[panel.title].description, panel.title
            if not panel.empty_words:
                assert any(letter.isdigit() for letter in panel.canvas.accessibleDescription()), panel.title


def test_a_table_reads_out_titles_and_cells(full: MainWindow) -> None:
    nodes = list(walk(full.findChild(QWidget, "training.runs")))
    headers = [node.name for node in nodes if node.role is ROLE.ColumnHeader]
    assert any(name.startswith("AUC") for name in headers)
    assert all(headers)
    cells = [node.name for node in nodes if node.role is ROLE.Cell]
    assert "Name: lgb-1" in cells


@pytest.mark.parametrize("tab", NAMES)
def test_tab_visits_every_control_once_and_comes_back(full: MainWindow, qtbot: QtBot, tab: str) -> None:
    full.show_tab(tab)
    Robot(full, qtbot).idle()
    full.tabs.tabBar().setFocus()
    visited = reachable_by_tab(full)
    assert len(visited) == len(set(visited))
    page = full.tabs.currentWidget()
    wanted = [w for w in page.findChildren(QWidget) if w.isVisible() and w.isEnabled() and _stops(w)]
    missing = [w.objectName() or w.accessibleName() or type(w).__name__ for w in wanted if w not in visited]
    assert not missing


@pytest.mark.parametrize("tab", NAMES)
def test_the_order_of_tab_is_that_of_reading(full: MainWindow, qtbot: QtBot, tab: str) -> None:
    """Within one panel: from top to bottom, and in a row from left to right."""
    full.show_tab(tab)
    Robot(full, qtbot).idle()
    full.tabs.tabBar().setFocus()
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in reachable_by_tab(full):
        by_parent.setdefault(widget.parentWidget(), []).append(widget)
    for siblings in by_parent.values():
        for before, after in pairwise(siblings):
            above = before.geometry().top() <= after.geometry().bottom()
            same_row = abs(before.geometry().center().y() - after.geometry().center().y()) < 8
            assert above, (before.objectName(), after.objectName())
            assert not same_row or before.x() <= after.x(), (before.objectName(), after.objectName())


@pytest.mark.parametrize("tab", NAMES)
def test_the_focus_is_seen_on_every_control(full: MainWindow, qtbot: QtBot, tab: str) -> None:
    full.show_tab(tab)
    Robot(full, qtbot).idle()
    full.tabs.tabBar().setFocus()
    unseen = []
    for widget in reachable_by_tab(full):
        if widget.window() is not full or isinstance(widget, QLabel):
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        focused = widget.grab().toImage()
        widget.clearFocus()
        if widget.grab().toImage() == focused:
            unseen.append(widget.objectName() or type(widget).__name__)
    assert not unseen


def test_no_label_shows_an_ampersand_and_each_buddy_is_there(full: MainWindow) -> None:
    for widget in full.findChildren(QLabel):
        if widget.textFormat() is Qt.TextFormat.PlainText and widget.buddy() is None:
            assert "&" not in widget.text(), widget.text()
    letters: dict[str, str] = {}
    for button in full.findChildren(QAbstractButton):
        if "&" in button.text() and button.isVisible():
            letter = button.text()[button.text().index("&") + 1].lower()
            assert letter not in letters, (button.text(), letters[letter])
            letters[letter] = button.text()


def _stops(widget: QWidget) -> bool:
    """Whether Tab should stop at a widget."""
    inner = widget.focusProxy() is not None or widget.objectName().startswith("qt_")
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not inner and _exclusive(widget)


def _exclusive(widget: QWidget) -> bool:
    """Of buttons that exclude each other, Tab stops at the chosen one; the arrow keys reach the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is None or not group.exclusive() or widget.isChecked()


def test_the_palette_leads_to_the_export_dialog_by_keys_alone(full: MainWindow, qtbot: QtBot) -> None:
    robot = Robot(full, qtbot)
    robot.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "exp")
    robot.press(Qt.Key.Key_Return)
    dialog = full.findChild(QDialog, "dialog.export")
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    robot.idle()
