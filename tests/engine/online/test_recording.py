"""The time machine: one journal, other options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.events import LabelEvent, SignalEvent
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.file import FileSource
from engine.online.journal import Entry, Journal
from engine.online.options import Blending, LearnerOptions
from engine.online.recording import Recording, read_recording, rerun
from engine.online.state import state_hash
from tests.engine.online.made import Arithmetic, make_table


@pytest.fixture
def monitored(tmp_path: Path) -> tuple[Recording, Monitor]:
    source = FileSource(make_table(900), words="made")
    monitor = Monitor(source, LearnerOptions(window=200), champion=Arithmetic(source.schema), folder=tmp_path)  # type: ignore[arg-type]
    monitor.run()
    (file,) = (tmp_path / "journal").glob("*.sqlite")
    with Journal(file, read_only=True) as journal:
        return read_recording(journal), monitor


def test_with_the_recorded_options_it_is_the_recorded_run(monitored: tuple[Recording, Monitor]) -> None:
    recording, monitor = monitored
    again = rerun(recording, LearnerOptions(window=200))
    assert again.state_hash == state_hash(monitor._stream.core.state())
    np.testing.assert_array_equal(again.curves.auc, monitor.snapshot().curves.auc)


@pytest.mark.parametrize("change", [
    {"learning_rate": 0.01}, {"half_life_events": 100.0}, {"blending": Blending.ADAPTIVE}, {"batch_weight": 0.2},
])
def test_another_option_gives_another_curve_on_the_same_labels(
    monitored: tuple[Recording, Monitor], change: dict[str, Any]
) -> None:
    recording, monitor = monitored
    options = replace(LearnerOptions(window=200), **change)
    other = rerun(recording, options)
    recorded = monitor.snapshot().curves
    np.testing.assert_array_equal(other.curves.event, recorded.event)
    np.testing.assert_array_equal(other.curves.accuracy_batch, recorded.accuracy_batch)
    assert (other.curves.log_loss != recorded.log_loss).any()
    assert rerun(recording, options).state_hash == other.state_hash


def test_the_ledgers_rules_hold_in_a_recording(tmp_path: Path, monitored: tuple[Recording, Monitor]) -> None:
    def signal(name: str, time: int) -> Entry:
        return Entry(SignalEvent(name, time, np.zeros(1, dtype=np.float32)), 0.5)

    with Journal(tmp_path / "own.sqlite") as journal:
        schema: Callable[[str], Any] = lambda name: {  # noqa: E731
            "name": name, "kind": "number", "categories": [], "low": None, "high": None, "missing_share": 0.0}
        journal.set_meta({"schema": [schema("x")], "names": ["x"], "champion": True, "watch_after": -1})
        journal.append([
            Entry(LabelEvent("early", 1, 1)), signal("early", 3), signal("a", 4), Entry(LabelEvent("a", 5, 0)),
            Entry(LabelEvent("a", 9, 1)), signal("never", 10),
        ])
        recording = read_recording(journal)
    kinds = [(int(op), int(slot), int(label)) for op, slot, label, _ in zip(*recording.events, strict=True)]
    assert kinds == [(0, 0, -1), (1, 0, 1), (0, 1, -1), (1, 1, 0), (0, 2, -1)]
    assert recording.events.time.tolist() == [3, 3, 4, 5, 10]


def test_without_options_it_is_the_recorded_run_with_the_analysts_changes(tmp_path: Path) -> None:
    source = FileSource(make_table(400), words="made", speed=1e-6)
    monitor = Monitor(source, LearnerOptions(window=100, batch_weight=0.6), champion=Arithmetic(source.schema),  # type: ignore[arg-type]
                      folder=tmp_path)
    monitor.set_blend(0.3)
    monitor.set_blend(blending=Blending.ROLLING)
    source.set_speed(0.0)
    last = monitor.run()
    (file,) = (tmp_path / "journal").glob("*.sqlite")
    with Journal(file, read_only=True) as journal:
        recording = read_recording(journal)
    as_it_was, otherwise = rerun(recording), rerun(recording, LearnerOptions(window=100, batch_weight=0.6))
    assert [change.name for change in recording.changes] == ["batch_weight", "blending"]
    assert recording.options.batch_weight == 0.6
    assert as_it_was.losses == last.losses
    assert as_it_was.state_hash == state_hash(monitor._stream.core.state())
    assert otherwise.state_hash != as_it_was.state_hash
