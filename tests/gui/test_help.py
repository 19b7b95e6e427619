"""Everything explains itself: figures, controls, settings; and the first minutes have a tour that can be left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QSlider,
    QToolButton,
    QWidget,
)

from engine.settings import Language
from gui import glossary, tour
from gui.dialogs.run_details import _SCORES
from gui.glossary import METRICS
from gui.main_window import MainWindow
from gui.parts.table import RecordTable
from gui.plots.legend import LegendButton
from gui.tabs import TABS
from gui.tour import Tour
from tests.gui.robots import Robot


def test_every_metric_has_a_sentence_and_says_which_way_is_better() -> None:
    for key, metric in METRICS.items():
        assert metric.meaning.endswith("."), key
        assert metric.name.lower() not in ("", key) or len(metric.meaning) > 20
    for key in (*_SCORES, "delta_auc", "latency", "regret"):
        assert METRICS[key].direction in (glossary.HIGHER, glossary.LOWER), key


def test_columns_of_scores_tell_the_metric_of_the_one_table(robot: Robot) -> None:
    hints = {column.key: column.hint for column in robot.runs.records_model.columns}
    assert hints["auc"] == METRICS["auc"].words
    for key in ("auc", "delta", "log_loss", "mean_r"):
        assert "is better" in hints[key]


def test_every_control_says_what_it_does(window: MainWindow) -> None:
    silent = set()
    for spec in TABS:
        window.show_tab(spec.name)
        for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider, QAbstractSpinBox):
            for control in window.findChildren(kind):
                own = control.objectName().startswith("qt_") or isinstance(control, LegendButton)
                inner = isinstance(control.parent(), (QComboBox, QAbstractSpinBox))
                scrolls = isinstance(control, QToolButton) and control.objectName().startswith("Scroll")
                if not (own or inner or scrolls or control.toolTip()):
                    silent.add(control.objectName() or control.accessibleName())
    assert not silent


def test_the_table_of_controls_names_only_what_is_there(window: MainWindow) -> None:
    there = {child.objectName() for kind in glossary._CONTROLS for child in window.findChildren(kind)}
    assert set(glossary.CONTROLS) <= there, set(glossary.CONTROLS) - there


def test_the_glossary_is_searched(robot: Robot) -> None:
    robot.window.actions_table["help.glossary"].trigger()
    dialog = robot.window.findChild(QDialog, "dialog.glossary")
    robot.qtbot.keyClicks(dialog.filter, "squared error")
    table = dialog.findChild(RecordTable)
    assert [metric.name for metric in table.records_model.records] == ["Brier score"]
    dialog.close()


def test_settings_are_searched_and_apply_at_once(robot: Robot) -> None:
    robot.window.actions_table["tools.settings"].trigger()
    dialog = robot.window.findChild(QDialog, "dialog.settings")
    robot.qtbot.keyClicks(dialog.filter, "desktop")
    fields = dialog.form.fields
    assert [name for name, field in fields.items() if field.isVisible()] == ["notifications"]
    robot.qtbot.mouseClick(fields["notifications"], Qt.MouseButton.LeftButton)
    assert robot.window.session.settings.notifications is fields["notifications"].isChecked()
    dialog.filter.setText("no such thing")
    assert dialog.none.isVisible()
    dialog.close()


def test_another_language_offers_to_open_the_window_again(robot: Robot) -> None:
    robot.window.session.update_settings(language=Language.GERMAN)
    assert "opened again" in robot.told
    with robot.qtbot.waitSignal(robot.window.closed):
        robot.click("main.messages.action")
    assert robot.window.reopens


@pytest.mark.no_qt_log  # a platform without a screen cannot raise
def test_the_tour_speaks_of_every_tab_and_ends(robot: Robot) -> None:
    robot.window.actions_table["help.tour"].trigger()
    card = robot.window.findChild(Tour)
    seen = []
    while card.isVisible():
        seen.append(robot.window.tabs.currentWidget().objectName())
        assert robot.window.rect().contains(card.geometry()), "it stays within the window"
        robot.click("tour.next")
    assert list(dict.fromkeys(seen)) == [spec.name for spec in TABS]
    assert robot.window.session.settings.tour_seen


@pytest.mark.no_qt_log
def test_the_tour_can_be_left_at_once_and_cancels_nothing(robot: Robot) -> None:
    robot.window.commands.tour()
    robot.press(Qt.Key.Key_Escape)
    assert not robot.window.findChild(Tour).isVisible()
    assert robot.window.session.settings.tour_seen


def test_every_step_of_the_tour_points_to_something(window: MainWindow) -> None:
    for step in tour.STEPS:
        assert window.findChild(QWidget, step.part) is not None, step.part
