"""Several models over the same folds: kept whole or not at all, compared on the same rows, stopped and cancelled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.bundle.loading import load_model
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.metrics import auc
from engine.library import runs
from engine.library.store import Workspace
from engine.models import LIBRARIES, library
from engine.progress import Progress, ProgressPoint
from engine.training.config import FinalFit, Scheme, ValidationOptions, Weighting
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals, with_category

THREE = tuple(quick(name) for name in LIBRARIES)


def test_three_models_are_trained_kept_and_compared_on_the_same_rows(workspace: Workspace) -> None:
    table = signals(600)
    report = train_models(table, THREE, workspace=workspace)
    assert [run.kind for run in report.runs] == list(LIBRARIES)
    assert {run.id for run in runs.list_runs(workspace)} == {run.id for run in report.runs}
    tested = [runs.out_of_fold(workspace, run.id) for run in report.runs]
    for run, predictions in zip(report.runs, tested, strict=True):
        assert run.status == "done"
        assert run.scores is not None
        assert run.scores.auc.value > 0.65
        assert run.validation == report.validation
        assert run.fingerprint == table.fingerprint
        assert not run.contaminated
        assert predictions is not None
        np.testing.assert_array_equal(predictions.row, np.arange(300, 600))
        np.testing.assert_array_equal(predictions.fold, np.repeat(np.arange(5), 60))
        np.testing.assert_array_equal(predictions.label, table.label[300:])
    assert len(report.comparisons) == 6
    assert [baseline.name for baseline in report.baselines] == ["Base rate", "Equal weights"]
    assert all(baseline.scores.rows == 300 for baseline in report.baselines)


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_saved_model_is_the_last_folds_and_has_not_seen_its_block(name: str, workspace: Workspace) -> None:
    table = signals(600)
    run = train_models(table, [quick(name)], workspace=workspace, leak_meter=False).runs[0]
    loaded = load_model(run.id, workspace=workspace)
    predictions = runs.out_of_fold(workspace, run.id)
    assert predictions is not None
    last = predictions.fold == 4
    np.testing.assert_allclose(loaded.predict(table.matrix[540:]), predictions.probability[last], atol=1e-12)
    assert table.time is not None
    assert run.exposure[-1].last_label is not None
    assert run.exposure[-1].last_label < table.time[540]
    assert sum(run.importance.values()) == pytest.approx(1)


@pytest.mark.parametrize(("scheme", "told"), [(Scheme.PURGED_WALK_FORWARD, True), (Scheme.SHUFFLED, False)])
def test_a_run_tells_what_to_expect_of_the_next_block_unless_it_may_have_looked_ahead(
    scheme: Scheme, told: bool, workspace: Workspace,
) -> None:
    run = train_models(signals(600), [quick()], ValidationOptions(scheme=scheme), workspace=workspace,
                       leak_meter=False).runs[0]
    kept, predictions = runs.get_run(workspace, run.id), runs.out_of_fold(workspace, run.id)
    assert (run.next_block is not None) is told
    assert kept.next_block == run.next_block
    if run.next_block is not None and predictions is not None:
        blocks = [predictions.fold == number for number in range(5)]
        assert run.next_block.blocks == pytest.approx(
            [auc(predictions.label[rows], predictions.probability[rows]) for rows in blocks])
        assert run.next_block.rows == 60


@pytest.mark.parametrize(("how", "told"), [({}, False), ({"horizon_rows": 4}, True), ({"embargo": "6h"}, True)])
def test_nothing_is_promised_where_nobody_knows_which_labels_reach_into_a_block(
    how: dict[str, Any], told: bool, workspace: Workspace,
) -> None:
    table = replace(signals(600), label_time=None)
    run = train_models(table, [quick()], ValidationOptions(**how), workspace=workspace, leak_meter=False).runs[0]
    assert (run.next_block is not None) is told


@pytest.mark.parametrize("name", LIBRARIES)
def test_rows_that_early_stopping_watches_are_never_those_that_are_reported(
    name: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every reported row comes after the labels of all that were learnt or watched to make its score."""
    table, fits = signals(600), []
    kind = library(name)
    real = kind.fit

    def hear(data: Any, *rest: Any, **how: Any) -> Any:
        fits.append(data)
        return real(data, *rest, **how)

    monkeypatch.setattr(kind, "fit", hear)
    config = replace(quick(name), rounds=60, early_stopping_rounds=20, refit=False, loosen=False)
    run = train_models(table, [config], workspace=workspace, leak_meter=False).runs[0]
    assert run.validation is not None
    assert table.label_time is not None
    assert table.time is not None
    place = {row.tobytes(): number for number, row in enumerate(table.matrix)}
    assert len(place) == len(table)
    for (first, _), data in zip(run.validation.blocks, fits, strict=True):
        assert data.valid_matrix is not None
        used = [place[row.tobytes()] for row in np.concatenate((data.matrix, data.valid_matrix))]
        assert table.label_time[used].max() < table.time[first]


