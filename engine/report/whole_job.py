"""The whole main job on one file: inspect, train three, compare, combine, replay, export, verify, score elsewhere."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.bundle import guard, reading
from engine.bundle.loading import load_model
from engine.bundle.writing import write_bundle
from engine.data.inspecting import inspect_file
from engine.data.loading import load_for_schema, load_table
from engine.data.table import SignalTable
from engine.ensemble.ensembler import build_ensemble
from engine.ensemble.options import EnsembleOptions
from engine.errors import WorkbenchError
from engine.evaluation.baselines import equal_weights
from engine.library import runs as library
from engine.library.store import Workspace
from engine.online.replay import ReplayOptions, replay
from engine.progress import Progress
from engine.records import Floats, OutOfFold, Roles
from engine.report.summary import BundleFacts, WholeJob, charts, html
from engine.settings import write_atomically
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from engine.training.trainer import train_models

_POLL = 0.1  # seconds between looks at the other process


@dataclass(frozen=True, slots=True)
class Written:
    """What the whole job leaves behind."""

    job: WholeJob
    report: Path
    bundle: Path
    pictures: tuple[Path, ...]


def run_whole_job(data: Path, folder: Path, *, workspace: Workspace, progress: Progress) -> Written:
    """Do everything once on a file and write `report.html`, `pictures/` and a bundle into `folder`."""
    started = time.monotonic()
    profile = inspect_file(data, Roles(), progress=progress.part(0.0, 0.02))
    table = load_table(data, Roles(), progress=progress.part(0.02, 0.04))
    configs = [TrainingConfig(model_type=kind) for kind in ModelType]
    training = train_models(table, configs, ValidationOptions(), workspace=workspace, leak_meter=True,
                            progress=progress.part(0.04, 0.75))
    found = {run.id: library.out_of_fold(workspace, run.id) for run in training.runs}
    predictions = {id: one for id, one in found.items() if one is not None}
    ensemble = build_ensemble(table, list(predictions), EnsembleOptions(), workspace=workspace,
                              progress=progress.part(0.75, 0.82))
    live = replay(table, ReplayOptions(), batch=walk_forward_scores(table, predictions),
                  progress=progress.part(0.82, 0.88))
    bundle = export_and_prove(data, table, ensemble.record.id, folder / "ensemble.apbundle", workspace=workspace,
                              progress=progress.part(0.88, 0.98))
    job = WholeJob(
        profile=profile, runs=training.runs, out_of_fold=predictions, comparisons=training.comparisons,
        leak_meter=training.leak_meter, ensemble=ensemble, replay=live, bundle=bundle,
        seconds=time.monotonic() - started, versions=_versions(training.runs[0].versions if training.runs else {}),
    )
    progress.report(0.98, "Writing the report")
    written = write(job, folder)
    progress.report(1.0, "Done")
    return written


def write(job: WholeJob, folder: Path) -> Written:
    """The report and its pictures, each as a file of its own too."""
    report = folder / "report.html"
    write_atomically(report, html(job).encode())
    pictures = []
    for name, plot in charts(job).items():
        pictures.append(folder / "pictures" / f"{name}.svg")
        write_atomically(pictures[-1], plot.markup(standalone=True).encode())
    return Written(job, report, folder / "ensemble.apbundle", tuple(pictures))


def walk_forward_scores(table: SignalTable, predictions: Mapping[str, OutOfFold]) -> Floats:
    """What three models that are retrained before each test block would have said live; NaN before the first block.

    The mean of the models' out-of-fold probabilities: each comes from a model that had seen only earlier, purged rows,
    so the replay judges no model on its own training rows.
    """
    place = {int(row): position for position, row in enumerate(table.row)}
    said = np.full((max(len(predictions), 1), len(table)), np.nan)
    for number, one in enumerate(predictions.values()):
        said[number, [place[int(row)] for row in one.row]] = one.probability
    return equal_weights(said)


def export_and_prove(
    data: Path, table: SignalTable, run_id: str, path: Path, *, workspace: Workspace, progress: Progress
) -> BundleFacts:
    """Export a run, verify the file, score the data with it in another process, and compare with this one."""
    write_bundle(workspace, run_id, path, progress=progress.part(0.0, 0.2))
    bundle = reading.read(path)
    guard.prove(bundle)
    progress.report(0.4, "Scoring in a fresh process")
    elsewhere = score_elsewhere(path, data, progress)
    model = load_model(path, workspace=workspace)
    here = model.predict(load_for_schema(data, model.schema, table.roles, progress=progress.part(0.9, 1.0)).matrix)
    if len(elsewhere) != len(here):
        raise WorkbenchError(f"The other process scored {len(elsewhere)} signals of {len(here)}.", where=str(path),
                             code="scores-differ", remedy="Report this: a bundle must score alike everywhere.")
    return BundleFacts(
        path=str(path), sha256=bundle.sha256, bytes=bundle.size, members=len(bundle.members),
        golden_rows=len(bundle.canary.rows), scored_rows=len(here),
        largest_difference=float(np.abs(elsewhere - np.sort(here)).max(initial=0.0)),
    )
