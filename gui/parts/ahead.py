"""Widgets that are made ahead, one at a time while nothing else is to do, for the constructors that will want them.

A tab of a dozen charts made in one go would hold the window up for a third of a second; a chart takes some
milliseconds. What a constructor can do without for a moment it puts off (`rest`) while somebody builds piece by piece.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)

Piece = Callable[[], object]

_ready: dict[type, list[QObject]] = defaultdict(list)
_put_off: list[list[Piece]] = []  # of those who build piece by piece now


def make(kind: type[QObject]) -> None:
    """Make one that `ready` will give away."""
    _ready[kind].append(kind())


def ready(kind: type[T]) -> T:
    """One that was made ahead; where there is none, a new one."""
    waiting = _ready[kind]
    return waiting.pop() if waiting else kind()  # type: ignore[return-value]


@contextmanager
def piece_by_piece() -> Iterator[list[Piece]]:
    """What is built meanwhile leaves its `rest` in the list that is given, for pieces of its own."""
    _put_off.append([])
    try:
        yield _put_off[-1]
    finally:
        _put_off.pop()


def rest(owner: QObject, piece: Piece) -> None:
    """Do this a little later where somebody builds piece by piece, unless `owner` is gone by then; else at once."""
    if _put_off:
        _put_off[-1].append(partial(_while_there, owner, piece))
    else:
        piece()


def _while_there(owner: QObject, piece: Piece) -> None:
    """A user may close what is still being built."""
    if shiboken6.isValid(owner):
        piece()


def clear() -> None:
    """Let go of what nobody wanted: the next window may speak another language."""
    for waiting in _ready.values():
        for part in waiting:
            part.deleteLater()
    _ready.clear()
