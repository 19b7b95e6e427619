"""The short way: a model's members as one flat forest, made in the background and proved first.

For a few rows all members answer in one compiled call. For many rows LightGBM's own library is several times slower
than its flat forest, so that member goes this way too, and so do the explanations of LightGBM and XGBoost.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from engine.data.schema import Matrix
from engine.models import flat_proof, flat_shap
from engine.models.flat_forest import NotFlat
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat
from engine.models.flat_shap import Explainer
from engine.records import Floats
from engine.soon import Soon

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedMember

FEW = 64  # rows up to which all members go the short way together
PIECE = 16_384  # rows of a long table between two looks whether it is open
_SLOW_IN_BULK = ("lightgbm",)
_SLOW_TO_EXPLAIN = ("lightgbm", "xgboost")
_ASKED = 16  # calls for a few rows that show that more will follow
_PATIENCE = 1.0  # seconds that the last of them may take, once: machine code that is kept loads in less
_MANY = 20_000  # rows scored together that are worth making it for
_MANY_EXPLAINED = 256


class QuickWay:
    """A loaded model's short ways; each gives None while its native libraries must be asked.

    `reason` says why that will be so for ever: a member that arrays cannot express, or no compiler.
    """

    def __init__(self, members: Sequence[LoadedMember]) -> None:
        self._members = tuple(members)
        self._scorers = Soon(self._made, name="flat forests")
        self._explainers = {place: Soon(_Explaining(each), name="explainer") for place, each in enumerate(members)
                            if each.card.kind in _SLOW_TO_EXPLAIN}
        self._asked = self._rows = self._explained = 0

    @property
    def is_ready(self) -> bool:
        """Whether `margins` answers."""
        return self._scorers.value is not None

    @property
    def reason(self) -> str:
        """Why it is not ready and will not be; "" otherwise."""
        return self._scorers.failure

    def prepare(self, patience: float | None = None) -> bool:
        """Make it ready in the background, and wait for that (at most `patience` seconds)."""
        return self._scorers.prepare(patience) is not None

    def margins(self, matrix: Matrix) -> Floats | None:
        """Native margins (members, n) of up to `FEW` rows."""
        scorers = self._scorers.value
        if scorers is None:
            self._asked += 1
            scorers = self._scorers.prepare(_patience()) if self._asked == _ASKED else None
        return None if scorers is None else scorers[0].margins(matrix)

    def takes_many(self, place: int) -> bool:
        """Whether the member at `place` scores many rows this way, once it is ready."""
        return self._members[place].card.kind in _SLOW_IN_BULK and not self.reason

    def margin(self, place: int, matrix: Matrix, threads: int = 1) -> Floats | None:
        """Native margins (n,) of many rows by such a member."""
        scorers = self._scorers.value
        if scorers is None:
            self._rows += len(matrix)
            if self._rows >= _MANY:
                self._scorers.prepare(0.0)
            return None
        scorer = scorers[1 + place]
        if threads == 1:
            return np.asarray(scorer.margins(matrix)[0])
        with ThreadPoolExecutor(threads) as pool:
            return np.concatenate([part[0] for part in pool.map(scorer.margins, np.array_split(matrix, threads))])

    def contributions(self, place: int, matrix: Matrix, threads: int = 1) -> Floats | None:
        """Native SHAP values (n, d + 1) of rows in the columns of the member at `place`."""
        soon = self._explainers.get(place)
        if soon is None or not len(matrix):
            return None
        if soon.value is None:
            self._explained += len(matrix)
            if self._explained >= _MANY_EXPLAINED and not soon.failure:
                soon.prepare(0.0)
            return None
        return soon.value.contributions(matrix, threads=threads)

    def _made(self) -> list[FlatScorer]:
        """One scorer of all members together, then one of each alone."""
        MACHINE.prepare(0.0)  # compiles while the trees are read
        forests = [flat_proof.read(each.model, _categories(each)) for each in self._members]
        if MACHINE.prepare() is None:
            raise NotFlat(f"nothing can be compiled here ({MACHINE.failure})")
        for each, forest in zip(self._members, forests, strict=True):
            flat_proof.prove(forest, each.model)
        seats = [Seat(forest, each.view.columns, each.view.recodes)
                 for each, forest in zip(self._members, forests, strict=True)]
        return [FlatScorer(seats), *(FlatScorer([seat]) for seat in seats)]


def _patience() -> float:
    """How long a call may wait: once for a compiler, so that a first compilation of seconds is waited for by nobody."""
    return _PATIENCE if MACHINE.value is not None or not MACHINE.begun else 0.0


class _Explaining:
    """How a member's explainer is made and proved."""

    def __init__(self, member: LoadedMember) -> None:
        self._member = member

    def __call__(self) -> Explainer:
        flat_shap.MACHINE.prepare(0.0)
        explainer = flat_shap.explainer(flat_proof.read(self._member.model, _categories(self._member)))
        flat_shap.prove(explainer, self._member.model)
        return explainer


def _categories(member: LoadedMember) -> tuple[int, ...]:
    return tuple(len(feature.categories) for feature in member.card.schema.features)
