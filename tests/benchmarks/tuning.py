"""Tuning beside FLAML: the same rows, purged folds, cores and seconds; scored on the next block, which neither saw.

    python -m tests.benchmarks.tuning --tool ours|flaml --set NAME --seconds 600 --cores 2 --data DIR --out FILE
    python -m tests.benchmarks.tuning --compare FILE...

`--cores` is a number of cores or a list such as 4,5. FLAML is taken from where this Python finds it, else brought by
uv or pip into an environment of its own under the temporary folder. Of both tools the settings that were best at any
moment are fitted again after the clock has stopped, so that the score on the next block is known by processor time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.measuring import ROOT

SETS = {
    "btc_1h": "signals/btc_1h.csv", "equities_1h_dev": "signals/equities_1h_dev.parquet",
    "index_1d": "signals/index_1d.csv", "australian": "tabular/australian.csv", "credit_g": "tabular/credit_g.csv",
    "higgs_lgb_example": "tabular/higgs_lgb_example.csv", "phoneme": "tabular/phoneme.csv",
}
TESTED = 0.2  # the newest rows
KEPT = 3  # 15 earlier ends of seven sets: one +0, two +.0023, three +.0038 (se .0009), five +.0033, eight +.0033
LONG = ("label", "probability", "probability_mean", "folds_path")
PEER = Path(__file__).with_name("tuning_peer.py")
BRINGS = ("flaml", "lightgbm", "catboost", "scikit-learn", "pandas", "psutil")


def main() -> int:
    """Run one tool on one set, or compare what was run."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.tuning", description="Tuning beside FLAML.")
    parser.add_argument("--tool", choices=("ours", "flaml"))
    parser.add_argument("--set", choices=SETS, dest="name")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--cores", default="2", help="how many, or which, such as 4,5")
    parser.add_argument("--data", default="", help="the folder with signals/ and tabular/ (default: the shared one)")
    parser.add_argument("--end", type=float, default=1.0, help="the share of the rows that there are: 0.8 is earlier")
    parser.add_argument("--models", default="lightgbm,xgboost,catboost")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kept", type=int, default=KEPT, help="trials of each library that are averaged (ours)")
    parser.add_argument("--out", default="")
    parser.add_argument("--compare", nargs="+", metavar="FILE")
    args = parser.parse_args()
    if args.compare:
        from tests.benchmarks.tuning_compare import compare_files

        print(compare_files(args.compare))
        return 0
    if not args.tool or not args.name:
        parser.error("give --tool and --set, or --compare")
    cores = pinned(args.cores)
    found = {"ours": ours, "flaml": flaml}[args.tool](args, cores)
    text = json.dumps({"tool": args.tool, "set": args.name, "seconds": args.seconds, "cores": len(cores),
                       "end": args.end, "seed": args.seed, "models": args.models, **found})
    if args.out:
        Path(args.out).write_text(text, encoding="utf-8")
    print(json.dumps({key: value for key, value in json.loads(text).items() if key not in LONG}))
    return 0


def pinned(wish: str) -> list[int]:
    """Keep this process and its children to these cores."""
    allowed = sorted(os.sched_getaffinity(0))
    cores = [int(each) for each in wish.split(",")] if "," in wish else allowed[:int(wish)]
    os.sched_setaffinity(0, cores)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(len(cores))
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    return cores


def parts(name: str, data: str, end: float) -> tuple[Any, Any]:
    """The rows to tune on, purged towards the next block, and that block."""
    from engine.data.loading import load_table
    from engine.records import Roles

    path = (Path(data) if data else shared_data()) / SETS[name]
    told = json.loads((path.parent / f"{name}.schema.json").read_text(encoding="utf-8"))
    one = {key: (value[0] if isinstance(value, list) else value) if (value := told.get(key)) else None
           for key in ("label", "time", "label_time", "weight", "id")}
    used = set(one.values())
    roles = Roles(**one, outcomes=tuple(each for each in told.get("outcome", ()) if each not in used))
    table = load_table(path, roles).labelled()
    rows = int(len(table) * end)
    first = rows - int(len(table) * TESTED)
    train = np.arange(first)
    if table.time is not None and table.label_time is not None:
        train = train[table.label_time[:first] < table.time[first]]
    return table.take(train), table.take(np.arange(first, rows))


def shared_data() -> Path:
    """The data folder beside the project."""
    return next(each / "shared" / "data" for each in ROOT.parents if (each / "shared" / "data").is_dir())


