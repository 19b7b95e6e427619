"""Several flat forests scored together: one compiled call for a whole ensemble, NumPy where nothing is compiled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.compiling import Machine
from engine.data.schema import Matrix
from engine.models import flat_kernels, flat_numpy
from engine.models.flat_forest import FlatForest
from engine.models.flat_kernels import LEAVES, LEFT, MIXED, MODE, RECODE, SET, SOURCE, START, TABLE, Values, Whole
from engine.records import Floats

_TABLES, _ROWS, _REALS = "int32[:, ::1]", "float32[:, ::1]", "float64[:, ::1]"
_SIGNATURE = (f"void({_ROWS}, {_TABLES}, {_TABLES}, {_TABLES}, float32[::1], int32[::1], {_TABLES}, {_TABLES}, "
              f"float64[::1], uint32[::1], {_TABLES}, {_REALS}, {_REALS})")
MACHINE = Machine(flat_kernels.LOOPS, {"margins": _SIGNATURE})


@dataclass(frozen=True, eq=False, slots=True)
class Seat:
    """A forest and how it sees the rows of its ensemble: which columns (width,), and its own codes for theirs.

    `recodes` maps one of its columns to a table from the ensemble's codes to its own, NaN for unknown ones.
    """

    forest: FlatForest
    columns: NDArray[np.intp]
    recodes: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)

    @classmethod
    def alone(cls, forest: FlatForest) -> Seat:
        """A forest that sees the rows as they are."""
        return cls(forest, np.arange(forest.width))

    def of(self, matrix: Matrix) -> Matrix:
        """The forest's own matrix."""
        own = np.ascontiguousarray(matrix[:, self.columns])
        for place, table in self.recodes.items():
            codes = own[:, place]
            known = (codes >= 0) & (codes < len(table))
            own[:, place] = np.where(known, table[np.where(known, codes, 0).astype(np.intp)], np.nan)
        return own


class FlatScorer:
    """Margins of several forests. Immutable; safe from several threads."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self._seats = tuple(seats)
        self._packed = _packed(self._seats)

    def margins(self, matrix: Matrix) -> Floats:
        """Log-odds (forests, n) of float32 rows (n, d)."""
        code = MACHINE.value
        if code is None:
            return np.stack([flat_numpy.margin(seat.forest, seat.of(matrix)) for seat in self._seats])
        rows = matrix if matrix.flags.carray else np.array(matrix, dtype=np.float32, order="C")
        out = np.empty((len(self._seats), len(rows)))
        code.margins(rows, rows.view(np.int32), *self._packed, out)
        return out

    def first(self, matrix: Matrix, threads: int = 1) -> Floats:
        """Log-odds (n,) of many rows by the first forest."""
        if threads == 1:
            return np.asarray(self.margins(matrix)[0])
        with ThreadPoolExecutor(threads) as pool:
            return np.concatenate([part[0] for part in pool.map(self.margins, np.array_split(matrix, threads))])


def margin(forest: FlatForest, matrix: Matrix) -> Values:
    """Log-odds (n,) of float32 rows (n, width) by one forest."""
    found: Values = FlatScorer([Seat.alone(forest)]).margins(matrix)[0]
    return found


class _Stack:
    """Arrays to be laid one behind the other."""

    def __init__(self) -> None:
        self._parts: list[NDArray[Any]] = []
        self.size = 0

    def push(self, part: NDArray[Any]) -> int:
        """Add a part; returns where it will begin."""
        start = self.size
        self._parts.append(part)
        self.size += len(part)
        return start

    def whole(self) -> NDArray[Any]:
        return np.ascontiguousarray(np.concatenate(self._parts))


def _packed(seats: Sequence[Seat]) -> tuple[NDArray[Any], ...]:
    """The arrays of all forests one behind the other, as `flat_kernels.margins` takes them."""
    stacks = {name: _Stack() for name in ("columns", "terms", "recodes", "tables", "nodes", "trees", "values", "sets")}
    members = np.zeros((len(seats), 6), dtype=np.int32)
    stacks["recodes"].push(np.zeros(0, dtype=np.float32))
    # General forests come first: a leaf's value has the number of its node.
    for place in sorted(range(len(seats)), key=lambda place: seats[place].forest.symmetric):
        members[place] = _push(seats[place], stacks)
    scales = np.asarray([(seat.forest.base, seat.forest.scale) for seat in seats], dtype=np.float64)
    return (*(stack.whole() for stack in stacks.values()), members, scales)


def _push(seat: Seat, stacks: Mapping[str, _Stack]) -> tuple[int, ...]:
    """Lay a forest behind the others; returns its row of `members`."""
    forest = seat.forest
    starts = {place: stacks["recodes"].push(np.asarray([len(table), *table], dtype=np.float32))
              for place, table in seat.recodes.items()}
    term = stacks["terms"].push(_seen(forest.terms, seat, starts))
    table = stacks["tables"].push(forest.tables)
    columns = _seen(forest.columns, seat, starts)
    mixed = columns[:, MODE] == MIXED
    columns[mixed, SOURCE] += term
    columns[mixed, TABLE] += table
    column = stacks["columns"].push(columns)
    nodes, trees = forest.nodes.copy(), forest.trees.copy()
    start = stacks["nodes"].push(nodes)
    nodes[:, LEFT] += start
    nodes[nodes[:, SET] != 0, SET] += 2 * stacks["sets"].push(forest.sets)
    trees[:, START] += start
    trees[:, LEAVES] += stacks["values"].push(forest.values)
    tree = stacks["trees"].push(trees)
    return column, column + len(columns), tree, tree + len(trees), _form(forest), int(forest.single)


def _seen(columns: Whole, seat: Seat, recodes: Mapping[int, int]) -> Whole:
    """Columns or terms with the sources and recodings of the ensemble."""
    found = columns.copy()
    plain = found[:, MODE] != MIXED
    own = found[plain, SOURCE]
    found[plain, SOURCE] = seat.columns[own]
    found[plain, RECODE] = [recodes.get(int(source), -1) for source in own]
    return found


def _form(forest: FlatForest) -> int:
    if forest.symmetric:
        return flat_kernels.SYMMETRIC
    return flat_kernels.WITH_SETS if forest.has_sets else flat_kernels.GENERAL
