"""Charts are drawn one a turn of the event loop."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.parts.turns import Turns


class Chart(QWidget):
    """Counts how often it was drawn; may fail at it."""

    def __init__(self, qtbot: QtBot, *, fails: bool = False) -> None:
        super().__init__()
        self.drawn, self.fails = 0, fails
        qtbot.addWidget(self)
        with qtbot.waitExposed(self):
            self.show()

    def draw_now(self) -> None:
        self.drawn += 1
        if self.fails:
            raise ValueError("no chart of this")


def test_the_first_is_drawn_at_once_and_the_others_soon(qtbot: QtBot) -> None:
    turns, charts = Turns(), [Chart(qtbot) for _ in range(3)]
    for chart in charts:
        turns.draw(chart)
    assert [chart.drawn for chart in charts] == [1, 0, 0]
    qtbot.waitUntil(lambda: not turns.busy)
    assert [chart.drawn for chart in charts] == [1, 1, 1]


def test_what_is_put_off_is_drawn_soon_and_what_is_hidden_by_then_is_not(qtbot: QtBot) -> None:
    turns, seen, hidden = Turns(), Chart(qtbot), Chart(qtbot)
    with turns.put_off():
        turns.draw(hidden)
        turns.draw(seen)
    hidden.hide()
    assert (seen.drawn, turns.busy) == (0, True)
    qtbot.waitUntil(lambda: not turns.busy)
    assert (seen.drawn, hidden.drawn) == (1, 0)


def test_a_chart_that_fails_holds_up_no_other(qtbot: QtBot) -> None:
    turns, failing, others = Turns(), Chart(qtbot, fails=True), [Chart(qtbot) for _ in range(2)]
    with qtbot.captureExceptions() as told:
        with turns.put_off():
            for chart in (failing, *others):
                turns.draw(chart)
        qtbot.waitUntil(lambda: not turns.busy)
    assert [chart.drawn for chart in others] == [1, 1]
    assert [kind for kind, *_ in told] == [ValueError]


def test_a_timer_that_came_due_while_one_was_drawn_goes_before_the_next(qtbot: QtBot) -> None:
    turns, charts, order = Turns(), [Chart(qtbot) for _ in range(2)], []
    timer = QTimer(charts[0], interval=0, singleShot=True)
    timer.timeout.connect(lambda: order.append([chart.drawn for chart in charts]))
    charts[0].draw_now = timer.start  # type: ignore[method-assign]
    with turns.put_off():
        for chart in charts:
            turns.draw(chart)
    qtbot.waitUntil(lambda: not turns.busy and bool(order))
    assert order == [[0, 0]]
    assert charts[1].drawn == 1


def test_what_is_done_later_has_a_turn_of_its_own_before_the_charts_that_wait(qtbot: QtBot) -> None:
    turns, charts, seen = Turns(), [Chart(qtbot) for _ in range(2)], []
    with turns.put_off():
        turns.draw(charts[0])

    def piece() -> None:
        turns.draw(charts[1])
        seen.append([chart.drawn for chart in charts])

    turns.later(charts[0], piece)
    turns.later(charts[0], piece)
    assert (seen, turns.busy) == ([], True)
    qtbot.waitUntil(lambda: not turns.busy)
    assert seen == [[0, 0], [0, 0]]
    assert [chart.drawn for chart in charts] == [1, 1]


def test_nothing_is_done_later_for_one_that_is_gone(qtbot: QtBot) -> None:
    turns, owner, done = Turns(), QObject(), []
    turns.later(owner, lambda: done.append("gone"))
    turns.later(turns, lambda: done.append("there"))
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == ["there"]


def test_one_that_is_drawn_all_the_time_holds_up_no_other(qtbot: QtBot) -> None:
    turns, dragged, waiting = Turns(), Chart(qtbot), Chart(qtbot)
    timer = QTimer(dragged, interval=1)
    timer.timeout.connect(lambda: turns.draw(dragged))
    timer.start()
    with turns.put_off():
        turns.draw(waiting)
    qtbot.waitUntil(lambda: bool(waiting.drawn))
    assert dragged.drawn > 1
