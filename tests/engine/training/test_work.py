"""The share of work that is done is measured in time, and time left is honest once a library has been seen."""

from __future__ import annotations

from engine.progress import Progress, ProgressPoint
from engine.training.config import ModelType, TrainingConfig
from engine.training.work import PlannedFit, Work


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def run(fits: list[PlannedFit], rounds: list[int], rates: dict[str, float]) -> list[tuple[float, float]]:
    """Fractions seen, each with the time of its report, in a made-up run of `rates` seconds a row and round."""
    clock, points = Clock(), []
    work = Work(fits, Progress(lambda point: points.append((point.fraction, clock.time))), clock=clock)
    for fit, count in zip(fits, rounds, strict=True):
        listener = work.begin()
        for number in range(count):
            clock.time += fit.rows * rates[fit.config.model_type.value]
            listener.learning(number + 1, 0.7, 0.7)
        listener.end()
    return points


def planned(kinds: list[str], folds: int = 5) -> list[PlannedFit]:
    return [PlannedFit(f"{kind} {k}", TrainingConfig(model_type=ModelType(kind)), 1000 * (k + 5), k)
            for kind in kinds for k in range(folds)]


def test_the_fraction_follows_time_once_a_quarter_is_done() -> None:
    fits = planned(["xgboost", "lightgbm", "catboost"])
    rounds = [220, 180, 240, 200, 210, 150, 170, 190, 160, 180, 260, 300, 240, 280, 250]
    points = run(fits, rounds, {"xgboost": 1e-6, "lightgbm": 8e-7, "catboost": 2e-6})
    whole = points[-1][1]
    later = [(fraction, at / whole) for fraction, at in points if at > whole / 4]
    assert max(abs(fraction - true) / true for fraction, true in later) < 0.4
    assert points[-1][0] > 0.95


def test_the_fraction_never_goes_back() -> None:
    points = run(planned(["catboost"]), [900, 10, 900, 10, 900], {"catboost": 1e-6})
    fractions = [fraction for fraction, _ in points]
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
