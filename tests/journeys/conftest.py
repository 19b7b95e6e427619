"""The command line as a user runs it: a process of its own, its exit code, its two outputs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "engine.cli")
FAST = ("--rounds", "25", "--folds", "3")


@dataclass(frozen=True)
class Answer:
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on standard output; anything else there fails the test."""
        found = json.loads(self.out, parse_constant=_no_constant)
        assert isinstance(found, dict)
        return found


Alphapulse = Callable[..., Answer]


def environment(**more: str) -> dict[str, str]:
    """The environment of a child: compiled files kept, so that it starts fast."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "OMP_WAIT_POLICY": "PASSIVE", **more}


def run(*words: object, workspace: Path | None = None, more: Mapping[str, str] | None = None) -> Answer:
    """Run `alphapulse` and wait for it."""
    place = [] if workspace is None else ["--workspace", str(workspace)]
    command = [*COMMAND, *map(str, words), *place]
    done = subprocess.run(command, cwd=ROOT, env=environment(**(more or {})), capture_output=True, text=True,
                          check=False, timeout=300)
    assert "Traceback (most recent call last)" not in done.stderr, done.stderr[-3000:]
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def alphapulse() -> Alphapulse:
    """`alphapulse(VERB, ...)`: its `Answer`; a traceback on standard error fails the test."""
    return run


@dataclass(frozen=True)
class Trained:
    """A workspace with one fast run of each library, made by the command line."""

    workspace: Path
    runs: list[dict[str, Any]]
    answer: dict[str, Any]

    def id_of(self, model: str) -> str:
        """The id of the run of this library."""
        return next(str(run["id"]) for run in self.runs if run["model"] == model)


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory, sample_file: Path) -> Trained:
    """Train all three once; tests that change the library work on a copy."""
    workspace = tmp_path_factory.mktemp("journey") / "workspace"
    answer = run("train", sample_file, "--models", "xgboost,lightgbm,catboost", *FAST, "--json", workspace=workspace)
    assert answer.code == 0, answer.err
    return Trained(workspace, answer.json["runs"], answer.json)


def _no_constant(name: str) -> float:
    raise AssertionError(f"{name} is not JSON")
