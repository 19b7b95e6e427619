"""XGBoost through the trainer on the GPU beside the same on the processor; the clock, since a GPU has its own."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks import made
from tests.benchmarks.measuring import Row, interleaved, seconds

COLUMNS, ROUNDS = 50, 300


def rows(*, repeats: int) -> list[Row]:
    """A row a size of table; without a GPU one row that says so."""
    from engine.data.loading import table_from_frame
    from engine.library.store import Workspace
    from engine.models import devices
    from engine.models.built import SHELF
    from engine.training.config import Device, TrainingConfig, ValidationOptions
    from engine.training.trainer import train_models

    status = devices.gpu("xgboost")
    if not status.available:
        return [Row("XGBoost on the GPU", "none here", status.detail, "not measured")]
    found = []
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        for count in (100_000, 1_000_000):
            table = table_from_frame(made.signals(count, COLUMNS), made.ROLES, source="made")
            aucs = {}

            def work(device: Device, table: object = table, aucs: dict = aucs) -> None:
                SHELF.clear()
                config = TrainingConfig(device=device, rounds=ROUNDS, early_stopping_rounds=0)
                run = train_models(table, [config], ValidationOptions(folds=2), workspace=workspace,
                                   leak_meter=False).runs[0]
                aucs[device] = run.scores.auc.value

            taken = interleaved({each.value: lambda each=each: work(each) for each in (Device.GPU, Device.CPU)},
                                max(repeats // 3, 1), time.perf_counter)
            gpu, cpu = (statistics.median(taken[each.value]) for each in (Device.GPU, Device.CPU))
            found.append(Row(
                f"XGBoost on the GPU: {count:,} x {COLUMNS}, 2 blocks of {ROUNDS} rounds", f"GPU {seconds(gpu)}",
                f"processor {seconds(cpu)}", f"{cpu / gpu:.1f}x quicker; AUC {aucs[Device.GPU]:.4f} and "
                f"{aucs[Device.CPU]:.4f}"))
    return found
