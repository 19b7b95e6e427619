"""Kill -9 at any moment: what was journalled is there, once, and the state is the state of an undisturbed run."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from engine.monitoring.keeping import Keeper
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


def _told(folder: Path) -> tuple[int, ...]:
    """Rows of the event log: predictions, signals with one, labels, signals with one."""
    (file,) = (folder / "journal").glob("*.sqlite")
    with contextlib.closing(sqlite3.connect(file)) as database:
        return tuple(number for kind in ("prediction", "label") for number in database.execute(
            "SELECT count(*), count(DISTINCT id) FROM log WHERE kind = ?", (kind,)).fetchone())


def _run_and_kill(server: subprocess.Popen[str], folder: Path, after: float) -> str:
    asked, answers = _pipes(server)
    asked.write(f"{folder}\n")
    asked.flush()
    child = int(answers.readline())
    threading.Event().wait(after)
    with contextlib.suppress(ProcessLookupError):  # it was through already
        os.kill(child, signal.SIGKILL)
    return answers.readline().strip()


def _pipes(server: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert server.stdin is not None
    assert server.stdout is not None
    return server.stdin, server.stdout


@contextlib.contextmanager
def _server() -> Iterator[subprocess.Popen[str]]:
    """A process whose children run the monitor and are killed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen([sys.executable, "-m", "tests.engine.monitoring.killed_child"], cwd=ROOT, text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as server:
        assert _pipes(server)[1].readline() == "ready\n"
        yield server
        _pipes(server)[0].close()


def _killed_often(server: subprocess.Popen[str], folder: Path, chance: random.Random, most: int) -> int:
    """Kill one stream's monitor up to `most` times, or until it is through; no event on disk may ever go."""
    from tests.engine.monitoring.killed_child import ROWS

    kept = 0
    for kills in range(most):
        ended = _run_and_kill(server, folder, LONGEST * chance.random())
        there = _events(folder)
        assert there >= kept, "an event that was on disk is gone"
        kept = there
        if ended != "killed" or there == 2 * ROWS:  # through: the next start would begin the played file anew
            return kills
    return most


def _assert_as_if_undisturbed(folder: Path) -> None:
    from tests.engine.monitoring.killed_child import ROWS, build

    undisturbed = build(None)
    undisturbed.run()
    if _events(folder) < 2 * ROWS or _told(folder) != (ROWS,) * 4:  # else a further start plays the file anew
        survivor = build(folder)
        found = survivor.run()
        assert (found.events, found.labels, found.duplicates) == (ROWS, ROWS, 0)
        assert survivor.state_hash() == undisturbed.state_hash()
    assert _events(folder) == 2 * ROWS
    assert _told(folder) == (ROWS, ROWS, ROWS, ROWS)


def _kill(times: int, folder: Path, seed: int) -> None:
    """Kill monitors `times` times, a new stream where one is through; each must end as if undisturbed."""
    chance, kills, stream = random.Random(seed), 0, 0
    with _server() as server:
        while kills < times:
            stream += 1
            kills += _killed_often(server, folder / str(stream), chance, 25)
            _assert_as_if_undisturbed(folder / str(stream))


def test_a_file_played_to_its_end_but_for_what_is_told_of_it_is_not_played_anew(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.engine.monitoring.killed_child import ROWS, build

    with monkeypatch.context() as cut_off:
        cut_off.setattr(Keeper, "save", lambda *_: None)
        cut_off.setattr(Keeper, "_write_log", lambda *_: None)
        build(tmp_path).run()
    assert (_events(tmp_path), _told(tmp_path) == (ROWS,) * 4) == (2 * ROWS, False)
    assert build(tmp_path).run().labels == ROWS
    assert _told(tmp_path) == (ROWS,) * 4


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_after_kills_at_random_moments_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    _kill(KILLS, tmp_path, seed=7)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_a_thousand_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    _kill(1000, tmp_path, seed=11)
