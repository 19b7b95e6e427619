"""AlphaPulse engine: retrain, watch, combine and export the models that score trading signals.

The names below are the public face; each is imported on first use, so that `import engine` is instant.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

# Spinning OpenMP threads make training 4 to 12 times slower beside any other work; read once when libgomp loads.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

if TYPE_CHECKING:
    from engine.ensemble.ensembler import ModelEnsembler as ModelEnsembler
    from engine.errors import Cancelled as Cancelled
    from engine.errors import WorkbenchError as WorkbenchError
    from engine.online.learner import OnlineLearner as OnlineLearner
    from engine.records import EnsemblePrediction as EnsemblePrediction
    from engine.records import OnlinePrediction as OnlinePrediction
    from engine.records import TrainingResult as TrainingResult
    from engine.training.config import ModelType as ModelType
    from engine.training.config import TrainingConfig as TrainingConfig
    from engine.training.trainer import MLModelTrainer as MLModelTrainer

    trainer: MLModelTrainer
    online_learner: OnlineLearner
    ensembler: ModelEnsembler

_HOMES = {
    "MLModelTrainer": "engine.training.trainer",
    "TrainingConfig": "engine.training.config",
    "ModelType": "engine.training.config",
    "OnlineLearner": "engine.online.learner",
    "ModelEnsembler": "engine.ensemble.ensembler",
    "TrainingResult": "engine.records",
    "OnlinePrediction": "engine.records",
    "EnsemblePrediction": "engine.records",
    "WorkbenchError": "engine.errors",
    "Cancelled": "engine.errors",
}
_READY_MADE = {"trainer": "MLModelTrainer", "online_learner": "OnlineLearner", "ensembler": "ModelEnsembler"}

__version__ = "0.1.0"
__all__ = (  # noqa: PLE0604 - names resolved on first use
    *_HOMES,
    *_READY_MADE,
)


def __getattr__(name: str) -> Any:
    import importlib

    if name in _READY_MADE:
        value = globals()[name] = __getattr__(_READY_MADE[name])()
    elif name in _HOMES:
        value = globals()[name] = getattr(importlib.import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
