"""What a user does with a chart, by mouse and by keyboard: look at a place, zoom, read the table, fill the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.parts.table import RecordTable
from gui.parts.turns import turns
from gui.plots.base import PlotPanel
from gui.plots.full_screen import FullScreen


@pytest.fixture
def seen(panel: PlotPanel, qtbot: QtBot) -> PlotPanel:
    """A chart on the screen, with the keyboard."""
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.canvas.setFocus()
    qtbot.waitUntil(panel.canvas.hasFocus)
    return panel


def middle(panel: PlotPanel) -> QPoint:
    """The middle of the plot in the canvas."""
    box = panel.plot.getViewBox()
    return panel.canvas.mapFromScene(box.mapToScene(box.boundingRect().center()))


def readout(panel: PlotPanel) -> str:
    return panel.header.note.text()


def test_the_crosshair_follows_the_mouse_and_tells_what_is_there(seen: PlotPanel, qtbot: QtBot) -> None:
    quiet = readout(seen)
    where = middle(seen)
    qtbot.mouseMove(seen.canvas.viewport(), where)
    seen.canvas.hovered.emit(seen.plot.getViewBox().mapSceneToView(seen.canvas.mapToScene(where)))
    assert seen.crosshair.shown
    told = readout(seen)
    assert told
    seen.canvas.hovered.emit(None)
    assert not seen.crosshair.shown
    assert readout(seen) == quiet


def test_outside_of_the_axes_there_is_no_crosshair(seen: PlotPanel) -> None:
    (_, right), (_, top) = seen.plot.getViewBox().viewRange()
    seen.canvas.hovered.emit(QPointF(right + 1, top + 1))
    assert not seen.crosshair.shown


def test_the_arrow_keys_move_the_crosshair_within_the_chart(seen: PlotPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(seen.canvas, Qt.Key.Key_Right)
    first = seen.crosshair.place
    qtbot.keyClick(seen.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert seen.crosshair.place.x() > first.x()
    for _ in range(20):
        qtbot.keyClick(seen.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert seen.crosshair.place.y() <= seen.plot.getViewBox().viewRange()[1][1]
    assert seen.canvas.accessibleDescription()


def test_keys_zoom_and_bring_everything_back(seen: PlotPanel, qtbot: QtBot) -> None:
    def width() -> float:
        left, right = seen.plot.getViewBox().viewRange()[0]
        return right - left

    before = width()
    qtbot.keyClick(seen.canvas, Qt.Key.Key_Plus)
    assert width() < before
    reset = next(b for b in seen.findChildren(QToolButton) if b.accessibleName().endswith("Reset Zoom"))
    assert reset.isVisible()
    qtbot.keyClick(seen.canvas, Qt.Key.Key_Home)
    assert not reset.isVisible()
    qtbot.waitUntil(lambda: not turns().busy)
    seen.grab()
    assert width() == pytest.approx(before, rel=0.1)


def test_the_crosshair_is_in_no_picture(seen: PlotPanel) -> None:
    plain = seen.image(1.0)
    seen.crosshair.show(QPointF(0.5, 0.5))
    assert seen.image(1.0) == plain


def test_the_focus_is_seen(seen: PlotPanel, qtbot: QtBot) -> None:
    with_ring = seen.canvas.grab().toImage()
    seen.canvas.clearFocus()
    assert seen.canvas.grab().toImage() != with_ring


def test_the_numbers_open_as_a_table(seen: PlotPanel, qtbot: QtBot) -> None:
    seen.show_table()
    dialog = seen.window().findChild(QDialog, "plot.table")
    assert dialog.isVisible()
    table = dialog.findChild(RecordTable)
    assert table.records_model.rowCount() == min(len(seen.table().rows), 20_000)
    assert table.records_model.columnCount() == len(seen.table().columns)
    for column in range(table.records_model.columnCount()):
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    dialog.close()


def test_a_chart_that_shows_nothing_yet_has_an_empty_table(qtbot: QtBot) -> None:
    table = RecordTable([], key=str)
    qtbot.addWidget(table)
    assert table.records_model.columnCount() == 0


@pytest.mark.parametrize("place", ["layout", "splitter"])
def test_a_chart_fills_the_screen_and_comes_back_to_its_place(seen: PlotPanel, qtbot: QtBot, place: str) -> None:
    holder = QWidget() if place == "layout" else QSplitter()
    before, after = QWidget(), QWidget()
    if place == "layout":
        row = QHBoxLayout(holder)
        for widget in (before, seen, after):
            row.addWidget(widget)
    else:
        for widget in (before, seen, after):
            holder.addWidget(widget)
    qtbot.addWidget(holder)
    holder.resize(600, 300)
    with qtbot.waitExposed(holder):
        holder.show()
    seen.show_full_screen()
    screen = seen.parentWidget()
    assert isinstance(screen, FullScreen)
    assert screen.isFullScreen()
    assert seen.isVisible()
    qtbot.keyClick(seen.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not seen.is_full_screen)
    assert seen.isVisible()
    order = [row.itemAt(n).widget() for n in range(3)] if place == "layout" else [holder.widget(n) for n in range(3)]
    assert order == [before, seen, after]
    assert holder.isAncestorOf(seen)
    assert seen.image(1.0).width() > 0
    seen.setParent(None)  # it is ended by its own fixture
