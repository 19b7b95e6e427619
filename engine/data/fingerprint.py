"""One name for the content of a table: what models saw, whatever file it came from."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import FeatureSchema, Matrix
from engine.records import Floats, Ints

_PIECE = 4096


def fingerprint(
    schema: FeatureSchema, matrix: Matrix, label: NDArray[np.int8], time: Ints | None = None,
    label_time: Ints | None = None, realized_rr: Floats | None = None,
) -> str:
    """SHA-256 (hex) of names, kinds, categories and values; every NaN counts as the same, and so do 0 and -0."""
    digest = hashlib.sha256(b"alphapulse-table/1")
    names = [[f.name, f.kind.value, list(f.categories)] for f in schema.features]
    digest.update(json.dumps([names, list(matrix.shape)]).encode())
    for values in (matrix, label, time, label_time, realized_rr):
        digest.update(b"-" if values is None else b"+")
        if values is not None:
            _add(digest, np.ascontiguousarray(values))
    return digest.hexdigest()


def outcomes(label: NDArray[np.int8], time: Ints | None = None, label_time: Ints | None = None) -> str:
    """SHA-256 (hex) of what was waiting to be found out: labels and times, whatever the features.

    Two tables with the same outcomes spend the same luck: another feature set or another weighting is one more look at
    the same rows.
    """
    digest = hashlib.sha256(b"alphapulse-outcomes/1")
    for values in (label, time, label_time):
        digest.update(b"-" if values is None else b"+")
        if values is not None:
            _add(digest, np.ascontiguousarray(values))
    return digest.hexdigest()


def _add(digest: hashlib._Hash, values: NDArray[Any]) -> None:
    """In pieces that stay in the processor's cache."""
    for start in range(0, len(values), _PIECE):
        piece = values[start:start + _PIECE]
        if piece.dtype.kind == "f":
            piece = piece + piece.dtype.type(0)  # -0 becomes 0
            piece[np.isnan(piece)] = np.nan
        digest.update(piece.data if piece.size else b"")
