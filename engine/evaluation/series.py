"""A score as a series of blocks in order of time: small enough to keep for every look, enough to account for luck.

The mean of a series is the score and the spread of its values tells how sure that is, also where neighbouring rows
share luck, since these fall into one block. Series of the same rows tell how alike two looks are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.intervals import placements
from engine.records import Floats, Ints, OutOfFold

MOST_BLOCKS = 256
LEAST_BLOCKS = 16  # as many as CSCV cuts the rows into


def blocks_of(found: OutOfFold) -> Ints:
    """The block of each row (n,): runs of rows, twice as long as outcomes overlap where there are enough."""
    rows = len(found.label)
    count = min(MOST_BLOCKS, max(rows // (2 * _overlap(found)), LEAST_BLOCKS), rows)
    return np.arange(rows, dtype=np.int64) * count // max(rows, 1)


def auc_series(found: OutOfFold) -> Floats | None:
    """The AUC as a series: its mean is the AUC, its variance over its length DeLong's, clustered by block.

    The influence of a row on the AUC is its placement less the mean, over the size of its class (DeLong, DeLong,
    Clarke-Pearson, Biometrics 44, 1988; clustered: Obuchowski, Biometrics 53, 1997). None where a class has fewer than
    two rows.
    """
    won = found.label == 1
    wins, losses = int(won.sum()), int((~won).sum())
    if min(wins, losses) < 2:
        return None
    stand = placements(found.label, found.probability)
    influence = np.empty(len(won))
    influence[won] = (stand.positive - stand.auc) / wins
    influence[~won] = (stand.negative - stand.auc) / losses
    block = blocks_of(found)
    count = int(block[-1]) + 1
    return np.asarray(stand.auc + count * np.bincount(block, influence, minlength=count))


def r_series(found: OutOfFold, accepted: NDArray[np.bool_]) -> Floats | None:
    """The R of the accepted rows, each block's sum over the mean size of a block: the mean is the R a signal.

    None where R is not known or nothing is accepted.
    """
    known = np.isfinite(found.realized_rr)
    taken = accepted & known
    if not taken.any():
        return None
    block = blocks_of(found)
    count = int(block[-1]) + 1
    earned = np.bincount(block[taken], found.realized_rr[taken], minlength=count)
    return np.asarray(earned * (count / int(known.sum())))


def _overlap(found: OutOfFold) -> int:
    """The median number of rows that begin before the outcome of one is known."""
    if not len(found.time) or found.time[0] < 0 or found.label_time[0] < 0:
        return 1
    begun = np.searchsorted(found.time, found.label_time, side="left") - np.arange(len(found.time))
    return max(int(np.median(begun)), 1)
