"""Power cuts at the file layer: with `synchronous=FULL` no acknowledged event is lost, with NORMAL some are."""

from __future__ import annotations

import random
import sqlite3
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.events import SignalEvent
from engine.online.journal import Entry, Journal
from tests.engine.online import power

EVENTS, GROUP, PAGES = 600, 3, 50

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the file layer is found by /proc")


def _steps(folder: Path, synchronous: str) -> list[power.Step]:
    """A journal is written in groups, with snapshots and checkpoints among them; an ack follows each commit."""
    found = power.library()
    if found is None:
        pytest.skip("this Python's SQLite is not a library of its own")
    rng = np.random.default_rng(1)
    with power.recorded(found) as steps, Journal(folder / "own.sqlite", synchronous=synchronous) as journal:
        journal._database.execute(f"PRAGMA wal_autocheckpoint={PAGES}")
        for start in range(0, EVENTS, GROUP):
            group = [Entry(SignalEvent(f"s{number}", number, rng.normal(size=20).astype(np.float32)), 0.5)
                     for number in range(start, start + GROUP)]
            journal.append(group, cursor=start + GROUP)
            steps.append(power.Step("ack", place=start + GROUP))
            if not start % 99:
                journal.snapshot({"seen": start})
        return list(steps)  # the journal is not yet closed, as when the power fails


def _lost(folder: Path, files: dict[str, bytes], acknowledged: int) -> int:
    """Acknowledged events that a journal on the cut disk no longer has; what it has must be whole and in order."""
    folder.mkdir()
    for name, content in files.items():
        if content and not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    with Journal(folder / "own.sqlite") as journal:
        there = [entry.event.id for entry in journal.entries()]
        assert there == [f"s{number}" for number in range(len(there))]
        if there:
            assert journal.meta("cursor") == len(there), "the place in the source goes with the events"
        journal.newest_state()
    return max(acknowledged - len(there), 0)


def _losses(tmp_path: Path, synchronous: str, cuts: int) -> list[int]:
    steps = _steps(tmp_path, synchronous)
    chance = random.Random(3)
    places = sorted(chance.choice(range(len(steps))) for _ in range(cuts))
    disk, at, found = power.Disk(), 0, []
    for number, place in enumerate(places):
        for step in steps[at:place]:
            disk.take(step)
        at = place
        found.append(_lost(tmp_path / f"cut{number}", disk.after_a_cut(chance), disk.acknowledged))
    return found


def test_with_full_no_power_cut_loses_an_acknowledged_event(tmp_path: Path) -> None:
    assert not any(_losses(tmp_path, "FULL", 60))


def test_every_file_lies_in_the_journals_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The recording layer must hand SQLite the names that SQLite gave it: it names the shared memory by them later."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    monkeypatch.chdir(here)
    for name in ("first", "second", "third"):
        folder = there / name
        folder.mkdir()
        assert _steps(folder, "FULL")
        allowed = {"own.sqlite", "own.sqlite-wal", "own.sqlite-shm", "own.lock"}
        assert {file.name for file in folder.iterdir()} <= allowed
    assert list(here.iterdir()) == []


def test_the_same_test_bites_with_normal(tmp_path: Path) -> None:
    assert sum(map(bool, _losses(tmp_path, "NORMAL", 20))) > 5


@pytest.mark.slow
def test_three_thousand_power_cuts_lose_nothing(tmp_path: Path) -> None:
    assert not any(_losses(tmp_path, "FULL", 3000))


def test_a_disk_that_lost_the_middle_of_a_file_is_noticed(tmp_path: Path) -> None:
    steps = _steps(tmp_path, "FULL")
    disk = power.Disk()
    for step in steps:
        disk.take(step)
    files = {name: bytes(content) for name, content in disk.safe.items()}
    main = bytearray(files["own.sqlite"])
    main[len(main) // 2 :] = bytes(len(main) - len(main) // 2)
    files = {"own.sqlite": bytes(main)}
    with pytest.raises((WorkbenchError, sqlite3.DatabaseError, AssertionError)):
        assert _lost(tmp_path / "cut", files, disk.acknowledged) == 0
