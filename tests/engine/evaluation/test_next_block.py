"""What to expect of the block after the last: covered by later blocks, below the pooled score where an edge fades."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.evaluation.metrics import auc
from engine.evaluation.next_block import next_block

Block = tuple[NDArray[np.int64], NDArray[np.float64]]


def block(random: np.random.Generator, rows: int, edge: float) -> Block:
    """Labels and scores whose AUC is Phi(edge / sqrt 2)."""
    label = (random.random(rows) < 0.4).astype(np.int64)
    return label, 1 / (1 + np.exp(-random.normal(edge * label, 1.0)))


def blocks(seed: int, edges: Sequence[float], rows: int = 300) -> list[Block]:
    random = np.random.default_rng(seed)
    return [block(random, rows, edge) for edge in edges]


def test_the_next_of_blocks_that_differ_is_within_the_interval_in_about_95_of_100_and_no_worse_on_the_mean():
    random = np.random.default_rng(0)
    within, missed = [], []
    for _ in range(400):
        *seen, later = (block(random, 250, edge) for edge in random.normal(0.5, 0.25, 6))
        told = next_block(seen)
        assert told is not None
        came = auc(*later)
        within.append(told.low <= came <= told.high)
        missed.append(told.value - came)
    assert 0.92 <= np.mean(within) <= 0.99
    assert -0.02 <= np.mean(missed) <= 0  # careful: what is above chance is shrunk by its own error


def test_where_the_edge_fades_less_is_promised_than_was_got():
    seen = blocks(1, (0.9, 0.7, 0.5, 0.3, 0.2), rows=2000)
    told = next_block(seen)
    assert told is not None
    assert told.value < np.mean(told.blocks) - 0.015
    assert told.blocks == pytest.approx([auc(*one) for one in seen])


def test_noise_promises_no_more_than_chance_can():
    told = [next_block(blocks(seed, [0.0] * 5, rows=120)) for seed in range(60)]
    assert np.mean([each.value for each in told if each is not None]) == pytest.approx(0.5, abs=0.01)


def test_a_sure_edge_is_hardly_shrunk():
    told = next_block(blocks(2, [1.5] * 5, rows=5000))
    assert told is not None
    assert told.value == pytest.approx(np.mean(told.blocks), abs=0.003)


def test_one_block_or_blocks_of_one_outcome_promise_nothing():
    one, other = blocks(3, (0.5, 0.5))
    lost = (np.zeros_like(other[0]), other[1])
    unknown = (np.full_like(other[0], -1), other[1])
    assert next_block([one]) is None
    assert next_block([one, lost]) is None
    assert next_block([one, unknown]) is None


@given(st.integers(0, 10_000), st.integers(2, 8), st.integers(8, 60), st.floats(-3, 6))
def test_the_value_lies_within_its_bounds_and_between_chance_and_the_best_block(seed, count, rows, edge):
    told = next_block(blocks(seed, [edge] * count, rows))
    if told is None:
        return
    assert 0 <= told.low <= told.value <= told.high <= 1
    assert math.isfinite(told.value)
    assert min(*told.blocks, 0.5) - 1e-12 <= told.value <= max(*told.blocks, 0.5) + 1e-12
