"""Small models and bundles for the tests of bundles."""

import functools

import numpy as np

from engine import models
from engine.bundle import writing
from engine.bundle.manifest import ModelCard
from engine.data.schema import Feature, FeatureSchema, Kind
from engine.evaluation.pooling import Pool
from engine.models.fit_data import FitData, Knobs

LIBRARIES = ("xgboost", "lightgbm", "catboost")
SCHEMA = FeatureSchema((
    Feature("a", low=-3.0, high=3.0, missing_share=0.1), Feature("b", low=-3.0, high=3.0),
    Feature("sector", Kind.CATEGORY, ("tech", "gold", "oil")), Feature("d"),
))


@functools.cache
def table():
    rng = np.random.default_rng(5)
    matrix = rng.normal(size=(400, 4)).astype(np.float32)
    matrix[:, 2] = rng.integers(0, 3, 400)
    matrix[::11, 0] = np.nan
    label = (np.nan_to_num(matrix[:, 0]) + matrix[:, 1] + rng.normal(size=400) > 0).astype(np.int8)
    return matrix, label


@functools.cache
def model(kind):
    matrix, label = table()
    return models.library(kind).fit(FitData(matrix, label, categorical=(2,)), Knobs(rounds=8, max_depth=3))


@functools.cache
def native(kind):
    return model(kind).to_bytes()


def card(kind, **more):
    values = {"id": f"{kind[:3]}-20260101-0001", "name": kind, "created": "2026-01-01T00:00:00Z", "schema": SCHEMA,
              "trees": 8, "label": "win"}
    return ModelCard(kind=kind, **{**values, **more})


@functools.cache
def model_file(kind="xgboost"):
    return writing.model_bytes(card(kind, offset=-0.4), native(kind))


@functools.cache
def ensemble_file():
    members = [(card(kind), native(kind)) for kind in LIBRARIES]
    return writing.ensemble_bytes(card("ensemble", schema=FeatureSchema(())), members,
                                  Pool(("catboost", "xgboost", "lightgbm"), (0.2, 0.5, 0.3)))
