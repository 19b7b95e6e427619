"""The set-up is done once, is found again at once, and a broken one is done again."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, working on a copy of the lock file in an empty folder."""
    module = importlib.import_module("environment")
    for name in ("pyproject.toml", "uv.lock"):
        shutil.copy(module.ROOT / name, tmp_path / name)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "alphapulse-setup.json")
    return module


@pytest.fixture
def steps(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that set-up runs instead of really installing; each `uv sync` leaves an interpreter behind."""
    ran: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        ran.append([str(word) for word in command])
        environment.python_of(environment.VENV).parent.mkdir(parents=True, exist_ok=True)
        environment.python_of(environment.VENV).touch()
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(importlib.import_module("uv_tool"), "find_or_install_uv", lambda folder: folder / "uv")
    monkeypatch.setattr(importlib.import_module("system_packages"), "provide_libraries", lambda *, display: [])
    monkeypatch.setattr(subprocess, "run", run)
    return ran


def test_the_first_start_installs_what_is_locked_and_the_second_nothing(
    environment: ModuleType, steps: list[list[str]]
) -> None:
    environment.prepare(development=False, display=False)
    assert steps[0][1:6] == ["sync", "--locked", "--extra", "all", "--compile-bytecode"]
    assert "--no-dev" in steps[0]
    environment.prepare(development=False, display=False)
    assert len(steps) == 1


def test_the_test_tools_are_added_once_and_then_kept(environment: ModuleType, steps: list[list[str]]) -> None:
    environment.prepare(development=False, display=False)
    environment.prepare(development=True, display=False)
    assert "--no-dev" not in steps[1]
    environment.prepare(development=False, display=False)
    assert len(steps) == 2
    (environment.ROOT / "uv.lock").write_text("changed")
    environment.prepare(development=False, display=False)
    assert "--no-dev" not in steps[2]


@pytest.mark.parametrize("broken", ["stamp", "interpreter", "lock", "moved"])
def test_what_is_broken_is_made_again(
    environment: ModuleType, steps: list[list[str]], broken: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.prepare(development=False, display=False)
    if broken == "stamp":
        environment.STAMP.write_text("{half a stam")
    elif broken == "interpreter":
        environment.python_of(environment.VENV).unlink()
    elif broken == "lock":
        (environment.ROOT / "uv.lock").write_text("another lock")
    else:
        environment.write_stamp({**environment.read_stamp(), "root": str(tmp_path / "elsewhere")})
    environment.prepare(development=False, display=False)
    assert len(steps) == 2


def test_a_set_up_that_fails_leaves_no_stamp_and_says_what_to_do(
    environment: ModuleType, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 2))
    with pytest.raises(environment.SetupError, match="check the network"):
        environment.prepare(development=False, display=False)
    assert not environment.STAMP.exists()


def test_libraries_that_are_missing_are_looked_for_again_next_time(
    environment: ModuleType, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []

    def look(*, display: bool) -> list[str]:
        looks.append(display)
        return ["libEGL.so.1"] if len(looks) == 1 else []

    monkeypatch.setattr(importlib.import_module("system_packages"), "provide_libraries", look)
    for _ in range(3):
        environment.prepare(development=False, display=True)
    assert looks == [True, True]
    environment.prepare(development=False, display=False)
    assert len(looks) == 2


def test_the_program_runs_with_compiled_files(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in environment.child_environment()


def test_a_ready_environment_is_found_in_a_fifth_of_a_second(environment: ModuleType) -> None:
    environment.python_of(environment.VENV).parent.mkdir(parents=True)
    environment.python_of(environment.VENV).touch()
    stamp = {"lock": environment.lock_fingerprint(), "root": str(environment.ROOT), "libraries": ["headless"]}
    environment.write_stamp(stamp)
    script = """
import sys, time
started = time.process_time()
sys.path.insert(0, sys.argv[1])
import environment
from pathlib import Path
environment.ROOT = Path(sys.argv[2])
environment.VENV = environment.ROOT / ".venv"
environment.STAMP = environment.VENV / "alphapulse-setup.json"
environment.prepare(development=False, display=False)
print(time.process_time() - started)
"""
    command = [sys.executable, "-c", script, str(Path(environment.__file__).parent), str(environment.ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.2
