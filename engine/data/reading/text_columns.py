"""Text columns of a CSV file that hold something else: numbers written for people, True and False."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from engine.data.reading.repairs import BadCells
from engine.data.reading.words import MISSING_WORDS, number_of
from engine.records import Ints

if TYPE_CHECKING:
    import pyarrow as pa

_SAMPLE = 500
_CODE = re.compile(r"[-+]?0\d+|[-+]?\d{16,}")  # leading zeros, or more digits than a float holds


def settle_text(table: pa.Table, decimal: str, lines: Ints, bad: dict[str, BadCells]) -> pa.Table:
    """The table with such columns turned into numbers; `bad` gains what did not fit. Other text is trimmed."""
    import pyarrow as pa

    for position, field in enumerate(table.schema):
        if not pa.types.is_string(field.type):
            continue
        column = _trimmed(table.column(position))
        settled = _truths(column)
        if settled is None:
            settled = _numbers(column, decimal, lines, field.name, bad)
        table = table.set_column(position, field.name, column if settled is None else settled)
    return table


def _trimmed(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Without blanks around the words; what then stands for no value is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    trimmed = pc.utf8_trim_whitespace(column)
    missing = pc.is_in(trimmed, value_set=pa.array(sorted(MISSING_WORDS)))
    return pc.if_else(missing, pa.scalar(None, trimmed.type), trimmed) if pc.any(missing).as_py() else trimmed


def _truths(column: pa.ChunkedArray) -> pa.ChunkedArray | None:
    import pyarrow.compute as pc

    for part in (column.slice(0, _SAMPLE), column):
        words = {str(word).lower() for word in part.unique().to_pylist() if word is not None}
        if not words <= {"true", "false"}:
            return None
    if not words:
        return None
    return pc.equal(pc.utf8_lower(column), "true")


def _numbers(
    column: pa.ChunkedArray, decimal: str, lines: Ints, name: str, bad: dict[str, BadCells]
) -> pa.Array | None:
    known = [word for word in column.slice(0, 4 * _SAMPLE).to_pylist() if word is not None][:_SAMPLE]
    numbers = [word for word in known if number_of(word, decimal) is not None]
    if 2 * len(numbers) <= len(known) or any(_CODE.fullmatch(word) for word in numbers):
        return None
    cells = BadCells()
    values = cells.coerce(column, decimal, lines)
    if cells.hopeless or not np.isfinite(values.drop_null().to_numpy()).any():
        return None
    bad[name] = cells
    return values
