"""A forest in few bytes: thresholds as exact codes of one or two bytes, leaves rounded as one chooses.

A split is the number of its column and that of its threshold among the column's own, which loses nothing; a tree's
shape is one bit a node. Leaves are float32, float16, or eight bits with a scale a tree: what that costs is measured
before it is used, see `evaluation.compacting`. Plain arrays one behind the other; the reader believes nothing.
"""

from __future__ import annotations

import enum
import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError
from engine.models.flat_forest import FlatForest, NotFlat, general_trees, leaves_only
from engine.models.flat_kernels import CODE, COLUMN, DEPTH, LEAVES, LEFT, MODE, SET, START, THRESHOLD, Values
from engine.models.flat_proof import sound
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat

MAGIC = b"APFOREST"
VERSION = 1
_HEAD = struct.Struct("<8sBBBBBxxxIIIIIIIdd")
_CODES = {1: "<u1", 2: "<u2", 4: "<u4"}
_PADDING = slice(13, 16)  # bytes of the head that mean nothing
_WIDEST = 1 << 20  # features
_PIECE = 4_096  # rows scored between two looks whether the loops are compiled
_FINEST = 127  # the largest number of an eight-bit leaf


class Leaves(enum.Enum):
    """How exactly leaves are kept."""

    FLOAT32 = "float32"
    FLOAT16 = "float16"
    INT8 = "int8"

    @property
    def words(self) -> str:
        """For the screen."""
        return {Leaves.FLOAT32: "32-bit leaves", Leaves.FLOAT16: "16-bit leaves (FP16)",
                Leaves.INT8: "8-bit leaves (INT8), one scale a tree"}[self]


_KINDS = tuple(Leaves)


@dataclass(frozen=True, eq=False, slots=True)
class _Splits:
    """Inner nodes or splits of symmetric trees, in order: column, and number among the column's distinct thresholds."""

    column: NDArray[np.int64]
    code: NDArray[np.int64]
    counts: NDArray[np.int64]  # distinct thresholds a column
    thresholds: NDArray[np.int32]  # column by column, rising


def pack(forest: FlatForest, leaves: Leaves = Leaves.FLOAT16) -> bytes:
    """The forest as bytes; raises `WorkbenchError` for leaves that the chosen kind cannot hold."""
    inner = _inner(forest)
    splits = _coded(forest, inner)
    values = forest.values if forest.symmetric else forest.values[~inner]
    sizes = _sizes(forest, inner)
    kept, scales = _rounded(values, leaves, _leaf_counts(forest, sizes))
    code_bytes = next(size for size in _CODES if int(splits.counts.max(initial=0)) <= 256**size)
    column_bytes = 1 if len(forest.columns) <= 256 else 2 if len(forest.columns) <= 65_536 else 4
    head = _HEAD.pack(
        MAGIC, VERSION, forest.symmetric, forest.single, code_bytes, _KINDS.index(leaves), forest.width,
        len(forest.columns), len(forest.terms), len(forest.tables), len(forest.sets), len(forest.trees),
        len(splits.column), forest.base, forest.scale,
    )
    parts = (
        forest.columns.astype("<i4"), forest.terms.astype("<i4"), forest.tables.astype("<i4"),
        forest.sets.astype("<u4"), splits.counts.astype("<u4"), splits.thresholds.astype("<i4"), sizes.astype("<u4"),
        np.packbits(inner, bitorder="little") if not forest.symmetric else np.zeros(0, dtype=np.uint8),
        splits.column.astype(_CODES[column_bytes]), splits.code.astype(_CODES[code_bytes]), scales, kept,
    )
    return head + b"".join(part.tobytes() for part in parts)


def unpack(data: bytes) -> FlatForest:
    """The forest of `pack`; raises `WorkbenchError` for anything else, and never reads beyond its bytes."""
    try:
        return sound(_unpacked(data))
    except (NotFlat, ValueError, IndexError, struct.error, OverflowError) as error:
        raise _broken() from error


class CompactModel:
    """A compact forest that gives margins as the library's model did, but for the rounding of its leaves."""

    def __init__(self, data: bytes) -> None:
        self._data = bytes(data)
        self.forest = unpack(self._data)
        self._scorer = FlatScorer([Seat.alone(self.forest)])
        self.leaves = _KINDS[_HEAD.unpack_from(self._data)[5]]
        self.code_bytes = int(_HEAD.unpack_from(self._data)[4])

    @property
    def width(self) -> int:
        """How many features it wants."""
        return self.forest.width

    @property
    def trees(self) -> int:
        """How many trees it holds."""
        return len(self.forest.trees)

    def to_bytes(self) -> bytes:
        """As it was read."""
        return self._data

    def margin(self, matrix: NDArray[np.float32], *, threads: int = 1) -> Values:
        """Log-odds (n,) of a float32 matrix (n, d), on one thread; by NumPy until the loops are compiled.

        Many rows begin the compilation and go through in pieces, so that the last ones profit from it.
        """
        matrix = np.asarray(matrix, dtype=np.float32)
        if matrix.ndim != 2 or matrix.shape[1] != self.width:
            raise WorkbenchError(f"The rows have {matrix.shape[-1]} columns; the model has {self.width} features.",
                                 remedy="Encode the rows by the model's own schema.", code="wrong-width")
        if len(matrix) > _PIECE:
            MACHINE.prepare(0.0)
        pieces = [self._scorer.margins(matrix[start:start + _PIECE])[0] for start in range(0, len(matrix), _PIECE)]
        return np.concatenate(pieces) if pieces else np.zeros(0)


