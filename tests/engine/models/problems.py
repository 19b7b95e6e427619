"""Small tables for the battery: few distinct values, so that every library finds the same bins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Problem:
    """A table and its labels."""

    matrix: NDArray[np.float32]
    label: NDArray[np.int8]


def numbers(rows: int = 400, columns: int = 5, seed: int = 0, strength: float = 1.0) -> Problem:
    """Whole numbers from -8 to 8; the first two columns tell of the label."""
    random = np.random.default_rng(seed)
    matrix = random.integers(-8, 9, (rows, columns)).astype(np.float32)
    chance = 1 / (1 + np.exp(-strength * (matrix[:, 0] / 3 + matrix[:, 1] * matrix[:, 2] / 12)))
    return Problem(matrix, (random.random(rows) < chance).astype(np.int8))


def with_gaps(rows: int = 400, seed: int = 1) -> Problem:
    """As `numbers`, a tenth of the cells missing."""
    whole = numbers(rows, seed=seed)
    matrix = whole.matrix.copy()
    matrix[np.random.default_rng(seed).random(matrix.shape) < 0.1] = np.nan
    return Problem(matrix, whole.label)


def categories(codes: int = 6, rows: int = 900, seed: int = 2) -> Problem:
    """Column 1 is a category: codes that are even win at 85 %, odd ones at 15 %; column 0 is noise."""
    random = np.random.default_rng(seed)
    matrix = np.stack([random.integers(-8, 9, rows), random.integers(0, codes, rows)], axis=1).astype(np.float32)
    chance = np.where(matrix[:, 1] % 2 == 0, 0.85, 0.15)
    return Problem(matrix, (random.random(rows) < chance).astype(np.int8))
