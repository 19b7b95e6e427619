"""An Arrow table as a frame, column by column: the window stays alive meanwhile, and nothing is held twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data.reading.typing import EXACT

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_PIECE = 65_536


def to_frame(columns: list[tuple[str, pa.ChunkedArray]]) -> pd.DataFrame:
    """The columns as a frame; `columns` is emptied on the way so that each column's Arrow memory can go.

    Arrow's own conversion holds the interpreter for the whole table, a second for a million rows.
    """
    import pandas as pd

    columns.reverse()
    frame: dict[str, Any] = {}
    while columns:
        name, column = columns.pop()
        frame[name] = _plain(column)
    return pd.DataFrame(frame, copy=False)


def _plain(column: pa.ChunkedArray) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    types, kind = pa.types, column.type
    if types.is_integer(kind) and column.null_count and _too_long(column):
        column = column.cast(pa.string())  # an id with gaps keeps its digits only as text
    if types.is_boolean(kind) and column.null_count:
        column = pc.cast(column.cast(pa.int8()), pa.float64())
    if types.is_integer(column.type) and column.null_count:
        column = column.cast(pa.float64())
    if types.is_integer(column.type) or types.is_floating(column.type):
        return _numbers(column)
    return column.to_pandas()


def _numbers(column: pa.ChunkedArray) -> NDArray[Any]:
    """Piece by piece; null is NaN."""
    values = np.empty(len(column), dtype=column.type.to_pandas_dtype())
    start = 0
    for chunk in column.chunks:
        for offset in range(0, len(chunk), _PIECE):
            piece = chunk.slice(offset, _PIECE).to_numpy(zero_copy_only=False)
            values[start:start + len(piece)] = piece
            start += len(piece)
    return values


def _too_long(column: pa.ChunkedArray) -> bool:
    import pyarrow.compute as pc

    bounds = pc.min_max(column)
    return bool(max(abs(bounds["min"].as_py() or 0), abs(bounds["max"].as_py() or 0)) > EXACT)