def test_a_final_fit_on_all_rows_says_so_in_its_exposure(workspace: Workspace) -> None:
    table = signals(600)
    options = ValidationOptions(final_fit=FinalFit.ALL)
    run = train_models(table, [quick()], options, workspace=workspace, leak_meter=False).runs[0]
    assert run.exposure[-1].rows == 600
    assert run.trees == 30
    assert run.scores is not None
    assert run.scores.rows == 300


def test_one_seed_gives_one_result(workspace: Workspace) -> None:
    found = []
    for _ in range(2):
        report = train_models(signals(400), [quick(subsample=0.6, column_sample=0.6, seed=5)], workspace=workspace)
        predictions = runs.out_of_fold(workspace, report.runs[0].id)
        assert predictions is not None
        found.append((predictions.probability, report.leak_meter))
    np.testing.assert_array_equal(found[0][0], found[1][0])
    assert found[0][1] == found[1][1]


def test_open_signals_are_left_out(workspace: Workspace) -> None:
    table = signals(600)
    table.label[590:] = -1
    run = train_models(table, [quick()], workspace=workspace, leak_meter=False).runs[0]
    assert run.rows == 590


def test_points_carry_rounds_losses_and_the_predictions_so_far(workspace: Workspace) -> None:
    points: list[ProgressPoint] = []
    train_models(signals(600), [quick("xgboost", early_stopping_rounds=10)], workspace=workspace,
                 progress=Progress(points.append))
    rounds = [point.values for point in points if "round" in point.values and point.values["fold"] >= 0]
    assert {values["fold"] for values in rounds} == {0, 1, 2, 3, 4}
    assert all(values["model"] == "xgboost" and 0 < values["valid_loss"] < 1.5 for values in rounds)
    so_far = [len(point.values["out_of_fold"].row) for point in points if "out_of_fold" in point.values]
    assert so_far == [60, 120, 180, 240, 300]
    assert points[-1].fraction == 1


def test_weighting_by_realized_r_is_stated(workspace: Workspace) -> None:
    run = train_models(signals(600), [quick(weighting=Weighting.REALIZED_R)], workspace=workspace).runs[0]
    assert any("|realized R|" in words for words in run.warnings)
    assert run.settings["weighting"] == "realized_r"
    assert run.scores is not None
    assert run.scores.mean_r is not None


def test_a_configuration_that_fails_is_kept_with_its_sentence_beside_the_others(workspace: Workspace) -> None:
    wrong = quick("xgboost", extra_params={"no_such_parameter": 1})
    report = train_models(signals(400), [wrong, quick()], workspace=workspace)
    assert [run.status for run in report.runs] == ["failed", "done"]
    assert "XGBoost has no parameter no_such_parameter" in report.runs[0].message
    assert {run.status for run in runs.list_runs(workspace)} == {"failed", "done"}


def test_when_all_fail_the_reason_is_raised_and_kept(workspace: Workspace) -> None:
    table = replace(signals(400), realized_rr=None)
    with pytest.raises(WorkbenchError, match="no realized R"):
        train_models(table, [quick(weighting=Weighting.REALIZED_R)], workspace=workspace)
    assert "no realized R" in runs.list_runs(workspace)[0].message


