"""The rules R2 and R3: one room knows threads, one room announces change; and nothing heavy before the first paint."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "gui").rglob("*.py"))
THREADS = {"threading", "concurrent", "multiprocessing", "queue"}
# errors.py hangs itself into threading.excepthook, unlocked.py asks which thread it is in; neither starts anything.
KNOWS_THREADS = {"gui/jobs.py", "gui/errors.py", "gui/unlocked.py"}
HEAVY = ("sklearn", "xgboost", "lightgbm", "catboost", "river", "pandas", "pyarrow", "scipy", "numba", "pyqtgraph")


def relative(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_only_jobs_knows_threads(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import)
                for alias in node.names}
    imported |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    if relative(file) not in KNOWS_THREADS:
        assert not imported & THREADS
        assert not names & {"QThread", "QThreadPool", "QRunnable", "to_thread", "run_in_executor", "moveToThread"}


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_only_the_session_announces_its_change(file: Path) -> None:
    calls = [ast.unparse(node.func) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call)]
    assert not [call for call in calls if call.endswith("session.changed.emit")]


def test_the_window_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    script = (
        "import json, os, sys\n"
        "from PySide6.QtCore import QEvent, QObject\n"
        "from PySide6.QtWidgets import QApplication, QMainWindow\n"
        "class Watch(QObject):\n"
        "    def eventFilter(self, watched, event):\n"
        "        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):\n"
        f"            print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), flush=True)\n"
        "            os._exit(0)\n"
        "        return False\n"
        "app = QApplication([])\n"
        "watch = Watch()\n"
        "app.installEventFilter(watch)\n"
        "from gui.app import main\n"
        "main(['--workspace', sys.argv[1]])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True,
                          timeout=60, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
