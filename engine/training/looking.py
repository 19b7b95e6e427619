"""Each training is a look at its outcomes: written into the ledger, told apart by what is new in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.library import accounting, ledger
from engine.library.ledger import Kind, Look
from engine.library.store import Workspace
from engine.records import LuckAccount, OutOfFold, RunRecord
from engine.settings import to_json
from engine.training.folds import Trained
from engine.training.task import Task

_ONLY_THRESHOLD = ("threshold", "threshold_rule", "cost_r")


def note(
    workspace: Workspace, task: Task, trained: Sequence[Trained], runs: Sequence[RunRecord], *, by_hand: bool
) -> dict[str, LuckAccount]:
    """Write down that somebody sees the scores of these runs; their accounts of luck by run."""
    outcomes = ledger.filed(workspace, task.table)
    for run, one in zip(runs, trained, strict=True):
        if run.scores is not None:
            add(workspace, outcomes, run, one.predictions, by_hand=by_hand)
    return accounting.accounts(workspace, outcomes, [run.id for run in runs])


def note_seen(workspace: Workspace, task: Task, trained: Sequence[Trained], *, by_hand: bool) -> None:
    """Write down the blocks that were seen before a training was cancelled."""
    for one in trained:
        if one.folds:
            ledger.add_look(
                workspace, outcomes=ledger.filed(workspace, task.table), fingerprint=task.table.fingerprint,
                kind=Kind.TRAINING if task.parent is None else Kind.RETRAIN, settings=to_json(one.config),
                by_hand=by_hand, out_of_fold=one.predictions, whole=False)


def add(
    workspace: Workspace, outcomes: str, run: RunRecord, out_of_fold: OutOfFold, *, by_hand: bool = True,
    kind: Kind | None = None,
) -> None:
    """Write down a look at the scores of a run; one stopped early saw a part of the folds."""
    threshold = run.threshold.value if run.threshold is not None else float(run.settings.get("threshold", 0.5))
    ledger.add_look(
        workspace, outcomes=outcomes, fingerprint=run.fingerprint, settings=run.settings, by_hand=by_hand, run=run.id,
        kind=kind or _kind(run, ledger.looks(workspace, outcomes)), out_of_fold=out_of_fold, whole=run.status == "done",
        threshold=threshold,
    )


def _kind(run: RunRecord, before: Sequence[Look]) -> Kind:
    """What is new about it: other columns or another threshold under settings seen before, a parent, or all."""
    if run.parent is not None:
        return Kind.RETRAIN
    digest, without = ledger.settings_digest(run.settings), _but_threshold(run.settings)
    if any(look.digest == digest and look.fingerprint != run.fingerprint for look in before):
        return Kind.FEATURES
    alike = (look for look in before if look.digest != digest and look.fingerprint == run.fingerprint)
    return Kind.THRESHOLD if any(_but_threshold(look.settings) == without for look in alike) else Kind.TRAINING


def _but_threshold(settings: Mapping[str, Any]) -> str:
    return ledger.settings_digest({name: value for name, value in settings.items() if name not in _ONLY_THRESHOLD})
