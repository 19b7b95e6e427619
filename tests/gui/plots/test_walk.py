"""Every chart of the program by hand: cross-hair, the eyes of its legend, drag to zoom, one click back."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import gui
from engine.settings import Language, Theme
from gui.plots.base import PlotPanel
from gui.plots.by_pixels import ByPixelsPanel
from gui.plots.curves import CurvesPanel
from gui.plots.legend import LegendButton
from gui.plots.live import LivePanel
from gui.plots.watched import WatchedPanel
from gui.theme import theme
from gui.translation import set_language
from tests.gui.plots.conftest import MAKERS

_SHARED = {PlotPanel, ByPixelsPanel, CurvesPanel, LivePanel, WatchedPanel}  # what charts are made of
_NONE, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def every_move() -> Iterator[None]:
    """The mouse of a test is quicker than a hand: no move is left out."""
    before = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)
    yield
    pg.setConfigOption("mouseRateLimit", before)


@pytest.fixture(params=[Language.ENGLISH, Language.GERMAN], ids=["english", "german"])
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    """What holds in one language holds in the other."""
    set_language(request.param)
    yield
    set_language(Language.ENGLISH)


def shown(panel: PlotPanel, qtbot: QtBot) -> PlotPanel:
    with qtbot.waitExposed(panel):
        panel.show()
    panel.settle()
    return panel


def _place(panel: PlotPanel, across: float, up: float) -> QPoint:
    """A place in the canvas, by shares of the plot."""
    rect = panel.plot.getViewBox().sceneBoundingRect()
    return panel.canvas.mapFromScene(QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height()))


def _mouse(panel: PlotPanel, kind: QEvent.Type, where: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    viewport = panel.canvas.viewport()
    event = QMouseEvent(kind, QPointF(where), QPointF(viewport.mapToGlobal(where)), button, held,
                        Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def move(panel: PlotPanel, across: float, up: float) -> None:
    _mouse(panel, QEvent.Type.MouseMove, _place(panel, across, up), _NONE, _NONE)


def drag(panel: PlotPanel, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press, move in steps, let go."""
    _mouse(panel, QEvent.Type.MouseButtonPress, _place(panel, *start), _LEFT, _LEFT)
    for step in range(1, 6):
        between = [a + (b - a) * step / 5 for a, b in zip(start, end, strict=True)]
        _mouse(panel, QEvent.Type.MouseMove, _place(panel, *between), _NONE, _LEFT)
    _mouse(panel, QEvent.Type.MouseButtonRelease, _place(panel, *end), _LEFT, _NONE)


def view(panel: PlotPanel) -> list[float]:
    panel.canvas.grab()  # an automatic range is found when it is painted
    return [edge for axis in panel.plot.viewRange() for edge in axis]


def drawn(panel: PlotPanel) -> QImage:
    """The plot without its legend."""
    made = QImage(panel.canvas.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    panel.canvas.scene().render(painter, QRectF(made.rect()), panel.plot.sceneBoundingRect())
    painter.end()
    return made


def test_every_chart_of_the_program_is_walked(qtbot: QtBot) -> None:
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        importlib.import_module(module.name)
    found, left = set(), [PlotPanel]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith("gui."):
            found.add(kind)
    walked = {type(make()) for make in MAKERS.values()}
    same = {kind for kind in found if all(name.startswith("__") or name == "staticMetaObject" for name in vars(kind))}
    assert found - _SHARED - walked <= same, "a chart that draws or says something of its own"  # others have own titles
    assert walked <= found


def test_the_mouse_shows_a_cross_hair_and_what_is_there(panel: PlotPanel, qtbot: QtBot) -> None:
    shown(panel, qtbot)
    quiet = panel.header.note.text()
    told = set()
    for across in (0.15, 0.4, 0.6, 0.85):
        for up in (0.2, 0.5, 0.8):
            move(panel, across, up)
            assert panel.crosshair.shown
            told.add(panel.header.note.text())
    assert any(any(letter.isdigit() for letter in words) for words in told - {quiet}), told
    move(panel, 0.5, -0.5)  # below the axis
    assert not panel.crosshair.shown
    assert panel.header.note.text() == quiet


def test_dragging_zooms_and_one_click_brings_all_back(panel: PlotPanel, qtbot: QtBot) -> None:
    shown(panel, qtbot)
    before = view(panel)
    drag(panel, (0.3, 0.3), (0.6, 0.7))
    left, right, bottom, top = view(panel)
    assert right - left < 0.5 * (before[1] - before[0])
    assert abs(top - bottom) < 0.7 * abs(before[3] - before[2])
    assert panel.header.reset.isVisible()
    qtbot.mouseClick(panel.header.reset, _LEFT)
    assert not panel.header.reset.isVisible()
    wide, tall = before[1] - before[0], abs(before[3] - before[2])
    after = view(panel)
    assert after[:2] == pytest.approx(before[:2], abs=0.06 * wide)
    assert after[2:] == pytest.approx(before[2:], abs=0.6 * tall)  # a live chart fits its height with some air


def test_each_eye_of_the_legend_puts_one_curve_away_and_back(language: None, panel: PlotPanel, qtbot: QtBot) -> None:
    shown(panel, qtbot)
    several = [button for button in panel.legend.findChildren(LegendButton) if button.isVisible()]
    whole = drawn(panel)
    for button in several:
        qtbot.mouseClick(button, _LEFT)
        assert not button.isChecked()
        assert drawn(panel) != whole, f"{button.text()} puts nothing away"
        qtbot.mouseClick(button, _LEFT)
        assert button.isChecked()


def test_what_is_zoomed_stays_so_through_the_legend_and_the_theme(panel: PlotPanel, qtbot: QtBot,
                                                                  qapp: QApplication) -> None:
    shown(panel, qtbot)
    drag(panel, (0.3, 0.3), (0.6, 0.7))
    part = view(panel)
    for button in panel.legend.findChildren(LegendButton)[:1]:
        qtbot.mouseClick(button, _LEFT)
    theme.apply(qapp, Theme.DARK)
    assert view(panel) == pytest.approx(part)
    assert panel.header.reset.isVisible()


def test_charts_with_several_curves_have_an_eye_for_each(panel: PlotPanel, qtbot: QtBot,
                                                         request: pytest.FixtureRequest) -> None:
    many = {"roc": 3, "precision_recall": 3, "calibration": 3, "importance": 3, "money": 3, "learning": 1, "folds": 3,
            "trials": 2, "front": 2, "replayed": 2, "accuracy": 5, "timeline": 4, "regret": 5, "latency": 3}
    name = request.node.callspec.params["panel"].__name__
    shown(panel, qtbot)
    assert len(panel.legend.entries) >= many.get(name, 0)
