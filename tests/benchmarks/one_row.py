"""One live row: flat forests beside the libraries' own calls and beside scikit-learn's wrappers with a DataFrame.

Also many rows by LightGBM, whose flat forest is quicker than its library, the compact form's speed and size, and SHAP.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tests.benchmarks.made import signals
from tests.benchmarks.measuring import Row, against, seconds

COLUMNS, TREES, DEPTH, TRAINED = 50, 200, 6, 5_000
MANY, EXPLAINED = 100_000, 500
CALLS, FEW_CALLS = 400, 40  # a batch of calls, and one of calls that take milliseconds
Call = Callable[[Any], object]


class Times(NamedTuple):
    """Medians over batches, in seconds: middle and 99th percentile of a batch, and the latter of the processor's time.

    The last leaves out what other processes took meanwhile.
    """

    p50: float
    p99: float
    own_p99: float

    def words(self) -> str:
        return f"p50 {seconds(self.p50)}, p99 {seconds(self.p99)} ({seconds(self.own_p99)} of its own)"


def rows(*, repeats: int) -> list[Row]:
    """Each route quiet and beside busy processes, one a core; the bars are for the machine as it is."""
    with tempfile.TemporaryDirectory() as folder, made(Path(folder)) as (calls, inputs):
        quiet = timed(calls, inputs, repeats)
        with busy_cores():
            busy = timed(calls, inputs, repeats)
        many = _many_rows(folder, repeats)
    return [*(_row(what, name, beside, bar, quiet, busy) for what, name, beside, bar in (
        (f"One row, three boosters of {TREES} trees, from a mapping of {COLUMNS} numbers", "bundle",
         ("native", "wrappers"), 100e-6),
        ("The same through ModelEnsembler with a stack", "ensembler", ("native",), 300e-6),
        ("The same blended with the online learner", "blended", ("native",), 200e-6),
        ("The online learner alone", "online", (), 30e-6),
        ("Only the mapping to a matrix", "encoding", (), None),
    )), *many]


def timed(calls: Mapping[str, Call], inputs: Sequence[Any], repeats: int) -> dict[str, Times]:
    """Batches of calls in turns, so that a busy moment hits all alike."""
    batches: dict[str, list[Times]] = {name: [] for name in calls}
    for turn in range(repeats):
        for name, call in calls.items():
            count = FEW_CALLS if name == "wrappers" else CALLS
            batches[name].append(_batch(call, [inputs[(turn * count + k) % len(inputs)] for k in range(count)]))
    return {name: Times(*(statistics.median(part) for part in zip(*found, strict=True)))
            for name, found in batches.items()}


def _batch(call: Call, inputs: Sequence[Any]) -> Times:
    taken, own = [], []
    for row in inputs:
        own_started, started = time.thread_time(), time.perf_counter()
        call(row)
        taken.append(time.perf_counter() - started)
        own.append(time.thread_time() - own_started)
    return Times(*map(float, np.percentile(taken, [50, 99])), float(np.percentile(own, 99)))


def _row(what: str, name: str, beside: Sequence[str], bar: float | None, quiet: Mapping[str, Times],
         busy: Mapping[str, Times]) -> Row:
    ratios = ", ".join(f"{quiet[other].p50 / quiet[name].p50:.0f}x quicker than {other}" for other in beside)
    return Row(what, quiet[name].words(), "; ".join(f"{other} {quiet[other].words()}" for other in beside),
               f"{ratios or seconds(quiet[name].p50)}; beside busy cores {busy[name].words()}",
               "" if bar is None else f"p99 under {seconds(bar)}", None if bar is None else quiet[name].p99 < bar)


def _many_rows(folder: str, repeats: int) -> list[Row]:
    from engine.bundle import loading
    from engine.evaluation.compacting import compact

    model = loading.load_model(Path(folder, "lightgbm"))
    matrix = np.random.default_rng(0).normal(size=(MANY, COLUMNS)).astype(np.float32)
    assert model.quick.prepare(), model.quick.reason
    assert (model.predict(matrix) == model.combine(model.scores_of(model.margins(matrix)))).all()
    native = ("LightGBM", lambda: model.margins(matrix, threads=1))
    flat = against(f"{MANY:,} rows by LightGBM's {TREES} trees, one thread, the same bits",
                   dict([("flat forest", lambda: model.quick.margin(0, matrix)), native]), repeats=repeats)
    small = compact(model.members[0].model)
    rounded = against(f"The same by its compact form with {small.leaves.words}: {len(small.to_bytes()) / 1024:.0f} KiB "
                      f"instead of {len(model.members[0].model.to_bytes()) / 1024:.0f}",
                      dict([("compact", lambda: small.margin(matrix)), native]), repeats=repeats)
    return [flat, rounded, *(_explained(folder, kind, repeats) for kind in ("lightgbm", "xgboost"))]


def _explained(folder: str, kind: str, repeats: int) -> Row:
    from engine.bundle import loading
    from engine.models import flat_proof, flat_shap

    model = loading.load_model(Path(folder, kind)).members[0].model
    explaining = flat_shap.explainer(flat_proof.read(model))
    flat_shap.prove(explaining, model)
    matrix = np.random.default_rng(1).normal(size=(EXPLAINED, COLUMNS)).astype(np.float32)
    return against(f"Exact SHAP values of {EXPLAINED:,} rows, {model.title} of {TREES} trees, one thread",
                   {"flat forest": lambda: explaining.contributions(matrix),
                         model.title: lambda: model.contributions(matrix)}, repeats=min(repeats, 3))


@contextlib.contextmanager
def busy_cores() -> Iterator[None]:
    """A process a core that does nothing but compute."""
    command = [sys.executable, "-c", "while True: sum(range(10000))"]
    work = [subprocess.Popen(command) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for each in work:
            each.kill()
            each.wait()


@contextlib.contextmanager
def made(folder: Path) -> Iterator[tuple[dict[str, Call], list[dict[str, float]]]]:
    """The routes, ready, each on models of the same size; and the rows to score."""
    from engine import models
    from engine.bundle import loading, writing
    from engine.bundle.manifest import ModelCard
    from engine.data.schema import FeatureSchema
    from engine.ensemble.ensembler import ModelEnsembler
    from engine.evaluation.pooling import Pool
    from engine.models.fit_data import FitData, Knobs
    from engine.online.learner import OnlineLearner

    frame = signals(TRAINED, COLUMNS)
    names = [name for name in frame.columns if name.startswith("x")]
    matrix, label = frame[names].to_numpy(), frame["win"].to_numpy()
    inputs = [dict(zip(names, map(float, row), strict=True)) for row in matrix[:2_000]]
    members, ensembler = [], ModelEnsembler()
    for kind in models.LIBRARIES:
        model = models.library(kind).fit(FitData(matrix, label), Knobs(rounds=TREES, max_depth=DEPTH))
        card = ModelCard(id=kind, name=kind, kind=kind, created="", schema=FeatureSchema.plain(names))
        members.append((card, model.to_bytes()))
        file = Path(folder, kind)
        file.write_bytes(writing.model_bytes(*members[-1]))
        ensembler.add_model(kind, file)
    ensembler.build_from_arrays(frame[names], label, "stacking")
    bundle_file = Path(folder, "three.apbundle")
    card = ModelCard(id="three", name="three", kind="ensemble", created="", schema=FeatureSchema.plain(names))
    bundle_file.write_bytes(writing.ensemble_bytes(card, members, Pool.equal(list(models.LIBRARIES))))
    bundle = loading.load_model(bundle_file)
    blended, online = OnlineLearner(), OnlineLearner()
    blended.open_batch_model(bundle_file)
    for learner in (blended, online):
        for row, won in zip(inputs[:300], label.tolist(), strict=False):
            learner.learn_row(row, won)
    calls: dict[str, Call] = {
        "bundle": bundle.predict, "native": lambda row: bundle.combine(bundle.scores_of(bundle.margins(row))),
        "wrappers": _wrappers(frame[names], label), "ensembler": ensembler.predict_rows,
        "blended": blended.predict_rows, "online": online.predict_rows, "encoding": bundle.schema.encode,
    }
    ready = [bundle.quick, blended.batch.quick, *(model.quick for model in ensembler._models.values())]
    for way in ready:
        assert way.prepare(), way.reason
    assert abs(calls["bundle"](inputs[0])[0] - calls["native"](inputs[0])[0]) < 1e-7
    yield calls, inputs


def _wrappers(frame: Any, label: Any) -> Call:
    import pandas as pd
    from catboost import CatBoostClassifier
    from lightgbm import LGBMClassifier
    from xgboost import XGBClassifier

    size = {"n_estimators": TREES, "max_depth": DEPTH, "learning_rate": 0.05}
    each = [XGBClassifier(**size, n_jobs=1), LGBMClassifier(**size, num_leaves=2**DEPTH, n_jobs=1, verbosity=-1),
            CatBoostClassifier(**size, thread_count=1, verbose=False, allow_writing_files=False)]
    for wrapper in each:
        wrapper.fit(frame, label)
    return lambda row: np.mean([wrapper.predict_proba(pd.DataFrame([row]))[0, 1] for wrapper in each])
