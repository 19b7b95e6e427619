"""The search: all libraries' trials beside each other until the budget is spent, on rows before those of the score.

Trials see only rows whose outcome was known before the kept blocks begin, in purged folds of their own. The model with
the chosen settings is then trained and tested on the kept blocks as any run is: a score that no trial was chosen by.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.data.splits import Fold
from engine.data.table import SignalTable
from engine.errors import Cancelled, WorkbenchError
from engine.library import ledger
from engine.library.store import Workspace
from engine.models import library
from engine.models.base import cores
from engine.progress import Progress
from engine.records import TrialRecord, TuningReport
from engine.training import validation as splitting
from engine.training.config import Scheme, TrainingConfig, ValidationOptions
from engine.training.task import Task
from engine.training.tuning import studies
from engine.training.tuning.counting import Counter
from engine.training.tuning.hunt import Hunt
from engine.training.tuning.options import Objective, TuningOptions
from engine.training.tuning.trial import Bench, Course, thinned

_FORWARD = (Scheme.PURGED_WALK_FORWARD, Scheme.WALK_FORWARD)
_IMPORTANCE_EVERY = 2.0  # seconds at least, and so seldom that it takes no more than this share of the time
_IMPORTANCE_SHARE = 0.004
_LEAST_ROWS = 200  # to search on
_LEAST_TRIALS = 12  # whole ones that the time is to suffice for
_CELL_SECONDS = 2e-6  # of a fit, for each row and feature: about 150 rounds
_LEAST_THINNED = 5000  # rows of the largest fold


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """The rows that are searched, their folds, and what is kept away from them."""

    table: SignalTable
    plan: splitting.Plan
    held_rows: int
    final: ValidationOptions  # tests the kept blocks alone


def ground(table: SignalTable, validation: ValidationOptions, held_blocks: int) -> Ground:
    """Cut the table before the kept blocks, purged towards them, and fold the earlier rows the same way."""
    if validation.scheme not in _FORWARD:
        raise WorkbenchError(f"Settings cannot be searched by {validation.scheme.words.lower()}.", where="scheme",
                             code="no-forward-split", remedy="Choose the purged walk-forward to tune.")
    table = table.labelled()
    whole = splitting.plan(table, validation)
    if not held_blocks:  # the caller keeps rows of his own
        return Ground(table, whole, 0, validation)
    held = min(held_blocks, len(whole.folds) - 1)
    first = whole.folds[-held]
    earlier = table.take(first.train)
    if len(earlier) < _LEAST_ROWS:
        raise WorkbenchError(f"{len(earlier)} rows are left to search on.", where="rows", code="too-few-rows",
                             remedy="Train without tuning: the defaults suit few rows.")
    start = int(first.test[0])
    final = replace(validation, folds=max(held, 2), first_share=start / len(table))
    return Ground(earlier, splitting.plan(earlier, validation), len(table) - start, final)


class Search:
    """Hunts in lanes; what is reported and kept passes through one lock, in the order of the trials' ends."""

    def __init__(self, hunts: Sequence[Hunt], shelf: studies.Shelf, options: TuningOptions, progress: Progress, *,
                 lanes: int, spent: float = 0.0, reserve: Callable[[Sequence[Hunt]], float] = lambda hunts: 0.0,
                 heard: Sequence[Callable[[TrialRecord, Course], object]] = (),
                 clock: Callable[[], float] = time.monotonic) -> None:
        self.hunts, self.lanes = list(hunts), lanes
        self._shelf, self._options, self._progress = shelf, options, progress
        self._clock, self._heard, self._reserve = clock, heard, reserve
        self._began = clock() - spent
        self._next_importance = 0.0
        self._importance: dict[str, dict[str, float]] = {}
        self._lock = threading.Lock()
        self._error: BaseException | None = None

    def run(self) -> None:
        """Until the budget is spent or somebody stops or cancels."""
        if self.lanes == 1:
            self._lane()
        else:
            with ThreadPoolExecutor(self.lanes, thread_name_prefix="alphapulse-trial") as pool:
                for future in [pool.submit(self._lane) for _ in range(self.lanes)]:
                    future.exception()
        if self._error is not None:
            raise self._error

    def now(self) -> float:
        """Seconds since the search began, those before a kill included."""
        return self._clock() - self._began

    def over(self) -> bool:
        """Whether a trial in flight must end."""
        if self._error is not None or self._progress.stop_requested or self._progress.cancelled:
            return True
        budget = self._options.budget_seconds
        return bool(budget) and self.now() >= budget - self._reserve(self.hunts)

    def _lane(self) -> None:
        try:
            while (hunt := self._take()) is not None:
                try:
                    found = hunt.step(self.over, self._progress.check, self.now)
                except WorkbenchError as error:
                    hunt.failure, found = error, None
                self._give_back(hunt, found)
        except BaseException as error:
            self._error = self._error or error
            raise

    def _take(self) -> Hunt | None:
        """The free library that has had the least time."""
        with self._lock:
            self._progress.check()
            most = self._options.trials
            free = [each for each in self.hunts if not each.busy and each.failure is None
                    and not (most and len(each.trials) >= most)]
            if not free or self.over():
                return None
            hunt = min(free, key=lambda each: each.spent)
            hunt.busy = True
            return hunt

    def _give_back(self, hunt: Hunt, found: tuple[TrialRecord, Course, Any] | None) -> None:
        with self._lock:
            hunt.busy = False
            if found is None:
                return
            record, course, kept = found
            self._shelf.add(hunt.model, hunt.goals, kept)
            for hear in self._heard:
                hear(record, course)
            self._tell(hunt, record)

    def _tell(self, hunt: Hunt, record: TrialRecord) -> None:
        values: dict[str, Any] = {"trial": record}
        if (now := self.now()) >= self._next_importance:
            self._importance = {each.model: each.importance() for each in self.hunts}
            values["tuning_importance"] = self._importance
            self._next_importance = self.now() + max(_IMPORTANCE_EVERY, (self.now() - now) / _IMPORTANCE_SHARE)
        best = hunt.best
        so_far = f", best {self._figure(best, hunt.goals[0])}" if best is not None else ""
        self._progress.report(self._fraction(), f"{hunt.config.model_type.title}: trial {record.number + 1}{so_far}",
                              seconds_left=self._left(), model=hunt.model,
                              best_trial=None if best is None else best.number, **values)

    def _figure(self, best: TrialRecord, goal: Objective) -> str:
        return f"{goal.words} {studies.figure_of(best, goal):.4f}"

    def _fraction(self) -> float:
        budget, most = self._options.budget_seconds, self._options.trials
        shares = [self.now() / budget] if budget else []
        shares += [sum(len(each.trials) for each in self.hunts) / (most * len(self.hunts))] if most else []
        return min(max(shares), 1.0)

    def _left(self) -> float | None:
        budget, done = self._options.budget_seconds, self._fraction()
        if budget:
            return max(budget - self.now(), 0.0)
        return self.now() * (1 - done) / done if done > 0 else None


