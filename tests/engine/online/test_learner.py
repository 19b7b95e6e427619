"""The online learner of the contract: plain and asynchronous, with and without a batch model."""

from __future__ import annotations

import asyncio
import json
import math
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import engine
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.online.encoding import Encoding
from engine.online.learner import OnlineLearner
from engine.online.options import Blending, LearnerOptions, OnlineKind
from engine.progress import Progress
from tests.engine.online.made import Arithmetic, make_table

NAMES = ["x0", "x1", "x2", "x3"]


def _with_batch(champion: Any, options: LearnerOptions | None = None) -> OnlineLearner:
    learner = OnlineLearner(options)
    learner.batch = champion
    learner._encoding = Encoding.of(champion.schema)
    learner._use_columns(learner._encoding.names)
    return learner


@pytest.fixture
def batch() -> Arithmetic:
    return Arithmetic(FeatureSchema.plain(NAMES))


def test_the_contracts_calls_work_as_they_stand() -> None:
    async def use() -> Any:
        learner = engine.OnlineLearner()
        await learner.initialize()
        for place in range(200):
            await learner.learn_one({"a": place % 7, "b": -place % 3}, place % 7 > 3)
        await learner.learn_batch([{"a": 6.0}, {"a": 1.0}], [1, 0])
        return await learner.predict({"a": 6.0, "b": 0}), await learner.predict({"a": 0.0, "b": 0})

    high, low = asyncio.run(use())
    assert isinstance(high, engine.OnlinePrediction)
    assert high.final_score == high.online_score > low.final_score
    assert high.batch_score is None
    assert high.weights == {"batch": 0.0, "online": 1.0}
    assert "no batch model" in high.status


def test_the_final_score_is_four_fifths_batch(batch: Arithmetic) -> None:
    learner = _with_batch(batch)
    learner.learn_rows(make_table(50).matrix, make_table(50).label)
    said = learner.predict_rows({"x0": 1.5})
    assert said.final_score == pytest.approx(0.8 * said.batch_score + 0.2 * said.online_score)
    assert said.weights == {"batch": 0.8, "online": pytest.approx(0.2)}
    assert said.status == "ok"
    assert all(isinstance(score, float) for score in (said.final_score, said.batch_score, said.online_score))


@pytest.mark.parametrize("gap", [{"x0": 1.0}, {"x0": 1.0, "x1": None}, {"x0": 1.0, "x1": math.nan, "other": 5}])
def test_missing_keys_none_and_nan_are_the_same(batch: Arithmetic, gap: dict[str, Any]) -> None:
    learner = _with_batch(batch)
    learner.learn_rows(make_table(50).matrix, make_table(50).label)
    assert learner.predict_rows(gap) == learner.predict_rows({"x0": 1.0})


@pytest.mark.parametrize("as_rows", [
    lambda m: m, lambda m: pd.DataFrame(m, columns=NAMES), lambda m: __import__("pyarrow").table(
        {name: m[:, i].astype(float) for i, name in enumerate(NAMES)})])
def test_a_frame_gives_arrays_that_are_its_rows_scores(batch: Arithmetic, as_rows: Any) -> None:
    learner, matrix = _with_batch(batch), make_table(700).matrix
    learner.learn_rows(matrix, make_table(700).label)
    many = learner.predict_rows(as_rows(matrix))
    assert many.final_score.shape == many.batch_score.shape == many.online_score.shape == (700,)
    for place in range(0, 700, 97):
        row = {name: float(value) for name, value in zip(NAMES, matrix[place], strict=True)}
        assert learner.predict_rows(row).final_score == pytest.approx(many.final_score[place], abs=1e-12)


