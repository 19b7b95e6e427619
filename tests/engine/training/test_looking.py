"""Every training is a look at its outcomes."""

from dataclasses import replace

import numpy as np
import pytest

from engine.data.schema import FeatureSchema
from engine.errors import Cancelled
from engine.library import accounting, ledger
from engine.library.ledger import Kind
from engine.progress import Progress
from engine.training.arrays import train_arrays
from engine.training.config import ThresholdRule, ValidationOptions
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals


def train(workspace, table, config, **more):
    return train_models(table, [config], ValidationOptions(folds=3), workspace=workspace, leak_meter=False, **more)


def kinds(workspace, table):
    return [look.kind for look in ledger.looks(workspace, ledger.outcomes_of(table))]


def test_a_training_leaves_a_look_and_an_account(workspace):
    table = signals()
    report = train(workspace, table, quick())
    (run,) = report.runs
    (look,) = ledger.looks(workspace, ledger.outcomes_of(table))
    assert (look.run, look.kind, look.by_hand) == (run.id, Kind.TRAINING, True)
    assert look.score == pytest.approx(run.scores.auc.value)
    assert report.luck[run.id] == accounting.account_of_run(workspace, run.id)
    assert report.luck[run.id].words.count("the first look at these outcomes") == 1


def test_columns_thresholds_and_retrains_are_told_apart(workspace):
    table = signals()
    first = train(workspace, table, quick())
    fewer = replace(table, schema=FeatureSchema.plain(("x0", "x1", "x2")), fingerprint="other",
                    matrix=np.ascontiguousarray(table.matrix[:, :3]))
    train(workspace, fewer, quick())
    train(workspace, table, quick(threshold_rule=ThresholdRule.FIXED, threshold=0.6))
    train(workspace, table, quick(rounds=60), warm_start=first.runs[0].id)
    train(workspace, table, quick(max_depth=2), by_hand=False)
    assert kinds(workspace, table) == [Kind.TRAINING, Kind.FEATURES, Kind.THRESHOLD, Kind.RETRAIN, Kind.TRAINING]
    assert [look.by_hand for look in ledger.looks(workspace)] == [True] * 4 + [False]


def test_blocks_that_were_seen_before_a_cancel_count(workspace):
    table, seen = signals(), []

    def listen(point):
        seen.append(point)
        if "out_of_fold" in point.values:
            progress.cancel()

    progress = Progress(listen)
    with pytest.raises(Cancelled):
        train(workspace, table, quick(), progress=progress)
    (look,) = ledger.looks(workspace, ledger.outcomes_of(table))
    assert (look.run, look.auc, len(look.fold_scores)) == ("", None, 1)


def test_rows_that_a_caller_split_are_looked_at_too(workspace):
    table = signals()
    for _ in range(2):
        train_arrays(table.matrix[:400], table.label[:400], table.matrix[400:], table.label[400:], quick(),
                     workspace=workspace)
    assert len({look.outcomes for look in ledger.looks(workspace)}) == 1
    assert len(ledger.looks(workspace)) == 2
