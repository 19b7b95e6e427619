"""After a kill no run is listed, what was whole is offered, and going on gives the very same models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, WorkbenchError
from engine.library import learning, runs
from engine.library.store import Workspace
from engine.progress import Progress, ProgressPoint
from engine.training import checkpoint
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [1, 7])
def test_a_killed_training_is_offered_and_goes_on_to_the_same_result(after: int, tmp_path: Path) -> None:
    child = [sys.executable, "-m", "tests.engine.training.killed_child", str(tmp_path / "killed"), str(after)]
    assert subprocess.run(child, cwd=ROOT, capture_output=True, check=False, timeout=120).returncode == -9
    configs = [quick("xgboost", subsample=0.7), quick("lightgbm", subsample=0.7)]
    with Workspace.open(tmp_path / "killed") as workspace, Workspace.open(tmp_path / "whole") as other:
        assert runs.list_runs(workspace) == ()
        (point,) = checkpoint.OFFERS.of(workspace)
        assert (point.done, point.configs) == (after, tuple(configs))
        assert f"{after} finished block" in point.words
        with pytest.raises(WorkbenchError, match="not that of the unfinished"):
            train_models(signals(500), point.configs, point.validation, workspace=workspace, resume=point)
        begun: list[tuple[str, int]] = []

        def hear(progress: ProgressPoint) -> None:
            if progress.values.get("round") == 1:
                begun.append((progress.values["model"], progress.values["fold"]))

        resumed = train_models(signals(600), point.configs, point.validation, workspace=workspace, resume=point,
                               leak_meter=False, progress=Progress(hear)).runs
        assert len(begun) == 10 - after
        assert checkpoint.OFFERS.of(workspace) == ()
        straight = train_models(signals(600), configs, workspace=other, leak_meter=False).runs
        for one, two in zip(resumed, straight, strict=True):
            assert (one.scores, one.importance, one.trees) == (two.scores, two.importance, two.trees)
            a, b = runs.out_of_fold(workspace, one.id), runs.out_of_fold(other, two.id)
            assert a is not None
            assert b is not None
            np.testing.assert_array_equal(a.probability, b.probability)
            pairs = zip(learning.curves_of(workspace, one.id), learning.curves_of(other, two.id), strict=True)
            for mine, theirs in pairs:
                assert mine.fold == theirs.fold
                np.testing.assert_array_equal(mine.train, theirs.train)


def test_nothing_is_left_of_trainings_that_ended_by_themselves_or_were_cancelled(workspace: Workspace) -> None:
    progress = Progress(lambda point: progress.cancel() if point.values.get("fold") == 2 else None)
    with pytest.raises(Cancelled):
        train_models(signals(600), [quick()], workspace=workspace, progress=progress)
    train_models(signals(400), [quick()], workspace=workspace)
    assert list((workspace.root / checkpoint.FOLDER).iterdir()) == []
    with pytest.raises(WorkbenchError, match="no unfinished training"):
        checkpoint.OFFERS.chosen(workspace)


def test_a_running_training_is_not_offered(workspace: Workspace) -> None:
    offers: list[int] = []
    train_models(signals(400), [quick()], workspace=workspace, leak_meter=False,
                 progress=Progress(lambda point: offers.append(len(checkpoint.OFFERS.of(workspace)))))
    assert set(offers) == {0}
