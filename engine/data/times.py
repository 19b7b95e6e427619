"""Times in any spelling as nanoseconds since 1970 UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.records import Ints

if TYPE_CHECKING:
    import pandas as pd

UNKNOWN_TIME = -1
_MISSING = np.iinfo(np.int64).min
_EARLIEST, _LATEST = 315_532_800, 4_102_444_800  # 1980 and 2100 in seconds
_EPOCHS = ((1, 10**9), (10**3, 10**6), (10**6, 10**3), (10**9, 1))


def epoch_unit(column: pd.Series) -> int | None:
    """Nanoseconds of one unit of a numeric epoch column (s, ms, us or ns by its size), or `None`."""
    values = column.dropna()
    if not len(values):
        return None
    low, high = float(values.min()), float(values.max())
    for scale, unit in _EPOCHS:
        if _EARLIEST * scale <= low and high <= _LATEST * scale:
            return unit
    return None


def looks_like_time(column: pd.Series) -> bool:
    """Whether the first values are dates, ISO texts or epoch numbers."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        return True
    sample = column.dropna().head(200)
    if not len(sample) or pd.api.types.is_bool_dtype(column):
        return False
    if pd.api.types.is_numeric_dtype(column):
        return epoch_unit(sample) is not None
    parsed = pd.to_datetime(sample, errors="coerce", utc=True, format="ISO8601")
    return bool(parsed.notna().mean() > 0.9)


def to_nanoseconds(column: pd.Series) -> Ints:
    """Each time in ns since 1970 UTC; the smallest int64 where there is none or it cannot be read."""
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column):
        unit = epoch_unit(column) or 1
        whole = column.isna()
        scaled = column.fillna(0).to_numpy(dtype=np.float64 if column.dtype.kind == "f" else np.int64) * unit
        return np.asarray(np.where(whole, _MISSING, scaled.astype(np.int64)), dtype=np.int64)
    parsed = pd.to_datetime(column, errors="coerce", utc=True, format=None if _dated(column) else "ISO8601")
    values = parsed.to_numpy(dtype="datetime64[ns]").view(np.int64)
    return np.asarray(values, dtype=np.int64)


def missing(times: Ints) -> NDArray[np.bool_]:
    """Which times are not there."""
    return np.equal(times, _MISSING)


def _dated(column: pd.Series) -> bool:
    import pandas as pd

    return bool(pd.api.types.is_datetime64_any_dtype(column))
