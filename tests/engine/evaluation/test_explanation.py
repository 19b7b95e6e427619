"""Contributions as pictures: names and words of the file, a swarm, a partner, a waterfall, agreement of folds."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError
from engine.evaluation.explanation import Explanation, beeswarm, dependence, ranks, stability, waterfall


def made(rows: int = 400) -> Explanation:
    """Feature a counts, b turns a's sign, c is a category that no tree uses."""
    random = np.random.default_rng(0)
    schema = FeatureSchema((Feature("a", Kind.NUMBER, ()), Feature("b", Kind.NUMBER, ()),
                            Feature("c", Kind.CATEGORY, ("long", "short"))))
    values = np.column_stack((random.normal(size=rows), random.choice([-1.0, 1.0], rows),
                              random.integers(0, 2, rows))).astype(np.float32)
    given = np.column_stack((values[:, 0] * values[:, 1], 0.1 * values[:, 1], np.zeros(rows))).astype(np.float64)
    bias = np.full(rows, 0.3)
    return Explanation(schema, values, given, bias, given.sum(axis=1) + bias)


def test_the_swarm_is_in_order_of_importance_and_unused_features_are_zero() -> None:
    swarm = beeswarm(made())
    assert [row.feature for row in swarm] == ["a", "b", "c"]
    assert swarm[2].importance == 0
    assert sum(row.share for row in swarm) == pytest.approx(1)
    assert all(np.abs(row.height).max() <= 1 for row in swarm)
    assert swarm[0].colour.min() == 0
    assert swarm[0].colour.max() == 1


def test_dependence_finds_the_feature_that_turns_the_effect() -> None:
    found = dependence(made(), "a")
    assert found.partner == "b"
    with pytest.raises(WorkbenchError, match="no feature z"):
        dependence(made(), "z")


def test_a_waterfall_goes_from_the_base_to_the_margin_with_the_files_words() -> None:
    explanation = made()
    found = waterfall(explanation, 7)
    assert found.base == 0.3
    assert found.steps[0].start == 0.3
    assert found.steps[-1].end == pytest.approx(explanation.margin[7])
    assert {step.value for step in found.steps if step.feature == "c"} <= {"long", "short"}
    assert found.probability == pytest.approx(1 / (1 + np.exp(-explanation.margin[7])))
    short = waterfall(explanation, 7, top=1)
    assert [step.feature for step in short.steps][1] == "2 others"
    assert short.steps[-1].end == pytest.approx(explanation.margin[7])
    with pytest.raises(WorkbenchError, match="no row 400"):
        waterfall(explanation, 400)


def test_ranks_leave_missing_values_missing_and_ties_alike() -> None:
    np.testing.assert_allclose(ranks(np.asarray([3.0, np.nan, 1.0, 3.0, 2.0])), [1, np.nan, 0, 1, 0.4])


def test_agreement_of_folds_is_told() -> None:
    same = stability([{"a": 0.6, "b": 0.3, "c": 0.1}] * 4)
    assert same is not None
    assert same.agreement == pytest.approx(1)
    assert [row.feature for row in same.features] == ["a", "b", "c"]
    random = np.random.default_rng(0)
    luck = stability([dict(zip("abcdefghij", random.dirichlet(np.ones(10)), strict=True)) for _ in range(5)])
    assert luck is not None
    assert "mostly luck" in luck.words
    assert stability([{"a": 1.0}]) is None
