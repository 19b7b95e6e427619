"""A monitor without a window: ended by a signal, looked on at from elsewhere, alone in its workspace, with a log."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main
from engine.errors import WorkbenchError
from engine.monitoring.attached import AttachedMonitor, running_journal
from engine.monitoring.heartbeat import signs
from engine.monitoring.logbook import Logbook
from engine.records import FeedState
from tests.conftest import ROOT
from tests.services.made import clean_hash, monitor, running, story, until


class Headless:
    """The command in a process of its own, over a file that the test lengthens."""

    def __init__(self, folder: Path) -> None:
        self.file, self.workspace = folder / "live.jsonl", folder / "workspace"
        self.say(0, 100)
        self.command = [sys.executable, "-m", "engine.cli", "monitor", "--source", f"tail://{self.file}", "--workspace",
                        str(self.workspace), "--no-batch", "--window", "200", "--half-life", "500", "--every", "50"]

    def say(self, first: int, last: int) -> None:
        with self.file.open("a") as file:
            file.write("".join(json.dumps(row) + "\n" for row in story(first, last)))

    def start(self) -> subprocess.Popen[str]:
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        return subprocess.Popen(self.command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def heard(self) -> dict[str, Any]:
        found = signs(self.workspace)
        return found[0].values if found else {"events": 0, "labels": 0}


@pytest.fixture
def headless(tmp_path: Path) -> Headless:
    return Headless(tmp_path)


def test_it_is_looked_on_at_stopped_and_goes_on(headless: Headless, capsys: pytest.CaptureFixture[str]) -> None:
    with headless.start() as process:
        until(lambda: headless.heard()["labels"] >= 70, 60)
        watched = AttachedMonitor(running_journal(headless.workspace))
        with running(watched):  # type: ignore[arg-type]
            until(lambda: watched.snapshot().labels == 70)
            headless.say(100, 160)
            until(lambda: watched.snapshot().labels == 130)
            found = watched.snapshot()
            assert watched.state_hash() == clean_hash(0, 160)
            assert found.state is FeedState.RUNNING
            assert f"process {process.pid}" in found.status
            assert found.feeds[0].kind == "tail"
            assert len(found.curves.event) > 100
            with pytest.raises(WorkbenchError, match="only watched"):
                watched.set_blend(0.5)
        another = ["monitor", "--source", f"tail://{headless.file}?from=now", "--workspace", str(headless.workspace)]
        assert main(another) == 1
        assert f"already running in this workspace (process {process.pid})" in capsys.readouterr().err

        def told() -> dict[str, object]:
            assert main(["monitor", "--status", "--workspace", str(headless.workspace), "--json"]) == 0
            (status,) = json.loads(capsys.readouterr().out)["monitors"]
            return status

        until(lambda: told()["events"] == 160)  # the heartbeat comes a moment after what it tells
        status = told()
        assert (status["running"], status["process"]) == (True, process.pid)
        process.send_signal(signal.SIGHUP)  # as SIGTERM, which systemd sends
        assert process.wait(60) == 130
        assert process.stderr is not None
        assert "the state is saved" in process.stderr.read()
    assert main(["monitor", "--status", "--workspace", str(headless.workspace)]) == 0
    assert "stopped" in capsys.readouterr().out
    with pytest.raises(WorkbenchError, match="No monitor runs"):
        running_journal(headless.workspace)
    assert "watching tail://" in (headless.workspace / "logs" / "monitor.log").read_text()


def test_who_looks_on_sees_the_end_and_a_new_beginning(tmp_path: Path) -> None:
    from engine.monitoring.sources.file import FileSource
    from tests.engine.online.made import Arithmetic, make_table

    table = make_table(300)
    made = monitor(FileSource(table, words="made"), tmp_path, champion=Arithmetic(table.schema), champion_name="ruler")
    made.run()
    (journal,) = (tmp_path / "journal").glob("*.sqlite")
    watched = AttachedMonitor(journal)
    found = watched.run()
    assert found.state is FeedState.FINISHED
    assert (found.events, found.labels, found.champion) == (300, 300, "ruler")
    assert watched.state_hash() == made.state_hash()


def test_the_log_is_rotated_and_holds_no_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.monitoring.logbook.LARGEST", 2000)
    book = Logbook(tmp_path)
    for number in range(200):
        book.say(f"{number} redis://me:hunter2@h/0 failed, password=hunter2 {'x' * 50}")
    book.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 6
    assert all(file.stat().st_size <= 2200 for file in files)
    assert not any("hunter2" in file.read_text() for file in files)


def test_the_unit_of_the_system_is_sound() -> None:
    unit = ROOT / "packaging" / "linux" / "alphapulse-monitor@.service"
    assert "alphapulse monitor --quiet" in unit.read_text()
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


