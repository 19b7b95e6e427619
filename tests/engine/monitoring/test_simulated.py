"""The made-up feed: the stream that it promises, at its rate, without an end, and the same again after a restart."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.schema import FeatureSchema
from engine.data.synthetic import Kind, stream
from engine.doctor import PartStatus, live_sources, source
from engine.errors import WorkbenchError
from engine.events import LabelEvent, SignalEvent
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.address import Story, parse, story_of
from engine.monitoring.sources.probing import probe
from engine.monitoring.sources.simulated import SimulatedSource
from engine.monitoring.sources.url import open_source
from engine.online.options import LearnerOptions
from engine.records import LinkState
from tests.engine.monitoring.test_sources import Clock

SHORT = Story(rows=1000, rate=0.0, seed=3)


def _taken(made: SimulatedSource, cursor: Any, many: int, group: int = 4096) -> tuple[list[Any], Any]:
    events: list[Any] = []
    while len(events) < many:
        found = made.poll(cursor, min(group, many - len(events)))
        events += found.events
        cursor = found.cursor
    return events, cursor


def _told(event: Any) -> tuple[Any, ...]:
    if isinstance(event, SignalEvent):
        return (event.id, event.time, event.features.tobytes())
    return (event.id, event.time, event.label, event.realized_rr)


def test_the_first_chapter_is_the_stream_of_its_seed_each_label_at_its_own_time() -> None:
    want = stream("abrupt", rows=1000, seed=3)
    events, _ = _taken(SimulatedSource(SHORT), None, 3900)
    signals = [event for event in events if isinstance(event, SignalEvent)][:1000]
    assert np.array_equal([event.features for event in signals], want.X.astype(np.float32))
    labels = {event.id: event for event in events if isinstance(event, LabelEvent)}
    assert [labels[event.id].time for event in signals] == want.label_time.tolist()
    assert [labels[event.id].label for event in signals] == want.label.tolist()


def test_over_three_chapters_time_never_goes_back_and_each_signal_has_one_label_that_comes_after_it() -> None:
    events, _ = _taken(SimulatedSource(SHORT), None, 5900)
    moments = [event.time for event in events]
    assert moments == sorted(moments)
    born = {event.id: event.time for event in events if isinstance(event, SignalEvent)}
    labels = [event for event in events if isinstance(event, LabelEvent)]
    assert len({event.id for event in labels}) == len(labels)
    assert all(event.time >= born[event.id] for event in labels)
    assert set(born) - {event.id for event in labels} <= set(sorted(born)[-80:])  # the newest wait
    steps = {after - before for before, after in itertools.pairwise(sorted(born.values()))}
    assert steps == {300 * 10**9}


@given(st.lists(st.integers(1, 700), min_size=1, max_size=6))
def test_however_it_is_cut_and_opened_anew_the_same_events_come(groups: list[int]) -> None:
    whole, _ = _taken(SimulatedSource(SHORT), None, sum(groups))
    cut: list[Any] = []
    cursor = None
    for many in groups:
        found, cursor = _taken(SimulatedSource(SHORT), cursor, many)
        cut += found
    assert list(map(_told, cut)) == list(map(_told, whole))


def test_signals_come_at_the_rate_of_the_address_and_wait_while_held() -> None:
    clock = Clock()
    made = SimulatedSource(Story(rate=4.0, delay=0.0), clock=clock)
    first = made.poll(None, 100)
    assert len(first.events) == 2  # a signal and its label
    waiting = made.poll(first.cursor, 100)
    assert (len(waiting.events), waiting.ended) == (0, False)
    assert waiting.wait == pytest.approx(0.25)
    clock.now += 10.0
    later = made.poll(first.cursor, 1000)
    assert sum(isinstance(event, SignalEvent) for event in later.events) == 40
    made.hold()
    clock.now += 10.0
    assert not made.poll(later.cursor, 1000).events
    assert len(made.step(later.cursor, 1).events) == 1


def test_a_monitor_goes_on_where_it_stopped_and_ends_in_the_state_of_an_unbroken_run(tmp_path: Path) -> None:
    def watched(folder: Path, most: int) -> Monitor:
        made = Monitor(open_source("simulate://?rate=0&rows=1000&seed=5"), LearnerOptions(window=200), folder=folder,
                       max_signals=most)
        made.run()
        return made

    watched(tmp_path / "cut", 700)
    again = watched(tmp_path / "cut", 800)
    whole = watched(tmp_path / "whole", 1500)
    assert again.snapshot().events == whole.snapshot().events >= 1500
    assert again.state_hash() == whole.state_hash()


def test_the_rate_is_no_part_of_what_the_stream_is() -> None:
    slow, fast = (open_source(f"simulate://?seed=2&rate={rate}") for rate in (1, 500))
    assert slow.words == fast.words == parse(fast.words).words
    assert "rate" not in slow.words
    assert open_source("simulate://?seed=3").words != slow.words


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_every_kind_of_change_can_be_asked_for(kind: str) -> None:
    made = open_source(f"simulate://?drift={kind}&rows=1000&rate=0")
    assert len(made.poll(None, 50).events) == 50


@pytest.mark.parametrize(("url", "said"), [
    ("simulate://?drift=sudden", "drift=sudden"), ("simulate://?rate=-1", "rate=-1"), ("simulate://?seed=x", "seed=x"),
    ("simulate://?seed=1.5", "whole"), ("simulate://?rows=10", "rows=10"), ("simulate://?speed=2", "speed"),
    ("simulate://?rows=1000&delay=900", "delay=900"), ("simulate://host/db", "no place"),
    ("simulate://?auc=0.99", "auc=0.99"), ("simulate://?id=a", "id"),
])
def test_what_cannot_be_made_up_is_refused_in_words_with_a_remedy(url: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said) as refused:
        parse(url)
    assert refused.value.remedy


def test_a_champion_that_reads_other_columns_is_refused_and_one_of_fewer_is_served_in_its_own_order() -> None:
    with pytest.raises(WorkbenchError, match="rsi"):
        open_source("simulate://", schema=FeatureSchema.plain(["x0", "rsi"]))
    made = open_source("simulate://?rows=1000&rate=0", schema=FeatureSchema.plain(["x4", "x1"]))
    want = stream("abrupt", rows=1000)
    assert made.poll(None, 1).events[0].features.tolist() == want.X[0, [4, 1]].astype(np.float32).tolist()


def test_labels_do_not_come_from_elsewhere_nor_are_they_made_up_for_others(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="its own labels"):
        open_source("simulate://", labels=f"tail://{tmp_path}/a.csv")
    with pytest.raises(WorkbenchError, match="cannot be made up"):
        open_source(f"tail://{tmp_path}/a.csv", labels="simulate://")


def test_a_trial_and_doctor_tell_what_would_come() -> None:
    found = probe("simulate://?rate=5&drift=gradual")
    assert found.works
    assert "5 signals a second" in " ".join(found.facts)
    assert found.features == ("x0", "x1", "x2", "x3", "x4", "x5")
    assert source("simulate://").available
    assert not source("simulate://?drift=no").available
    assert any(part.name == "Simulator" for part in live_sources([PartStatus("PostgreSQL", True, "", "")]))
    assert open_source("simulate://").status()[0].state is LinkState.LIVE
    assert story_of(parse("simulate://")) == Story()
