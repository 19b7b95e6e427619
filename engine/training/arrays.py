"""Training on rows that a caller has split already; the synchronous twin of `MLModelTrainer.train_model`."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.fingerprint import fingerprint, outcomes
from engine.data.schema import FeatureSchema, Matrix
from engine.data.sketch import sketch
from engine.evaluation.metrics import score
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import (
    Exposure,
    Floats,
    Ints,
    LearningCurve,
    OutOfFold,
    Roles,
    RunRecord,
    Scores,
    TrainingResult,
    ValidationRecord,
)
from engine.training import looking
from engine.training import warm_start as warm
from engine.training.ageing import aged
from engine.training.config import TrainingConfig, Weighting
from engine.training.devices import placed, with_threads
from engine.training.exposure import ledger, seen_rows
from engine.training.fitting import Fitted, Source, fit_forest
from engine.training.inputs import encode_like, read_features, read_label, read_weight
from engine.training.registering import Origin, Outcome, register
from engine.training.weights import ages, few_words, from_given, from_realized_r, map_words
from engine.training.work import PlannedFit, Work

SCHEME = "given_rows"
_METRICS = ("auc", "accuracy", "log_loss", "brier", "average_precision")


@dataclass(frozen=True, eq=False, slots=True)
class _Rows:
    """The caller's rows, encoded."""

    schema: FeatureSchema
    matrix: Matrix
    label: NDArray[np.int8]
    valid_matrix: Matrix
    valid_label: NDArray[np.int8]
    sample: Floats | None
    realized_rr: Floats | None
    warnings: tuple[str, ...]


def train_arrays(
    X_train: Any, y_train: Any, X_val: Any, y_val: Any, config: TrainingConfig, *, sample_weight: Any = None,
    warm_start: str | Path | None = None, workspace: Workspace | None = None, progress: Progress | None = None,
) -> TrainingResult:
    """Train on the first rows, score on the second, keep the run in the workspace (the default one when None).

    Rows are taken to be in order of time. The validation rows never steer the training: early stopping watches the
    newest 15 % of the training rows (of a small table up to a quarter). `sample_weight` may be realized R as it stands:
    negative values are mapped by the stated map. Raises `WorkbenchError` for rows, labels or weights that cannot be
    used.
    """
    progress = progress or Progress()
    config, device = placed(config.checked(), warm_start=warm_start is not None)
    config = with_threads(config)
    with _opened(workspace) as library:
        parent = None if warm_start is None else warm.open_parent(
            warm_start, workspace=library, progress=progress)
        if parent is not None:
            warm.check_fits(parent, config)
        progress.report(0.0, "Reading the rows")
        rows = _read(X_train, y_train, X_val, y_val, config, sample_weight, parent)
        rows = replace(rows, warnings=(device, *rows.warnings))
        if parent is not None:
            old = aged(parent, config, rows.matrix)
            parent, config = replace(parent, native=old.native), old.config
            rows = replace(rows, warnings=tuple(filter(None, (*rows.warnings, old.words))))
        fitted, seconds, curve = _fit(rows, config, parent, progress)
        progress.report(0.99, "Scoring the validation rows")
        probability = fitted.probability(rows.valid_matrix, threads=config.knobs().threads)
        scores = score(rows.valid_label, probability)
        progress.check()
        run = _keep(library, rows, config, fitted, seconds, scores, _predictions(rows, probability), parent,
                    curve=curve, stopped=progress.stop_requested)
    return result_of(run)


def result_of(run: RunRecord) -> TrainingResult:
    """What the contract's `train_model` returns of a run."""
    return TrainingResult(
        model_path=run.model_path, model_type=run.kind, metrics=metrics_of(run.scores),
        feature_importance=run.importance, training_seconds=run.training_seconds, trees=run.trees,
        best_iteration=run.best_iteration, warnings=run.warnings,
    )


def metrics_of(scores: Scores | None) -> dict[str, float]:
    """Each score under its name, with `_low` and `_high`."""
    found: dict[str, float] = {}
    for name in _METRICS if scores is not None else ():
        interval = getattr(scores, name)
        found |= {name: interval.value, f"{name}_low": interval.low, f"{name}_high": interval.high}
    return found


