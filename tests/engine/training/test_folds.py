"""Early stopping over the blocks of a training: what earlier blocks found has a say, what later ones know has none."""

from __future__ import annotations

import pytest

from engine.library.store import Workspace
from engine.progress import Progress
from engine.training.config import Scheme, ValidationOptions
from engine.training.folds import Folds, Trained, planned
from engine.training.task import prepare
from engine.training.work import Work
from tests.engine.training.worlds import quick, signals


def trained(scheme: Scheme, workspace: Workspace) -> Trained:
    task, configs = prepare(signals(600), [quick(rounds=40, early_stopping_rounds=5)],
                            ValidationOptions(scheme=scheme, folds=3), workspace, None, leak_meter=False,
                            progress=Progress())
    fits = planned(task, configs)
    return Folds(task, configs, Work(fits, Progress())).run(fits, 1)[0]


def test_blocks_agree_on_the_rounds_with_those_before_them_and_with_none_after(workspace: Workspace) -> None:
    walked = trained(Scheme.PURGED_WALK_FORWARD, workspace)
    first = [float(curve.valid[0]) for curve in walked.curves]
    told = [walked.former(fold).judged(1, 0.0) for fold in range(3)]
    assert told == pytest.approx([0.0, first[0], first[0] + first[1]])


def test_blocks_that_are_not_in_order_of_time_have_no_say_in_each_other(workspace: Workspace) -> None:
    around = trained(Scheme.BLOCKED, workspace)
    assert around.former(2).judged(1, 0.0) == 0.0
