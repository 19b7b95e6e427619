"""What a combination is asked to do."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from engine.ensemble.objectives import Metric
from engine.errors import WorkbenchError
from engine.settings import check_ranges, option


class Method(enum.Enum):
    """How members are combined."""

    BLENDING = "blending"
    WEIGHTED_AVERAGE = "weighted_average"
    STACKING = "stacking"
    GREEDY = "greedy"
    DYNAMIC = "dynamic"

    @property
    def words(self) -> str:
        """The choice in words."""
        return _WORDS[self][0]

    @property
    def help(self) -> str:
        """One sentence on what it does."""
        return _WORDS[self][1]

    @property
    def result(self) -> str:
        """What it makes, as the subject of a sentence."""
        return _WORDS[self][2]

    @classmethod
    def named(cls, name: str | Method) -> Method:
        """The method with this name; `WorkbenchError` lists them for any other."""
        try:
            return cls(name)
        except ValueError:
            raise WorkbenchError(
                f"There is no method {name!r}.", where="method", code="unknown-method",
                remedy=f"Choose one of {', '.join(method.value for method in cls)}.",
            ) from None


_WORDS = {
    Method.BLENDING: ("Blending", "The weighted mean with the least log loss, or with weights that you give.",
                      "the blend"),
    Method.WEIGHTED_AVERAGE: ("Weighted Average", "As blending, drawn to equal weights where the rows leave it open.",
                              "the weighted average"),
    Method.STACKING: ("Stacking", "A logistic regression on the members' log-odds.", "the stack"),
    Method.GREEDY: ("Greedy Selection", "Adds, one by one, the member that helps the mean most.",
                    "the greedy selection"),
    Method.DYNAMIC: ("Dynamic Weights", "Weights that follow the members' success as labels arrive.",
                     "the dynamic mean"),
}


_NO_SHARES = (Method.STACKING, Method.DYNAMIC)
_CHOOSING = (Method.WEIGHTED_AVERAGE, Method.GREEDY)  # these can aim at something else than the log loss


@dataclass(frozen=True, slots=True)
class EnsembleOptions:
    """One combination; `weights` and `locked` go by member name, id or role.

    `weights` are used as they are (blending only); `locked` ones stay while the others are found (not by stacking and
    not dynamically, whose weights are no fixed shares).
    """

    method: Method = option(Method.BLENDING, "Method")
    weights: Mapping[str, float] = option({}, "Weights", help="Your own weights; left out, they are optimised.")
    locked: Mapping[str, float] = option({}, "Locked Weights",
                                         help="Members whose weights stay as given; the others share what is left.")
    metric: Metric = option(Metric.METHOD, "Make Best", folded=True,
                            help="Weighted average and greedy selection can aim at the AUC or at expected R instead.")
    weight_by_r: bool = option(False, "Weight Rows by Realized R", folded=True,
                               help="Rows with large wins and losses count more: |R| from 0.1 to 3.")
    calibrate: bool = option(True, "Calibrate", folded=True,
                             help="Correct the combined probability where that lowered the log loss on later rows.")
    first_share: float = option(0.4, "Rows That Only Fit Weights", low=0.1, high=0.9, step=0.05, folded=True,
                                help="The share of the earliest rows on which the ensemble is never scored.")
    stages: int = option(3, "Later Blocks", low=1, high=20, step=1, folded=True,
                         help="In how many blocks the later rows are scored, the weights fitted anew before each.")
    embargo: str = option("0", "Embargo", folded=True, help="A further gap before each block, as 4h, 30min or 2d.")
    threshold: float = option(0.5, "Threshold", low=0.0, high=1.0, step=0.01, folded=True,
                              help="From which probability on a signal is accepted.")
    name: str = option("", "Name", help="How the ensemble is listed; left out, the method's name.")

    def checked(self) -> EnsembleOptions:
        """These options, or `WorkbenchError` naming what cannot be."""
        check_ranges(self)
        if self.weights and self.method is not Method.BLENDING:
            raise WorkbenchError(f"{self.method.words} finds its own weights.", where="weights", code="bad-weights",
                                 remedy="Choose blending to use weights of your own.")
        if self.locked and (self.weights or self.method in _NO_SHARES):
            raise WorkbenchError(
                "Weights are either given or locked." if self.weights else
                f"{self.method.words} has no fixed shares that could be locked.", where="locked", code="bad-weights",
                remedy="Give some weights as locked only." if self.weights else
                "Choose Blending, Weighted Average or Greedy Selection to lock weights.",
            )
        if self.metric not in (Metric.METHOD, Metric.LOG_LOSS) and self.method not in _CHOOSING:
            raise WorkbenchError(
                f"{self.method.words} cannot aim at {self.metric.words}.", where="metric", code="bad-metric",
                remedy="Choose Weighted Average or Greedy Selection, or leave the aim to the method.",
            )
        return self
