"""The ledger of looks."""

from dataclasses import replace

import numpy as np
import pytest

from engine.data import fingerprint
from engine.library import ledger
from engine.library.ledger import Kind
from engine.library.store import Workspace
from tests.engine.evaluation.test_series import looked_at


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        yield opened


def note(workspace, *, outcomes="o", kind=Kind.TRIAL, settings=None, **more):
    return ledger.add_look(workspace, outcomes=outcomes, fingerprint="f", kind=kind, by_hand=False,
                           settings=settings or {"depth": 3}, **more)


def test_a_look_keeps_its_folds_and_its_series(workspace):
    found = looked_at(500, skill=1.0)
    note(workspace, out_of_fold=found, run="xgb-1", study="s")
    (look,) = ledger.looks(workspace, "o")
    assert len(look.fold_scores) == 5
    assert look.auc.mean() == pytest.approx(look.score, abs=1e-6)
    assert (look.kind, look.by_hand, look.run, look.study) == (Kind.TRIAL, False, "xgb-1", "s")
    assert ledger.look_of(workspace, "xgb-1").number == look.number
    assert ledger.look_of(workspace, "xgb-2") is None


def test_a_pruned_trial_counts_without_a_series(workspace):
    note(workspace, fold_scores=[0.51, float("nan")])
    note(workspace, out_of_fold=looked_at(100), whole=False)
    first, second = ledger.looks(workspace, "o")
    assert first.auc is None
    assert second.auc is None
    assert np.isnan(first.fold_scores[1])


def test_looks_are_counted_by_their_outcomes_and_their_kind(workspace):
    for kind in (Kind.TRIAL, Kind.TRIAL, Kind.FEATURES):
        note(workspace, kind=kind)
    note(workspace, outcomes="other")
    assert ledger.count(workspace, "o") == 3
    assert ledger.kinds(ledger.looks(workspace, "o")) == {Kind.TRIAL: 2, Kind.FEATURES: 1}
    assert len(ledger.looks(workspace)) == 4


def test_settings_have_one_digest_in_any_order():
    assert ledger.settings_digest({"a": 1, "b": 2.5}) == ledger.settings_digest({"b": 2.5, "a": 1})
    assert ledger.settings_digest({"a": 1}) != ledger.settings_digest({"a": 2})


def test_another_feature_set_looks_at_the_same_outcomes():
    label, time = np.asarray([0, 1, 1], dtype=np.int8), np.arange(3)
    assert fingerprint.outcomes(label, time) == fingerprint.outcomes(label.copy(), time.copy())
    assert fingerprint.outcomes(label, time) != fingerprint.outcomes(1 - label, time)
    assert fingerprint.outcomes(label, time) != fingerprint.outcomes(label, None)


def test_other_rows_are_told_apart(workspace):
    found = looked_at(200)
    note(workspace, out_of_fold=found)
    note(workspace, out_of_fold=replace(found, row=found.row + 1))
    first, second = ledger.looks(workspace, "o")
    assert first.rows != second.rows
