"""Many rows are scored by the quicker way, and nobody can tell by which."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.models import LIBRARIES, bulk, flat_proof
from engine.models.bulk import BulkScorer
from engine.models.flat_scorer import MACHINE
from tests.engine.models.forests import fitted

ROWS = 5_000


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    assert MACHINE.prepare() is not None, MACHINE.failure


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("threads", [1, 2])
def test_both_ways_give_the_same_bits(name: str, threads: int) -> None:
    model = fitted(name)
    rows = np.random.default_rng(3).normal(size=(ROWS, model.width)).astype(np.float32)
    rows[::7, 0] = np.nan
    scorer = BulkScorer(model, ROWS)
    assert (scorer._flat is not None) == (name == "lightgbm")
    np.testing.assert_array_equal(scorer.margin(rows, threads), model.margin(rows, threads=threads))


def test_a_few_rows_are_not_worth_reading_the_trees() -> None:
    assert BulkScorer(fitted("lightgbm"), 100)._flat is None


def test_a_forest_that_is_off_by_one_bit_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    model = fitted("lightgbm")
    forest = flat_proof.read(model)
    off = replace(forest, values=np.nextafter(forest.values, np.inf))
    monkeypatch.setattr(bulk.flat_proof, "read", lambda each: off)
    assert BulkScorer(model, ROWS)._flat is None


def test_while_nothing_is_compiled_the_library_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MACHINE, "value", None)
    assert BulkScorer(fitted("lightgbm"), ROWS)._flat is None
