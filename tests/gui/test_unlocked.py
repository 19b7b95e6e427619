"""Libraries are opened in a worker without the interpreter lock, and by Python afterwards as ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Python lets the lock go by itself on Windows")

_BEGIN = """
import ctypes, importlib.machinery, os, sys, threading
from gui import unlocked
assert unlocked.open_unlocked() and unlocked.open_unlocked()
"""

# A pipe stands for a library that takes its time: opening it waits until somebody writes to it. Where the interpreter
# lock is held meanwhile, the thread that would write never gets to it, and the process stands still.
_SLOW = _BEGIN + """
path, way = sys.argv[1:]
told = []

def open_it():
    try:
        if way == "library":
            ctypes.CDLL(path)
        else:
            spec = importlib.machinery.ModuleSpec("slow", importlib.machinery.ExtensionFileLoader("slow", path),
                                                  origin=path)
            spec.loader.create_module(spec)
    except (OSError, ImportError) as error:
        told.append(str(error))

thread = threading.Thread(target=open_it)
thread.start()
end = os.open(path, os.O_WRONLY)
os.unlink(path)
with open(path, "wb") as file:  # what Python finds when its own turn comes
    file.write(b"no library" * 100)
os.write(end, b"no library" * 100)
os.close(end)
thread.join()
print(told[0])
"""

_SEEN = _BEGIN + """
opened = []
unlocked._open = opened.append
def bring(name):
    __import__(name)
bring("_lzma")
assert opened == [], "the window's own thread opens as ever"
thread = threading.Thread(target=bring, args=["lightgbm"])
thread.start()
thread.join()
print(*opened, sep="\\n")
"""


def _ran(script: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True,
                          check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("way", ["library", "extension module"])
def test_other_threads_go_on_while_a_worker_opens_a_library(tmp_path: Path, way: str) -> None:
    path = tmp_path / "slow.so"
    os.mkfifo(path)
    assert "slow.so" in _ran(_SLOW, str(path), way), "what is wrong with a library is told by Python itself"


def test_a_worker_opens_what_python_is_about_to_open_and_the_windows_thread_nothing() -> None:
    opened = [Path(line) for line in _ran(_SEEN).splitlines()]
    assert any(path.name.startswith("lib_lightgbm") for path in opened)
    assert any(path.name.startswith("_csparsetools") for path in opened) or len(opened) > 20
    assert all(path.is_file() for path in opened)
