"""Faults at random: the server killed, restarted, wiped, set back or lying; us killed; the wire slow or cut; the disk
full or slow; the clock set.

After all of it the state is that of a run that nothing happened to, every event is in the journal once, and every
prediction and label in the log.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis

from engine.monitoring.attached import AttachedMonitor
from tests.conftest import ROOT
from tests.services.made import clean_hash, story, until
from tests.services.proxy import Proxy
from tests.services.redis_server import RedisServer, redis_server

PATIENCE = 180  # seconds without any progress that count as a standstill; a busy machine makes some
LIES = (b"-LOADING Redis is loading the dataset in memory\r\n", b"-ERR something is wrong here\r\n",
        b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", b"*2\r\n$7\r\nhalf an ", b"+OK\r\n", b":-1\r\n",
        b"*-1\r\n", b"*1\r\n*1\r\n$1\r\nx\r\n", bytes(range(256)))
AGAIN = 60  # signals before the newest that is known to be kept, which a server that lost everything gets again


class Producer:
    """Sends the story row by row, and a row again where it is not known whether it arrived."""

    def __init__(self, server: RedisServer) -> None:
        self.sent = self._most = 0  # signals
        self._server = server
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def caught_up(self) -> bool:
        """Whether what was sent again is through."""
        return self.sent >= self._most

    def begin_anew(self, kept: int) -> None:
        """The server lost everything: what was not read is sent again, and some of what was."""
        with self._lock:
            self._most = max(self._most, self.sent)
            self.sent = max(min(self.sent, kept) - AGAIN, 0)

    def end(self) -> int:
        """Stop; how many signals there are."""
        until(lambda: self.caught_up, 900)
        self._stop.set()
        self._thread.join(PATIENCE)
        return self.sent

    def _run(self) -> None:
        while not self._stop.is_set():
            with self._lock, contextlib.suppress(redis.RedisError, OSError):
                self._server.add("signals", *story(self.sent, self.sent + 10))
                self.sent += 10
            self._stop.wait(0.03)


class Ordeal:
    """A monitor in a child process and everything that can happen to it."""

    def __init__(self, folder: Path, server: RedisServer, chance: random.Random, forks: subprocess.Popen[str]) -> None:
        self.folder, self.server, self.chance, self._forks = folder, server, chance, forks
        self.proxy = Proxy(server.port)
        self.producer = Producer(server)
        self.faults: list[str] = []
        self.child = 0
        self._start()

    def suffer(self) -> None:
        """One fault, a moment, and its end."""
        what: Callable[[], None] = self.chance.choice((
            self._kill_us, self._kill_server, self._restart_server, self._wipe_server, self._set_server_back,
            self._lie, self._slow_wire, self._cut_wire, self._full_disk, self._slow_disk, self._set_clock))
        self.faults.append(what.__name__)
        what()
        self._moment()

    def end(self) -> int:
        """No more faults; waits until everything is learnt."""
        signals = self.producer.end()
        kept, since = (0, 0), time.monotonic()
        while kept != (signals, signals - 30):
            before, kept = kept, (self._kept("signal"), self._kept("label"))
            since = time.monotonic() if kept != before else since
            assert time.monotonic() - since < PATIENCE, (
                f"{kept} of {signals} signals are kept after {len(self.faults)} faults, the last {self.faults[-9:]}")
            threading.Event().wait(0.1)
        self._kill()
        self.proxy.close()
        return signals

    def journal(self) -> Path:
        """The file."""
        (file,) = (self.folder / "journal").glob("*.sqlite")
        return file

    def _kept(self, kind: str) -> int:
        with contextlib.closing(sqlite3.connect(self.journal(), timeout=60)) as database:
            try:
                return int(database.execute("SELECT count(*) FROM events WHERE kind = ?", (kind,)).fetchone()[0])
            except sqlite3.OperationalError:  # killed before the tables were there
                return 0

    def _start(self) -> None:
        assert self._forks.stdin is not None
        assert self._forks.stdout is not None
        self._forks.stdin.write(f"redis://127.0.0.1:{self.proxy.port}/0?stream=signals {self.folder}\n")
        self._forks.stdin.flush()
        self.child = int(self._forks.stdout.readline())

    def _kill(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        until(lambda: not Path(f"/proc/{self.child}").exists(), PATIENCE)

    def _kill_us(self) -> None:
        self._kill()
        self._start()

    def _kill_server(self) -> None:
        self.server.kill()
        self._moment()
        self.server.start()

    def _restart_server(self) -> None:
        self.server.restart()

    def _set_server_back(self) -> None:
        """It comes back without its newest entries."""
        self.server.kill()
        self.server.forget()
        self.producer.begin_anew(self._kept("signal"))
        self.server.start()
        self.server.remember()

    def _lie(self) -> None:
        self.proxy.lie = self.chance.choice(LIES)
        self._moment()
        self.proxy.lie = b""

    def _wipe_server(self) -> None:
        self.server.kill()
        self.server.wipe()
        self.producer.begin_anew(self._kept("signal"))
        self.server.start()

    def _slow_wire(self) -> None:
        self.proxy.delay = 0.2
        self._moment()
        self.proxy.delay = 0.0

    def _cut_wire(self) -> None:
        self.proxy.cut()

    def _full_disk(self) -> None:
        (self.folder / "full").touch()
        self._moment()
        (self.folder / "full").unlink()

    def _slow_disk(self) -> None:
        os.kill(self.child, signal.SIGUSR2)

    def _set_clock(self) -> None:
        os.kill(self.child, signal.SIGUSR1)

    def _moment(self) -> None:
        threading.Event().wait(self.chance.uniform(0.05, 0.5))


@contextlib.contextmanager
def _forks() -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen([sys.executable, "-m", "tests.services.faulty_child"], cwd=ROOT, text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.stdin.close()


def _assert_as_if_nothing_had_happened(folder: Path, signals: int) -> None:
    (journal,) = (folder / "journal").glob("*.sqlite")
    survivor = AttachedMonitor(journal)
    survivor.run()
    assert survivor.state_hash() == clean_hash(0, signals)
    with contextlib.closing(sqlite3.connect(journal)) as database:
        for kind, number in (("signal", signals), ("label", signals - 30)):
            found = database.execute("SELECT count(*), count(DISTINCT id) FROM events WHERE kind = ?",
                                     (kind,)).fetchone()
            assert found == (number, number), kind


def _go_through(folder: Path, seed: int, *, faults: int = 0, seconds: float = 0.0) -> list[str]:
    chance, began = random.Random(seed), time.monotonic()
    with redis_server(folder / "redis") as server, _forks() as forks:
        ordeal = Ordeal(folder, server, chance, forks)
        until(lambda: list((folder / "journal").glob("*.sqlite")), PATIENCE)
        while len(ordeal.faults) < faults or time.monotonic() - began < seconds:
            ordeal.suffer()
        signals = ordeal.end()
    _assert_as_if_nothing_had_happened(folder, signals)
    return ordeal.faults


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_faults_at_random_leave_the_state_of_a_clean_run(tmp_path: Path) -> None:
    assert len(set(_go_through(tmp_path, 4, faults=12))) >= 7


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_half_an_hour_of_faults_leaves_the_state_of_a_clean_run(tmp_path: Path) -> None:
    """`FAULTS_SECONDS` makes it shorter or longer."""
    seconds = float(os.environ.get("FAULTS_SECONDS", "1800"))
    assert len(set(_go_through(tmp_path, int(time.time()), seconds=seconds))) == 11
