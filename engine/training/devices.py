"""Where a training runs: checked before it begins, with a named fall-back, and refused where a library cannot."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import WorkbenchError
from engine.models import devices, threads
from engine.training.config import Device, ModelType, TrainingConfig

_CATBOOST = ("CatBoost on a GPU tells of no rounds (its callbacks are refused there): it could be neither watched, "
             "stopped nor cancelled.")
_CONTINUED = "CatBoost cannot continue a model on a GPU."


def refusal(config: TrainingConfig, *, warm_start: bool = False) -> str:
    """Why this training cannot run on a GPU whatever the machine; empty where it can."""
    if config.device is not Device.GPU or config.model_type is not ModelType.CATBOOST:
        return ""
    return _CONTINUED if warm_start else _CATBOOST


def placed(config: TrainingConfig, *, warm_start: bool = False) -> tuple[TrainingConfig, str]:
    """The configuration on a device that is here, and the words where that is another than the wished one."""
    if config.device is Device.CPU:
        return config, ""
    reason = refusal(config, warm_start=warm_start)
    if reason:
        raise WorkbenchError(reason, where="device", code="not-on-gpu",
                             remedy="Train CatBoost on the processor, or XGBoost or LightGBM on the GPU.")
    found = devices.gpu(config.model_type.value)
    if found.available:
        return config, ""
    return replace(config, device=Device.CPU), (
        f"{config.model_type.title} cannot train on a GPU here ({found.detail}): trained on the processor.")


def with_threads(config: TrainingConfig, lanes: int = 1) -> TrainingConfig:
    """A copy whose number of threads is settled: what the analyst gave, else what is free, shared by the lanes."""
    count = config.threads or max(1, threads.chosen(config.model_type.value) // lanes)
    return replace(config, threads=count)
