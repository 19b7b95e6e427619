"""The hard examples of a stream: signals whose outcome the champion had given little chance, the costliest kept.

A signal is hard when its outcome had been given less than `CHANCE`, so that the log loss is more than that of two to
one against. Its cost is the log loss times |realized R| (1 where that is not known): what there is to learn, by what
it was worth. Of `CAPACITY` at most are kept, the costliest, in whatever order and chunks the labels come.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.online.kernels import Bytes
from engine.online.mixing import LOSS_FLOOR
from engine.online.state import State, packed, unpacked
from engine.records import Floats, HardExample, Ints

CAPACITY = 5000
CHANCE = 1.0 / 3.0


def chance_of(score: Floats, label: Bytes) -> Floats:
    """What scores (n,) had given the outcomes (n,) that came; NaN where nothing was said."""
    return np.where(label == 1, score, 1.0 - score)


def is_hard(score: Floats, label: Bytes) -> Any:
    """Which of the outcomes (n,) had been given too little chance."""
    return chance_of(score, label) < CHANCE


class HardExamples:
    """`count` is how many there were, of which the costliest are kept."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.count = 0
        self._capacity = capacity
        self._kept: dict[str, HardExample] = {}
        self._cheapest: list[tuple[float, int, str]] = []  # a heap: cost, number, id
        self._number = 0

    def __len__(self) -> int:
        return len(self._kept)

    def labelled(self, ids: Sequence[str], score: Floats, label: Bytes, gained: Floats) -> None:
        """Labels (k,) came for signals that had been given `score`, with their realized R (NaN: not known)."""
        for place in np.flatnonzero(is_hard(score, label)).tolist():
            won = int(label[place])
            chance = float(score[place]) if won else 1.0 - float(score[place])
            self._number += 1
            self._keep(HardExample(ids[place], self._number, chance, won, float(gained[place]),
                                   _cost(chance, float(gained[place]))))
        self.count += int(np.count_nonzero(is_hard(score, label)))

    def corrected(self, id_: str, label: int) -> None:
        """Another label came later: where it is the one that the champion expected, nothing was hard."""
        found = self._kept.get(id_)
        if found is not None and found.label != label:
            del self._kept[id_]
            self.count -= 1

    def worst(self, most: int = CAPACITY) -> tuple[HardExample, ...]:
        """The costliest first; of the same cost the newer."""
        return tuple(sorted(self._kept.values(), key=lambda one: (-one.cost, -one.number))[:most])

    def state(self) -> State:
        """Everything, as JSON, the oldest first."""
        kept = sorted(self._kept.values(), key=lambda one: one.number)
        return {"count": self.count, "last": self._number, "ids": [one.id for one in kept],
                "numbers": packed(np.asarray([one.number for one in kept], dtype=np.int64)),
                "chances": packed(np.asarray([one.chance for one in kept])),
                "labels": packed(np.asarray([one.label for one in kept], dtype=np.int8)),
                "gained": packed(np.asarray([one.realized_rr for one in kept]))}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken."""
        many = len(state["ids"])
        whole: Ints = np.zeros(many, dtype=np.int64)
        columns = (unpacked(state["numbers"], whole), unpacked(state["chances"], np.zeros(many)),
                   unpacked(state["labels"], np.zeros(many, dtype=np.int8)), unpacked(state["gained"], np.zeros(many)))
        for id_, number, chance, label, gained in zip(state["ids"], *(each.tolist() for each in columns), strict=True):
            self._keep(HardExample(id_, number, chance, label, gained, _cost(chance, gained)))
        self.count, self._number = int(state["count"]), int(state["last"])

    def _keep(self, found: HardExample) -> None:
        self._kept[found.id] = found
        heapq.heappush(self._cheapest, (found.cost, found.number, found.id))
        while len(self._kept) > self._capacity:
            _, number, id_ = heapq.heappop(self._cheapest)
            if id_ in self._kept and self._kept[id_].number == number:  # else it was corrected
                del self._kept[id_]


def _cost(chance: float, gained: float) -> float:
    return -math.log(max(chance, LOSS_FLOOR)) * (1.0 if math.isnan(gained) else abs(gained))
