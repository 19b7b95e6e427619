"""What a training is asked to do: one name for each common knob, whatever the library."""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.data.splits import parse_duration
from engine.errors import WorkbenchError
from engine.models import library
from engine.models.base import default_threads
from engine.models.fit_data import Knobs
from engine.settings import check_ranges, option

BALANCED = "balanced"

# A few hundred noisy rows often ask for one tree. On three sets of signals, never stopping before rounds x learning
# rate reaches this raised the pooled AUC by 0.003 and lowered the log loss.
_LEAST_STEP = 1.5


# Found on `phoneme`, where they lift the three libraries above their own defaults.
_LOOSE: Mapping[str, Any] = {
    "learning_rate": 0.05, "max_depth": 8, "min_child_weight": 0.1, "l2": 1.0, "column_sample": 0.8,
}


class ModelType(enum.Enum):
    """Which library grows the trees."""

    XGBOOST = "xgboost"
    LIGHTGBM = "lightgbm"
    CATBOOST = "catboost"

    @property
    def title(self) -> str:
        """The library's name as its makers write it."""
        return library(self.value).title


class Weighting(enum.Enum):
    """How much each signal counts in training."""

    NONE = "none"
    REALIZED_R = "realized_r"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"none": "Every signal alike", "realized_r": "By size of realized R"}[self.value]


class Continuing(enum.Enum):
    """How a warm start goes on from its parent."""

    GROW = "grow"
    RELEARN = "relearn"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"grow": "Add trees", "relearn": "Keep its trees, learn their leaves anew"}[self.value]


class Device(enum.Enum):
    """Where trees are grown."""

    CPU = "cpu"
    GPU = "gpu"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"cpu": "Processor", "gpu": "GPU, where there is one"}[self.value]


class Calibration(enum.Enum):
    """How the model's probabilities are mapped to better ones."""

    NONE = "none"
    AUTO = "auto"
    TEMPERATURE = "temperature"
    PLATT = "platt"
    ISOTONIC = "isotonic"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"none": "As the model says", "auto": "Where later rows gain by it", "temperature": "Temperature",
                "platt": "Platt's line", "isotonic": "Isotonic (thousands of rows)"}[self.value]


class ThresholdRule(enum.Enum):
    """From which probability on signals are traded."""

    FIXED = "fixed"
    BY_R = "by_r"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"fixed": "Given", "by_r": "Where earlier blocks earned most R"}[self.value]


class Scheme(enum.Enum):
    """How rows are split into training and test."""

    PURGED_WALK_FORWARD = "purged_walk_forward"
    WALK_FORWARD = "walk_forward"
    BLOCKED = "blocked"
    SHUFFLED = "shuffled"
    COMBINATORIAL = "combinatorial"

    @property
    def short(self) -> str:
        """What its splits are called in a sentence."""
        return {
            "purged_walk_forward": "The purged walk-forward", "walk_forward": "A walk-forward without purging",
            "blocked": "Blocks tested with later rows in training", "shuffled": "Shuffled folds",
            "combinatorial": "Combinatorial purged splits",
        }[self.value]

    @property
    def words(self) -> str:
        """The choice in words; only the purged ones are honest where labels overlap."""
        return {
            "purged_walk_forward": "Purged walk-forward",
            "combinatorial": "Combinatorial purged (advanced: later rows train too, many fits)",
            "walk_forward": "Walk-forward without purging (expert)",
            "blocked": "Blocks, later rows train too (expert)",
            "shuffled": "Shuffled (expert: reports too much)",
        }[self.value]


class FinalFit(enum.Enum):
    """Which rows the saved model has seen."""

    HOLDOUT = "holdout"
    ALL = "all"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"holdout": "Keep the last test block unseen", "all": "Train again on all rows"}[self.value]


