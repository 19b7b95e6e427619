"""The whole main job on one file: inspect, train three, compare, combine, replay, export, verify, score elsewhere."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.inspecting import open_file
from engine.data.table import SignalTable
from engine.ensemble.building import build_ensemble
from engine.ensemble.options import EnsembleOptions
from engine.errors import WorkbenchError
from engine.evaluation.baselines import equal_weights
from engine.library import runs as library
from engine.library.store import Workspace
from engine.online.replay import ReplayOptions, replay
from engine.progress import Progress
from engine.records import Floats, OutOfFold, RunRecord
from engine.report.elsewhere import export_and_prove
from engine.report.summary import WholeJob, charts, html
from engine.settings import write_atomically
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from engine.training.trainer import train_models


@dataclass(frozen=True, eq=False, slots=True)
class Written:
    """What the whole job leaves behind."""

    job: WholeJob
    report: Path
    bundle: Path
    pictures: tuple[Path, ...]


def run_whole_job(data: Path, folder: Path, *, workspace: Workspace, progress: Progress) -> Written:
    """Do everything once on a file and write `report.html`, `pictures/` and a bundle into `folder`."""
    started = time.monotonic()
    opened = open_file(data, progress=progress.part(0.0, 0.03))
    table = opened.table
    if table is None:
        first = next((f for f in opened.profile.findings if f.level.value == "error"), None)
        raise WorkbenchError(first.message if first else "The file has no label column.", where=str(data),
                             code="no-table",
                             remedy=first.remedy if first else "Choose the column that tells win from loss.")
    configs = [TrainingConfig(model_type=kind) for kind in ModelType]
    training = train_models(table, configs, ValidationOptions(), workspace=workspace, leak_meter=True,
                            progress=progress.part(0.03, 0.75))
    predictions = out_of_fold(workspace, training.runs)
    ensemble = build_ensemble(table, list(predictions), EnsembleOptions(), workspace=workspace,
                              progress=progress.part(0.75, 0.82))
    live = replay(table, ReplayOptions(), batch=walk_forward_scores(table, predictions),
                  progress=progress.part(0.82, 0.87))
    bundle = export_and_prove(data, ensemble.record.id, folder / "ensemble.apbundle", workspace=workspace,
                              progress=progress.part(0.87, 0.98))
    job = WholeJob(
        profile=opened.profile, runs=training.runs, out_of_fold=predictions, comparisons=training.comparisons,
        leak_meter=training.leak_meter, baselines=training.baselines, ensemble=ensemble, replay=live, bundle=bundle,
        seconds=time.monotonic() - started, luck=training.luck,
        versions={name: version for run in training.runs for name, version in run.versions.items()},
    )
    progress.report(0.98, "Writing the report")
    written = write(job, folder)
    progress.report(1.0, "Done")
    return written


def write(job: WholeJob, folder: Path) -> Written:
    """The report, and its pictures as files of their own."""
    report = folder / "report.html"
    write_atomically(report, html(job).encode())
    pictures = []
    for name, plot in charts(job).items():
        pictures.append(folder / "pictures" / f"{name}.svg")
        write_atomically(pictures[-1], plot.markup(standalone=True).encode())
    return Written(job, report, Path(job.bundle.path) if job.bundle else folder, tuple(pictures))


def out_of_fold(workspace: Workspace, runs: tuple[RunRecord, ...]) -> dict[str, OutOfFold]:
    """Each run's predictions on rows that its fold models had not seen, by run id."""
    found = {run.id: library.out_of_fold(workspace, run.id) for run in runs}
    return {run: predictions for run, predictions in found.items() if predictions is not None}


def walk_forward_scores(table: SignalTable, predictions: Mapping[str, OutOfFold]) -> Floats:
    """What models that are retrained before each test block would have said live; NaN before the first block.

    The mean of the models' out-of-fold probabilities: each comes from a model that had seen only earlier, purged rows,
    so the replay judges no model on its own training rows.
    """
    said = np.full((max(len(predictions), 1), len(table)), np.nan)
    for number, one in enumerate(predictions.values()):
        order = np.argsort(table.row)
        said[number, order[np.searchsorted(table.row, one.row, sorter=order)]] = one.probability
    return equal_weights(said)
