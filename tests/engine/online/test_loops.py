"""Nobody waits for the compiler: the plain loops serve until the compiled ones are ready, with the same numbers."""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from engine import compiling
from engine.errors import Cancelled
from engine.models import flat_scorer
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


def test_a_process_beside_makes_the_forests_loops_too_where_they_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    def begin() -> subprocess.Popen[bytes]:
        begun.append(subprocess.Popen([sys.executable, "-c", ""]))
        return begun[0]

    monkeypatch.setattr(loops, "kept", lambda what="whole": what == "whole")
    monkeypatch.setattr(loops, "_warm", False)
    monkeypatch.setattr(preparing, "_begin", begin)
    preparing.warm_up_beside(forests=True)
    assert preparing._warming is not None
    preparing._warming.join(120)
    assert len(begun) == 1
    assert begun[0].poll() == 0, "it was waited for"
    assert flat_scorer.MACHINE.value is not None, flat_scorer.MACHINE.failure
    assert loops.ready()
    assert not preparing.under_way()


def test_the_process_beside_makes_first_what_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(preparing, "_load", lambda: done.append("loops"))
    monkeypatch.setattr(loops, "remember", lambda what="whole": done.append(what))
    for machine in preparing._FORESTS:
        monkeypatch.setattr(machine, "prepare", lambda: done.append("a forest's"))
    preparing._make_all()
    assert done == ["loops", "whole", "a forest's", "a forest's", "forests"]


def test_where_the_loops_are_kept_is_not_where_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """numba asks one global setting; a function that is made meanwhile would be kept, and looked for, elsewhere."""
    import numba
    from numba.core import config

    inside, go = threading.Event(), threading.Event()
    places: dict[str, str] = {}

    def njit(**how: object) -> object:
        if "inline" in how:
            inside.set()
            go.wait(60)
        places["loop" if "inline" in how else "other"] = config.CACHE_DIR
        return lambda function: function

    def loop() -> None:
        """Compiled by nobody."""

    before = config.CACHE_DIR
    monkeypatch.setattr(numba, "njit", njit)
    first = threading.Thread(target=loops._kept, args=(loop, {"inline": "never"}))
    first.start()
    assert inside.wait(60)
    second = threading.Thread(target=compiling._made, args=(loop,))
    second.start()
    second.join(0.3)
    go.set()
    first.join(60)
    second.join(60)
    assert places["loop"] != before
    assert places["other"] == before == config.CACHE_DIR


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
