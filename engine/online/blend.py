"""How batch and online become one score: a fixed mix, or shares that follow whichever member predicts better.

The adaptive way is fixed share (Herbster and Warmuth, Machine Learning 32:151, 1998) over batch, online and the fixed
mix, on log loss with learning rate 1, updated when labels arrive. For labels at once its loss is at most that of the
best sequence of members with k switches plus `bound`; with late labels there is no such promise. The step itself is
`book.share`.
"""

from __future__ import annotations

import math

import numpy as np

from engine.online.book import Mixing
from engine.online.options import Blending, LearnerOptions
from engine.records import Floats

MEMBERS = ("batch", "online", "mix")
_OWN = 0.5  # of the first weights, this part stands on the members themselves, the rest on the fixed mix


def first_weights(batch_weight: float) -> Floats:
    """Weights of batch, online and mix that give the fixed mix to begin with."""
    return np.asarray([_OWN * batch_weight, _OWN * (1.0 - batch_weight), 1.0 - _OWN])


def mixing_of(options: LearnerOptions) -> Mixing:
    """The numbers that the loops want."""
    return Mixing(options.blending is Blending.ADAPTIVE, options.batch_weight, options.share_rate)


def effective(weights: Floats, mixing: Mixing, *, has_batch: bool = True) -> dict[str, float]:
    """The shares of batch and online in the final score at this moment."""
    if not has_batch:
        return {"batch": 0.0, "online": 1.0}
    batch = mixing.batch_weight
    if mixing.adaptive:
        batch = float(weights[0] + weights[2] * mixing.batch_weight)
    return {"batch": batch, "online": 1.0 - batch}


def bound(events: int, switches: int, *, first_weight: float, rate: float, members: int = len(MEMBERS)) -> float:
    """How much worse, in nats, fixed share may be than the best sequence of members, labels at once."""
    return (-math.log(first_weight) + switches * math.log(members / rate)
            - (events - 1 - switches) * math.log(1.0 - rate + rate / members))
