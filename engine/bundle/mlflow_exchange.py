"""Bundles to MLflow and back: the bundle is the data of an MLflow model, beside its scores, settings and card."""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import logging
import math
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.bundle import exporting, mlflow_flavor, reading
from engine.bundle.exporting import ExportOptions
from engine.bundle.importing import import_bundle
from engine.bundle.manifest import KINDS
from engine.bundle.reading import VerifiedBundle
from engine.errors import WorkbenchError
from engine.library import accounting, files, runs
from engine.library.differences import flat
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import LuckAccount, RunRecord

SCHEMES = ("models:/", "runs:/", "mlflow-artifacts:/")
_MODEL = "model"  # the artifact's path within a run
_SCORES = ("auc", "accuracy", "log_loss", "brier", "average_precision", "mean_r")
_FILES = "library"  # where our own files lie within a run
_LONGEST = 500  # letters of a setting
_LONGEST_TAG = 5000
_MOST_PARAMS = 100  # that MLflow takes in one batch
# Standard error is ours to fill; a server that is away is asked once more and not seven times; nobody is told of use.
_QUIETLY = {"MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false", "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1",
            "MLFLOW_HTTP_REQUEST_TIMEOUT": "20", "MLFLOW_DISABLE_TELEMETRY": "true",
            "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true"}
_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pushed:
    """Where a bundle lies in MLflow; `version` is empty where it was not registered."""

    tracking: str
    run: str
    uri: str
    version: str = ""


def is_address(text: str) -> bool:
    """Whether this names a model in MLflow and not a file."""
    return text.startswith(SCHEMES)


def push(
    workspace: Workspace, run_id: str, tracking: str, *, experiment: str = "AlphaPulse", register: str = "",
    sign: bool = False, progress: Progress | None = None,
) -> Pushed:
    """Export a run and log it as a model of a new MLflow run; with `register`, also as a version under that name."""
    with opened(tracking) as mlflow:
        return log_run(mlflow, workspace, run_id, tracking, experiment=experiment, register=register, sign=sign,
                       progress=progress)


def log_run(
    mlflow: Any, workspace: Workspace, run_id: str, tracking: str, *, experiment: str = "AlphaPulse",
    register: str = "", sign: bool = False, progress: Progress | None = None,
) -> Pushed:
    """`push` through an `opened` MLflow; a run that holds no model is told as failed, with its settings."""
    progress, record = progress or Progress(), runs.get_run(workspace, run_id)
    client = mlflow.MlflowClient()
    with tempfile.TemporaryDirectory() as folder:
        bundle_file = Path(folder, files.MODEL)
        if record.model_path:
            exporting.write_bundle(workspace, record.id, bundle_file, ExportOptions(sign=sign),
                                   progress=progress.part(0.0, 0.4))
        progress.report(0.5, "Writing to MLflow")
        run = client.create_run(_experiment(client, tracking, experiment), run_name=record.name)
        try:
            _describe(mlflow, client, run.info.run_id, record, accounting.account_of_run(workspace, record.id))
            if record.model_path:
                _log_model(mlflow, client, run.info.run_id, reading.read(bundle_file), bundle_file,
                           Path(folder, _MODEL))
                client.log_artifacts(run.info.run_id, str(workspace.models / record.id), _FILES)
        except BaseException:
            client.set_terminated(run.info.run_id, "FAILED")
            raise
        client.set_terminated(run.info.run_id, "FINISHED" if record.model_path else "FAILED")
        version = _registered(client, register, run, record.id) if register and record.model_path else ""
    uri = f"models:/{register}/{version}" if version else f"runs:/{run.info.run_id}/{_MODEL}"
    progress.report(1.0, f"In MLflow as {uri}")
    return Pushed(tracking, run.info.run_id, uri, version)


def aliases(client: Any, name: str) -> dict[str, str]:
    """The aliases of a registered model with their versions; none where it is not registered."""
    from mlflow.exceptions import MlflowException

    try:
        return {alias: str(version) for alias, version in client.get_registered_model(name).aliases.items()}
    except MlflowException as error:
        if error.error_code != "RESOURCE_DOES_NOT_EXIST":
            raise
        return {}


def is_failure(error: Exception) -> bool:
    """Whether this is what MLflow raises when its server or database cannot be used."""
    return type(error).__module__.startswith(("mlflow", "sqlalchemy"))


def pull(workspace: Workspace, uri: str, tracking: str, *, progress: Progress | None = None) -> RunRecord:
    """Fetch the bundle of an MLflow model or run (`models:/NAME/VERSION`, `runs:/ID/PATH`) and import it, proved."""
    progress = progress or Progress()
    with tempfile.TemporaryDirectory() as folder:
        progress.report(0.0, "Fetching from MLflow")
        with opened(tracking) as mlflow:
            try:
                mlflow.artifacts.download_artifacts(artifact_uri=uri, dst_path=folder)
            except (mlflow.exceptions.MlflowException, OSError) as error:
                raise WorkbenchError(f"MLflow has no {uri}.", where=tracking, code="no-such-model",
                                     remedy="Look up the name in MLflow.") from error
        found = sorted(Path(folder).rglob("*.apbundle"))
        if len(found) != 1:
            raise WorkbenchError(f"{uri} holds {len(found) or 'no'} bundles of this program; one is needed.",
                                 where=tracking, code="bundle-unknown",
                                 remedy="Give the address of one model that was pushed from here.")
        return import_bundle(workspace, found[0], progress=progress.part(0.4, 1.0), origin=uri)


