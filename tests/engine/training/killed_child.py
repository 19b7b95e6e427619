"""A training that is killed in the middle: run by the test of checkpoints in a process of its own."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from engine.library.store import Workspace
from engine.progress import Progress, ProgressPoint
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals


def main(folder: str, after: int) -> None:
    """Train two models and die at once when so many blocks are done."""
    seen: list[int] = []

    def hear(point: ProgressPoint) -> None:
        if "out_of_fold" in point.values:
            seen.append(1)
        if len(seen) == after and "round" in point.values:
            os.kill(os.getpid(), signal.SIGKILL)

    with Workspace.open(Path(folder)) as workspace:
        train_models(signals(600), [quick("xgboost", subsample=0.7), quick("lightgbm", subsample=0.7)],
                     workspace=workspace, leak_meter=False, progress=Progress(hear))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
