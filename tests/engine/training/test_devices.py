"""A GPU is tried in a child process, its absence is named, and what a library cannot do there is refused."""

from __future__ import annotations

import pytest

from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.models import devices
from engine.models.devices import DeviceStatus
from engine.training.config import Device, TrainingConfig
from engine.training.devices import placed
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "gpu", lambda library: DeviceStatus(False, "no GPU driver found"))


@pytest.mark.usefixtures("no_gpu")
def test_without_a_gpu_the_processor_trains_and_the_run_says_so(workspace: Workspace) -> None:
    run, other = train_models(signals(400), [quick("xgboost", device=Device.GPU), quick()], workspace=workspace).runs
    assert run.status == "done"
    assert run.settings["device"] == "cpu"
    assert "XGBoost cannot train on a GPU here (no GPU driver found): trained on the processor." in run.warnings
    assert not any("GPU" in words for words in other.warnings)


@pytest.mark.parametrize(("warm_start", "words"), [(False, "tells of no rounds"), (True, "cannot continue a model")])
def test_what_catboost_cannot_do_on_a_gpu_is_refused_with_the_reason(warm_start: bool, words: str) -> None:
    with pytest.raises(WorkbenchError, match=words) as refused:
        placed(quick("catboost", device=Device.GPU), warm_start=warm_start)
    assert refused.value.code == "not-on-gpu"


def test_a_gpu_that_is_here_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "gpu", lambda library: DeviceStatus(True, "trained"))
    config, words = placed(TrainingConfig(device=Device.GPU))
    assert (config.device, words) == (Device.GPU, "")
    assert config.knobs().gpu


def test_the_answer_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(devices, "driver_here", lambda: True)
    monkeypatch.setattr(devices, "tried", lambda library: asked.append(library) or DeviceStatus(False, "no"))
    devices.gpu.cache_clear()
    assert [devices.gpu("xgboost").available for _ in range(3)] == [False] * 3
    assert asked == ["xgboost"]
    devices.gpu.cache_clear()


@pytest.mark.parametrize("name", ["xgboost", "lightgbm"])
def test_the_trial_in_a_child_tells_the_truth(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = devices.tried(name)
    assert found.available == (found.detail == "trained")
    monkeypatch.setitem(devices._TRIALS, name, "import os; os.abort()")
    assert "ended with code" in devices.tried(name).detail
