"""A small library of real models for the ensemble's tests."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine import models
from engine.bundle import writing
from engine.bundle.manifest import card_of
from engine.data.fingerprint import fingerprint
from engine.data.schema import FeatureSchema
from engine.data.splits import purged_walk_forward
from engine.data.table import SignalTable
from engine.evaluation.calibration import sigmoid
from engine.evaluation.metrics import score
from engine.evaluation.next_block import next_block
from engine.library import runs
from engine.library.store import Workspace
from engine.models.fit_data import FitData, Knobs
from engine.records import Exposure, OutOfFold, Roles, RunRecord, ValidationRecord
from tests.engine.ensemble.worlds import HOUR

FEATURES = ("trend", "speed", "noise")
KNOBS = Knobs(rounds=25, max_depth=3, learning_rate=0.2)


def made_table(rows=1500, seed=0, columns=FEATURES):
    """Signals whose odds depend on `trend` and `speed`; labels arrive within a day."""
    rng = np.random.default_rng(seed)
    matrix = rng.normal(size=(rows, 3)).astype(np.float32)
    label = (rng.random(rows) < sigmoid(1.1 * matrix[:, 0] - 0.8 * matrix[:, 1] - 0.3)).astype(np.int8)
    time = np.arange(rows, dtype=np.int64) * HOUR
    late = time + rng.integers(1, 24, rows) * HOUR
    schema = FeatureSchema.plain(columns)
    own = matrix[:, [FEATURES.index(name) for name in columns]]
    rr = np.where(label == 1, 1.5, -1.0)
    return SignalTable(schema, own, label, time, late, rr, None, np.arange(rows), Roles("win", "t", "lt", "rr"),
                       "made.csv", fingerprint(schema, own, label, time, late, rr))


def trained(table, kind, columns=FEATURES, seed=0, name=None):
    """A run with its model file and kept predictions, as training makes them."""
    schema = FeatureSchema.plain(columns)
    matrix = np.ascontiguousarray(table.matrix[:, [table.schema.names.index(c) for c in columns]])
    folds = purged_walk_forward(table.time, table.label_time, folds=5)
    probability = np.full(len(table), np.nan)
    fold_of = np.zeros(len(table), np.int64)
    for number, fold in enumerate(folds):
        model = models.library(kind).fit(FitData(matrix[fold.train], table.label[fold.train]),
                                         dataclasses.replace(KNOBS, seed=seed))
        probability[fold.test] = sigmoid(model.margin(matrix[fold.test]))
        fold_of[fold.test] = number
    tested = np.flatnonzero(~np.isnan(probability))
    kept = OutOfFold(table.row[tested], table.time[tested], table.label_time[tested],
                     table.label[tested].astype(np.int64), probability[tested], fold_of[tested],
                     table.realized_rr[tested])
    train = folds[-1].train
    seen = Exposure(table.fingerprint, len(train), int(table.time[0]), int(table.time[train].max()),
                    int(table.label_time[train].max()))
    record = RunRecord(
        id=runs.new_id(kind), name=name or f"{kind}, {'+'.join(columns)}", kind=kind, created=runs.now(),
        status="done", source=table.source, fingerprint=table.fingerprint, rows=len(table), features=columns,
        roles=table.roles, settings={}, validation=ValidationRecord("purged_walk_forward", 5, 0, "0"),
        scores=score(kept.label, kept.probability),
        next_block=next_block([(kept.label[kept.fold == k], kept.probability[kept.fold == k]) for k in range(5)]),
        importance=dict(zip(columns, map(float, model.importance()), strict=True)), trees=model.trees,
        best_iteration=model.trees, training_seconds=0.1, model_path="", exposure=(seen,),
    )
    return record, writing.model_bytes(card_of(record, schema), model.to_bytes()), kept


@pytest.fixture(scope="session")
def table():
    return made_table()


@pytest.fixture(scope="session")
def made_runs(table):
    """Two good models of their own halves of the truth, and one that only sees noise."""
    return {
        "trend": trained(table, "lightgbm", ("trend", "noise"), name="by trend"),
        "speed": trained(table, "xgboost", ("speed", "noise"), name="by speed"),
        "noise": trained(table, "lightgbm", ("noise",), seed=1, name="by noise"),
    }


@pytest.fixture
def workspace(workspace_dir, made_runs):
    with Workspace.open(workspace_dir) as opened:
        for record, data, kept in made_runs.values():
            runs.add_run(opened, record, model_file=data, out_of_fold=kept)
        yield opened


@pytest.fixture
def files(tmp_path, made_runs):
    """The model files, as `train_model` would leave them."""
    paths = {}
    for name, (_, data, _) in made_runs.items():
        paths[name] = tmp_path / f"{name}.model"
        paths[name].write_bytes(data)
    return paths
