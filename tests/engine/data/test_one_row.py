"""A mapping is encoded quickly exactly as it is encoded thoroughly, with the same refusals."""

from __future__ import annotations

import datetime
import decimal
from collections import defaultdict
from types import MappingProxyType
from typing import Any

import hypothesis
import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError

SCHEMA = FeatureSchema((
    Feature("a"), Feature("side", Kind.CATEGORY, ("buy", "sell", "3", "nan")), Feature("b"),
    Feature("bin", Kind.CATEGORY, ("0", "1", "True", "1.5")), Feature("c"),
))
ODD = (
    None, float("nan"), 1, True, "1.5", " 2 ", "nan", "x", "", b"1.5", 3, 3.0, 1.5, "buy", "sell", np.float32(2.5),
    np.float64(3), np.int64(1), np.bool_(True), np.str_("buy"), pd.NA, pd.NaT, pd.Timestamp("2020"), 10**30, 2**63,
    datetime.datetime(2020, 1, 1), np.datetime64("2020-01-01"), np.timedelta64(5, "D"), decimal.Decimal("1.5"),  # noqa: DTZ001
    1 + 2j, [1.0], (1.0,), np.array(1.5), {}, object(), 10**400, 1e39, float("inf"), -float("inf"),
)


def told(encode: Any) -> Any:
    try:
        return encode()
    except Exception as error:
        return type(error), str(error)


def thorough(schema: FeatureSchema, row: Any) -> Any:
    return schema._checked(schema._from_mapping(row))


@hypothesis.given(st.dictionaries(st.sampled_from((*SCHEMA.names, "other")), st.one_of(
    st.sampled_from(ODD), st.floats(width=32, allow_infinity=False))))
@hypothesis.settings(max_examples=400)
def test_quick_encoding_equals_thorough_encoding(row: dict[str, Any]) -> None:
    quick, slow = told(lambda: SCHEMA.encode(row)), told(lambda: thorough(SCHEMA, row))
    if isinstance(slow, tuple):
        assert quick == slow
    else:
        np.testing.assert_array_equal(quick, slow)
        assert quick.dtype == np.float32
        assert quick.flags.carray


@pytest.mark.parametrize("value", ODD, ids=lambda odd: type(odd).__name__)
def test_one_odd_value_among_numbers_is_told_as_before(value: Any) -> None:
    plain = FeatureSchema.plain("abc")
    for row in ({"a": 1.0, "b": value, "c": 2.0}, {"b": value}):
        quick, slow = told(lambda: plain.encode(row)), told(lambda: thorough(plain, row))  # noqa: B023
        if isinstance(slow, tuple):
            assert quick == slow
        else:
            np.testing.assert_array_equal(quick, slow)


def test_mappings_that_make_up_values_are_not_asked_for_them() -> None:
    row = defaultdict(lambda: 7.0, a=1.0)
    np.testing.assert_array_equal(FeatureSchema.plain("ab").encode(row), [[1.0, np.nan]])
    assert dict(row) == {"a": 1.0}
    np.testing.assert_array_equal(FeatureSchema.plain("ab").encode(MappingProxyType({"b": 2})), [[np.nan, 2.0]])


def test_schemas_of_one_feature_and_of_none() -> None:
    np.testing.assert_array_equal(FeatureSchema.plain("a").encode({"a": 2}), [[2.0]])
    assert FeatureSchema(()).encode({"a": 2}).shape == (1, 0)


def test_a_schema_that_has_encoded_equals_and_hashes_as_a_fresh_one() -> None:
    used = FeatureSchema.from_json(SCHEMA.to_json())
    used.encode({"a": 1})
    assert used == SCHEMA
    assert hash(used) == hash(SCHEMA)
    assert repr(used) == repr(SCHEMA)


def test_an_infinite_value_is_named() -> None:
    with pytest.raises(WorkbenchError, match="1 infinite") as refused:
        SCHEMA.encode({"a": 1.0, "b": 1e300})
    assert refused.value.where == "b, row 0"


@pytest.mark.parametrize("cut", [slice(None), slice(3, 9), slice(0, 0)])
def test_a_frame_that_lies_as_a_model_wants_it_is_not_copied(cut: slice) -> None:
    cells = np.random.default_rng(0).normal(size=(12, 3)).astype(np.float32)
    cells[2, 1] = np.nan
    lying = pd.DataFrame(cells, columns=list("abc"), copy=False)[cut]
    schema = FeatureSchema.plain("abc")
    found = schema.encode(lying)
    np.testing.assert_array_equal(found, cells[cut])
    assert not len(lying) or np.shares_memory(found, cells)
    for other in (lying[["c", "b", "a"]], lying.astype(np.float64), lying.assign(c=lying["c"].copy())):
        np.testing.assert_array_equal(schema.encode(other), cells[cut])
