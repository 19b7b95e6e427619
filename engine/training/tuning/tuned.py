"""Search, then train: the chosen settings become runs like any other, scored on rows that no trial was chosen by."""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Iterator, Sequence
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

_END = 1.01  # of the budget: what is not trained by then is left out
_SEARCH = 0.85  # of the bar
_SLACK, _SHARE = 0.3, 0.02  # seconds, and of the budget, for preparing, scoring and keeping the runs
_GROWN = 1.45  # a fit before a kept block against the mean fold of the search
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
    stood.
    """
    progress, validation = progress or Progress(), validation or ValidationOptions()
    options = (options or TuningOptions()).checked()
    if not options.held_blocks:
        raise WorkbenchError("No block is kept for the score.", where="held_blocks", code="out-of-range",
                             remedy="Keep at least one: the trials were chosen by their own scores.")
    began = time.perf_counter()
    land = ground(table, validation, options.held_blocks)
    after = _After(land.final.fits, leak_meter=leak_meter, budget=options.budget_seconds)
    found = tune(table, configs, validation, options, workspace=workspace, resume=resume, reserve=after.seconds,
                 progress=progress.part(0.0, _SEARCH))
    progress.stop_heard()
    spent = time.perf_counter() - began + (0.0 if resume is None else resume.spent)
    left = _END * options.budget_seconds - spent if options.budget_seconds else math.inf
    try:
        with _stopped_after(left, progress) as cut:
            report = train_models(
                table, [_settled(config, found) for config in configs], land.final, workspace=workspace,
                leak_meter=leak_meter, side_by_side=len(configs) > 1,
                said=[_words(config, found) for config in configs], progress=progress.part(_SEARCH, 1.0))
    except Cancelled:
        studies.Shelf(workspace.root / studies.FOLDER / found.id).drop()
        raise
    if cut.is_set():
        found = replace(found, words=f"{found.words} {_cut_short(configs, report, land.final.folds, after)}".rstrip())
    return TunedReport(found, report)


class _After:
    """What the training after a search will take, by the pace of the best trials."""

    def __init__(self, fits: int, *, leak_meter: bool, budget: float) -> None:
        self.leak_meter = leak_meter
        self._fits, self._budget, self._needed = fits, budget, 0.0

    def seconds(self, hunts: Sequence[Hunt]) -> float:
        """So much of the budget is not for the search."""
        fits = [_pace(hunt) for hunt in hunts]
        if not any(fits):
            return self._budget * _UNTRIED
        fits = [fit or max(fits) for fit in fits]  # what has not been tried is taken for as slow as the slowest
        lanes = min(len(hunts), cores())
        meter = _METER * fits[0] if self.leak_meter else 0.0
        self._needed = _SLACK + _SHARE * self._budget + _GROWN * (self._fits * max(sum(fits) / lanes, *fits) + meter)
        return self._needed

    def advice(self) -> str:
        """What time would do: the training, and as long again to search; as much again where no trial has ended."""
        least = 2 * max(self._needed, self._budget)
        return f"Give it at least {10 * math.ceil(least / 10):,} s, or fewer rows."


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
    return " ".join((found.words, f"Taken: {best.words}."))


def _best(config: TrainingConfig, found: TuningReport) -> TrialRecord | None:
    return next((each.chosen for each in found.studies if each.model == config.model_type.value), None)


def _failure(config: TrainingConfig, found: TuningReport) -> str:
    return next((each.failure for each in found.studies if each.model == config.model_type.value), "")
