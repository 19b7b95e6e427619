"""How to bring a model up to date: go on from it, start anew on recent rows, or start anew on all of them.

After a change of regime all history can be far worse than recent rows alone, and a model that stays as it is worse
than chance; without one, more rows are better. Which it is cannot be seen beforehand: all three are trained and tested
on the same newest rows, purged as ever.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from engine.data import splits
from engine.data.splits import Fold
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.evaluation.comparison import compare_all
from engine.evaluation.metrics import score
from engine.library.store import Workspace
from engine.models import library
from engine.progress import Progress
from engine.records import Advice, AdviceWay, Floats, Ints, Scores
from engine.training.config import Continuing, ModelType, Scheme, TrainingConfig, ValidationOptions
from engine.training.fitting import Fitted, fit_forest, sigmoid
from engine.training.task import Task, prepare
from engine.training.work import PlannedFit, Work

WARM_START, RECENT_ONLY, ALL_HISTORY = "warm_start", "recent_only", "all_history"
AS_IT_STANDS = "The model as it stands"
_TITLES = {WARM_START: "Warm start", RECENT_ONLY: "Recent only", ALL_HISTORY: "All history"}
_FOLDS = 3
_TESTED = 0.5  # of the recent rows, the newest
_LEAST_RECENT = 300
_FALLBACK = 0.3  # of all rows count as recent where the parent has seen nearly everything
_MOST_ROUNDS = 20_000


@dataclass(slots=True)
class _Way:
    """A way while it is being tried."""

    name: str
    config: TrainingConfig
    trains: tuple[Ints, ...]
    parent: bytes | None
    parts: list[Floats] = field(default_factory=list)
    fits: list[Fitted] = field(default_factory=list)
    refused: str = ""


def advise(
    table: SignalTable, parent: str | Path, config: TrainingConfig | None = None,
    validation: ValidationOptions | None = None, *, workspace: Workspace, progress: Progress | None = None,
) -> Advice:
    """Try three ways of bringing the parent up to date and recommend one; nothing is kept in the library.

    `config.rounds` are the most new trees of each way, early stopping usually finds fewer. Recent rows are those
    later than everything that the parent has seen. Raises `WorkbenchError` where the parent cannot be gone on from.
    """
    progress = progress or Progress()
    options = replace(validation or ValidationOptions(), scheme=Scheme.PURGED_WALK_FORWARD)
    task, config = _prepared(table, parent, config, options, workspace, progress)
    first, contaminated = _first_recent(task)
    folds = _folds(task, first)
    ways = _ways(task, config, folds, first)
    work = Work([PlannedFit(f"{_TITLES[way.name]}: block {number + 1} of {len(folds)}", way.config, len(train), number)
                 for way in ways for number, train in enumerate(way.trains)], progress)
    for way in ways:
        _try(task, way, folds, work)
    found = _advice(task, ways, folds, first, contaminated=contaminated)
    progress.report(1.0, "Advice found")
    return found


def _prepared(
    table: SignalTable, parent: str | Path, config: TrainingConfig | None, options: ValidationOptions,
    workspace: Workspace, progress: Progress,
) -> tuple[Task, TrainingConfig]:
    """The task, and the configuration of a cold start in the parent's library."""
    from engine.training.warm_start import open_parent

    opened = open_parent(parent, workspace=workspace, progress=progress)
    config = config or TrainingConfig(model_type=ModelType(opened.kind))
    config = replace(config, tree_budget=0, continuing=Continuing.GROW)
    warm = replace(config, rounds=min(opened.trees + config.rounds, _MOST_ROUNDS)).checked()
    task, _ = prepare(table, [warm], options, workspace, parent, leak_meter=False, progress=progress)
    return task, config.checked()


def _first_recent(task: Task) -> tuple[int, bool]:
    """The first recent row, and whether the parent has seen recent ones, too few being new to it."""
    seen, rows = task.plan.seen, len(task.table)
    first = int(np.flatnonzero(seen)[-1]) + 1 if seen.any() else 0
    if rows - first >= _LEAST_RECENT and first > 0:
        return first, False
    fallback = rows - max(int(rows * _FALLBACK), min(_LEAST_RECENT, rows))
    return max(fallback, 0), bool(seen[fallback:].any()) or not task.seen


