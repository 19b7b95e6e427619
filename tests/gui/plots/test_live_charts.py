"""What live charts owe: bands that are there, names that do not overlap, cheap frames, a view that follows."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from engine.records import DriftMark
from gui.plots.correlation import CorrelationPanel
from gui.plots.latency import LatencyPanel
from gui.plots.live import Mark, spread, with_room
from gui.plots.live_curve import LiveCurvePanel
from gui.plots.moved_inputs import MovedInputsPanel, ranked
from gui.plots.regret import RegretPanel, regret_of
from gui.plots.timeline import TimelinePanel
from gui.plots.weights import WeightsPanel
from tests.gui.plots.invented import inputs, snapshot


def show(panel, qtbot):
    qtbot.addWidget(panel)
    panel.resize(800, 320)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_the_band_has_the_width_of_the_interval(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot(labels=3000))
    low, high = panel._band.heights()
    given_curves = snapshot(labels=3000).curves
    assert low == pytest.approx(given_curves.accuracy_low.min(), abs=1e-9)
    assert high == pytest.approx(given_curves.accuracy_high.max(), abs=1e-9)
    assert panel._band.brush().color().alphaF() > 0.1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6), st.floats(0.001, 0.2))
def test_names_keep_their_order_and_their_distance(places: list[float], gap: float) -> None:
    heights = np.array(places)
    moved = spread(heights, gap)
    order = np.argsort(heights, kind="stable")
    if len(places) > 1:
        assert np.diff(moved[order]).min() >= gap * 0.6


def test_without_a_batch_model_its_curve_and_its_legend_are_absent(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot(batch=False))
    assert "batch" not in {entry.key for entry in panel.legend.entries}
    assert "batch" not in panel.description


def test_baselines_are_always_shown(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.set_reference(0.562)
    panel.take(snapshot())
    assert {"last_class", "prior", "champion"} <= {entry.key for entry in panel.legend.entries}
    assert "last label 51.0 %" in panel.description
    assert panel._champion.isVisible()


def test_it_waits_in_words_until_the_first_label(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot(labels=0, drifts=(), marks=()))
    assert "Waiting for the first labels" in panel.empty_words
    panel.take(snapshot(labels=5))
    assert panel.empty_words == ""


def test_the_view_follows_until_the_user_zooms(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot(labels=1000))
    box = panel.plot.getViewBox()
    assert box.viewRange()[0][1] > 1000
    box.setXRange(100, 200, padding=0)
    box.sigRangeChangedManually.emit(box.mouseEnabled())
    panel.take(snapshot(labels=2000))
    assert box.viewRange()[0] == pytest.approx([100, 200])
    panel.reset_zoom()
    assert box.viewRange()[0][1] > 2000


def test_drift_alarms_are_marked_said_and_found_under_the_mouse(qtbot) -> None:
    panel = show(TimelinePanel(), qtbot)
    panel.take(snapshot())
    assert [spot.symbol() for spot in panel._flags.points()] == ["t", "d"]  # the alarm, and a change of blend
    assert "ADWIN: log loss rose" in panel.description
    assert "ADWIN" in panel._readout(701.0, 0.68)
    assert panel._readout(20.0, 0.68).startswith("label 20:  blended 0.68")


def test_shares_fill_the_height(qtbot) -> None:
    panel = show(WeightsPanel(), qtbot)
    panel.take(snapshot())
    assert panel._batch.heights() == pytest.approx((0.0, 0.8))
    assert panel._online.heights() == pytest.approx((0.8, 1.0))


def test_nothing_is_made_anew_from_frame_to_frame(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot(labels=500))
    before = len(panel.plot.items)
    for labels in range(500, 520):
        panel.take(snapshot(labels=labels))
    assert len(panel.plot.items) == before


def test_a_frame_of_ten_thousand_labels_is_cheap(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    shots = [snapshot(labels=10_000 + number) for number in range(10)]
    panel.take(shots[0])
    panel.canvas.viewport().repaint()
    started = time.process_time()
    for shot in shots:
        panel.take(shot)
        panel.canvas.viewport().repaint()
    assert (time.process_time() - started) / len(shots) < 0.040


def test_the_words_are_not_said_at_every_frame(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot(labels=900))
    said = panel.accessibleDescription()
    panel.take(snapshot(labels=901, window=77))
    assert panel.accessibleDescription() == said
    assert "last 77 labels" in panel.description


def test_the_numbers_of_the_heat_map_are_readable_in_both_themes(qtbot) -> None:
    from PySide6.QtGui import QColor

    from gui.theme import contrast

    panel = show(CorrelationPanel(), qtbot)
    panel.set_records(["a", "b"], np.array([[1.0, -0.3], [-0.3, float("nan")]]))
    for value in np.linspace(-1, 1, 21):
        assert contrast(panel._ink(value), QColor(*panel._shade(value)).name()) >= 4.5
    assert "a and b -0.30" in panel.description


def test_regret_is_to_the_best_member_that_takes_part(qtbot) -> None:
    panel = show(RegretPanel(), qtbot)
    shot = snapshot(labels=1000)
    panel.take(shot)
    best = shot.curves.total_mix
    np.testing.assert_allclose(regret_of(shot, "batch"), shot.curves.total_batch - best)
    assert regret_of(shot, "mix").max() == 0.0
    assert "previous" not in {entry.key for entry in panel.legend.entries}
    panel.take(snapshot(labels=1000, batch=False))
    assert {entry.key for entry in panel.legend.entries} == {"online"}


def test_the_latency_budget_is_a_line_at_one_millisecond_of_a_logarithmic_axis(qtbot) -> None:
    panel = show(LatencyPanel(), qtbot)
    panel.take(snapshot(labels=1000, speed=60.0))
    assert panel._budget.value() == pytest.approx(0.0)  # log10 of 1 ms
    assert panel._budget.isVisible()
    _x, p99 = panel._curves["p99"].series
    np.testing.assert_allclose(10**p99, 0.31)
    assert "99 of 100 within 0.31 ms" in panel.description
    low, high = panel.plot.getViewBox().viewRange()[1]
    assert low < 0.0 < high


def test_inputs_are_ranked_by_distance_times_what_they_matter(qtbot) -> None:
    panel = show(MovedInputsPanel(), qtbot)
    order, _score = ranked(inputs(), {"momentum": 0.98, "spread": 0.02})
    assert order[0] == 0  # moved a quarter as far as the spread, but matters fifty times as much
    panel.take_inputs(inputs(), {})
    panel.take(snapshot())
    assert panel.description.split(": ")[1].startswith("spread 0.80, momentum 0.20")
    assert "spread 0.80" in panel._readout(1200.0, 3.5)


def test_names_of_inputs_have_room_however_low_the_chart_becomes(qtbot) -> None:
    panel = show(MovedInputsPanel(), qtbot)
    panel.take_inputs(inputs(), {})
    panel.take(snapshot())
    names = panel.plot.getAxis("left")._tickLevels
    assert len(names[0]) == 4
    panel.resize(400, 118)
    qtbot.waitUntil(lambda: len(panel.plot.getAxis("left")._tickLevels[0]) == panel._rows() < 4)
    panel.resize(800, 320)
    qtbot.waitUntil(lambda: len(panel.plot.getAxis("left")._tickLevels[0]) == 4)


def test_a_click_on_a_mark_chooses_it_and_elsewhere_nothing(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    panel.take(snapshot())
    chosen: list[float] = []
    panel.mark_chosen.connect(chosen.append)
    box = panel.plot.getViewBox()
    for event in (700.0, 1100.0):
        where = panel.canvas.mapFromScene(box.mapViewToScene(pg.Point(event, 0.57)))
        qtbot.mouseClick(panel.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == [700.0]


def test_marks_carry_their_words_where_there_is_room(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    near = [DriftMark(700 + 2 * number, None, "adwin", "log loss", True, "it rose") for number in range(5)]
    panel.take(snapshot(drifts=tuple(near), marks=()))
    assert sum(item.isVisible() for item in panel._mark_words) == 1
    assert panel._mark_words[0].toPlainText().strip() == "ADWIN"


def test_words_of_a_strong_mark_that_stand_on_its_left_are_not_written_over_a_weak_one() -> None:
    weak, strong = Mark(880.0, "a", short="challenger"), Mark(1000.0, "b", strong=True, short="HDDM_A")
    assert with_room([weak, strong], 1.0, end=1005.0) == [(strong, True)]
    assert with_room([Mark(500.0, "a", short="challenger"), strong], 1.0, end=1005.0)[0][0].short == "challenger"


def test_only_what_flatters_the_champion_is_shaded(qtbot) -> None:
    panel = show(LiveCurvePanel(), qtbot)
    shot = snapshot(labels=100)
    timed = dataclasses.replace(shot, curves=dataclasses.replace(shot.curves, time=shot.curves.event * 10),
                                shaded=(200, 400))
    panel.take(timed)
    assert panel._seen.isVisible()
    assert panel._seen.getRegion() == (20.0, 39.0)
    panel.take(dataclasses.replace(timed, shaded=None))
    assert not panel._seen.isVisible()
