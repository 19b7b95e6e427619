"""What retention deleted is known when it is sent again: nothing is learnt twice, and nothing new is left out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.events import LabelEvent, SignalEvent
from engine.online import forgotten, retention
from engine.online.journal import Entry, Journal
from engine.online.retention import Retention

_FEATURES = np.asarray([1.0], dtype=np.float32)
_STEPS = st.lists(st.one_of(
    st.tuples(st.just("send"), st.lists(st.integers(0, 60), max_size=12)),
    st.tuples(st.just("delete"), st.integers(1, 4)), st.tuples(st.just("restart"), st.none())), max_size=25)


@pytest.fixture(scope="module", autouse=True)
def _small() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(retention, "NEEDED", 5)
        patch.setattr(retention, "STEP", 4)
        patch.setattr(retention, "used", lambda _: 10**9)
        yield


def _event(number: int) -> Entry:
    """Signals and labels whose times are not in the order of their numbers."""
    time = number * 37 % 61
    return Entry(LabelEvent(f"s{number}", time, number % 2, 1.0) if number % 3 == 0 else
                 SignalEvent(f"s{number}", time, _FEATURES))


def _delete(journal: Journal, steps: int, keep: Retention) -> None:
    journal._database.execute("DELETE FROM snapshots")  # else nothing after the oldest of three would be deleted
    journal._database.execute("DELETE FROM snapshot_parts")
    journal.snapshot({"made": True})
    there = journal._database.execute("SELECT count(*) FROM events").fetchone()[0]
    gone = sum(journal.forget(keep, 0, None) for _ in range(steps))
    assert gone == min(max(there - retention.NEEDED, 0), retention.STEP * steps)


@given(_STEPS)
@settings(max_examples=60, deadline=None)
def test_every_event_counts_once_whatever_is_deleted_sent_again_and_restarted(steps: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stream.sqlite"
        journal = Journal(file, synchronous="OFF")
        counted: list[str] = []
        for what, how in steps:
            if what == "send":
                fresh = [number for number in dict.fromkeys(how) if f"s{number}" not in counted]
                new = [entry.event.id for entry in journal.append([_event(number) for number in how])]
                assert new == [f"s{number}" for number in fresh]
                counted += new
            elif what == "delete" and journal.last:
                _delete(journal, how, Retention(size=10**6))
            elif what == "restart":
                journal.close()
                journal = Journal(file, synchronous="OFF")
        journal.close()


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with Journal(tmp_path / "stream.sqlite") as made:
        yield made


def test_a_size_that_events_are_kept_for_holds_for_what_is_known_of_deleted_ones_too(journal: Journal) -> None:
    journal.append([_event(number) for number in range(1, 60)])
    _delete(journal, 13, Retention(size=20 * forgotten.SHARE * forgotten.SIZE))
    kept = journal._database.execute("SELECT sum(number), sum(length(keys)) FROM forgotten").fetchone()
    assert 12 <= kept[0] <= 20
    assert kept[1] == kept[0] * forgotten.SIZE


def test_what_is_later_than_all_that_was_deleted_is_not_looked_up(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append([_event(number) for number in range(1, 20)])
    _delete(journal, 9, Retention(size=10**6))
    asked: list[int] = []
    monkeypatch.setattr(forgotten, "_hashed", lambda keys: asked.append(len(keys)))
    assert len(journal.append([Entry(SignalEvent("later", 10**6, _FEATURES))])) == 1
    assert not asked


def test_a_stream_that_begins_anew_knows_nothing_of_what_was_deleted(journal: Journal) -> None:
    first = [_event(number) for number in range(1, 20)]
    journal.append(first)
    _delete(journal, 9, Retention(size=10**6))
    journal.clear()
    assert len(journal.append(first)) == len(first)
