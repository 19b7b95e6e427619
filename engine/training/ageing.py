"""How models that are gone on from again and again forget: the oldest trees make room for new ones, or all fade.

All three libraries can cut a forest from the front, and have leaves that can be scaled: at each warm start the parent's
trees count for a share, so what a tree says decays with its generations. What is lost either way is not lost in sum:
its mean over the rows at hand stays as a constant, so that probabilities keep their level.
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
    """The parent with its oldest trees cut where it and the new trees would pass the budget, and faded as wished."""
    kept, share = kept_trees(parent.trees, config), kept_share(config)
    if kept >= parent.trees and share == 1.0:
        return Aged(parent.native, config)
    model, words = library(parent.kind).from_bytes(parent.native), ""
    rows, threads = matrix[:: max(len(matrix) // _SAMPLE, 1)], config.knobs().threads
    if kept < parent.trees:
        model = newest_trees(model, kept, rows, threads=threads)
        words = (f"The oldest {parent.trees - kept} of {parent.trees} trees were replaced by their mean: the tree "
                 f"budget is {config.tree_budget}. ")
    if share < 1.0:
        model = faded(model, share, rows, threads=threads)
        words += f"What the parent's trees say counts for {share:.0%}."
    return Aged(model.to_bytes(), replace(config, rounds=kept + config.rounds - parent.trees), words.strip())


def kept_share(config: TrainingConfig) -> float:
    """How much the parent's trees count for; leaves that are learnt anew have nothing to forget."""
    return 1.0 if config.continuing is Continuing.RELEARN else config.old_trees


def faded(model: BoostedModel, share: float, matrix: Matrix, *, threads: int = 1) -> BoostedModel:
    """The trees' answers times `share`, around the mean of what they said of these rows."""
    thin = model.faded(share, 0.0)
    return model.faded(share, float(np.mean(model.margin(matrix, threads=threads)
                                            - thin.margin(matrix, threads=threads))))


def newest_trees(model: BoostedModel, kept: int, matrix: Matrix, *, threads: int = 1) -> BoostedModel:
    """The newest trees of a model, the others replaced by the mean of what they said of these rows."""
    if not 0 < kept <= model.trees:
        raise WorkbenchError(f"{kept} of {model.trees} trees cannot be kept.", where="tree budget", code="no-room",
                             remedy="Give a larger tree budget, or fewer new rounds.")
    cut = model.newest(kept, 0.0)
    shift = float(np.mean(model.margin(matrix, threads=threads) - cut.margin(matrix, threads=threads)))
    return model.newest(kept, shift)
