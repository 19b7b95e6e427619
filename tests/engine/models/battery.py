"""The checks that every adapter passes, or names in its `skips` with the reason. Each found a real fault once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.data.schema import FeatureSchema
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.metrics import auc, log_loss
from engine.models.base import BoostedModel
from engine.models.fit_data import FitData, Knobs
from tests.engine.models.problems import Problem, categories, numbers, with_gaps

Adapter = type[BoostedModel]
CHECKS: dict[str, Callable[[Adapter], None]] = {}
# CatBoost's random strength draws from a stream that a continued training starts anew.
STILL = {"catboost": {"random_strength": 0}}


def check(function: Callable[[Adapter], None]) -> Callable[[Adapter], None]:
    """Add a check to the battery."""
    CHECKS[function.__name__] = function
    return function


def plain(adapter: Adapter, **more: Any) -> Knobs:
    """Knobs without any randomness."""
    return Knobs(**{"rounds": 30, "learning_rate": 0.1, "max_depth": 3, "extra": STILL.get(adapter.name, {}), **more})


def data(problem: Problem, **more: Any) -> FitData:
    return FitData(problem.matrix, problem.label, **more)


def watched(problem: Problem, share: float = 0.7, **more: Any) -> FitData:
    cut = int(len(problem.label) * share)
    return FitData(problem.matrix[:cut], problem.label[:cut], None, problem.matrix[cut:], problem.label[cut:], **more)


# --- warm start ----------------------------------------------------------------------------------------------------


@check
def warm_start_equals_straight_training(adapter: Adapter) -> None:
    problem = numbers()
    straight = adapter.fit(data(problem), plain(adapter, rounds=70))
    parent = adapter.fit(data(problem), plain(adapter, rounds=40))
    continued = adapter.fit(data(problem), plain(adapter, rounds=70), parent=parent.to_bytes())
    assert (parent.trees, continued.trees) == (40, 70)
    np.testing.assert_allclose(continued.margin(problem.matrix), straight.margin(problem.matrix), atol=1e-5)


@check
def warm_start_learns_the_new_labels_of_the_same_rows(adapter: Adapter) -> None:
    problem = numbers()
    parent = adapter.fit(data(problem), plain(adapter))
    flipped = Problem(problem.matrix, (1 - problem.label).astype(np.int8))
    child = adapter.fit(data(flipped), plain(adapter, rounds=200), parent=parent.to_bytes())
    assert auc(problem.label, parent.margin(problem.matrix)) > 0.8
    assert auc(flipped.label, child.margin(problem.matrix)) > 0.8


@check
def warm_start_learns_with_the_new_weights(adapter: Adapter) -> None:
    problem = numbers()
    parent = adapter.fit(data(problem), plain(adapter)).to_bytes()
    heavy = np.where(problem.label == 1, 20.0, 1.0)
    even = adapter.fit(data(problem), plain(adapter, rounds=60), parent=parent)
    tilted = adapter.fit(data(problem, weight=heavy), plain(adapter, rounds=60), parent=parent)
    assert tilted.margin(problem.matrix).mean() > even.margin(problem.matrix).mean() + 0.5


@check
def warm_start_of_an_early_stopped_parent_uses_the_new_trees(adapter: Adapter) -> None:
    problem = numbers(600, strength=0.4)
    parent = adapter.fit(watched(problem), plain(adapter, rounds=400, patience=10))
    assert parent.trees < 400
    child = adapter.fit(data(problem), plain(adapter, rounds=parent.trees + 25), parent=parent.to_bytes())
    again = adapter.from_bytes(child.to_bytes())
    assert child.trees == again.trees == again.best_iteration == parent.trees + 25
    assert np.abs(again.margin(problem.matrix) - parent.margin(problem.matrix)).max() > 0.05


@check
def warm_start_leaves_the_parent_as_it_was(adapter: Adapter) -> None:
    problem = numbers()
    parent = adapter.fit(data(problem), plain(adapter))
    before = parent.margin(problem.matrix)
    adapter.fit(data(problem), plain(adapter, rounds=40), parent=parent.to_bytes())
    np.testing.assert_array_equal(parent.margin(problem.matrix), before)


@check
def warm_start_without_new_rounds_is_refused(adapter: Adapter) -> None:
    problem = numbers()
    parent = adapter.fit(data(problem), plain(adapter)).to_bytes()
    with pytest.raises(WorkbenchError, match="30 trees already") as refused:
        adapter.fit(data(problem), plain(adapter, rounds=30), parent=parent)
    assert refused.value.code == "no-new-rounds"


@check
def new_categories_are_learnt_and_old_ones_keep_their_meaning(adapter: Adapter) -> None:
    old, new = categories(codes=4), categories(codes=8, seed=5)
    parent = adapter.fit(data(old, categorical=(1,)), plain(adapter))
    child = adapter.fit(data(new, categorical=(1,)), plain(adapter, rounds=80), parent=parent.to_bytes())
    fresh = categories(codes=8, seed=9)
    unknown = fresh.matrix[:, 1] >= 4
    assert auc(fresh.label[unknown], child.margin(fresh.matrix[unknown])) > 0.8
    assert auc(fresh.label[~unknown], child.margin(fresh.matrix[~unknown])) > 0.8
    assert child.trees == 80


@check
def the_newest_trees_say_what_they_said_and_the_shift_is_added(adapter: Adapter) -> None:
    problem = with_gaps()
    model = adapter.fit(data(problem), plain(adapter))
    before, oldest = model.margin(problem.matrix), adapter.fit(data(problem), plain(adapter, rounds=10))
    cut = model.newest(20, 0.0)
    said = before - oldest.margin(problem.matrix)
    assert cut.trees == 20
    assert np.ptp(cut.margin(problem.matrix) - said) < 1e-5  # all but a constant, the base rate
    moved = adapter.from_bytes(model.newest(20, 0.75).to_bytes())
    np.testing.assert_allclose(moved.margin(problem.matrix), cut.margin(problem.matrix) + 0.75, atol=1e-5)
    np.testing.assert_allclose(moved.contributions(problem.matrix).sum(axis=1), moved.margin(problem.matrix), atol=1e-5)
    np.testing.assert_array_equal(model.margin(problem.matrix), before)


@check
def a_cut_model_is_continued_from_what_it_says_now(adapter: Adapter) -> None:
    problem = numbers()
    cut = adapter.fit(data(problem), plain(adapter)).newest(10, 0.3)
    child = adapter.fit(data(problem), plain(adapter, rounds=11, learning_rate=1e-6), parent=cut.to_bytes())
    np.testing.assert_allclose(child.margin(problem.matrix), cut.margin(problem.matrix), atol=1e-5)
    more = adapter.fit(data(problem), plain(adapter, rounds=60), parent=cut.to_bytes())
    assert more.trees == 60
    assert auc(problem.label, more.margin(problem.matrix)) > auc(problem.label, cut.margin(problem.matrix))


@check
def leaves_learnt_anew_from_the_same_rows_are_the_same(adapter: Adapter) -> None:
    problem = with_gaps(800)
    weight = np.random.default_rng(0).uniform(0.5, 2.0, 800)
    rows = data(problem, weight=weight)
    parent = adapter.fit(rows, plain(adapter, l2=2.0))
    if not adapter.relearns:
        with pytest.raises(WorkbenchError, match="cannot learn the leaves"):
            adapter.relearn(rows, plain(adapter), parent.to_bytes())
        return
    again = adapter.relearn(rows, plain(adapter, l2=2.0), parent.to_bytes())
    assert again.trees == parent.trees
    np.testing.assert_allclose(again.margin(problem.matrix), parent.margin(problem.matrix), atol=1e-4)
    flipped = FitData(problem.matrix, (1 - problem.label).astype(np.int8), weight)
    turned = adapter.from_bytes(adapter.relearn(flipped, plain(adapter, l2=2.0), parent.to_bytes()).to_bytes())
    assert auc(flipped.label, turned.margin(problem.matrix)) > 0.8
    np.testing.assert_allclose(parent.margin(problem.matrix), again.margin(problem.matrix), atol=1e-4)


@check
def a_file_does_not_grow_with_its_ancestors(adapter: Adapter) -> None:
    problem, sizes = numbers(), []
    model = adapter.fit(data(problem), plain(adapter, rounds=40))
    for _ in range(5):
        cut = model.newest(30, 0.0)
        model = adapter.fit(data(problem), plain(adapter, rounds=40), parent=cut.to_bytes())
        sizes.append(len(model.to_bytes()))
    assert sizes[-1] <= 1.05 * sizes[0]


@check
def warm_start_begins_from_the_parents_true_scores(adapter: Adapter) -> None:
    random, seen = np.random.default_rng(4), []
    matrix = random.normal(size=(600, 4)).astype(np.float32)
    label = (random.random(600) < 1 / (1 + np.exp(-2 * matrix[:, 0]))).astype(np.int8)
    parent = adapter.fit(FitData(matrix, label), plain(adapter, max_bins=256))
    adapter.fit(FitData(matrix, label), plain(adapter, rounds=31, learning_rate=1e-6, max_bins=16),
                lambda _, train, __: seen.append(train) or False, parent=parent.to_bytes())
    chance = 1 / (1 + np.exp(-parent.margin(matrix)))
    assert seen[-1] == pytest.approx(log_loss(label, chance), abs=1e-4)  # on coarse bins it would be far off


@check
def warm_start_stopped_early_is_cut_to_its_best_round_with_the_parents(adapter: Adapter) -> None:
    problem, losses = numbers(600, strength=0.4), []
    parent = adapter.fit(data(problem), plain(adapter, rounds=7))
    child = adapter.fit(watched(problem), plain(adapter, rounds=400, patience=12),
                        lambda r, train, valid: losses.append((valid, r)) or False, parent=parent.to_bytes())
    assert child.trees == min(losses)[1]
    assert len(losses) == child.trees - 7 + 12
    again = adapter.from_bytes(child.to_bytes())
    assert again.trees == again.best_iteration == child.trees


@check
def fits_on_the_same_rows_do_not_know_of_each_other(adapter: Adapter) -> None:
    problem, other = numbers(), numbers(seed=9)
    parents = [adapter.fit(data(each), plain(adapter)).to_bytes() for each in (other, problem)]
    knobs = plain(adapter, rounds=45)
    first = [adapter.fit(data(problem), knobs, parent=parent).margin(problem.matrix) for parent in (*parents, None)]
    again = [adapter.fit(data(problem), knobs, parent=parent).margin(problem.matrix) for parent in (None, *parents)]
    np.testing.assert_array_equal(again[1], first[0])
    np.testing.assert_array_equal(again[2], first[1])
    np.testing.assert_array_equal(again[0], first[2])
    assert np.abs(first[0] - first[1]).max() > 0.1


# --- rounds --------------------------------------------------------------------------------------------------------


@check
def rounds_are_counted_from_one_with_the_parents(adapter: Adapter) -> None:
    problem, seen = numbers(), []
    parent = adapter.fit(data(problem), plain(adapter, rounds=4), lambda r, *_: seen.append(r) or False)
    adapter.fit(data(problem), plain(adapter, rounds=9), lambda r, *_: seen.append(r) or False,
                parent=parent.to_bytes())
    assert seen == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@check
def losses_are_those_of_the_model_so_far(adapter: Adapter) -> None:
    problem, seen = numbers(), []
    cut = int(len(problem.label) * 0.7)
    model = adapter.fit(watched(problem), plain(adapter, rounds=20), lambda *point: seen.append(point) or False)
    chance = 1 / (1 + np.exp(-model.margin(problem.matrix)))
    _, train_loss, valid_loss = seen[-1]
    assert train_loss == pytest.approx(log_loss(problem.label[:cut], chance[:cut]), abs=1e-4)
    assert valid_loss == pytest.approx(log_loss(problem.label[cut:], chance[cut:]), abs=1e-4)


@check
def cancel_after_some_rounds_comes_out_unchanged(adapter: Adapter) -> None:
    seen = []

    def cancel(total_round: int, *_: float) -> bool:
        seen.append(total_round)
        if total_round == 5:
            raise Cancelled
        return False

    with pytest.raises(Cancelled):
        adapter.fit(data(numbers()), plain(adapter), cancel)
    assert seen == [1, 2, 3, 4, 5]


@check
def stop_after_some_rounds_keeps_their_trees(adapter: Adapter) -> None:
    problem = numbers()
    stopped = adapter.fit(data(problem), plain(adapter), lambda r, *_: r == 6)
    short = adapter.fit(data(problem), plain(adapter, rounds=6))
    assert stopped.trees == 6
    np.testing.assert_allclose(stopped.margin(problem.matrix), short.margin(problem.matrix), atol=1e-9)


@check
def early_stopping_cuts_to_the_best_round(adapter: Adapter) -> None:
    problem, losses = numbers(600, strength=0.4), []
    model = adapter.fit(watched(problem), plain(adapter, rounds=400, patience=12),
                        lambda r, train, valid: losses.append(valid) or False)
    assert len(losses) == model.trees + 12 < 400
    assert int(np.argmin(losses)) + 1 == model.trees == model.best_iteration
    least = adapter.fit(watched(problem), plain(adapter, rounds=400, patience=12, least_rounds=150))
    assert least.trees == 150


@check
def stop_with_watched_rows_keeps_the_best_so_far(adapter: Adapter) -> None:
    problem, losses = numbers(600, strength=0.4), []

    def hear(total_round: int, train: float, valid: float) -> bool:
        losses.append(valid)
        return total_round == 60

    model = adapter.fit(watched(problem), plain(adapter, rounds=400, patience=300), hear)
    assert model.trees == int(np.argmin(losses)) + 1


# --- weights -------------------------------------------------------------------------------------------------------


@check
def weight_two_equals_a_doubled_row(adapter: Adapter) -> None:
    problem = numbers(300)
    twice = np.arange(300) % 3 == 0
    order = np.sort(np.concatenate((np.arange(300), np.flatnonzero(twice))))
    knobs = plain(adapter, min_child_weight=2.0)
    weighted = adapter.fit(data(problem, weight=np.where(twice, 2.0, 1.0)), knobs)
    doubled = adapter.fit(FitData(problem.matrix[order], problem.label[order]), knobs)
    np.testing.assert_allclose(weighted.margin(problem.matrix), doubled.margin(problem.matrix), atol=2e-4)


@check
def weight_zero_equals_a_removed_row(adapter: Adapter) -> None:
    problem = numbers(300)
    gone = np.arange(300) % 4 == 0
    weighted = adapter.fit(data(problem, weight=np.where(gone, 0.0, 1.0)), plain(adapter))
    removed = adapter.fit(FitData(problem.matrix[~gone], problem.label[~gone]), plain(adapter))
    np.testing.assert_allclose(weighted.margin(problem.matrix), removed.margin(problem.matrix), atol=2e-4)


@check
def weights_are_not_changed(adapter: Adapter) -> None:
    problem = numbers()
    weight = np.random.default_rng(0).uniform(0.1, 3, len(problem.label))
    before = weight.copy()
    adapter.fit(data(problem, weight=weight), plain(adapter))
    np.testing.assert_array_equal(weight, before)


@check
def impossible_weights_are_refused_with_the_rows_named(adapter: Adapter) -> None:
    problem = numbers()
    for wrong, words in ((-0.5, "negative in row 7"), (np.nan, "missing or infinite in row 7"),
                         (np.inf, "missing or infinite in row 7")):
        weight = np.ones(len(problem.label))
        weight[7] = wrong
        _refused(adapter, data(problem, weight=weight), words)
    _refused(adapter, data(problem, weight=np.zeros(len(problem.label))), "0 in all 400 rows")
    _refused(adapter, data(problem, weight=np.ones(3)), "400 rows and 3 weights")


# --- rows ----------------------------------------------------------------------------------------------------------


@check
def impossible_labels_and_values_are_refused_with_the_rows_named(adapter: Adapter) -> None:
    problem = numbers()
    label = problem.label.astype(np.float64)
    label[[3, 9]] = (2, np.nan)
    _refused(adapter, FitData(problem.matrix, label), "rows 3, 9")
    _refused(adapter, FitData(problem.matrix, np.ones(400)), "All 400 training rows are wins")
    matrix = problem.matrix.copy()
    matrix[11, 2] = np.inf
    _refused(adapter, FitData(matrix, problem.label), "infinite in row 11")
    _refused(adapter, FitData(problem.matrix, problem.label[:5]), "400 rows and 5 labels")
    _refused(adapter, FitData(problem.matrix[:0], problem.label[:0]), "no rows")


@check
def other_columns_are_refused_and_reordered_ones_matched_by_name(adapter: Adapter) -> None:
    import pandas as pd

    problem = numbers()
    schema = FeatureSchema.plain("abcde")
    model = adapter.fit(data(problem), plain(adapter))
    wanted = model.margin(problem.matrix)
    frame = pd.DataFrame(problem.matrix, columns=list("abcde"))
    np.testing.assert_array_equal(model.margin(schema.encode(frame[list("ecabd")])), wanted)
    assert schema.difference(FeatureSchema.plain("abcdX")).missing == ("e",)
    for width in (4, 6):
        with pytest.raises(WorkbenchError, match=f"{width} columns; the model has 5 features"):
            model.margin(np.zeros((2, width), dtype=np.float32))


@check
def missing_values_are_scored_also_where_none_were_learnt(adapter: Adapter) -> None:
    problem = numbers()
    model = adapter.fit(data(problem), plain(adapter))
    matrix = problem.matrix.copy()
    matrix[:, 0] = np.nan
    assert np.isfinite(model.margin(matrix)).all()
    gaps = with_gaps()
    learnt = adapter.fit(data(gaps), plain(adapter))
    assert auc(gaps.label, learnt.margin(gaps.matrix)) > 0.75


@check
def categories_are_learnt_by_code_and_unknown_ones_are_missing(adapter: Adapter) -> None:
    problem = categories()
    model = adapter.fit(data(problem, categorical=(1,)), plain(adapter))
    fresh = categories(seed=8)
    assert auc(fresh.label, adapter.from_bytes(model.to_bytes()).margin(fresh.matrix)) > 0.8
    fresh.matrix[:, 1] = np.nan
    assert np.isfinite(model.margin(fresh.matrix)).all()
    np.testing.assert_allclose(model.contributions(fresh.matrix[:50]).sum(axis=1), model.margin(fresh.matrix[:50]),
                               atol=1e-5)


@check
def constant_columns_do_no_harm(adapter: Adapter) -> None:
    problem = numbers()
    problem.matrix[:, 3] = 1.0
    problem.matrix[:, 4] = np.nan
    model = adapter.fit(data(problem), plain(adapter))
    assert model.width == 5
    assert model.importance()[3:].sum() == 0


@check
def a_table_of_constants_gives_the_base_rate_or_is_refused_in_words(adapter: Adapter) -> None:
    problem = numbers()
    flat = Problem(np.ones_like(problem.matrix), problem.label)
    if adapter.name == "catboost":
        with pytest.raises(WorkbenchError, match="constant"):
            adapter.fit(data(flat), plain(adapter))
        return
    model = adapter.fit(data(flat), plain(adapter, rounds=200))
    chance = 1 / (1 + np.exp(-model.margin(flat.matrix)))
    np.testing.assert_allclose(chance, flat.label.mean(), atol=0.01)
    assert model.importance().sum() == pytest.approx(1)


# --- scores --------------------------------------------------------------------------------------------------------


@check
def saved_and_loaded_it_scores_the_same(adapter: Adapter) -> None:
    problem = with_gaps()
    model = adapter.fit(data(problem), plain(adapter))
    loaded = adapter.from_bytes(model.to_bytes())
    np.testing.assert_array_equal(loaded.margin(problem.matrix), model.margin(problem.matrix))
    np.testing.assert_array_equal(loaded.importance(), model.importance())
    assert (loaded.trees, loaded.width, loaded.is_binary) == (30, 5, True)
    assert loaded.column_names == ("f0", "f1", "f2", "f3", "f4")


@check
def importances_cover_every_feature(adapter: Adapter) -> None:
    problem = numbers()
    problem.matrix[:, 4] = 0.0
    shares = adapter.fit(data(problem), plain(adapter)).importance()
    assert shares.shape == (5,)
    assert shares[4] == 0
    assert shares.sum() == pytest.approx(1)
    assert (shares >= 0).all()
    assert shares.argmax() == 0


@check
def contributions_add_up_to_the_margin(adapter: Adapter) -> None:
    problem = with_gaps()
    model = adapter.fit(data(problem), plain(adapter))
    values = model.contributions(problem.matrix)
    assert values.shape == (400, 6)
    np.testing.assert_allclose(values.sum(axis=1), model.margin(problem.matrix), atol=1e-5)


@check
def a_single_row_scores_as_in_a_batch(adapter: Adapter) -> None:
    problem = with_gaps()
    model = adapter.fit(data(problem), plain(adapter))
    batch = model.margin(problem.matrix, threads=2)
    single = np.concatenate([model.margin(problem.matrix[i:i + 1]) for i in range(60)])
    np.testing.assert_allclose(single, batch[:60], atol=1e-9)


@check
def the_layout_in_memory_does_not_matter(adapter: Adapter) -> None:
    problem = with_gaps()
    model = adapter.fit(FitData(np.asfortranarray(problem.matrix), problem.label), plain(adapter))
    same = adapter.fit(data(problem), plain(adapter))
    wide = np.repeat(problem.matrix, 2, axis=0)[::2]
    np.testing.assert_array_equal(model.margin(wide), same.margin(np.asfortranarray(problem.matrix)))


@check
def concurrent_work_equals_sequential_work(adapter: Adapter) -> None:
    problems = [numbers(seed=seed) for seed in range(3)]
    alone = [adapter.fit(data(problem), plain(adapter)).margin(problem.matrix) for problem in problems]
    model = adapter.fit(data(problems[0]), plain(adapter))
    barrier = threading.Barrier(4)

    def train(problem: Problem) -> np.ndarray:
        barrier.wait()
        return adapter.fit(data(problem), plain(adapter)).margin(problem.matrix)

    def score() -> list[np.ndarray]:
        barrier.wait()
        return [model.margin(problems[0].matrix, threads=1 + turn % 2) for turn in range(40)]

    with ThreadPoolExecutor(4) as pool:
        scoring = pool.submit(score)
        together = list(pool.map(train, problems))
        for each in scoring.result():
            np.testing.assert_array_equal(each, alone[0])
    for one, other in zip(alone, together, strict=True):
        np.testing.assert_array_equal(one, other)


@check
def one_seed_gives_one_result(adapter: Adapter) -> None:
    problem = numbers()
    knobs = Knobs(rounds=30, subsample=0.6, column_sample=0.6, seed=3)
    first = adapter.fit(data(problem), knobs).margin(problem.matrix)
    again = adapter.fit(data(problem), knobs).margin(problem.matrix)
    other = adapter.fit(data(problem), replace(knobs, seed=4)).margin(problem.matrix)
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 1e-3


@check
def same_for_any_thread_count(adapter: Adapter) -> None:
    problem = numbers(1000)
    one = adapter.fit(data(problem), Knobs(rounds=30, subsample=0.6, threads=1)).margin(problem.matrix)
    two = adapter.fit(data(problem), Knobs(rounds=30, subsample=0.6, threads=2)).margin(problem.matrix)
    np.testing.assert_array_equal(one, two)


# --- parameters and files ------------------------------------------------------------------------------------------


@check
def further_parameters_reach_the_library(adapter: Adapter) -> None:
    name = {"xgboost": "gamma", "lightgbm": "min_gain_to_split", "catboost": "random_strength"}[adapter.name]
    problem = numbers()
    plainly = adapter.fit(data(problem), Knobs(rounds=20))
    strict = adapter.fit(data(problem), Knobs(rounds=20, extra={name: 50.0}))
    assert np.abs(plainly.margin(problem.matrix) - strict.margin(problem.matrix)).max() > 0.01


@check
def repeated_unknown_and_wrong_parameters_are_refused(adapter: Adapter) -> None:
    problem = data(numbers())
    for name, setting in adapter.owned.items():
        with pytest.raises(WorkbenchError, match=f"{name} is set by {setting}"):
            adapter.fit(problem, Knobs(extra={name: 1}))
    for extra in ({"no_such_parameter": 1}, {WRONG[adapter.name][0]: WRONG[adapter.name][1]}):
        with pytest.raises(WorkbenchError) as refused:
            adapter.fit(problem, Knobs(extra=extra))
        assert next(iter(extra)) in str(refused.value) or "refused to train" in str(refused.value)
        assert "/" not in str(refused.value)


@check
def bytes_that_are_no_model_are_refused_without_their_words(adapter: Adapter) -> None:
    for wrong in (b"", b"hello " * 50, b"\x80\x04\x95 pickle"):
        with pytest.raises(WorkbenchError, match="not a readable") as refused:
            adapter.from_bytes(wrong)
        assert "hello" not in str(refused.value)


WRONG = {"xgboost": ("grow_policy", "sideways"), "lightgbm": ("tree_learner", "sideways"),
         "catboost": ("grow_policy", "Sideways")}


def _refused(adapter: Adapter, wrong: FitData, words: str) -> None:
    with pytest.raises(WorkbenchError, match=words):
        adapter.fit(wrong, plain(adapter))
