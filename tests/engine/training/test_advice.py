"""Warm start, recent rows only or all history: tried side by side, the right one recommended after a change."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.cli import main
from engine.data.loading import load_table
from engine.data.synthetic import planted
from engine.data.table import SignalTable
from engine.errors import Cancelled, WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import RunRecord
from engine.training.advice import advise
from engine.training.config import FinalFit, TrainingConfig, ValidationOptions
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals


def flipping(table: SignalTable, flip: int, seed: int = 0, **law: float) -> SignalTable:
    """The table with labels of a rule whose main term flips at a row."""
    numbers = [place for place, feature in enumerate(table.schema.features) if not feature.categories]
    label, _, _ = planted(table.matrix[:, numbers].astype(float), seed=seed, flip_at=flip, **law)
    return replace(table, label=label, realized_rr=np.where(label == 1, 1.5, -1.0))


def trained_before(table: SignalTable, flip: int, config: TrainingConfig, workspace: Workspace) -> RunRecord:
    old = table.take(np.arange(flip))
    options = ValidationOptions(final_fit=FinalFit.ALL)
    return train_models(old, [config], options, workspace=workspace, leak_meter=False).runs[0]


@pytest.mark.parametrize("kind", ["xgboost", "lightgbm", "catboost"])
def test_after_a_flip_recent_rows_win_over_all_history_and_the_stale_model(kind: str, workspace: Workspace) -> None:
    table = flipping(signals(5000, columns=6), 2500, seed=5, bayes_auc=0.7)
    config = quick(kind, rounds=300, early_stopping_rounds=30)
    parent = trained_before(table, 2500, config, workspace)
    before = runs.list_runs(workspace)
    advice = advise(table, parent.id, config, workspace=workspace)
    assert runs.list_runs(workspace) == before
    ways = {way.name: way for way in advice.ways}
    assert list(ways) == ["warm_start", "recent_only", "all_history"]
    auc = {name: way.scores.auc.value for name, way in ways.items() if way.scores is not None}
    assert advice.recommended in ("warm_start", "recent_only")
    assert auc[advice.recommended] == max(auc.values()) > auc["all_history"] + 0.02
    assert advice.stale.auc.high < 0.5
    assert "worse than chance" in advice.words
    assert not advice.contaminated
    assert 2400 < advice.recent_rows <= 2510
    assert advice.tested_rows == pytest.approx(advice.recent_rows / 2, abs=2)
    assert ways["warm_start"].trees > parent.trees
    assert ways["recent_only"].rows == ways["warm_start"].rows < ways["all_history"].rows


def test_without_a_change_all_history_is_no_worse_and_the_model_may_stand(workspace: Workspace) -> None:
    table = signals(3000, columns=6)
    config = quick(rounds=200, early_stopping_rounds=30)
    parent = trained_before(table, 2000, config, workspace)
    advice = advise(table, parent.id, config, workspace=workspace)
    auc = {way.name: way.scores.auc.value for way in advice.ways if way.scores is not None}
    assert auc["all_history"] > max(auc.values()) - 0.02
    assert advice.stale.auc.value > max(auc.values()) - 0.03
    assert "chance" not in advice.words


def test_a_parent_that_has_seen_nearly_everything_is_said(workspace: Workspace) -> None:
    table = signals(1500)
    parent = trained_before(table, 1500, quick(), workspace)
    advice = advise(table, parent.id, quick(), workspace=workspace)
    assert advice.contaminated
    assert "may have seen" in advice.words
    assert advice.recent_rows == 450


def test_what_cannot_be_gone_on_from_is_refused_and_a_cancel_ends_it(workspace: Workspace) -> None:
    table = signals(1500)
    parent = trained_before(table, 1000, quick(), workspace)
    with pytest.raises(WorkbenchError, match="has in addition x4"):
        advise(signals(1500, columns=5), parent.id, quick(), workspace=workspace)
    progress = Progress(lambda point: progress.cancel() if "Recent only" in point.words else None)
    with pytest.raises(Cancelled):
        advise(table, parent.id, quick(), workspace=workspace, progress=progress)


def test_the_command_line_tells_the_ways_and_what_to_do(
    capsys: pytest.CaptureFixture[str], sample_file: Path, workspace_dir: Path, tmp_path: Path
) -> None:
    lines = sample_file.read_text().splitlines(keepends=True)
    old = tmp_path / "old.csv"
    old.write_text("".join(lines[:1001]))
    both = tmp_path / "both.csv"
    both.write_text("".join(lines[:1801]))
    assert main(["train", str(old), "--models", "lightgbm", "--rounds", "20", "--no-leak-meter", "--json"]) == 0
    parent = json.loads(capsys.readouterr().out)["runs"][0]["id"]
    assert main(["train", str(both), "--warm-start", parent, "--rounds", "20", "--advise", "--json"]) == 0
    advice = json.loads(capsys.readouterr().out)["advice"]
    assert set(advice) == {"recommended", "words", "recent_rows", "tested_rows", "contaminated", "ways", "stale",
                           "comparisons"}
    assert [way["name"] for way in advice["ways"]] == ["warm_start", "recent_only", "all_history"]
    assert main(["train", str(both), "--warm-start", parent, "--rounds", "20", "--advise"]) == 0
    said = capsys.readouterr().out
    assert "is recommended" in said
    assert "To do it: alphapulse train" in said
    assert main(["train", str(both), "--advise", "--json"]) == 1
    assert "--warm-start" in json.loads(capsys.readouterr().out)["remedy"]


@pytest.mark.shared
@pytest.mark.slow
def test_on_hourly_equities_with_a_planted_flip(shared_data: Path, workspace: Workspace) -> None:
    table = flipping(load_table(shared_data / "signals" / "equities_1h_dev.parquet"), 4200, seed=2)
    config = TrainingConfig(model_type=quick().model_type, threads=1)
    advice = advise(table, trained_before(table, 4200, config, workspace).id, config, workspace=workspace)
    auc = {way.name: way.scores.auc.value for way in advice.ways if way.scores is not None}
    assert auc[advice.recommended] >= 0.565
    assert auc["all_history"] == pytest.approx(0.53, abs=0.015)
    assert advice.stale.auc.value == pytest.approx(0.44, abs=0.015)
