"""The ledger of looks."""

from dataclasses import replace

import numpy as np
import pytest

from engine.data import fingerprint
from engine.library import ledger
from engine.library.ledger import Kind
from engine.library.store import Workspace
from tests.engine.evaluation.test_series import looked_at
from tests.engine.training.worlds import signals


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


def outcomes_like(rows, *, seed=0):
    random = np.random.default_rng(seed)
    time = np.cumsum(random.integers(1, 9, rows)) * 10**9
    return random.integers(0, 2, rows).astype(np.int8), time, time + random.integers(1, 99, rows) * 10**9


@pytest.mark.parametrize("rows", [300, 9_000])
def test_a_longer_file_holds_the_rows_of_the_shorter_one(rows):
    label, time, ended = outcomes_like(2 * rows)
    whole, part = fingerprint.sketch(label, time, ended), fingerprint.sketch(label[:rows], time[:rows], ended[:rows])
    assert fingerprint.contained(part, whole) == 1.0
    assert fingerprint.contained(whole, part) == pytest.approx(0.5, abs=0.05)
    assert fingerprint.contained(fingerprint.sketch(1 - label, time, ended), whole) == 0.0
    assert fingerprint.contained(whole[:0], whole) == 0.0


def test_without_times_a_row_is_told_by_its_place():
    label = outcomes_like(500)[0]
    whole = fingerprint.sketch(label)
    assert fingerprint.contained(fingerprint.sketch(label[:400]), whole) == 1.0
    assert fingerprint.contained(fingerprint.sketch(label[100:]), whole) < 0.7


def test_a_file_with_rows_added_inherits_the_looks_at_the_old_ones(workspace):
    whole = signals(400)
    old, older, other = whole.take(np.arange(380)), whole.take(np.arange(350)), signals(400, seed=7)
    for table in (old, older, other):
        note(workspace, outcomes=ledger.filed(workspace, table))
    outcomes = ledger.filed(workspace, whole)
    assert ledger.looks(workspace, outcomes) == ()
    assert len(ledger.all_looks(workspace, outcomes)) == 2


def test_labels_that_came_since_do_not_hide_the_old_rows(workspace):
    """The newest rows have no label yet; a day later they do, among those that had one."""
    whole = signals(300)
    label = whole.label.copy()
    label[[270, 281, 295, 299]] = -1
    note(workspace, outcomes=ledger.filed(workspace, replace(whole, label=label)))
    assert len(ledger.all_looks(workspace, ledger.filed(workspace, whole))) == 1
