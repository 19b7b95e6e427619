"""A run has one place among the styles of charts, in every tab."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.places import Places, further
from gui.plots import look
from gui.plots.series import Series

KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True)


@given(KEYS, KEYS)
def test_drawn_runs_have_places_of_their_own_and_keep_them(before: list[str], after: list[str]) -> None:
    places = Places()
    first, second = places.take(before), places.take(after)
    assert sorted(first.values()) == list(range(len(before)))
    assert len(set(second.values())) == len(after)
    assert all(second[key] == first[key] for key in after if key in first)


@given(KEYS, KEYS)
def test_other_charts_draw_a_run_as_it_is_drawn_already(drawn: list[str], others: list[str]) -> None:
    places = Places()
    taken = places.take(drawn)
    borrowed = places.borrow(others)
    assert len(set(borrowed.values())) == len(others)
    assert all(borrowed[key] == taken[key] for key in others if key in taken)
    assert places.take(drawn) == taken


@given(st.sets(st.integers(0, 9)), st.integers(1, 4))
def test_further_places_are_free_and_lowest_first(taken: set[int], many: int) -> None:
    found = further(taken, many)
    assert len(found) == many
    assert found == sorted(found)
    assert not set(found) & taken
    assert all(place in taken or place in found for place in range(found[-1]))


def test_more_runs_than_colours_are_told_apart_by_line_and_marker() -> None:
    now = look.current()
    series = [Series(str(place), str(place), place) for place in range(12)]
    styles = {(now.color(one).name(), tuple(now.pen(one).dashPattern()), look.marker(one)) for one in series}
    assert len(styles) == 12
