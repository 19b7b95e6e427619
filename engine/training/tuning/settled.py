"""From a search to models: the chosen settings as configurations, what fitting them takes, fits on all rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from engine.data.table import SignalTable
from engine.models.base import cores
from engine.records import TrialRecord, TuningReport
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.fitting import Fitted, fit_forest
from engine.training.task import Task
from engine.training.tuning import space
from engine.training.tuning.hunt import Hunt
from engine.training.validation import plan

_GROWN = 1.4  # a fit on all rows against the mean fold
_OPEN = 2.5  # and where early stopping finds its end
_SLACK = 0.2  # seconds


def chosen_config(config: TrainingConfig, best: TrialRecord) -> TrainingConfig:
    """The configuration with a trial's settings and its number of rounds; early stopping finds that of an open end."""
    if not best.open_ended:
        return space.config_at(config, best.settings, best.rounds)
    patience = config.early_stopping_rounds or TrainingConfig().early_stopping_rounds
    found = space.config_at(config, best.settings, space.MOST_ROUNDS)
    return replace(found, early_stopping_rounds=patience)


def final_seconds(hunts: Sequence[Hunt], kept: int = 1) -> float:
    """What fitting the best few of each library on all rows will take, in lanes beside each other."""
    found = _SLACK
    for place in range(kept):
        best = [hunt.leading[place] for hunt in hunts if len(hunt.leading) > place]
        fits = [each.fit_seconds * (_OPEN if each.open_ended else 1.0) for each in best]
        found += _GROWN * max(sum(fits) / min(max(len(fits), 1), cores()), max(fits, default=0.0))
    return found


def fit_chosen(
    table: SignalTable, report: TuningReport, configs: Mapping[str, TrainingConfig], *, threads: int,
    settings: Mapping[str, TrialRecord] | None = None,
) -> dict[str, Fitted]:
    """Each library's best settings (or these) fitted on all rows, beside each other."""
    chosen = settings or {each.model: each.chosen for each in report.studies if each.chosen is not None}
    each_has = max(1, threads // max(min(len(chosen), threads), 1))
    task = Task(table, plan(table, ValidationOptions()))

    def fit(model: str) -> Fitted:
        config = replace(chosen_config(configs[model], chosen[model]), threads=each_has)
        return fit_forest(task.source(config), np.arange(len(table)), config)

    wanted = [model for model in configs if model in chosen]
    with ThreadPoolExecutor(max(1, min(len(wanted), threads))) as pool:
        return dict(zip(wanted, pool.map(fit, wanted), strict=True))
