"""Warm starts without end: trees and file stay within bounds, and the score with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.bundle.loading import load_model
from engine.data.loading import table_from_frame
from engine.data.roles import guess_roles
from engine.data.synthetic import stream
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.evaluation.metrics import auc
from engine.library.store import Workspace
from engine.models import LIBRARIES, library
from engine.models.base import BoostedModel
from engine.records import Exposure
from engine.training.ageing import faded, kept_trees, newest_trees
from engine.training.config import Continuing, FinalFit, ModelType, TrainingConfig, ValidationOptions
from engine.training.exposure import ledger
from engine.training.trainer import train_models
from engine.training.warm_start import Parent, compatibility
from tests.engine.training.worlds import HOUR, quick, signals

STARTS, BUDGET, NEW = 20, 300, 50
OPTIONS = ValidationOptions(final_fit=FinalFit.ALL, folds=2)


def table_of(rows: int) -> SignalTable:
    frame = stream("stationary", rows=rows, seed=1, bayes_auc=0.8).frame()
    return table_from_frame(frame, guess_roles(frame))


def aged_twenty_times(kind: str, table: SignalTable, step: int, workspace: Workspace) -> tuple[list[int], float, float]:
    """File sizes after each start on a rolling window, the AUC on fresh rows after the last, and that of a cold one."""
    config = TrainingConfig(model_type=ModelType(kind), threads=1, rounds=BUDGET, tree_budget=BUDGET,
                            early_stopping_rounds=0)
    run = train_models(table.take(np.arange(2 * step)), [config], OPTIONS, workspace=workspace,
                       leak_meter=False).runs[0]
    sizes, window = [], table
    for start in range(1, STARTS + 1):
        window = table.take(np.arange(start * step, (start + 2) * step))
        run = train_models(window, [replace(config, rounds=run.trees + NEW)], OPTIONS, workspace=workspace,
                           leak_meter=False, warm_start=run.id).runs[0]
        assert run.trees <= BUDGET
        assert not run.contaminated
        sizes.append(Path(run.model_path).stat().st_size)
    cold = train_models(window, [replace(config, early_stopping_rounds=100)], OPTIONS, workspace=workspace,
                        leak_meter=False).runs[0]
    fresh = table.take(np.arange((STARTS + 2) * step, len(table)))
    scores = [auc(fresh.label, load_model(each.id, workspace=workspace).predict(fresh.matrix)) for each in (run, cold)]
    return sizes, scores[0], scores[1]


def test_after_twenty_warm_starts_trees_file_and_score_are_as_of_a_cold_start(workspace: Workspace) -> None:
    sizes, warm, cold = aged_twenty_times("catboost", table_of(27 * 300), 300, workspace)
    assert sizes[-1] <= 1.05 * sizes[0]
    assert warm > cold - 0.005


@pytest.mark.slow
@pytest.mark.parametrize("kind", LIBRARIES)
def test_each_library_after_twenty_warm_starts(kind: str, workspace: Workspace) -> None:
    sizes, warm, cold = aged_twenty_times(kind, table_of(27 * 500), 500, workspace)
    print(f"{kind}: file growth {sizes[-1] / sizes[0] - 1:+.1%}, AUC {warm:.4f} against {cold:.4f} cold")
    assert sizes[-1] <= 1.05 * sizes[0]
    assert warm > cold - 0.005


@pytest.mark.parametrize("kind", LIBRARIES)
def test_the_oldest_trees_make_room_and_leave_their_mean(kind: str, workspace: Workspace) -> None:
    table = signals(500)
    parent = train_models(table.take(np.arange(300)), [quick(kind)], workspace=workspace, leak_meter=False).runs[0]
    child = train_models(table, [quick(kind, rounds=40, tree_budget=35)], workspace=workspace, leak_meter=False,
                         warm_start=parent.id).runs[0]
    assert (child.trees, child.settings["tree_budget"]) == (35, 35)
    assert "The oldest 5 of 30 trees were replaced by their mean: the tree budget is 35." in child.warnings
    model: BoostedModel = load_model(parent.id, workspace=workspace).members[0].model
    cut = newest_trees(model, 25, table.matrix)
    assert cut.margin(table.matrix).mean() == pytest.approx(model.margin(table.matrix).mean(), abs=1e-5)


@pytest.mark.parametrize("kind", LIBRARIES)
def test_old_trees_fade_around_their_mean_and_go_on_growing(kind: str, workspace: Workspace) -> None:
    table = signals(500)
    parent = train_models(table, [quick(kind)], workspace=workspace, leak_meter=False).runs[0]
    model: BoostedModel = load_model(parent.id, workspace=workspace).members[0].model
    before, half = model.margin(table.matrix), faded(model, 0.5, table.matrix)
    np.testing.assert_allclose(half.margin(table.matrix), before.mean() + 0.5 * (before - before.mean()), atol=2e-6)
    again = library(kind).from_bytes(half.to_bytes())
    np.testing.assert_array_equal(again.margin(table.matrix), half.margin(table.matrix))
    child = train_models(table, [quick(kind, rounds=40, old_trees=0.5)], workspace=workspace, leak_meter=False,
                         warm_start=parent.id).runs[0]
    assert child.trees == 40
    assert "What the parent's trees say counts for 50%." in child.warnings
    grown: BoostedModel = load_model(child.id, workspace=workspace).members[0].model
    first = grown.margin(table.matrix) - library(kind).from_bytes(grown.to_bytes()).newest(10, 0.0).margin(table.matrix)
    assert np.corrcoef(first, half.margin(table.matrix))[0, 1] > 0.999


@pytest.mark.parametrize("kind", LIBRARIES)
def test_after_a_flip_faded_trees_learn_the_new_rule_sooner(kind: str, workspace: Workspace) -> None:
    old, new = signals(1500, strength=2.0), signals(1500, seed=1, strength=-2.0)
    parent = train_models(old, [quick(kind, rounds=60)], workspace=workspace, leak_meter=False).runs[0]
    scores = []
    for share in (1.0, 0.2):
        run = train_models(new, [quick(kind, rounds=80, old_trees=share)], workspace=workspace, leak_meter=False,
                           warm_start=parent.id).runs[0]
        assert run.scores is not None
        scores.append(run.scores.auc.value)
    assert scores[1] > scores[0] + 0.02


def test_a_budget_keeps_what_it_can_and_refuses_what_it_cannot() -> None:
    assert kept_trees(30, quick(rounds=60)) == 30
    assert kept_trees(30, quick(rounds=60, tree_budget=80)) == 30
    assert kept_trees(30, quick(rounds=60, tree_budget=50)) == 20
    parent = Parent("p", "lightgbm", b"", 30, signals(10).schema, ())
    reason = compatibility(parent, None, quick(rounds=60, tree_budget=30))
    assert reason is not None
    assert "30 new trees leave no room" in str(reason)
    model = object.__new__(library("lightgbm"))
    model._trees = 5  # type: ignore[attr-defined]
    with pytest.raises(WorkbenchError, match="cannot be kept"):
        newest_trees(model, 0, signals(10).matrix)


def test_the_ledger_tells_ranges_that_follow_one_another_as_one() -> None:
    entries: tuple[Exposure, ...] = ()
    for start in range(20):
        first = start * 100 * HOUR
        entries = ledger(entries, Exposure(f"f{start}", 200, first, first + 199 * HOUR, first + 205 * HOUR, "sketch"))
    assert len(entries) == 3
    assert (entries[0].first, entries[0].last) == (0, (1700 + 199) * HOUR)
    assert entries[0].rows == 18 * 200
    assert [entry.sketch for entry in entries] == ["", "", "sketch"]
    far = ledger(entries, Exposure("far", 10, 10_000 * HOUR, 10_010 * HOUR, None, "s"))
    further = ledger(far, Exposure("further", 10, 90_000 * HOUR, 90_010 * HOUR, None, "s"))
    assert [entry.rows for entry in further] == [19 * 200 + 200, 10, 10]
    untimed = Exposure("u", 10, None, None, None, "rows")
    assert ledger((untimed, untimed), untimed) == (untimed, untimed, untimed)


@pytest.mark.parametrize("kind", ["xgboost", "lightgbm"])
def test_a_parents_trees_are_kept_and_their_leaves_learnt_anew(kind: str, workspace: Workspace) -> None:
    table = signals(900)
    turned = replace(table, label=(1 - table.label).astype(np.int8))
    parent = train_models(table.take(np.arange(400)), [quick(kind)], workspace=workspace, leak_meter=False).runs[0]
    config = quick(kind, rounds=1, continuing=Continuing.RELEARN)
    child = train_models(turned, [config], workspace=workspace, leak_meter=False, warm_start=parent.id).runs[0]
    assert (child.trees, child.parent, child.settings["continuing"]) == (30, parent.id, "relearn")
    assert child.scores is not None
    assert child.scores.auc.value > 0.65


def test_catboost_refuses_to_learn_leaves_anew_before_the_run() -> None:
    parent = Parent("p", "catboost", b"", 30, signals(10).schema, ())
    reason = compatibility(parent, None, quick("catboost", continuing=Continuing.RELEARN))
    assert reason is not None
    assert "CatBoost cannot learn the leaves" in str(reason)
