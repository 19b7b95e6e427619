"""Early stopping watches the newest rows, which are then learnt too; weights shift no probability."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.evaluation.metrics import log_loss
from engine.models import LIBRARIES
from engine.training.config import ModelType, TrainingConfig
from engine.training.fitting import Silent, Source, fit_forest, newest, rows_of, sigmoid, watched_rows
from tests.engine.training.worlds import HOUR, quick, signals


def source_of(rows: int = 800, **more: object) -> Source:
    table = signals(rows, **more)  # type: ignore[arg-type]
    return Source(table.matrix, table.label, None, (), table.time, table.label_time)


class Counting(Silent):
    """Counts the rounds of both passes; stops after some."""

    def __init__(self, stop_at: int = 10**9) -> None:
        self.first = self.second = 0
        self.stop_at = stop_at

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        self.first += 1
        return self.stopping()

    def again(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        self.second += 1
        return self.stopping()

    def stopping(self) -> bool:
        return self.first + self.second >= self.stop_at


def test_the_newest_rows_are_watched_and_purged_from_the_older() -> None:
    inner, tail = newest(source_of(200, horizon=6), np.arange(200))
    np.testing.assert_array_equal(tail, np.arange(170, 200))
    np.testing.assert_array_equal(inner, np.arange(164))


@pytest.mark.parametrize(("rows", "watched"), [(200, 30), (552, 138), (800, 200), (1300, 200), (4000, 600)])
def test_of_a_small_table_up_to_a_quarter_is_watched(rows: int, watched: int) -> None:
    assert watched_rows(rows) == watched
    assert len(newest(source_of(rows), np.arange(rows))[1]) == watched


def test_catboost_takes_rows_as_they_come_only_where_their_order_says_something() -> None:
    source, config = source_of(300), quick("catboost", rounds=5)
    for ordered in (True, False):
        fitted = fit_forest(replace(source, ordered=ordered), np.arange(300), config)
        assert fitted.model._model.get_params()["has_time"] is ordered


def test_the_embargo_holds_between_them_too() -> None:
    table = signals(200, horizon=6)
    source = Source(table.matrix, table.label, None, (), table.time, table.label_time, embargo_ns=5 * HOUR)
    assert newest(source, np.arange(200))[0][-1] == 158


@pytest.mark.parametrize("name", LIBRARIES)
def test_after_early_stopping_all_rows_are_learnt_with_the_rounds_found(name: str) -> None:
    source, heard = source_of(), Counting()
    config = quick(name, rounds=400, early_stopping_rounds=20)
    fitted = fit_forest(source, np.arange(800), config, heard)
    kept_aside = fit_forest(source, np.arange(800), quick(name, rounds=400, early_stopping_rounds=20, refit=False))
    assert heard.second == fitted.model.trees == kept_aside.model.trees < heard.first
    assert np.abs(fitted.model.margin(source.matrix) - kept_aside.model.margin(source.matrix)).max() > 0.01


def test_a_stop_in_the_first_pass_keeps_the_best_so_far() -> None:
    fitted = fit_forest(source_of(), np.arange(800), quick(rounds=400, early_stopping_rounds=300), Counting(8))
    assert 0 < fitted.model.trees <= 8 + 15


def test_a_stop_in_the_second_pass_keeps_the_whole_first_model() -> None:
    config = quick(rounds=60, early_stopping_rounds=60)
    first = fit_forest(source_of(), np.arange(800), quick(rounds=60, early_stopping_rounds=60, refit=False))
    stopped = fit_forest(source_of(), np.arange(800), config, Counting(63))
    assert stopped.model.trees == first.model.trees
    np.testing.assert_array_equal(stopped.model.margin(source_of().matrix), first.model.margin(source_of().matrix))


def test_with_too_few_rows_to_watch_a_modest_number_of_rounds_is_grown_and_said() -> None:
    fitted = fit_forest(source_of(120), np.arange(120), TrainingConfig(learning_rate=0.1, threads=1))
    assert fitted.model.trees == 45
    assert "Too few rows for early stopping in 120 training rows" in fitted.warning


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("factor", [5.0, "balanced"])
def test_a_class_factor_leaves_the_probabilities_true(name: str, factor: float | str) -> None:
    source = source_of(1500)
    plain = fit_forest(source, np.arange(1000), quick(name))
    tilted = fit_forest(source, np.arange(1000), quick(name, scale_pos_weight=factor))
    later = slice(1000, 1500)
    raw = sigmoid(tilted.model.margin(source.matrix[later]))
    mended = tilted.probability(source.matrix[later], threads=1)
    label = source.label[later]
    untilted = plain.probability(source.matrix[later], threads=1)
    usual = log_loss(label, untilted)
    assert log_loss(label, mended) < usual + 0.02
    assert mended.mean() == pytest.approx(untilted.mean(), abs=0.05)
    if factor == 5.0:
        assert log_loss(label, raw) > usual + 0.1


def test_weighting_by_size_keeps_the_mean_probability() -> None:
    table = signals(1500)
    heavy = np.where(table.label == 1, 3.0, 0.5)
    source = Source(table.matrix, table.label, heavy / heavy.mean(), (), table.time, table.label_time)
    fitted = fit_forest(source, np.arange(1500), quick())
    assert fitted.probability(table.matrix, threads=1).mean() == pytest.approx(table.label.mean(), abs=0.03)


def test_consecutive_rows_are_not_copied() -> None:
    matrix = np.zeros((10, 2), dtype=np.float32)
    assert np.shares_memory(rows_of(matrix, np.arange(3, 8)), matrix)
    assert not np.shares_memory(rows_of(matrix, np.asarray([3, 5])), matrix)
    np.testing.assert_array_equal(rows_of(np.arange(6.0).reshape(3, 2).astype(np.float32), np.asarray([2, 0, 1]))[:, 0],
                                  [4, 0, 2])


def test_sigmoid_does_not_overflow() -> None:
    np.testing.assert_allclose(sigmoid(np.asarray([-1e4, 0.0, 1e4])), [0, 0.5, 1])


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_clear_pattern_is_held_back_less_and_signals_are_fitted_as_before(name: str) -> None:
    random = np.random.default_rng(0)
    matrix = random.uniform(-2, 2, (1500, 3)).astype(np.float32)
    clear = (matrix[:, 0] + 0.9 * np.sin(4 * matrix[:, 1]) > 0).astype(np.int8)
    config = TrainingConfig(model_type=ModelType(name), rounds=120, learning_rate=0.1, threads=1)
    rows = np.arange(1200)
    loose, held = (fit_forest(Source(matrix, clear), rows, replace(config, loosen=each)) for each in (True, False))
    tested = [log_loss(clear[1200:], each.probability(matrix[1200:], threads=1)) for each in (loose, held)]
    assert tested[0] < tested[1]
    table = signals(1500, strength=0.3)
    weak = [fit_forest(Source(table.matrix, table.label), rows, replace(config, loosen=each)) for each in (True, False)]
    np.testing.assert_array_equal(weak[0].model.margin(table.matrix), weak[1].model.margin(table.matrix))
