"""Search, then train: the chosen settings become runs like any other, scored on rows that no trial was chosen by."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from engine.data.table import SignalTable
from engine.errors import Cancelled, WorkbenchError
from engine.library.store import Workspace
from engine.models.base import cores
from engine.progress import Progress
from engine.records import TrainingReport, TrialRecord, TuningReport
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.trainer import train_models
from engine.training.tuning import studies
from engine.training.tuning.hunt import Hunt
from engine.training.tuning.options import TuningOptions
from engine.training.tuning.search import ground, tune
from engine.training.tuning.settled import chosen_config

_LATE = 1.2
_SEARCH = 0.85  # of the bar
_SLACK = 0.4  # seconds for scoring and keeping the runs
_GROWN = 1.7  # a fit before a kept block against the mean fold of the search
_TWICE = 3.0  # and patience takes as many rounds again
_METER = 3  # fits of the leak meter


@dataclass(frozen=True, slots=True)
class TunedReport:
    """What was searched, and the runs that came of it; `training.validation` tells the kept blocks."""

    tuning: TuningReport
    training: TrainingReport


def train_tuned(
    table: SignalTable, configs: Sequence[TrainingConfig], validation: ValidationOptions | None = None,
    options: TuningOptions | None = None, *, workspace: Workspace, leak_meter: bool = True,
    resume: studies.Unfinished | None = None, progress: Progress | None = None,
) -> TunedReport:
    """Search settings for each configuration and train it with the best; the runs are tested on the kept blocks alone.

    Stop during the search trains with the best so far, a second Stop cuts that training short; Cancel drops both. The
    budget of time holds for search and training together. A library of which no trial ended is trained as it stood.
    """
    progress, validation = progress or Progress(), validation or ValidationOptions()
    options = (options or TuningOptions()).checked()
    if not options.held_blocks:
        raise WorkbenchError("No block is kept for the score.", where="held_blocks", code="out-of-range",
                             remedy="Keep at least one: the trials were chosen by their own scores.")
    began = time.perf_counter()
    land = ground(table, validation, options.held_blocks)
    found = tune(table, configs, validation, options, workspace=workspace, resume=resume,
                 reserve=_reserved(land.final.fits, leak_meter=leak_meter), progress=progress.part(0.0, _SEARCH))
    progress.stop_heard()
    try:
        report = train_models(
            table, [_settled(config, found) for config in configs], land.final, workspace=workspace,
            leak_meter=leak_meter, side_by_side=len(configs) > 1, said=[_words(config, found) for config in configs],
            progress=progress.part(_SEARCH, 1.0))
    except Cancelled:
        studies.Shelf(workspace.root / studies.FOLDER / found.id).drop()
        raise
    took = time.perf_counter() - began
    if options.budget_seconds and took > _LATE * options.budget_seconds:
        found = replace(found, words=f"{found.words} With the training after them it took {took:.0f} s: that training "
                                     "alone asks for more time than was given.")
    return TunedReport(found, report)


def _reserved(blocks: int, *, leak_meter: bool) -> Callable[[Sequence[Hunt]], float]:
    """How many seconds of the budget the training after the search will take, by the pace of the best trials."""
    def seconds(hunts: Sequence[Hunt]) -> float:
        fits = [_pace(hunt) for hunt in hunts]
        lanes = min(len(hunts), cores())
        beside = max(sum(fits) / lanes, max(fits, default=0.0)) * blocks
        meter = _METER * (fits[0] if fits else 0.0) if leak_meter else 0.0
        return _SLACK + _GROWN * (beside + meter)

    return seconds


def _pace(hunt: Hunt) -> float:
    """Seconds of a fit on all rows; early stopping fits twice."""
    best = hunt.best
    if best is None:
        return 0.0
    return best.seconds / len(best.fold_scores) * hunt.bench.step * (_TWICE if best.open_ended else 1.0)


def _settled(config: TrainingConfig, found: TuningReport) -> TrainingConfig:
    best = _best(config, found)
    return config if best is None else chosen_config(config, best)


def _words(config: TrainingConfig, found: TuningReport) -> str:
    best, failure = _best(config, found), _failure(config, found)
    if best is None and failure:
        return f"No trial of {config.model_type.title} could be made: {failure}"
    if best is None:
        return f"No trial of {config.model_type.title} ended in time: trained with its settings as they stood."
    return f"{found.words} Taken: {best.words}."


def _best(config: TrainingConfig, found: TuningReport) -> TrialRecord | None:
    return next((each.chosen for each in found.studies if each.model == config.model_type.value), None)


def _failure(config: TrainingConfig, found: TuningReport) -> str:
    return next((each.failure for each in found.studies if each.model == config.model_type.value), "")
