"""What is shown while the learner is at work: nobody waits, and nothing is older than one piece of its work."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

from engine.monitoring.showing import POINTS, Showcase
from engine.online.book import TRACK


class Learner:
    """Counts how often it was looked at, under its lock."""

    def __init__(self) -> None:
        self.lock, self.looks = threading.Lock(), 0
        self.showcase = Showcase(self.lock, self.take)

    def take(self, points: int) -> tuple[Any, dict[str, Any]]:
        assert self.lock.locked()
        self.looks += 1
        return np.zeros((min(points, 100), len(TRACK))), {"look": self.looks}


@pytest.fixture
def learner() -> Learner:
    return Learner()


def test_whoever_comes_between_gets_what_is_now(learner: Learner) -> None:
    assert [learner.showcase.newest(POINTS)[1]["look"] for _ in range(3)] == [1, 2, 3]


def test_while_the_learner_works_nobody_waits_and_it_makes_what_the_next_gets(learner: Learner) -> None:
    first = learner.showcase.newest(POINTS)
    with learner.lock:
        learner.showcase.answer()  # nobody has asked
        again = learner.showcase.newest(POINTS)
        assert (again[1]["look"], again[0] is first[0]) == (1, True)  # at once, and the curves are not made again
        learner.showcase.answer()
        learner.showcase.answer()  # once for all that asked
        assert learner.showcase.newest(POINTS)[1]["look"] == 2


def test_a_look_by_the_way_is_not_what_the_next_is_shown(learner: Learner) -> None:
    """The heartbeat wants two points; a window that comes just after it wants all of them."""
    learner.showcase.newest(POINTS)
    assert len(learner.showcase.newest(2)[0].event) == 2
    with learner.lock:
        assert len(learner.showcase.newest(POINTS)[0].event) == 100
