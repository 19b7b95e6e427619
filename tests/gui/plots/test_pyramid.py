"""Long series: what is drawn covers every point, costs the same whatever the length, and holds still while moved."""

from __future__ import annotations

import time

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.plots.long_items import Band, LongCurve
from gui.plots.pyramid import Pyramid


@given(st.integers(1, 20_000), st.integers(0, 1000), st.integers(1, 900), st.floats(0, 1), st.floats(0, 1))
def test_what_is_drawn_reaches_from_the_least_to_the_greatest_in_view(many, seed, pixels, one, other) -> None:
    values = np.random.default_rng(seed).normal(size=many)
    values[::7] = np.nan
    x = np.arange(1, many + 1)
    first, last = sorted((one * many, other * many))
    pyramid = Pyramid(x, values)
    drawn_x, drawn = pyramid.outline(first, last, pixels)
    inside = values[(x >= first) & (x <= last)]
    inside = inside[~np.isnan(inside)]
    assert len(drawn_x) == len(drawn) <= max(4 * pixels, 2 * pixels + 6)
    assert (np.diff(drawn_x) >= 0).all()
    if len(inside):
        assert np.nanmin(drawn) <= inside.min()
        assert np.nanmax(drawn) >= inside.max()
        assert np.isin(drawn[~np.isnan(drawn)], values).all()  # no value is invented


@given(st.integers(2, 20_000), st.integers(2, 600))
def test_stretches_cover_every_point_and_begin_at_multiples_of_their_length(many: int, columns: int) -> None:
    values = np.random.default_rng(many).normal(size=many)
    pyramid = Pyramid(np.arange(many), values)
    x, low, high = pyramid.stretches(0, many, columns)
    assert low.min() == values.min()
    assert high.max() == values.max()
    apart = np.unique(np.diff(x)).astype(int)
    assert len(apart) <= 1
    assert not len(apart) or (apart[0] & (apart[0] - 1)) == 0


def test_one_peak_in_a_million_points_is_seen_at_every_zoom() -> None:
    values = np.zeros(1_000_000)
    values[654_321] = 5.0
    pyramid = Pyramid(np.arange(len(values)), values)
    for wide in (1_000_000, 300_000, 20_000, 500):
        assert pyramid.outline(654_321 - wide, 654_321 + wide, 800)[1].max() == 5.0


@pytest.fixture
def plot(qtbot) -> pg.PlotWidget:
    made = pg.PlotWidget()
    qtbot.addWidget(made)
    made.resize(800, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_curve_draws_what_is_in_view_and_no_more_than_it_has_pixels(plot) -> None:
    curve = LongCurve()
    plot.addItem(curve)
    x = np.arange(500_000)
    plot.setXRange(0, 500_000, padding=0)
    curve.set_series(x, np.sin(x / 1000.0))
    assert len(curve.xData) <= 2 * plot.getViewBox().width() + 10
    plot.setXRange(1000, 1100, padding=0)
    assert curve.xData[0] >= 998
    assert curve.xData[-1] <= 1102
    np.testing.assert_array_equal(curve.yData, np.sin(curve.xData / 1000.0))


def test_a_band_of_any_length_reaches_to_the_newest_point(plot) -> None:
    band = Band()
    plot.addItem(band)
    x = np.arange(1, 100_001)
    plot.setXRange(0, 120_000, padding=0)
    band.set_data(x, np.zeros(len(x)), np.ones(len(x)))
    assert band.boundingRect().right() == 100_000
    assert band.heights() == (0.0, 1.0)


def test_ten_times_the_points_do_not_cost_twice_the_time() -> None:
    def cost(many: int) -> float:
        pyramid = Pyramid(np.arange(many), np.zeros(many))
        best = float("inf")
        for _ in range(5):
            began = time.process_time()
            for step in range(50):
                pyramid.outline(step * 100.0, many * 0.8 + step * 100.0, 1000)
            best = min(best, time.process_time() - began)
        return best

    assert cost(2_000_000) < 2.5 * cost(200_000) + 0.002
