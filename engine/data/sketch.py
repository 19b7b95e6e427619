"""A few kilobytes that recognise rows: whether, and up to where, rows without times are those of a training.

A sketch keeps the 64-bit hashes of about a thousand rows chosen by their hash, and of the last 64 rows. Of rows in
order of time, as training and scoring have them, the sampled ones tell that rows were seen, the last ones exactly
where the training ended. Rows that repeat a lot (few columns of few values) cannot be told apart: no sketch.
"""

from __future__ import annotations

import base64
import binascii

import numpy as np
from numpy.typing import NDArray

from engine.data.distinct import distinct
from engine.data.schema import Matrix

SAMPLED, LAST = 1024, 64
_DISTINCT = 0.9
_LOOKED_AT = 16  # times as many rows as are sampled are looked at for repetitions
_FEW = 8  # with fewer sampled rows than this nothing can be concluded from seeing none
_PIECE = 1 << 12  # rows at once: they stay in the processor's cache
_MISSING = np.uint32(0x7FC00000)

Hashes = NDArray[np.uint64]
Mask = NDArray[np.bool_]


def row_hashes(matrix: Matrix) -> Hashes:
    """A hash of each row (n,); every NaN counts as the same, and so do 0 and -0."""
    factors = np.random.Generator(np.random.PCG64(20040229)).integers(1, 2**63, matrix.shape[1] + 1, dtype=np.uint64)
    hashes = np.empty(len(matrix), dtype=np.uint64)
    for start in range(0, len(matrix), _PIECE):
        piece = matrix[start:start + _PIECE] + np.float32(0)
        words = piece.view(np.uint32)
        missing = np.isnan(piece)
        if missing.any():
            words[missing] = _MISSING
        # Multilinear hashing (Lemire and Kaser 2014): no mixing of cells is needed beside random factors.
        hashes[start:start + _PIECE] = words.astype(np.uint64) @ factors[:-1]
    return _mixed(hashes + factors[-1])


def sketch(matrix: Matrix) -> str:
    """The sketch of rows in order of time, as text; "" where too many rows are alike."""
    hashes = row_hashes(matrix)
    every = -(-len(hashes) // SAMPLED)
    # Rows that are alike are chosen together or not at all, so the chosen ones repeat as often as all do.
    chosen = hashes[hashes % np.uint64(max(every // _LOOKED_AT, 1)) == 0]
    if not len(chosen) or len(np.unique(chosen)) < _DISTINCT * len(chosen):
        return ""
    sampled = distinct(hashes[hashes % np.uint64(every) == 0])
    head = np.array([every, len(sampled)], dtype="<u8")
    packed = np.concatenate((head, sampled.astype("<u8"), hashes[-LAST:].astype("<u8")))
    return base64.b64encode(packed.tobytes()).decode("ascii")


def seen_rows(matrix: Matrix, kept: str) -> Mask | None:
    """Which rows (n,) a training had seen, by its sketch; None where that cannot be told.

    In order of time that is everything up to the last row of the training, rows in between that no longer match (some
    were purged, or had no label) included.
    """
    found = _read(kept)
    if found is None:
        return None
    every, sampled, last = found
    hashes = row_hashes(matrix)
    eligible = hashes % np.uint64(every) == 0
    known = np.isin(hashes, last) | (eligible & np.isin(hashes, sampled))
    if not known.any():
        return np.zeros(len(hashes), dtype=bool) if int(eligible.sum()) >= _FEW else None
    # The training ends where matches stop outnumbering misses; a row that recurs later by chance moves nothing.
    balance = np.cumsum(known.astype(np.int64) - (eligible & ~known))
    end = int(np.argmax(balance)) if balance.max() > 0 else -1
    return np.asarray(known | (np.arange(len(hashes)) <= end))


def _read(kept: str) -> tuple[int, Hashes, Hashes] | None:
    try:
        values = np.frombuffer(base64.b64decode(kept, validate=True), dtype="<u8")
    except (binascii.Error, ValueError):
        return None
    if len(values) < 3 or values[0] < 1 or values[1] > len(values) - 2:
        return None
    count = int(values[1])
    return int(values[0]), values[2:2 + count].astype(np.uint64), values[2 + count:].astype(np.uint64)


def _mixed(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
