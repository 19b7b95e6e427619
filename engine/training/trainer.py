"""Training: several models over the same folds of a table, or one on rows that are split already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.awaiting import in_thread
from engine.data.table import SignalTable
from engine.errors import Cancelled
from engine.evaluation.baselines import equal_weights, prior
from engine.evaluation.comparison import compare_all
from engine.evaluation.metrics import score
from engine.evaluation.next_block import next_block
from engine.library.store import Workspace
from engine.models import library
from engine.models.apart import apart
from engine.progress import Progress
from engine.records import (
    BaselineScores,
    Comparison,
    LeakMeter,
    NextBlock,
    RunRecord,
    TrainingReport,
    TrainingResult,
)
from engine.settings import to_json
from engine.training import forgetting, looking
from engine.training import leak_meter as leaks
from engine.training.arrays import train_arrays
from engine.training.checkpoint import Checkpoint, kept_until_the_end
from engine.training.config import Scheme, TrainingConfig, ValidationOptions, Weighting
from engine.training.devices import placed, with_threads
from engine.training.exposure import exposure_of, ledger
from engine.training.folds import Folds, Trained, for_meter, lanes_of, planned
from engine.training.pooling import pooled
from engine.training.registering import Origin, Outcome, register, register_failure
from engine.training.settling import Settled
from engine.training.task import Task, prepare
from engine.training.weights import few_words, map_words
from engine.training.work import Work

EQUAL_WEIGHTS = "Equal weights"
BASE_RATE = "Base rate"


class MLModelTrainer:
    """Trains one model on rows that the caller has split; every run is kept in the workspace (the default: None)."""

    def __init__(self, workspace: Workspace | None = None) -> None:
        self._workspace = workspace

    async def train_model(
        self, X_train: Any, y_train: Any, X_val: Any, y_val: Any, config: TrainingConfig, *,
        sample_weight: Any = None, warm_start: str | Path | None = None, progress: Progress | None = None,
    ) -> TrainingResult:
        """`train_arrays` in a thread; cancelling the task cancels the training and keeps nothing."""
        return await in_thread(
            train_arrays, X_train, y_train, X_val, y_val, config, sample_weight=sample_weight, warm_start=warm_start,
            workspace=self._workspace, progress=progress or Progress())


def train_models(
    table: SignalTable, configs: Sequence[TrainingConfig], validation: ValidationOptions | None = None, *,
    workspace: Workspace, leak_meter: bool = True, warm_start: str | Path | None = None, side_by_side: bool = False,
    resume: Checkpoint | None = None, by_hand: bool = True, said: Sequence[str] = (), progress: Progress | None = None,
) -> TrainingReport:
    """Train each configuration over the same folds and keep the runs, all of them or, when cancelled, none.

    Stop keeps the folds that are done, of the first fold its best round so far; configurations not yet begun are left
    out. A configuration that a library refuses is kept as a failed run; when all are, the first refusal is raised.
    `progress` carries `model, fold, round, train_loss, valid_loss`, and after each fold `out_of_fold`. Whole folds are
    kept on disk until the training ends; `resume` goes on from those of a training that was killed, see `checkpoint`.
    Each run counts as a look at its outcomes, of a person or (`by_hand=False`) of a procedure, and so do the blocks
    that were seen before a cancel.
    `said`: words for each configuration that its run keeps, such as where its settings come from.
    """
    progress = progress or Progress()
    options = validation or ValidationOptions()
    asked = tuple(configs)
    at = [placed(config.checked(), warm_start=warm_start is not None) for config in configs]
    lanes = lanes_of(len(configs), side_by_side=side_by_side)
    configs = [with_threads(config, lanes) for config, _ in at]  # each an object of its own
    task, configs = prepare(table, configs, options, workspace, warm_start, leak_meter=leak_meter, progress=progress)
    _load_libraries(configs, progress)
    fits = planned(task, configs)
    work = Work(fits, progress, lanes=lanes)
    with kept_until_the_end(workspace, table, asked, options, resume, warm_start=warm_start,
                            leak_meter=leak_meter) as keeper:
        folds = Folds(task, configs, work, said=_all_words([words for _, words in at], said), kept=keeper.keep)
        keeper.restore(folds, fits)
        try:
            trained = folds.run(fits, lanes)
        except Cancelled:
            looking.note_seen(workspace, task, folds.trained, by_hand=by_hand)
            raise
        return _finish(task, trained, workspace, work, progress, by_hand=by_hand)


def _all_words(placed: Sequence[str], said: Sequence[str]) -> list[str]:
    return [" ".join(filter(None, each)) for each in zip(placed, said or [""] * len(placed), strict=True)]


def _load_libraries(configs: Sequence[TrainingConfig], progress: Progress) -> None:
    """Import what will train, before the clock of the work runs: seconds, once a process, that say nothing of it."""
    for kind in dict.fromkeys(config.model_type for config in configs):
        progress.report(0.0, f"Loading {kind.title}")
        apart(library(kind.value).warm_up, progress.check, lambda: None)


def _finish(
    task: Task, trained: Sequence[Trained], workspace: Workspace, work: Work, progress: Progress, *, by_hand: bool
) -> TrainingReport:
    whole = [one for one in trained if one.fits]
    meter = _measure(task, whole, work) if task.leak_meter and whole and not work.stopping else None
    progress.report(0.99, "Keeping the runs")
    runs = tuple(_keep(task, one, workspace, meter, stopped=progress.stop_requested) for one in trained)
    if not whole:
        raise next(one.failure for one in trained if one.failure is not None)
    comparisons, baselines = _compared(task, whole)
    lucky = looking.note(workspace, task, trained, runs, by_hand=by_hand)
    progress.report(1.0, "Trained")
    return TrainingReport(runs, task.plan.record, meter, comparisons, baselines, lucky)


def _measure(task: Task, whole: Sequence[Trained], work: Work) -> LeakMeter:
    config = for_meter([one.config for one in whole])
    honest = next(one for one in whole if one.config is config)
    work.skip(lambda fit: fit.fold == leaks.FOLD)
    return leaks.measure(task.source(config), config, task.plan, honest.predictions, work,
                         parent=task.native(config))


def _keep(
    task: Task, trained: Trained, workspace: Workspace, meter: LeakMeter | None, *, stopped: bool
) -> RunRecord:
    table, plan = task.table, task.plan
    origin = Origin(table.source, table.fingerprint, len(table), table.schema, table.roles)
    more: dict[str, Any] = {"validation": to_json(plan.options)}
    if trained.failure is not None:
        return register_failure(workspace, origin, trained.config, str(trained.failure), more=more)
    predictions, last, learnt = trained.predictions, trained.last.fitted, trained.last.learnt
    done = len(trained.folds)
    has_r = table.realized_rr is not None
    words = [map_words(trained.config)] if trained.config.weighting is Weighting.REALIZED_R else []
    words.append(few_words(last.effective_rows, len(learnt)))
    settled = trained.settled or Settled([])
    seen = exposure_of(table, learnt, plan.label_time)
    windows = forgetting.measure(workspace, None if task.parent is None else task.parent.id, table.schema,
                                 lambda rows: last.probability(rows, threads=trained.config.knobs().threads), (seen,))
    outcome = Outcome(
        model=last.model, offset=last.offset, seconds=trained.seconds,
        status="stopped" if stopped and done < len(plan.folds) else "done",
        scores=score(predictions.label, predictions.probability,
                     realized_rr=predictions.realized_rr if has_r else None),
        out_of_fold=predictions, validation=replace(plan.of_first(done).record, paths=trained.paths),
        exposure=ledger(task.seen, seen),
        contaminated=task.contaminated(done),
        parent=None if task.parent is None else task.parent.id, effective_rows=last.effective_rows,
        threshold=settled.threshold, calibration=settled.calibration, leak_meter=meter,
        fold_models=[fitted.model for fitted in trained.fits[:done]],
        forgetting=windows, next_block=_promise(task, trained),
        curves=trained.curves,
        window=forgetting.frozen(table, plan.folds[done - 1].test, trained.folds[-1].probability),
        warnings=(trained.said, *task.said(trained.config), forgetting.words(windows), *plan.warnings, *words,
                  *(fitted.warning for fitted in trained.fits)),
    )
    return register(workspace, origin, trained.config, outcome, more=more)


def _promise(task: Task, trained: Trained) -> NextBlock | None:
    """What to expect of the next block; a leak or a contaminated block would promise what nobody gets."""
    purged = task.plan.options.scheme is Scheme.PURGED_WALK_FORWARD and task.plan.purges
    honest = purged and not task.contaminated(len(trained.folds))
    return next_block([(fold.label, fold.probability) for fold in trained.folds]) if honest else None


def _compared(
    task: Task, whole: Sequence[Trained]
) -> tuple[tuple[Comparison, ...], tuple[BaselineScores, ...]]:
    """Every pair of models and their plain mean, on the rows that all have tested, beside the base rate."""
    count = min(len(one.folds) for one in whole)
    folds = task.plan.folds[:count]
    found = [pooled(one.folds[:count], folds) for one in whole]
    label, rr = found[0].label, found[0].realized_rr
    scores = {one.config.model_type.title: each.probability for one, each in zip(whole, found, strict=True)}
    if len(scores) < len(whole):  # the same library twice: told apart by number
        scores = {f"{one.config.model_type.title} {number + 1}": each.probability
                  for number, (one, each) in enumerate(zip(whole, found, strict=True))}
    base = [replace(part, probability=prior(task.table.label[fold.train], len(fold.test)))
            for part, fold in zip(whole[0].folds, folds, strict=False)]
    plain = {BASE_RATE: pooled(base, folds).probability}
    if len(scores) > 1:
        plain[EQUAL_WEIGHTS] = equal_weights(np.stack(list(scores.values())))
        scores[EQUAL_WEIGHTS] = plain[EQUAL_WEIGHTS]
    realized = rr if task.table.realized_rr is not None else None
    baselines = tuple(BaselineScores(name, score(label, each, realized_rr=realized)) for name, each in plain.items())
    return (compare_all(label, scores, realized_rr=realized) if len(scores) > 1 else ()), baselines
