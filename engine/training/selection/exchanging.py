"""What a fold's rows lose when the values of one column change places: each row is scored once with each value.

A tree asks of a column on which side of its thresholds a value is, no more, so that the values of a fold fall into few
groups of which every member scores alike. A permutation is then a look-up, and thousands cost as much as one batch.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.evaluation.metrics import losses
from engine.models import flat_proof
from engine.models.base import BoostedModel
from engine.models.bulk import MANY, BulkScorer
from engine.models.flat_forest import NotFlat
from engine.records import Floats, Ints
from engine.training.fitting import Fitted, sigmoid
from engine.training.selection.material import Material

_PIECE = 20_000  # rows that are scored at once
_CELLS = 30_000_000  # (group, row) losses that are kept for later permutations
_NEGLIGIBLE = np.float32(1e-35)  # LightGBM takes what is smaller for zero

Table = tuple[Ints, NDArray[np.float32]]


class Exchanged:
    """A fold's model on its test rows; columns that no tree asks for lose nothing."""

    def __init__(self, material: Material, fitted: Fitted, rows: Ints) -> None:
        self.rows = rows
        self._label = material.source.label[rows]
        self._matrix = np.ascontiguousarray(material.source.matrix[rows])
        self._offset, self._threads = fitted.offset, material.config.knobs().threads
        self._used = fitted.model.importance() > 0
        self._model = fitted.model
        self._bounds = thresholds(fitted.model, material.source.categorical)
        self._tables: dict[int, Table] = {}

    @functools.cached_property
    def _scorer(self) -> BulkScorer:
        """Made late: machine code is made ready beside the fits."""
        return BulkScorer(self._model, MANY)

    def loss(self, column: int, orders: Ints) -> Floats:
        """The log loss summed over the rows, (k,), when row i has the value of row `orders[k, i]` in a column."""
        if not self._used[column]:
            return np.zeros(len(orders))
        codes, values = groups(self._matrix[:, column], self._bounds.get(column))
        if len(values) * len(codes) > _CELLS:
            return np.asarray([float(self._scored(column, self._matrix[order, column][None], each=True)
                                     .astype(np.float64).sum()) for order in orders])
        codes, table = self._table(column, codes, values)
        return np.asarray(table[codes[orders], np.arange(len(codes))].astype(np.float64).sum(axis=1))

    def _table(self, column: int, codes: Ints, values: NDArray[np.float32]) -> Table:
        """Each row's group, and its loss with the value of each group, (groups, rows)."""
        if column not in self._tables:
            if sum(table.size for _, table in self._tables.values()) + len(values) * len(codes) > _CELLS:
                self._tables.clear()
            self._tables[column] = codes, self._scored(column, values[:, None], each=False)
        return self._tables[column]

    def _scored(self, column: int, values: NDArray[np.float32], *, each: bool) -> NDArray[np.float32]:
        """The loss of every row with each of the values: (k, 1), or (k, rows) where each row has its own."""
        rows, found = len(self._label), np.empty((len(values), len(self._label)), dtype=np.float32)
        step = max(_PIECE // rows, 1)
        for start in range(0, len(values), step):
            part = values[start:start + step]
            matrix: Matrix = np.tile(self._matrix, (len(part), 1))
            matrix[:, column] = part.reshape(-1) if each else np.repeat(part[:, 0], rows)
            p = sigmoid(self._scorer.margin(matrix, self._threads) + self._offset)
            found[start:start + step] = losses(np.tile(self._label, len(part)), p).reshape(len(part), rows)
        return found


def thresholds(model: BoostedModel, categorical: tuple[int, ...]) -> dict[int, NDArray[np.float32]]:
    """By column: what its values are compared with; a column that is not there has to be taken value by value."""
    if categorical:  # the library's own sets of categories, and CatBoost's combinations of them
        return {}
    try:
        found = flat_proof.asked(flat_proof.read(model))
    except NotFlat:
        return {}
    return {column: np.unique(np.append(bounds, (-_NEGLIGIBLE, _NEGLIGIBLE)).astype(np.float32))
            for column, (bounds, codes) in found.items() if not codes}


def groups(values: NDArray[np.float32], bounds: NDArray[np.float32] | None) -> tuple[Ints, NDArray[np.float32]]:
    """Which values no threshold tells apart: each one's group (n,), and a value of each group.

    A value on a threshold is a group of its own, so that it does not matter on which side the library puts it.
    """
    if bounds is None:
        _, first, codes = np.unique(values, return_index=True, return_inverse=True)
    else:
        place = np.searchsorted(bounds, values, side="left") + np.searchsorted(bounds, values, side="right")
        place[np.isnan(values)] = 2 * len(bounds) + 1
        _, first, codes = np.unique(place, return_index=True, return_inverse=True)
    return codes.reshape(-1), values[first]