def _folds(task: Task, first: int) -> tuple[Fold, ...]:
    rows, plan = len(task.table), task.plan
    share = (rows - (rows - first) * _TESTED) / rows
    return splits.purged_walk_forward(plan.time, plan.label_time, folds=_FOLDS, embargo_ns=plan.embargo_ns,
                                      first_share=share)


def _ways(task: Task, config: TrainingConfig, folds: Sequence[Fold], first: int) -> list[_Way]:
    assert task.parent is not None
    recent = tuple(fold.train[fold.train >= first] for fold in folds)
    warm = replace(config, rounds=min(task.parent.trees + config.rounds, _MOST_ROUNDS))
    return [
        _Way(WARM_START, warm, recent, task.parent.native),
        _Way(RECENT_ONLY, replace(config), recent, None),
        _Way(ALL_HISTORY, replace(config), tuple(fold.train for fold in folds), None),
    ]


def _try(task: Task, way: _Way, folds: Sequence[Fold], work: Work) -> None:
    """All folds of one way; a refusal by the data (one class among the recent rows) is kept in words."""
    try:
        source = task.source(way.config)
        for number, fold in enumerate(folds):
            listener = work.begin()
            fitted = fit_forest(source, way.trains[number], way.config, listener, parent=way.parent)
            listener.end()
            way.fits.append(fitted)
            way.parts.append(fitted.probability(task.table.matrix[fold.test], threads=way.config.knobs().threads))
    except WorkbenchError as error:
        way.refused = str(error)
        work.skip(lambda fit: fit.config is not way.config)


def _advice(task: Task, ways: Sequence[_Way], folds: Sequence[Fold], first: int, *, contaminated: bool) -> Advice:
    assert task.parent is not None
    rows = np.concatenate([fold.test for fold in folds])
    label, recent = task.table.label[rows].astype(np.int64), len(task.table) - first
    ratio = None if task.table.realized_rr is None else task.table.realized_rr[rows]
    whole = {way.name: np.concatenate(way.parts) for way in ways if not way.refused}
    if not whole:
        raise WorkbenchError(f"None of the three ways can be trained. {ways[0].refused}", code="no-way",
                             remedy="Give more recent rows of both outcomes.")
    stale = sigmoid(library(task.parent.kind).from_bytes(task.parent.native).margin(task.table.matrix[rows]))
    tried = tuple(
        AdviceWay(way.name, _TITLES[way.name], way.parent is not None, 0 if way.name == ALL_HISTORY else recent,
                  0 if way.refused else len(way.trains[-1]), 0 if way.refused else way.fits[-1].model.trees,
                  None if way.refused else score(label, whole[way.name], realized_rr=ratio), way.refused)
        for way in ways
    )
    old = score(label, stale, realized_rr=ratio)
    best = max((way for way in tried if way.scores is not None), key=_auc)
    comparisons = compare_all(label, {**{_TITLES[name]: each for name, each in whole.items()}, AS_IT_STANDS: stale})
    words = _words(best, tried, old, len(rows))
    if contaminated:
        words += " The parent may have seen some of these rows: its figures, and those of the warm start, are too good."
    return Advice(tried, old, best.name, words, recent, len(rows), comparisons, contaminated)


def _words(best: AdviceWay, tried: Sequence[AdviceWay], old: Scores, rows: int) -> str:
    found = [f"{best.words} is recommended: AUC {_auc(best):.3f} on the {rows:,} newest rows."]
    found += [f"{way.words} has {_auc(way):.3f}." for way in tried if way.scores is not None and way is not best]
    verdict = ", worse than chance" if old.auc.high < 0.5 else ""
    return " ".join((*found, f"The model as it stands has {old.auc.value:.3f}{verdict}."))


def _auc(way: AdviceWay) -> float:
    return way.scores.auc.value if way.scores is not None else -math.inf