def _inner(forest: FlatForest) -> NDArray[np.bool_]:
    if forest.symmetric:
        return np.ones(len(forest.nodes), dtype=bool)
    return np.asarray(forest.nodes[:, LEFT] != np.arange(len(forest.nodes)))


def _coded(forest: FlatForest, inner: NDArray[np.bool_]) -> _Splits:
    nodes = forest.nodes[inner].astype(np.int64)
    # What a node of categories asks for is its set; numbers ask for their threshold.
    asked = np.where(nodes[:, SET] != 0, nodes[:, SET], nodes[:, THRESHOLD])
    if not forest.symmetric and ((forest.columns[nodes[:, COLUMN], MODE] == CODE) != (nodes[:, SET] != 0)).any():
        raise WorkbenchError("A category is asked for as a number.", code="not-compact",
                             remedy="Export the model in its library's own format.")
    pairs, place = np.unique(np.column_stack([nodes[:, COLUMN], asked]), axis=0, return_inverse=True)
    counts = np.bincount(pairs[:, 0], minlength=len(forest.columns))
    firsts = np.cumsum(counts) - counts
    return _Splits(nodes[:, COLUMN], place.reshape(-1) - firsts[nodes[:, COLUMN]], counts,
                   pairs[:, 1].astype(np.int32))


