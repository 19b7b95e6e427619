"""Flat forests give the margins of the libraries, on rows that look for trouble; what they cannot express they say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from engine.models import flat_kernels, flat_numpy, flat_proof, library
from engine.models.base import BoostedModel
from engine.models.flat_forest import FlatForest, NotFlat, from_keys, order_keys, rounded_down
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat, margin
from tests.engine.models.forests import CATEGORIES, EXPRESSIBLE, INEXPRESSIBLE, Maker, fitted

FLOATS = st.floats(width=32, allow_nan=False, allow_infinity=False)


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    assert MACHINE.prepare() is not None, MACHINE.failure


@pytest.fixture(scope="module", params=EXPRESSIBLE)
def pair(request: pytest.FixtureRequest) -> tuple[BoostedModel, FlatForest]:
    model = EXPRESSIBLE[request.param]()
    return model, flat_proof.proved(model, CATEGORIES)


def test_margins_are_the_librarys_own(pair: tuple[BoostedModel, FlatForest]) -> None:
    model, forest = pair
    rows = flat_proof.trying_rows(forest, 3000, model.width, seed=11)
    native = model.margin(rows)
    for flat in (margin(forest, rows), flat_numpy.margin(forest, rows)):
        np.testing.assert_allclose(flat, native, rtol=1e-12, atol=1e-6 if forest.single else 1e-12)


def test_plain_loops_give_what_the_compiled_ones_give(pair: tuple[BoostedModel, FlatForest]) -> None:
    model, forest = pair
    rows = flat_proof.trying_rows(forest, 6, model.width, seed=12)
    scorer, out = FlatScorer([Seat.alone(forest)]), np.empty((1, 6))
    flat_kernels.margins(rows, rows.view(np.int32), *scorer._packed, out)
    np.testing.assert_array_equal(out, scorer.margins(rows))


@pytest.mark.parametrize(("maker", "words"), INEXPRESSIBLE.values(), ids=INEXPRESSIBLE)
def test_what_arrays_cannot_express_is_refused_with_the_reason(maker: Maker, words: str) -> None:
    with pytest.raises(NotFlat, match=words):
        flat_proof.proved(maker())


def test_categories_without_number_are_left_to_catboost() -> None:
    with pytest.raises(NotFlat, match="number of its categories"):
        flat_proof.read(fitted("catboost", (3, 5)))


def test_combinations_of_too_many_categories_are_left_to_catboost() -> None:
    with pytest.raises(NotFlat, match="too many categories"):
        flat_proof.read(fitted("catboost", (3, 5)), [5_000_000] * 8)


def test_several_models_in_one_call_score_as_each_alone() -> None:
    models = [fitted(kind, of) for kind in ("catboost", "xgboost", "lightgbm") for of in ((), (3, 5))]
    forests = [flat_proof.read(model, CATEGORIES) for model in models]
    rows = flat_proof.trying_rows(forests[3], 200, 8, seed=13)
    together = FlatScorer([Seat.alone(forest) for forest in forests]).margins(rows)
    for found, forest in zip(together, forests, strict=True):
        np.testing.assert_array_equal(found, margin(forest, rows))


@pytest.mark.parametrize("kind", ["xgboost", "lightgbm", "catboost"])
def test_seats_pick_columns_and_translate_categories(kind: str) -> None:
    model = fitted(kind, (3, 5))
    forest = flat_proof.read(model, CATEGORIES)
    random = np.random.default_rng(14)
    whole = random.normal(size=(300, 11)).astype(np.float32)
    columns = np.asarray([10, 0, 9, 1, 8, 2, 7, 3])
    whole[:, 1], whole[:, 2] = random.integers(0, 6, 300), random.integers(0, 40, 300)
    whole[::7, 1] = np.nan
    table = np.asarray([4, 3, np.nan, 1, 0, 2], dtype=np.float32)
    seat = Seat(forest, columns, {3: table})
    own = whole[:, columns].copy()
    own[:, 3] = [table[int(code)] if code >= 0 else np.nan for code in whole[:, 1]]
    np.testing.assert_allclose(FlatScorer([seat]).margins(whole)[0], model.margin(own), rtol=0, atol=1e-6)
    np.testing.assert_array_equal(seat.of(whole), own)


def test_the_layout_of_rows_and_the_number_of_threads_do_not_matter() -> None:
    forest = flat_proof.read(fitted("lightgbm"))
    rows = flat_proof.trying_rows(forest, 150, 8, seed=15)
    scorer = FlatScorer([Seat.alone(forest)])
    wanted = scorer.margins(rows)
    still = rows.copy()
    still.flags.writeable = False
    for layout in (np.asfortranarray(rows), np.repeat(rows, 2, axis=0)[::2], still):
        np.testing.assert_array_equal(scorer.margins(layout), wanted)
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(scorer.margins, [rows] * 20):
            np.testing.assert_array_equal(found, wanted)
    assert scorer.margins(rows[:0]).shape == (1, 0)


def test_a_wrong_array_is_not_believed() -> None:
    model = fitted("catboost")
    forest = flat_proof.read(model)
    with pytest.raises(NotFlat, match="do not give"):
        flat_proof.prove(replace(forest, values=forest.values + 1e-9), model)


@pytest.mark.parametrize("kind", ["lightgbm", "catboost"])
def test_arrays_that_machine_code_would_leave_are_refused(kind: str) -> None:
    forest = flat_proof.read(fitted(kind))
    far = np.int32(1 << 25)
    for name, place in (("nodes", (0, 0)), ("trees", (1, 0)), ("columns", (0, 0)), ("columns", (0, 1))):
        broken = getattr(forest, name).copy()
        broken[place] = far
        with pytest.raises(NotFlat, match="hang together"):
            flat_proof.sound(replace(forest, **{name: broken}))
    with pytest.raises(NotFlat, match="hang together"):
        flat_proof.sound(replace(forest, values=forest.values[:-1]))


def test_a_model_in_an_unknown_layout_is_not_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    model = fitted("lightgbm")
    monkeypatch.setattr(type(model), "to_bytes", lambda _: b"tree\nnum_class=1\nnum_tree_per_iteration=1\n\nTree=0\n")
    with pytest.raises(NotFlat, match="unknown way"):
        model.flat()


def test_rows_for_the_proof_meet_every_threshold() -> None:
    forest = flat_proof.read(fitted("catboost"))
    rows = flat_proof.trying_rows(forest, 4000, 8)
    bounds = from_keys(forest.nodes[forest.nodes[:, 0] == 0, 1])
    assert set(bounds.tolist()) <= set(rows[:, forest.columns[0, 0]].tolist())
    assert np.isnan(rows).any()
    assert not np.isinf(rows).any()


@hypothesis.given(st.lists(FLOATS, min_size=2, max_size=30))
def test_keys_stand_in_the_order_of_their_floats(values: list[float]) -> None:
    floats = np.asarray(values, dtype=np.float32)
    keys = order_keys(floats)
    np.testing.assert_array_equal(np.sign(keys[:, None].astype(np.int64) - keys), np.sign(floats[:, None] - floats))
    np.testing.assert_array_equal(from_keys(keys), floats)


@hypothesis.given(st.floats(allow_nan=False, allow_infinity=False), FLOATS)
def test_rounding_down_changes_no_comparison(threshold: float, value: float) -> None:
    assert (value <= threshold) == (value <= rounded_down(np.asarray([threshold]))[0])


def test_every_library_has_a_flat_form() -> None:
    assert all(library(name)._flat is not BoostedModel._flat for name in ("xgboost", "lightgbm", "catboost"))