def ours(args: argparse.Namespace, cores: list[int]) -> dict[str, Any]:
    """The tuner as the program uses it: all given rows searched, the chosen settings fitted on all of them."""
    from engine.evaluation.metrics import auc
    from engine.library.store import Workspace
    from engine.training.config import ModelType, TrainingConfig, ValidationOptions
    from engine.training.tuning.choosing import ranking, taken
    from engine.training.tuning.options import Objective, TuningOptions
    from engine.training.tuning.search import tune, warm_up
    from engine.training.tuning.settled import chosen_config, final_seconds, fit_chosen

    train, test = parts(args.name, args.data, args.end)
    configs = [TrainingConfig(model_type=ModelType(each), seed=args.seed) for each in args.models.split(",")]
    options = TuningOptions(seconds=args.seconds, seed=args.seed, held_blocks=0)
    warm_up(configs)  # imports: FLAML's are done before its clock starts, too
    with tempfile.TemporaryDirectory() as folder, Workspace.open(folder) as workspace:
        busy, began = processor_seconds(), time.perf_counter()
        spent: list[tuple[str, int, float]] = []
        report = tune(train, configs, ValidationOptions(), options, workspace=workspace,
                      reserve=lambda hunts: final_seconds(hunts, args.kept), heard=lambda record, _course: spent.append(
                          (record.model, record.number, processor_seconds() - busy)))
        by_model = {config.model_type.value: config for config in configs}
        best = [ranking(each.trials, Objective.AUC)[:args.kept] for each in report.studies]
        fitted = [fit_chosen(train, report, by_model, threads=len(cores), settings=dict(each))
                  for each in places(best)]
        wall, cpu = time.perf_counter() - began, processor_seconds() - busy
    scores = {each.model: each.chosen.auc for each in report.studies if each.chosen is not None}
    tested = {model: forest.probability(test.matrix, threads=1) for model, forest in fitted[0].items()}
    each_kept = [forest.probability(test.matrix, threads=1) for each in fitted for forest in each.values()]
    best = taken([each.chosen for each in report.studies if each.chosen is not None], Objective.AUC)
    single = tested[best.model]
    path = []
    for model, best, cpu_then in best_over_time(report, spent):
        config = chosen_config(by_model[model], best)
        again = fit_chosen(train, report, {model: config}, threads=len(cores), settings={model: best})[model]
        path.append({"cpu": cpu_then, "inner": best.auc, "model": model, "rounds": best.rounds,
                     "auc": auc(test.label, again.probability(test.matrix, threads=1))})
    mean = np.mean(each_kept, axis=0)
    return {"wall": wall, "cpu": cpu, "trials": report.trials, "inner": scores, "auc": auc(test.label, single),
            "auc_mean": auc(test.label, mean), "kept": args.kept,
            "each": {m: auc(test.label, p) for m, p in tested.items()},
            "path": path, "folds_path": best_in_folds(report, spent), "label": test.label.tolist(),
            "probability": single.tolist(), "probability_mean": mean.tolist(),
            "settings": {each.model: each.chosen.words for each in report.studies if each.chosen is not None}}


def places(best: list[list[Any]]) -> list[list[tuple[str, Any]]]:
    """The best of each library, then the second of each, ..."""
    most = max((len(each) for each in best), default=0)
    return [[(each[place].model, each[place]) for each in best if len(each) > place] for place in range(most)]


def best_over_time(report: Any, spent: list[tuple[str, int, float]]) -> list[tuple[str, Any, float]]:
    """Each trial that would have been taken when it ended, with the processor time until then."""
    from engine.training.tuning.choosing import taken
    from engine.training.tuning.options import Objective

    found: list[tuple[str, Any, float]] = []
    studies = {each.model: each for each in report.studies}
    whole: list[Any] = []
    for model, number, cpu in spent:
        trial = studies[model].trial(number)
        whole += [trial] if trial.complete else []
        best = taken(whole, Objective.AUC)
        if best is not None and (not found or best is not found[-1][1]):
            found.append((best.model, best, cpu))
    return found


def best_in_folds(report: Any, spent: list[tuple[str, int, float]]) -> list[tuple[float, float]]:
    """The processor time and the figure of each trial that was the best in the folds when it ended."""
    studies = {each.model: each for each in report.studies}
    found: list[tuple[float, float]] = []
    for model, number, cpu in spent:
        trial = studies[model].trial(number)
        if trial.complete and (not found or trial.auc > found[-1][1]):
            found.append((cpu, trial.auc))
    return found


def flaml(args: argparse.Namespace, cores: list[int]) -> dict[str, Any]:
    """FLAML in a process of its own, on the same matrices and folds."""
    from engine.training import validation as splitting
    from engine.training.config import ValidationOptions

    train, test = parts(args.name, args.data, args.end)
    folds = splitting.plan(train, ValidationOptions()).folds
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "given.npz")
        np.savez(given, train=train.matrix, label=train.label, test=test.matrix, test_label=test.label,
                 categorical=np.asarray(train.schema.categorical, dtype=np.int64),
                 **{f"{part}_{k}": getattr(fold, part) for k, fold in enumerate(folds) for part in ("train", "test")})
        done = subprocess.run(
            [peer_python(), str(PEER), str(given), str(args.seconds), str(len(cores)), args.models, str(args.seed)],
            capture_output=True, text=True, check=False, env=os.environ)
        if done.returncode:
            raise RuntimeError(done.stderr[-4000:])
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return {**found, "label": test.label.tolist()}


def peer_python() -> str:
    """A Python that has FLAML."""
    if importlib.util.find_spec("flaml") is not None:
        return sys.executable
    folder = Path(tempfile.gettempdir(), "alphapulse-flaml")
    python = folder / "bin" / "python"
    if not (folder / "whole").exists():
        import xgboost

        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", f"xgboost=={xgboost.__version__}", *BRINGS],
                       check=True, stdout=sys.stderr)
        (folder / "whole").touch()
    return str(python)


def processor_seconds() -> float:
    """Of this process and its children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    sys.exit(main())