@contextlib.contextmanager
def _opened(workspace: Workspace | None) -> Iterator[Workspace]:
    if workspace is not None:
        yield workspace
        return
    with Workspace.open() as opened:
        yield opened


def _read(
    X_train: Any, y_train: Any, X_val: Any, y_val: Any, config: TrainingConfig, sample_weight: Any,
    parent: warm.Parent | None,
) -> _Rows:
    schema, matrix = read_features(X_train)
    assumed: tuple[str, ...] = ()
    if parent is not None:
        own, assumed = schema, warm.assumed(parent, schema)
        schema = warm.fit_schema(parent, schema)
        matrix = warm.recoded(matrix, own, schema)
    valid_matrix = encode_like(schema, X_val, "X_val")
    label, valid_label = read_label(y_train, len(matrix), "y_train"), read_label(y_val, len(valid_matrix), "y_val")
    raw = None if sample_weight is None else read_weight(sample_weight, len(matrix))
    sample, words = _sample(raw, config)
    warnings = tuple(filter(None, (*assumed, words)))
    realized = raw if raw is not None and (raw < 0).any() else None
    return _Rows(schema, matrix, label, valid_matrix, valid_label, sample, realized, warnings)


def _sample(raw: Floats | None, config: TrainingConfig) -> tuple[Floats | None, str]:
    if raw is None:
        lacking = "No weights were given, so realized R could not be used." if (
            config.weighting is Weighting.REALIZED_R) else ""
        return None, lacking
    if config.weighting is Weighting.REALIZED_R:
        return from_realized_r(raw, config), map_words(config)
    return from_given(raw, len(raw), config)


def _fit(
    rows: _Rows, config: TrainingConfig, parent: warm.Parent | None, progress: Progress
) -> tuple[Fitted, float, LearningCurve]:
    began = time.perf_counter()
    train = np.arange(len(rows.label))
    work = Work([PlannedFit(config.model_type.title, config, len(train), 0)], progress)
    source = Source(rows.matrix, rows.label, rows.sample, rows.schema.categorical,
                    age=ages(config, len(train), None))
    listener = work.begin()
    fitted = fit_forest(source, train, config, listener, parent=None if parent is None else parent.native)
    return fitted, time.perf_counter() - began, listener.curve


def _predictions(rows: _Rows, probability: Floats) -> OutOfFold:
    """The validation rows as they come after the training rows: without times, in their order."""
    count, first = len(probability), len(rows.label)
    unknown: Ints = np.full(count, -1, dtype=np.int64)
    return OutOfFold(
        row=np.arange(first, first + count), time=unknown, label_time=unknown, label=rows.valid_label.astype(np.int64),
        probability=probability, fold=np.zeros(count, dtype=np.int64), realized_rr=np.full(count, np.nan),
    )


def _keep(
    library: Workspace, rows: _Rows, config: TrainingConfig, fitted: Fitted, seconds: float, scores: Scores,
    predictions: OutOfFold, parent: warm.Parent | None, *, curve: LearningCurve, stopped: bool,
) -> RunRecord:
    content = fingerprint(rows.schema, rows.matrix, rows.label)
    first, last = len(rows.label), len(rows.label) + len(rows.valid_label) - 1
    before = () if parent is None else parent.exposure
    origin = Origin("", content, len(rows.label) + len(rows.valid_label), rows.schema, Roles())
    outcome = Outcome(
        model=fitted.model, offset=fitted.offset, seconds=seconds, status="stopped" if stopped else "done",
        scores=scores, out_of_fold=predictions,
        validation=ValidationRecord(SCHEME, 1, 0, "0", ((first, last),)),
        exposure=ledger(before, Exposure(content, len(rows.label), None, None, None, sketch(rows.matrix))),
        contaminated=bool(seen_rows(rows.valid_matrix, before).any()) or (parent is not None and not before),
        parent=None if parent is None else parent.id, effective_rows=fitted.effective_rows,
        curves=[curve] if len(curve.round) else [],
        warnings=(*rows.warnings, few_words(fitted.effective_rows, len(rows.label)), fitted.warning),
    )
    run = register(library, origin, config, outcome, more={"scheme": SCHEME})
    looking.add(library, outcomes(np.concatenate((rows.label, rows.valid_label))), run, predictions)
    return run
