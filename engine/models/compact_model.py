"""A compact forest behind the seam of the boosters: it scores, and leaves training and explaining to its library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.errors import WorkbenchError
from engine.models.compact import MAGIC, CompactModel, Leaves
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest
from engine.models.scoring_only import ScoringOnly
from engine.models.watch import RoundWatch
from engine.records import Floats


class CompactBooster(ScoringOnly):
    """Margins by our own evaluator; no learning library is needed."""

    name = "compact"
    title = "the compact form"
    suffix = ".flat"
    begins = MAGIC

    def __init__(self, model: CompactModel) -> None:
        super().__init__(trees=model.trees, width=model.width)
        self._model = model

    @classmethod
    def _read(cls, data: bytes) -> CompactBooster:
        return cls(CompactModel(data))

    @property
    def leaves(self) -> Leaves:
        """How exactly leaves are kept."""
        kept: Leaves = self._model.leaves
        return kept

    @property
    def code_bytes(self) -> int:
        """How many bytes the code of a threshold takes."""
        return self._model.code_bytes

    def to_bytes(self) -> bytes:
        """As it was read."""
        return self._model.to_bytes()

    def newest(self, trees: int, shift: float) -> CompactBooster:
        """Not for a compact form."""
        raise _only_scores("shortened")

    @classmethod
    def _train(cls, data: FitData, knobs: Knobs, base: CompactBooster | None, watch: RoundWatch) -> CompactBooster:
        raise _only_scores("trained further")

    @classmethod
    def _library_error(cls) -> type[Exception]:
        return WorkbenchError

    def _margin(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        return self._model.margin(matrix, threads=threads)

    def _contributions(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        raise _only_scores("explained")

    def _gain(self) -> Floats:
        raise _only_scores("explained")

    def _flat(self, categories: Sequence[int]) -> FlatForest:
        return self._model.forest


def _only_scores(what: str) -> WorkbenchError:
    return WorkbenchError(f"A compact model only scores; it cannot be {what}.", code="compact-only-scores",
                          remedy="Use the run that it was made from.")
