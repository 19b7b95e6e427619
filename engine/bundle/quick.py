"""The short way: a model's members as one flat forest, made in the background and proved first.

For a few rows all members answer in one compiled call. For many rows LightGBM's own library is several times slower
than its flat forest, so that member goes this way too, and so do the explanations of LightGBM and XGBoost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.schema import Matrix
from engine.models import bulk, flat_proof, flat_shap
from engine.models.flat_forest import NotFlat
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat
from engine.models.flat_shap import Explainer
from engine.records import Floats
from engine.soon import Soon

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedMember

FEW = 64  # rows up to which all members go the short way together
PIECE = 16_384  # rows of a long table between two looks whether it is open
_SLOW_TO_EXPLAIN = ("lightgbm", "xgboost")
_ASKED = 16  # calls for a few rows that show that more will follow
_PATIENCE = 1.0  # seconds that the last of them may take, once: machine code that is kept loads in less
_MANY_EXPLAINED = 256


@dataclass(frozen=True, eq=False, slots=True)
class _Forests:
    """Scorers of the members at `places` together and of each alone; and why each other member has none."""

    places: tuple[int, ...]
    together: FlatScorer
    alone: Mapping[int, FlatScorer]
    left: Mapping[int, str]


class QuickWay:
    """A loaded model's short ways; each gives None while its native libraries must be asked.

    `reason` says why that will be so for ever: no member that arrays can express, or no compiler. Where only some
    cannot be expressed, those are asked as ever and the others go the short way.
    """

    def __init__(self, members: Sequence[LoadedMember]) -> None:
        self._members = tuple(members)
        self._forests = Soon(self._made, name="flat forests")
        self._explainers = {place: Soon(_Explaining(each), name="explainer") for place, each in enumerate(members)
                            if each.card.kind in _SLOW_TO_EXPLAIN}
        self._asked = self._rows = self._explained = 0

    @property
    def is_ready(self) -> bool:
        """Whether `margins` answers."""
        return self._forests.value is not None

    @property
    def reason(self) -> str:
        """Why it is not ready and will not be; "" otherwise."""
        return self._forests.failure

    @property
    def left(self) -> dict[str, str]:
        """The members that are asked natively even so, with the reason in words."""
        forests = self._forests.value
        return {} if forests is None else {self._members[p].card.name: words for p, words in forests.left.items()}

    def prepare(self, patience: float | None = None) -> bool:
        """Make it ready in the background, and wait for that (at most `patience` seconds)."""
        return self._forests.prepare(patience) is not None

    def margins(self, matrix: Matrix) -> Floats | None:
        """Native margins (members, n) of up to `FEW` rows."""
        forests = self._forests.value
        if forests is None:
            self._asked += 1
            forests = self._forests.prepare(_patience()) if self._asked == _ASKED else None
        if forests is None:
            return None
        found = forests.together.margins(matrix)
        return found if not forests.left else self._filled(forests, found, matrix)

    def _filled(self, forests: _Forests, found: Floats, matrix: Matrix) -> Floats:
        every = np.empty((len(self._members), len(matrix)))
        every[list(forests.places)] = found
        for place in forests.left:
            every[place] = self._members[place].margin(matrix, 1)
        return every

    def takes_many(self, place: int) -> bool:
        """Whether the member at `place` scores many rows this way, once it is ready."""
        forests = self._forests.value
        open_or_soon = place in forests.alone if forests is not None else not self.reason
        return self._members[place].card.kind in bulk.SLOW and open_or_soon

    def margin(self, place: int, matrix: Matrix, threads: int = 1) -> Floats | None:
        """Native margins (n,) of many rows by such a member."""
        forests = self._forests.value
        if forests is None:
            self._rows += len(matrix)
            if self._rows >= bulk.MANY:
                self._forests.prepare(0.0)
            return None
        return forests.alone[place].first(matrix, threads)

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

    def _made(self) -> _Forests:
        MACHINE.prepare(0.0)  # compiles while the trees are read
        read, left = {}, {}
        for place, each in enumerate(self._members):
            try:
                read[place] = flat_proof.read(each.model, _categories(each))
            except NotFlat as reason:
                left[place] = str(reason)
        if read and MACHINE.prepare() is None:
            raise NotFlat(f"nothing can be compiled here ({MACHINE.failure})")
        seats = {}
        for place, forest in read.items():
            each = self._members[place]
            try:
                flat_proof.prove(forest, each.model)
                seats[place] = Seat(forest, each.view.columns, each.view.recodes)
            except NotFlat as reason:
                left[place] = str(reason)
        if not seats:
            raise NotFlat("; ".join(left.values()))
        return _Forests(tuple(seats), FlatScorer(list(seats.values())),
                        {place: FlatScorer([seat]) for place, seat in seats.items()}, left)


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
