"""Values with their uncertainty, and the arrays that records hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95 % interval; NaN bounds where none can be given."""

    value: float
    low: float
    high: float