def tune(
    table: SignalTable, configs: Sequence[TrainingConfig], validation: ValidationOptions | None = None,
    options: TuningOptions | None = None, *, workspace: Workspace, resume: studies.Unfinished | None = None,
    reserve: Callable[[Sequence[Hunt]], float] = lambda hunts: 0.0,
    heard: Callable[[TrialRecord, Course], object] = lambda *_: None, threads: int = 0,
    progress: Progress | None = None,
) -> TuningReport:
    """Search settings for each configuration's library; the report holds every trial, the best and the front.

    Stop ends the search with the best so far; Cancel drops it. A search that was killed is gone on with by `resume`
    (see `studies.OFFERS`): with a budget of trials it ends in the very same study. `reserve` tells how many seconds
    of the budget to leave; `heard` is told of each trial. `threads` 0: all cores that this process may use. The clock
    runs from the call: whoever gave ten seconds does not wait for imports beside them.
    """
    began = time.monotonic()
    studies.require_optuna()
    progress, validation = progress or Progress(), validation or ValidationOptions()
    options = (options or TuningOptions()).checked()
    land = ground(table, validation, options.held_blocks)
    goals = _goals(options.objective, land)
    available = threads or cores()
    lanes = min(len(configs), available)
    configs = [_with_lane_threads(config.checked(), lanes, available) for config in configs]
    progress.report(0.0, "Getting the libraries ready")
    warm_up(configs)
    shelf = studies.Shelf.go_on(resume) if resume is not None else studies.Shelf.begin(
        workspace, table, configs, validation, options)
    try:
        hunts = [_hunt(config, land, goals, options, workspace, shelf.id, lanes / len(configs))
                 for config in configs]
        outcomes = ledger.filed(workspace, table)
        counter = Counter(workspace, outcomes, shelf.id, land.table, hunts[0].bench.folds, configs)
        resumed = _restored(hunts, shelf, counter) if resume is not None else 0
        search = Search(hunts, shelf, options, progress, lanes=lanes, reserve=reserve, heard=[counter.hear, heard],
                        spent=time.monotonic() - began + (0.0 if resume is None else resume.spent))
        try:
            search.run()
        finally:
            counter.finish()  # whoever cancels has seen the scores all the same
    except (Cancelled, WorkbenchError):
        shelf.drop()
        raise
    shelf.finish()
    return _report(hunts, shelf.id, land, options, search, resumed)