def test_impossible_options_are_refused_before_anything_is_kept(workspace: Workspace) -> None:
    for configs, options in (([], ValidationOptions()), ([quick(rounds=0)], ValidationOptions()),
                             ([quick()], ValidationOptions(folds=1)), ([quick()], ValidationOptions(embargo="x"))):
        with pytest.raises(WorkbenchError):
            train_models(signals(200), configs, options, workspace=workspace)
    with pytest.raises(WorkbenchError):
        train_models(signals(6), [quick()], workspace=workspace)
    assert runs.list_runs(workspace) == ()


def test_side_by_side_gives_the_same_models(workspace: Workspace) -> None:
    found = []
    for side_by_side in (False, True):
        report = train_models(signals(600), THREE, workspace=workspace, side_by_side=side_by_side)
        found.append([runs.out_of_fold(workspace, run.id) for run in report.runs])
        assert [run.kind for run in report.runs] == list(LIBRARIES)
    for one, other in zip(*found, strict=True):
        assert one is not None
        assert other is not None
        np.testing.assert_array_equal(one.probability, other.probability)


def test_cancel_side_by_side_keeps_nothing(workspace: Workspace) -> None:
    progress = acting("cancel", lambda point: point.values.get("fold") == 2)
    with pytest.raises(Cancelled):
        train_models(signals(600), THREE, workspace=workspace, side_by_side=True, progress=progress)
    assert runs.list_runs(workspace) == ()


def acting(act: str, when: Any) -> Progress:
    """A progress that stops or cancels at the first point for which `when` holds."""
    progress = Progress(lambda point: getattr(progress, act)() if when(point) else None)
    return progress


@pytest.mark.parametrize("name", LIBRARIES)
def test_cancel_keeps_nothing(name: str, workspace: Workspace) -> None:
    progress = acting("cancel", lambda point: point.values.get("fold") == 2)
    with pytest.raises(Cancelled):
        train_models(signals(400), [quick(name), *THREE], workspace=workspace, progress=progress)
    assert runs.list_runs(workspace) == ()


def test_a_stop_in_the_first_block_keeps_its_best_so_far(workspace: Workspace) -> None:
    progress = acting("stop", lambda point: point.values.get("round") == 9)
    report = train_models(signals(600), [quick(rounds=5000), quick("xgboost")], workspace=workspace, progress=progress)
    assert [(run.status, run.trees) for run in report.runs] == [("stopped", 9)]
    assert report.runs[0].validation is not None
    assert report.runs[0].validation.folds == 1
    assert report.leak_meter is None


def test_a_stop_in_a_later_block_keeps_the_blocks_that_are_done(workspace: Workspace) -> None:
    progress = acting("stop", lambda point: point.values.get("fold") == 3 and point.values.get("round") == 2)
    report = train_models(signals(600), THREE, workspace=workspace, progress=progress)
    assert [(run.kind, run.status, run.trees) for run in report.runs] == [(name, "stopped", 30) for name in LIBRARIES]
    for run in report.runs:
        predictions = runs.out_of_fold(workspace, run.id)
        assert predictions is not None
        assert len(predictions.row) == 180


def test_a_stop_in_the_second_model_leaves_out_the_third(workspace: Workspace) -> None:
    progress = acting("stop", lambda point: point.values.get("model") == "lightgbm")
    report = train_models(signals(600), THREE, workspace=workspace, progress=progress)
    assert [(run.kind, run.status) for run in report.runs] == [("xgboost", "stopped"), ("lightgbm", "stopped")]
    assert all(baseline.scores.rows == 60 for baseline in report.baselines)