def _describe(mlflow: Any, client: Any, run: str, record: RunRecord, luck: LuckAccount | None) -> None:
    """Tags, settings and scores in one batch: one request instead of eighty."""
    entities, moment = mlflow.entities, int(time.time() * 1000)
    told = {"kind": record.kind, "id": record.id, "rows": record.rows, "fingerprint": record.fingerprint,
            "features": len(record.features), "status": record.status, "parent": record.parent,
            "source": Path(record.source).name, "message": record.message, "luck": "" if luck is None else luck.words}
    tags = [entities.RunTag(f"alphapulse.{name}", str(value)[:_LONGEST_TAG]) for name, value in told.items() if value]
    settings = {name.replace(", ", "."): value[:_LONGEST] for name, value in flat(record.settings).items()}
    params = [entities.Param(name, value) for name, value in settings.items()]
    metrics = [entities.Metric(name, value, moment, step) for name, value, step in _metrics(record, luck)]
    client.log_batch(run, metrics=metrics, params=params[:_MOST_PARAMS], tags=tags)
    for start in range(_MOST_PARAMS, len(params), _MOST_PARAMS):
        client.log_batch(run, params=params[start:start + _MOST_PARAMS])


def _metrics(record: RunRecord, luck: LuckAccount | None) -> list[tuple[str, float, int]]:
    """Each score with its interval, the account of luck, what it took; the AUC of combinatorial paths by step."""
    found: dict[str, float | None] = {"trees": record.trees, "training_seconds": record.training_seconds,
                                      "effective_rows": record.effective_rows}
    for name in _SCORES:
        score = getattr(record.scores, name, None)
        if score is not None:
            found |= {name: score.value, f"{name}_low": score.low, f"{name}_high": score.high}
    if luck is not None:
        found |= {"luck_looks": luck.looks, "luck_effective": luck.effective, "luck_expected_best": luck.expected_best,
                  "luck_deflated": luck.deflated, "luck_overfitting": luck.overfitting}
    paths = () if record.validation is None else record.validation.paths
    metrics = [(name, float(value), 0) for name, value in found.items() if value is not None and math.isfinite(value)]
    return metrics + [("path_auc", float(value), step) for step, value in enumerate(paths)]


def _log_model(mlflow: Any, client: Any, run: str, bundle: VerifiedBundle, file: Path, folder: Path) -> None:
    """An MLflow model whose data is the bundle and whose loader is ours: no pickle, no guessing of requirements."""
    needed = sorted({f"{each.card.kind}=={each.card.library_version}" for each in bundle.members
                     if each.card.kind in KINDS and each.card.library_version})
    mlflow.pyfunc.save_model(path=str(folder), loader_module=mlflow_flavor.__name__, data_path=str(file),
                             pip_requirements=["alphapulse-workbench", *needed])
    Path(folder, "README.md").write_text(bundle.readme, encoding="utf-8")
    client.log_artifacts(run, str(folder), _MODEL)


def _registered(client: Any, name: str, run: Any, id: str) -> str:
    from mlflow.exceptions import MlflowException

    with contextlib.suppress(MlflowException):  # it is there already
        client.create_registered_model(name)
    source = f"{run.info.artifact_uri}/{_MODEL}"
    return str(client.create_model_version(name, source, run.info.run_id, tags={"alphapulse.id": id}).version)


def _experiment(client: Any, tracking: str, name: str) -> str:
    found = client.get_experiment_by_name(name)
    if found is not None:
        return str(found.experiment_id)
    # A database has no place for files of its own: they go beside it, not into the folder that one happens to be in.
    beside = tracking.removeprefix("sqlite:///") if tracking.startswith("sqlite:///") else ""
    location = (Path(beside).resolve().parent / "mlartifacts" / name).as_uri() if beside else None
    return str(client.create_experiment(name, artifact_location=location))


@contextlib.contextmanager
def opened(tracking: str) -> Iterator[Any]:
    """The package, pointed at a server or database for as long as this lasts; its addresses are global."""
    if importlib.util.find_spec("mlflow") is None:
        raise WorkbenchError("MLflow is not installed.", code="missing-library", remedy="Install the extra `mlflow`.")
    for name, value in _QUIETLY.items():
        os.environ.setdefault(name, value)
    import mlflow

    for name in ("mlflow", "alembic"):
        logging.getLogger(name).setLevel(logging.ERROR)

    with _turn:
        before = mlflow.get_tracking_uri(), mlflow.get_registry_uri()
        mlflow.set_tracking_uri(tracking)
        mlflow.set_registry_uri(tracking)
        try:
            yield mlflow
        finally:
            mlflow.set_tracking_uri(before[0])
            mlflow.set_registry_uri(before[1] if before[1] != before[0] else "")  # the same: nobody had set it
            gc.collect()  # its pools of threads end when nobody holds them
