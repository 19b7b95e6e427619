"""p-values of permutation tests and their correction for many tests at once."""

from __future__ import annotations

import numpy as np

from engine.records import Floats


def permutation_p(reached: int, permutations: int) -> float:
    """(b + 1)/(m + 1): never 0, and exact where the data are as likely as each of their permutations.

    Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 4.3.
    """
    return (reached + 1) / (permutations + 1)


def holm(p: Floats) -> Floats:
    """Adjusted p-values: below a level, at most that share of such families holds a single false one (Holm 1979)."""
    order = np.argsort(p, kind="stable")
    scaled = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    return _back(np.minimum(scaled, 1.0), order)


def benjamini_hochberg(p: Floats) -> Floats:
    """Adjusted p-values: of those below a level, at most that share is false on the mean.

    Benjamini and Hochberg, JRSS B 57 (1995); for tests that depend on each other positively too.
    """
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    return _back(np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0), order)


def _back(values: Floats, order: np.ndarray) -> Floats:
    found = np.empty_like(values)
    found[order] = values
    return found
