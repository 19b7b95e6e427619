"""What is kept of a journal and for how long, how much room it takes, and notes that others leave for a monitor."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from engine import doctor
from engine.cli import main
from engine.errors import WorkbenchError
from engine.monitoring import keeping, room
from engine.monitoring.attached import AttachedMonitor
from engine.monitoring.monitor import Monitor
from engine.monitoring.notes import leave_note, notes_left
from engine.monitoring.sources.file import FileSource
from engine.online import retention
from engine.online.journal import Journal
from engine.online.options import LearnerOptions
from engine.online.retention import DAY, Retention, parse_retention
from tests.engine.online.made import make_table

ROWS = 600


def _run(folder: Path, most: int = 0, **how: Any) -> Monitor:
    made = Monitor(FileSource(make_table(ROWS), words="made"), LearnerOptions(window=200), folder=folder,
                   max_signals=most, **how)
    made.run()
    return made


def _file(folder: Path) -> Path:
    return next((folder / "journal").glob("*.sqlite"))


def _count(folder: Path, table: str = "events") -> int:
    with sqlite3.connect(_file(folder)) as database:
        found = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    database.close()
    return int(found)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "NEEDED", 100)
    monkeypatch.setattr(retention, "STEP", 50)
    monkeypatch.setattr(keeping, "_MOMENT", 0.0)
    monkeypatch.setattr(keeping, "_DELETING", 60.0)


@pytest.mark.usefixtures("small")
def test_old_events_go_step_by_step_and_the_learner_goes_on_as_if_none_had(tmp_path: Path) -> None:
    now = time.time_ns()
    for most in (200, 100, 100, 100):  # each ends with a saved state, of which three are kept
        _run(tmp_path, most)
    before = _count(tmp_path)
    with Journal(_file(tmp_path)) as journal:
        journal.set_meta({"moved": True})
        with sqlite3.connect(_file(tmp_path)) as database:
            database.execute("DELETE FROM moments")
            database.execute("INSERT INTO moments VALUES (?, 500, 500, 1)", (now - 20 * DAY,))
        database.close()
        states = [row[0] for row in journal._database.execute("SELECT seq FROM snapshots ORDER BY seq")]
        assert len(states) == 3
        assert journal.forget(Retention(days=30), now, 20) == 70  # a step of the events, and of the log what was sent
        while (gone := journal.forget(Retention(days=30), now, None)):
            assert gone <= 100
        oldest = journal._database.execute("SELECT min(seq) FROM events").fetchone()[0]
        assert oldest == min(500, states[0], before - 100) + 1
        assert journal.meta("forgotten") == oldest - 1
        assert journal.forget(Retention(days=10), now, None) == 0  # no moment tells what is older than that
    made = _run(tmp_path)
    assert made.state_hash() == _run(tmp_path / "whole").state_hash()
    with Journal(_file(tmp_path)) as journal:
        journal._database.execute("DELETE FROM snapshots")
    watched = AttachedMonitor(_file(tmp_path))
    watched.look_once()
    again = _run(tmp_path)  # played to its end: begins anew
    assert again.snapshot().events == ROWS


@pytest.mark.usefixtures("small")
def test_a_size_is_kept_while_the_monitor_runs(tmp_path: Path) -> None:
    for most in (200, 100, 100, 100):
        _run(tmp_path, most)
    with Journal(_file(tmp_path)) as journal:
        keeper = keeping.Keeper(journal)
        before = _count(tmp_path), _count(tmp_path, "log")
        keeper.keep_house(Retention(size=1), None)
        assert _count(tmp_path) < before[0] - 100
        assert _count(tmp_path, "log") <= 101
        assert _count(tmp_path, "moments") >= 1


@pytest.mark.usefixtures("small")
def test_where_no_saved_state_can_be_used_the_learner_says_what_it_does_not_know(tmp_path: Path) -> None:
    for most in (200, 100, 100, 100):
        _run(tmp_path, most)
    with Journal(_file(tmp_path)) as journal:
        journal.forget(Retention(size=1), 0, None)
        journal._database.execute("DELETE FROM snapshots")
    marks = _run(tmp_path, 10).snapshot().marks
    assert any("older ones were deleted" in mark.words for mark in marks)


def test_a_span_that_is_none_is_refused() -> None:
    assert parse_retention("30d") == Retention(days=30.0)
    assert parse_retention(" 12h").days == 0.5
    assert parse_retention("1.5GB") == Retention(size=1_500_000_000)
    for text in ("", "30", "1s", "d", "0d", "5MB", "-3d", "1e9d"):
        with pytest.raises(WorkbenchError, match="30d"):
            parse_retention(text)


def test_the_room_and_its_growth_are_told_and_a_disk_that_fills_up_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, 50)
    with sqlite3.connect(_file(tmp_path)) as database:
        database.execute("DELETE FROM moments")
        database.execute("INSERT INTO moments VALUES (?, 1, 1, ?)", (0, 0))
        database.execute("INSERT INTO moments VALUES (?, 1, 1, ?)", (DAY // 24, 10**9))
    database.close()
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 48 * 10**9})())
    (found,) = room.rooms(tmp_path).values()
    assert found.per_day == 24e9
    assert found.days == 2.0
    assert "24.0 GB more a day, disk full in about 2 days" in found.words
    with Journal(_file(tmp_path), read_only=True) as journal:
        assert "Keep less of it" in room.room_words(journal)[0]
    (part,) = doctor.journals(tmp_path)
    assert not part.available
    assert main(["monitor", "--status", "--workspace", str(tmp_path)]) == 0
    assert "24.0 GB more a day" in capsys.readouterr().out


def test_a_note_is_left_for_a_monitor_that_runs_and_written_where_none_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Monitor(FileSource(make_table(ROWS), words="made", speed=1.0), LearnerOptions(window=200), folder=tmp_path)
    thread = threading.Thread(target=made.run)
    thread.start()
    deadline = time.monotonic() + 60
    while not list((tmp_path / "journal").glob("*.status.json")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    bad = _file(tmp_path).with_name(f"{_file(tmp_path).stem}.note-1-1.json")
    bad.write_text('{"text": ""}')
    assert main(["events", "--note", " news at\n eight ", "--workspace", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Noted.\n"
    AttachedMonitor(_file(tmp_path)).annotate("from the window that looks on", event=3)
    while "from the window that looks on" not in [mark.words for mark in made.snapshot().marks]:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    made.stop()
    thread.join()
    assert main(["events", "--note", "afterwards", "--at", "2", "--workspace", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["noted"]
    _run(tmp_path, 1)
    assert main(["events", "--kind", "note", "--workspace", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["events"]
    assert [event["words"] for event in told] == ["news at eight", "from the window that looks on", "afterwards"]
    assert bad.with_suffix(".unreadable").exists()
    assert not list(notes_left(_file(tmp_path)))
    with pytest.raises(WorkbenchError, match="Write 1 to"):
        leave_note(_file(tmp_path), " ")
    assert main(["events", "--note", "x", "--workspace", str(tmp_path / "none")]) == 1
