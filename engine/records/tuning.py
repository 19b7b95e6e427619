"""A search for good settings: its trials, what they found, and which rows it never saw."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TrialRecord:
    """One trial of one library. Figures are means over the folds that were fitted, at the best number of `rounds`.

    `settings` are the searched ones by name; `expected_r` is the mean R of the fifth that scored highest, NaN where the
    file has none; `fold_scores` are AUCs. `state`: "complete" or "pruned" (given up after some of the folds).
    """

    model: str
    number: int
    settings: Mapping[str, float]
    rounds: int
    auc: float
    expected_r: float
    log_loss: float
    fold_scores: tuple[float, ...]
    state: str
    origin: str  # "start", "earlier study" or "search"
    seconds: float  # in fits
    at: float  # seconds since the search began
    open_ended: bool = False  # fitted on a part of the rows or cut short: `rounds` says too little of whole fits
    loss_share: float = 0.5  # how much the log loss counted beside the AUC
    ladder: tuple[float, ...] = ()  # the first goal's figure after one fold, two folds, ... (more is better)
    grown: float = 0.0  # rounds that a fit grew on the mean, those past the best included; 0: not known

    @property
    def fit_seconds(self) -> float:
        """Of one fit of `rounds` on the rows of a fold; its fits went on past that to know that it was the best."""
        each = self.seconds / max(len(self.fold_scores), 1)
        return each if self.open_ended or self.grown <= self.rounds else each * self.rounds / self.grown

    @property
    def complete(self) -> bool:
        """Whether all folds were fitted."""
        return self.state == "complete"

    @property
    def figures(self) -> tuple[float, float, float]:
        """AUC, R and log loss."""
        return self.auc, self.expected_r, self.log_loss

    @property
    def words(self) -> str:
        """The settings in one line."""
        told = ", ".join(f"{name.replace('_', ' ')} {value if value == int(value) else float(f'{value:.3g}'):g}"
                         for name, value in self.settings.items())
        return told if self.open_ended else f"{told}, {self.rounds} rounds"


@dataclass(frozen=True, slots=True)
class StudyRecord:
    """The trials of one library; `best` is the number of the chosen one, `front` those that no other beats in all."""

    model: str
    trials: tuple[TrialRecord, ...] = ()
    best: int | None = None
    front: tuple[int, ...] = ()
    importance: Mapping[str, float] = field(default_factory=dict)  # of each setting, sums to 1
    failure: str = ""  # why the library refused to go on

    def trial(self, number: int | None) -> TrialRecord | None:
        """The trial of this number."""
        return next((each for each in self.trials if each.number == number), None)

    @property
    def chosen(self) -> TrialRecord | None:
        """The best trial."""
        return self.trial(self.best)


@dataclass(frozen=True, slots=True)
class TuningReport:
    """What a search found. `rows` were searched; `held_rows` later ones no trial saw, where the score is taken."""

    id: str
    objective: str
    studies: tuple[StudyRecord, ...]
    rows: int
    held_rows: int
    seconds: float
    fit_seconds: float  # of all lanes together
    lanes: int
    words: str
    resumed: int = 0  # trials that an earlier process had made

    @property
    def trials(self) -> int:
        """Of all libraries."""
        return sum(len(study.trials) for study in self.studies)


SIGNS = (1.0, 1.0, -1.0)


def beats(a: Sequence[float], b: Sequence[float]) -> bool:
    """Whether (AUC, R, log loss) `a` is as good in all and better in one; what is NaN in either does not count."""
    pairs = [(s * x, s * y) for s, x, y in zip(SIGNS, a, b, strict=True) if math.isfinite(x) and math.isfinite(y)]
    return all(x >= y for x, y in pairs) and any(x > y for x, y in pairs)


def front_of(trials: Sequence[TrialRecord]) -> tuple[TrialRecord, ...]:
    """The complete trials that no other beats (the Pareto front), the highest AUC first."""
    whole = [each for each in trials if each.complete]
    kept = [each for each in whole if not any(beats(other.figures, each.figures) for other in whole)]
    return tuple(sorted(kept, key=lambda each: -each.auc))
