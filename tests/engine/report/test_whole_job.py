"""What the whole job is put together from: walk-forward scores, and the proof that another process scores alike."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.data.loading import load_table
from engine.data.table import SignalTable
from engine.errors import Cancelled, WorkbenchError
from engine.online.replay import replay
from engine.progress import Progress
from engine.records import OutOfFold
from engine.report import elsewhere
from engine.report.whole_job import walk_forward_scores


@pytest.fixture(scope="module")
def table(sample_file: Path) -> SignalTable:
    return load_table(sample_file)


def predictions(table: SignalTable, rows: np.ndarray, value: float) -> OutOfFold:
    times = np.zeros(len(rows), dtype=np.int64)
    return OutOfFold(table.row[rows], times, times, times, np.full(len(rows), value), times, np.zeros(len(rows)))


def test_scores_are_the_mean_of_the_models_and_unknown_where_none_has_spoken(table: SignalTable) -> None:
    late = np.arange(2000, len(table))
    found = walk_forward_scores(table, {"a": predictions(table, late, 0.2), "b": predictions(table, late[::-1], 0.6)})
    assert np.isnan(found[:2000]).all()
    np.testing.assert_allclose(found[2000:], 0.4)


def test_a_replay_takes_batch_scores_as_they_are_and_goes_on_without_them(table: SignalTable) -> None:
    given = np.full(len(table), np.nan)
    given[1800:] = np.where(table.label[1800:] == 1, 0.9, 0.1)
    found = replay(table, batch=given)
    assert found.figures["batch"].auc == 1.0
    assert found.figures["final"].auc is not None
    assert found.auc.value > (found.figures["online"].auc or 1.0)
    assert found.contaminated == 0
    assert np.isnan(found.curves.accuracy_batch[0])
    assert found.curves.accuracy_batch[-1] == 1.0


def test_unequal_scores_are_never_called_equal() -> None:
    here = np.asarray([0.1, 0.2, np.nan])
    assert elsewhere.largest_difference(here, here) == (0.0, 3)
    assert elsewhere.largest_difference(here + 1e-9, here)[0] == pytest.approx(1e-9)
    assert elsewhere.largest_difference(np.asarray([0.1, np.nan, np.nan]), here)[0] == np.inf
    assert elsewhere.largest_difference(here[:2], here)[0] == np.inf


def test_another_process_that_fails_is_refused_in_its_own_words(tmp_path: Path, sample_file: Path) -> None:
    with pytest.raises(WorkbenchError, match="could not score") as refused:
        elsewhere.score_elsewhere(tmp_path / "missing.apbundle", sample_file, tmp_path / "scores.csv", tmp_path / "w",
                                  Progress())
    assert "Verify" in refused.value.remedy


def test_cancel_ends_the_other_process(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: object, **how: object) -> None:
            super().__init__(*args, **how)  # type: ignore[arg-type]
            started.append(self)
            progress.cancel()

    progress = Progress()
    monkeypatch.setattr(elsewhere, "_COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(subprocess, "Popen", Watched)
    with pytest.raises(Cancelled):
        elsewhere.score_elsewhere(tmp_path / "x", sample_file, tmp_path / "s.csv", tmp_path / "w", progress)
    assert started[0].poll() is not None
