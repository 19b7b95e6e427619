"""The default split is purged; what cannot be purged is said; a parent's exposure is kept out of the test."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.records import Exposure
from engine.training.config import Scheme, ValidationOptions
from engine.training.exposure import exposure_of
from engine.training.validation import plan, runs_of
from tests.engine.training.worlds import HOUR, signals


def test_the_default_trains_only_on_rows_whose_label_was_known() -> None:
    table = signals(300, horizon=10)
    found = plan(table, ValidationOptions(embargo="2h"))
    assert found.record.scheme == "purged_walk_forward"
    assert found.record.folds == 5
    assert found.record.purged_rows == sum(fold.purged for fold in found.folds) > 0
    assert found.record.embargo == "2h"
    for fold in found.folds:
        assert table.label_time is not None
        assert table.time is not None
        assert table.label_time[fold.train].max() + 2 * HOUR < table.time[fold.test[0]]
    assert found.record.blocks[0][0] == 150
    assert found.record.blocks[-1][1] == 299


def test_without_label_times_the_finding_says_so_and_a_horizon_helps() -> None:
    table = replace(signals(300), label_time=None)
    assert any("no label time" in words for words in plan(table, ValidationOptions()).warnings)
    helped = plan(table, ValidationOptions(horizon_rows=7))
    assert helped.warnings == ()
    assert all(fold.purged == 7 for fold in helped.folds)


def test_without_times_rows_are_taken_in_their_order() -> None:
    table = replace(signals(300), time=None, label_time=None)
    found = plan(table, ValidationOptions())
    assert [fold.test[0] for fold in found.folds] == [150, 180, 210, 240, 270]
    assert any("no signal time" in words for words in found.warnings)
    assert all(fold.purged == 5 for fold in plan(table, ValidationOptions(horizon_rows=5)).folds)
    with pytest.raises(WorkbenchError, match="embargo"):
        plan(table, ValidationOptions(embargo="4h"))


@pytest.mark.parametrize("scheme", [Scheme.SHUFFLED, Scheme.BLOCKED, Scheme.WALK_FORWARD])
def test_an_experts_scheme_is_labelled_as_such(scheme: Scheme) -> None:
    found = plan(signals(300), ValidationOptions(scheme=scheme))
    assert found.record.scheme == scheme.value
    assert found.record.purged_rows == 0
    assert any("may be too good" in words for words in found.warnings)


def test_an_impossible_embargo_is_refused() -> None:
    with pytest.raises(WorkbenchError, match="not a duration"):
        plan(signals(300), ValidationOptions(embargo="soon"))


def test_blocks_that_a_parent_has_seen_are_moved_out_of_the_test() -> None:
    table = signals(600)
    whole = plan(table, ValidationOptions())
    seen = (exposure_of(table, np.arange(420), whole.label_time),)
    moved = plan(table, ValidationOptions(), seen=seen)
    assert moved.folds[0].test[0] > 420
    assert len(moved.folds) == 3
    assert not moved.contaminated(3)
    assert not whole.contaminated(5)
    assert plan(table, ValidationOptions(scheme=Scheme.BLOCKED), seen=seen).contaminated(5)


def test_where_no_later_rows_are_left_the_test_is_contaminated() -> None:
    table = signals(600)
    seen = (exposure_of(table, np.arange(590), plan(table, ValidationOptions()).label_time),)
    found = plan(table, ValidationOptions(), seen=seen)
    assert len(found.folds) == 5
    assert found.contaminated(5)


def test_without_times_rows_are_recognised_by_their_values() -> None:
    table = replace(signals(600), time=None, label_time=None)
    seen = (exposure_of(table, np.arange(420), None),)
    assert plan(table, ValidationOptions(), seen=seen).folds[0].test[0] == 420
    other = replace(signals(600, seed=7), time=None, label_time=None)
    assert plan(other, ValidationOptions(), seen=seen).folds[0].test[0] == 300
    longer = (exposure_of(table, np.arange(590), None),)
    assert plan(table, ValidationOptions(), seen=longer).contaminated(5)


def test_rows_that_cannot_be_told_apart_count_as_seen_in_the_same_table_only() -> None:
    table = replace(signals(300), time=None, label_time=None)
    assert plan(table, ValidationOptions(), seen=(Exposure(table.fingerprint, 9, None, None, None),)).seen.all()
    assert not plan(table, ValidationOptions(), seen=(Exposure("another", 9, None, None, None),)).seen.any()


def test_exposure_tells_times_and_labels() -> None:
    table = signals(100, horizon=4)
    found = exposure_of(table, np.arange(10, 20), table.label_time)
    assert replace(found, sketch="") == Exposure("seed0-100", 10, 10 * HOUR, 19 * HOUR, 23 * HOUR)
    assert found.sketch


def test_combinatorial_folds_test_every_choice_of_groups_and_say_how_many_fits_that_is() -> None:
    options = ValidationOptions(scheme=Scheme.COMBINATORIAL, groups=6, test_groups=2)
    found = plan(signals(600, horizon=5), options)
    assert options.fits == len(found.folds) == 15
    assert len(found.tested) == 600
    assert any("later than a test block train too" in words for words in found.warnings)
    assert sum(last - first + 1 for first, last in found.record.purged[0]) == found.folds[0].purged > 0
    np.testing.assert_array_equal(np.unique(found.fold_of(0)), [0, 1])


def test_many_runs_of_purged_rows_are_told_by_the_widest_gaps() -> None:
    assert runs_of(np.asarray([], dtype=np.int64)) == ()
    assert runs_of(np.asarray([3, 4, 5, 9])) == ((3, 5), (9, 9))
    rows = np.sort(np.random.default_rng(0).choice(100_000, 5_000, replace=False))
    runs = runs_of(rows)
    assert len(runs) == 100
    assert (runs[0][0], runs[-1][1]) == (rows[0], rows[-1])
    assert all(a <= b < c for (a, b), (c, _) in pairwise(runs))
