"""Signals and labels of two sources that have much to catch up on: merged as it happened, waiting for none long."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.data.schema import FeatureSchema
from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.base import Poll
from engine.monitoring.sources.joined import JoinedSource
from engine.records import FeedStatus, LinkState
from tests.engine.monitoring.test_sources import Clock

S = 10**9
NOW = 1_000_000 * S


class Scripted:
    """A live source whose groups come as told; None is a moment without news."""

    schema, words = FeatureSchema.plain(["a"]), "scripted://"

    def __init__(self, *groups: list[Any] | None) -> None:
        self.groups, self.away = groups, False

    def poll(self, cursor: Any, most: int) -> Poll:
        number = int(cursor or 0)
        if number >= len(self.groups):
            return Poll((), number)
        return Poll(self.groups[number] or (), number + 1)

    @property
    def settled(self) -> bool:
        return self.idle

    idle = False

    def status(self) -> tuple[FeedStatus, ...]:
        return (FeedStatus(self.words, "scripted", LinkState.LIVE, "there"),)


def _signal(second: int) -> SignalEvent:
    return SignalEvent(f"s{second}", second * S, np.zeros(1, np.float32))


def _label(second: int, of: int) -> LabelEvent:
    return LabelEvent(f"s{of}", second * S, 1)


def _joined(signals: Scripted, labels: Scripted) -> tuple[JoinedSource, Clock]:
    clock = Clock()
    return JoinedSource(signals, labels, clock=clock, now=lambda: NOW), clock  # type: ignore[arg-type]


def _groups(events: list[Any], cuts: list[int]) -> list[list[Any] | None]:
    found: list[list[Any] | None] = []
    for cut in cuts:
        found.append(events[:cut] or None)
        events = events[cut:]
    return [*found, events]


@given(st.integers(1, 60), st.integers(0, 40), st.lists(st.integers(0, 9), max_size=12),
       st.lists(st.integers(0, 9), max_size=12), st.integers(1, 20))
def test_two_backlogs_come_in_the_order_in_which_it_happened(
    many: int, delay: int, cuts: list[int], other: list[int], most: int
) -> None:
    signals, labels = [_signal(n) for n in range(many)], [_label(n + delay, n) for n in range(many)]
    joined, _ = _joined(Scripted(*_groups(signals, cuts)), Scripted(*_groups(labels, other)))
    given_, cursor = list[Any](), None
    for _ in range(20 * (many + 20)):
        found = joined.poll(cursor, most)
        given_ += found.events
        cursor = found.cursor
        if len(given_) >= many:  # both have read all that there is
            joined.signals.idle = joined.labels.idle = True  # type: ignore[attr-defined]
    want = sorted([*signals, *labels], key=lambda event: (event.time, isinstance(event, LabelEvent)))
    assert [(type(e), e.id) for e in given_[:many]] == [(type(e), e.id) for e in want[:many]]
    assert len(given_) == 2 * many


def test_a_place_is_moved_on_only_when_all_before_it_was_given() -> None:
    joined, _ = _joined(Scripted([_signal(1), _signal(9)], [_signal(10)]), Scripted([_label(3, 1), _label(12, 9)]))
    first = joined.poll(None, 1)
    assert ([e.id for e in first.events], first.cursor) == (["s1"], None)
    second = joined.poll(first.cursor, 10)
    assert [e.time // S for e in second.events] == [3, 9]
    assert second.cursor == {"signals": 1, "labels": None}


def test_labels_that_do_not_come_hold_the_signals_up_for_some_seconds_at_most() -> None:
    joined, clock = _joined(Scripted([_signal(1), _signal(2)]), Scripted())
    assert not joined.poll(None, 10).events
    clock.now += 4.0
    assert not joined.poll(None, 10).events
    clock.now += 1.5
    assert len(joined.poll(None, 10).events) == 2


def test_labels_whose_server_is_away_hold_nothing_up() -> None:
    joined, _ = _joined(Scripted([_signal(1)]), Scripted())
    joined.labels.away = True  # type: ignore[misc]
    assert len(joined.poll(None, 10).events) == 1


def test_a_signal_that_fires_now_is_scored_at_once_whatever_the_labels_have_to_catch_up_on() -> None:
    young = SignalEvent("now", NOW - S, np.zeros(1, np.float32))
    joined, _ = _joined(Scripted([young]), Scripted([_label(3, 1)], [_label(4, 2)]))
    assert joined.poll(None, 1).events == [young]
