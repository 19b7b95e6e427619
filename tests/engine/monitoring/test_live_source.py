"""A live source: reads ahead, says how it stands, connects again with growing waits, keeps places whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.events import SignalEvent
from engine.monitoring.sources.base import Notice, Poll
from engine.monitoring.sources.live import Away, Fetched, LiveSource
from engine.records import LinkState


class Invented:
    """Gives groups of numbered signals; fails where it is told to."""

    kind, words, longest_wait = "invented", "invented://", 0.01

    def __init__(self, groups: int = 3) -> None:
        self.groups = groups
        self.faults: list[BaseException] = []
        self.opened: list[Any] = []
        self.kept: list[Any] = []
        self.closed = 0

    def open(self, cursor: Any) -> Sequence[Notice]:
        self.opened.append(cursor)
        if self.faults and isinstance(self.faults[0], WorkbenchError):
            raise self.faults.pop(0)
        return ()

    def fetch(self, cursor: Any, most: int, patience: float) -> Fetched:
        if self.faults:
            raise self.faults.pop(0)
        number = int(cursor or 0)
        if number >= self.groups:
            threading.Event().wait(0.001)
            return Fetched((), number)
        events = [SignalEvent(f"{number}-{place}", 10**18, np.zeros(1, np.float32)) for place in range(4)]
        return Fetched(events, number + 1, refused=1, lag=self.groups - number - 1)

    def committed(self, cursor: Any) -> None:
        self.kept.append(cursor)

    def close(self) -> None:
        self.closed += 1


def _until(source: LiveSource, cursor: Any, condition: Callable[[Poll], bool], most: int = 100) -> Poll:
    deadline = time.monotonic() + 10
    while True:
        found = source.poll(cursor, most)
        if condition(found):
            return found
        assert time.monotonic() < deadline
        threading.Event().wait(0.001)


def _has_events(found: Poll) -> bool:
    return bool(found.events)


def test_a_place_counts_only_when_its_last_event_was_given() -> None:
    feed = Invented()
    source = LiveSource(feed, FeatureSchema.plain(["a"]))
    first = _until(source, None, _has_events, 3)
    assert ([e.id for e in first.events], first.cursor) == (["0-0", "0-1", "0-2"], None)
    rest = source.poll(None, 3)
    assert ([e.id for e in rest.events], rest.cursor) == (["0-3"], 1)
    assert _until(source, 1, _has_events).cursor == 2
    source.committed(2)
    deadline = time.monotonic() + 10
    while feed.kept != [2]:
        assert time.monotonic() < deadline
        threading.Event().wait(0.001)
    source.close()
    assert feed.closed


def test_after_an_outage_it_goes_on_and_tells_both() -> None:
    feed = Invented()
    feed.faults = [Away("the wire is cut"), Away("still cut")]
    source = LiveSource(feed, FeatureSchema.plain(["a"]))
    seen = [e.id for n in (None, 1, 2) for e in _until(source, n, _has_events).events]
    assert len(set(seen)) == 12
    assert feed.opened == [None, None, None]
    assert [notice.kind for notice in source.notices()] == ["away", "back"]
    (status,) = source.status()
    assert (status.state, status.received, status.refused) == (LinkState.LIVE, 12, 3)
    source.close()


def test_what_has_to_be_mended_is_raised_at_the_first_start_and_waited_for_later() -> None:
    feed = Invented()
    feed.faults = [WorkbenchError("no such table")]
    source = LiveSource(feed, FeatureSchema.plain(["a"]))
    with pytest.raises(WorkbenchError, match="no such table"):
        _until(source, None, _has_events)
    source.close()
    later = Invented()
    source = LiveSource(later, FeatureSchema.plain(["a"]))
    _until(source, None, _has_events)
    later.faults = [Away("cut"), WorkbenchError("no such table")]
    later.groups = 10
    _until(source, 1, lambda found: len(later.opened) >= 3)
    source.close()


def test_the_words_for_the_screen_tell_what_is_going_on() -> None:
    now = [100.0]
    feed = Invented(groups=5)
    source = LiveSource(feed, FeatureSchema.plain(["a"]), clock=lambda: now[0], chance=lambda: 1.0)
    assert source.status()[0].words == "connecting"
    for place in (None, 1, 2, 3, 4):
        _until(source, place, _has_events)
        now[0] += 1
    now[0] += 13
    assert source.status()[0].words == f"last event {source.status()[0].since_event:.0f} s ago"
    now[0] += 3600
    stale = source.status()[0]
    assert stale.state is LinkState.STALE
    assert "where one usually comes every" in stale.words
    feed.longest_wait = 30.0
    feed.faults = [Away("Connection refused.")]
    _until(source, 5, lambda found: source.away)
    assert source.status()[0].words.endswith("ago, reconnecting, next try in 0.5 s (Connection refused)")
    source.close()
