"""What holds on a machine with a GPU: run by `packaging/check.py --gpu`; skipped by name where there is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import Cancelled
from engine.evaluation.metrics import log_loss
from engine.library.store import Workspace
from engine.models import devices, library
from engine.models.base import BoostedModel, feature_names
from engine.models.built import SHELF
from engine.models.fit_data import FitData, Knobs
from engine.progress import Progress, ProgressPoint
from engine.training.config import Continuing, Device, TrainingConfig, ValidationOptions
from engine.training.fitting import sigmoid
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.gpu


def _cards() -> str:
    try:
        return subprocess.run(["nvidia-smi", "-L"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


@pytest.fixture(autouse=True)
def card() -> None:
    """Only a machine without a card may skip: a probe that overlooks one has to fail."""
    if "GPU 0" not in _cards():
        pytest.skip("nvidia-smi names no GPU")


@pytest.fixture
def grown_on(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where XGBoost itself says that it grew each model."""
    import xgboost

    found: list[str] = []
    train = xgboost.train

    def heard(*given: Any, **more: Any) -> Any:
        booster = train(*given, **more)
        found.append(json.loads(booster.save_config())["learner"]["generic_param"]["device"])
        return booster

    monkeypatch.setattr(xgboost, "train", heard)
    return found


@pytest.fixture(scope="module")
def data() -> FitData:
    random = np.random.default_rng(0)
    matrix = random.normal(size=(20_000, 12)).astype(np.float32)
    matrix[random.random(matrix.shape) < 0.02] = np.nan
    law = np.nan_to_num(matrix[:, 0]) - 0.7 * np.nan_to_num(matrix[:, 1]) * np.nan_to_num(matrix[:, 2])
    label = (random.random(len(matrix)) < sigmoid(law)).astype(np.int8)
    return FitData(matrix[:15_000], label[:15_000], None, matrix[15_000:], label[15_000:])


def knobs(**more: Any) -> Knobs:
    return Knobs(**{"rounds": 60, "learning_rate": 0.1, "max_depth": 5, "threads": 2, **more})


def assert_equally_good(data: FitData, gpu: BoostedModel, cpu: BoostedModel) -> None:
    """Each device cuts the columns by a sketch of its own (XGBoost's documentation of `hist`), so trees differ as
    they do between 200 and 256 bins on one processor (correlation of the margins .98); their worth does not."""
    first, second = (model.margin(data.valid_matrix) for model in (gpu, cpu))
    losses = [log_loss(data.valid_label, sigmoid(each)) for each in (first, second)]
    print(f"log loss {losses[0]:.4f} and {losses[1]:.4f}, correlation {np.corrcoef(first, second)[0, 1]:.4f}")
    assert losses[0] == pytest.approx(losses[1], abs=0.005)
    assert np.corrcoef(first, second)[0, 1] > 0.95


def test_the_probe_finds_the_card_and_this_process_stays_clean() -> None:
    asked = ("from engine.models import devices; found = devices.gpu('xgboost'); "
             "print(found.available, found.detail, 'libcuda' in open('/proc/self/maps').read())")
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "trained", "False"]


def test_a_card_that_is_hidden_is_named_as_missing() -> None:
    asked = "from engine.models import devices; print(devices.gpu('xgboost').detail)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True,
                          env={**os.environ, "CUDA_VISIBLE_DEVICES": "-1"})
    assert done.stdout.strip() == "no CUDA device found"


def test_xgboost_learns_the_same_on_the_gpu(data: FitData, grown_on: list[str]) -> None:
    gpu, cpu = (library("xgboost").fit(data, knobs(gpu=on)) for on in (True, False))
    assert [place.split(":")[0] for place in grown_on] == ["cuda", "cpu"]
    assert_equally_good(data, gpu, cpu)
    np.testing.assert_allclose(gpu.importance(), cpu.importance(), atol=0.05)


def test_early_stopping_and_weights_go_by_the_gpu_too(data: FitData, grown_on: list[str]) -> None:
    heard: list[float] = []
    weighted = FitData(data.matrix, data.label, np.where(data.matrix[:, 3] > 0, 2.0, 1.0), data.valid_matrix,
                       data.valid_label)
    model = library("xgboost").fit(weighted, knobs(gpu=True, rounds=2000, learning_rate=0.3, patience=10),
                                   lambda total, train, valid: bool(heard.append(valid)))
    assert model.trees == int(np.argmin(heard)) + 1 < len(heard) < 2000
    assert grown_on[0].startswith("cuda")


def test_a_model_grown_on_the_gpu_scores_the_same_anywhere(data: FitData) -> None:
    import xgboost

    model = library("xgboost").fit(data, knobs(gpu=True))
    booster = xgboost.Booster({"device": "cuda"})
    booster.load_model(bytearray(model.to_bytes()))
    there = booster.predict(xgboost.DMatrix(data.valid_matrix, feature_names=feature_names(12)), output_margin=True)
    np.testing.assert_allclose(model.margin(data.valid_matrix), there, atol=1e-5)
    again = library("xgboost").from_bytes(model.to_bytes())
    np.testing.assert_array_equal(model.margin(data.valid_matrix), again.margin(data.valid_matrix, threads=2))
    total = model.contributions(data.valid_matrix[:200]).sum(axis=1)
    np.testing.assert_allclose(total, model.margin(data.valid_matrix[:200]), atol=1e-4)


