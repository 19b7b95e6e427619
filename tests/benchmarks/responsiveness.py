"""How late a 10 ms timer of the window's thread comes while three models train in the engine's."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks import made
from tests.benchmarks.measuring import Row, in_child

ROWS, COLUMNS, ROUNDS = 200_000, 40, 60
INTERVAL = 10  # milliseconds
WORST, P99 = 100.0, 30.0  # milliseconds late


def rows(*, repeats: int) -> list[Row]:
    """One run in a process of its own: the window is open and trains the three libraries through its jobs."""
    idle, busy = (in_child("responsiveness", what) for what in ("idle", "train"))
    met = busy["worst"] <= WORST and busy["p99"] <= P99
    return [Row(f"{INTERVAL} ms timer in the window while three models train on {ROWS:,} x {COLUMNS}",
                f"p99 {busy['p99']:.1f} ms late, worst {busy['worst']:.0f} ms",
                f"idle: p99 {idle['p99']:.1f} ms, worst {idle['worst']:.0f} ms",
                f"{busy['ticks']:,} ticks in {busy['seconds']:.0f} s", f"p99 {P99:.0f} ms, worst {WORST:.0f} ms", met)]


def lateness(window: object, work: object) -> dict[str, float]:
    """Milliseconds that each tick came after its time, from the timer's own start on."""
    from PySide6.QtCore import Qt, QTimer

    ticks: list[float] = []
    timer = QTimer(window, interval=INTERVAL, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    started = time.perf_counter()
    asyncio.get_event_loop().run_until_complete(work)
    timer.stop()
    late = np.maximum(np.diff(ticks) * 1000 - INTERVAL, 0)
    return {"p99": float(np.percentile(late, 99)), "worst": float(late.max()), "ticks": len(ticks),
            "seconds": time.perf_counter() - started}


def main(what: str) -> None:
    """Measure in this process and print one JSON object."""
    import qasync
    from PySide6.QtWidgets import QApplication

    from gui.app import create_window

    app = QApplication(sys.argv[:1])
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with tempfile.TemporaryDirectory() as folder:
        window = create_window(Path(folder))
        window.resize(1280, 800)
        window.show()
        loop.run_until_complete(asyncio.sleep(1))
        work = asyncio.sleep(5) if what == "idle" else train(window)
        print(json.dumps(lateness(window, work)), flush=True)
        window.jobs.close_now()
        window.session.close()


async def train(window: object) -> None:
    """Train the three as the Train button does, in the engine's lane."""
    from engine.data.loading import table_from_frame
    from engine.training.config import ModelType, TrainingConfig, ValidationOptions
    from engine.training.trainer import train_models

    table = table_from_frame(made.signals(ROWS, COLUMNS), made.ROLES, source="made")
    configs = [TrainingConfig(model_type=kind, rounds=ROUNDS) for kind in ModelType]
    await window.jobs.start("engine", "train", train_models, table, configs, ValidationOptions(folds=2),
                            workspace=window.session.workspace, leak_meter=False)


if __name__ == "__main__":
    main(sys.argv[1])
