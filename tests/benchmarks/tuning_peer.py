"""FLAML on given rows and folds, in the benchmark's own environment: no import of the project's own."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

NAMES = {"lightgbm": ["lgbm"], "xgboost": ["xgboost", "xgb_limitdepth"], "catboost": ["catboost"]}


class Folds:
    """The given purged folds, as scikit-learn's splitters are asked for them."""

    def __init__(self, folds):
        self.folds = folds

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(self.folds)

    def split(self, X=None, y=None, groups=None):
        yield from self.folds


def main():
    import pandas as pd
    from flaml import AutoML
    from sklearn.metrics import roc_auc_score

    given, seconds, cores, models, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
    warnings.simplefilter("ignore")
    data = np.load(given)
    count = sum(name.startswith("train_") for name in data.files)
    folds = [(data[f"train_{k}"], data[f"test_{k}"]) for k in range(count)]
    label = data["label"].astype(int)
    train, test = frame(pd, data["train"], data), frame(pd, data["test"], data)
    names = [each for model in models.split(",") for each in NAMES[model]]
    for name in names:  # imports are no part of the time
        __import__({"lgbm": "lightgbm", "catboost": "catboost"}.get(name, "xgboost"))
    automl = AutoML()
    log = Path(tempfile.mkdtemp(), "flaml.log")
    busy, began = processor_seconds(), time.perf_counter()
    automl.fit(train, label, task="classification", metric="roc_auc", time_budget=seconds, estimator_list=names,
               eval_method="cv", split_type=Folds(folds), n_jobs=cores, seed=int(seed), verbose=0,
               log_file_name=str(log), log_type="all")
    wall, cpu = time.perf_counter() - began, processor_seconds() - busy
    probability = automl.predict_proba(test)[:, 1]
    path = []
    for _, (learner, config, then) in sorted(automl.config_history.items()):
        try:
            model = automl._state.learner_classes[learner](task=automl._state.task, n_jobs=cores, **config)
            model.fit(*automl._state.task.preprocess(train), label) if False else model.fit(train, label)
            auc = roc_auc_score(data["test_label"], model.predict_proba(test)[:, 1])
            path.append({"cpu": cpu * then / wall, "model": learner, "auc": auc})
        except Exception as error:  # what FLAML cannot fit again is left out of the path
            print(f"{learner}: {error!r}", file=sys.stderr)
    print(json.dumps({
        "wall": wall, "cpu": cpu, "trials": trials(log), "folds_path": best_in_folds(log, cpu / wall),
        "inner": {automl.best_estimator: 1 - automl.best_loss},
        "auc": roc_auc_score(data["test_label"], probability), "probability": probability.tolist(), "path": path,
        "settings": {automl.best_estimator: str(automl.best_config)}}))


def frame(pd, matrix, data):
    """The same columns; categories as pandas' own, which FLAML hands on to the libraries that know them."""
    made = pd.DataFrame(matrix, columns=[f"f{k}" for k in range(matrix.shape[1])])
    for column in data["categorical"]:
        codes = np.where(np.isnan(matrix[:, column]), -1, matrix[:, column]).astype(int)
        made[f"f{column}"] = pd.Categorical(codes, categories=range(-1, int(np.nanmax(data["train"][:, column])) + 2))
    return made


def trials(log):
    """As many lines as FLAML wrote of its own trials."""
    lines = log.read_text().splitlines() if log.exists() else []
    return max((json.loads(line).get("record_id", 0) for line in lines), default=0)


def best_in_folds(log, busy):
    """The processor time and the figure of each of FLAML's own lines that was the best when it was written."""
    found = []
    for line in log.read_text().splitlines() if log.exists() else []:
        told = json.loads(line)
        if "validation_loss" in told and (not found or 1 - told["validation_loss"] > found[-1][1]):
            found.append((busy * told["wall_clock_time"], 1 - told["validation_loss"]))
    return found


def processor_seconds():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
