"""Bundles to MLflow and back: the bundle is the data of an MLflow model, beside its scores, settings and card."""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import math
import os
import tempfile
import threading
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
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import RunRecord

SCHEMES = ("models:/", "runs:/", "mlflow-artifacts:/")
_MODEL = "model"  # the artifact's path within a run
_SCORES = ("auc", "accuracy", "log_loss", "brier", "average_precision", "mean_r")
_LONGEST = 500  # letters of a setting
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
    progress = progress or Progress()
    with _mlflow(tracking) as mlflow, tempfile.TemporaryDirectory() as folder:
        bundle_file = Path(folder, "model.apbundle")
        exporting.write_bundle(workspace, run_id, bundle_file, ExportOptions(sign=sign),
                               progress=progress.part(0.0, 0.4))
        bundle = reading.read(bundle_file)
        progress.report(0.5, "Writing to MLflow")
        client = mlflow.MlflowClient()
        run = client.create_run(_experiment(client, tracking, experiment), run_name=bundle.card.name)
        try:
            _describe(client, run.info.run_id, bundle)
            _log_model(mlflow, client, run.info.run_id, bundle, bundle_file, Path(folder, _MODEL))
        except BaseException:
            client.set_terminated(run.info.run_id, "FAILED")
            raise
        client.set_terminated(run.info.run_id)
        version = _registered(client, register, run) if register else ""
    uri = f"models:/{register}/{version}" if version else f"runs:/{run.info.run_id}/{_MODEL}"
    progress.report(1.0, f"In MLflow as {uri}")
    return Pushed(tracking, run.info.run_id, uri, version)


def pull(workspace: Workspace, uri: str, tracking: str, *, progress: Progress | None = None) -> RunRecord:
    """Fetch the bundle of an MLflow model or run (`models:/NAME/VERSION`, `runs:/ID/PATH`) and import it, proved."""
    progress = progress or Progress()
    with tempfile.TemporaryDirectory() as folder:
        progress.report(0.0, "Fetching from MLflow")
        with _mlflow(tracking) as mlflow:
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


def _describe(client: Any, run: str, bundle: VerifiedBundle) -> None:
    card = bundle.card
    for name, value in (("kind", card.kind), ("id", card.id), ("sha256", bundle.sha256), ("rows", card.rows),
                        ("fingerprint", card.fingerprint), ("features", len(card.schema))):
        client.set_tag(run, f"alphapulse.{name}", value)
    for name, value in card.settings.items():
        client.log_param(run, name, str(value)[:_LONGEST])
    for name in _SCORES:
        score = getattr(card.scores, name, None)
        for key, value in ((name, score), (f"{name}_low", score), (f"{name}_high", score)) if score else ():
            number = getattr(value, key.removeprefix(f"{name}_") if key != name else "value")
            if math.isfinite(number):
                client.log_metric(run, key, number)


def _log_model(mlflow: Any, client: Any, run: str, bundle: VerifiedBundle, file: Path, folder: Path) -> None:
    """An MLflow model whose data is the bundle and whose loader is ours: no pickle, no guessing of requirements."""
    needed = sorted({f"{each.card.kind}=={each.card.library_version}" for each in bundle.members
                     if each.card.kind in KINDS and each.card.library_version})
    mlflow.pyfunc.save_model(path=str(folder), loader_module=mlflow_flavor.__name__, data_path=str(file),
                             pip_requirements=["alphapulse-workbench", *needed])
    Path(folder, "README.md").write_text(bundle.readme, encoding="utf-8")
    client.log_artifacts(run, str(folder), _MODEL)


def _registered(client: Any, name: str, run: Any) -> str:
    from mlflow.exceptions import MlflowException

    with contextlib.suppress(MlflowException):  # it is there already
        client.create_registered_model(name)
    source = f"{run.info.artifact_uri}/{_MODEL}"
    return str(client.create_model_version(name, source, run.info.run_id).version)


def _experiment(client: Any, tracking: str, name: str) -> str:
    found = client.get_experiment_by_name(name)
    if found is not None:
        return str(found.experiment_id)
    # A database has no place for files of its own: they go beside it, not into the folder that one happens to be in.
    beside = tracking.removeprefix("sqlite:///") if tracking.startswith("sqlite:///") else ""
    location = (Path(beside).resolve().parent / "mlartifacts" / name).as_uri() if beside else None
    return str(client.create_experiment(name, artifact_location=location))


@contextlib.contextmanager
def _mlflow(tracking: str) -> Iterator[Any]:
    """The package, pointed at a server or database for as long as this lasts; its addresses are global."""
    if importlib.util.find_spec("mlflow") is None:
        raise WorkbenchError("MLflow is not installed.", code="missing-library", remedy="Install the extra `mlflow`.")
    os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")  # standard error is ours to fill
    import mlflow

    with _turn:
        before = mlflow.get_tracking_uri(), mlflow.get_registry_uri()
        mlflow.set_tracking_uri(tracking)
        mlflow.set_registry_uri(tracking)
        try:
            yield mlflow
        finally:
            mlflow.set_tracking_uri(before[0])
            mlflow.set_registry_uri(before[1])
            gc.collect()  # its pools of threads end when nobody holds them
