"""Importing the engine is instant, brings no learning library and never Qt."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("xgboost", "lightgbm", "catboost", "river", "sklearn", "pandas", "pyarrow", "numba", "scipy", "optuna",
         "mlflow", "dask", "redis", "psycopg", "onnx", "onnxruntime", "joblib")  # fmt: skip
QT = ("PySide6", "shiboken6", "pyqtgraph", "qasync", "gui")
PUBLIC = {"MLModelTrainer", "TrainingConfig", "ModelType", "OnlineLearner", "ModelEnsembler", "TrainingResult",
          "OnlinePrediction", "EnsemblePrediction", "WorkbenchError", "Cancelled", "trainer", "online_learner",
          "ensembler"}  # fmt: skip


def loaded_after(code: str) -> set[str]:
    """The top-level names in `sys.modules` of a fresh process that ran `code`."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_engine_loads_no_third_party_library() -> None:
    assert loaded_after("import engine").isdisjoint({*HEAVY, *QT, "numpy"})


def test_importing_the_engine_takes_no_time() -> None:
    script = "import time; t = time.process_time(); import engine; print(time.process_time() - t)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.1


def test_no_module_of_the_engine_loads_a_heavy_library_or_qt_on_import() -> None:
    everything = """
import importlib, pkgutil, engine
for module in pkgutil.walk_packages(engine.__path__, "engine."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""
    assert loaded_after(everything) & {*HEAVY, *QT} == set()


def test_every_public_name_is_there_on_first_use() -> None:
    import engine

    assert set(dir(engine)) >= PUBLIC
    for name in PUBLIC:
        assert getattr(engine, name) is not None
    assert [kind.value for kind in engine.ModelType] == ["xgboost", "lightgbm", "catboost"]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        engine.nothing  # noqa: B018


def test_the_command_line_offers_every_verb_of_the_contract() -> None:
    import importlib

    from engine.cli import VERBS

    assert {"demo", "inspect", "train", "models", "ensemble", "replay", "monitor", "export", "verify", "score",
            "doctor"} <= set(VERBS)  # fmt: skip
    for verb in VERBS:
        module = importlib.import_module(f"engine.cli.{verb}")
        assert callable(module.add_arguments)
        assert callable(module.run)


def test_threads_and_executors_live_in_one_file_of_the_window() -> None:
    makers = {"QThread", "QThreadPool", "QRunnable", "Thread", "ThreadPoolExecutor", "to_thread", "run_in_executor"}
    for file in sorted((ROOT / "gui").rglob("*.py")):
        if file.relative_to(ROOT).as_posix() != "gui/jobs.py":
            assert makers.isdisjoint(_names(file)), file


def _names(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
