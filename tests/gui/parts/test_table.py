"""The table over records: sorting, filtering, marks, keys; selection that survives all of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.parts.table import Column, RecordModel, RecordTable


@dataclass(frozen=True)
class Row:
    key: str
    name: str
    score: float | None
    starred: bool = False


ROWS = (Row("a", "Zeta", 0.5), Row("b", "alpha", None), Row("c", "Mu", 0.7, starred=True), Row("d", "beta", 0.6))


def columns(renamed: Callable[[Row, str], object] | None = None) -> tuple[Column, ...]:
    return (
        Column("star", "", lambda row: "", sort=lambda row: row.starred, width=28,
               mark=lambda row: ("star", "warning", "Starred" if row.starred else "Not starred")),
        Column("name", "Name", lambda row: row.name, edit=renamed),
        Column("score", "Score", lambda row: "–" if row.score is None else f"{row.score:.3f}",
               sort=lambda row: row.score, number=True, hint="higher is better"),
    )


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = RecordTable(columns(), key=lambda row: row.key, name="test.table", words="Things")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_records(ROWS)
    return made


def shown(table: RecordTable) -> str:
    return "".join(row.key for row in table.records_model.records)


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = RecordModel(columns(), key=lambda row: row.key)
    model.set_records(ROWS)
    qtmodeltester.check(model)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_filter("a")
    model.set_records(ROWS[1:])


def test_columns_sort_by_value_not_by_text(table: RecordTable) -> None:
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert shown(table) == "cdab"
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == "bdca", "without regard to case"
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == "abcd"


@given(st.randoms(use_true_random=False), st.integers(0, 2), st.booleans())
def test_a_selection_survives_sorting_reloading_and_filtering(
    qtbot: QtBot, order: random.Random, column: int, down: bool
) -> None:
    table = RecordTable(columns(), key=lambda row: row.key)
    table.set_records(ROWS)
    table.select_keys(["b", "d"])
    table.sortByColumn(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
    assert {row.key for row in table.selected_records()} == {"b", "d"}
    table.set_records(order.sample(ROWS, len(ROWS)))
    assert {row.key for row in table.selected_records()} == {"b", "d"}
    table.set_records([row for row in ROWS if row.key != "b"])
    assert {row.key for row in table.selected_records()} == {"d"}
    table.deleteLater()


def test_reloading_tells_no_selection_but_a_click_does(table: RecordTable, qtbot: QtBot) -> None:
    told: list[list[str]] = []
    table.selected.connect(lambda rows: told.append([row.key for row in rows]))
    table.select_keys(["a"])
    told.clear()
    table.set_records(ROWS[::-1])
    assert not told
    where = table.visualRect(table.records_model.index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told == [["c"]]


def test_the_filter_looks_into_every_cell(table: RecordTable) -> None:
    table.records_model.set_filter("ETA")
    assert shown(table) == "ad"
    table.records_model.set_filter("0.7")
    assert shown(table) == "c"
    table.records_model.set_filter("")
    assert shown(table) == "abcd"


def test_a_mark_is_set_by_mouse_and_by_space(table: RecordTable, qtbot: QtBot) -> None:
    marked: list[tuple[str, str]] = []
    table.marked.connect(lambda row, column: marked.append((row.key, column)))
    where = table.visualRect(table.records_model.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    table.setCurrentIndex(table.records_model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert marked == [("c", "star"), ("a", "star")]


def test_enter_opens_delete_asks_copy_copies(table: RecordTable, qtbot: QtBot) -> None:
    opened: list[str] = []
    deleted: list[list[str]] = []
    table.activated_record.connect(lambda row: opened.append(row.key))
    table.delete_pressed.connect(lambda rows: deleted.append([row.key for row in rows]))
    table.select_keys(["b", "c"])
    table.setCurrentIndex(table.records_model.index(3, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.select_keys(["b", "c"])
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert opened == ["d"]
    assert deleted == [["b", "c"]]
    assert QGuiApplication.clipboard().text() == "Name\tScore\nalpha\t–\nMu\t0.700"


def test_a_name_is_edited_in_place(qtbot: QtBot) -> None:
    renamed: list[tuple[str, str]] = []
    model = RecordModel(columns(lambda row, name: renamed.append((row.key, name))), key=lambda row: row.key)
    model.set_records(ROWS)
    assert model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(0, 1), "  Omega ")
    assert renamed == [("a", "Omega")]


def test_a_cell_says_what_it_is_to_those_who_cannot_see_it(table: RecordTable) -> None:
    model = table.records_model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(2, 0), role) == "Starred"
    assert model.data(model.index(0, 2), role) == "Score: 0.500"


def test_the_menu_is_asked_for_the_selected_records(qtbot: QtBot) -> None:
    asked: list[list[str]] = []

    def menu_for(rows: list[Row]) -> QMenu | None:
        asked.append([row.key for row in rows])
        return None

    table = RecordTable(columns(), key=lambda row: row.key, menu_for=menu_for)
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.select_keys(["a", "d"])
    table.customContextMenuRequested.emit(table.viewport().rect().center())
    assert asked == [["a", "d"]]
