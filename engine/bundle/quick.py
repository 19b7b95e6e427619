"""The short way for a few rows: a model's members as one flat forest, made in the background and proved first."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.data.schema import Matrix
from engine.models import flat_proof
from engine.models.flat_forest import NotFlat
from engine.models.flat_scorer import MACHINE, FlatScorer, Seat
from engine.records import Floats

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedMember

FEW = 64  # rows up to which the short way is taken
_ASKED = 16  # calls for a few rows that show that more will follow
_PATIENCE = 1.0  # seconds that the last of them may take, once: machine code that is kept loads in less


class QuickWay:
    """One compiled call for all members of a loaded model; the native libraries answer until it is ready.

    `reason` says why it never will be: a member that arrays cannot express, or no compiler.
    """

    def __init__(self, members: Sequence[LoadedMember]) -> None:
        self._members = tuple(members)
        self._scorer: FlatScorer | None = None
        self._asked = 0
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
        return FlatScorer([Seat(forest, each.view.columns, each.view.recodes)
                           for each, forest in zip(self._members, forests, strict=True)])


def _categories(member: LoadedMember) -> tuple[int, ...]:
    return tuple(len(feature.categories) for feature in member.card.schema.features)
