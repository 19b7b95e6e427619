"""The small plots: well-formed, inside their frame, broken where nothing is known."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drawing.svg import Axis, Plot, style_sheet, ticks


def plot(words: str = "A plot") -> Plot:
    return Plot(Axis("across", 0, 10), Axis("up", -1, 1), words=words)


def parsed(markup: str) -> ET.Element:
    return ET.fromstring(markup)


def test_a_plot_is_well_formed_and_described_whatever_its_words() -> None:
    drawn = plot('a < b & "c"')
    drawn.line([0, 5, 10], [0, 1, -1], 0, "<script>")
    drawn.row_name(0, "x & y")
    root = parsed(drawn.markup())
    assert root.get("aria-label") == 'a < b & "c"'
    assert "<script>" in "".join(root.itertext())
    assert "<script>" not in drawn.markup()


def test_a_file_of_its_own_carries_its_colours_and_an_inline_one_does_not() -> None:
    assert "<style>" in plot().markup(standalone=True)
    assert parsed(plot().markup(standalone=True)).tag == "{http://www.w3.org/2000/svg}svg"
    assert "http" not in plot().markup()
    assert "--s5:" in style_sheet({"s5": "#fff"})


def test_unknown_values_break_a_line() -> None:
    drawn = plot()
    drawn.line([0, 1, 2, 3, 4], [0, 0.5, math.nan, 0.5, 0], 0)
    assert drawn.markup().count("<polyline") == 2
    drawn = plot()
    drawn.line([0, 1], [math.nan, math.nan], 0)
    drawn.band([0, 1], [math.nan, 0], [1, 1], 0)
    drawn.whisker(0, math.nan, 1, 0)
    assert "polyline" not in drawn.markup()
    assert "polygon" not in drawn.markup()


def test_a_long_line_is_thinned_with_both_ends_kept() -> None:
    drawn = Plot(Axis("", 0, 99_999), Axis("", 0, 1), words="long")
    drawn.line(np.arange(100_000), np.linspace(0, 1, 100_000), 0)
    points = re.search(r'polyline[^>]*points="([^"]+)"', drawn.markup())
    assert points is not None
    pairs = points.group(1).split()
    assert len(pairs) <= 400
    assert pairs[0].startswith("62.0,")
    assert pairs[-1].startswith("504.0,")


def test_marks_outside_the_range_stay_in_the_frame() -> None:
    drawn = plot()
    drawn.dot(1e9, -1e9, 2)
    circle = next(element for element in parsed(drawn.markup()) if element.tag == "circle")
    assert 0 <= float(circle.get("cx", "-1")) <= 520
    assert 0 <= float(circle.get("cy", "-1")) <= 340


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_few_and_inside(low: float, width: float) -> None:
    found = ticks(low, low + width)
    assert 1 <= len(found) <= 12
    assert all(low - width * 1e-6 <= tick <= low + width * (1 + 1e-6) for tick in found)


@pytest.mark.parametrize(("low", "high", "expected"), [
    (0.0, 1.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]), (0.48, 0.62, [0.5, 0.55, 0.6]), (3.0, 3.0, [3.0]),
])
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)
