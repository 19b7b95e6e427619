"""Training through the trainer beside the raw library: the same rows, parameters, rounds and threads."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.measuring import Row, against

ROWS, COLUMNS, ROUNDS = 100_000, 50, 300
BAR = 1.05


def made(rows: int, columns: int) -> tuple[Any, Any]:
    """Rows whose label hangs on three columns."""
    random = np.random.default_rng(0)
    matrix = random.normal(size=(rows, columns)).astype(np.float32)
    chance = 1 / (1 + np.exp(-(matrix[:, 0] - 0.5 * matrix[:, 1] * matrix[:, 2])))
    return matrix, (random.random(rows) < chance).astype(np.int64)


def rows(*, repeats: int, rows: int = ROWS, rounds: int = ROUNDS,
         only: Sequence[str] = ()) -> list[Row]:
    """One row a library (or of `only` those); each side prepares its own data, trains, and scores the later rows.

    The raw side does nothing else; the trainer also checks, keeps live losses, scores with intervals and saves the run.
    """
    import pandas as pd

    from engine.library.store import Workspace
    from engine.models.base import default_threads
    from engine.models.built import SHELF
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.trainer import train_arrays

    matrix, label = made(rows, COLUMNS)
    cut = rows * 4 // 5
    frame = pd.DataFrame(matrix, columns=[f"x{k}" for k in range(COLUMNS)])
    data = (matrix[:cut], label[:cut], matrix[cut:])
    found = []
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        for kind in (each for each in ModelType if not only or each.value in only):
            config = TrainingConfig(model_type=kind, rounds=rounds, early_stopping_rounds=0)

            def ours(config: TrainingConfig = config) -> object:
                SHELF.clear()  # what an earlier turn has built would be no fair start
                return train_arrays(frame[:cut], label[:cut], frame[cut:], label[cut:], config, workspace=workspace)

            def raw(train: Callable[..., Any] = RAW[kind.value], config: TrainingConfig = config) -> object:
                return train(*data, config, default_threads())

            ours(), raw()  # imports and first-use costs are neither's
            found.append(against(f"{kind.title}: train {cut:,} x {COLUMNS}, {rounds} rounds, score {rows - cut:,}",
                                 {"trainer": ours, "raw": raw}, repeats=max(repeats // 2 + 1, 2), bar=BAR))
    return found


def _xgboost(X: Any, y: Any, X_val: Any, config: Any, threads: int) -> Any:
    import xgboost

    parameters = {
        "objective": "binary:logistic", "eval_metric": "logloss", "tree_method": "hist", "nthread": threads,
        "eta": config.learning_rate, "max_depth": config.max_depth, "min_child_weight": config.min_child_weight,
        "lambda": config.l2, "subsample": config.subsample, "colsample_bytree": config.column_sample,
        "max_bin": config.max_bins, "seed": config.seed, "verbosity": 0,
    }
    train = xgboost.QuantileDMatrix(X, y, max_bin=config.max_bins, nthread=threads)
    model = xgboost.train(parameters, train, config.rounds, verbose_eval=False)
    return model.inplace_predict(X_val)


def _lightgbm(X: Any, y: Any, X_val: Any, config: Any, threads: int) -> Any:
    import lightgbm

    parameters = {
        "objective": "binary", "metric": "binary_logloss", "num_threads": threads,
        "learning_rate": config.learning_rate, "max_depth": config.max_depth,
        "num_leaves": 2**config.max_depth, "lambda_l2": config.l2,
        "min_sum_hessian_in_leaf": config.min_child_weight, "bagging_fraction": config.subsample, "bagging_freq": 1,
        "feature_fraction": config.column_sample, "max_bin": config.max_bins - 1, "seed": config.seed, "verbosity": -1,
    }
    train = lightgbm.Dataset(X, y, params=parameters)
    model = lightgbm.train(parameters, train, config.rounds)
    return model.predict(X_val, num_threads=threads)


def _catboost(X: Any, y: Any, X_val: Any, config: Any, threads: int) -> Any:
    import catboost

    with tempfile.TemporaryDirectory() as folder:
        model = catboost.CatBoost({
            "loss_function": "Logloss", "thread_count": threads, "learning_rate": config.learning_rate,
            "depth": config.max_depth, "l2_leaf_reg": config.l2, "bootstrap_type": "Bernoulli",
            "subsample": config.subsample, "rsm": config.column_sample, "border_count": config.max_bins - 2,
            "iterations": config.rounds, "random_seed": config.seed, "logging_level": "Silent",
            "allow_writing_files": False, "train_dir": folder,
        })
        model.fit(catboost.Pool(X, y))
        return model.predict(X_val, prediction_type="Probability", thread_count=threads)


RAW: dict[str, Callable[..., Any]] = {"xgboost": _xgboost, "lightgbm": _lightgbm, "catboost": _catboost}