def _sizes(forest: FlatForest, inner: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Depths of symmetric trees; numbers of nodes of general ones."""
    if forest.symmetric:
        return forest.trees[:, DEPTH].astype(np.int64)
    return np.diff([*forest.trees[:, START].astype(np.int64), len(inner)])


def _leaf_counts(forest: FlatForest, sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.int64(1) << sizes if forest.symmetric else (sizes + 1) // 2


def _rounded(values: Values, leaves: Leaves, counts: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Leaves as they are kept, and the scale of each tree where they have one."""
    none = np.zeros(0, dtype="<f4")
    if leaves is Leaves.INT8:
        starts = np.cumsum(counts) - counts
        scales = (np.maximum.reduceat(np.abs(values), starts) / _FINEST).astype("<f4")
        scales[scales == 0] = 1.0
        every = np.repeat(scales.astype(np.float64), counts)
        return np.clip(np.rint(values / every), -_FINEST, _FINEST).astype("i1"), scales
    with np.errstate(over="ignore"):
        kept = values.astype("<f2" if leaves is Leaves.FLOAT16 else "<f4")
    if not np.isfinite(kept).all():
        raise WorkbenchError(f"Some leaves are too large for {leaves.words}.", code="not-compact",
                             remedy="Choose 8-bit leaves with a scale, or 32-bit leaves.")
    return kept, none


def rounded(trees: Sequence[Values], leaves: Leaves, *, single: bool) -> list[Values]:
    """The leaves of each tree as the compact form would have them, for a library's own file."""
    counts = np.array([len(tree) for tree in trees], dtype=np.int64)
    kept, scales = _rounded(np.concatenate(trees), leaves, counts)
    values = kept.astype(np.float64)
    if leaves is Leaves.INT8:
        values = values * np.repeat(scales.astype(np.float64), counts)
    if single:
        values = values.astype(np.float32).astype(np.float64)
    return list(np.split(values, np.cumsum(counts)[:-1]))


class _Cursor:
    """Arrays from bytes, one after the other, each copied; never more than is there."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position

    def take(self, kind: str, count: int) -> NDArray[Any]:
        end = self._position + count * np.dtype(kind).itemsize
        if count < 0 or end > len(self._data):
            raise ValueError
        found = np.frombuffer(self._data, dtype=kind, count=count, offset=self._position)
        self._position = end
        return found.astype(found.dtype.newbyteorder("="))

    def finish(self) -> None:
        if self._position != len(self._data):
            raise ValueError


def _unpacked(data: bytes) -> FlatForest:
    magic, version, symmetric, single, code_bytes, kind, width, *lengths, base, scale = _HEAD.unpack_from(data)
    columns, terms, tables, sets, trees, inner = lengths
    sane = magic == MAGIC and version == VERSION and max(symmetric, single) <= 1 and math.isfinite(base + scale)
    if not sane or code_bytes not in _CODES or width > _WIDEST or inner > len(data) or any(data[_PADDING]):
        raise ValueError
    cursor = _Cursor(data, _HEAD.size)
    parts: dict[str, Any] = {name: cursor.take("<i4", count * 5).reshape(-1, 5)
                             for name, count in (("columns", columns), ("terms", terms))}
    parts |= {"tables": cursor.take("<i4", tables), "sets": cursor.take("<u4", sets)}
    counts = cursor.take("<u4", columns).astype(np.int64)
    thresholds = cursor.take("<i4", int(counts.sum()))
    sizes = cursor.take("<u4", trees).astype(np.int64)
    is_inner = np.ones(inner, dtype=bool) if symmetric else _bits(cursor, int(sizes.sum()))
    if int(is_inner.sum()) != inner or (symmetric and (int(sizes.sum()) != inner or sizes.max(initial=0) > 31)):
        raise ValueError
    column = cursor.take(_CODES[1 if columns <= 256 else 2 if columns <= 65_536 else 4], inner).astype(np.int64)
    code = cursor.take(_CODES[code_bytes], inner).astype(np.int64)
    if (column >= columns).any() or (code >= counts[column]).any():
        raise ValueError
    asked = thresholds[(np.cumsum(counts) - counts)[column] + code]
    leaf_counts = np.int64(1) << sizes if symmetric else (sizes + 1) // 2
    values = _leaf_values(cursor, _KINDS[kind], leaf_counts)
    if single:  # or sums would depend on who adds: a scaled leaf is no number of single precision
        values = values.astype(np.float32).astype(np.float64)
    cursor.finish()
    shape = _symmetric(sizes, leaf_counts, column, asked, values) if symmetric else (
        _general(sizes, is_inner, column, asked, parts["columns"], values))
    return FlatForest(width=width, base=base, scale=scale, single=bool(single), symmetric=bool(symmetric), **parts,
                      **shape)


def _bits(cursor: _Cursor, count: int) -> NDArray[np.bool_]:
    packed = cursor.take("<u1", (count + 7) // 8)
    bits = np.unpackbits(packed, bitorder="little")
    if bits[count:].any():
        raise ValueError
    return bits[:count].astype(bool)


def _leaf_values(cursor: _Cursor, leaves: Leaves, counts: NDArray[np.int64]) -> Values:
    total = int(counts.sum())
    if leaves is Leaves.INT8:
        scales, whole = cursor.take("<f4", len(counts)).astype(np.float64), cursor.take("i1", total)
        return np.asarray(whole * np.repeat(scales, counts))
    return cursor.take("<f2" if leaves is Leaves.FLOAT16 else "<f4", total).astype(np.float64)


def _symmetric(depths: NDArray[np.int64], leaf_counts: NDArray[np.int64], column: NDArray[np.int64],
               asked: NDArray[np.int32], values: Values) -> dict[str, Any]:
    nodes = np.zeros((len(column), 4), dtype=np.int32)
    nodes[:, COLUMN], nodes[:, THRESHOLD] = column, asked
    trees = np.zeros((len(depths), 3), dtype=np.int32)
    trees[:, START], trees[:, DEPTH] = np.cumsum(depths) - depths, depths
    trees[:, LEAVES] = np.cumsum(leaf_counts) - leaf_counts
    return {"nodes": nodes, "trees": trees, "values": values}


def _general(sizes: NDArray[np.int64], inner: NDArray[np.bool_], column: NDArray[np.int64], asked: NDArray[np.int32],
             columns: NDArray[np.int32], values: Values) -> dict[str, Any]:
    """In each tree the k-th inner node, level by level, has the k-th pair of nodes after the root as its children."""
    roots = np.cumsum(sizes) - sizes
    tree = np.repeat(np.arange(len(sizes)), sizes)[inner]
    inners = np.bincount(tree, minlength=len(sizes))
    if (2 * inners + 1 != sizes).any():
        raise ValueError
    rank = np.arange(len(tree)) - (np.cumsum(inners) - inners)[tree]
    nodes = leaves_only(len(inner))
    left = roots[tree] + 1 + 2 * rank
    if (left <= np.flatnonzero(inner)).any():
        raise ValueError
    by_set = columns[column, MODE] == CODE
    nodes[inner, COLUMN], nodes[inner, LEFT] = column, left
    nodes[inner, THRESHOLD], nodes[inner, SET] = np.where(by_set, 0, asked), np.where(by_set, asked, 0)
    every = np.zeros(len(inner))
    every[~inner] = values
    return {"nodes": nodes, "trees": general_trees(nodes, roots), "values": every}


def _broken() -> WorkbenchError:
    return WorkbenchError("This is not a compact model, or it was damaged.", code="broken-compact",
                          remedy="Take the file from its source again.")


def sizes_of(forest: FlatForest, kinds: Sequence[Leaves] = _KINDS) -> dict[Leaves, int]:
    """How many bytes each kind of leaves would take."""
    return {kind: len(pack(forest, kind)) for kind in kinds}
