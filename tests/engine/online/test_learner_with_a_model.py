"""The online learner beside a real batch model, from the file that the trainer wrote."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.bundle.loading import load_model
from engine.bundle.scoring import LoadedModel
from engine.data.loading import load_table
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.events import SignalEvent
from engine.library.store import Workspace
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.file import FileSource
from engine.online.journal import Journal
from engine.online.learner import OnlineLearner
from engine.online.options import Blending, LearnerOptions
from engine.online.replay import replay
from engine.online.stored import stored_scores
from engine.online.timeline import signal_ids
from engine.records import MonitorSnapshot
from engine.training.config import ModelType, TrainingConfig
from engine.training.trainer import train_arrays, train_models
from engine.training.validation import ValidationOptions


@pytest.fixture(scope="module")
def model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small LightGBM model with a text column, under a name of no meaning."""
    rng = np.random.default_rng(0)
    numbers = {name: rng.normal(size=600) for name in ("a", "b")}
    rows = pd.DataFrame({**numbers, "side": rng.choice(["buy", "sell"], 600)})
    label = (rng.random(600) < 1 / (1 + np.exp(-rows.a))).astype(int)
    folder = tmp_path_factory.mktemp("trained")
    with Workspace.open(folder / "workspace") as workspace:
        config = TrainingConfig(model_type=ModelType.LIGHTGBM, rounds=20)
        result = train_arrays(rows[:400], label[:400], rows[400:], label[400:], config, workspace=workspace)
    file = folder / "anything.model"
    file.write_bytes(Path(result.model_path).read_bytes())
    return file


def test_initialize_opens_what_train_model_wrote_and_the_blend_is_the_contracts(model_file: Path) -> None:
    async def use() -> None:
        learner = OnlineLearner()
        await learner.initialize(batch_model_path=str(model_file))
        assert learner.columns.names == ["a", "b", "side=buy", "side=sell"]
        for place in range(60):
            await learner.learn_one({"a": place % 5, "side": "buy"}, place % 5 > 2)
        said = await learner.predict({"a": 1.0, "b": None, "side": "sell"})
        assert said.status == "ok"
        assert said.batch_score == pytest.approx(load_model(model_file).predict({"a": 1.0, "side": "sell"})[0])
        assert said.final_score == pytest.approx(0.8 * said.batch_score + 0.2 * said.online_score)
        frame = await learner.predict(pd.DataFrame({"a": [1.0, 2.0], "side": ["sell", "new"]}))
        assert frame.final_score.shape == (2,)
        assert frame.final_score[0] == pytest.approx(said.final_score)

    asyncio.run(use())


def test_learning_stays_when_the_batch_model_is_swapped_for_one_with_the_same_columns(model_file: Path) -> None:
    learner = OnlineLearner()
    learner.open_batch_model(model_file)
    learner.learn_row({"a": 1.0, "side": "buy"}, 1)
    learner.open_batch_model(model_file)
    assert learner.tracking["events"] == 1
    learner.open_batch_model(None)
    assert "no batch model" in learner.predict_rows({"a": 1.0}).status


def test_monitor_and_replay_agree_beside_a_real_champion(model_file: Path, tmp_path: Path, sample_file: Path) -> None:
    table = load_table(sample_file).take(np.arange(700))
    with Workspace.open(tmp_path) as workspace:
        config = TrainingConfig(model_type=ModelType.XGBOOST, rounds=10)
        report = train_models(table, [config], ValidationOptions(folds=2), workspace=workspace, leak_meter=False)
        champion = load_model(report.runs[0].id, workspace=workspace)
    monitor = Monitor(FileSource(table, words="sample"), champion=champion, folder=tmp_path)
    stored = stored_scores(tmp_path, champion, table)
    watched, replayed = monitor.run(), replay(table, champion=champion, stored=stored)
    assert monitor.state_hash() == replayed.state_hash
    assert watched.contaminated == replayed.contaminated > 300
    assert replayed.untouched["batch"].auc is not None
    assert stored is not None
    _its_fold_models_speak_for_the_rows_it_was_trained_on(table, champion, stored, watched, monitor)
    alone = Monitor(FileSource(table, words="sample"), champion=champion)
    assert alone.run().contaminated == watched.contaminated + watched.out_of_fold, "no workspace, no stored scores"
    other = table.take(np.arange(100, 700))
    assert stored_scores(tmp_path, champion, replace(other, row=np.arange(600))) is None, "another file"


def _its_fold_models_speak_for_the_rows_it_was_trained_on(
    table: SignalTable, champion: LoadedModel, stored: np.ndarray, watched: MonitorSnapshot, monitor: Monitor
) -> None:
    there = ~np.isnan(stored)
    assert watched.out_of_fold == there.sum() > 100
    assert not np.allclose(stored[there], champion.predict(table.matrix[there]))
    assert watched.shaded is not None
    assert watched.shaded[1] < table.time[there].min(), "only the rows before the first test block are shaded"
    assert any("fold models" in words for words in watched.notes)
    (journal,) = (monitor._folder / "journal").glob("*.sqlite")
    with Journal(journal, read_only=True) as kept:
        said = {entry.event.id: entry.batch for entry in kept.entries() if isinstance(entry.event, SignalEvent)}
    ids = signal_ids(table)
    assert [said[ids[place]] for place in np.flatnonzero(there)] == stored[there].tolist()


def test_the_rolling_blend_takes_the_share_that_did_best_on_the_newest_labels_and_is_saved(
    model_file: Path, tmp_path: Path
) -> None:
    options = LearnerOptions(blending=Blending.ROLLING, window=80, learning_rate=0.05)
    learner, rng = OnlineLearner(options), np.random.default_rng(4)
    learner.open_batch_model(model_file)
    told = []
    for number in range(200):
        row = {"a": float(rng.normal()), "b": 0.0, "side": "buy"}
        won = int(row["a"] < 0)  # the other way round than the batch model learnt
        said = learner.predict_rows(row)
        assert said.final_score == pytest.approx(_best(told[-80:]) * said.batch_score
                                                 + (1 - _best(told[-80:])) * said.online_score)
        assert said.weights["batch"] == pytest.approx(_best(told[-80:]))
        learner.learn_row(row, won)
        told.append((said.batch_score, said.online_score, won))
        if number == 120:
            learner.save_state(tmp_path / "state")
            learner = OnlineLearner(options)
            learner.open_batch_model(model_file)
            learner.load_state(tmp_path / "state")
    assert _best(told[-80:]) == 0.0, "the batch model is wrong here"
    twin = OnlineLearner(options)
    twin.open_batch_model(model_file)
    before = twin.state_hash()
    with pytest.raises(WorkbenchError):
        twin.learn_rows([{"a": 1.0}, {"a": float("inf")}], [1, 0])
    assert twin.state_hash() == before, "all or nothing"


def _best(told: list[tuple[float, float, int]]) -> float:
    """By brute force; the stated share at first."""
    if len(told) < 50:
        return 0.8
    batch, online, won = (np.asarray(column) for column in zip(*told, strict=True))
    shares = np.linspace(0, 1, 21)[:, None]
    mix = np.clip(shares * batch + (1 - shares) * online, 1e-6, 1 - 1e-6)
    return float(shares[np.argmin(-np.log(np.where(won == 1, mix, 1 - mix)).sum(axis=1)), 0])