@pytest.mark.parametrize("rows", [40, 2500])
def test_a_batch_is_its_rows_one_after_the_other(rows: int) -> None:
    table = make_table(rows)
    one, many = OnlineLearner(), OnlineLearner()
    for row, label in zip(table.matrix, table.label, strict=True):
        one.learn_row({f"f{i}": float(v) for i, v in enumerate(row)}, int(label))
    assert many.learn_rows(table.matrix, table.label) == rows
    ours, theirs = one.model.arrays, many.model.arrays
    order = [one.columns.names.index(name) for name in many.columns.names]
    np.testing.assert_allclose(ours.weights[order], theirs.weights, atol=1e-15)
    assert one.tracking["events"] == many.tracking["events"] == rows
    assert one.tracking["accuracy"] == many.tracking["accuracy"]


def test_columns_are_learnt_from_the_rows_and_new_ones_come_at_the_end() -> None:
    learner = OnlineLearner()
    learner.learn_row({"b": 1.0}, 1)
    learner.learn_row({"a": 2.0, "side": "buy"}, 0)
    assert learner.columns.names == ["b", "a", "side=buy"]
    before = learner.state_hash()
    learner.predict_rows({"never": 1.0, "b": 2.0})
    assert learner.state_hash() == before


def test_an_unlearnt_learner_says_one_half_and_that_it_has_learnt_nothing() -> None:
    said = OnlineLearner().predict_rows({"a": 1.0})
    assert said.final_score == 0.5
    assert "learnt nothing" in said.status


def test_a_batch_model_that_fails_is_out_at_once_and_named(batch: Arithmetic) -> None:
    learner = _with_batch(batch)
    batch.fails = RuntimeError("gone")
    said = learner.predict_rows({"x0": 1.0})
    assert said.batch_score is None
    assert said.final_score == said.online_score
    assert said.weights == {"batch": 0.0, "online": 1.0}
    assert "gone" in said.status
    batch.fails = None
    assert learner.predict_rows({"x0": 1.0}).weights["batch"] == 0.8


def test_adaptive_shares_leave_a_wrong_batch_model(batch: Arithmetic) -> None:
    batch.slope = -5.0
    learner = _with_batch(batch, LearnerOptions(blending=Blending.ADAPTIVE, learning_rate=0.05))
    table = make_table(800)
    for row, label in zip(table.matrix[:200], table.label[:200], strict=True):
        learner.learn_row(dict(zip(NAMES, row.tolist(), strict=True)), int(label))
    one_by_one = learner.member_weights.copy()
    bulk = _with_batch(batch, learner.options)
    bulk.learn_rows(table.matrix[:200], table.label[:200])
    np.testing.assert_allclose(one_by_one, bulk.member_weights, rtol=1e-12)
    assert learner.predict_rows({"x0": 1.0}).weights["online"] > 0.9


@pytest.mark.parametrize("label", [2, -1, "win", None, math.nan, [1]])
def test_a_label_that_is_neither_win_nor_loss_is_refused(label: Any) -> None:
    with pytest.raises(WorkbenchError, match="label"):
        OnlineLearner().learn_row({"a": 1}, label)


@pytest.mark.parametrize("label", [True, np.int8(1), np.bool_(True), 1.0, np.float64(1)])
def test_every_spelling_of_a_win_is_taken(label: Any) -> None:
    learner = OnlineLearner()
    learner.learn_row({"a": 1}, label)
    assert learner.tracking["events"] == 1


@pytest.mark.parametrize("weight", [-1.0, math.nan, math.inf])
def test_a_negative_weight_is_refused_because_it_would_learn_backwards(weight: float) -> None:
    with pytest.raises(WorkbenchError, match="weight"):
        OnlineLearner().learn_row({"a": 1}, 1, weight=weight)


def test_labels_and_rows_of_different_length_are_refused_and_change_nothing() -> None:
    learner = OnlineLearner()
    with pytest.raises(WorkbenchError, match="3 rows"):
        learner.learn_rows(np.ones((3, 2)), [1, 0])
    assert learner.tracking["events"] == 0


def test_state_goes_through_a_file_without_pickle_and_goes_on_bit_for_bit(tmp_path: Path) -> None:
    table, learner, again = make_table(300), OnlineLearner(), OnlineLearner()
    learner.learn_rows(table.matrix[:150], table.label[:150])
    learner.save_state(tmp_path / "learner.json")
    again.load_state(tmp_path / "learner.json")
    assert again.state_hash() == learner.state_hash()
    for each in (learner, again):
        each.learn_rows(table.matrix[150:], table.label[150:])
    assert again.state_hash() == learner.state_hash()
    assert b"pickle" not in (tmp_path / "learner.json").read_bytes()


