"""Numbers and times as they are read."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from engine.records import Interval
from gui.parts import words


@pytest.mark.parametrize(("seconds", "text"), [
    (None, ""), (math.inf, ""), (0.2, "about 1 s left"), (7.4, "about 7 s left"), (89, "about 89 s left"),
    (100, "about 2 min left"), (3000, "about 50 min left"), (7260, "about 2 h 01 min left"),
])
def test_what_is_left_is_told_as_roughly_as_it_is_known(seconds: float | None, text: str) -> None:
    assert words.seconds_left(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [
    (0.04, "0.0 s"), (3.21, "3.2 s"), (9.96, "10 s"), (59.4, "59 s"), (61, "1 min 01 s"), (3725, "1 h 02 min"),
])
def test_a_duration_has_two_units_at_most(seconds: float, text: str) -> None:
    assert words.duration(seconds) == text


def test_scores_have_a_true_minus_and_a_dash_where_nothing_is_known() -> None:
    assert words.score(-0.0123) == "−0.012"
    assert words.signed(-0.5) == "−0.500"
    assert words.score(math.nan) == words.score(None) == words.interval(None) == words.plus_minus(None) == "–"
    assert words.plus_minus(Interval(0.555, 0.528, 0.582)) == "0.555 ± 0.027"
    assert words.interval(Interval(0.555, 0.528, 0.582)) == "0.555 (0.528 to 0.582)"
    assert words.plus_minus(Interval(0.555, math.nan, math.nan)) == "0.555"
    assert words.share(0.3869) == "38.7 %"
    assert words.counted(1, "row") == "1 row"
    assert words.counted(12345, "row") == "12,345 rows"


def test_a_moment_is_as_short_as_it_can_be() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert words.moment("2026-11-23T12:00:00Z", now=now) == f"{now.astimezone():%H:%M}"
    assert words.moment("2026-03-02T12:00:00Z", now=now).startswith("2 Mar ")
    assert words.moment("2025-03-02T12:00:00Z", now=now) == "2 Mar 2025"
    assert words.day("2017-07-02T06:00:00Z") == "2 Jul 2017"
    assert words.day(None) == words.moment(None) == "–"
