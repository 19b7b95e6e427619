"""How much each row counts, and the shift of the log-odds that undoes it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError
from engine.models.checks import check_weights, named_rows
from engine.records import Floats, Ints
from engine.training.config import BALANCED, TrainingConfig, parse_half_life

_FEW = 0.2  # below this share of effective rows the analyst is told


@dataclass(frozen=True, eq=False, slots=True)
class FitWeights:
    """`weight` (n,) or None = all 1 · `balance`: the mean weight of a win over that of a loss, at the same age."""

    weight: Floats | None
    balance: float = 1.0

    @property
    def offset(self) -> float:
        """Added to the margin: weighting wins by s multiplies the odds by s, so -ln(s) takes it back."""
        return -math.log(self.balance)

    def of_watched(self, label: NDArray[np.int8]) -> Floats | None:
        """Weights of rows watched for early stopping: unweighted, at the same balance of wins as in training."""
        return None if self.balance == 1.0 else np.where(label == 1, self.balance, 1.0)

    def effective_rows(self, rows: int) -> float:
        """Kish's effective sample size, (sum w)^2 / sum w^2 (Kish 1965): how many equal rows say as much."""
        return float(rows) if self.weight is None else kish(self.weight)


def kish(weight: Floats) -> float:
    """(sum w)^2 / sum w^2."""
    total = float(weight.sum())
    return total * total / float(weight @ weight) if total > 0 else 0.0


def from_realized_r(realized_rr: Floats, config: TrainingConfig | None = None) -> Floats:
    """The stated non-negative map: clip(|R|, low, high)^power over its mean; refused where R is not known."""
    config = config or TrainingConfig()
    unknown = ~np.isfinite(realized_rr)
    if unknown.any():
        raise WorkbenchError(
            f"Realized R is missing or infinite in {named_rows(unknown)}.", where="realized R", code="bad-weight",
            remedy="Leave those rows out, or train without weighting by realized R.",
        )
    size = np.clip(np.abs(realized_rr), config.weight_low, config.weight_high) ** config.weight_power
    return np.asarray(size / size.mean())


def map_words(config: TrainingConfig) -> str:
    """The map of realized R in one sentence."""
    power = "" if config.weight_power == 1 else f" to the power {config.weight_power:g}"
    return (f"Weights are |realized R|, held between {config.weight_low:g} and {config.weight_high:g}{power} and "
            "divided by their mean.")


def from_given(sample_weight: Floats, rows: int, config: TrainingConfig | None = None) -> tuple[Floats, str]:
    """Weights that a caller gave, and what was made of them in words.

    Realized R is negative for most signals, so a negative value shows what they are; otherwise only their mean is
    set to 1, since XGBoost and CatBoost would take a common factor for more data.
    """
    config = config or TrainingConfig()
    if sample_weight.shape == (rows,) and (sample_weight < 0).any():
        return (from_realized_r(sample_weight, config),
                f"The weights hold negative values: taken as realized R. {map_words(config)}")
    check_weights(sample_weight, rows)
    return sample_weight / sample_weight.mean(), ""


def ages(config: TrainingConfig, rows: int, time: Ints | None) -> Floats | None:
    """When each row was, counted in half-lives from the first (n,); None where old rows count alike."""
    length, by_rows = parse_half_life(config.half_life)
    if not length:
        return None
    if by_rows:
        return np.arange(rows) / length
    if time is None:
        raise WorkbenchError("The file has no signal time, so a half-life in hours or days means nothing.",
                             where="half_life", remedy="Give it in rows, such as 5000 rows, or name the time column.",
                             code="no-time")
    return np.asarray((time - time[0]) / length)


def recency(age: Floats | None) -> Floats | None:
    """Weights that halve with each half-life back from the newest of these rows."""
    return None if age is None else np.exp2(age - age.max())


def fit_weights(
    label: NDArray[np.int8], sample: Floats | None, scale_pos_weight: float | str, fresh: Floats | None = None
) -> FitWeights:
    """The product of row weights, recency (`fresh`) and the class factor of these rows, at a mean of 1 but for that.

    "balanced" = losses over wins, by weight. Recency is left out of the balance: that the newest base rate counts
    most is what it is for.
    """
    wins = label == 1
    base = _product(sample, fresh)
    if not wins.any() or wins.all():
        return FitWeights(base)  # one class alone is refused by the adapters' validator
    factor = _factor(wins, base, scale_pos_weight)
    if factor == 1.0 and base is None:
        return FitWeights(None)
    weight = np.where(wins, factor, 1.0) * (1.0 if base is None else base)
    return FitWeights(weight, _balance(weight, wins, fresh))


def few_words(effective: float, rows: int) -> str:
    """What to tell when the weights leave little of the data, or nothing."""
    if effective >= _FEW * rows:
        return ""
    return f"The weights leave {effective:,.0f} effective rows of {rows:,}: the model leans on few signals."


def _product(sample: Floats | None, fresh: Floats | None) -> Floats | None:
    if sample is None and fresh is None:
        return None
    weight = np.asarray((1.0 if sample is None else sample) * (1.0 if fresh is None else fresh))
    mean = float(weight.mean())
    return weight / mean if mean > 0 else weight  # all zero is refused by the adapters' validator


def _factor(wins: NDArray[np.bool_], sample: Floats | None, scale_pos_weight: float | str) -> float:
    if scale_pos_weight != BALANCED:
        return float(scale_pos_weight)
    weight = np.ones(len(wins)) if sample is None else sample
    won = float(weight[wins].sum())
    return float(weight[~wins].sum()) / won if won > 0 else 1.0


def _balance(weight: Floats, wins: NDArray[np.bool_], fresh: Floats | None) -> float:
    share = np.ones(len(wins)) if fresh is None else fresh
    sums = [float(each[rows].sum()) for each in (weight, share) for rows in (wins, ~wins)]
    return (sums[0] / sums[2]) / (sums[1] / sums[3]) if min(sums) > 0 else 1.0
