"""From a trained forest to a run of the library: its record, its card, its file."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.bundle.libraries import version
from engine.bundle.manifest import card_of
from engine.bundle.writing import model_bytes
from engine.data.schema import FeatureSchema
from engine.library import learning, runs
from engine.library.store import Workspace
from engine.models.base import BoostedModel
from engine.records import (
    Exposure,
    ForgettingWindow,
    LeakMeter,
    LearningCurve,
    NextBlock,
    OutOfFold,
    Roles,
    RunRecord,
    Scores,
    ThresholdChoice,
    ValidationRecord,
)
from engine.settings import to_json
from engine.training import forgetting
from engine.training.config import TrainingConfig


@dataclass(frozen=True, eq=False, slots=True)
class Origin:
    """Where a run's rows came from."""

    source: str
    fingerprint: str
    rows: int
    schema: FeatureSchema
    roles: Roles


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """What a training brought about."""

    model: BoostedModel
    offset: float
    seconds: float
    status: str
    scores: Scores | None
    out_of_fold: OutOfFold | None
    validation: ValidationRecord | None
    exposure: tuple[Exposure, ...]
    contaminated: bool
    parent: str | None
    warnings: Sequence[str]
    effective_rows: float | None = None
    leak_meter: LeakMeter | None = None
    next_block: NextBlock | None = None
    threshold: ThresholdChoice | None = None
    calibration: Mapping[str, Any] | None = None
    fold_models: Sequence[BoostedModel] = ()
    forgetting: tuple[ForgettingWindow, ...] = ()
    window: bytes | None = None  # frozen rows for its descendants
    curves: Sequence[LearningCurve] = ()


def register(
    workspace: Workspace, origin: Origin, config: TrainingConfig, outcome: Outcome, *, more: Mapping[str, Any]
) -> RunRecord:
    """Keep a run, whole or not at all; `more` are settings beside the configuration."""
    model = outcome.model
    names = origin.schema.names
    record = replace(
        _record(workspace, origin, config, more), status=outcome.status, validation=outcome.validation,
        scores=outcome.scores, trees=model.trees, best_iteration=model.best_iteration,
        importance=_named(names, model), fold_importance=tuple(_named(names, each) for each in outcome.fold_models),
        training_seconds=outcome.seconds, exposure=outcome.exposure, contaminated=outcome.contaminated,
        parent=outcome.parent, forgetting=outcome.forgetting, effective_rows=outcome.effective_rows,
        leak_meter=outcome.leak_meter, next_block=outcome.next_block, threshold=outcome.threshold,
        calibration="" if outcome.calibration is None else str(outcome.calibration["kind"]),
        warnings=tuple(dict.fromkeys(filter(None, outcome.warnings))),
    )
    card = card_of(record, origin.schema, offset=outcome.offset, threads=config.knobs().threads,
                   threshold=config.threshold if outcome.threshold is None else outcome.threshold.value,
                   calibration=outcome.calibration, library_version=version(record.kind))
    return runs.add_run(workspace, record, model_file=model_bytes(card, model.to_bytes()),
                        out_of_fold=outcome.out_of_fold,
                        beside=_beside(outcome))


def _beside(outcome: Outcome) -> dict[str, bytes]:
    """The further files of a run."""
    files = {} if outcome.window is None else {forgetting.FILE: outcome.window}
    return {**files, learning.FILE: learning.pack(outcome.curves)} if outcome.curves else files


def register_failure(
    workspace: Workspace, origin: Origin, config: TrainingConfig, message: str, *, more: Mapping[str, Any]
) -> RunRecord:
    """Keep the record of a training that failed, with the sentence that says why."""
    record = replace(_record(workspace, origin, config, more), message=message)
    return runs.add_run(workspace, record, model_file=None)


def _record(
    workspace: Workspace, origin: Origin, config: TrainingConfig, more: Mapping[str, Any]
) -> RunRecord:
    kind = config.model_type.value
    settings = {**to_json(config), "threads": config.knobs().threads, **more}
    return RunRecord(
        id=runs.new_id(kind, workspace), name=runs.new_name(config.model_type.title, workspace), kind=kind,
        created=runs.now(), status="failed", source=origin.source, fingerprint=origin.fingerprint, rows=origin.rows,
        features=origin.schema.names, roles=origin.roles,
        settings=settings, validation=None, scores=None, importance={}, trees=0, best_iteration=0,
        training_seconds=0.0, model_path="", versions=_versions(kind),
    )


def _named(names: Sequence[str], model: BoostedModel) -> dict[str, float]:
    return {name: float(share) for name, share in zip(names, model.importance(), strict=True)}


def _versions(kind: str) -> dict[str, str]:
    # Not `from engine import`: the package names floors above this one (for type checkers), which would be a way up.
    own = sys.modules["engine"].__version__
    return {"alphapulse": own, kind: version(kind), "numpy": np.__version__,
            "python": platform.python_version()}
