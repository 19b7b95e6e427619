"""A search that is killed in the middle: run by its test in a process of its own."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from engine.library.store import Workspace
from engine.progress import Progress, ProgressPoint
from engine.training.tuning.search import tune
from tests.engine.training.tuning.searches import SEARCH, SHORT
from tests.engine.training.worlds import quick, signals


def main(folder: str, after: int) -> None:
    """Search with two libraries and die at once when so many trials are done."""
    seen: list[int] = []

    def hear(point: ProgressPoint) -> None:
        if "trial" in point.values:
            seen.append(1)
        if len(seen) == after:
            os.kill(os.getpid(), signal.SIGKILL)

    with Workspace.open(Path(folder)) as workspace:
        tune(signals(300), [quick("lightgbm"), quick("xgboost")], SHORT, SEARCH, workspace=workspace,
             progress=Progress(hear))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
