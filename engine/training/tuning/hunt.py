"""The search of one library: what to try next, when to give a trial up, which trial is the best so far."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.records import StudyRecord, TrialRecord
from engine.records.tuning import front_of
from engine.training.config import TrainingConfig
from engine.training.fitting import CLEAR
from engine.training.tuning import space
from engine.training.tuning.choosing import EVEN, Goals, ranking
from engine.training.tuning.options import Objective
from engine.training.tuning.studies import directions, to_trial
from engine.training.tuning.trial import Bench, Course, run_trial

_RUNG = 4  # trials that a number of folds must have seen before one is given up there
_GIVEN_UP, _TELLING = 0.5, 1000  # the share of the trials that end there, once so many tested rows have spoken
_LEAST_IMPORTANCE = 8
_MOST_KEPT = 10  # trials that become runs
_CANDIDATES = 16  # that the sampler weighs for each trial
_MOST_HEEDED, _BEST_HEEDED = 400, 100  # trials that the sampler looks at: its time grows with their number


class Hunt:
    """One library's trials, made one after the other by whichever lane is free.

    The sampler is seeded anew for each trial by its number, so that a search that was killed goes on as it would have.
    """

    def __init__(self, config: TrainingConfig, bench: Bench, goals: Goals, *, seed: int,
                 first: Sequence[Mapping[str, float]], most_seconds: float = math.inf) -> None:
        self.config, self.bench, self.goals = config, bench, goals
        self.model = config.model_type.value
        self.trials: list[TrialRecord] = []
        self.busy = False
        self.exhausted = False
        self.failure: Exception | None = None
        self.spent = 0.0
        self.leading: list[TrialRecord] = []  # the complete trials to take, by the first goal
        self._base_rate, self._tested = bench.base_rate, bench.tested
        self._seed, self._most_seconds = seed, most_seconds
        self._distributions = space.distributions(config.model_type)
        self._earlier = [space.filled(config.model_type, each) for each in first]
        self._rungs: dict[int, list[float]] = {}
        self._heeded: list[tuple[TrialRecord, Any]] = []
        self._kept: list[Any] = []  # all trials, in Optuna's words
        self._new_guide()

    def restore(self, trials: Sequence[TrialRecord]) -> None:
        """Take trials that an earlier process made."""
        for kept in trials:
            record = replace(kept, settings=space.filled(self.config.model_type, kept.settings))
            self._take(record, to_trial(record, self._distributions, self.goals))

    def step(self, over: Callable[[], bool], waiting: Callable[[], object], now: Callable[[], float]
             ) -> tuple[TrialRecord, Course, Any] | None:
        """One trial; None when the time was over before it ended, and nothing of it counts."""
        settings, origin = self._next()
        config = space.config_at(self.config, settings, space.MOST_ROUNDS)
        ladder: list[float] = []
        course = run_trial(self.bench, config, goes_on=lambda so_far: self._goes_on(so_far, ladder), over=over,
                           waiting=waiting, most_seconds=self._most_seconds, share=self._share)
        self.spent += course.seconds
        if course.cut:
            return None
        share = self._share_of(course)
        auc, expected_r, loss, rounds, _ = course.figures(self.goals, self._base_rate, share)
        whole = len(course.tables) == len(self.bench.folds)
        record = TrialRecord(
            model=self.model, number=len(self.trials), settings=settings, rounds=rounds, auc=auc,
            expected_r=expected_r, log_loss=loss, fold_scores=course.of_folds(rounds),
            state="complete" if whole else "pruned", origin=origin, seconds=course.seconds, at=now(),
            ladder=tuple(ladder), open_ended=course.short or self.bench.step > 1, loss_share=share,
            grown=float(np.mean(course.grown)))
        kept = to_trial(record, self._distributions, self.goals)
        self._take(record, kept)
        return record, course, kept

    @property
    def best(self) -> TrialRecord | None:
        """The complete trial to take."""
        return self.leading[0] if self.leading else None

    @property
    def _share(self) -> float:
        """How much the log loss counts, by the trials so far."""
        return min((each.loss_share for each in self.trials), default=EVEN)

    def _share_of(self, course: Course) -> float:
        """The same by one trial; where other figures are sought too, as ever."""
        return course.share(self._tested, self._base_rate) if self.goals == (Objective.AUC,) else EVEN

    def record(self, *, with_importance: bool = True) -> StudyRecord:
        """What was found so far."""
        best = self.best
        front = front_of(self.trials) if len(self.goals) > 1 else ((best,) if best is not None else ())
        return StudyRecord(self.model, tuple(self.trials), None if best is None else best.number,
                           tuple(each.number for each in front), self.importance() if with_importance else {},
                           "" if self.failure is None else str(self.failure))

    def importance(self) -> dict[str, float]:
        """How much each setting mattered for being among the best (PED-ANOVA: Watanabe et al., IJCAI 2023)."""
        import optuna

        if sum(each.complete for each in self.trials) < _LEAST_IMPORTANCE:
            return {}
        found = optuna.importance.get_param_importances(
            self._whole(), evaluator=optuna.importance.PedAnovaImportanceEvaluator())
        total = sum(found.values())
        return {name: float(share / total) if total > 0 else 1 / len(found) for name, share in found.items()}

    def _whole(self) -> Any:
        """A study of all trials; of several goals by what they are worth, since importance is for a single figure."""
        import optuna

        if len(self.goals) == 1 and len(self._heeded) == len(self._kept):
            return self._guide
        study = optuna.create_study(direction="maximize")
        if len(self.goals) == 1:
            study.add_trials(self._kept)
            return study
        study.add_trials([optuna.trial.create_trial(
            params=dict(each.settings), distributions=self._distributions, value=each.ladder[-1])
            for each in self.trials if each.complete])
        return study

    def _next(self) -> tuple[dict[str, float], str]:
        """The sampler is asked itself: `Study.ask` looks through all trials for each setting.

        A study object remembers, for each thread, the trials that the sampler saw first; so each question has its own.
        """
        import optuna

        point, origin = self._start()
        if point is not None:
            return point, origin
        sampler = optuna.samplers.TPESampler(seed=(self._seed * 100_003 + len(self.trials)) % 2**32, multivariate=True,
                                             n_startup_trials=1, n_ei_candidates=_CANDIDATES,
                                             constant_liar=False)
        asking = optuna.trial.create_trial(state=optuna.trial.TrialState.RUNNING)
        guide = optuna.load_study(study_name=self._guide.study_name, storage=self._storage, sampler=sampler)
        found = sampler.sample_relative(guide, asking, self._distributions)
        return space.filled(self.config.model_type, found), origin

    def _start(self) -> tuple[dict[str, float] | None, str]:
        """The next point to begin with that has not been tried; none when it is the sampler's turn."""
        tried = [dict(each.settings) for each in self.trials]
        for points, origin in ((self._earlier, "earlier study"), (self._starts(), "start")):
            for point in points:
                if point not in tried:
                    return point, origin
        return None, "search"

    def _starts(self) -> list[dict[str, float]]:
        """By what the first trial showed: a loss well below the base rate's is a clear pattern."""
        if not self.trials:
            return space.starts(self.config)
        p = self._base_rate
        base = -(p * math.log(p) + (1 - p) * math.log(1 - p)) if 0 < p < 1 else 0.0
        return space.starts(self.config, clear=self.trials[0].log_loss < CLEAR * base)

    def _goes_on(self, course: Course, ladder: list[float]) -> bool:
        """Half of the trials that reach a number of folds go on from there; more while few rows have been tested.

        On 552 rows in blocks of 55, half given up at each block left the search behind random trials (worth 0.0035
        less in as many fits): a first block of 55 rows says next to nothing.
        """
        share = self._share_of(course)
        ladder.append(course.figures(self.goals, self._base_rate, share)[4])
        reached = len(ladder)
        if len(self.goals) > 1 or reached == len(self.bench.folds) or math.isnan(ladder[-1]):  # no R is known so far
            return True
        before = self._rungs.get(reached, [])
        heard = sum(len(fold.test) for fold in self.bench.folds[:reached])
        return len(before) < _RUNG or bool(
            ladder[-1] >= np.quantile(before, _GIVEN_UP * min(heard / _TELLING, 1.0)))

    def _take(self, record: TrialRecord, kept: Any) -> None:
        self.trials.append(record)
        self.leading = ranking(self.trials, self.goals[0])[:_MOST_KEPT]  # asked for at every round of a fit
        self._kept.append(kept)
        self._heed(record, kept)
        for reached, worth in enumerate(record.ladder, start=1):
            self._rungs.setdefault(reached, []).append(worth)

    def _heed(self, record: TrialRecord, kept: Any) -> None:
        """The sampler looks at all trials until they are many; then at the best and the newest."""
        self._heeded.append((record, kept))
        self._guide.add_trial(kept)
        if len(self._heeded) > _MOST_HEEDED:
            furthest = sorted(self._heeded, key=lambda each: (len(each[0].ladder), each[0].ladder[-1]), reverse=True)
            best = {each.number for each, _ in furthest[:_BEST_HEEDED]}
            newest = len(self.trials) - _BEST_HEEDED
            self._heeded = [each for each in self._heeded if each[0].number in best or each[0].number >= newest]
            self._new_guide()
            self._guide.add_trials([each for _, each in self._heeded])

    def _new_guide(self) -> None:
        """The study of the trials that are heeded."""
        import optuna

        self._storage = optuna.storages.InMemoryStorage()
        self._guide = optuna.create_study(storage=self._storage, directions=directions(self.goals))
