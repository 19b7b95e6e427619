"""How far a set of fits is, measured in time: what is done, and what the rest will take at the pace seen so far."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.models.watch import Former
from engine.progress import Progress
from engine.records import LearningCurve
from engine.training.config import TrainingConfig
from engine.training.pace import Found, Paces

_SETTLED = 0.3  # seconds of work before an estimate is worth showing
_MOST_AROUND = 1.5  # times the rounds; more is an accident that will not come again
_AS_GOOD_AS_KNOWN = 0.5  # of the patience without a better round: few fits find one later
_THOUGHT = 0.05  # seconds for which an estimate is good: rounds come quicker than anybody can read


@dataclass(frozen=True, slots=True)
class PlannedFit:
    """One fit to come: what to call it, of which library, on how many rows."""

    words: str
    config: TrainingConfig
    rows: int
    fold: int


class Work:
    """The fits of one training; `begin` the next one, or a given one, and hand the result to it as its listener.

    Fits may run beside each other in so many `lanes`; every method may be called from any of their threads.
    """

    def __init__(self, planned: Sequence[PlannedFit], progress: Progress, *, lanes: int = 1,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._planned = list(planned)
        self._running: list[FitWork] = []
        self._progress = progress
        self._lanes = lanes
        self._clock = clock
        self._began = clock()
        self._thought, self._left = -math.inf, 0.0
        self._learnt, self._accounted = self._began, 0.0
        self._lock = threading.RLock()
        self.paces = Paces()

    def begin(self, fit: PlannedFit | None = None, former: Former | None = None) -> FitWork:
        """The listener of the next planned fit, or of this one; `former`: what has a say in its number of rounds."""
        with self._lock:
            planned = self._planned.pop(0 if fit is None else self._planned.index(fit))
            running = FitWork(self, planned, former or Former())
            self._running.append(running)
        running.begun()
        return running

    def skip(self, kept: Callable[[PlannedFit], bool]) -> None:
        """Forget planned fits that will not be made."""
        with self._lock:
            self._planned = [fit for fit in self._planned if kept(fit)]

    def report(self, words: str, **values: Any) -> None:
        """Tell of the work; raises `Cancelled` when the analyst asked for that."""
        with self._lock:
            now = self._clock()
            if now - self._thought >= _THOUGHT:
                self._thought, self._left = now, self._rest()
        done, rest = now - self._began, max(self._left - (now - self._thought), 0.0)
        fraction = done / (done + rest) if done + rest > 0 else 0.0
        left = rest if done >= _SETTLED and self.paces.seen else math.nan
        self._progress.report(min(fraction, 0.99), words, seconds_left=left, **values)

    def check(self) -> None:
        """Raise `Cancelled` when the analyst asked for that."""
        self._progress.check()

    def tell(self, words: str, **values: Any) -> None:
        """Tell of something between two fits, at the same fraction."""
        self._progress.report(0.0, words, **values)

    @property
    def stopping(self) -> bool:
        """Whether the analyst wants the best so far."""
        return self._progress.stop_requested

    def learn(self, fit: FitWork) -> None:
        """Learn from a fit that is over."""
        with self._lock:
            if fit in self._running:
                self._running.remove(fit)
            self._accounted += fit.account(self.paces)
            self._learnt = self._clock()
            self._thought = -math.inf  # what was thought before knew less

    def drop(self, fit: FitWork) -> None:
        """Forget a fit that failed."""
        with self._lock:
            if fit in self._running:
                self._running.remove(fit)

    def now(self) -> float:
        """The clock, in seconds."""
        return self._clock()

    def expected(self, planned: PlannedFit) -> tuple[float, float]:
        """The rounds to expect of the first and the second pass of a fit."""
        config = planned.config
        if not config.early_stopping_rounds:
            return config.rounds, 0.0
        least = config.knobs().least_rounds
        guess = (min(config.rounds, 2 * least + config.early_stopping_rounds), 1.5 * least)
        found = [fit.found for fit in self._running if fit.found is not None]
        first, second = self.paces.rounds(config.model_type.value, planned.rows, guess,
                                          config.early_stopping_rounds, found)
        return min(first, config.rounds), min(second, config.rounds) if config.refit else 0.0

    def _rest(self) -> float:
        running = [fit.rest() for fit in self._running]
        rest = sum(running) + sum(self._seconds(each) for each in self._planned)
        return max(rest / self._lanes, *running, 0.0) * self._around()

    def _around(self) -> float:
        """What fits take with all that is done around their rounds, against the rounds alone."""
        spent = (self._learnt - self._began) * self._lanes
        return min(max(spent / self._accounted, 1.0), _MOST_AROUND) if self._accounted else 1.0

    def _seconds(self, planned: PlannedFit) -> float:
        first, second = self.expected(planned)
        name, passes = planned.config.model_type.value, 2 if second else 1
        return ((first + second) * self.paces.round(name, planned.rows)
                + passes * self.paces.prepare(name, planned.rows))


class FitWork:
    """Listens to one fit and tells of it."""

    def __init__(self, work: Work, planned: PlannedFit, former: Former) -> None:
        self.planned = planned
        self._former = former
        self._work = work
        self._last = work.now()
        self._first = self._second = self._best = 0
        self._loss = math.inf
        self._losses: list[tuple[int, float, float]] = []
        self._preparing = self._learning = 0.0

    def begun(self) -> None:
        """Tell that the fit has begun."""
        self._work.report(f"{self.planned.words}: preparing")

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """A round of the first pass, with its losses for the live curve."""
        self._first += 1
        judged = self._former.judged(total_round, valid_loss)
        if judged < self._loss:
            self._loss, self._best = judged, self._first
        if self._losses and total_round <= self._losses[-1][0]:  # begun again, with less holding back
            self._losses.clear()
        self._losses.append((total_round, train_loss, valid_loss))
        self._clock_in(first=self._first == 1)
        self._work.report(f"{self.planned.words}, round {total_round}", **self._place(), round=total_round,
                          train_loss=_known(train_loss), valid_loss=_known(valid_loss))
        return self._work.stopping

    def again(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """A round of the second pass; its losses belong on no curve."""
        self._second += 1
        self._clock_in(first=self._second == 1)
        self._work.report(f"{self.planned.words}, newest rows too, round {total_round}", **self._place())
        return self._work.stopping

    def stopping(self) -> bool:
        """Whether the analyst wants the best so far."""
        return self._work.stopping

    def waiting(self) -> None:
        """The library is at work between two rounds."""
        self._work.check()

    @property
    def curve(self) -> LearningCurve:
        """The losses of the rounds heard of."""
        rounds, train, valid = zip(*self._losses, strict=True) if self._losses else ((), (), ())
        return LearningCurve(self.planned.fold, np.asarray(rounds, dtype=np.int64),
                             np.asarray(train, dtype=np.float64), np.asarray(valid, dtype=np.float64))

    def end(self) -> None:
        """The fit is over."""
        self._work.learn(self)

    def account(self, paces: Paces) -> float:
        """Add what this fit has cost; its seconds."""
        rounds = self._first + self._second
        pace = paces.of(self.planned.config.model_type.value)
        pace.prepared += self._preparing
        pace.prepared_rows += self.planned.rows * (2 if self._second else 1)
        if rounds > 2:
            pace.rounds.append((self.planned.rows, self._learning / rounds))
        if self._first:
            pace.first.append((self.planned.rows, self._first))
        if self._second:
            pace.second.append((self.planned.rows, self._second))
        return self._preparing + self._learning

    @property
    def found(self) -> Found | None:
        """The rounds that this fit will have made, once that is as good as known."""
        patience = self.planned.config.early_stopping_rounds
        if not patience or not (self._second or self._first - self._best >= patience * _AS_GOOD_AS_KNOWN):
            return None
        first = self._first if self._second else min(self._best + patience, self.planned.config.rounds)
        return Found(self.planned.config.model_type.value, self.planned.rows, first, self._best)

    def rest(self) -> float:
        """Seconds that this fit will still take."""
        rounds = self._first + self._second
        name = self.planned.config.model_type.value
        each = self._learning / rounds if rounds > 20 else self._work.paces.round(name, self.planned.rows)
        preparing = 0.0
        if not self._second and self._rest_second():
            preparing = self._preparing if self._first else self._work.paces.prepare(name, self.planned.rows)
        since = min(self._work.now() - self._last, each) if rounds else 0.0
        return max(each * (self._rest_first() + self._rest_second()) + preparing - since, 0.0)

    def _rest_first(self) -> float:
        if self._second:
            return 0.0
        found = self.found
        if found is not None:
            return max(found.first - self._first, 0.0)
        expected, patience = self._work.expected(self.planned)[0], self.planned.config.early_stopping_rounds
        at_least = self._best + patience if patience and self._first else 0
        return max(min(max(expected, at_least), self.planned.config.rounds) - self._first, 0.0)

    def _rest_second(self) -> float:
        if self._second:
            return max(self._best - self._second, 0.0)
        if self.found is not None:
            return self._best * float(self.planned.config.refit)
        return max(self._work.expected(self.planned)[1], self._best * bool(self.planned.config.refit) *
                   bool(self.planned.config.early_stopping_rounds))

    def _clock_in(self, *, first: bool) -> None:
        now = self._work.now()
        if first:
            self._preparing += now - self._last
        else:
            self._learning += now - self._last
        self._last = now

    def _place(self) -> dict[str, Any]:
        return {"model": self.planned.config.model_type.value, "fold": self.planned.fold}


def _known(loss: float) -> float | None:
    return loss if math.isfinite(loss) else None
