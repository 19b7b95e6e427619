"""Weights that move with time: fixed share over the members, each label used only once it has arrived.

Source: Herbster and Warmuth, Machine Learning 32 (1998); log loss has learning rate 1. The plain mean of all members
is one of the experts: without it the weights end on one member, and in quiet times the mean is better than any.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.ensemble.panel import Panel
from engine.evaluation.pooling import Pool
from engine.records import Floats, Ints

SHARE = 0.001  # of the weight that wanders to the others with every label: about one change of regime in 1,000
_UPDATES = 4000  # at most so many weight changes; more are not seen and cost time


@dataclass(frozen=True, eq=False, slots=True)
class WeightPath:
    """`weights` (m + 1, k): the shares before and after each of m updates; `used` (n,) which one each row got."""

    weights: Floats
    used: Ints

    def pooled(self, panel: Panel) -> Floats:
        """Each row's mean under the weights of its own time, (n,)."""
        return np.asarray(np.einsum("nk,kn->n", self.weights[self.used], panel.probability))

    def latest(self, panel: Panel) -> Pool:
        """The weights after the last label, for what comes next."""
        last = self.weights[-1]
        return Pool(panel.names, tuple(map(float, last / last.sum())))


def follow(panel: Panel, *, by_r: bool = False, share: float = SHARE, updates: int = _UPDATES) -> WeightPath:
    """Walk through the labels in the order of their arrival; row i uses the labels that had arrived at its time."""
    arrival, known_by = arrivals(panel)
    count = len(panel)
    every = max(-(-count // updates), 1)
    likelihood = panel.likelihood()
    experts = np.vstack((likelihood, likelihood.mean(axis=0)))
    gains = np.log(experts) * panel.weight(by_r=by_r)
    bounds = np.arange(0, count, every)
    blocks = np.add.reduceat(gains[:, arrival], bounds, axis=1).T if count else np.empty((0, len(experts)))
    kept = (1.0 - share) ** np.diff(np.append(bounds, count))
    # An update happens when its whole block of labels is there.
    path = share_path(blocks, kept)
    return WeightPath(path[:, :-1] + path[:, -1:] / len(panel.names), known_by // every)


def arrivals(panel: Panel) -> tuple[Ints, Ints]:
    """The rows in the order in which their labels arrive, and for each row how many labels were there at its time."""
    count = len(panel)
    if panel.time is None or panel.label_time is None:
        return np.arange(count), np.arange(count)
    order = np.argsort(panel.label_time, kind="stable")
    known = np.searchsorted(panel.label_time[order], panel.time, "left")
    # A label never arrives before its own signal, whatever the file says.
    return order, np.minimum(known, np.arange(count))


def share_path(blocks: Floats, kept: Floats) -> Floats:
    """Fixed share over log likelihoods (m, e), `kept` (m,) of the weight staying where it is: weights (m + 1, e)."""
    members = blocks.shape[1]
    path = np.empty((len(blocks) + 1, members))
    path[0] = shares = np.full(members, 1.0 / members)
    for i, block in enumerate(blocks):
        shares = shares * np.exp(block - block.max())
        shares = kept[i] * shares / shares.sum() + (1.0 - kept[i]) / members
        path[i + 1] = shares
    return path
