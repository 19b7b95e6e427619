"""A sketch recognises the rows of a training among others, and where they end."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.sketch import row_hashes, seen_rows, sketch


def rows(count, seed=0, columns=6):
    matrix = np.random.default_rng(seed).normal(size=(count, columns)).astype(np.float32)
    matrix[::7, 1] = np.nan
    return matrix


@given(st.integers(80, 3000), st.integers(0, 2000), st.integers(0, 2000))
@settings(max_examples=30, deadline=None)
def test_the_end_of_the_training_is_found_to_the_row(trained, skipped, later):
    whole = rows(trained + later)
    skipped = min(skipped, trained - 70)
    found = seen_rows(whole[skipped:], sketch(whole[:trained]))
    np.testing.assert_array_equal(found, np.arange(len(whole) - skipped) < trained - skipped)


def test_other_rows_are_known_to_be_unseen():
    found = seen_rows(rows(5000, seed=1), sketch(rows(4000)))
    assert found is not None
    assert not found.any()


def test_too_few_rows_to_conclude_anything_from_are_not_judged():
    assert seen_rows(rows(20, seed=1), sketch(rows(100_000))) is None


def test_purged_rows_before_the_end_count_as_seen():
    whole = rows(4000)
    kept = np.ones(3000, dtype=bool)
    kept[500:700] = False
    found = seen_rows(whole, sketch(whole[:3000][kept]))
    np.testing.assert_array_equal(found, np.arange(4000) < 3000)


def test_a_row_that_recurs_later_by_chance_moves_nothing_else():
    whole = rows(4000)
    whole[3900] = whole[10]
    found = seen_rows(whole, sketch(whole[:2000]))
    assert found[:2000].all()
    assert found[2000:].sum() <= 1


def test_rows_that_repeat_have_no_sketch():
    assert sketch(np.zeros((1000, 3), np.float32)) == ""
    assert sketch(rows(0)) == ""
    assert seen_rows(rows(100), "") is None


def test_a_sketch_is_small_however_many_rows():
    assert len(sketch(rows(200_000, columns=2))) < 13_000


@pytest.mark.parametrize("kept", ["not base64 ü", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
def test_a_damaged_sketch_tells_nothing(kept):
    assert seen_rows(rows(100), kept) is None


def test_missing_values_and_signs_of_zero_do_not_change_a_hash():
    matrix = np.array([[0.0, np.nan]], np.float32)
    other = np.array([[-0.0, np.float32("nan")]], np.float32)
    other.view(np.uint32)[0, 1] |= 1
    assert row_hashes(matrix) == row_hashes(other)
    assert row_hashes(matrix) != row_hashes(matrix[:, ::-1].copy())