@pytest.mark.parametrize("born_on_gpu", [True, False])
def test_xgboost_goes_on_from_a_parent_on_the_gpu(born_on_gpu: bool, data: FitData, grown_on: list[str]) -> None:
    kind = library("xgboost")
    parent = kind.fit(data, knobs(rounds=30, gpu=born_on_gpu)).to_bytes()
    gpu, cpu = (kind.fit(data, knobs(rounds=60, gpu=on), parent=parent) for on in (True, False))
    assert [place.split(":")[0] for place in grown_on[1:]] == ["cuda", "cpu"]
    assert (gpu.trees, cpu.trees) == (60, 60)
    assert_equally_good(data, gpu, cpu)
    old = kind.from_bytes(parent)
    first = gpu._copies[1][:30].inplace_predict(data.valid_matrix, predict_type="margin", validate_features=False)
    np.testing.assert_allclose(first, old.margin(data.valid_matrix), atol=1e-5)


def test_the_same_seed_gives_the_same_model_on_the_gpu(data: FitData) -> None:
    made = []
    for _ in range(2):
        SHELF.clear()
        made.append(library("xgboost").fit(data, knobs(gpu=True, subsample=0.8, column_sample=0.5, seed=3)))
    np.testing.assert_array_equal(made[0].margin(data.valid_matrix), made[1].margin(data.valid_matrix))


def test_a_training_on_the_gpu_is_watched_and_cancelled_like_any(workspace: Workspace) -> None:
    stamp: list[float] = []

    def hear(point: ProgressPoint) -> None:
        if point.values.get("round") == 20:
            stamp.append(time.perf_counter())
            progress.cancel()

    progress = Progress(hear)
    with pytest.raises(Cancelled):
        train_models(signals(20_000, columns=20), [quick("xgboost", device=Device.GPU, rounds=20_000)],
                     workspace=workspace, progress=progress, leak_meter=False)
    assert time.perf_counter() - stamp[0] < 1.0


def test_leaves_are_learnt_anew_whatever_the_device(workspace: Workspace) -> None:
    parent = train_models(signals(3000), [quick("xgboost", device=Device.GPU)], workspace=workspace,
                          leak_meter=False).runs[0]
    again = quick("xgboost", device=Device.GPU, continuing=Continuing.RELEARN)
    run = train_models(signals(3000, seed=1), [again], workspace=workspace, leak_meter=False,
                       warm_start=parent.id).runs[0]
    assert (run.status, run.trees) == ("done", parent.trees)


def test_lightgbm_trains_on_the_gpu_or_says_why_not(workspace: Workspace) -> None:
    found = devices.gpu("lightgbm")
    print("LightGBM:", found)
    gpu, cpu = train_models(signals(4000), [quick(device=Device.GPU), quick()], workspace=workspace,
                            leak_meter=False).runs
    if found.available:
        assert gpu.settings["device"] == "gpu"
    else:
        assert gpu.settings["device"] == "cpu"
        assert f"LightGBM cannot train on a GPU here ({found.detail}): trained on the processor." in gpu.warnings
    assert gpu.scores is not None
    assert cpu.scores is not None
    assert gpu.scores.auc.value == pytest.approx(cpu.scores.auc.value, abs=0.01)


def test_catboost_still_refuses_on_a_gpu_what_we_refuse_for_it(data: FitData) -> None:
    """The day that it learns to be watched or to go on there, our refusal is out of date."""
    import catboost

    class Listener:
        def after_iteration(self, info: Any) -> bool:
            return True

    def model() -> Any:
        return catboost.CatBoost({"loss_function": "Logloss", "task_type": "GPU", "iterations": 5, "depth": 4,
                                  "logging_level": "Silent", "allow_writing_files": False})

    pool = catboost.Pool(np.asfortranarray(data.matrix), data.label)
    plain = model().fit(pool)
    assert plain.tree_count_ == 5
    with pytest.raises(catboost.CatBoostError, match=r"(?i)callback"):
        model().fit(pool, callbacks=[Listener()])
    with pytest.raises(catboost.CatBoostError, match=r"(?i)gpu"):
        model().fit(pool, init_model=plain)


def test_a_whole_training_on_the_gpu_beside_the_processor(workspace: Workspace) -> None:
    table, validation = signals(100_000, columns=50, strength=0.3), ValidationOptions(folds=2)
    seconds, scores = {}, {}
    for device in (Device.GPU, Device.CPU, Device.GPU, Device.CPU):
        SHELF.clear()
        began = time.perf_counter()
        config = TrainingConfig(device=device, rounds=300, early_stopping_rounds=50)
        run = train_models(table, [config], validation, workspace=workspace, leak_meter=False).runs[0]
        seconds[device] = min(time.perf_counter() - began, seconds.get(device, np.inf))
        assert (run.status, run.settings["device"]) == ("done", device.value)
        assert not any("GPU" in words for words in run.warnings)
        assert run.scores is not None
        scores[device] = run.scores.auc.value
    print(f"100,000 x 50, 2 blocks: GPU {seconds[Device.GPU]:.1f} s, processor {seconds[Device.CPU]:.1f} s, "
          f"AUC {scores[Device.GPU]:.4f} and {scores[Device.CPU]:.4f}")
    assert scores[Device.GPU] == pytest.approx(scores[Device.CPU], abs=0.005)
