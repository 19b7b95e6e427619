"""The fits of a training: every model block by block, one after the other or in lanes beside each other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace

import numpy as np

from engine.errors import Cancelled, WorkbenchError
from engine.models import library
from engine.models.base import default_threads
from engine.models.watch import Former
from engine.records import Ints, LearningCurve, OutOfFold
from engine.training import leak_meter as leaks
from engine.training import validation as splitting
from engine.training.config import FinalFit, Scheme, TrainingConfig
from engine.training.fitting import Fitted, Source, fit_forest, former
from engine.training.pooling import path_aucs, pooled, tested
from engine.training.settling import Settled, settle
from engine.training.task import Task
from engine.training.work import FitWork, PlannedFit, Work

FULL = -1  # the fold number of a fit on all rows
_ORDERED = (Scheme.PURGED_WALK_FORWARD, Scheme.WALK_FORWARD)


@dataclass(frozen=True, eq=False, slots=True)
class Tested:
    """One fold of one model: the forest, the rows it learnt, what it predicted of others, how its losses went."""

    fitted: Fitted
    learnt: Ints
    predicted: OutOfFold | None = None
    curve: LearningCurve | None = None


@dataclass(slots=True)
class Trained:
    """One configuration's folds so far; `done` goes by fold number, the fit on all rows under -1."""

    config: TrainingConfig
    plan: splitting.Plan
    said: str = ""  # of where it is trained, if not where it was to be
    done: dict[int, Tested] = field(default_factory=dict)
    seconds: float = 0.0
    failure: WorkbenchError | None = None
    settled: Settled | None = None

    @property
    def folds(self) -> list[OutOfFold]:
        """What the folds from the first without a gap predicted; as the finished model would, once it is settled."""
        if self.settled is not None:
            return self.settled.folds
        found: list[OutOfFold] = []
        for number in range(len(self.plan.folds)):
            one = self.done.get(number)
            if one is None or one.predicted is None:
                break
            found.append(one.predicted)
        return found

    @property
    def fits(self) -> list[Fitted]:
        """The forests, that of all rows last."""
        return [self.done[number].fitted for number in self._order()]

    @property
    def curves(self) -> list[LearningCurve]:
        """Of the folds."""
        found = [self.done[number].curve for number in range(len(self.folds))]
        return [each for each in found if each is not None and len(each.round)]

    @property
    def last(self) -> Tested:
        """What is saved."""
        return self.done[self._order()[-1]]

    @property
    def predictions(self) -> OutOfFold:
        """Of all folds."""
        return pooled(self.folds, self.plan.folds)

    def former(self, fold: int) -> Former:
        """How the blocks before it went; nothing where blocks are not in order of time: they know its outcomes."""
        if self.plan.options.scheme not in _ORDERED:
            return Former()
        return former(curve for number in range(fold) if number in self.done
                      if (curve := self.done[number].curve) is not None)

    def settle(self) -> None:
        """Calibrate and choose the threshold, once all folds are there."""
        self.settled = settle(self.folds, self.config, to_all=FULL in self.done)

    @property
    def paths(self) -> tuple[float, ...]:
        """The AUC of each combinatorial path, () for other schemes."""
        options = self.plan.options
        return path_aucs(self.folds, options) if options.scheme is Scheme.COMBINATORIAL else ()

    def _order(self) -> list[int]:
        return [*range(len(self.folds)), *([FULL] if FULL in self.done else [])]


def planned(task: Task, configs: Sequence[TrainingConfig]) -> list[PlannedFit]:
    """Block by block, in each every model: the pace of all is soon known, and Stop leaves them alike."""
    count = len(task.plan.folds)
    fits = [PlannedFit(f"{config.model_type.title}: block {k + 1} of {count}", config, len(fold.train), k)
            for k, fold in enumerate(task.plan.folds) for config in configs]
    if task.plan.options.final_fit is FinalFit.ALL:
        fits += [PlannedFit(f"{config.model_type.title}: all rows", config, len(task.table), FULL)
                 for config in configs]
    if task.leak_meter:
        fits += leaks.planned_fits(for_meter(configs), task.plan, len(task.table))
    return fits


def for_meter(configs: Sequence[TrainingConfig]) -> TrainingConfig:
    """The configuration that the leak meter fits: LightGBM's where there is one, since it is the quickest."""
    return next((config for config in configs if config.model_type.value == "lightgbm"), configs[0])


