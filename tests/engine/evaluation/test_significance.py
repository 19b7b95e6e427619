"""Corrections of p-values, beside another implementation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from engine.evaluation.significance import benjamini_hochberg, holm, permutation_p


@given(st.lists(st.floats(0.0001, 1.0), min_size=1, max_size=30))
def test_benjamini_hochberg_is_scipys(values):
    p = np.asarray(values)
    np.testing.assert_allclose(benjamini_hochberg(p), false_discovery_control(p, method="bh"))


@given(st.lists(st.floats(0.0001, 1.0), min_size=1, max_size=30))
def test_holm_is_step_down(values):
    """By its definition: reject in order while p is at most level / (tests left)."""
    p = np.asarray(values)
    for level in (0.05, 0.2):
        rejected = np.zeros(len(p), dtype=bool)
        for place, column in enumerate(np.argsort(p, kind="stable")):
            if p[column] * (len(p) - place) > level:
                break
            rejected[column] = True
        np.testing.assert_array_equal(holm(p) <= level, rejected)


def test_a_permutation_p_value_is_never_nought():
    assert permutation_p(0, 99) == pytest.approx(0.01)
    assert permutation_p(99, 99) == 1.0
