"""What MLflow calls to open a model of this program: the bundle, proved like any other; nothing is unpickled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.bundle import loading
from engine.bundle.scoring import LoadedModel
from engine.records import Floats


class BundleModel:
    """MLflow's way of asking: `predict(frame)` gives the final probabilities (n,)."""

    def __init__(self, model: LoadedModel) -> None:
        self.model = model

    def predict(self, model_input: Any, params: Any = None) -> Floats:
        """Probabilities of a win; `params` is MLflow's and not used."""
        return self.model.predict(model_input)


def _load_pyfunc(path: str) -> BundleModel:
    """The name that MLflow looks for in a loader module."""
    return BundleModel(loading.load_model(Path(path)))
