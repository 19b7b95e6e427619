"""Which run has which place among the styles of charts: one and the same in every tab."""

from __future__ import annotations

from collections.abc import Collection, Sequence


class Places:
    """Gives every drawn run a place, the lowest that is free, and keeps it while the run is drawn."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, keys: Sequence[str]) -> dict[str, int]:
        """The places of the runs that are drawn now, given newest first; older ones choose first."""
        self._taken = {key: place for key, place in self._taken.items() if key in keys}
        for key in reversed(keys):
            if key not in self._taken:
                self._taken[key] = lowest(self._taken.values())
        return dict(self._taken)

    def borrow(self, keys: Sequence[str]) -> dict[str, int]:
        """Places for other charts: drawn runs have theirs, the others what these leave free."""
        found = {key: self._taken[key] for key in keys if key in self._taken}
        for key in keys:
            if key not in found:
                found[key] = lowest(found.values())
        return found

    def free(self) -> int:
        """The lowest place that no drawn run has."""
        return lowest(self._taken.values())


def lowest(taken: Collection[int]) -> int:
    """The lowest place that is not taken."""
    return further(taken, 1)[0]


def further(taken: Collection[int], many: int) -> list[int]:
    """The `many` lowest places that are not taken."""
    return [place for place in range(len(taken) + many) if place not in taken][:many]
