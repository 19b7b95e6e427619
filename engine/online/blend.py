"""How batch and online become one score: a fixed mix, shares that follow who predicts better, or the best of late.

The adaptive way is fixed share (Herbster and Warmuth, Machine Learning 32:151, 1998) over champion, online, the fixed
mix and, where there is one, the previous champion, on log loss with learning rate 1, updated when labels arrive. For
labels at once its loss is at most that of the best sequence of members with k switches plus `bound`; with late labels
there is no such promise. The rolling way takes the batch share that did best on the labels of the window. The steps
themselves are in `mixing`.
"""

from __future__ import annotations

import math

import numpy as np

from engine.online.book import BATCH, FINAL, MIX, ONLINE, PREVIOUS, SHARED, Book, batch_part
from engine.online.mixing import FIXED, ROLLING, Mixing
from engine.online.mixing import SHARED as SHARES
from engine.online.options import Blending, LearnerOptions
from engine.records import Floats

MEMBERS = ("batch", "online", "mix", "previous")
_OWN = 0.5  # of the first weights, this part stands on the members themselves, the rest on the fixed mix
_PREVIOUS = 0.125  # of the champion's own part, this much is the previous champion's
_WAYS = {Blending.FIXED: FIXED, Blending.ADAPTIVE: SHARES, Blending.ROLLING: ROLLING}


def first_weights(batch_weight: float, *, previous: bool = False) -> Floats:
    """Weights of batch, online and mix, and of the previous champion, that give the fixed mix to begin with."""
    own = np.asarray([_OWN * batch_weight, _OWN * (1.0 - batch_weight), 1.0 - _OWN])
    if not previous:
        return own
    lent = own[0] * _PREVIOUS
    return np.asarray([own[0] - lent, own[1], own[2], lent])


def mixing_of(options: LearnerOptions) -> Mixing:
    """The numbers that the loops want."""
    return Mixing(_WAYS[options.blending], options.batch_weight, options.share_rate)


def effective(book: Book, mixing: Mixing, *, has_batch: bool = True) -> dict[str, float]:
    """The shares of batch (with the previous champion) and online in the final score at this moment."""
    batch = batch_part(book, mixing) if has_batch else 0.0
    return {"batch": batch, "online": 1.0 - batch}


def of_weights(weights: Floats, mixing: Mixing, *, has_batch: bool = True) -> dict[str, float]:
    """The same from members' weights alone, where no book is kept."""
    if not has_batch:
        return {"batch": 0.0, "online": 1.0}
    batch = mixing.batch_weight
    if mixing.way == SHARES:
        batch = float(weights[0] + weights[2] * mixing.batch_weight + weights[3:].sum())
    return {"batch": batch, "online": 1.0 - batch}


def cumulative(book: Book, *, champion: bool, previous: bool) -> dict[str, float]:
    """Log loss in nats since the stream began, of each member and each way of mixing.

    A member that gave no score is charged the final score's loss there, so that all sums are over the same labels.
    """
    rows = {"final": FINAL, "online": ONLINE}
    if champion:
        rows |= {"batch": BATCH, "mix": MIX, "shared": SHARED}
    if previous:
        rows["previous"] = PREVIOUS
    return {name: float(book.charged[row]) for name, row in rows.items()}


def regret(losses: dict[str, float]) -> dict[str, float]:
    """How many nats each lost more than the best single member; the best member has 0."""
    best = min((losses[name] for name in MEMBERS if name in losses), default=math.nan)
    return {name: value - best for name, value in losses.items()}


def bound(events: int, switches: int, *, first_weight: float, rate: float, members: int = 3) -> float:
    """How much worse, in nats, fixed share may be than the best sequence of members, labels at once."""
    return (-math.log(first_weight) + switches * math.log(members / rate)
            - (events - 1 - switches) * math.log(1.0 - rate + rate / members))
