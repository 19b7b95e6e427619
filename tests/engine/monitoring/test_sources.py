"""Sources: the address, the pace, and the file that plays as a feed."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.file import FileSource, Pace
from engine.monitoring.sources.url import open_source, parse
from tests.engine.online.made import make_table

S = 1_000_000_000


class Clock:
    """Wall seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("url", "path", "speed"), [
    ("file:///data/a.csv?speed=60", "/data/a.csv", 60.0), ("file:///data/a.csv", "/data/a.csv", 0.0),
    ("file://localhost/x%20y.csv?speed=0.5", "/x y.csv", 0.5), ("/plain/path.csv", "/plain/path.csv", 0.0),
    ("relative.csv", "relative.csv", 0.0), ("file:///C:/data/a.csv", "C:/data/a.csv", 0.0),
    (r"C:\data\a.csv", r"C:\data\a.csv", 0.0),
])
def test_an_address_is_read(url: str, path: str, speed: float) -> None:
    address = parse(url)
    assert (address.kind, address.path, address.speed) == ("file", path, speed)


@pytest.mark.parametrize(("url", "words"), [
    ("redis://localhost:6380/2?stream=s", "redis://localhost:6380/2?stream=s"),
    ("redis://h/signals", "redis://h:6379/0?stream=signals"), ("redis://h/3/signals", "redis://h:6379/3?stream=signals"),
    ("rediss://me:pw@h/?stream=s", "rediss://me@h:6379/0?stream=s"),
    ("postgres://me:pw@h/db?table=a.b", "postgresql://me@h:5432/db?table=a.b"),
    ("timescaledb://h:6000/db?table=t", "postgresql://h:6000/db?table=t"),
    ("tail:///a/b%20c.csv?from=now", "tail:///a/b%20c.csv?from=now"),
    ("folder:///a?pattern=*.csv", "folder:///a?pattern=*.csv"),
])
def test_a_live_address_has_one_spelling_without_its_password(url: str, words: str) -> None:
    address = parse(url)
    assert address.words == words
    assert parse(words).words == words
    assert "pw" not in repr(address)


@pytest.mark.parametrize(("url", "said"), [
    ("redis://host", "names no stream"), ("postgresql://h/db", "names no table"),
    ("redis://h/x?stream=s", "two streams"), ("kafka://h", "no source"), ("file:///a.csv?speed=fast", "speed"),
    ("file:///a.csv?speed=-1", "speed"),
    ("file:///a.csv?speed=nan", "speed"), ("file:///a.csv?sped=1", "sped"), ("tail:///a.csv?from=then", "from=then"),
    ("redis://h:port/0?stream=s", "cannot be read"), ("postgresql://h/d?table=t&every=0", "every=0"),
])
def test_what_cannot_be_served_is_refused_in_words_with_a_remedy(url: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said) as refused:
        parse(url)
    assert refused.value.remedy


def test_a_secret_in_an_address_is_not_repeated() -> None:
    with pytest.raises(WorkbenchError) as refused:
        parse("redis://user:hunter2@host/0")
    assert "hunter2" not in str(refused.value)


def test_the_first_event_is_due_at_once_and_the_next_by_the_speed() -> None:
    clock = Clock()
    pace = Pace(60.0, clock)
    assert pace.until(1000 * S) <= 0.0
    assert pace.until(1120 * S) == pytest.approx(2.0)
    clock.now += 1.5
    assert pace.until(1120 * S) == pytest.approx(0.5)


def test_a_new_speed_holds_from_the_present_moment() -> None:
    clock = Clock()
    pace = Pace(1.0, clock)
    pace.until(0)
    clock.now += 10
    pace.set_speed(100.0)
    assert pace.until(110 * S) == pytest.approx(1.0)
    pace.set_speed(0.0)
    assert pace.until(10**18) == 0.0


def test_while_held_no_time_goes_by() -> None:
    clock = Clock()
    pace = Pace(1.0, clock)
    pace.until(0)
    pace.hold()
    clock.now += 1000
    assert pace.until(5 * S) == pytest.approx(5.0)
    pace.go_on()
    clock.now += 4
    assert pace.until(5 * S) == pytest.approx(1.0)


def test_the_file_gives_signals_and_labels_in_order_and_polls_the_same_again() -> None:
    source = FileSource(make_table(50), words="made")
    everything = source.poll(None, 1000)
    assert everything.ended
    assert len(everything.events) == 100
    assert [e.time for e in everything.events] == sorted(e.time for e in everything.events)
    first, again = source.poll(40, 7), source.poll(40, 7)
    assert [(type(e), e.id) for e in first.events] == [(type(e), e.id) for e in again.events]
    assert source.poll(100, 5).ended
    assert source.fraction(25) == 0.25


def test_only_events_that_are_due_come() -> None:
    clock = Clock()
    source = FileSource(make_table(50, delay=1000), words="made", speed=10.0, clock=clock)
    assert len(source.poll(None, 100).events) == 1
    waiting = source.poll(1, 100)
    assert (len(waiting.events), waiting.ended) == (0, False)
    assert waiting.wait == pytest.approx(0.1)
    assert "next event" in waiting.words
    clock.now += 1.0
    assert len(source.poll(1, 100).events) == 10


def test_a_step_takes_what_is_not_due_and_moves_the_clock_there() -> None:
    clock = Clock()
    source = FileSource(make_table(50, delay=1000), words="made", speed=0.001, clock=clock)
    source.poll(None, 1)
    assert len(source.step(1, 3).events) == 3
    assert source.pace.until(source.step(4, 1).events[0].time) <= 0.0


def test_labels_carry_what_they_were_worth(sample_file: Path) -> None:
    source = open_source(str(sample_file))
    events = source.poll(None, 200).events
    label = next(event for event in events if isinstance(event, LabelEvent))
    signal = next(event for event in events if isinstance(event, SignalEvent))
    assert np.isfinite(label.realized_rr)
    assert label.id.startswith("btc-")
    assert len(signal.features) == len(source.schema)


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError):
        open_source(f"file://{tmp_path}/none.csv")


def test_a_compressed_file_plays_too(tmp_path: Path, sample_file: Path) -> None:
    lines = sample_file.read_text().splitlines(keepends=True)[:300]
    with gzip.open(tmp_path / "signals.csv.gz", "wt") as packed:
        packed.writelines(lines)
    assert open_source(f"file://{tmp_path}/signals.csv.gz").poll(None, 5).events
