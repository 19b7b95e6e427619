"""Runs: kept whole, found by what people type, deleted to a trash that gives them back."""

import errno
import os
import time

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.library import files, lineage, promotion, runs, trash
from engine.library.store import Workspace
from tests.engine.library.records import a_run, predictions


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        yield opened


def add(workspace, *args, **kwargs):
    return runs.add_run(workspace, a_run(*args, **kwargs), model_file=b"model")


def test_a_run_comes_back_as_it_was_put_in(workspace):
    given = a_run()
    kept = runs.add_run(workspace, given, model_file=b"model bytes", out_of_fold=predictions())
    assert runs.get_run(workspace, given.id) == kept
    assert kept.settings == given.settings
    assert kept.scores == given.scores
    assert kept.exposure == given.exposure
    assert runs.model_file(workspace, given.id).read_bytes() == b"model bytes"
    stored = runs.out_of_fold(workspace, given.id)
    for name in ("row", "time", "label_time", "label", "probability", "fold", "realized_rr"):
        np.testing.assert_array_equal(getattr(stored, name), getattr(predictions(), name))


def test_another_opening_sees_the_run_and_a_moved_workspace_keeps_it(workspace, workspace_dir, tmp_path):
    kept = add(workspace)
    workspace.close()
    os.rename(workspace_dir, tmp_path / "moved")
    with Workspace.open(tmp_path / "moved") as moved:
        assert runs.model_file(moved, kept.id).is_file()
        assert moved.notices == ()


def test_runs_are_listed_newest_first(workspace):
    ids = [add(workspace).id for _ in range(3)]
    assert [found.id for found in runs.list_runs(workspace)] == ids[::-1]


def test_a_run_is_found_by_id_by_name_and_by_the_beginning_of_its_id(workspace):
    kept = add(workspace, "xgb-20260101-aaaa", name="monthly")
    add(workspace, "xgb-20260101-abcd", name="weekly")
    for reference in (kept.id, "monthly", "xgb-20260101-aa"):
        assert runs.get_run(workspace, reference).id == kept.id


def test_a_beginning_that_fits_two_runs_names_both(workspace):
    add(workspace, "xgb-20260101-aaaa")
    add(workspace, "xgb-20260101-abcd", name="weekly")
    with pytest.raises(WorkbenchError, match="xgb-20260101-abcd, xgb-20260101-aaaa"):
        runs.get_run(workspace, "xgb")


@pytest.mark.parametrize("reference", ["", "nothing", "%", "' OR 1=1 --", "../x"])
def test_an_unknown_run_is_told_in_words(workspace, reference):
    add(workspace)
    with pytest.raises(WorkbenchError, match="There is no run"):
        runs.get_run(workspace, reference)


def test_name_star_and_note_change_and_stay(workspace):
    kept = add(workspace)
    runs.update_run(workspace, kept.id, name="champion of May", starred=True, note="=1+1")
    found = runs.get_run(workspace, "champion of May")
    assert (found.starred, found.note, found.id) == (True, "=1+1", kept.id)
    assert not runs.update_run(workspace, kept.id, starred=False).starred


def test_a_run_cannot_lose_its_name(workspace):
    kept = add(workspace)
    with pytest.raises(WorkbenchError, match="needs a name"):
        runs.update_run(workspace, kept.id, name="  ")


def test_a_deleted_run_is_in_the_trash_and_comes_back_whole(workspace):
    kept = runs.add_run(workspace, a_run(), model_file=b"model", out_of_fold=predictions())
    trash.delete(workspace, kept.id)
    assert runs.list_runs(workspace) == ()
    assert [found.id for found in runs.list_runs(workspace, trash=True)] == [kept.id]
    assert trash.restore(workspace, kept.id) == kept
    assert runs.out_of_fold(workspace, kept.id) is not None


def test_an_emptied_trash_is_gone_for_good(workspace):
    kept = add(workspace)
    trash.delete(workspace, kept.id)
    assert trash.empty(workspace) == 1
    assert not any(workspace.trash.iterdir())
    assert runs.list_runs(workspace, trash=True) == ()
    assert trash.empty(workspace) == 0
    with pytest.raises(WorkbenchError, match="in the trash"):
        trash.restore(workspace, kept.id)


def test_what_was_deleted_more_than_thirty_days_ago_is_gone_when_the_workspace_is_opened_again(workspace_dir):
    day = 86_400
    with Workspace.open(workspace_dir) as workspace:
        old, younger = add(workspace), add(workspace)
        for run, days in ((old, 31), (younger, 29)):
            then = time.time() - days * day
            os.utime(workspace.models / run.id, (then, then))
            trash.delete(workspace, run.id)
            assert (workspace.trash / run.id).stat().st_mtime > then + day  # counted from now, not from its making
            os.utime(workspace.trash / run.id, (then, then))
    with Workspace.open(workspace_dir) as workspace:
        assert [run.id for run in runs.list_runs(workspace, trash=True)] == [younger.id]
        assert [path.name for path in workspace.trash.iterdir()] == [younger.id]
        assert trash.restore(workspace, younger.id).id == younger.id


def test_the_same_id_is_not_taken_twice(workspace):
    kept = add(workspace)
    with pytest.raises(WorkbenchError, match="already"):
        add(workspace, kept.id)
    assert runs.model_file(workspace, kept.id).read_bytes() == b"model"


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a" * 65, "ä", "con x"])
def test_an_id_that_is_no_folder_name_is_refused(workspace, name):
    assert not runs.is_id(name)
    if name:
        with pytest.raises(WorkbenchError, match="cannot name a run"):
            add(workspace, name)


def test_a_run_that_failed_is_kept_without_a_model(workspace):
    kept = runs.add_run(workspace, a_run(), model_file=None)
    with pytest.raises(WorkbenchError, match="holds no model"):
        runs.model_file(workspace, kept.id)
    with pytest.raises(WorkbenchError, match="holds no model"):
        promotion.promote(workspace, kept.id)


def test_a_full_disk_leaves_no_run_and_no_leftover(workspace, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(files.os, "fsync", full)
        with pytest.raises(WorkbenchError, match="No space left"):
            add(workspace)
    assert runs.list_runs(workspace) == ()
    assert list(workspace.models.iterdir()) == []
    add(workspace)


def test_ids_are_short_and_free(workspace):
    known = {add(workspace, runs.new_id("lightgbm", workspace)).id for _ in range(20)}
    assert len(known) == 20
    assert all(each.startswith("lgb-") and len(each) == 17 for each in known)


def test_damaged_predictions_are_told_and_never_unpickled(workspace):
    kept = runs.add_run(workspace, a_run(), model_file=b"model", out_of_fold=predictions())
    path = workspace.models / kept.id / files.OUT_OF_FOLD
    np.savez(path, **{name: np.array([print], dtype=object) for name in ("row", "time")})
    with pytest.raises(WorkbenchError, match="damaged"):
        runs.out_of_fold(workspace, kept.id)


def test_what_was_added_counts_as_written_here(workspace):
    import hashlib

    add(workspace)
    assert workspace.known_as(hashlib.sha256(b"model").hexdigest()) is not None
    assert workspace.known_as(hashlib.sha256(b"other").hexdigest()) is None


def test_descent_goes_back_to_the_first_parent_and_names_a_lost_one(workspace):
    first = add(workspace, parent="xgb-20200101-0000")
    second = add(workspace, parent=first.id)
    assert [(step.id, step.found) for step in lineage.chain(workspace, second.id)] == [
        (second.id, True), (first.id, True), ("xgb-20200101-0000", False)]
    assert lineage.children(workspace, first.id) == (second.id,)