def _goals(objective: Objective, land: Ground) -> tuple[Objective, ...]:
    """R is a goal only where some row that is tested has one."""
    earned = land.table.realized_rr
    if earned is not None and any(np.isfinite(earned[fold.test]).any() for fold in land.plan.folds):
        return objective.goals
    if objective is Objective.EXPECTED_R:
        raise WorkbenchError("The file has no realized R to tune by.", where="objective", code="no-weight",
                             remedy="Name the column with the realized R, or tune by AUC or log loss.")
    return tuple(each for each in objective.goals if each is not Objective.EXPECTED_R)


def _with_lane_threads(config: TrainingConfig, lanes: int, available: int) -> TrainingConfig:
    """As many threads a fit as there are cores for each lane; one lane alone leaves a core to the window."""
    count = config.threads or max(1, available // lanes if lanes > 1 else available - 1)
    return replace(config, threads=count)


def warm_up(configs: Sequence[TrainingConfig]) -> None:
    """Seconds of imports that belong to no trial."""
    from optuna.importance import PedAnovaImportanceEvaluator

    PedAnovaImportanceEvaluator()
    for config in configs:
        library(config.model_type.value).warm_up()


def _hunt(config: TrainingConfig, land: Ground, goals: tuple[Objective, ...], options: TuningOptions,
          workspace: Workspace, own: str, share: float) -> Hunt:
    table = land.table
    folds, step = land.plan.folds, _step(land, options, share)
    bench = Bench(Task(table, land.plan).source(config), folds if step == 1 else thinned(folds, step),
                  table.realized_rr, config.cost_r, step)
    earlier = studies.borrowed(workspace, table, config.model_type.value, goals, own) if options.earlier else []
    return Hunt(config, bench, goals, seed=options.seed, first=earlier,
                most_seconds=_most_seconds(options, folds, share))


def _step(land: Ground, options: TuningOptions, share: float) -> int:
    """Of so many rows one is searched on: all where a dozen trials fit into the time, or where only trials count."""
    rows = max(len(fold.train) for fold in land.plan.folds)
    most = _most_seconds(options, land.plan.folds, share) / (len(land.table.schema) * _CELL_SECONDS)
    return 1 if most >= rows else max(min(math.ceil(rows / most), rows // _LEAST_THINNED), 1)


def _most_seconds(options: TuningOptions, folds: Sequence[Fold], share: float) -> float:
    """Of one fit: so few that a dozen whole trials fit into this library's share of the time."""
    budget = options.budget_seconds * share
    return budget / (_LEAST_TRIALS * len(folds)) if budget else math.inf


def _restored(hunts: Sequence[Hunt], shelf: studies.Shelf, counter: Counter) -> int:
    kept = studies.kept_trials(shelf.folder)
    for hunt in hunts:
        hunt.restore(kept.get(hunt.model, []))
        counter.catch_up(hunt.trials)
        hunt.spent = sum(each.seconds for each in hunt.trials)
    return sum(len(hunt.trials) for hunt in hunts)


def _report(hunts: Sequence[Hunt], id: str, land: Ground, options: TuningOptions, search: Search,
            resumed: int) -> TuningReport:
    if all(hunt.failure is not None for hunt in hunts):
        raise next(hunt.failure for hunt in hunts if hunt.failure is not None)
    found = tuple(hunt.record() for hunt in hunts)
    trials = sum(len(each.trials) for each in found)
    folds = len(land.plan.folds)
    step = hunts[0].bench.step
    part = f" (of {step} rows one, for want of time)" if step > 1 else ""
    words = (f"Settings chosen by {trials:,} trials in {folds} folds of {len(land.table):,} earlier rows{part}; "
             f"scored on the {land.held_rows:,} rows after them, which no trial saw.")
    return TuningReport(id, options.objective.value, found, len(land.table), land.held_rows, search.now(),
                        sum(hunt.spent for hunt in hunts), search.lanes, words, resumed)

