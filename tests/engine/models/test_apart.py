"""Work of its own thread: its result, its error, and an end that nobody waits for."""

from __future__ import annotations

import threading

import pytest

from engine.errors import Cancelled
from engine.models.apart import apart
from engine.models.watch import RoundWatch


def test_the_result_and_the_error_come_out() -> None:
    assert apart(lambda: 7, lambda: None, lambda: None) == 7
    with pytest.raises(KeyError):
        apart(lambda: {}["no"], lambda: None, lambda: None)


def test_cancel_does_not_wait_for_work_that_cannot_be_interrupted() -> None:
    release, told, ended = threading.Event(), [], threading.Event()

    def work() -> None:
        release.wait(20)
        ended.set()

    def waiting() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        apart(work, waiting, lambda: told.append(True))
    assert told == [True]
    assert not ended.is_set()
    release.set()
    assert ended.wait(20)


def test_an_abandoned_fit_ends_at_its_next_round_and_tells_nobody() -> None:
    heard: list[int] = []
    watch = RoundWatch(lambda total, *_: heard.append(total) or False, patience=0)
    assert not watch(1, 0.6, 0.6)
    watch.abandon()
    assert watch(2, 0.6, 0.6)
    assert heard == [1]
    with pytest.raises(Cancelled):
        watch.check()
