"""The default split is purged; what cannot be purged is said; a parent's exposure is kept out of the test."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.records import Exposure
from engine.training.config import Scheme, ValidationOptions
from engine.training.validation import contaminated, exposure_of, plan
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
    seen = (exposure_of(np.arange(420), whole, table),)
    moved = plan(table, ValidationOptions(), seen=seen)
    tested = np.concatenate([fold.test for fold in moved.folds])
    assert tested[0] > 420
    assert len(moved.folds) == 3
    assert not contaminated(tested, moved, table, seen)
    assert contaminated(np.concatenate([fold.test for fold in whole.folds]), whole, table, seen)


def test_where_no_later_rows_are_left_the_test_is_contaminated() -> None:
    table = signals(600)
    seen = (exposure_of(np.arange(590), plan(table, ValidationOptions()), table),)
    found = plan(table, ValidationOptions(), seen=seen)
    assert contaminated(np.concatenate([fold.test for fold in found.folds]), found, table, seen)


def test_without_times_only_the_same_table_is_known_to_be_seen() -> None:
    table = replace(signals(300), time=None, label_time=None)
    found = plan(table, ValidationOptions())
    rows = found.folds[0].test
    assert contaminated(rows, found, table, (Exposure(table.fingerprint, 9, None, None, None),))
    assert not contaminated(rows, found, table, (Exposure("another", 9, None, None, None),))


def test_exposure_tells_times_and_labels() -> None:
    table = signals(100, horizon=4)
    found = exposure_of(np.arange(10, 20), plan(table, ValidationOptions()), table)
    assert found == Exposure("seed0-100", 10, 10 * HOUR, 19 * HOUR, 23 * HOUR)
