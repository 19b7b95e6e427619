"""Search, then train: the chosen settings become runs like any other, scored on rows that no trial was chosen by."""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.data.splits import Fold
from engine.data.table import SignalTable
from engine.errors import Cancelled, WorkbenchError
from engine.library.store import Workspace
from engine.models.base import cores
from engine.progress import Progress
from engine.records import TrainingReport, TuningReport
from engine.training import validation as splitting
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.pace import ROUND_IN_ROWS
from engine.training.trainer import train_models
from engine.training.tuning import studies
from engine.training.tuning.choosing import ranking
from engine.training.tuning.hunt import Hunt
from engine.training.tuning.options import TuningOptions
from engine.training.tuning.search import Ground, ground, tune
from engine.training.tuning.settled import chosen_config

_SEARCH = 0.85  # of the bar
_SLACK, _SHARE = 0.3, 0.01  # seconds, and of the budget, for preparing, scoring and keeping the runs
_LAST = 0.3  # seconds before the end from which on what is not trained is left out: it is still scored and kept
_WARY = 1.1  # two fits of one kind differ
_TWICE = 3.0  # and patience takes as many rounds again
_METER = 3  # fits of the leak meter
_UNTRIED = 0.5  # of the budget, where no trial has ended by then: the training is to have the other half


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
    budget of time holds for search and training together: a training that would outlast it is stopped with what there
    is, the leak meter first, and it is told what time would do. A library of which no trial ended is trained as it
    stood. Of each library the best `options.kept` trials become runs, the best first.
    """
    progress, validation = progress or Progress(), validation or ValidationOptions()
    options = (options or TuningOptions()).checked()
    if not options.held_blocks:
        raise WorkbenchError("No block is kept for the score.", where="held_blocks", code="out-of-range",
                             remedy="Keep at least one: the trials were chosen by their own scores.")
    began = time.perf_counter()
    land = ground(table, validation, options.held_blocks)
    after = _After(land, table, options, leak_meter=leak_meter)
    found = tune(table, configs, validation, options, workspace=workspace, resume=resume, reserve=after.seconds,
                 progress=progress.part(0.0, _SEARCH))
    progress.stop_heard()
    spent = time.perf_counter() - began + (0.0 if resume is None else resume.spent)
    wanted = _settled(configs, found, options)
    left = options.budget_seconds - _LAST - spent if options.budget_seconds else math.inf
    try:
        with _stopped_after(left, progress) as cut:
            report = train_models(
                table, [config for config, _ in wanted], land.final, workspace=workspace, leak_meter=leak_meter,
                side_by_side=len(wanted) > 1, said=[words for _, words in wanted],
                progress=progress.part(_SEARCH, 1.0))
    except Cancelled:
        studies.Shelf(workspace.root / studies.FOLDER / found.id).drop()
        raise
    if cut.is_set():
        found = replace(found, words=f"{found.words} {_cut_short(configs, report, land.final.folds, after)}".rstrip())
    return TunedReport(found, report)


class _After:
    """What the training after a search will take, by the pace of the best trials and the rows of its fits."""

    def __init__(self, land: Ground, table: SignalTable, options: TuningOptions, *, leak_meter: bool) -> None:
        self.leak_meter = leak_meter
        self._fits, self._kept = land.final.fits, options.kept
        self._budget, self._needed = options.budget_seconds, 0.0
        self._grown = _WARY * grown(land.plan.folds, splitting.plan(table.labelled(), land.final).folds)

    def seconds(self, hunts: Sequence[Hunt]) -> float:
        """So much of the budget is not for the search."""
        fits = [_pace(hunt, self._kept) for hunt in hunts]
        if not any(fits):
            return self._budget * _UNTRIED
        fits = [fit or max(fits) for fit in fits]  # what has not been tried is taken for as slow as the slowest
        lanes = min(len(hunts), cores())
        metered = next((fit for hunt, fit in zip(hunts, fits, strict=True) if hunt.model == "lightgbm"), fits[0])
        meter = _METER * metered / self._kept if self.leak_meter else 0.0
        training = self._fits * max(sum(fits) / lanes, *fits) + meter
        self._needed = _SLACK + _SHARE * self._budget + self._grown * training
        return self._needed

    def advice(self) -> str:
        """What time would do: the training, and as long again to search; as much again where no trial has ended."""
        least = 2 * max(self._needed, self._budget)
        return f"Give it at least {10 * math.ceil(least / 10):,} s, or fewer rows."


def grown(searched: Sequence[Fold], trained: Sequence[Fold]) -> float:
    """How much longer the mean fit of the one takes than that of the other: a round costs as some rows more do."""
    before, after = (np.mean([len(fold.train) for fold in folds]) + ROUND_IN_ROWS for folds in (searched, trained))
    return float(after / before)


@contextlib.contextmanager
def _stopped_after(seconds: float, progress: Progress) -> Iterator[threading.Event]:
    """Stop what is done inside after so many seconds; the event tells whether that was needed."""
    cut = threading.Event()

    def stop() -> None:
        cut.set()
        progress.stop()

    if math.isinf(seconds):
        yield cut
        return
    timer = threading.Timer(max(seconds, 0.0), stop)
    timer.daemon = True
    timer.start()
    try:
        yield cut
    finally:
        timer.cancel()


def _cut_short(configs: Sequence[TrainingConfig], report: TrainingReport, folds: int, after: _After) -> str:
    """What the end of the time left out of the training, and what time would do."""
    there = {run.kind for run in report.runs}
    lacking = [config.model_type.title for config in configs if config.model_type.value not in there]
    done = min((len(run.validation.blocks) for run in report.runs if run.validation is not None), default=0)
    parts = [
        f"{' and '.join(lacking)} could not be trained any more." if lacking else "",
        f"Tested on {done} of {folds} blocks, by what was grown until then." if done < folds else "",
        "The leak meter is left out." if report.leak_meter is None and after.leak_meter else ""]
    told = " ".join(filter(None, parts))
    return f"The time ended before the training did. {told} {after.advice()}" if told else ""


def _pace(hunt: Hunt, kept: int) -> float:
    """Seconds of a fit on all rows of each trial that is to be trained; early stopping fits twice."""
    found = [best.fit_seconds * hunt.bench.step * (_TWICE if best.open_ended else 1.0)
             for best in hunt.leading[:kept]]
    return sum(found) * kept / len(found) if found else 0.0


def _settled(
    configs: Sequence[TrainingConfig], found: TuningReport, options: TuningOptions
) -> list[tuple[TrainingConfig, str]]:
    """What is trained, with words of where its settings come from; the best of each library before the second ones."""
    picked = {each.model: ranking(each.trials, options.objective.goals[0])[:options.kept] for each in found.studies}
    best = {config.model_type.value: picked.get(config.model_type.value, []) for config in configs}
    return [(config, _untried(config, found)) if not best[config.model_type.value] else
            (chosen_config(config, trials[place]), " ".join((found.words, f"Taken: {trials[place].words}.")))
            for place in range(options.kept) for config in configs
            if len(trials := best[config.model_type.value]) > place or not place]


def _untried(config: TrainingConfig, found: TuningReport) -> str:
    failure = _failure(config, found)
    if failure:
        return f"No trial of {config.model_type.title} could be made: {failure}"
    return f"No trial of {config.model_type.title} ended in time: trained with its settings as they stood."


def _failure(config: TrainingConfig, found: TuningReport) -> str:
    return next((each.failure for each in found.studies if each.model == config.model_type.value), "")
