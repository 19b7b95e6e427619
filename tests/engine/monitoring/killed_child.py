"""A process that runs a monitor in a child of its own for each line it reads, so that a test can kill that child.

Reads "FOLDER"; writes the child's number when it has begun, and "killed" or "done" when it has ended.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from engine.monitoring import keeping, monitor
from engine.monitoring.sources.file import FileSource
from engine.online.options import LearnerOptions
from engine.online.preparing import warm_up
from tests.engine.online.made import Arithmetic, make_table

ROWS = 6000


def build(folder: Path | None) -> monitor.Monitor:
    """The same monitor in every process."""
    source = FileSource(make_table(ROWS, seed=5), words="made")
    options = LearnerOptions(window=200, half_life_events=500)
    return monitor.Monitor(source, options, champion=Arithmetic(source.schema), folder=folder)  # type: ignore[arg-type]


def _serve() -> None:
    monitor.MICRO = 8
    keeping.SNAPSHOT_EVERY = 150
    warm_up()  # before any fork: a compiler cut off in a thread would leave its locks behind
    build(None).run()  # everything is imported and compiled before the first kill
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            build(Path(line.strip())).run()
            os._exit(0)
        print(child, flush=True)
        print("killed" if os.waitpid(child, 0)[1] else "done", flush=True)


if __name__ == "__main__":
    _serve()
