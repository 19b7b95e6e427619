"""How the online learner learns, mixes and watches: every choice once, with its words."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from engine import settings
from engine.settings import option


class OnlineKind(enum.Enum):
    """The menu of online models."""

    LINEAR = "linear"
    RIVER_LINEAR = "river-linear"
    HOEFFDING = "hoeffding-tree"
    ADAPTIVE_FOREST = "adaptive-forest"
    NAIVE_BAYES = "naive-bayes"
    ALMA = "alma"
    AGGREGATED_FOREST = "aggregated-forest"


class Blending(enum.Enum):
    """How batch and online become the final score."""

    FIXED = "fixed"
    ADAPTIVE = "adaptive"
    ROLLING = "rolling"


class Detector(enum.Enum):
    """What watches for drift."""

    BOTH = "both"
    ADWIN = "adwin"
    HDDM_A = "hddm-a"
    PAGE_HINKLEY = "page-hinkley"
    DDM = "ddm"
    NONE = "none"

    @property
    def words(self) -> str:
        """As it is written."""
        return {"both": "ADWIN and HDDM_A", "page-hinkley": "Page-Hinkley", "none": "None"}.get(
            self.value, self.value.upper().replace("-", "_"))


@dataclass(frozen=True, slots=True)
class LearnerOptions:
    """The online learner's settings; the same for a replay, a monitor and plain Python."""

    learning_rate: float = option(
        0.001, "Learning rate", low=1e-6, high=1.0,
        help="With real label delays about 0.001 is right; River's own 0.01 is mostly worse than the base rate.",
    )
    blending: Blending = option(
        Blending.FIXED, "Blend", help="Fixed, following who predicts better, or the best share of the window.",
    )
    batch_weight: float = option(
        0.8, "Batch share", low=0.0, high=1.0, step=0.01, help="Share of the batch model in the fixed mix.",
    )
    detector: Detector = option(
        Detector.BOTH, "Drift detector", help="Watches the champion's log loss and its errors as labels arrive.",
    )
    window: int = option(
        1000, "Rolling window", low=50, high=100_000, step=50, unit="labels", help="Figures are of the last so many.",
    )
    cool_down: int = option(
        1000, "Cool-down", low=0, high=1_000_000, step=100, unit="labels", folded=True,
        help="After an alarm, further alarms within this many labels are shown but ask for no retraining.",
    )
    half_life_events: float = option(
        0.0, "Half-life in labels", low=0.0, high=1e9, folded=True, help="Old labels fade by half in so many; 0 never.",
    )
    half_life_hours: float = option(
        0.0, "Half-life in hours", low=0.0, high=1e6, folded=True, help="Old labels fade by half in so long; 0 never.",
    )
    expiry_hours: float = option(
        0.0, "Labels expire after", low=0.0, high=1e6, unit="hours", folded=True,
        help="A signal without a label for so long is given up; 0 waits for ever.",
    )
    model: OnlineKind = option(
        OnlineKind.LINEAR, "Online model", folded=True,
        help="The linear model is River's, compiled; the others run in River itself, some hundred times slower.",
    )
    share_rate: float = option(
        0.001, "Share rate", low=0.0, high=0.5, folded=True,
        help="How readily adaptive shares come back after a change (fixed share).",
    )
    intercept_rate: float = option(
        0.0, "Intercept rate", low=0.0, high=1.0, folded=True,
        help="0 takes River's 0.01 where labels come at once; where they come late it falls from there to 0.001, since "
             "a quick intercept follows the luck that neighbouring signals share.",
    )
    intercept_settling: float = option(
        0.0, "Intercept settling", low=0.0, high=100.0, folded=True,
        help="The intercept's rate is at least this divided by 400 plus the labels that count; 0 never.",
    )
    l2: float = option(0.0, "L2 penalty", low=0.0, high=10.0, folded=True, help="Pull of the weights to zero.")


RIVERS_INTERCEPT_RATE = 0.01
LATE_INTERCEPT_RATE = 0.001
LATE_SETTLING = 4.0  # a running mean of the labels, in log-odds


def resolved(options: LearnerOptions, *, late: bool) -> LearnerOptions:
    """The options with the intercept rate spelled out: with late labels River's makes the score follow shared luck."""
    if options.intercept_rate:
        return options
    if late and options.model is OnlineKind.LINEAR:
        return replace(options, intercept_rate=LATE_INTERCEPT_RATE, intercept_settling=LATE_SETTLING)
    return replace(options, intercept_rate=RIVERS_INTERCEPT_RATE)


def checked(options: LearnerOptions) -> LearnerOptions:
    """The options within their ranges and in their one spelling: 500 and 500.0 are the same learner."""
    settings.check_ranges(options)
    return settings.from_json(LearnerOptions, settings.to_json(options))
