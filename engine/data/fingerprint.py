"""One name for the content of a table: what models saw, whatever file it came from."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.distinct import distinct
from engine.data.schema import FeatureSchema, Matrix
from engine.records import Floats, Ints

_PIECE = 4096
_SKETCHED = 2048  # rows: a share is known to 0.01
_FEWEST = 20  # of them, to know a share by
_EVERY = np.iinfo(np.uint64).max


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


def sketch(label: NDArray[np.int8], time: Ints | None = None, label_time: Ints | None = None) -> NDArray[np.uint64]:
    """The smallest hashes of the rows' outcomes, ascending: enough to tell how much of a table another one holds.

    Bottom-k sampling (Broder, "On the resemblance and containment of documents", SEQUENCES 1997). A row is told by its
    label and times, whatever its place; by its place where there are no times.
    """
    found = _mixed(np.arange(len(label)) if time is None else time)
    for values in (label, label_time):
        if values is not None:
            found = _mixed(found ^ _mixed(values))
    return distinct(found)[:_SKETCHED]


def contained(part: NDArray[np.uint64], whole: NDArray[np.uint64]) -> float:
    """Which share of the rows of one sketched table the other holds; 0 where too little is known."""
    known = min(each[-1] if len(each) == _SKETCHED else _EVERY for each in (part, whole)) if len(part) else 0
    seen = part[part <= known]
    return float(np.isin(seen, whole).mean()) if len(seen) >= min(_FEWEST, len(part)) > 0 else 0.0


def _mixed(values: NDArray[Any]) -> NDArray[np.uint64]:
    """Splitmix64: equal values alike, all others anywhere (Steele, Lea and Flood, OOPSLA 2014)."""
    found = values.astype(np.int64).view(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        found = (found ^ (found >> np.uint64(shift))) * np.uint64(factor)
    return np.asarray(found ^ (found >> np.uint64(31)))


def _add(digest: hashlib._Hash, values: NDArray[Any]) -> None:
    """In pieces that stay in the processor's cache."""
    for start in range(0, len(values), _PIECE):
        piece = values[start:start + _PIECE]
        if piece.dtype.kind == "f":
            piece = piece + piece.dtype.type(0)  # -0 becomes 0
            piece[np.isnan(piece)] = np.nan
        digest.update(piece.data if piece.size else b"")
