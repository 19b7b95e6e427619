"""Weights always sum to 1, locks hold, nobody goes below 0."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from gui.ensemble.balance import evened, rebalanced, thousandths

NAMES = "abcdef"


@st.composite
def mixes(draw):
    many = draw(st.integers(2, 6))
    raw = [draw(st.floats(0, 1)) for _ in range(many)]
    total = sum(raw) or 1.0
    weights = {NAMES[n]: (raw[n] / total if sum(raw) else 1 / many) for n in range(many)}
    locked = draw(st.sets(st.sampled_from(NAMES[:many]), max_size=many))
    return weights, draw(st.sampled_from(NAMES[:many])), draw(st.floats(-0.5, 1.5)), locked


@given(mixes())
def test_the_sum_stays_one_locks_hold_and_none_is_negative(mix) -> None:
    weights, moved, value, locked = mix
    after = rebalanced(weights, moved, value, locked)
    assert math.isclose(sum(after.values()), 1.0, abs_tol=1e-9)
    assert min(after.values()) >= -1e-12
    for name in locked - {moved}:
        assert after[name] == weights[name]


@given(mixes())
def test_the_moved_one_gets_its_value_where_there_is_room(mix) -> None:
    weights, moved, value, locked = mix
    room = 1.0 - sum(weights[name] for name in locked if name != moved)
    after = rebalanced(weights, moved, value, locked)
    if any(name != moved and name not in locked for name in weights):
        assert math.isclose(after[moved], min(max(value, 0.0), max(room, 0.0)), abs_tol=1e-9)


def test_the_free_ones_keep_their_proportions() -> None:
    after = rebalanced({"a": 0.5, "b": 0.3, "c": 0.2}, "a", 0.0)
    assert math.isclose(after["b"] / after["c"], 1.5)


def test_members_without_weight_share_alike() -> None:
    assert rebalanced({"a": 1.0, "b": 0.0, "c": 0.0}, "a", 0.5) == {"a": 0.5, "b": 0.25, "c": 0.25}


def test_even_leaves_locked_ones() -> None:
    assert evened({"a": 0.7, "b": 0.2, "c": 0.1}, {"a"}) == {"a": 0.7, "b": 0.15000000000000002,
                                                             "c": 0.15000000000000002}


@given(mixes())
def test_what_is_shown_sums_to_one_and_is_nowhere_a_thousandth_off(mix) -> None:
    weights = mix[0]
    shown = thousandths(weights)
    assert sum(shown.values()) == 1000
    assert all(abs(shown[name] / 1000 - weight) < 0.001 for name, weight in weights.items())
