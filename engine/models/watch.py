"""Hearing of every round of a fit: the listener's wish, early stopping, and errors that no library may see."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.errors import Cancelled

RoundListener = Callable[[int, float, float], bool]
_EVERY = 50  # on large tables the training loss is looked at in every 50th round only
_LARGE = 20_000


def no_listener(total_round: int, train_loss: float, valid_loss: float) -> bool:
    """Hear nothing and never stop."""
    return False


class Former:
    """What earlier blocks of the same model lost on their watched rows, round by round.

    A block's own losses lie flat around their least, so that luck chooses the round: it differs by a factor of two to
    five between the blocks of one table. With those of the past added, blocks agree, and nothing of the future is used.
    """

    def __init__(self, curves: Sequence[tuple[NDArray[np.int64], NDArray[np.float64]]] = ()) -> None:
        self._curves = [(rounds, losses) for rounds, losses in curves if len(rounds)]

    def judged(self, total_round: int, loss: float) -> float:
        """The loss of a round, and what earlier blocks lost after as many; a curve goes on as it ended."""
        return loss + sum(float(np.interp(total_round, *curve)) for curve in self._curves)


class RoundWatch:
    """Called by an adapter after each round with the total number of trees so far; answers True to stop.

    A listener whose `tells_train_loss` is False is spared the pass over all rows that the training loss takes.

    What the listener raises is kept and raised by `raise_error` after the library has returned: CatBoost would turn
    it into text, and a library that is left in the middle of a round may keep its threads.
    """

    def __init__(self, listener: RoundListener, *, patience: int, least: int = 0,
                 former: Former | None = None) -> None:
        self._listener = listener
        self._patience = patience
        self._least = least
        self._former = former or Former()
        self._error: BaseException | None = None
        self._best_loss = math.inf
        self.best_round = 0
        self.train_loss = math.nan
        self._abandoned = False
        self._tells_train_loss = getattr(listener, "tells_train_loss", True)

    def abandon(self) -> None:
        """Nobody waits for this fit any more: it ends at the next chance and is not told of."""
        self._abandoned = True

    def check(self) -> None:
        """Raise `Cancelled` between two long steps of a fit that nobody waits for."""
        if self._abandoned:
            raise Cancelled

    def __call__(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """Tell the listener; True when it wishes to stop or the valid loss has not improved for long enough."""
        if self._abandoned:
            return True
        self.train_loss = train_loss
        judged = self._former.judged(total_round, valid_loss)
        if judged < self._best_loss:
            self._best_loss, self.best_round = judged, total_round
        try:
            wish = self._listener(total_round, train_loss, valid_loss)
        except BaseException as error:
            self._error = error
            return True
        return bool(wish) or self._enough(total_round)

    def wants_train_loss(self, total_round: int, rows: int) -> bool:
        """Whether this round's training loss is worth its price: one pass over all rows."""
        return self._tells_train_loss and (
            rows < _LARGE or total_round % _EVERY == 0 or math.isnan(self.train_loss))

    def rounds_to_keep(self, trained: int) -> int:
        """The best round where there is early stopping (the least number at least), else all that were trained."""
        return min(max(self.best_round, self._least), trained) if self._patience and self.best_round else trained

    def raise_error(self) -> None:
        """Raise what the listener raised."""
        if self._error is not None:
            raise self._error

    def _enough(self, total_round: int) -> bool:
        waited = total_round - self.best_round
        return bool(self._patience) and waited >= self._patience and total_round >= self._least
