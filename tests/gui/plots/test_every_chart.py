"""What every chart owes its user, whichever it is."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QToolButton

from engine.errors import WorkbenchError
from engine.settings import Theme
from gui.plots import menu
from gui.plots.base import PlotPanel
from gui.plots.correlation import CorrelationPanel
from gui.theme import DARK, theme


def shown(panel: PlotPanel, qtbot) -> PlotPanel:
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_the_words_carry_the_numbers(panel: PlotPanel) -> None:
    assert re.search(r"\d\.\d", panel.description)
    assert panel.canvas.accessibleDescription() == panel.description
    assert panel.accessibleName()


def test_there_is_a_table_behind_the_picture(panel: PlotPanel) -> None:
    table = panel.table()
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_axes_never_scale_their_numbers(panel: PlotPanel, qtbot) -> None:
    shown(panel, qtbot)
    for side in ("bottom", "left"):
        assert "(x" not in panel.plot.getAxis(side).labelString()
        assert not panel.plot.getAxis(side).autoSIPrefix


def test_a_hidden_chart_draws_only_when_it_is_shown(panel: PlotPanel, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = panel._draw
    monkeypatch.setattr(panel, "_draw", lambda: (drawn.append(1), draw()))
    panel._changed()
    assert not drawn
    shown(panel, qtbot)
    assert len(drawn) in (1, 2)  # one that is placed by pixels once more, where long names took of its room


def test_the_theme_reaches_a_visible_chart_at_once_and_a_hidden_one_when_shown(panel: PlotPanel, qtbot,
                                                                               qapp: QApplication) -> None:
    shown(panel, qtbot)
    assert panel.canvas.backgroundBrush().color().name() == "#ffffff"
    theme.apply(qapp, Theme.DARK)
    assert panel.canvas.backgroundBrush().color().name() == DARK.surface
    panel.hide()
    theme.apply(qapp, Theme.LIGHT)
    shown(panel, qtbot)
    assert panel.canvas.backgroundBrush().color().name() == "#ffffff"


def test_the_picture_is_not_one_colour(panel: PlotPanel, qtbot) -> None:
    shown(panel, qtbot)
    image = panel.image(1.0)
    colors = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colors) > 5


def test_png_svg_pdf_and_csv_open_again(panel: PlotPanel, tmp_path: Path) -> None:
    for suffix in ("png", "svg", "pdf", "csv"):
        panel.save(tmp_path / f"chart.{suffix}")
    assert QImage(str(tmp_path / "chart.png")).width() >= 900
    root = ElementTree.parse(tmp_path / "chart.svg").getroot()
    assert root.tag.endswith("svg")
    if not isinstance(panel, CorrelationPanel):  # a heat map is a picture of k by k pixels
        assert "<image" not in (tmp_path / "chart.svg").read_text()
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")
    rows = list(csv.reader(io.StringIO((tmp_path / "chart.csv").read_text())))
    assert tuple(rows[0]) == panel.table().columns
    assert len(rows) == 1 + len(panel.table().rows)


def test_an_unknown_format_is_refused_with_a_remedy(panel: PlotPanel, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError) as refused:
        panel.save(tmp_path / "chart.docx")
    assert "PNG" in refused.value.remedy


def test_copy_puts_the_picture_and_the_numbers_on_the_clipboard(panel: PlotPanel) -> None:
    panel.copy_data()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "\t".join(panel.table().columns)
    panel.copy_image()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_menu_is_ours_and_complete(panel: PlotPanel) -> None:
    words = [action.text() for action in menu.chart_menu(panel).actions() if action.text()]
    assert words == ["Copy Image", "Copy Data", "Save PNG…", "Save SVG…", "Save PDF…", "Save CSV…", "Show as Table",
                     "Full Screen", "Reset Zoom"]
    assert not panel.plot.getViewBox().menuEnabled()


def test_zoom_offers_the_way_back(panel: PlotPanel, qtbot) -> None:
    shown(panel, qtbot)
    box = panel.plot.getViewBox()
    before = box.viewRange()
    box.scaleBy((0.5, 0.5))
    box.sigRangeChangedManually.emit(box.mouseEnabled())
    reset = next(b for b in panel.findChildren(QToolButton) if b.accessibleName().endswith("Reset Zoom"))
    assert reset.isVisible()
    reset.click()
    assert not reset.isVisible()
    panel.grab()  # an automatic range is found when it is painted
    assert box.viewRange()[0] == pytest.approx(before[0], rel=0.1, abs=0.2)


def test_every_button_has_a_name(panel: PlotPanel) -> None:
    assert all(button.accessibleName() for button in panel.findChildren(QToolButton))


def test_words_stand_where_there_is_no_picture(panel: PlotPanel) -> None:
    panel.set_empty("No run is selected.")
    assert panel.empty_words == "No run is selected."
    assert panel.description == "No run is selected."
    panel.set_empty(None)
    assert panel.empty_words == ""
