"""The trainer's own files as members: train, combine, predict, by the calls of the contract."""

import asyncio

import numpy as np
import pandas as pd
import pytest

from engine import MLModelTrainer, ModelEnsembler, ModelType, TrainingConfig
from engine.evaluation.metrics import auc
from tests.engine.ensemble.conftest import FEATURES, made_table

KINDS = (ModelType.XGBOOST, ModelType.LIGHTGBM, ModelType.CATBOOST)


@pytest.fixture(scope="module")
def drawn():
    table = made_table(rows=4000, seed=3)
    return pd.DataFrame(table.matrix, columns=list(FEATURES)), table.label


@pytest.fixture(scope="module")
def trained_files(drawn, tmp_path_factory):
    """One model of each library on the first 1,000 rows, validated on the next 500."""
    X, y = drawn
    folder = tmp_path_factory.mktemp("workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALPHAPULSE_WORKSPACE", str(folder))

        async def train():
            trainer = MLModelTrainer()
            return [
                await trainer.train_model(
                    X[:1000], y[:1000], X[1000:1500], y[1000:1500],
                    TrainingConfig(model_type=kind, rounds=30, learning_rate=0.1, max_depth=3))
                for kind in KINDS
            ]

        yield {result.model_type: result.model_path for result in asyncio.run(train())}


@pytest.fixture
def ensembler(trained_files):
    found = ModelEnsembler()
    for name, path in trained_files.items():
        found.add_model(name, path)
    return found


def test_models_of_all_three_libraries_combine_and_score_later_rows(ensembler, drawn):
    X, y = drawn
    result = ensembler.build_from_arrays(X[1500:3000], y[1500:3000], "blending")
    got = ensembler.predict_rows(X[3000:])
    best = max(auc(y[3000:], p) for p in got.member_scores.values())
    assert auc(y[3000:], got.final_score) > best - 0.01
    assert result.scores.auc.low < auc(y[3000:], got.final_score) < result.scores.auc.high
    assert got.status == "ok"


def test_on_the_very_rows_of_training_nothing_is_fitted_or_claimed(ensembler, drawn):
    X, y = drawn
    found = ensembler.build_from_arrays(X[:1000], y[:1000], "stacking")
    assert found.scores is None
    assert set(np.round(list(found.weights.values()), 9)) == {round(1 / 3, 9)}
    assert "none of the members was trained on" in found.fallback
    assert "xgboost was trained on these very rows" in found.record.warnings[0]


def test_rows_of_training_among_others_do_not_count_though_nothing_tells_their_time(ensembler, drawn):
    X, y = drawn
    found = ensembler.build_from_arrays(X[200:3000], y[200:3000], "blending")
    alone = ensembler.build_from_arrays(X[1000:3000], y[1000:3000], "blending")
    assert found.scores == alone.scores
    assert found.out_of_fold.row[0] == alone.out_of_fold.row[0] + 800
    assert found.record.warnings[0] == "xgboost was trained on 800 of these rows; they do not count for it."


def test_later_rows_need_no_warning(ensembler, drawn):
    X, y = drawn
    assert ensembler.build_from_arrays(X[1000:3000], y[1000:3000]).record.warnings == ()


def test_one_row_and_many_agree_to_the_last_digits(ensembler, drawn):
    X, y = drawn
    ensembler.build_from_arrays(X[1500:3000], y[1500:3000], "stacking")
    many = ensembler.predict_rows(X[:20]).final_score
    one = [ensembler.predict_rows(row).final_score for row in X[:20].to_dict("records")]
    np.testing.assert_allclose(one, many, rtol=1e-6)
