"""Models of our own form: they score a win or a loss, and leave training and the names of features to others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from engine.models.base import BoostedModel


class ScoringOnly(BoostedModel):
    """Its margin is the log-odds of a win, always; the schema has the names. `trees` may be 0."""

    owned: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *, trees: int, width: int) -> None:
        self._trees, self._width, self._names = trees, width, ()

    @property
    def is_binary(self) -> bool:
        """Nothing else is made of this form."""
        return True
