"""How good the default models are: beside the libraries' own defaults, and beside what they promise."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.measuring import ROOT, Row
from tests.benchmarks.promises import Missed, Walked, World, missed, promised, walked_forward

TABULAR = ("australian", "credit_g", "higgs_lgb_example", "phoneme")
SIGNALS = ("btc_1h", "equities_1h_dev", "index_1d")
FOLDS = 5
CUTS = (5, 8, 12)  # blocks
_LACKING = Row("Default models beside the libraries' defaults", "", "", "the data folder ../shared is not there")


def tables(*, repeats: int) -> list[Row]:
    """A row a set and library: both AUCs, and the interval of their difference."""
    data = _shared()
    return [_LACKING] if data is None else [row for name in TABULAR for row in _tabular(data / "tabular", name)]


def signals(*, repeats: int) -> list[Row]:
    """The same on signals, purged; and what is told of the next block against what came there, a row a library."""
    data = _shared()
    if data is None:
        return [_LACKING]
    found: list[Row] = []
    all_missed: list[Missed] = []
    for name in SIGNALS:
        for blocks in CUTS:
            rows, walked = _signals(data / "signals", name, blocks)
            found += rows
            all_missed += missed(walked)
    return [*found, *promised(all_missed, "real signals")]


def _shared() -> Path | None:
    wished = Path(os.environ["ALPHAPULSE_SHARED"]) if "ALPHAPULSE_SHARED" in os.environ else None
    places = [parent / "shared" / "data" for parent in ROOT.parents]
    return next((each for each in [wished, *places] if each is not None and each.is_dir()), None)


def _tabular(folder: Path, name: str) -> list[Row]:
    """The set's own split where it has one, else five stratified folds of shuffled rows: these sets have no time."""
    import pandas as pd
    from sklearn.model_selection import StratifiedKFold

    from engine.data.loading import describe

    told = json.loads((folder / f"{name}.schema.json").read_text())
    frame = pd.read_csv(folder / f"{name}.csv")
    if "split" in frame:
        split = (frame["split"] == "train").to_numpy()
        folds = [(np.flatnonzero(split), np.flatnonzero(~split))]
    else:
        frame = frame.sample(frac=1, random_state=0).reset_index(drop=True)
        splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
        folds = list(splitter.split(frame, frame[told["label"]]))
    features = frame[told["features"]].copy()
    for column in told.get("categorical", ()):
        features[column] = features[column].astype(str)
    schema = describe(features, tuple(features.columns))
    label = frame[told["label"]].to_numpy(np.int8)
    how = "its own split" if "split" in frame else f"{FOLDS} folds"
    return _compared(f"{name}, {len(frame):,} rows, {how}", schema.encode(features), label, schema.categorical, folds)


def _signals(folder: Path, name: str, blocks: int) -> tuple[list[Row], Walked]:
    """Purged walk-forward in blocks, and what each model said of its block and of the one after."""
    from engine.data.loading import load_table
    from engine.data.splits import purged_walk_forward
    from engine.models import LIBRARIES

    table = load_table(folder / f"{name}.parquet").labelled()
    plan = purged_walk_forward(table.time, table.label_time, folds=blocks)
    later: dict[str, list[Any]] = {library: [None] * blocks for library in LIBRARIES}

    def hear(library: str, number: int, probability: Callable[[Any], Any]) -> None:
        if number + 1 < len(plan):
            later[library][number] = probability(table.matrix[plan[number + 1].test])

    own: dict[str, list[Any]] = {}
    rows = _compared(f"{name}, {len(table):,} rows, {blocks} purged blocks", table.matrix, table.label,
                     table.schema.categorical, [(fold.train, fold.test) for fold in plan], hear, own,
                     time=table.time, label_time=table.label_time)
    world = World(name, table.matrix, table.label, table.time, table.label_time, tuple(table.schema.categorical))
    return rows, Walked(world, [fold.test for fold in plan], own, later)


