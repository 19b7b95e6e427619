"""A run keeps the losses of its rounds, block by block, as they were told while it trained."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.cli import main
from engine.library import learning
from engine.library.store import Workspace
from engine.progress import Progress, ProgressPoint
from engine.records import LearningCurve
from engine.training.config import ValidationOptions
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals


def test_what_was_told_live_is_what_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[tuple[int, int, float]] = []

    def hear(point: ProgressPoint) -> None:
        if "round" in point.values:
            told.append((point.values["fold"], point.values["round"], point.values["train_loss"]))

    with Workspace.open(tmp_path) as workspace:
        run = train_models(signals(800), [quick(early_stopping_rounds=10, loosen=False)], ValidationOptions(folds=2),
                           workspace=workspace, leak_meter=False, progress=Progress(hear)).runs[0]
        curves = learning.curves_of(workspace, run.id)
    assert [each.fold for each in curves] == [0, 1]
    kept = [(each.fold, int(number), float(loss)) for each in curves
            for number, loss in zip(each.round, each.train, strict=True)]
    np.testing.assert_allclose(kept, told, rtol=1e-6)
    assert all(np.isfinite(each.valid).all() for each in curves)
    assert main(["models", "show", run.id, "--learning", "--json", "--workspace", str(tmp_path)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [len(each["round"]) for each in said["learning"]] == [len(each.round) for each in curves]


def test_curves_go_to_bytes_and_back_and_damaged_ones_are_none(tmp_path: Path) -> None:
    curve = LearningCurve(1, np.arange(1, 4), np.asarray([0.7, np.nan, 0.5]), np.asarray([0.7, 0.6, 0.65]))
    (back,) = learning.unpack(learning.pack([curve]))
    assert back.fold == 1
    np.testing.assert_allclose(back.train, curve.train, rtol=1e-6)
    with Workspace.open(tmp_path) as workspace:
        run = train_models(signals(300), [quick()], ValidationOptions(folds=2), workspace=workspace,
                           leak_meter=False).runs[0]
        path = workspace.models / run.id / learning.FILE
        assert learning.curves_of(workspace, run.id)
        path.write_bytes(path.read_bytes()[:50])
        assert learning.curves_of(workspace, run.id) == ()
