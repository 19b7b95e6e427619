"""One name for the content of a table: what models saw, whatever file it came from."""

from __future__ import annotations

import hashlib
import json

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import FeatureSchema, Matrix
from engine.records import Floats, Ints


def fingerprint(
    schema: FeatureSchema, matrix: Matrix, label: NDArray[np.int8], time: Ints | None = None,
    label_time: Ints | None = None, realized_rr: Floats | None = None,
) -> str:
    """SHA-256 (hex) of names, kinds, categories and values; every NaN counts as the same, and so do 0 and -0."""
    digest = hashlib.sha256(b"alphapulse-table/1")
    names = [[f.name, f.kind.value, list(f.categories)] for f in schema.features]
    digest.update(json.dumps([names, list(matrix.shape)]).encode())
    digest.update(_bytes(matrix))
    for values in (label, time, label_time, realized_rr):
        digest.update(b"-" if values is None else b"+" + _bytes(np.asarray(values)))
    return digest.hexdigest()


def _bytes(values: NDArray) -> bytes:  # type: ignore[type-arg]
    if np.issubdtype(values.dtype, np.floating):
        values = np.where(np.isnan(values), np.asarray(np.nan, values.dtype), values) + np.asarray(0, values.dtype)
    return np.ascontiguousarray(values).tobytes()
