"""What drift detectors look at: a score's errors, and its log loss beside that of its own average forecast.

The second asks whether the forecasts still tell one signal from another. Luck that neighbouring signals share, and
quick losses that arrive before slow wins, raise or lower both losses alike and so leave their difference nearly alone;
a champion that has lost its skill has no such company. On weak signals it also takes half as many labels to show a
change as the log loss itself. Plain Python functions that numba compiles on first use; see `kernels`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.online.kernels import Bytes
from engine.online.mixing import FLOOR
from engine.records import Floats

ERROR, EXCESS, SCALED = 0, 1, 2  # columns of what is watched
SEEN, USUAL, SPREAD = 0, 1, 2  # places in the state: labels, average forecast, expected squared excess
WARM = 100  # labels that tell the average and the spread before anything is watched
MEMORY = 1000.0  # labels that the average looks back


def fresh() -> Floats:
    """The state before the first label."""
    return np.zeros(3)


def log_odds(probability: float) -> float:
    """ln(p / (1 - p))."""
    return math.log(probability / (1.0 - probability))


def watched_pass(score: Floats, label: Bytes, state: Floats, out: Floats) -> None:
    """Of scores (k,) and labels (k,): error, excess in nats and excess in its own spreads (k, 3); NaN: not watched."""
    for k in range(score.shape[0]):
        out[k, ERROR] = math.nan
        out[k, EXCESS] = math.nan
        out[k, SCALED] = math.nan
        if math.isnan(score[k]):
            continue
        said = max(min(score[k], 1.0 - FLOOR), FLOOR)
        state[SEEN] += 1.0
        share = 1.0 / min(state[SEEN], MEMORY)
        state[USUAL] += (said - state[USUAL]) * share
        usual = max(min(state[USUAL], 1.0 - FLOOR), FLOOR)
        apart = log_odds(said) - log_odds(usual)
        state[SPREAD] += (said * (1.0 - said) * apart * apart - state[SPREAD]) * share
        if state[SEEN] <= WARM:
            continue
        won = label[k] == 1
        excess = math.log(usual / said) if won else math.log((1.0 - usual) / (1.0 - said))
        spread = math.sqrt(state[SPREAD])
        out[k, ERROR] = 1.0 if (score[k] > 0.5) != won else 0.0
        out[k, EXCESS] = excess
        out[k, SCALED] = excess / spread if spread > 0.0 else 0.0


LOOPS: tuple[Callable[..., Any], ...] = (log_odds, watched_pass)
