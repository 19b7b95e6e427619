"""Columns learnt from rows, and columns of a schema."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError
from engine.online.columns import GrowingColumns
from engine.online.encoding import Encoding


def test_new_names_come_at_the_end_and_gaps_are_missing() -> None:
    columns = GrowingColumns()
    columns.row({"b": 1, "a": 2.5}, grow=True)
    row = columns.row({"c": True, "a": None}, grow=True)
    assert columns.names == ["b", "a", "c"]
    np.testing.assert_array_equal(row, [np.nan, np.nan, 1.0])


def test_predicting_adds_no_column() -> None:
    columns = GrowingColumns(["a"])
    np.testing.assert_array_equal(columns.row({"zz": 1, "a": 2}, grow=False), [2.0])
    assert columns.names == ["a"]


def test_a_text_becomes_a_column_of_its_own() -> None:
    columns = GrowingColumns()
    columns.row({"side": "buy"}, grow=True)
    np.testing.assert_array_equal(columns.row({"side": "sell"}, grow=True), [0.0, 1.0])
    assert columns.names == ["side=buy", "side=sell"]
    np.testing.assert_array_equal(columns.row({"side": "buy"}, grow=False), [1.0, 0.0])
    np.testing.assert_array_equal(columns.row({"side": "never seen"}, grow=False), [np.nan, np.nan])
    again = GrowingColumns(columns.names)
    np.testing.assert_array_equal(again.row({"side": "sell"}, grow=False), [0.0, 1.0])


@pytest.mark.parametrize("make", [
    lambda: pd.DataFrame({"a": [1.0, np.nan], "b": ["x", None]}),
    lambda: pa.table({"a": [1.0, None], "b": ["x", None]}),
    lambda: [{"a": 1.0, "b": "x"}, {"a": None}],
])
def test_frames_tables_and_mappings_give_the_same_rows(make: Any) -> None:
    columns = GrowingColumns()
    np.testing.assert_array_equal(columns.rows(make(), grow=True), [[1.0, 1.0], [np.nan, np.nan]])
    assert columns.names == ["a", "b=x"]


def test_an_array_counts_its_columns_and_another_width_is_refused() -> None:
    columns = GrowingColumns()
    assert columns.rows(np.ones((2, 3)), grow=True).shape == (2, 3)
    assert columns.names == ["f0", "f1", "f2"]
    with pytest.raises(WorkbenchError, match="knows 3"):
        columns.rows(np.ones((2, 4)), grow=True)


@pytest.mark.parametrize("value", [math.inf, -math.inf, object(), [1]])
def test_what_is_no_number_is_refused_by_name(value: Any) -> None:
    with pytest.raises(WorkbenchError, match="a"):
        GrowingColumns().row({"a": value}, grow=True)


@pytest.mark.parametrize(("rows", "words"), [
    ([{"a": 1.0}, {"a": "n/a"}], "a is the text 'n/a'; so far it was a number"),
    ([{"a": "up"}, {"a": 2.0}], "a is the number 2; so far it was a text"),
    ([{"a": "1.5"}], "a is the text '1.5', which reads as a number"),
    (pd.DataFrame({"a": [1.0, "n/a", 2.0, "?"]}, dtype=object), "a holds text in 2 of 4 rows .the first is 'n/a'"),
    ([{"a": f"order {n}"} for n in range(300)], "more than 256 different texts"),
])
def test_a_value_of_another_kind_is_refused_by_name_and_never_made_a_category(rows: Any, words: str) -> None:
    with pytest.raises(WorkbenchError, match=words) as refused:
        GrowingColumns().rows(rows, grow=True)
    assert (refused.value.code, refused.value.where) == ("not-numeric", "a")


def test_a_column_that_turns_to_text_or_to_numbers_in_a_later_frame_is_refused() -> None:
    columns = GrowingColumns()
    columns.rows(pd.DataFrame({"a": [1.0], "side": ["buy"]}), grow=True)
    with pytest.raises(WorkbenchError, match="a holds text in 1 of 1"):
        columns.rows(pd.DataFrame({"a": ["x"]}), grow=True)
    with pytest.raises(WorkbenchError, match="side holds numbers"):
        columns.rows(pd.DataFrame({"side": [3]}), grow=True)


def test_categories_become_one_column_each_and_unknown_ones_are_missing() -> None:
    schema = FeatureSchema((Feature("x"), Feature("setup", Kind.CATEGORY, ("up", "down"))))
    encoding = Encoding.of(schema)
    assert encoding.names == ("x", "setup=up", "setup=down")
    matrix = schema.encode(pd.DataFrame({"x": [1.0, 2.0, 3.0], "setup": ["down", "other", None]}))
    gap = [np.nan, np.nan]
    np.testing.assert_array_equal(encoding.apply(matrix), [[1, 0, 1], [2, *gap], [3, *gap]])
