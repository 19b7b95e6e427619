"""Batch models: one file a library, all behind `models.base.BoostedModel`."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from engine.errors import WorkbenchError

if TYPE_CHECKING:
    from engine.models.base import BoostedModel

_HOMES = {
    "xgboost": ("engine.models.xgboost_model", "XGBoostModel"),
    "lightgbm": ("engine.models.lightgbm_model", "LightGBMModel"),
    "catboost": ("engine.models.catboost_model", "CatBoostModel"),
}
LIBRARIES = tuple(_HOMES)
_MEMBERS = {**_HOMES, "online": ("engine.models.online_model", "OnlineModel")}  # what bundles may hold besides


def library(name: str) -> type[BoostedModel]:
    """The adapter class of a learning library; the library itself is imported only when it is used."""
    if name not in _MEMBERS:
        raise WorkbenchError(
            f"There is no model type {name!r}.", code="unknown-model",
            remedy=f"Choose one of {', '.join(LIBRARIES)}.",
        )
    module, kind = _MEMBERS[name]
    return getattr(importlib.import_module(module), kind)  # type: ignore[no-any-return]
