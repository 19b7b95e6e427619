"""Proof that a bundle scores alike in another process that knows nothing but the file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from engine.bundle.exporting import write_bundle
from engine.bundle.streaming import FINAL, score_file
from engine.bundle.verifying import verify
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Floats
from engine.report.summary import BundleFacts

_COMMAND = (sys.executable, "-m", "engine.cli")
_POLL = 0.1  # seconds between looks at the other process


def export_and_prove(
    data: Path, run_id: str, path: Path, *, workspace: Workspace, progress: Progress
) -> BundleFacts:
    """Export a run, verify the file, score the data with it in this process and in a fresh one, and compare."""
    write_bundle(workspace, run_id, path, progress=progress.part(0.0, 0.2))
    verdict = verify(path, workspace=workspace, progress=progress.part(0.2, 0.4))
    with tempfile.TemporaryDirectory(prefix="alphapulse-") as folder:
        there, here = Path(folder) / "there.feather", Path(folder) / "here.feather"
        score_elsewhere(path, data, there, Path(folder) / "workspace", progress.part(0.4, 0.9))
        score_file(path, data, here, workspace=workspace, progress=progress.part(0.9, 1.0))
        difference, rows = largest_difference(_scores(there), _scores(here))
    return BundleFacts(
        path=str(path), sha256=verdict.sha256, bytes=verdict.size, members=len(verdict.members),
        golden_rows=verdict.golden_rows, scored_rows=rows, largest_difference=difference,
    )


def score_elsewhere(bundle: Path, data: Path, out: Path, workspace: Path, progress: Progress) -> None:
    """`alphapulse score` in a process of its own with an empty workspace; ended at once on Cancel."""
    progress.report(0.0, "Scoring in a fresh process")
    command = [*_COMMAND, "score", str(bundle), str(data), "--out", str(out), "--workspace", str(workspace)]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=Path(__file__).resolve().parents[2], stdout=said, stderr=said,
                                   stdin=subprocess.DEVNULL)
        try:
            while process.poll() is None:
                progress.check()
                time.sleep(_POLL)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        said.seek(0)
        words = said.read().decode(errors="replace").strip().splitlines()
    if process.returncode:
        raise WorkbenchError(
            "Another process could not score with the bundle: " + (words[-1] if words else "it said nothing."),
            where=str(bundle), code="scores-differ", remedy="Verify the file.",
        )


def largest_difference(there: Floats, here: Floats) -> tuple[float, int]:
    """The largest absolute difference of two score columns and their length; unequal gaps count as infinite."""
    if len(there) != len(here) or not np.array_equal(np.isnan(there), np.isnan(here)):
        return float("inf"), len(here)
    known = ~np.isnan(here)
    return float(np.abs(there[known] - here[known]).max(initial=0.0)), len(here)


def _scores(path: Path) -> Floats:
    import pyarrow.feather

    column = pyarrow.feather.read_table(os.fspath(path), columns=[FINAL]).column(FINAL)
    return np.asarray(column.to_numpy(), dtype=np.float64)
