"""A process that runs a monitor in a child of its own for each line it reads, with a clock and a disk that misbehave.

Reads "URL FOLDER"; writes the child's number. The child steps its clock by days when it gets SIGUSR1; the next
commits are slow after SIGUSR2; its disk is full while the file FOLDER/full is there. A monitor that refuses to begin,
because the server lies, is started again, as systemd would.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

_real_ns = time.time_ns
_offset = 0
_slow = 0


def _clock() -> int:
    return _real_ns() + _offset


time.time_ns = _clock  # before anything of the program is imported

from engine.errors import WorkbenchError  # noqa: E402
from engine.monitoring import keeping  # noqa: E402
from engine.monitoring.sources.url import open_source  # noqa: E402
from engine.online.journal import Journal  # noqa: E402
from engine.online.preparing import warm_up  # noqa: E402
from tests.services.made import SCHEMA, monitor  # noqa: E402


def _step_clock(number: int, frame: Any) -> None:
    global _offset
    _offset = random.choice((-3, -1, 0, 1)) * 86_400 * 10**9


def _slow_down(number: int, frame: Any) -> None:
    global _slow
    _slow = 5


def _misbehave(folder: Path) -> None:
    """The disk is as slow and as full as the test wants it."""
    append = Journal.append

    def faulty(self: Journal, *args: Any, **named: Any) -> Any:
        global _slow
        if _slow:
            _slow -= 1
            time.sleep(0.3)
        pages = self._database.execute("PRAGMA page_count").fetchone()[0]
        most = pages if (folder / "full").exists() else 1 << 30
        self._database.execute(f"PRAGMA max_page_count = {most}").fetchone()
        return append(self, *args, **named)

    Journal.append = faulty  # type: ignore[method-assign]


def _run(url: str, folder: Path) -> None:
    _misbehave(folder)
    while True:
        try:
            monitor(open_source(url, schema=SCHEMA, workspace=folder), folder).run()
        except WorkbenchError as error:
            print(f"begins again after: {error}", file=sys.stderr, flush=True)
            time.sleep(0.2)


def _serve() -> None:
    keeping.SNAPSHOT_EVERY = 500
    keeping._FIRST_WAIT = 0.05
    warm_up()  # before any fork: a compiler cut off in a thread would leave its locks behind
    assert sqlite3.threadsafety
    signal.signal(signal.SIGUSR1, _step_clock)  # before any fork too: a child that had none yet would die of it
    signal.signal(signal.SIGUSR2, _slow_down)
    print("ready", flush=True)
    for line in sys.stdin:
        url, folder = line.split()
        child = os.fork()
        if not child:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _run(url, Path(folder))
            os._exit(0)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who is killed is not waited for
        print(child, flush=True)


if __name__ == "__main__":
    _serve()