def _compared(
    what: str, matrix: Any, label: Any, categorical: Sequence[int], folds: Sequence[tuple[Any, Any]],
    hear: Callable[..., None] = lambda *_: None, kept: dict[str, list[Any]] | None = None, **clock: Any,
) -> list[Row]:
    from engine.evaluation.comparison import compare
    from engine.evaluation.intervals import delong
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.fitting import Source, fit_forest
    from engine.training.leak_meter import standing

    found, tested = [], np.concatenate([test for _, test in folds])
    fold_of = np.repeat(np.arange(len(folds)), [len(test) for _, test in folds])
    for kind in ModelType:
        config = TrainingConfig(model_type=kind)
        source = Source(matrix, label, categorical=tuple(categorical), ordered=bool(clock), **clock)
        ours, raw = [], []
        trains = [train for train, _ in folds]
        each_alone = (fit_forest(source, train, config) for train in trains)
        fits = walked_forward(source, trains, config) if clock else each_alone
        for number, ((train, test), fitted) in enumerate(zip(folds, fits, strict=True)):
            def probability(rows: Any, fitted: Any = fitted) -> Any:
                return fitted.probability(rows, threads=1)

            ours.append(probability(matrix[test]))
            raw.append(RAW[kind.value](matrix[train], label[train], matrix[test], list(categorical)))
            hear(kind.value, number, probability)
        if kept is not None:
            kept[kind.value] = ours
        # Of ranks within folds: every fold has a forest of its own scale, and pooling those is no model's doing.
        mine, theirs = (standing(np.concatenate(each), fold_of) for each in (ours, raw))
        of = compare(label[tested], mine, theirs, "default", "library")
        own, other = delong(label[tested], mine), delong(label[tested], theirs)
        gap = of.difference
        found.append(Row(f"{what}: {kind.title}", f"AUC {own.value:.4f} ({own.low:.4f} to {own.high:.4f})",
                         f"library's defaults {other.value:.4f}",
                         f"{gap.value:+.4f} ({gap.low:+.4f} to {gap.high:+.4f})",
                         "no lower", own.value >= other.value))
        print(f"  {found[-1].what}: {found[-1].ours}, {found[-1].beside}", file=sys.stderr, flush=True)
    return found


def _frame(matrix: Any, categorical: Sequence[int]) -> Any:
    import pandas as pd

    frame = pd.DataFrame(np.asarray(matrix), columns=[f"f{i}" for i in range(matrix.shape[1])])
    for place in categorical:
        frame[f"f{place}"] = frame[f"f{place}"].fillna(-1).astype(int)
    return frame


def _xgboost(X: Any, y: Any, X_test: Any, categorical: Sequence[int]) -> Any:
    import xgboost

    types = ["c" if i in categorical else "float" for i in range(X.shape[1])]
    train, test = (xgboost.DMatrix(each, label, feature_types=types, enable_categorical=True)
                   for each, label in ((X, y), (X_test, None)))
    return xgboost.train({"objective": "binary:logistic", "nthread": 1, "verbosity": 0}, train, 100).predict(test)


def _lightgbm(X: Any, y: Any, X_test: Any, categorical: Sequence[int]) -> Any:
    import lightgbm

    train = lightgbm.Dataset(X, y, categorical_feature=list(categorical), params={"verbosity": -1})
    return lightgbm.train({"objective": "binary", "num_threads": 1, "verbosity": -1}, train, 100).predict(X_test)


def _catboost(X: Any, y: Any, X_test: Any, categorical: Sequence[int]) -> Any:
    import catboost

    model = catboost.CatBoostClassifier(thread_count=1, logging_level="Silent", allow_writing_files=False)
    cats = [f"f{i}" for i in categorical]
    model.fit(catboost.Pool(_frame(X, categorical), y, cat_features=cats))
    return model.predict_proba(catboost.Pool(_frame(X_test, categorical), cat_features=cats))[:, 1]


RAW: dict[str, Callable[..., Any]] = {"xgboost": _xgboost, "lightgbm": _lightgbm, "catboost": _catboost}
