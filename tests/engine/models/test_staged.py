"""The margins after so many rounds are those of the model that was grown no further."""

from __future__ import annotations

import numpy as np
import pytest

from engine.models import LIBRARIES, library
from engine.models.fit_data import FitData, Knobs


@pytest.mark.parametrize("name", LIBRARIES)
def test_staged_margins_are_those_of_shorter_models(name: str) -> None:
    random = np.random.default_rng(0)
    matrix = random.normal(size=(400, 5)).astype(np.float32)
    label = (matrix[:, 0] + random.normal(size=400) > 0.3).astype(np.int8)
    data = FitData(matrix, label)
    long = library(name).fit(data, Knobs(rounds=30, seed=1))
    staged = long.staged(matrix, [1, 7, 30])
    assert staged.shape == (3, 400)
    for rounds, margin in zip((1, 7), staged, strict=False):
        short = library(name).fit(data, Knobs(rounds=rounds, seed=1))
        np.testing.assert_allclose(margin, short.margin(matrix), atol=2e-6)
    np.testing.assert_allclose(staged[-1], long.margin(matrix), atol=2e-6)


def test_a_listener_that_wants_no_training_loss_is_spared_it() -> None:
    class Deaf:
        tells_train_loss = False

        def __init__(self) -> None:
            self.heard: list[float] = []

        def __call__(self, total: int, train_loss: float, valid_loss: float) -> bool:
            self.heard.append(train_loss)
            return False

    random = np.random.default_rng(0)
    matrix = random.normal(size=(200, 3)).astype(np.float32)
    data = FitData(matrix, (matrix[:, 0] > 0).astype(np.int8))
    for name in ("xgboost", "lightgbm"):
        hear = Deaf()
        library(name).fit(data, Knobs(rounds=3), hear)
        assert np.isnan(hear.heard).all()
