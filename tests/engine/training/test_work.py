"""The share of work that is done is measured in time, and time left is honest once a library has been seen."""

from __future__ import annotations

import numpy as np
import pytest

from engine.progress import Progress, ProgressPoint
from engine.training.config import ModelType, TrainingConfig
from engine.training.work import PlannedFit, Work


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def run(fits: list[PlannedFit], best: list[int], rates: dict[str, float]) -> list[tuple[ProgressPoint, float]]:
    """Points with times of a made-up run: `rates` seconds a row and round; best rounds as given, then patience."""
    clock, points = Clock(), []
    work = Work(fits, Progress(lambda point: points.append((point, clock.time))), clock=clock)
    for fit, count in zip(fits, best, strict=True):
        name = fit.config.model_type.value
        listener = work.begin()
        for rounds, hear in ((count + fit.config.early_stopping_rounds, listener.learning), (count, listener.again)):
            clock.time += fit.rows * rates[name] * 20
            for number in range(1, rounds + 1):
                clock.time += (fit.rows + 500) * rates[name]
                hear(number, 0.7, 0.7 + abs(number - count))
        listener.end()
    return points


def planned(kinds: list[str], folds: int = 5) -> list[PlannedFit]:
    return [PlannedFit(f"{kind} {k}", TrainingConfig(model_type=ModelType(kind)), 1000 * (k + 5), k)
            for k in range(folds) for kind in kinds]


def test_time_left_is_within_a_fifth_after_a_quarter_of_the_work_on_nine_of_ten_jobs() -> None:
    right = 0
    for seed in range(10):
        random = np.random.default_rng(seed)
        fits = planned(["xgboost", "lightgbm", "catboost"])
        # Ten real trainings had their best round at 20 to 280, 85 in the middle, blocks of one model a third apart.
        typical = dict(zip(("xgboost", "lightgbm", "catboost"), random.uniform(30, 150, 3), strict=True))
        best = [int(typical[fit.config.model_type.value] * random.uniform(0.7, 1.3)) for fit in fits]
        rates = dict(zip(typical, 10 ** random.uniform(-6.5, -5.5, 3), strict=True))
        points = run(fits, best, rates)
        whole = points[-1][1]
        point, at = next((point, at) for point, at in points if at >= whole / 4)
        assert point.seconds_left is not None
        right += abs(point.seconds_left - (whole - at)) <= 0.2 * (whole - at)
    assert right >= 9


def test_blocks_with_more_rows_are_expected_to_go_on_for_longer() -> None:
    fits = planned(["xgboost"])
    work = Work(fits, Progress())
    listener = work.begin()
    for number in range(1, 181):
        listener.learning(number, 0.7, 0.7 + abs(number - 80))
    for number in range(1, 81):
        listener.again(number, 0.7, 0.7)
    listener.end()
    (first, second), (later, more) = work.expected(fits[1]), work.expected(fits[4])
    assert later > first > 180
    assert more > second
    assert later - first == pytest.approx(more - second), "the rounds that are waited are the same"


def test_a_block_under_way_tells_of_those_to_come_once_its_rounds_are_known() -> None:
    fits = planned(["xgboost"])
    work = Work(fits, Progress())
    listener = work.begin()
    before = work.expected(fits[1])
    for number in range(1, 261):
        listener.learning(number, 0.7, 0.7 + abs(number - 200))
        if number == 210:
            assert work.expected(fits[1]) == before, "it may still find a better round"
    later = work.expected(fits[1])
    assert later[0] > before[0]
    assert later[1] > before[1]


def test_the_fraction_never_goes_back() -> None:
    points = run(planned(["catboost"]), [900, 10, 900, 10, 900], {"catboost": 1e-6})
    assert points[-1][0].fraction > 0.9
    fractions = [point.fraction for point, _ in points]
    assert fractions == sorted(fractions)


def test_points_name_model_fold_round_and_losses() -> None:
    points: list[ProgressPoint] = []
    work = Work(planned(["xgboost"], 1), Progress(points.append))
    listener = work.begin()
    listener.learning(1, 0.69, float("nan"))
    listener.again(1, 0.5, float("nan"))
    assert points[1].values == {"model": "xgboost", "fold": 0, "round": 1, "train_loss": 0.69, "valid_loss": None}
    assert points[1].words == "xgboost 0, round 1"
    assert points[2].values == {"model": "xgboost", "fold": 0}


def test_skipped_fits_are_not_waited_for() -> None:
    fits = planned(["xgboost", "catboost"], 1)
    work = Work(fits, Progress())
    work.skip(lambda fit: fit.config.model_type is ModelType.CATBOOST)
    assert work.begin().planned is fits[1]
