"""The distinct values of a long array, found while other threads go on."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)


def distinct(values: NDArray[T]) -> NDArray[T]:
    """Ascending, as `np.unique` gives them, which hashes and holds the interpreter's lock: a second for a million.

    Of values that hold no NaN.
    """
    found = np.sort(values, axis=None)
    first: NDArray[T] = found[np.append(True, found[1:] != found[:-1])[:len(found)]]
    return first
