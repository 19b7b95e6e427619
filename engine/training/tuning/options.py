"""How a search is asked for: how long, for what, from which start."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from engine.errors import WorkbenchError
from engine.settings import check_ranges, option


class Effort(enum.Enum):
    """How long to look for good settings."""

    NONE = "none"
    FAST = "fast"
    NORMAL = "normal"
    THOROUGH = "thorough"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"none": "Settings as set", "fast": "Tune: fast, 10 s", "normal": "Tune: normal",
                "thorough": "Tune: thorough"}[self.value]

    @property
    def seconds(self) -> float:
        """The budget."""
        return {"none": 0.0, "fast": 10.0, "normal": 60.0, "thorough": 600.0}[self.value]


class Objective(enum.Enum):
    """What the settings are to be good at."""

    AUC = "auc"
    LOG_LOSS = "log_loss"
    EXPECTED_R = "expected_r"
    ALL = "all"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"auc": "AUC", "log_loss": "Log loss", "expected_r": "R of the best fifth",
                "all": "All three: a front to pick from"}[self.value]

    @property
    def goals(self) -> tuple[Objective, ...]:
        """The single figures that are sought."""
        return (Objective.AUC, Objective.EXPECTED_R, Objective.LOG_LOSS) if self is Objective.ALL else (self,)

    @property
    def sign(self) -> float:
        """1 where more is better."""
        return -1.0 if self is Objective.LOG_LOSS else 1.0


@dataclass(frozen=True, slots=True)
class TuningOptions:
    """One search. A budget of trials alone gives the same study for the same seed."""

    effort: Effort = option(Effort.NONE, "Settings", help="Found by trials on earlier rows, in 10 s, 1 min or 10 "
                                                          "min; the score is of later rows that no trial saw.")
    objective: Objective = option(Objective.AUC, "Best By", folded=True, help="What the trials are compared by.")
    seconds: float = option(0.0, "Time", low=0.0, high=1_000_000.0, step=10, unit="s", folded=True,
                            help="The budget of search and training together; 0: as the choice above says.")
    trials: int = option(0, "Trials", low=0, high=100_000, step=10, folded=True,
                         help="The most trials of each model; 0: as many as the time allows.")
    seed: int = option(0, "Seed of the Search", low=0, high=2**31 - 1, step=1, folded=True,
                       help="With a number of trials and no time the same seed gives the same study.")
    held_blocks: int = option(2, "Blocks Kept for the Score", low=0, high=10, step=1, folded=True,
                              help="The last test blocks, which no trial sees: the tuned model is scored on them.")
    kept: int = option(1, "Best Trials Trained", low=1, high=10, step=1, folded=True,
                       help="How many of each model's best trials become runs. The average of three of each, by Add to "
                            "Ensemble, is mostly ahead of the luckiest one.")
    earlier: bool = option(True, "Begin With Earlier Studies", folded=True,
                           help="The best settings that studies of the same features found are tried first.")

    def checked(self) -> TuningOptions:
        """These options, or `WorkbenchError` naming the first that cannot be."""
        check_ranges(self)
        if not self.budget_seconds and not self.trials:
            raise WorkbenchError("The search has no budget.", where="effort", code="no-budget",
                                 remedy="Give a time or a number of trials.")
        return self

    @property
    def wanted(self) -> bool:
        """Whether there is to be a search at all."""
        return self.effort is not Effort.NONE or self.seconds > 0 or self.trials > 0

    @property
    def budget_seconds(self) -> float:
        """Seconds for search and training together; 0 where only trials count."""
        return self.seconds or (0.0 if self.trials else self.effort.seconds)
