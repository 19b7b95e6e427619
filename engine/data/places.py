"""Where rows are, in words: lines of a CSV file, rows elsewhere, the first few and how many more."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.records import Ints

_SHOWN = 8


def some(values: Sequence[object]) -> str:
    """The first few, and how many more there are."""
    more = f" and {len(values) - _SHOWN:,} more" if len(values) > _SHOWN else ""
    return ", ".join(map(str, values[:_SHOWN])) + more


def counted(things: Sized | int, noun: str) -> str:
    """`1 row` or `7 rows`."""
    number = things if isinstance(things, int) else len(things)
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def lines_words(lines: Sequence[int]) -> str:
    """`line 7` or `lines 7, 9 and 3 more`."""
    return f"line{'s' if len(lines) != 1 else ''} {some(lines)}"


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """The data row (0-based) of each row of a frame, and its line in the file where it has lines."""

    rows: Ints
    lines: Ints | None = None

    @classmethod
    def plain(cls, n: int) -> Places:
        """Rows that come from no file."""
        return cls(np.arange(n))

    def take(self, positions: Ints) -> Places:
        """The places of these rows."""
        return Places(self.rows[positions], None if self.lines is None else self.lines[positions])

    def words(self, positions: NDArray[np.int64] | Sequence[int]) -> str:
        """`lines 7, 9 and 3 more`."""
        numbers = (self.rows if self.lines is None else self.lines)[np.asarray(positions, dtype=np.int64)].tolist()
        if self.lines is not None:
            return lines_words(numbers)
        return f"row{'s' if len(numbers) != 1 else ''} {some(numbers)}"
