"""The AUC by one sort is that of counting pairs, whatever the ties and wherever the pieces end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation import metrics, ranking


def _counted(won: np.ndarray, score: np.ndarray) -> int:
    apart = score[won][:, None].astype(float) - score[~won][None, :]
    return int(2 * (apart > 0).sum() + (apart == 0).sum())


@given(st.integers(1, 400), st.sampled_from([1, 2, 5, 50, 10**6]), st.sampled_from([np.float32, np.float64]),
       st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 7, 1 << 16]))
def test_one_sort_counts_the_same_pairs(rows: int, levels: int, kind: type, seed: int, stretch: int) -> None:
    random = np.random.default_rng(seed)
    score = (random.integers(0, levels + 1, rows) / levels).astype(kind)
    won = random.random(rows) < random.random()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ranking, "_STRETCH", stretch)
        assert ranking.fits(score)
        assert ranking.twice_below(won, score) == _counted(won, score)


@pytest.mark.parametrize("score", [
    np.asarray([-0.5, 0.1, 0.7, 0.7]), np.asarray([0.0, -0.0, 0.5, 0.2]), np.asarray([0.3, 2.0, 1.0, 9.0]),
    np.asarray([1, 2, 3, 3]),
])
def test_other_scores_go_the_other_way_to_the_same_figure(score: np.ndarray) -> None:
    label = np.asarray([0, 1, 0, 1])
    assert not ranking.fits(score)
    assert metrics.auc(label, score) == pytest.approx(_counted(label == 1, score) / 8, abs=1e-15)


def test_one_class_or_no_row_has_no_auc() -> None:
    assert np.isnan(metrics.auc(np.ones(3), np.asarray([0.1, 0.2, 0.3])))
    assert np.isnan(metrics.auc(np.ones(0), np.empty(0)))
