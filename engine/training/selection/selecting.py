"""Choosing columns on the earlier rows and saying, on the later ones, what that cost and what it saved."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.data.columns import keep_features
from engine.data.table import SignalTable
from engine.evaluation.comparison import compare, thousandths
from engine.evaluation.metrics import score
from engine.evaluation.series import blocks_of
from engine.library import ledger
from engine.library.ledger import Kind
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Comparison, FeatureJudgement, FeatureSet, OutOfFold, Scores, SelectionReport
from engine.settings import check_ranges, to_json
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.devices import placed, with_threads
from engine.training.folds import Folds, Trained, planned
from engine.training.selection.material import material
from engine.training.selection.methods import Judged, judge
from engine.training.selection.options import SelectionOptions
from engine.training.task import Task, prepare
from engine.training.work import Work

_JUDGING = 0.7  # of the time, about
_NAMED = 5


def select_features(
    table: SignalTable, config: TrainingConfig | None = None, validation: ValidationOptions | None = None,
    options: SelectionOptions | None = None, *, workspace: Workspace, progress: Progress | None = None,
) -> SelectionReport:
    """Choose columns on the rows before the first test block, then train with all and with the chosen ones.

    Both sets are scored on the same later rows, of which the choice knows nothing, so that no score has been bought by
    choosing. Both count as looks. Nothing is kept in the library but these. Stop judges by the repetitions so far.
    """
    progress, began = progress or Progress(), time.perf_counter()
    options, split = options or SelectionOptions(), validation or ValidationOptions()
    check_ranges(options)
    config = with_threads(placed((config or TrainingConfig()).checked(), warm_start=False)[0])
    task, _ = prepare(table, [config], split, workspace, None, leak_meter=False, progress=progress)
    ground = material(task.source(config), task.plan, config)
    judged = judge(ground, options, progress.part(0.0, _JUDGING))
    stopped = progress.stop_requested
    chosen = _chosen(task, config, options, judged, len(ground.rows))
    both = _tested(task, chosen, config, progress.part(_JUDGING, 1.0))
    _note(workspace, task, both, chosen)
    found = _report(task, judged, chosen, both, seconds=time.perf_counter() - began, stopped=stopped)
    progress.report(1.0, "Columns chosen")
    return found


def _chosen(
    task: Task, config: TrainingConfig, options: SelectionOptions, judged: Judged, rows: int
) -> FeatureSet:
    """The set; where nothing stands out, the strongest column alone, since a model needs one."""
    table, keep = task.table, judged.kept
    words = ""
    if not keep.any():
        keep = np.arange(len(keep)) == int(np.argmax(judged.strength))
        words = "No column stands out; the strongest is kept, since a model needs one."
    elif judged.bound is not None:
        words = f"At most {judged.bound:.1f} of them are to be expected to be there by chance."
    names = table.schema.names
    ends = task.plan.label_time if table.time is not None else None
    learnt = task.plan.folds[0].train
    return FeatureSet(
        features=tuple(name for name, kept in zip(names, keep, strict=True) if kept),
        dropped=tuple(name for name, kept in zip(names, keep, strict=True) if not kept),
        method=options.method.value, model=config.model_type.value, rows=rows,
        until=None if ends is None else int(ends[learnt].max()), outcomes=ledger.outcomes_of(table),
        level=options.level, words=words,
    )


def _tested(
    task: Task, chosen: FeatureSet, config: TrainingConfig, progress: Progress
) -> tuple[Trained, Trained]:
    """All columns and the chosen ones over the same later blocks."""
    found = []
    for number, one in enumerate((task, replace(task, table=keep_features(task.table, chosen.features)))):
        fits = planned(one, [config])
        work = Work(fits, progress.part(number / 2, (number + 1) / 2))
        (trained,) = Folds(one, [config], work).run(fits, 1)
        if trained.failure is not None:
            raise trained.failure
        found.append(trained)
    return found[0], found[1]


def _note(workspace: Workspace, task: Task, both: tuple[Trained, Trained], chosen: FeatureSet) -> None:
    outcomes = ledger.filed(workspace, task.table)
    for trained, kind, columns in ((both[0], Kind.TRAINING, task.table.schema.names),
                                   (both[1], Kind.FEATURES, chosen.features)):
        ledger.add_look(
            workspace, outcomes=outcomes, fingerprint=task.table.fingerprint, kind=kind, by_hand=True,
            settings={**to_json(trained.config), "validation": to_json(task.plan.options), "columns": list(columns)},
            out_of_fold=trained.predictions)


def _report(
    task: Task, judged: Judged, chosen: FeatureSet, both: tuple[Trained, Trained], *, seconds: float, stopped: bool
) -> SelectionReport:
    before, after = _shared(both)
    compared = compare(before.label, after.probability, before.probability, _few(len(chosen.features)),
                       f"all {len(task.table.schema)}", cluster=blocks_of(before))
    has_r = task.table.realized_rr is not None
    scores = [score(each.label, each.probability, realized_rr=each.realized_rr if has_r else None)
              for each in (before, after)]
    spent = (both[0].seconds, both[1].seconds)
    return SelectionReport(
        chosen=chosen, judged=_judgements(task, judged, chosen), with_all=scores[0], with_chosen=scores[1],
        comparison=compared, seconds_all=spent[0], seconds_chosen=spent[1], seconds=seconds, stopped=stopped,
        words=_words(chosen, scores[0], scores[1], compared, spent),
    )


def _shared(both: tuple[Trained, Trained]) -> tuple[OutOfFold, OutOfFold]:
    """The predictions of both on the rows that both have tested: Stop may leave the second with fewer blocks."""
    before, after = both[0].predictions, both[1].predictions
    count = min(len(before.label), len(after.label))
    first, second = (OutOfFold(**{name: getattr(each, name)[:count] for name in OutOfFold.__dataclass_fields__})
                     for each in (before, after))
    return first, second


def _judgements(task: Task, judged: Judged, chosen: FeatureSet) -> tuple[FeatureJudgement, ...]:
    """The strongest first, the kept before the dropped."""
    kept = set(chosen.features)
    found = [
        FeatureJudgement(name, name in kept, float(judged.strength[k]), _at(judged.p_value, k), _at(judged.adjusted, k),
                         _at(judged.share, k)) for k, name in enumerate(task.table.schema.names)]
    return tuple(sorted(found, key=lambda each: (not each.kept, -each.strength)))


def _at(values: np.ndarray | None, place: int) -> float | None:
    return None if values is None or not np.isfinite(values[place]) else float(values[place])


def _few(count: int) -> str:
    return f"the chosen {count}" if count > 1 else "the chosen column"


def _words(
    chosen: FeatureSet, before: Scores, after: Scores, compared: Comparison, spent: Sequence[float]
) -> str:
    """What was dropped, what it cost and what it saved."""
    total, gap = len(chosen.features) + len(chosen.dropped), compared.difference
    parts = [f"{len(chosen.dropped)} of {total} columns dropped{_listed(chosen.dropped)}." if chosen.dropped
             else f"All {total} columns stay."]
    if chosen.dropped:
        parts.append(
            f"AUC {after.auc.value:.3f} instead of {before.auc.value:.3f} on later rows that the choice has not seen: "
            f"difference {thousandths(gap.value)} ({thousandths(gap.low)} to {thousandths(gap.high)}).")
        parts.append(f"Training took {spent[1]:.1f} s instead of {spent[0]:.1f} s.")
    return " ".join([*parts, *filter(None, (chosen.words,))])


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f" ({', '.join(names[:_NAMED])}{more})"
