"""Compact forests: thresholds to the bit, leaves as rounded as was asked, and a reader that believes nothing."""

from __future__ import annotations

import contextlib
import functools
from dataclasses import replace

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.models import flat_numpy, flat_proof
from engine.models.compact import CompactModel, Leaves, pack, sizes_of, unpack
from engine.models.flat_forest import FlatForest
from engine.models.flat_scorer import MACHINE, margin
from tests.engine.models.forests import CATEGORIES, EXPRESSIBLE, fitted, xgboost_native

SAMPLES = ("xgboost, categories", "lightgbm, long branches", "catboost, some of each", "lightgbm, no splits")


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    assert MACHINE.prepare() is not None, MACHINE.failure


@functools.cache
def forest(name: str) -> FlatForest:
    return flat_proof.read(EXPRESSIBLE[name](), CATEGORIES)


def chances(margins: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-margins))


@pytest.mark.parametrize("name", EXPRESSIBLE)
def test_thresholds_are_exact_and_leaves_are_what_was_asked(name: str) -> None:
    whole = forest(name)
    rows = flat_proof.trying_rows(whole, 1000, whole.width, seed=5)
    exact = margin(whole, rows)
    for leaves, bound in ((Leaves.FLOAT32, 1e-7), (Leaves.FLOAT16, 1e-3), (Leaves.INT8, 1e-2)):
        small = CompactModel(pack(whole, leaves))
        assert np.abs(chances(small.margin(rows)) - chances(exact)).max() < bound
        assert pack(small.forest, leaves) == small.to_bytes(), "reading and writing again changes nothing"
        assert (small.width, small.trees, small.leaves) == (whole.width, len(whole.trees), leaves)


@pytest.mark.parametrize("name", ["xgboost", "xgboost, categories", "xgboost, warm start"])
def test_xgboost_with_32_bit_leaves_loses_nothing(name: str) -> None:
    whole = forest(name)
    rows = flat_proof.trying_rows(whole, 1000, whole.width, seed=6)
    np.testing.assert_array_equal(CompactModel(pack(whole, Leaves.FLOAT32)).margin(rows), margin(whole, rows))


@pytest.mark.parametrize("name", ["xgboost", "lightgbm", "catboost"])
def test_leaves_are_rounded_as_they_say(name: str) -> None:
    whole = forest(name)
    half = unpack(pack(whole, Leaves.FLOAT16)).values
    np.testing.assert_array_equal(half, whole.values.astype(np.float16).astype(np.float64))
    eight = unpack(pack(whole, Leaves.INT8))
    for tree in eight.trees[:5] if eight.symmetric else []:
        leaf = slice(tree[2], tree[2] + (1 << tree[1]))
        most = np.abs(whole.values[leaf]).max()
        assert np.abs(eight.values[leaf] - whole.values[leaf]).max() <= most / 254 * 1.001


@pytest.mark.parametrize("leaves", Leaves)
@pytest.mark.parametrize("name", EXPRESSIBLE)
def test_compiled_or_not_the_margins_are_the_same_to_the_bit(name: str, leaves: Leaves) -> None:
    small = unpack(pack(forest(name), leaves))
    rows = flat_proof.trying_rows(small, 300, small.width, seed=6)
    assert np.array_equal(margin(small, rows), flat_numpy.margin(small, rows))


def test_it_is_small() -> None:
    for name in ("xgboost", "lightgbm", "catboost"):
        sizes = sizes_of(forest(name))
        assert sizes[Leaves.INT8] < sizes[Leaves.FLOAT16] < sizes[Leaves.FLOAT32]
        assert sizes[Leaves.FLOAT16] < len(fitted(name).to_bytes()) / 5


def test_codes_take_two_bytes_only_where_one_is_too_small() -> None:
    assert CompactModel(pack(forest("xgboost"))).code_bytes == 1
    many = flat_proof.read(xgboost_native(tree_method="exact", max_depth=9, rounds=40, min_child_weight=0.0))
    small = CompactModel(pack(many, Leaves.FLOAT32))
    assert small.code_bytes == 2
    rows = flat_proof.trying_rows(many, 1000, many.width)
    np.testing.assert_array_equal(small.margin(rows), margin(many, rows))


def test_leaves_that_do_not_fit_are_refused() -> None:
    large = replace(forest("catboost"), values=forest("catboost").values * 1e8)
    with pytest.raises(WorkbenchError, match="too large for 16-bit") as refused:
        pack(large, Leaves.FLOAT16)
    assert "8-bit" in refused.value.remedy
    assert len(pack(large, Leaves.INT8))


def test_other_widths_are_refused_in_words() -> None:
    small = CompactModel(pack(forest("lightgbm")))
    with pytest.raises(WorkbenchError, match="3 columns; the model has 8"):
        small.margin(np.zeros((2, 3), dtype=np.float32))


@pytest.mark.parametrize("data", [b"", b"APFOREST", b"\x80\x04pickle", b"PK\x03\x04" * 40, b"APFOREST" + b"\xff" * 400])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(WorkbenchError, match="not a compact model"):
        unpack(data)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("leaves", list(Leaves))
def test_shortened_and_lengthened_bytes_are_refused(name: str, leaves: Leaves) -> None:
    data = pack(forest(name), leaves)
    for cut in (*range(1, 64), len(data) // 2, len(data) - 1):
        with pytest.raises(WorkbenchError, match="damaged"):
            unpack(data[:-cut])
    with pytest.raises(WorkbenchError, match="damaged"):
        unpack(data + b"\0")


@hypothesis.given(st.sampled_from(SAMPLES), st.sampled_from(Leaves), st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4), st.booleans())
@hypothesis.settings(max_examples=150)
def test_changed_bytes_are_refused_or_scored_without_harm(name: str, leaves: Leaves, changes: list[tuple[int, int]],
                                                          near: bool) -> None:
    data = bytearray(pack(forest(name), leaves))
    for place, value in changes:
        data[place % (min(400, len(data)) if near else len(data))] = value
    found = None
    with contextlib.suppress(WorkbenchError):
        found = unpack(bytes(data))
    if found is None:
        return
    rows = np.random.default_rng(0).normal(size=(9, found.width)).astype(np.float32)
    rows[:, 3:6] = np.abs(rows[:, 3:6]) * 10
    with np.errstate(all="ignore"):
        np.testing.assert_allclose(margin(found, rows), flat_numpy.margin(found, rows), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("leaves", list(Leaves))
@pytest.mark.parametrize("name", ["xgboost", "lightgbm", "catboost, categories"])
def test_compiled_or_not_the_bits_are_the_same(name: str, leaves: Leaves) -> None:
    small = unpack(pack(forest(name), leaves))
    rows = flat_proof.trying_rows(small, 500, small.width, seed=7)
    np.testing.assert_array_equal(margin(small, rows), flat_numpy.margin(small, rows))
