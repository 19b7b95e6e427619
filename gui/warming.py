"""Loading what training needs, in the background, once the window is on the screen."""

from __future__ import annotations

import importlib
import sys

from engine.progress import Progress
from gui.translation import tr

# In the order in which an analyst comes to need them.
_PARTS = ("pandas", "sklearn.metrics", "engine.training.trainer", "xgboost", "lightgbm", "catboost",
          "engine.models.xgboost_model", "engine.models.lightgbm_model", "engine.models.catboost_model",
          "engine.online.learner", "engine.ensemble.ensembler", "engine.bundle.reading")


def warm_up(*, progress: Progress) -> tuple[str, ...]:
    """Import the engine's heavy parts; returns what is not there."""
    missing = []
    for place, name in enumerate(_PARTS):
        progress.report(place / len(_PARTS), tr("loading {name}", name=name))
        try:
            importlib.import_module(name)
        except ImportError as error:
            missing.append(error.name or name)
    progress.report(1.0, tr("preparing the online learner"))
    _prepare_loops()
    return tuple(missing)


def _prepare_loops() -> None:
    """So that a monitor's first events and single rows run at full speed; beside the rest: it may take seconds once."""
    from engine.online.preparing import warm_up_beside

    warm_up_beside(forests=True)


def warming() -> bool:
    """Whether machine code is still being loaded, once the rest is."""
    module = sys.modules.get("engine.online.preparing")
    return module is not None and bool(module.under_way())
