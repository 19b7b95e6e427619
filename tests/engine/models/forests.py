"""Models of every kind for the tests of flat forests, made by the libraries themselves; small and quick to train."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.models import library
from engine.models.base import BoostedModel
from engine.models.fit_data import FitData, Knobs
from tests.engine.models.problems import Problem

Maker = Callable[[], BoostedModel]
CATEGORIES = (0, 0, 0, 5, 0, 40, 0, 0)  # of each column of `wild`


@functools.cache
def wild(rows: int = 1500, seed: int = 4) -> Problem:
    """Scales from 1e-36 to 1e9, ties, constants, many missing values; column 3 has 5 categories, column 5 has 40."""
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(rows, 8)).astype(np.float32)
    matrix[:, 1] = matrix[:, 1].round(1)
    matrix[:, 2] = random.choice([0, 0, 0, 1e-36, -1e-36, 1e-35, 2.0, -3.0], rows)
    matrix[:, 3], matrix[:, 5] = random.integers(0, 5, rows), random.integers(0, 40, rows)
    matrix[:, 4] = 1e9 + 64.0 * random.integers(0, 200, rows)
    matrix[random.random(matrix.shape) < 0.08] = np.nan
    matrix[:, 6] = 1.0
    score = np.nan_to_num(matrix[:, 0]) + np.nan_to_num(matrix[:, 1]) * (matrix[:, 5] % 3 == 1) - (matrix[:, 3] == 2)
    score += (matrix[:, 2] > 0) + (matrix[:, 4] > 1e9 + 6400) * np.isnan(matrix[:, 7])
    return Problem(matrix, (random.random(rows) < 1 / (1 + np.exp(-score))).astype(np.int8))


def fitted(kind: str, categorical: tuple[int, ...] = (), rounds: int = 40, **extra: Any) -> BoostedModel:
    """A model as the program trains it."""
    problem = wild()
    return library(kind).fit(FitData(problem.matrix, problem.label, categorical=categorical),
                             Knobs(rounds=rounds, max_depth=5, extra=extra))


def warm_started(kind: str) -> BoostedModel:
    """Trained on other rows first: thresholds of two tables."""
    problem, other = wild(), wild(rows=900, seed=9)
    parent = library(kind).fit(FitData(other.matrix, other.label), Knobs(rounds=20, max_depth=3))
    return library(kind).fit(FitData(problem.matrix, problem.label), Knobs(rounds=40), parent=parent.to_bytes())


def xgboost_native(rounds: int = 20, **params: Any) -> BoostedModel:
    """A Booster that this program would not train."""
    import xgboost as xgb

    data = xgb.DMatrix(wild().matrix, wild().label)
    booster = xgb.train({"objective": "binary:logistic", "nthread": 1, "verbosity": 0, **params}, data, rounds)
    return library("xgboost").from_bytes(bytes(booster.save_raw("ubj")))


def lightgbm_native(rounds: int = 20, **params: Any) -> BoostedModel:
    """A Booster that this program would not train."""
    import lightgbm as lgb

    how = {"objective": "binary", "verbosity": -1, "num_threads": 1, "deterministic": True, **params}
    matrix = np.nan_to_num(wild().matrix) if params.get("linear_tree") else wild().matrix
    booster = lgb.train(how, lgb.Dataset(matrix, wild().label, params=how), rounds)
    return library("lightgbm").from_bytes(booster.model_to_string().encode())


def catboost_native(rounds: int = 20, **params: Any) -> BoostedModel:
    """A model that this program would not train."""
    import catboost

    how = {"loss_function": "Logloss", "iterations": rounds, "thread_count": 1, "logging_level": "Silent",
           "allow_writing_files": False, **params}
    model = catboost.CatBoost(how)
    model.fit(catboost.Pool(wild().matrix, wild().label))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "model.cbm")
        model.save_model(str(file))
        return library("catboost").from_bytes(file.read_bytes())


EXPRESSIBLE: dict[str, Maker] = {
    "xgboost": lambda: fitted("xgboost"),
    "xgboost, categories": lambda: fitted("xgboost", (3, 5), max_cat_to_onehot=1),
    "xgboost, one category a split": lambda: fitted("xgboost", (3, 5), max_cat_to_onehot=100),
    "xgboost, warm start": lambda: warm_started("xgboost"),
    "xgboost, pruned": lambda: xgboost_native(gamma=3.0, tree_method="exact", max_depth=8),
    "xgboost, by loss": lambda: xgboost_native(grow_policy="lossguide", max_leaves=60, max_depth=0),
    "xgboost, forests": lambda: xgboost_native(num_parallel_tree=3, subsample=0.5, rounds=6),
    "xgboost, no splits": lambda: xgboost_native(gamma=1e9),
    "lightgbm": lambda: fitted("lightgbm"),
    "lightgbm, categories": lambda: fitted("lightgbm", (3, 5), cat_smooth=1.0, min_data_per_group=5),
    "lightgbm, one category a split": lambda: fitted("lightgbm", (3, 5), max_cat_to_onehot=100),
    "lightgbm, warm start": lambda: warm_started("lightgbm"),
    "lightgbm, zero as missing": lambda: lightgbm_native(zero_as_missing=True),
    "lightgbm, missing as zero": lambda: lightgbm_native(use_missing=False),
    "lightgbm, long branches": lambda: lightgbm_native(num_leaves=200, min_data_in_leaf=1, max_depth=-1),
    "lightgbm, DART": lambda: lightgbm_native(boosting="dart", drop_rate=0.5),
    "lightgbm, no splits": lambda: lightgbm_native(min_data_in_leaf=10_000),
    "catboost": lambda: fitted("catboost"),
    "catboost, warm start": lambda: warm_started("catboost"),
    "catboost, categories": lambda: fitted("catboost", (3, 5), rounds=120),
    "catboost, one category a split": lambda: fitted("catboost", (3, 5), one_hot_max_size=100),
    "catboost, some of each": lambda: fitted("catboost", (3, 5), one_hot_max_size=10, rounds=80),
    "catboost, other counters": lambda: fitted(
        "catboost", (3, 5), simple_ctr=["Buckets", "BinarizedTargetMeanValue"], combinations_ctr=["Counter"]),
    "catboost, missing as largest": lambda: catboost_native(nan_mode="Max"),
    "catboost, stumps": lambda: catboost_native(depth=1),
    "catboost, deep": lambda: catboost_native(depth=10, rounds=6),
}

INEXPRESSIBLE: dict[str, tuple[Maker, str]] = {
    "xgboost, DART": (lambda: xgboost_native(booster="dart", rate_drop=0.5), "booster is dart"),
    "xgboost, linear": (lambda: xgboost_native(booster="gblinear"), "booster is gblinear"),
    "lightgbm, averaged": (lambda: lightgbm_native(boosting="rf", bagging_freq=1, bagging_fraction=0.5), "averaged"),
    "lightgbm, linear leaves": (lambda: lightgbm_native(linear_tree=True), "linear"),
    "catboost, by loss": (lambda: catboost_native(grow_policy="Lossguide"), "not symmetric"),
    "catboost, by depth": (lambda: catboost_native(grow_policy="Depthwise"), "not symmetric"),
}
