"""What a monitor answers beside its figures, each against an oracle; and notes that stay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.file import FileSource
from engine.online.input_drift import BATCH, REFERENCE
from engine.online.journal import Journal
from engine.online.options import LearnerOptions
from engine.online.recording import read_recording, rerun
from tests.engine.online.made import Arithmetic, make_table


def _ran(rows: int = 600, *, champion: bool = True, folder: Path | None = None, window: int = 200) -> Monitor:
    source = FileSource(make_table(rows), words="made")
    model: Any = Arithmetic(source.schema) if champion else None
    monitor = Monitor(source, LearnerOptions(window=window), champion=model, folder=folder)
    monitor.run()
    return monitor


def test_every_share_is_scored_as_if_it_had_been_the_blend() -> None:
    monitor = _ran()
    preview = monitor.blend_preview(100)
    assert preview is not None
    assert preview.labels == 100
    for share in (0.0, 0.37, 1.0):
        source = FileSource(make_table(600), words="made")
        again = Monitor(source, LearnerOptions(window=100, batch_weight=share),
                        champion=Arithmetic(source.schema))  # type: ignore[arg-type]
        found = again.run()
        assert preview.at(share) == pytest.approx((found.accuracy.value, found.log_loss))
    assert preview.at(preview.best)[1] == preview.log_loss.min()


def test_without_a_batch_model_there_is_no_other_share() -> None:
    assert _ran(champion=False).blend_preview(100) is None


def test_the_newest_signals_come_first_with_what_became_of_them() -> None:
    monitor = _ran()
    rows = monitor.recent(5)
    assert [row.id for row in rows] == [f"row-{place}" for place in range(599, 594, -1)]
    table = make_table(600)
    assert [row.label for row in rows] == table.label[595:][::-1].tolist()
    assert all(row.label_time == table.label_time[int(row.id[4:])] for row in rows)  # type: ignore[index]


def test_mean_r_is_of_the_labelled_signals_above_the_threshold() -> None:
    table = make_table(300)
    gained = np.linspace(-1, 2, 300)
    source = FileSource(replace(table, realized_rr=gained), words="made")
    monitor = Monitor(source, LearnerOptions(window=1000), champion=Arithmetic(source.schema))  # type: ignore[arg-type]
    found = monitor.run()
    taken = [row for row in monitor.recent(1000) if row.score > 0.5]
    assert found.mean_r is not None
    assert found.mean_r.value == pytest.approx(np.mean([row.realized_rr for row in taken]))
    assert found.mean_r.low < found.mean_r.value < found.mean_r.high
    assert _ran().snapshot().mean_r is None  # no realized R is known there


def test_each_batch_of_inputs_tells_how_far_every_feature_has_moved() -> None:
    table = make_table(REFERENCE + 2 * BATCH, missing=0.0)
    table.matrix[REFERENCE + BATCH:, 2] += 5.0
    monitor = Monitor(FileSource(table, words="made"), LearnerOptions(window=200))
    monitor.run()
    track = monitor.inputs()
    assert track.moved.shape == (2, 4)
    assert track.moved[0].max() < 0.15
    assert track.moved[1, 2] > 0.9
    assert np.delete(track.moved[1], 2).max() < 0.15
    assert (np.diff(track.event) > 0).all()


def test_latency_is_kept_along_the_way() -> None:
    track = _ran().snapshot().latency_track
    assert track.shape[1] == 3
    assert len(track) >= 1
    assert (track[:, 1] <= track[:, 2]).all()


def test_a_note_stays_in_the_journal_and_changes_no_figure(tmp_path: Path) -> None:
    plain = _ran(folder=tmp_path / "plain")
    monitor = _ran(folder=tmp_path / "noted")
    monitor.annotate("  Broker was\n down ", event=300)
    mark = monitor.snapshot().marks[-1]
    assert (mark.event, mark.kind, mark.words) == (300, "note", "Broker was down")
    assert mark.time is not None
    assert monitor.state_hash() == plain.state_hash()
    with Journal(Path(monitor.snapshot().journal), read_only=True) as journal:
        recording = read_recording(journal)
    assert recording.changes[-1].value["text"] == "Broker was down"
    assert rerun(recording).labels == 600


def test_a_note_of_a_running_monitor_comes_back_at_the_next_start(tmp_path: Path) -> None:
    source = FileSource(make_table(400), words="made")
    first = Monitor(source, LearnerOptions(window=200), folder=tmp_path, max_signals=200)
    first.annotate("news at eight")
    first.run()
    again = Monitor(FileSource(make_table(400), words="made"), LearnerOptions(window=200), folder=tmp_path)
    assert "news at eight" in [mark.words for mark in again.run().marks]


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_a_note_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(WorkbenchError, match="Write 1 to"):
        _ran().annotate(text)
