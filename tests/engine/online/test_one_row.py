"""A single live row is answered by a short way of its own, with the same numbers as many rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError
from engine.online.columns import GrowingColumns
from engine.online.encoding import Encoding
from engine.online.learner import OnlineLearner
from engine.online.linear import LinearModel, rates_of
from engine.online.options import Blending, LearnerOptions


def stream(rows: int = 80, seed: int = 0) -> list[dict[str, float]]:
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(rows, 4))
    matrix[:, 2] = 1.0
    matrix[random.random(matrix.shape) < 0.1] = np.nan
    return [dict(zip("abcd", map(float, row), strict=True)) for row in matrix]


@pytest.mark.parametrize("blending", [Blending.FIXED, Blending.ADAPTIVE])
def test_one_row_is_answered_as_a_frame_of_it_is(blending: Blending) -> None:
    learner = OnlineLearner(LearnerOptions(blending=blending))
    for place, row in enumerate(stream()):
        many = learner.predict_rows(pd.DataFrame([row]))
        one = learner.predict_rows(row)
        assert one.final_score == pytest.approx(many.final_score[0], abs=1e-15)
        assert one.online_score == pytest.approx(many.online_score[0], abs=1e-15)
        assert (one.batch_score, one.weights, one.status) == (many.batch_score, many.weights, many.status)
        learner.learn_row(row, place % 3 == 0)


def test_a_margin_is_to_the_bit_the_thorough_one_after_every_label() -> None:
    model = LinearModel(4, rates_of(LearnerOptions(half_life_events=30.0)))
    for place, row in enumerate(stream(60)):
        values = np.asarray(list(row.values()))
        thorough = float(np.cumsum(model._scaled(values) * model.arrays.weights)[-1]) + model.arrays.scalars[0]
        assert model._margin(values) == thorough == model.copy()._margin(values)
        model.learn(values, place % 2)


@pytest.mark.parametrize("row", [
    {"a": 1, "b": 2.5, "c": True}, {"c": 1.0, "b": np.float32(2), "a": np.int64(3)}, {"a": 1.0, "b": 2.0},
    {"a": None, "b": 1.0, "c": 2.0}, {"a": 1.0, "b": float("nan"), "c": 2.0}, {"a": 1, "b": 2, "new": 3},
    {"a": 1, "b": "text", "c": 3}, {"a": 1, "b": 2, "c": float("inf")}, {"a": 1, "b": 2, "c": [1.0]},
])
@pytest.mark.parametrize("grow", [False, True])
def test_known_numbers_are_taken_as_any_row_is(row: dict[str, object], grow: bool) -> None:
    found, thorough = [], []
    for kept, take in ((found, GrowingColumns.row), (thorough, lambda c, r, grow: c.rows([r], grow=grow)[0])):
        columns = GrowingColumns("abc")
        try:
            kept += [take(columns, row, grow=grow).tolist(), columns.names]
        except WorkbenchError as error:
            kept.append(str(error))
    np.testing.assert_equal(found, thorough)


def test_categories_become_columns_and_texts_of_too_many_values_are_left_out() -> None:
    schema = FeatureSchema((Feature("id", Kind.CATEGORY, tuple(map(str, range(300)))), Feature("a"),
                            Feature("side", Kind.CATEGORY, ("buy", "sell")), Feature("b")))
    encoding = Encoding.of(schema)
    assert encoding.names == ("a", "side=buy", "side=sell", "b")
    matrix = np.asarray([[7, 0.5, 1, 2], [np.nan, np.nan, np.nan, 3]], dtype=np.float32)
    np.testing.assert_array_equal(encoding.apply(matrix), [[0.5, 0, 1, 2], [np.nan, np.nan, np.nan, 3]])
    plain = Encoding.of(FeatureSchema(schema.features[:2]))
    np.testing.assert_array_equal(plain.apply(matrix[:, :2]), [[0.5], [np.nan]])
