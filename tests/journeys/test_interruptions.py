"""Ctrl+C, a killed process, a closed pipe: nothing half is kept, and the next command works."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import COMMAND, FAST, ROOT, Alphapulse, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")
LONG = ("--models", "xgboost,lightgbm,catboost", "--rounds", "4000", "--folds", "5", "--json")


def start_training(sample: Path, workspace: Path) -> subprocess.Popen[str]:
    """A long training in a process of its own, under way: its first progress line has been read."""
    command = [*COMMAND, "train", str(sample), *LONG, "--workspace", str(workspace)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert line, "the training ended before it said anything"
    while "%" in line and int(line.split("%")[0]) < 2:
        line = process.stderr.readline()
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_an_interrupted_training_ends_at_once_and_keeps_nothing(
    alphapulse: Alphapulse, sample_file: Path, tmp_path: Path, number: int
) -> None:
    process = start_training(sample_file, tmp_path / "workspace")
    asked = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert time.monotonic() - asked < 5
    assert json.loads(out)["code"] == "interrupted"
    assert "Traceback" not in err
    assert alphapulse("models", "--json", workspace=tmp_path / "workspace").json["models"] == []


def test_a_training_that_is_killed_leaves_no_half_run_and_no_lock(
    alphapulse: Alphapulse, sample_file: Path, tmp_path: Path
) -> None:
    workspace = tmp_path / "workspace"
    process = start_training(sample_file, workspace)
    process.kill()
    process.communicate(timeout=30)
    listed = alphapulse("models", "--json", workspace=workspace)
    assert listed.code == 0, listed.err
    for model in listed.json["models"]:
        bundle = tmp_path / f"{model['id']}.apbundle"
        assert alphapulse("export", model["id"], "--out", bundle, workspace=workspace).code == 0
    again = alphapulse("train", sample_file, "--models", "lightgbm", *FAST, "--json", workspace=workspace)
    assert again.code == 0, again.err
    assert len(again.json["runs"]) == 1


def test_a_reader_that_goes_away_is_no_fault(sample_file: Path) -> None:
    words = " ".join(f"'{word}'" for word in (*COMMAND, "inspect", str(sample_file)))
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {words} | head -n 1"], cwd=ROOT, env=environment(),
                          capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 1