@pytest.mark.parametrize("name", LIBRARIES)
def test_warm_start_is_tested_only_on_rows_that_the_parent_has_not_seen(name: str, workspace: Workspace) -> None:
    table = signals(600)
    parent = train_models(table, [quick(name)], workspace=workspace, leak_meter=False).runs[0]
    child = train_models(table, [quick(name, rounds=45)], workspace=workspace, leak_meter=False,
                         warm_start=parent.id).runs[0]
    assert (child.parent, child.trees, child.contaminated) == (parent.id, 45, False)
    assert len(child.exposure) == 2
    predictions = runs.out_of_fold(workspace, child.id)
    assert predictions is not None
    assert parent.exposure[0].last_label is not None
    assert predictions.time.min() > parent.exposure[0].last_label


def test_warm_start_without_rows_that_the_parent_has_not_seen_is_marked(workspace: Workspace) -> None:
    table = signals(600)
    options = ValidationOptions(final_fit=FinalFit.ALL)
    parent = train_models(table, [quick()], options, workspace=workspace, leak_meter=False).runs[0]
    child = train_models(table, [quick(rounds=45)], workspace=workspace, leak_meter=False, warm_start=parent.id)
    assert child.runs[0].contaminated
    assert child.runs[0].next_block is None


def test_warm_start_grows_categories_and_reads_columns_by_name(workspace: Workspace) -> None:
    old = with_category(signals(500), ("a", "b", "c"))
    parent = train_models(old, [quick()], workspace=workspace, leak_meter=False).runs[0]
    new = with_category(signals(500, seed=3), ("d", "c", "b", "a", "e"), seed=3)
    turned = replace(new, schema=type(new.schema)(new.schema.features[::-1]),
                     matrix=np.ascontiguousarray(new.matrix[:, ::-1]))
    found = [train_models(table, [quick(rounds=60)], workspace=workspace, leak_meter=False, warm_start=parent.id)
             for table in (new, turned)]
    first, second = (runs.out_of_fold(workspace, report.runs[0].id) for report in found)
    assert first is not None
    assert second is not None
    np.testing.assert_array_equal(first.probability, second.probability)
    loaded = load_model(found[0].runs[0].id, workspace=workspace)
    assert loaded.schema.features[-1].categories == ("a", "b", "c", "d", "e")
    assert found[0].runs[0].scores is not None
    assert found[0].runs[0].scores.auc.value > 0.85


def test_warm_start_from_other_features_is_refused_by_name(workspace: Workspace) -> None:
    parent = train_models(signals(400), [quick()], workspace=workspace, leak_meter=False).runs[0]
    with pytest.raises(WorkbenchError, match="has in addition x4"):
        train_models(signals(400, columns=5), [quick(rounds=60)], workspace=workspace, warm_start=parent.id)
    with pytest.raises(WorkbenchError, match="CatBoost cannot go on from a LightGBM model"):
        train_models(signals(400), [quick("catboost", rounds=60)], workspace=workspace, warm_start=parent.id)
    with pytest.raises(WorkbenchError):
        train_models(signals(400), [quick(rounds=60)], workspace=workspace, warm_start="no-such-run")


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_scheme_trains(scheme: Scheme, workspace: Workspace) -> None:
    report = train_models(signals(400), [quick()], ValidationOptions(scheme=scheme), workspace=workspace)
    assert report.validation.scheme == scheme.value
    assert report.runs[0].status == "done"


def test_combinatorial_splits_average_each_rows_predictions_and_score_every_path(workspace: Workspace) -> None:
    table, options = signals(600), ValidationOptions(scheme=Scheme.COMBINATORIAL, groups=5, test_groups=2)
    report = train_models(table, [quick(), quick("xgboost")], options, workspace=workspace, leak_meter=False)
    for run in report.runs:
        predictions = runs.out_of_fold(workspace, run.id)
        assert predictions is not None
        np.testing.assert_array_equal(predictions.row, np.arange(600))
        assert run.validation is not None
        assert (run.validation.folds, len(run.validation.paths)) == (10, 4)
        assert run.scores is not None
        assert np.mean(run.validation.paths) == pytest.approx(run.scores.auc.value, abs=0.03)
        assert run.exposure[-1].last_label is not None
        assert table.time is not None
        assert run.exposure[-1].last_label < table.time[360]
    assert all(baseline.scores.rows == 600 for baseline in report.baselines)
