"""What a setting that a run keeps is called: as the form calls it, for people who compare runs."""

from __future__ import annotations

from functools import cache

from engine.ensemble.options import EnsembleOptions
from engine.settings import options_of
from engine.training.config import TrainingConfig

# What is kept beside the options, and what a search asks the libraries for under their own names.
_OTHERS = {
    "asked_auc": "AUC With the Weights Asked For", "best_member": "Best Member", "members": "Members",
    "calibrated": "Calibrated", "extra_trees": "Extra Trees", "random_strength": "Random Strength",
    "max_leaves": "Most Leaves",
}


@cache
def _known() -> dict[str, str]:
    options = {**options_of(EnsembleOptions), **options_of(TrainingConfig)}
    return {name: how.words for name, how in options.items()} | _OTHERS


def called(name: str) -> str:
    """A setting in words; of one within another ("extra_params, gamma") each part."""
    return ", ".join(_known().get(part, part.replace("_", " ").capitalize()) for part in name.split(", "))
