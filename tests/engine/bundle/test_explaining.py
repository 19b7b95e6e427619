"""Explanations of trained models: they add up, name the file's columns, and can be cancelled between pieces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.bundle.explaining import explain
from engine.bundle.loading import load_model
from engine.errors import Cancelled
from engine.evaluation.explanation import stability
from engine.library import runs
from engine.library.store import Workspace
from engine.models import LIBRARIES
from engine.progress import Progress, ProgressPoint
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals, with_category


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


@pytest.mark.parametrize("name", LIBRARIES)
def test_contributions_add_up_and_unused_features_are_zero(name: str, workspace: Workspace) -> None:
    table = with_category(signals(700), ("a", "b", "c"))
    table.matrix[:, 3] = 1.0
    run = train_models(table, [quick(name, scale_pos_weight=3.0)], workspace=workspace, leak_meter=False).runs[0]
    loaded = load_model(run.id, workspace=workspace)
    found = explain(loaded, table.matrix)
    assert found.names == table.schema.names
    assert found.gap < 1e-5
    assert found.importance[3] == 0
    np.testing.assert_allclose(1 / (1 + np.exp(-found.margin)), loaded.predict(table.matrix), atol=1e-6)
    kept = runs.get_run(workspace, run.id).fold_importance
    assert len(kept) == 5
    assert all(set(fold) == set(table.schema.names) and sum(fold.values()) == pytest.approx(1) for fold in kept)
    assert kept[0][table.schema.names[3]] == 0
    assert stability(kept) is not None


def test_cancel_comes_between_pieces(workspace: Workspace) -> None:
    table = signals(3000)
    run = train_models(table, [quick()], workspace=workspace, leak_meter=False).runs[0]
    loaded, points = load_model(run.id, workspace=workspace), []

    def hear(point: ProgressPoint) -> None:
        points.append(point)
        progress.cancel()

    progress = Progress(hear)
    with pytest.raises(Cancelled):
        explain(loaded, table.matrix, progress=progress)
    assert len(points) == 1
