"""What is particular to one chart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from engine.records import Curve, Interval
from gui.plots import look
from gui.plots.calibration import CalibrationPanel
from gui.plots.comparison import ComparisonPanel
from gui.plots.importance import ImportancePanel
from gui.plots.learning import LearningPanel
from gui.plots.legend import LegendButton
from gui.plots.roc import RocPanel
from gui.plots.series import CurveRecord, ScoreRecord, Series, ShareRecord, thinned
from gui.theme import DARK, LIGHT, contrast


def show(panel, qtbot):
    qtbot.addWidget(panel)
    panel.resize(480, 320)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def series(place: int, champion: bool = False) -> Series:
    return Series(f"run{place}{champion}", f"Run {place}", place, champion)


def test_curves_differ_without_colour_and_only_the_champion_is_dotted(qapp) -> None:
    now = look.current()
    pens = [now.pen(series(place)).dashPattern() for place in range(6)]
    assert len({tuple(pen) for pen in pens}) == 6
    dotted = now.pen(series(0, champion=True)).dashPattern()
    assert tuple(dotted) not in {tuple(pen) for pen in pens}
    assert now.pen(series(3, champion=True)).color() == now.pen(series(0, champion=True)).color()


def test_every_series_colour_stands_out_in_both_themes() -> None:
    for colors in (LIGHT, DARK):
        assert min(contrast(color, colors.surface) for color in colors.series) >= 3.0


def test_a_legend_button_puts_a_curve_away_and_back(qtbot) -> None:
    panel = RocPanel()
    panel.set_records([CurveRecord(series(n), Curve(np.linspace(0, 1, 9), np.linspace(0, 1, 9))) for n in range(2)])
    show(panel, qtbot)
    button = panel.legend.findChildren(LegendButton)[0]
    assert len([c for c in panel.plot.listDataItems() if c.isVisible()]) == 3  # two runs and the diagonal
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len([c for c in panel.plot.listDataItems() if c.isVisible()]) == 2
    button.click()
    assert len([c for c in panel.plot.listDataItems() if c.isVisible()]) == 3


def test_items_are_made_once_however_often_the_records_change(qtbot) -> None:
    panel = show(RocPanel(), qtbot)
    records = [CurveRecord(series(n), Curve(np.linspace(0, 1, 9), np.linspace(0, 1, 9))) for n in range(3)]
    panel.set_records(records)
    before = len(panel.plot.items)
    for _ in range(20):
        panel.set_records(records[:2])
        panel.set_records(records)
    assert len(panel.plot.items) == before


def test_a_long_curve_is_thinned_with_its_ends() -> None:
    x, y = thinned(Curve(np.linspace(0, 1, 10_000), np.linspace(0, 1, 10_000) ** 2))
    assert len(x) <= 400
    assert (x[0], x[-1], y[-1]) == (0.0, 1.0, 1.0)


def test_calibration_shows_error_bars_of_the_given_interval(qtbot) -> None:
    x = np.array([0.3, 0.4, 0.5])
    panel = CalibrationPanel()
    panel.set_records([CurveRecord(series(0), Curve(x, x, x - 0.05, x + 0.1, np.array([5, 9, 4])))])
    show(panel, qtbot)
    bars = panel._errors[0].opts
    np.testing.assert_allclose(bars["top"], 0.1)
    np.testing.assert_allclose(bars["bottom"], 0.05)
    assert panel.plot.getViewBox().viewRange()[1][1] >= 0.6


def test_importance_has_one_order_for_all_libraries(qtbot) -> None:
    panel = ImportancePanel(limit=2)
    panel.set_records([ShareRecord(series(0), {"a": 0.1, "b": 0.6, "c": 0.3}), ShareRecord(series(1), {"a": 0.9})])
    assert panel.leading() == ["a", "b"]
    assert [row[0] for row in panel.table().rows] == ["a", "b", "c"]


def test_importance_with_the_same_run_twice_keeps_bars_for_one_run(qtbot) -> None:
    panel = show(ImportancePanel(), qtbot)
    panel.set_records([ShareRecord(series(0), {"a": 0.7, "b": 0.3})])
    assert panel._bars.isVisible()
    panel.set_records([ShareRecord(series(0), {"a": 0.7}), ShareRecord(series(1), {"a": 0.4})])
    assert not panel._bars.isVisible()
    assert sum(dots.isVisible() for dots in panel._dots) == 2


def test_comparison_keeps_the_champion_as_reference_and_says_the_intervals(qtbot) -> None:
    champion = ScoreRecord(series(0, champion=True), Interval(0.56, 0.54, 0.58))
    panel = show(ComparisonPanel(), qtbot)
    panel.set_records([ScoreRecord(series(0), Interval(0.57, 0.55, 0.59)), champion])
    assert panel._line.isVisible()
    assert panel._line.value() == 0.56
    assert "0.570, 95 % 0.550 to 0.590" in panel.description
    assert "(champion)" in panel.description


def test_comparison_without_an_interval_shows_the_value_alone(qtbot) -> None:
    panel = show(ComparisonPanel(), qtbot)
    panel.set_records([ScoreRecord(series(0), Interval(0.57, float("nan"), float("nan")))])
    assert panel.description == "AUC: Run 0 0.570."


def test_learning_draws_many_points_in_few_frames(qtbot, monkeypatch) -> None:
    panel = show(LearningPanel(), qtbot)
    drawn: list[int] = []
    draw = panel._draw
    monkeypatch.setattr(panel, "_draw", lambda: (drawn.append(1), draw()))
    panel.begin()
    for number in range(3000):
        panel.take({"model": "lightgbm", "fold": 0, "round": number, "train_loss": 0.6, "valid_loss": 0.65})
    qtbot.waitUntil(lambda: bool(drawn), timeout=2000)
    panel.finish()
    assert len(drawn) <= 5
    assert len(panel.table().rows) == 3000
    assert "validation loss 0.6500" in panel.description


def test_learning_ignores_points_that_are_not_rounds(qtbot) -> None:
    panel = show(LearningPanel(), qtbot)
    panel.begin()
    panel.take({"model": "xgboost", "rows": 5})
    assert panel.empty_words == "Waiting for the first round."
