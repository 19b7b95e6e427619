"""Pages of plots that are filled a little later while a tab is built piece by piece."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.parts import ahead
from gui.parts.plot_pages import PlotPages


def _plots() -> list[QWidget]:
    return [QWidget() for _ in range(4)]


def _pages(plots: list[QWidget]) -> PlotPages:
    return PlotPages([(name, (plot,)) for name, plot in zip("abcd", plots, strict=True)])


def _held(pages: PlotPages, plots: list[QWidget]) -> list[bool]:
    return [pages.isAncestorOf(plot) for plot in plots]


def test_pages_that_are_made_in_one_go_hold_all_their_plots(qtbot: QtBot) -> None:
    """Nobody builds piece by piece: nothing waits."""
    pages = _pages(plots := _plots())
    qtbot.addWidget(pages)
    assert _held(pages, plots) == [True] * 4


def test_piece_by_piece_only_the_page_in_front_is_filled_at_once_and_the_rest_fills_the_others(qtbot: QtBot) -> None:
    """One piece a hidden page, and each works once."""
    with ahead.piece_by_piece() as rest:
        pages = _pages(plots := _plots())
    qtbot.addWidget(pages)
    assert _held(pages, plots) == [True, False, False, False]
    for piece in (*rest, *rest):
        piece()
    assert _held(pages, plots) == [True] * 4


def test_a_page_that_is_turned_to_before_its_turn_holds_its_plots(qtbot: QtBot) -> None:
    """Nobody ever looks at an empty page."""
    with ahead.piece_by_piece() as rest:
        pages = _pages(plots := _plots())
    qtbot.addWidget(pages)
    pages.show_page("c")
    assert _held(pages, plots) == [True, False, True, False]
    for piece in rest:
        piece()
    assert _held(pages, plots) == [True] * 4


def test_pages_that_are_arranged_anew_before_they_are_filled_hold_every_plot_once(qtbot: QtBot) -> None:
    """The window grew while the tab was being built: the pieces of the pages that are gone do nothing."""
    with ahead.piece_by_piece() as rest:
        pages = _pages(plots := _plots())
        qtbot.addWidget(pages)
        pages.resize(800, 900)
        pages.show()
    qtbot.waitUntil(lambda: len(pages.titles) == 2)
    for piece in rest:
        piece()
    qtbot.wait(1)
    assert _held(pages, plots) == [True] * 4
    pages.show_page("d")
    assert [plot.isVisible() for plot in plots] == [False, False, True, True]


def test_pages_that_are_closed_before_they_are_filled_are_left_alone(qtbot: QtBot) -> None:
    """A monitor's view may be closed while it is still being built."""
    with ahead.piece_by_piece() as rest:
        pages = _pages(plots := _plots())
    shiboken6.delete(pages)
    for piece in rest:
        piece()
    assert len(rest) == len(plots) - 1
