"""What an ancestor was tested on is kept; its descendants are tested on it again, and a loss is said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.bundle.loading import load_model
from engine.errors import WorkbenchError
from engine.evaluation.metrics import auc
from engine.library import runs, trash
from engine.library.store import Workspace
from engine.records import Interval, RunRecord
from engine.training.config import TrainingConfig
from engine.training.forgetting import FILE, Window, words
from engine.training.trainer import train_models
from tests.engine.training.test_advice import flipping
from tests.engine.training.worlds import quick, signals, with_category


def trained(table, config: TrainingConfig, workspace: Workspace, parent: RunRecord | None = None) -> RunRecord:
    return train_models(table, [config], workspace=workspace, leak_meter=False,
                        warm_start=None if parent is None else parent.id).runs[0]


def test_a_flip_makes_the_child_forget_and_the_run_says_so(workspace: Workspace) -> None:
    table = flipping(signals(3000, columns=6), 1500, seed=5, bayes_auc=0.75)
    parent = trained(table.take(np.arange(1500)), quick(rounds=60), workspace)
    child = trained(table.take(np.arange(1500, 3000)), quick(rounds=260), workspace, parent)
    assert parent.forgetting == ()
    (window,) = child.forgetting
    assert (window.run, window.name, window.rows, window.learnt) == (parent.id, parent.name, 150, False)
    predictions = runs.out_of_fold(workspace, parent.id)
    assert predictions is not None
    last = predictions.fold == 4
    assert window.then == pytest.approx(auc(predictions.label[last], predictions.probability[last]))
    now = load_model(child.id, workspace=workspace).predict(table.matrix[1350:1500])
    assert window.now == pytest.approx(auc(table.label[1350:1500], now))
    assert window.difference.value == pytest.approx(window.now - window.then) != 0
    assert window.now < window.then - 0.1
    assert any(told.startswith("Forgotten: on the 150 rows") for told in child.warnings)
    assert runs.get_run(workspace, child.id).forgetting == child.forgetting


def test_the_whole_line_is_asked_and_rows_learnt_again_are_marked(workspace: Workspace) -> None:
    table = signals(1600)
    first = trained(table.take(np.arange(600)), quick(), workspace)
    second = trained(table.take(np.arange(600, 1100)), quick(rounds=45), workspace, first)
    third = trained(table, quick(rounds=60), workspace, second)
    assert [window.run for window in third.forgetting] == [second.id, first.id]
    assert [window.learnt for window in third.forgetting] == [True, True]
    assert [window.learnt for window in second.forgetting] == [False]
    trash.delete(workspace, first.id)
    fourth = trained(table, quick(rounds=75), workspace, third)
    assert first.id not in [window.run for window in fourth.forgetting]


def test_categories_of_an_older_window_keep_their_meaning(workspace: Workspace) -> None:
    old = with_category(signals(600), ("a", "b", "c"))
    parent = trained(old, quick(), workspace)
    new = with_category(signals(600, seed=3), ("c", "d", "a", "b"), seed=3)
    child = trained(new, quick(rounds=31), workspace, parent)
    assert child.forgetting[0].now == pytest.approx(child.forgetting[0].then, abs=0.05)


def test_a_window_is_kept_whole_or_counts_as_none(workspace: Workspace) -> None:
    table = signals(600)
    parent = trained(table, quick(), workspace)
    path = workspace.models / parent.id / FILE
    window = Window.unpack(path.read_bytes())
    np.testing.assert_array_equal(window.matrix, table.matrix[540:])
    untimed = replace(window, time=None, label_time=None)
    assert Window.unpack(untimed.pack()).time is None
    with pytest.raises(WorkbenchError, match="damaged"):
        Window.unpack(path.read_bytes()[:100])
    path.write_bytes(b"nothing")
    assert trained(table, quick(rounds=45), workspace, parent).forgetting == ()


def test_only_a_loss_beyond_chance_is_called_forgotten(workspace: Workspace) -> None:
    table = signals(1600)
    parent = trained(table.take(np.arange(800)), quick(), workspace)
    (window,) = trained(table.take(np.arange(800, 1600)), quick(rounds=31), workspace, parent).forgetting
    assert words([window]) == ""
    assert "fell from" in words([replace(window, difference=Interval(-0.1, -0.2, -0.05))])


def test_the_command_line_tells_exposure_and_forgetting(
    capsys: pytest.CaptureFixture[str], sample_file: Path, workspace_dir: Path, tmp_path: Path
) -> None:
    from engine.cli import main

    path = tmp_path / "some.csv"
    path.write_text("".join(sample_file.read_text().splitlines(keepends=True)[:1001]))
    how = ["--models", "lightgbm", "--no-leak-meter", "--json"]
    assert main(["train", str(path), "--rounds", "10", *how]) == 0
    parent = json.loads(capsys.readouterr().out)["runs"][0]
    assert main(["train", str(path), "--rounds", "20", "--warm-start", parent["id"], "--tree-budget", "15", *how]) == 0
    child = json.loads(capsys.readouterr().out)["runs"][0]
    assert (child["parent"], child["trees"]) == (parent["id"], 15)
    assert [set(seen) for seen in child["exposure"]] == [{"rows", "first", "last", "last_label"}] * 2
    assert child["exposure"][0]["first"].startswith("2017-07")
    assert child["forgetting"][0]["run"] == parent["id"]
