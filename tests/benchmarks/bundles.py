"""Bundles: what writing, checking and opening cost beside the native files, and bulk scoring beside the libraries.

Opening and bulk scoring are measured in seconds of the process, on one thread: others may use the machine too.
"""

from __future__ import annotations

import hashlib
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.measuring import Row, against, interleaved, seconds

LIBRARIES = ("xgboost", "lightgbm", "catboost")
FEATURES, TREES, BULK = 50, 200, 1_000_000
EXPORT_BAR, LOAD_BAR, GUARD_BAR, BULK_BAR = 1.0, 1.5, 0.3, 1.05


def rows(*, repeats: int) -> list[Row]:
    """The bars of the bundle: export, verify and load, the guard, and a million rows in one piece."""
    from engine.bundle import guard, loading, reading
    from engine.library.store import Workspace

    made, matrix = _models()
    with tempfile.TemporaryDirectory() as folder:
        files = _native_files(made, Path(folder))
        with Workspace.open(Path(folder, "workspace")) as workspace:
            run_id = _kept(made, workspace)
            path = Path(folder, "three.apbundle")
            exported = _export(workspace, run_id, path, files, repeats)
            loaded = against(
                "Opening a bundle of three boosters that was written here",
                {"bundle": lambda: loading.load_model(path, workspace=workspace),
                 "native files and their hashes": lambda: _load_native(files)}, repeats=31, bar=LOAD_BAR)
            bundle = reading.read(path)
            guard.prove(bundle)  # the process is up
            guarded = _guard(bundle, repeats)
            model = loading.load_model(path, workspace=workspace)
    guard.close()
    return [exported, loaded, guarded, *_bulk(model, matrix, 5)]


def _models() -> tuple[dict[str, Any], Any]:
    from engine import models
    from engine.models.fit_data import FitData, Knobs

    rng = np.random.default_rng(3)
    matrix = rng.normal(size=(BULK, FEATURES)).astype(np.float32)
    train = matrix[:20_000]
    label = (train[:, 0] + train[:, 1] * train[:, 2] + rng.normal(size=len(train)) > 0).astype(np.int8)
    knobs = Knobs(rounds=TREES, max_depth=6)
    return {kind: models.library(kind).fit(FitData(train, label), knobs) for kind in LIBRARIES}, matrix


def _kept(made: dict[str, Any], workspace: Any) -> str:
    from engine.bundle import writing
    from engine.bundle.manifest import ModelCard
    from engine.data.schema import FeatureSchema
    from engine.evaluation.pooling import Pool
    from engine.library import runs
    from engine.records import Roles, RunRecord

    schema = FeatureSchema.plain([f"x{place}" for place in range(FEATURES)])
    cards = [ModelCard(id=kind, name=kind, kind=kind, created="", schema=schema) for kind in LIBRARIES]
    whole = ModelCard(id="ens-1", name="three", kind="ensemble", created="", schema=schema)
    online = {"weights": [float(value).hex() for value in np.random.default_rng(1).normal(size=4 * FEATURES)]}
    data = writing.ensemble_bytes(whole, [(card, made[card.kind].to_bytes()) for card in cards],
                                  Pool.equal(LIBRARIES), online=online)
    record = RunRecord(
        id="ens-1", name="three", kind="ensemble", created="2026-01-01T00:00:00Z", status="done", source="made",
        fingerprint="", rows=20_000, features=schema.names, roles=Roles(), settings={}, validation=None, scores=None,
        importance={}, trees=0, best_iteration=0, training_seconds=0.0, model_path="")
    return runs.add_run(workspace, record, model_file=data).id


def _native_files(made: dict[str, Any], folder: Path) -> dict[str, Path]:
    return {kind: folder / kind for kind in made if (folder / kind).write_bytes(made[kind].to_bytes())}


def _export(workspace: Any, run_id: str, path: Path, files: dict[str, Path], repeats: int) -> Row:
    from engine.bundle import exporting

    contents = {name: file.read_bytes() for name, file in files.items()}

    def plain() -> None:
        for name, data in contents.items():
            files[name].write_bytes(data)

    taken = interleaved({"export": lambda: exporting.write_bundle(workspace, run_id, path), "files": plain}, repeats)
    ours, native = statistics.median(taken["export"]), statistics.median(taken["files"])
    return Row("Export of three boosters and the online learner, proved", seconds(ours),
               f"writing the native files {seconds(native)}", f"{ours - native:.2f} s more",
               f"at most {EXPORT_BAR:.0f} s", ours - native <= EXPORT_BAR)


def _load_native(files: dict[str, Path]) -> None:
    from engine import models

    for kind, file in files.items():
        data = file.read_bytes()
        hashlib.sha256(data).hexdigest()
        models.library(kind).from_bytes(data)


def _guard(bundle: Any, repeats: int) -> Row:
    from engine.bundle import guard

    taken = []
    for _ in range(max(repeats, 5)):
        began = time.perf_counter()
        guard.prove(bundle)
        taken.append(time.perf_counter() - began)
    ours = statistics.median(taken)
    return Row("The guarded process for a foreign bundle of three boosters", seconds(ours), "", "",
               f"at most {seconds(GUARD_BAR)} more", ours <= GUARD_BAR)


def _bulk(model: Any, matrix: Any, repeats: int) -> list[Row]:
    """One library each: the bundle's score (offset, calibration, checks) beside the library's own probabilities.

    Each goes once before it is measured, and what that begins in the background is waited for: processor time is of all
    threads, so a compilation that the model before began would count for this one.
    """
    from engine.bundle.scoring import LoadedModel
    from engine.models.base import default_threads

    found = []
    for member in model.members:
        alone = LoadedModel(member.card, [member])
        raw = _raw(member.card.kind, member.model, matrix, default_threads())
        for work in (lambda alone=alone: alone.predict(matrix), raw):
            work()
        if alone.quick.takes_many(0):
            alone.quick.prepare(300.0)
        found.append(against(f"{BULK:,} x {FEATURES} rows through a {member.card.kind} bundle",
                             {"bundle": lambda alone=alone: alone.predict(matrix), "library alone": raw},
                             repeats=repeats, bar=BULK_BAR))
    return found


def _raw(kind: str, model: Any, matrix: Any, threads: int) -> Any:
    if kind == "xgboost":
        booster = model._handle(threads)
        return lambda: booster.inplace_predict(matrix, validate_features=False)
    if kind == "lightgbm":
        return lambda: model._booster.predict(matrix, num_threads=threads)
    import catboost

    # A Fortran-ordered copy is what CatBoost is quickest with; making it is part of scoring rows that come in C order.
    return lambda: model._model.predict(catboost.Pool(np.asfortranarray(matrix)), prediction_type="Probability",
                                        thread_count=threads)[:, 1]
