"""How far a set of fits is, measured in time: what is done, and what the rest will take at the pace seen so far."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.progress import Progress
from engine.training.config import TrainingConfig

# Before a library has been timed: its price of a row and round against XGBoost's.
_FIRST_PACE = {"xgboost": 1.0, "lightgbm": 0.8, "catboost": 1.6}
_SECOND_PASS = 0.6  # the second pass needs no patience: expected rounds of it for each round of the first


@dataclass(frozen=True, slots=True)
class PlannedFit:
    """One fit to come: what to call it, of which library, on how many rows."""

    words: str
    config: TrainingConfig
    rows: int
    fold: int


@dataclass(slots=True)
class _Pace:
    """What has been seen of one library."""

    seconds: float = 0.0
    row_rounds: float = 0.0
    rounds: list[int] = field(default_factory=list)


class Work:
    """The fits of one training in their order; `begin` the next one and hand the result to it as its listener."""

    def __init__(self, planned: Sequence[PlannedFit], progress: Progress, *,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._planned = list(planned)
        self._progress = progress
        self._clock = clock
        self._began = clock()
        self._paces: dict[str, _Pace] = {}

    def begin(self) -> FitWork:
        """The listener of the next planned fit."""
        return FitWork(self, self._planned.pop(0))

    def skip(self, kept: Callable[[PlannedFit], bool]) -> None:
        """Forget planned fits that will not be made."""
        self._planned = [fit for fit in self._planned if kept(fit)]

    def report(self, fit: FitWork, words: str, **values: Any) -> None:
        """Tell of the running fit; raises `Cancelled` when the analyst asked for that."""
        done = self._clock() - self._began
        rest = self._seconds(fit.planned, max(self._expected(fit.planned) - fit.rounds, 0.0), fit)
        rest += sum(self._seconds(each, self._expected(each), fit) for each in self._planned)
        fraction = done / (done + rest) if done + rest > 0 else 0.0
        self._progress.report(min(fraction, 0.99), words, **values)

    def tell(self, words: str, **values: Any) -> None:
        """Tell of something between two fits, at the same fraction."""
        self._progress.report(0.0, words, **values)

    @property
    def stopping(self) -> bool:
        """Whether the analyst wants the best so far."""
        return self._progress.stop_requested

    def ended(self, fit: FitWork, seconds: float) -> None:
        """Learn from a fit that is over."""
        pace = self._paces.setdefault(fit.planned.config.model_type.value, _Pace())
        pace.seconds += seconds
        pace.row_rounds += fit.planned.rows * fit.rounds
        pace.rounds.append(fit.rounds)

    def now(self) -> float:
        """The clock, in seconds."""
        return self._clock()

    def _expected(self, planned: PlannedFit) -> float:
        seen = self._paces.get(planned.config.model_type.value)
        if seen is not None and seen.rounds:
            return sum(seen.rounds) / len(seen.rounds)
        everyone = [rounds for pace in self._paces.values() for rounds in pace.rounds]
        if everyone:
            return sum(everyone) / len(everyone)
        config = planned.config
        if not config.early_stopping_rounds:
            return config.rounds
        least = config.knobs().least_rounds
        return min(config.rounds, 2 * least + config.early_stopping_rounds) + _SECOND_PASS * config.refit * least

    def _seconds(self, planned: PlannedFit, rounds: float, running: FitWork) -> float:
        name = planned.config.model_type.value
        return rounds * planned.rows * self._pace(name, running)

    def _pace(self, name: str, running: FitWork) -> float:
        """Seconds a row and round: of the library itself, else of others by their usual ratio."""
        rates = {each: pace.seconds / pace.row_rounds for each, pace in self._paces.items() if pace.row_rounds}
        own = running.planned.config.model_type.value
        if own not in rates and running.rounds:
            rates[own] = running.seconds() / (running.rounds * running.planned.rows)
        if name in rates:
            return rates[name]
        usual = [rate / _FIRST_PACE[each] for each, rate in rates.items()]
        return _FIRST_PACE[name] * (sum(usual) / len(usual) if usual else 1e-6)


class FitWork:
    """Listens to one fit and tells of it."""

    def __init__(self, work: Work, planned: PlannedFit) -> None:
        self.planned = planned
        self.rounds = 0
        self._work = work
        self._began = work.now()
        work.report(self, f"{planned.words}: preparing")

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """A round of the first pass, with its losses for the live curve."""
        self.rounds += 1
        self._work.report(self, f"{self.planned.words}, round {total_round}", **self._place(), round=total_round,
                          train_loss=_known(train_loss), valid_loss=_known(valid_loss))
        return self._work.stopping

    def again(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """A round of the second pass; its losses belong on no curve."""
        self.rounds += 1
        self._work.report(self, f"{self.planned.words}, newest rows too, round {total_round}", **self._place())
        return self._work.stopping

    def stopping(self) -> bool:
        """Whether the analyst wants the best so far."""
        return self._work.stopping

    def seconds(self) -> float:
        """How long this fit has run."""
        return self._work.now() - self._began

    def end(self) -> None:
        """The fit is over."""
        self._work.ended(self, self.seconds())

    def _place(self) -> dict[str, Any]:
        return {"model": self.planned.config.model_type.value, "fold": self.planned.fold}


def _known(loss: float) -> float | None:
    return loss if math.isfinite(loss) else None
