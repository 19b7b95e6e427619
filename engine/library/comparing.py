"""Comparing runs on the rows that they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.distinct import distinct
from engine.library.runs import out_of_fold
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Comparison, OutOfFold, RunRecord

_DIFFERENT = ("They were scored on different signals, so their AUCs cannot be compared one to one. "
              "Score them on the same file in the Ensemble tab.")
_FEWEST = 30  # shared rows below which nothing is said


@dataclass(frozen=True, slots=True)
class RunsCompared:
    """The sentences: each run against the first, and how many rows they rest on (0: they cannot be compared)."""

    words: tuple[str, ...]
    rows: int
    comparisons: tuple[Comparison, ...] = ()


def compare_runs(workspace: Workspace, runs: Sequence[RunRecord], *, progress: Progress) -> RunsCompared:
    """Paired AUC differences of the later runs against the first, on the rows for which all have predictions."""
    if len({run.fingerprint for run in runs}) > 1:
        return RunsCompared((_DIFFERENT,), 0)
    found = _predictions(workspace, runs, progress)
    lacking = [run_label(run) for run in runs if run.id not in found]
    if lacking:
        return RunsCompared((f"No predictions were kept with {', '.join(lacking)}.",), 0)
    return _compared(runs, found)


def _predictions(workspace: Workspace, runs: Sequence[RunRecord], progress: Progress) -> dict[str, OutOfFold]:
    found = {}
    for place, run in enumerate(runs):
        progress.report(place / len(runs), f"reading {run_label(run)}")
        kept = out_of_fold(workspace, run.id)
        if kept is not None:
            found[run.id] = kept
    return found


def _compared(runs: Sequence[RunRecord], found: Mapping[str, OutOfFold]) -> RunsCompared:
    from engine.evaluation.comparison import compare

    rows = _shared_rows([found[run.id] for run in runs])
    if len(rows) < _FEWEST:
        return RunsCompared((f"They share only {len(rows)} scored rows: too few to compare.",), 0)
    label, first = _at(found[runs[0].id], rows)
    comparisons = []
    for run in runs[1:]:
        _, other = _at(found[run.id], rows)
        comparisons.append(compare(label, other, first, run_label(run), run_label(runs[0])))
    return RunsCompared(tuple(one.words for one in comparisons), len(rows), tuple(comparisons))


def run_label(run: RunRecord) -> str:
    """What a run is called in a sentence."""
    return run.name or f"{run.kind} {run.id[:6]}"


def _shared_rows(kept: Sequence[OutOfFold]) -> np.ndarray:
    rows = kept[0].row[kept[0].label >= 0]
    for other in kept[1:]:
        rows = np.intersect1d(distinct(rows), distinct(other.row), assume_unique=True)
    return np.sort(rows)


def _at(kept: OutOfFold, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(kept.row)
    places = order[np.searchsorted(kept.row[order], rows)]
    return kept.label[places], kept.probability[places]
