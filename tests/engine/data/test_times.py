"""Times in the spellings of the world come out as one number, or as words about what is wrong."""

from __future__ import annotations

from datetime import datetime, timezone

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.day_order import DayOrder
from engine.data.times import MISSING, looks_like_time, read_times
from engine.records import Level

NOON = 1_704_110_400 * 10**9  # 2024-01-01T12:00:00Z


def read(*cells, order=None):
    return read_times(pd.Series(list(cells)), "when", order)


@pytest.mark.parametrize("cell", [
    "2024-01-01T12:00:00Z", "2024-01-01 12:00:00", "2024-01-01T12:00:00.000000000Z", "2024-01-01 14:00:00+02:00",
    "2024-01-01T07:00:00-0500", "2024/01/01 12:00", "2024.01.01 12:00", "2024-01-01 12:00:00 UTC", "20240101T120000",
    "1-Jan-2024 12:00", "Jan 1, 2024 12:00 PM", "01.01.2024 12:00", "1704110400", "1704110400000",
    1_704_110_400, 1_704_110_400.0, 1_704_110_400_000, 1_704_110_400_000_000, 1_704_110_400_000_000_000, 202401011200,
])
def test_one_moment_in_many_spellings(cell):
    assert read(cell).ns.tolist() == [NOON]
    assert looks_like_time(pd.Series([cell]))


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), min_size=1, max_size=20),  # noqa: DTZ001
       st.sampled_from(["%d/%m/%Y %H:%M:%S.%f", "%m/%d/%Y %H:%M:%S.%f", "%d-%m-%Y %H:%M:%S.%f"]))
@settings(max_examples=30, deadline=None)
def test_written_dates_agree_with_the_standard_library(moments, form):
    order = DayOrder.MONTH_FIRST if form.startswith("%m") else DayOrder.DAY_FIRST
    column = pd.Series([moment.strftime(form) for moment in moments])
    reading = read_times(column, "when", order)
    sure = any(moment.day > 12 for moment in moments)
    if sure or reading.problem is None:
        epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - the oracle in plain words
        wanted = [round((m.replace(tzinfo=timezone.utc) - epoch).total_seconds() * 10**6) * 1000  # noqa: UP017
                  for m in moments]
        assert reading.ns.tolist() == pytest.approx(wanted, abs=1000)


@pytest.mark.parametrize(("cells", "first"), [
    (("13/01/2024", "02/03/2024"), "2024-01-13"), (("01/13/2024", "02/03/2024"), "2024-01-13"),
    (("01.02.2024", "02.02.2024"), "2024-02-01"), (("31/12/23 11:30 PM",), "2023-12-31T23:30"),
    (("12/31/2023 12:05 AM",), "2023-12-31T00:05"), (("29/02/2024 10:00 +02:00",), "2024-02-29T08:00"),
])
def test_the_day_is_found_where_any_date_tells(cells, first):
    reading = read(*cells)
    assert reading.problem is None
    assert np.datetime64(int(reading.ns[0]), "ns") == np.datetime64(first)


def test_the_order_of_the_rows_tells_day_from_month_and_it_is_said():
    reading = read(*(f"{day:02d}/{month:02d}/2024" for month in (1, 2, 3) for day in range(1, 12)))
    assert reading.problem is None
    assert np.datetime64(int(reading.ns[1]), "ns") == np.datetime64("2024-01-02")
    assert "day-month-guessed" in {note.code for note in reading.notes}


def test_an_open_date_is_asked_about_unless_the_other_column_told():
    cells = ("03/04/2024", "01/02/2024", "05/03/2024", "01/07/2024")
    open_one = read(*cells)
    assert open_one.problem.code == "ambiguous-dates"
    assert "3/4" in open_one.problem.message
    assert read(*cells, order=DayOrder.MONTH_FIRST).problem is None


def test_mixed_zones_come_out_in_utc_and_the_naive_are_counted():
    reading = read("2024-01-01T12:00:00Z", "2024-01-01 13:00:00+01:00", "2024-01-01 12:00:00", None, "soon")
    assert reading.ns[:3].tolist() == [NOON] * 3
    assert reading.missing.tolist() == [False, False, False, True, True]
    assert reading.unread.tolist() == [False, False, False, False, True]
    (note,) = reading.notes
    assert (note.code, note.level) == ("mixed-zones", Level.WARNING)
    assert note.message.startswith("1 time of 3")


def test_a_fraction_of_a_second_survives_a_float():
    assert read(1_704_110_400.25).ns[0] == NOON + 250_000_000


def test_an_epoch_with_gaps_keeps_its_nanoseconds():
    reading = read("1704110400000000001", None)
    assert reading.ns.tolist() == [NOON + 1, MISSING]


def test_dates_that_nanoseconds_cannot_hold_are_missing_not_wrong():
    assert read("9999-12-31", "2024-01-01T12:00:00Z").ns.tolist() == [MISSING, NOON]
    column = pd.Series(np.array(["9999-12-31", "2024-01-01T12:00"], dtype="datetime64[s]"))
    assert read_times(column, "when").ns.tolist() == [MISSING, NOON]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize("zone", [None, "UTC", "America/New_York"])
def test_date_columns_of_every_unit_and_zone(unit, zone):
    column = pd.Series(pd.to_datetime([NOON], utc=True).as_unit(unit))
    column = column.dt.tz_localize(None) if zone is None else column.dt.tz_convert(zone)
    assert read_times(column, "when").ns.tolist() == [NOON]


@pytest.mark.parametrize("cells", [(5, 6, 7), (0.25, 0.5), ("AAA", "BBB"), ("1.5", "2.5"), ("10:30", "11:30"), (True,
                                   False),
                                   ("May", "June"), (None, None), ("2024", "2023"), (30_000.5, 45_000.0)])
def test_what_is_no_time_is_not_taken_for_one(cells):
    assert not looks_like_time(pd.Series(list(cells)))


def test_a_column_of_something_else_is_a_problem_in_words():
    assert read("soon", "later").problem.code == "time-unreadable"
    assert "'soon'" in read("soon", "later").problem.message
    assert read(1, 2, 3).problem.code == "time-unreadable"


@given(st.lists(st.one_of(st.none(), st.text(max_size=25), st.integers(-10**20, 10**20), st.floats()), max_size=8))
@settings(max_examples=50, deadline=None)
def test_any_cells_give_times_or_words(cells):
    column = pd.Series(cells, dtype=object)
    reading = read_times(column.astype("string"), "when")
    assert len(reading.ns) == len(cells)
    looks_like_time(column.astype("string"))
