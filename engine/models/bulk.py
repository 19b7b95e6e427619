"""Margins of many rows: by a flat forest of the same bits where the library's own call is several times slower."""

from __future__ import annotations

from engine.data.schema import Matrix
from engine.models import flat_proof
from engine.models.base import BoostedModel
from engine.models.flat_forest import NotFlat
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat
from engine.records import Floats

SLOW = ("lightgbm",)
MANY = 20_000  # rows scored together that are worth making machine code for
_WORTH = 2_000  # rows from which on reading and trying the trees costs less than it saves


class BulkScorer:
    """Scores so many rows by one model, whichever way is quicker: both give the same bits."""

    def __init__(self, model: BoostedModel, rows: int) -> None:
        self._model = model
        self._flat = _flat(model, rows)

    def margin(self, matrix: Matrix, threads: int) -> Floats:
        """Log-odds (n,) of float32 rows (n, d)."""
        if self._flat is None:
            return self._model.margin(matrix, threads=threads)
        return self._flat.first(matrix, threads)


def _flat(model: BoostedModel, rows: int) -> FlatScorer | None:
    """The quick way, where it is open: compiling it is begun for later calls and waited for by nobody."""
    if model.name not in SLOW or rows < _WORTH:
        return None
    if rows >= MANY:
        MACHINE.prepare(0.0)
    if MACHINE.value is None:
        return None
    try:
        forest = flat_proof.read(model)
    except NotFlat:
        return None
    return FlatScorer([Seat.alone(forest)]) if flat_proof.same_bits(forest, model) else None
