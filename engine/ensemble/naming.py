"""What a setting that a run keeps is called: as the form calls it, for people who compare runs."""

from __future__ import annotations

import enum
from functools import cache
from typing import get_type_hints

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


@cache
def _choices() -> dict[tuple[str, str], str]:
    """The words of every choice, by the setting as it is called and the value that is kept."""
    return {(called(name), str(member.value)): str(getattr(member, "words", "") or "")
            for options in (EnsembleOptions, TrainingConfig) for name, kind in get_type_hints(options).items()
            if isinstance(kind, type) and issubclass(kind, enum.Enum) for member in kind}


def chosen(name: str, value: str) -> str:
    """What was chosen for a setting, given as it is called, as the form words it; any other value as it is."""
    known = _choices().get((name, value))
    return value if known is None else known or value.replace("_", " ").capitalize()