def parse_half_life(words: str) -> tuple[float, bool]:
    """The half-life as a number, and whether it counts rows instead of nanoseconds; 0 = none."""
    text = words.strip().lower()
    if text.endswith(("row", "rows")):
        try:
            rows = float(text.removesuffix("s").removesuffix("row"))
        except ValueError:
            rows = math.nan
        if not 0 < rows < math.inf:
            raise WorkbenchError(f"{words!r} is not a number of rows.", where="half_life", code="not-a-duration",
                                 remedy="Give a half-life such as 90d, 12h or 5000 rows, or 0 for none.")
        return rows, True
    return float(parse_duration(text, "half_life")), False


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """One training. `extra_params` go to the library under its own names; they may not repeat a common knob."""

    model_type: ModelType = option(ModelType.XGBOOST, "Model")
    rounds: int = option(1000, "Rounds", low=1, high=20_000, step=50,
                         help="The most trees to grow; early stopping usually needs fewer.")
    learning_rate: float = option(0.03, "Learning Rate", low=0.0005, high=1.0, step=0.01,
                                  help="How far each tree moves the score; smaller needs more rounds.")
    max_depth: int = option(5, "Depth", low=1, high=12, step=1, help="How many questions a tree asks in a row.")
    early_stopping_rounds: int = option(
        100, "Early Stopping", low=0, high=5_000, step=10, unit="rounds",
        help="Stop after this many rounds without a better loss on later rows; 0 grows all rounds.")
    refit: bool = option(
        True, "Learn From the Newest Rows Too", folded=True,
        help="Once early stopping has found the number of rounds, train again with the rows it had kept aside.")
    scale_pos_weight: float | str = option(
        1.0, "Weight of Wins", low=0.001, high=1000.0, step=0.1,
        help='How much a win counts against a loss, or "balanced"; probabilities are corrected for it.')
    weighting: Weighting = option(Weighting.NONE, "Weighting",
                                  help="By size of realized R, large wins and losses count more: |R| from 0.1 to 3.")
    half_life: str = option("0", "Half-Life", folded=True,
                            help="After how long a signal counts half, as 90d or 5000 rows; 0 = old ones count alike.")
    weight_power: float = option(1.0, "Temper of Realized R", low=0.0, high=2.0, step=0.1, folded=True,
                                 help="Weights are |R| to this power: 0.5 tempers, 0 makes all alike.")
    weight_low: float = option(0.1, "Least |R| as Weight", low=0.0001, high=100.0, step=0.1, folded=True,
                               help="Smaller |R| count as this much.")
    weight_high: float = option(3.0, "Most |R| as Weight", low=0.0001, high=1000.0, step=0.1, folded=True,
                                help="Larger |R| count as this much, so that no outlier rules.")
    seed: int = option(0, "Seed", low=0, high=2**31 - 1, step=1, help="The same seed gives the same model.")
    continuing: Continuing = option(
        Continuing.GROW, "Warm Start By", folded=True,
        help="Add trees to the parent's, or ask its questions again and learn the answers from the new rows alone.")
    tree_budget: int = option(
        0, "Tree Budget", low=0, high=20_000, step=50, folded=True, unit="trees",
        help="With a warm start: the most trees to keep; the oldest make room for new ones. 0 keeps all.")
    old_trees: float = option(
        1.0, "Share of Old Trees", low=0.05, high=1.0, step=0.05, folded=True,
        help="With a warm start: how much of what the parent's trees say stays. 0.8 fades them by a fifth each time.")
    min_child_weight: float = option(
        10.0, "Least Leaf Weight", low=0.0, high=100_000.0, step=1, folded=True,
        help="Least weight of a leaf, in rows times p(1-p): a quarter of the rows at even odds.")
    l2: float = option(10.0, "Shrinkage of Leaves (L2)", low=0.0, high=10_000.0, step=1, folded=True,
                       help="Pulls the value of small leaves to zero.")
    subsample: float = option(0.8, "Share of Rows", low=0.05, high=1.0, step=0.05, folded=True,
                              help="The share of rows that each tree sees.")
    column_sample: float = option(0.5, "Share of Columns", low=0.05, high=1.0, step=0.05, folded=True,
                                  help="The share of features that each tree may use.")
    max_bins: int = option(256, "Bins", low=16, high=256, step=1, folded=True,
                           help="Into how many steps each feature is cut.")
    calibration: Calibration = option(
        Calibration.NONE, "Calibration", folded=True,
        help="A map of the probabilities, fitted on out-of-fold rows of earlier blocks and kept with the model.")
    threshold_rule: ThresholdRule = option(
        ThresholdRule.BY_R, "Threshold", folded=True,
        help="Chosen by realized R on earlier blocks and checked on the last, where the file has realized R.")
    threshold: float = option(0.5, "Given Threshold", low=0.0, high=1.0, step=0.01, folded=True,
                              help="From which probability on a signal is accepted, where no rule says otherwise.")
    cost_r: float = option(0.0, "Cost of a Trade", low=0.0, high=10.0, step=0.01, unit="R", folded=True,
                           help="Taken from the R of every trade before a threshold is chosen.")
    loosen: bool = option(
        True, "Hold Back Less on Clear Patterns", folded=True,
        help="Where the watched rows show a clear pattern, deeper trees with less shrinkage are tried as well.")
    device: Device = option(Device.CPU, "Device", folded=True,
                            help="A GPU is tried before the run; where there is none, the processor is used and named.")
    threads: int = option(0, "Threads", low=0, high=1024, step=1, folded=True, help="0 uses all cores but one.")
    extra_params: Mapping[str, Any] = option({}, "Further Parameters", folded=True,
                                             help="Passed to the library under its own names.")

    def checked(self) -> TrainingConfig:
        """This configuration, or `WorkbenchError` naming the first field that cannot be."""
        if not isinstance(self.model_type, ModelType):
            raise WorkbenchError(f"{self.model_type!r} is not a model type.", where="model_type", code="unknown-model",
                                 remedy="Give ModelType.XGBOOST, ModelType.LIGHTGBM or ModelType.CATBOOST.")
        if isinstance(self.scale_pos_weight, str) and self.scale_pos_weight != BALANCED:
            raise WorkbenchError(f"The weight of wins is {self.scale_pos_weight!r}.", where="scale_pos_weight",
                                 remedy='Give a number above 0 or "balanced".', code="out-of-range")
        check_ranges(self)
        if self.weight_low > self.weight_high:
            raise WorkbenchError(
                f"The least |R| as weight ({self.weight_low:g}) is above the most ({self.weight_high:g}).",
                where="weight_low", remedy="Give a least value below the most.", code="out-of-range")
        parse_half_life(self.half_life)
        library(self.model_type.value).check_extra(self.extra_params)
        return self

    def loosened(self) -> TrainingConfig:
        """The same with less holding back, as far as the analyst has left the defaults."""
        defaults = TrainingConfig()
        return replace(self, **{name: value for name, value in _LOOSE.items()
                                if getattr(self, name) == getattr(defaults, name)})

    def knobs(self) -> Knobs:
        """The options as the adapters take them."""
        return Knobs(
            rounds=self.rounds, learning_rate=self.learning_rate, max_depth=self.max_depth,
            min_child_weight=self.min_child_weight, l2=self.l2, subsample=self.subsample,
            column_sample=self.column_sample, max_bins=self.max_bins, patience=self.early_stopping_rounds,
            least_rounds=min(self.rounds, math.ceil(_LEAST_STEP / self.learning_rate)),
            seed=self.seed, threads=self.threads or default_threads(), extra=dict(self.extra_params),
            gpu=self.device is Device.GPU,
        )


