"""The short way: a model's members as one flat forest, made in the background and proved first.

For a few rows all members answer in one compiled call. For many rows LightGBM's own library is several times slower
than its flat forest, so that member goes this way too; the others are best left to theirs.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from engine.data.schema import Matrix
from engine.models import flat_proof
from engine.models.flat_forest import NotFlat
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat
from engine.records import Floats

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedMember

_SLOW_IN_BULK = ("lightgbm",)
FEW = 64  # rows up to which the short way is taken
_ASKED = 16  # calls for a few rows that show that more will follow
_MANY = 20_000  # rows scored together that are worth making it for
PIECE = 16_384  # rows of a long table between two looks whether it is ready
_PATIENCE = 1.0  # seconds that the last of them may take, once: machine code that is kept loads in less


class QuickWay:
    """One compiled call for all members of a loaded model; the native libraries answer until it is ready.

    `reason` says why it never will be: a member that arrays cannot express, or no compiler.
    """

    def __init__(self, members: Sequence[LoadedMember]) -> None:
        self._members = tuple(members)
        self._scorer: FlatScorer | None = None
        self._alone: dict[int, FlatScorer] = {}
        self._asked = self._rows = 0
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self.reason = ""

    @property
    def is_ready(self) -> bool:
        """Whether `margins` answers."""
        return self._scorer is not None

    def margins(self, matrix: Matrix) -> Floats | None:
        """Native margins (members, n) of up to `FEW` rows; None where the libraries must be asked."""
        if self._scorer is None and not self._begun():
            return None
        return None if self._scorer is None else self._scorer.margins(matrix)

    def takes_many(self, place: int) -> bool:
        """Whether the member at `place` would score many rows this way."""
        return self._members[place].card.kind in _SLOW_IN_BULK and not self.reason

    def margin(self, place: int, matrix: Matrix, threads: int = 1) -> Floats | None:
        """Native margins (n,) of many rows by such a member; None until it is ready."""
        self._rows += len(matrix)
        if self._thread is None and self._rows >= _MANY:
            self.prepare(0.0)
        if self._scorer is None:
            return None
        scorer = self._alone[place]
        if threads == 1:
            return np.asarray(scorer.margins(matrix)[0])
        with ThreadPoolExecutor(threads) as pool:
            return np.concatenate([part[0] for part in pool.map(scorer.margins, np.array_split(matrix, threads))])

    def prepare(self, patience: float | None = None) -> bool:
        """Make it ready in the background, and wait for that (at most `patience` seconds)."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._make, name="quick way")
                self._thread.start()
        self._thread.join(patience)
        return self.is_ready

    def _begun(self) -> bool:
        self._asked += 1
        return self._asked == _ASKED and self.prepare(_PATIENCE)

    def _make(self) -> None:
        try:
            self._scorer = self._made()
        except NotFlat as no:
            self.reason = str(no)
        except Exception as error:  # whatever ails it, the libraries go on answering
            self.reason = f"it failed ({type(error).__name__}: {error})"

    def _made(self) -> FlatScorer:
        MACHINE.prepare(0.0)  # compiles while the trees are read
        forests = [flat_proof.read(each.model, _categories(each)) for each in self._members]
        if MACHINE.prepare() is None:
            raise NotFlat(f"nothing can be compiled here ({MACHINE.failure})")
        for each, forest in zip(self._members, forests, strict=True):
            flat_proof.prove(forest, each.model)
        seats = [Seat(forest, each.view.columns, each.view.recodes)
                 for each, forest in zip(self._members, forests, strict=True)]
        self._alone = {place: FlatScorer([seats[place]]) for place, each in enumerate(self._members)
                       if each.card.kind in _SLOW_IN_BULK}
        return FlatScorer(seats)


def _categories(member: LoadedMember) -> tuple[int, ...]:
    return tuple(len(feature.categories) for feature in member.card.schema.features)
