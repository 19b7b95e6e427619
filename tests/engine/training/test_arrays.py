"""`train_model` and its synchronous twin, as the contract states them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from engine.bundle.loading import load_model
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.metrics import auc
from engine.library import runs
from engine.library.store import Workspace
from engine.models import LIBRARIES
from engine.progress import Progress, ProgressPoint
from engine.training.config import Weighting
from engine.training.trainer import MLModelTrainer, train_arrays
from tests.engine.training.worlds import quick, signals

CUT = 500
KEYS = [f"{name}{end}" for name in ("auc", "accuracy", "log_loss", "brier", "average_precision")
        for end in ("", "_low", "_high")]


def frames(rows: int = 700, seed: int = 0) -> tuple[pd.DataFrame, np.ndarray, pd.DataFrame, np.ndarray]:
    table = signals(rows, seed=seed)
    frame = pd.DataFrame(table.matrix.astype(np.float64), columns=list(table.schema.names))
    return frame[:CUT], table.label[:CUT], frame[CUT:], table.label[CUT:]


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_result_holds_what_the_contract_names(name: str, workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    result = train_arrays(X_train, y_train, X_val, y_val, quick(name), workspace=workspace)
    assert result.model_type == name
    assert sorted(result.metrics) == sorted(KEYS)
    assert result.metrics["auc_low"] < result.metrics["auc"] < result.metrics["auc_high"]
    assert list(result.feature_importance) == list(X_train.columns)
    assert sum(result.feature_importance.values()) == pytest.approx(1)
    assert (result.trees, result.best_iteration) == (30, 30)
    assert result.training_seconds > 0
    loaded = load_model(Path(result.model_path))
    assert auc(y_val, loaded.predict(X_val)) == pytest.approx(result.metrics["auc"])
    shuffled = X_val[["x3", "x1", "x0", "x2"]]
    np.testing.assert_array_equal(loaded.predict(shuffled), loaded.predict(X_val))


def test_the_file_opens_under_any_name_and_the_run_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    result = train_arrays(*frames(), quick(), workspace=workspace)
    copy = tmp_path / "monthly_model.model"
    copy.write_bytes(Path(result.model_path).read_bytes())
    assert load_model(copy, workspace=workspace).kind == "lightgbm"
    run = runs.list_runs(workspace)[0]
    assert (run.status, run.model_path, run.rows) == ("done", result.model_path, 700)
    predictions = runs.out_of_fold(workspace, run.id)
    assert predictions is not None
    np.testing.assert_array_equal(predictions.row, np.arange(CUT, 700))


def test_without_a_workspace_the_default_one_is_used(workspace_dir: Path) -> None:
    result = train_arrays(*frames(), quick())
    assert workspace_dir in Path(result.model_path).parents


def test_frames_arrow_tables_and_arrays_give_the_same_model(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    forms: list[Any] = [(X_train, X_val), (pa.Table.from_pandas(X_train), pa.Table.from_pandas(X_val)),
                        (X_train.to_numpy(), X_val.to_numpy()),
                        (X_train.to_numpy(dtype=np.float32), X_val.to_numpy(dtype=np.float32)),
                        (X_train.set_axis(range(4), axis=1), X_val.set_axis(range(4), axis=1))]
    found = [train_arrays(a, y_train, b, y_val, quick(), workspace=workspace).metrics["auc"] for a, b in forms]
    assert len(set(found)) == 1


def test_labels_may_be_truths_whole_or_float_numbers(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    forms: list[Any] = [y_train, y_train.astype(bool), y_train.astype(float), y_train.tolist(), pd.Series(y_train),
                        pa.array(y_train), y_train.astype(object), y_train[:, None]]
    found = [train_arrays(X_train, y, X_val, y_val, quick(rounds=3), workspace=workspace).metrics["auc"] for y in forms]
    assert len(set(found)) == 1


def test_text_columns_are_categories_known_again_at_scoring(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    X_train = X_train.assign(setup=np.where(y_train == 1, "breakout", "fade"))
    X_val = X_val.assign(setup=np.where(y_val == 1, "breakout", "fade"))
    X_val.iloc[:9, -1] = "never seen"
    result = train_arrays(X_train, y_train, X_val, y_val, quick(), workspace=workspace)
    assert result.feature_importance["setup"] > 0.7
    assert result.metrics["auc"] > 0.8


@pytest.mark.parametrize(("change", "words"), [
    (lambda d: d.update(y_train=np.full(CUT, 2)), "neither 0 nor 1 in rows 0, 1, 2, 3, 4 and 495 more"),
    (lambda d: d.update(y_train=np.where(np.arange(CUT) == 6, np.nan, 1.0)), "row 6"),
    (lambda d: d.update(y_train=["win"] * CUT), "y_train holds something that is not a number"),
    (lambda d: d.update(y_train=np.ones(3)), "500 rows and 3 labels"),
    (lambda d: d.update(y_train=np.ones(CUT)), "All 500 training rows are wins"),
    (lambda d: d.update(X_val=d["X_val"].drop(columns="x2")), "X_val lacks x2"),
    (lambda d: d.update(X_train=d["X_train"].assign(x1=np.inf)), "x1, row 0: 500 infinite values"),
    (lambda d: d.update(X_train=d["X_train"].assign(at=pd.Timestamp("2020-01-01"))), "at holds dates"),
    (lambda d: d.update(X_train=[1, 2, 3]), "X is a list"),
    (lambda d: d.update(X_train=np.zeros(CUT)), "X has 1 dimensions"),
    (lambda d: d.update(X_train=pd.concat([d["X_train"]] * 2, axis=1)), "x0 is there more than once"),
    (lambda d: d.update(sample_weight=np.zeros(CUT)), "weight is 0 in all"),
    (lambda d: d.update(sample_weight=np.where(np.arange(CUT) == 4, np.nan, 1.0)), "row 4"),
    (lambda d: d.update(sample_weight=np.where(np.arange(CUT) == 4, np.inf, -1.0)), "row 4"),
    (lambda d: d.update(sample_weight=np.ones(5)), "500 rows and 5 weights"),
])
def test_what_cannot_be_used_is_refused_in_words_and_nothing_is_kept(
    change: Any, words: str, workspace: Workspace
) -> None:
    given: dict[str, Any] = dict(zip(("X_train", "y_train", "X_val", "y_val"), frames(), strict=True))
    change(given)
    with pytest.raises(WorkbenchError, match=words) as refused:
        train_arrays(**given, config=quick(), workspace=workspace)
    assert refused.value.remedy
    assert runs.list_runs(workspace) == ()


def test_realized_r_as_weight_is_mapped_and_said_so(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    rr = np.where(y_train == 1, 1.5, -1.0)
    result = train_arrays(X_train, y_train, X_val, y_val, quick(), sample_weight=rr, workspace=workspace)
    assert any("taken as realized R" in words for words in result.warnings)
    assert result.metrics["auc"] > 0.65
    told = train_arrays(X_train, y_train, X_val, y_val, quick(weighting=Weighting.REALIZED_R), sample_weight=rr,
                        workspace=workspace)
    assert told.metrics == result.metrics


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_scale_of_weights_does_not_matter(name: str, workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    weight = np.random.default_rng(0).uniform(0.5, 2, CUT)
    found = [train_arrays(X_train, y_train, X_val, y_val, quick(name), sample_weight=weight * scale,
                          workspace=workspace).metrics["log_loss"] for scale in (1.0, 4.0, 0.125)]
    assert found[0] == pytest.approx(found[1]) == pytest.approx(found[2])


def test_the_validation_rows_never_steer_the_training(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    config = quick(rounds=300, early_stopping_rounds=20)
    honest = train_arrays(X_train, y_train, X_val, y_val, config, workspace=workspace)
    flipped = train_arrays(X_train, y_train, X_val, 1 - y_val, config, workspace=workspace)
    assert honest.trees == flipped.trees < 300
    assert honest.metrics["auc"] == pytest.approx(1 - flipped.metrics["auc"])


@pytest.mark.parametrize("name", LIBRARIES)
def test_warm_start_from_a_file_goes_on_to_the_total(name: str, workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    parent = train_arrays(X_train, y_train, X_val, y_val, quick(name), workspace=workspace)
    child = train_arrays(X_train, 1 - y_train, X_val, 1 - y_val, quick(name, rounds=150),
                         warm_start=parent.model_path, workspace=workspace)
    assert child.trees == 150
    assert child.metrics["auc"] > 0.6, "the new labels count"
    with pytest.raises(WorkbenchError, match="30 trees already"):
        train_arrays(X_train, y_train, X_val, y_val, quick(name), warm_start=parent.model_path, workspace=workspace)


def test_validation_rows_that_the_parent_has_learnt_are_marked(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    parent = train_arrays(X_train, y_train, X_val, y_val, quick(), workspace=workspace).model_path
    for X, y, marked in ((X_val, y_val, False), (X_train[300:], y_train[300:], True)):
        train_arrays(X_train, y_train, X, y, quick(rounds=60), warm_start=parent, workspace=workspace)
        assert runs.list_runs(workspace)[0].contaminated is marked


def test_warm_start_names_what_does_not_fit(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()
    parent = train_arrays(X_train, y_train, X_val, y_val, quick(), workspace=workspace).model_path
    with pytest.raises(WorkbenchError, match="XGBoost cannot go on from a LightGBM model"):
        train_arrays(X_train, y_train, X_val, y_val, quick("xgboost", rounds=60), warm_start=parent,
                     workspace=workspace)
    renamed = {"x1": "other"}
    with pytest.raises(WorkbenchError, match="lacks x1; has in addition other"):
        train_arrays(X_train.rename(columns=renamed), y_train, X_val.rename(columns=renamed), y_val,
                     quick(rounds=60), warm_start=parent, workspace=workspace)


def test_cancelling_the_task_cancels_the_training_and_keeps_nothing(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = frames()

    async def cancelled() -> None:
        begun = asyncio.Event()
        loop = asyncio.get_running_loop()
        progress = Progress(lambda point: loop.call_soon_threadsafe(begun.set) if "round" in point.values else None)
        task = asyncio.ensure_future(MLModelTrainer(workspace).train_model(
            X_train, y_train, X_val, y_val, quick(rounds=20_000), progress=progress))
        await begun.wait()
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())
    assert runs.list_runs(workspace) == ()


def test_the_asynchronous_face_gives_the_same_result(workspace: Workspace) -> None:
    twin = train_arrays(*frames(), quick(), workspace=workspace)
    result = asyncio.run(MLModelTrainer(workspace).train_model(*frames(), quick()))
    assert result.metrics == twin.metrics


def test_the_public_names_train_too(workspace_dir: Path) -> None:
    import engine

    config = engine.TrainingConfig(model_type=engine.ModelType.XGBOOST, learning_rate=0.1, max_depth=6,
                                   scale_pos_weight=1.5)
    result = asyncio.run(engine.MLModelTrainer().train_model(*frames(), config))
    assert isinstance(result, engine.TrainingResult)
    assert Path(result.model_path).is_file()


def test_cancel_and_stop_are_heard_at_a_round(workspace: Workspace) -> None:

    def at_round(point: ProgressPoint, act: Any) -> None:
        if point.values.get("round") == 7:
            act()

    cancelling = Progress(lambda point: at_round(point, cancelling.cancel))
    with pytest.raises(Cancelled):
        train_arrays(*frames(), quick(rounds=5000), workspace=workspace, progress=cancelling)
    assert runs.list_runs(workspace) == ()
    progress = Progress(lambda point: at_round(point, progress.stop))
    result = train_arrays(*frames(), quick(rounds=5000), workspace=workspace, progress=progress)
    assert result.trees == 7
    assert runs.list_runs(workspace)[0].status == "stopped"




def test_columns_may_be_numbered(workspace: Workspace) -> None:
    X_train, y_train, X_val, y_val = (part.set_axis(range(4), axis=1) if isinstance(part, pd.DataFrame) else part
                                      for part in frames())
    result = train_arrays(X_train, y_train, X_val, y_val, quick(), workspace=workspace)
    assert auc(y_val, load_model(Path(result.model_path)).predict(X_val)) == pytest.approx(result.metrics["auc"])
