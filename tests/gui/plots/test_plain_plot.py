"""A plot has pyqtgraph's options without the widgets of its menu: the library's own form is the oracle."""

from __future__ import annotations

import pyqtgraph as pg
from pyqtgraph.graphicsItems.PlotItem import plotConfigTemplate_generic as template
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.plots.canvas import Canvas


def test_every_option_begins_as_pyqtgraph_has_it(qtbot: QtBot) -> None:
    theirs, holder = template.Ui_Form(), QWidget()
    theirs.setupUi(holder)
    canvas = Canvas()
    qtbot.addWidget(canvas)
    ours = canvas.plotItem.ctrl
    for name, part in vars(theirs).items():
        if isinstance(part, QWidget) and name not in ("label", "avgParamList"):
            for ask in ("isChecked", "value", "maximum"):
                if hasattr(part, ask) and hasattr(ours, name) and not (ask == "maximum" and "Spin" in name):
                    assert getattr(getattr(ours, name), ask)() == getattr(part, ask)(), (name, ask)
            assert hasattr(ours, name), name
    holder.deleteLater()


def test_a_chart_has_no_menu_and_few_widgets(qtbot: QtBot) -> None:
    before = set(QApplication.allWidgets())
    canvas = Canvas()
    qtbot.addWidget(canvas)
    QApplication.sendPostedEvents(None, 52)  # what is deleted later
    made = [widget for widget in QApplication.allWidgets() if widget not in before]
    assert len(made) < 12
    assert not [widget for widget in made if isinstance(widget, QMenu)]


def test_grid_downsampling_and_clipping_still_work(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    plot = canvas.plotItem
    curve = plot.plot([0, 1, 2], [1, 3, 2])
    plot.showGrid(x=True, y=False, alpha=0.5)
    assert (plot.getAxis("bottom").grid, plot.getAxis("left").grid) == (127, False)
    plot.setDownsampling(auto=True, mode="peak")
    plot.setClipToView(True)
    assert (curve.opts["autoDownsample"], curve.opts["downsampleMethod"], curve.opts["clipToView"]) == (
        True, "peak", True)
    plot.setLogMode(x=False, y=True)
    assert curve.opts["logMode"] == [False, True]
    plot.removeItem(curve)
    assert plot.items == []


def test_what_others_make_with_pyqtgraph_is_left_as_it_is(qtbot: QtBot) -> None:
    Canvas().deleteLater()
    theirs = pg.PlotWidget()
    qtbot.addWidget(theirs)
    assert isinstance(theirs.plotItem.ctrlMenu, QMenu)
    assert isinstance(theirs.plotItem.ctrl.xGridCheck, QObject)
    assert theirs.plotItem.ctrl.xGridCheck.text()
