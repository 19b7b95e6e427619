"""One signal as a mapping, encoded in a few microseconds; whatever is unusual is left to the thorough way."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MISSING = float("nan")


class RowPlan:
    """What a mapping's encoding needs of a schema, worked out once: names, and the code of each known category.

    `spelling` gives the name of a category that is not given as a text.
    """

    __slots__ = ("_categories", "_names", "_pick", "_spelling")

    def __init__(self, names: Sequence[str], categories: Mapping[int, Sequence[str]],
                 spelling: Callable[[Any], str]) -> None:
        self._names = tuple(names)
        self._spelling = spelling
        self._pick = itemgetter(*names) if len(names) > 1 else None
        self._categories = [(place, {name: float(code) for code, name in reversed(list(enumerate(known)))})
                            for place, known in categories.items()]

    def encode(self, row: Mapping[str, Any]) -> NDArray[np.float32] | None:
        """The row as (1, d); None where something is neither a number nor missing."""
        values = self._values(row)
        for place, known in self._categories:
            values[place] = self._code(values[place], known)
        cells = _cells(values)
        if cells is None:
            cells = _cells([_MISSING if value is None else value for value in values])
        return None if cells is None else np.frombuffer(cells, dtype=np.float32).reshape(1, -1)

    def _values(self, row: Mapping[str, Any]) -> Any:
        if self._pick is not None and type(row) is dict:  # another mapping might make up what is not there
            try:
                values = self._pick(row)
                return list(values) if self._categories else values
            except KeyError:
                pass
        return [row.get(name) for name in self._names]

    def _code(self, value: Any, known: Mapping[str, float]) -> float:
        if type(value) is str:
            return known.get(value, _MISSING)
        return _MISSING if value is None else known.get(self._spelling(value), _MISSING)


def _cells(values: Sequence[Any]) -> array[float] | None:
    """The values as C floats: what `float` takes, but no texts; what is too large becomes infinite without a word."""
    try:
        return array("f", values)
    except (TypeError, OverflowError):
        return None
