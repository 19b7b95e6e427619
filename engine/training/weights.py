"""How much each row counts, and the shift of the log-odds that undoes it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError
from engine.models.checks import check_weights, named_rows
from engine.records import Floats
from engine.training.config import BALANCED

LEAST_R, MOST_R = 0.1, 3.0
MAP_WORDS = f"Weights are |realized R|, held between {LEAST_R:g} and {MOST_R:g} and divided by their mean."


@dataclass(frozen=True, eq=False, slots=True)
class FitWeights:
    """`weight` (n,) or None = all 1 · `balance`: the mean weight of a win over that of a loss."""

    weight: Floats | None
    balance: float = 1.0

    @property
    def offset(self) -> float:
        """Added to the margin: weighting wins by s multiplies the odds by s, so -ln(s) takes it back."""
        return -math.log(self.balance)

    def of_watched(self, label: NDArray[np.int8]) -> Floats | None:
        """Weights of rows watched for early stopping: unweighted, at the same balance of wins as in training."""
        return None if self.balance == 1.0 else np.where(label == 1, self.balance, 1.0)


def from_realized_r(realized_rr: Floats) -> Floats:
    """The stated non-negative map: clip(|R|, 0.1, 3) over its mean; `WorkbenchError` where R is not known."""
    unknown = ~np.isfinite(realized_rr)
    if unknown.any():
        raise WorkbenchError(
            f"Realized R is missing or infinite in {named_rows(unknown)}.", where="realized R", code="bad-weight",
            remedy="Leave those rows out, or train without weighting by realized R.",
        )
    size = np.clip(np.abs(realized_rr), LEAST_R, MOST_R)
    return np.asarray(size / size.mean())


def from_given(sample_weight: Floats, rows: int) -> tuple[Floats, str]:
    """Weights that a caller gave, and what was made of them in words.

    Realized R is negative for most signals, so a negative value shows what they are; otherwise only their mean is
    set to 1, since XGBoost and CatBoost would take a common factor for more data.
    """
    if sample_weight.shape == (rows,) and (sample_weight < 0).any():
        return from_realized_r(sample_weight), f"The weights hold negative values: taken as realized R. {MAP_WORDS}"
    check_weights(sample_weight, rows)
    return sample_weight / sample_weight.mean(), ""


def fit_weights(label: NDArray[np.int8], sample: Floats | None, scale_pos_weight: float | str) -> FitWeights:
    """Row weights times the class factor of these rows ("balanced" = losses over wins, by weight)."""
    wins = label == 1
    if not wins.any() or wins.all():
        return FitWeights(sample)  # one class alone is refused by the adapters' validator
    factor = _factor(wins, sample, scale_pos_weight)
    if factor == 1.0 and sample is None:
        return FitWeights(None)
    weight = np.where(wins, factor, 1.0) * (1.0 if sample is None else sample)
    return FitWeights(weight, _balance(weight, wins))


def _factor(wins: NDArray[np.bool_], sample: Floats | None, scale_pos_weight: float | str) -> float:
    if scale_pos_weight != BALANCED:
        return float(scale_pos_weight)
    weight = np.ones(len(wins)) if sample is None else sample
    won = float(weight[wins].sum())
    return float(weight[~wins].sum()) / won if won > 0 else 1.0


def _balance(weight: Floats, wins: NDArray[np.bool_]) -> float:
    won, lost = float(weight[wins].mean()), float(weight[~wins].mean())
    return won / lost if won > 0 and lost > 0 else 1.0