@dataclass(frozen=True, slots=True)
class ValidationOptions:
    """How a training is validated."""

    scheme: Scheme = option(Scheme.PURGED_WALK_FORWARD, "Validation", help="Train on the past, test on the future.")
    folds: int = option(5, "Test Blocks", low=2, high=50, step=1,
                        help="How many consecutive blocks of later rows are tested.")
    embargo: str = option("0", "Embargo", help="A further gap before each test block, as 4h, 30min or 2d.")
    horizon_rows: int = option(0, "Label Horizon", low=0, high=1_000_000, step=1, unit="rows", folded=True,
                               help="Where the file has no label time: how many rows ahead a label looks.")
    first_share: float = option(0.5, "Rows That Only Train", low=0.1, high=0.9, step=0.05, folded=True,
                                help="The share of the earliest rows that are never tested.")
    recent_rows: int = option(0, "Train on the Newest", low=0, high=100_000_000, step=100, unit="rows", folded=True,
                              help="After a change of regime: only so many rows before each test block train; 0 = all.")
    groups: int = option(8, "Groups", low=3, high=16, step=1, folded=True,
                         help="Combinatorial purged only: into how many blocks all rows are cut.")
    test_groups: int = option(2, "Groups Tested at Once", low=1, high=8, step=1, folded=True,
                              help="Combinatorial purged only: every choice of so many groups is tested once.")
    final_fit: FinalFit = option(FinalFit.HOLDOUT, "Saved Model", folded=True,
                                 help="Trained up to the last test block, or once more on all rows.")

    @property
    def fits(self) -> int:
        """How many fits each model takes, so that it can be said before they begin."""
        combined = self.scheme is Scheme.COMBINATORIAL
        tested = math.comb(self.groups, self.test_groups) if combined else self.folds
        return tested + (self.final_fit is FinalFit.ALL)