@pytest.mark.parametrize("spoil", [lambda t: t[:-5], lambda t: t.replace('"format": 1', '"format": 2'),
                                   lambda t: "[]", lambda t: t.replace("0x1", "0x2", 1)])
def test_a_damaged_state_file_is_refused_and_changes_nothing(tmp_path: Path, spoil: Any) -> None:
    file, learner = tmp_path / "learner.json", OnlineLearner()
    learner.learn_rows(np.ones((3, 2)), [1, 0, 1])
    learner.save_state(file)
    before = learner.state_hash()
    file.write_text(spoil(file.read_text()))
    with pytest.raises(WorkbenchError):
        learner.load_state(file)
    assert learner.state_hash() == before


def test_a_state_of_other_columns_does_not_fit_the_batch_model(batch: Arithmetic) -> None:
    other = OnlineLearner()
    other.learn_row({"zz": 1.0}, 1)
    with pytest.raises(WorkbenchError, match="other features"):
        _with_batch(batch).restore(json.loads(json.dumps(other.state())))


def test_a_cancelled_batch_leaves_the_learner_as_it_was() -> None:
    learner, table = OnlineLearner(), make_table(20_000)
    learner.learn_rows(table.matrix[:600], table.label[:600])
    before = learner.state_hash()
    progress = Progress(lambda point: progress.cancel() if point.fraction > 0.3 else None)
    with pytest.raises(engine.Cancelled):
        learner.learn_rows(table.matrix, table.label, progress=progress)
    assert learner.state_hash() == before


def test_a_cancelled_task_stops_the_work_behind_it() -> None:
    learner = OnlineLearner()
    started, ended = threading.Event(), []

    def slow(rows: Any, labels: Any, *, weights: Any = None, compiled: bool = True, progress: Progress) -> int:
        started.set()
        while not progress.cancelled:
            time.sleep(0.001)
        ended.append(True)
        progress.check()
        return 0

    learner.learn_rows = slow  # type: ignore[method-assign,assignment]

    async def use() -> None:
        task = asyncio.ensure_future(learner.learn_batch([[1.0]], [1]))
        await asyncio.to_thread(started.wait)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended == [True]

    asyncio.run(use())


def test_the_loop_runs_on_while_a_batch_is_learnt() -> None:
    table, learner = make_table(12_000, 20), OnlineLearner()
    learner.learn_rows(table.matrix[:1000], table.label[:1000])  # compiled before the clock runs

    async def use() -> float:
        interval = sys.getswitchinterval()
        gaps, running = [], asyncio.ensure_future(learner.learn_batch(table.matrix, table.label))
        while not running.done():
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            gaps.append(time.perf_counter() - before)
        await running
        assert sys.getswitchinterval() == interval
        return float(np.median(gaps))

    assert asyncio.run(use()) < 0.02


def test_many_tasks_and_threads_at_once_lose_nothing() -> None:
    learner = OnlineLearner()

    async def use() -> None:
        rows = [learner.learn_one({"a": i % 5, "b": i}, i % 2) for i in range(300)]
        batches = [learner.learn_batch([{"a": 1.0}] * 20, [1] * 20) for _ in range(5)]
        await asyncio.gather(*rows, *batches, *[learner.predict({"a": 1}) for _ in range(100)])

    asyncio.run(use())
    assert learner.tracking["events"] == 400


def test_a_river_model_is_offered_elsewhere() -> None:
    with pytest.raises(WorkbenchError, match="linear"):
        OnlineLearner(LearnerOptions(model=OnlineKind.NAIVE_BAYES))


def test_the_ready_made_learner_is_one_object() -> None:
    assert engine.online_learner is engine.online_learner
    assert isinstance(engine.online_learner, engine.OnlineLearner)
