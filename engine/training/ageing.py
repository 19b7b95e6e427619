"""A tree budget for models that are gone on from again and again: the oldest trees make room for the new ones.

All three libraries can cut a forest from the front. What the cut trees said is not lost in sum: their mean over the
rows at hand stays as a constant, so that probabilities keep their level and the new trees begin from there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.data.schema import Matrix
from engine.errors import WorkbenchError
from engine.models import library
from engine.models.base import BoostedModel
from engine.training.config import Continuing, TrainingConfig
from engine.training.warm_start import Parent

_SAMPLE = 20_000  # rows over which the cut trees are averaged


@dataclass(frozen=True, slots=True)
class Aged:
    """A parent within the budget: its native bytes, the configuration with the total that is left, what was done."""

    native: bytes
    config: TrainingConfig
    words: str = ""


def kept_trees(trees: int, config: TrainingConfig) -> int:
    """How many of the parent's trees stay; all of them without a budget or within it."""
    if not config.tree_budget or config.continuing is Continuing.RELEARN:
        return trees
    return min(trees, config.tree_budget - (config.rounds - trees))


def aged(parent: Parent, config: TrainingConfig, matrix: Matrix) -> Aged:
    """The parent with its oldest trees cut where parent and new trees would pass the budget."""
    kept = kept_trees(parent.trees, config)
    if kept >= parent.trees:
        return Aged(parent.native, config)
    model = library(parent.kind).from_bytes(parent.native)
    cut = newest_trees(model, kept, matrix[:: max(len(matrix) // _SAMPLE, 1)], threads=config.knobs().threads)
    words = (f"The oldest {parent.trees - kept} of {parent.trees} trees were replaced by their mean: the tree budget "
             f"is {config.tree_budget}.")
    return Aged(cut.to_bytes(), replace(config, rounds=kept + config.rounds - parent.trees), words)


def newest_trees(model: BoostedModel, kept: int, matrix: Matrix, *, threads: int = 1) -> BoostedModel:
    """The newest trees of a model, the others replaced by the mean of what they said of these rows."""
    if not 0 < kept <= model.trees:
        raise WorkbenchError(f"{kept} of {model.trees} trees cannot be kept.", where="tree budget", code="no-room",
                             remedy="Give a larger tree budget, or fewer new rounds.")
    cut = model.newest(kept, 0.0)
    shift = float(np.mean(model.margin(matrix, threads=threads) - cut.margin(matrix, threads=threads)))
    return model.newest(kept, shift)
