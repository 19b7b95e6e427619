"""Nobody waits for the compiler: the plain loops serve until the compiled ones are ready, with the same numbers."""

from __future__ import annotations

import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.errors import Cancelled
from engine.online import loops, preparing, prequential
from engine.online.replay import replay
from engine.progress import Progress
from tests.conftest import ROOT
from tests.engine.online.made import Arithmetic, make_table


def test_a_stream_that_begins_plain_and_ends_compiled_has_the_same_state(monkeypatch: pytest.MonkeyPatch) -> None:
    table = make_table(300)
    champion = Arithmetic(table.schema)
    compiled = replay(table, champion=champion)  # type: ignore[arg-type]
    monkeypatch.setattr(loops, "_warm", False)
    monkeypatch.setattr("engine.online.replay.warm_up_beside", lambda: None)
    plain = replay(table, champion=champion)  # type: ignore[arg-type]
    assert not loops.ready()
    turn, run = iter(range(100)), prequential.Prequential.run

    def switching(*args: object, **named: object) -> object:
        monkeypatch.setattr(loops, "_warm", next(turn) >= 2)
        return run(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(prequential.Prequential, "run", switching)
    monkeypatch.setattr("engine.online.replay.CHUNK", 100)
    switched = replay(table, champion=champion)  # type: ignore[arg-type]
    assert loops.ready()
    assert plain.state_hash == switched.state_hash == compiled.state_hash


def test_the_loops_become_ready_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loops, "_warm", False)
    preparing.warm_up_beside()
    assert preparing._warming is not None
    preparing._warming.join(60)
    assert loops.ready()


_PROGRAM = """
import subprocess, sys, threading, time
from engine.online import loops, preparing
loops.kept = lambda: False
beside = []
def begin():
    beside.append(subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE))
    return beside[0]
preparing._begin = begin
preparing.warm_up_beside()
while not beside:
    threading.Event().wait(0.01)
print(time.time(), flush=True)
"""


def test_a_program_ends_at_once_though_the_loops_are_still_being_made() -> None:
    """The process beside waits for its standard input, which ends only with the program."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True, timeout=60,
                          cwd=ROOT)
    assert time.time() - float(done.stdout) < 5.0
    assert not done.stderr


def test_a_process_makes_the_loops_and_the_next_start_finds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run([sys.executable, "-m", "engine.online.preparing"], check=True, timeout=120, cwd=ROOT)
    assert loops.kept()
    monkeypatch.setattr(loops, "_warm", False)
    monkeypatch.setattr(preparing, "_begin", lambda: pytest.fail("nothing is left to be made"))
    preparing.warm_up()
    assert loops.ready()


def test_whoever_waits_for_the_loops_can_cancel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loops, "_warm", False)
    monkeypatch.setattr(loops, "kept", lambda: False)
    begun = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    monkeypatch.setattr(preparing, "_begin", lambda: begun)
    cancelled = Progress()
    cancelled.cancel()
    with begun, pytest.raises(Cancelled):
        preparing.warm_up(cancelled.check)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_machine_code_is_not_kept_where_others_may_write(tmp_path: Path) -> None:
    folder = tmp_path / "loops"
    folder.mkdir(mode=0o700)
    assert loops._is_ours(folder)
    folder.chmod(folder.stat().st_mode | stat.S_IWOTH)
    assert not loops._is_ours(folder)
