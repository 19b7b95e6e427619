"""Kill -9 at any moment: what was journalled is there, once, and the state is the state of an undisturbed run."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from tests.conftest import ROOT

KILLS = 12
LONGEST = 0.25  # seconds from start to kill: some hit the start, some a restore, most the run


def _events(folder: Path) -> int:
    """How many events a reader finds on disk."""
    for file in (folder / "journal").glob("*.sqlite"):
        database = sqlite3.connect(file)
        try:
            return int(database.execute("SELECT count(*) FROM events").fetchone()[0])
        except sqlite3.OperationalError:  # killed before the tables were there
            return 0
        finally:
            database.close()
    return 0


def _run_and_kill(server: subprocess.Popen[str], folder: Path, after: float) -> str:
    asked, answers = _pipes(server)
    asked.write(f"{folder}\n")
    asked.flush()
    child = int(answers.readline())
    threading.Event().wait(after)
    os.kill(child, signal.SIGKILL)
    return answers.readline().strip()


def _pipes(server: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert server.stdin is not None
    assert server.stdout is not None
    return server.stdin, server.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_after_kills_at_random_moments_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    from tests.engine.monitoring.killed_child import ROWS, build

    chance, kept, hits = random.Random(7), 0, 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen([sys.executable, "-m", "tests.engine.monitoring.killed_child"], cwd=ROOT, text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as server:
        assert _pipes(server)[1].readline() == "ready\n"
        for _ in range(KILLS):
            hits += _run_and_kill(server, tmp_path, LONGEST * chance.random()) == "killed"
            there = _events(tmp_path)
            assert there >= kept, "an event that was on disk is gone"
            kept = there
        _pipes(server)[0].close()
    assert hits >= KILLS // 2
    assert kept > 100
    survivor, undisturbed = build(tmp_path), build(None)
    found = survivor.run()
    undisturbed.run()
    assert (found.events, found.labels, found.duplicates) == (ROWS, ROWS, 0)
    assert survivor.state_hash() == undisturbed.state_hash()