class Folds:
    """Makes the planned fits; `kept` hears of each that is whole (model, fold, what came of it) on its own thread."""

    def __init__(
        self, task: Task, configs: Sequence[TrainingConfig], work: Work, *, said: Sequence[str] = (),
        kept: Callable[[int, int, Tested], object] = lambda *_: None,
    ) -> None:
        self._task = task
        self._work = work
        self._kept = kept
        self._lock = threading.Lock()
        self.trained = [Trained(config, task.plan, words)
                        for config, words in zip(configs, said or [""] * len(configs), strict=True)]
        self._sources = [self._prepared(one) for one in self.trained]

    def take(self, place: int, fold: int, found: Tested) -> None:
        """A fold that is whole already."""
        trained = self.trained[place]
        trained.done[fold] = found
        self._work.skip(lambda fit: fit.config is not trained.config or fit.fold != fold)

    def run(self, fits: Sequence[PlannedFit], lanes: int) -> list[Trained]:
        """Make the fits; those of configurations not begun when Stop came are left out."""
        blocks = [fit for fit in fits if fit.fold >= 0]
        self._run(blocks, lanes)
        self._run([fit for fit in fits if fit.fold == FULL], lanes)
        self._work.skip(lambda fit: fit.fold == leaks.FOLD)
        for one in self.trained:
            if one.folds:
                one.settle()
        return [one for one in self.trained if one.folds or one.failure is not None]

    def _run(self, fits: Sequence[PlannedFit], lanes: int) -> None:
        if lanes == 1:
            for fit in fits:
                self._make(fit)
            return
        with ThreadPoolExecutor(lanes, thread_name_prefix="alphapulse-lane") as pool:
            last: dict[int, Future[None]] = {}  # of each model: a block needs those before it
            futures = []
            for fit in fits:
                last[id(fit.config)] = pool.submit(self._make_after, last.get(id(fit.config)), fit)
                futures.append(last[id(fit.config)])
            errors = [error for error in (future.exception() for future in futures) if error is not None]
        if errors:  # Cancelled is heard by every lane; anything else says more
            raise next((error for error in errors if not isinstance(error, Cancelled)), errors[0])

    def _make_after(self, before: Future[None] | None, fit: PlannedFit) -> None:
        if before is not None:
            wait([before])
        self._make(fit)

    def _make(self, fit: PlannedFit) -> None:
        place = next(k for k, one in enumerate(self.trained) if one.config is fit.config)
        trained, source = self.trained[place], self._sources[place]
        if trained.failure is not None or source is None or fit.fold in trained.done:
            return
        if self._work.stopping and any(one.done for one in self.trained):
            return
        library(fit.config.model_type.value).warm_up()  # else its import is taken for the price of every preparation
        began = time.perf_counter()
        earlier = trained.former(fit.fold)
        listener = self._work.begin(fit, earlier)
        try:
            found = (self._block(source, fit, listener, earlier) if fit.fold >= 0
                     else self._all(trained, source, listener))
        except WorkbenchError as error:
            self._work.drop(listener)
            trained.failure = error
            trained.done.clear()
            self._work.skip(lambda each: each.config is not fit.config or each.fold == leaks.FOLD)
            return
        with self._lock:
            trained.seconds += time.perf_counter() - began
            if self._work.stopping and trained.done:  # cut short: of use only where there is no other of this model
                return
            trained.done[fit.fold] = found
        if not self._work.stopping:
            self._kept(place, fit.fold, found)
        if found.predicted is not None and trained.folds:
            self._work.report(f"{fit.config.model_type.title}: block {fit.fold + 1} tested",
                              model=fit.config.model_type.value, fold=fit.fold, out_of_fold=trained.predictions)

    def _block(self, source: Source, fit: PlannedFit, listener: FitWork, earlier: Former) -> Tested:
        fold, threads = self._task.plan.folds[fit.fold], fit.config.knobs().threads
        fitted = fit_forest(source, fold.train, fit.config, listener, parent=self._task.native(fit.config),
                            former=earlier)
        listener.end()
        probability = fitted.probability(self._task.table.matrix[fold.test], threads=threads, waiting=listener.waiting)
        predicted = tested(self._task.table, fold.test, probability, self._task.plan.fold_of(fit.fold))
        return Tested(fitted, fold.train, predicted, listener.curve)

    def _all(self, trained: Trained, source: Source, listener: FitWork) -> Tested:
        """Once more on all rows, with the median of the rounds that the folds found."""
        rounds = int(np.median([fitted.model.trees for fitted in trained.fits]))
        config = replace(trained.config, rounds=max(rounds, 1), early_stopping_rounds=0)
        rows = np.arange(len(self._task.table))[-self._task.plan.options.recent_rows:]  # 0: all
        fitted = fit_forest(source, rows, config, listener, parent=self._task.native(trained.config))
        listener.end()
        return Tested(fitted, rows)

    def _prepared(self, trained: Trained) -> Source | None:
        try:
            return self._task.source(trained.config)
        except WorkbenchError as error:
            trained.failure = error
            self._work.skip(lambda fit: fit.config is not trained.config or fit.fold == leaks.FOLD)
            return None


def lanes_of(count: int, *, side_by_side: bool) -> int:
    """How many fits run at once: one for each model where they go side by side, as far as there are cores."""
    return min(count, default_threads() + 1) if side_by_side else 1
