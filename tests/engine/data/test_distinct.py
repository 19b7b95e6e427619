"""The distinct values of an array are those of NumPy's own, and other threads go on meanwhile."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.data.distinct import distinct


@given(arrays.arrays(st.sampled_from([np.int8, np.int64, np.uint64, np.float64, np.bool_]), st.integers(0, 60),
                     elements={"allow_nan": False}))
def test_they_are_those_of_numpy(values: np.ndarray) -> None:
    found = distinct(values)
    assert found.dtype == values.dtype
    np.testing.assert_array_equal(found, np.unique(values))


def test_the_array_itself_stays_as_it_is() -> None:
    values = np.array([3, 1, 3, 2])
    assert distinct(values).tolist() == [1, 2, 3]
    assert values.tolist() == [3, 1, 3, 2]
