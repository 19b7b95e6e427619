"""Any record as plain JSON values."""

from __future__ import annotations

import dataclasses
import enum
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

_AS_THEY_ARE = frozenset((str, int, bool))


def to_plain(record: Any) -> Any:  # noqa: PLR0911 - one line a kind of value
    """Any record as JSON values: enums by value, arrays as lists, NaN as None."""
    if record is None or type(record) in _AS_THEY_ARE:  # most of any record
        return record
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {f.name: to_plain(getattr(record, f.name)) for f in dataclasses.fields(record)}
    if isinstance(record, enum.Enum):
        return record.value
    if isinstance(record, Mapping):
        return {str(key): to_plain(value) for key, value in record.items()}
    if isinstance(record, np.ndarray):
        return [to_plain(value) for value in record.tolist()]
    if isinstance(record, (list, tuple)):
        return [to_plain(value) for value in record]
    if isinstance(record, np.generic):
        return to_plain(record.item())
    if isinstance(record, float) and not math.isfinite(record):
        return None
    return record
