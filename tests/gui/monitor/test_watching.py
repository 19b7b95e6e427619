"""The job behind the tab, on real signals and without Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.errors import Cancelled
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import FeedState
from gui.monitor.watching import WatchRequest, watch


@pytest.fixture
def short_file(sample_file: Path, tmp_path: Path) -> Path:
    lines = sample_file.read_text().splitlines()[:401]
    path = tmp_path / "short.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_file_is_watched_to_its_end_and_the_monitor_is_handed_over_first(short_file: Path, tmp_path: Path) -> None:
    points: list[Any] = []
    with Workspace.open(tmp_path / "workspace") as workspace:
        last = watch(WatchRequest(short_file, workspace), progress=Progress(points.append))
    handed = [point.values["monitor"] for point in points if "monitor" in point.values]
    assert len(handed) == 1
    assert last.state is FeedState.FINISHED
    assert last.events == 400
    assert last.labels + last.pending >= 399
    assert handed[0].snapshot().labels == last.labels


def test_cancelling_ends_it(short_file: Path, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with Workspace.open(tmp_path / "workspace") as workspace, pytest.raises(Cancelled):
        watch(WatchRequest(short_file, workspace), progress=progress)
