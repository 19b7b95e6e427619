"""Nobody waits for the compiler: the plain loops serve until the compiled ones are ready, with the same numbers."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from engine.online import loops, prequential
from engine.online.replay import replay
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
    prequential.warm_up_beside()
    assert prequential._warming is not None
    prequential._warming.join(60)
    assert loops.ready()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_machine_code_is_not_kept_where_others_may_write(tmp_path: Path) -> None:
    folder = tmp_path / "loops"
    folder.mkdir(mode=0o700)
    assert loops._is_ours(folder)
    folder.chmod(folder.stat().st_mode | stat.S_IWOTH)
    assert not loops._is_ours(folder)
