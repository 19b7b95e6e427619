"""What a trial is worth, and which of many is taken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from engine.evaluation.metrics import auc, log_loss
from engine.records import TrialRecord
from engine.records.tuning import beats, front_of
from engine.training.config import ModelType, TrainingConfig
from engine.training.tuning import space
from engine.training.tuning.choosing import EVEN, as_auc, loss_share, ranking, taken, worth
from engine.training.tuning.options import Objective
from engine.training.tuning.trial import Course, ranked

FIGURE = st.floats(0.4, 0.9, allow_nan=False)


def trial(number: int, auc_: float, r: float, loss: float, state: str = "complete") -> TrialRecord:
    return TrialRecord("lightgbm", number, {}, 10, auc_, r, loss, (auc_,), state, "search", 0.1, 1.0,
                       ladder=(auc_,))


@given(st.lists(st.tuples(FIGURE, FIGURE, FIGURE), min_size=1, max_size=12))
def test_the_front_is_what_no_other_trial_beats_and_beats_all_that_is_not_on_it(figures) -> None:
    trials = [trial(number, *each) for number, each in enumerate(figures)]
    front = front_of(trials)
    assert front
    assert not any(beats(a.figures, b.figures) for a in front for b in front)
    for each in (each for each in trials if each not in front):
        assert any(beats(other.figures, each.figures) for other in front)


def test_figures_that_are_not_known_do_not_count() -> None:
    nan = float("nan")
    assert beats((0.6, nan, 0.5), (0.6, nan, 0.6))
    assert not beats((0.6, nan, 0.5), (0.6, 1.0, 0.5))


def test_the_log_loss_of_normal_scores_stands_for_their_auc() -> None:
    random = np.random.default_rng(0)
    label = (random.random(400_000) < 0.4).astype(np.int8)
    for gap in (0.1, 0.3, 0.6):
        score = random.normal(size=len(label)) + gap * label
        odds = gap * score - gap * gap / 2 + np.log(0.4 / 0.6)
        loss = log_loss(label, 1 / (1 + np.exp(-odds)))
        assert abs(float(as_auc(np.asarray(loss), 0.4)) - auc(label, score)) < 0.006
        assert abs(auc(label, score) - stats.norm.cdf(gap / np.sqrt(2))) < 0.003
    assert float(as_auc(np.asarray(5.0), 0.4)) < 0.5  # worse than the base rate


def test_trials_are_ranked_and_those_given_up_left_out() -> None:
    near = [trial(number, 0.60 - number / 1000, 0.1, 0.650) for number in range(4)]
    given_up = trial(9, 0.70, 0.1, 0.600, "pruned")
    assert ranking([near[2], given_up, near[0], near[3], near[1]], Objective.AUC) == near
    assert ranking([given_up], Objective.AUC) == []


def test_a_lucky_auc_with_a_bad_loss_is_not_taken() -> None:
    trials = [trial(0, 0.600, 0.1, 0.640), trial(1, 0.604, 0.1, 0.690), trial(2, 0.598, 0.1, 0.641),
              trial(3, 0.700, 0.1, 0.600, "pruned")]
    assert taken(trials, Objective.AUC) is trials[0]
    assert taken(trials, Objective.LOG_LOSS) is trials[0]
    assert taken([trials[3]], Objective.AUC) is None
    assert taken([trial(0, 0.6, float("nan"), 0.64)], Objective.AUC) is not None


def test_worth_goes_up_with_what_is_sought() -> None:
    auc_, r, loss = np.asarray([0.55, 0.56]), np.asarray([0.2, 0.1]), np.asarray([0.66, 0.67])
    assert np.argmax(worth((Objective.LOG_LOSS,), auc_, r, loss, 0.4)) == 0
    assert np.argmax(worth((Objective.EXPECTED_R,), auc_, r, loss, 0.4)) == 0
    assert np.argmax(worth((Objective.AUC,), auc_, r, np.asarray([0.66, 0.66]), 0.4)) == 1


def test_every_start_lies_in_the_space_and_is_a_configuration_that_trains() -> None:
    for kind in ModelType:
        config = TrainingConfig(model_type=kind, extra_params={})
        for point in space.starts(config):
            assert set(point) == {each.name for each in space.dimensions(kind)}
            assert all(each.low <= point[each.name] <= each.high for each in space.dimensions(kind))
            space.config_at(config, point, 50).checked()


def test_a_point_keeps_what_is_not_searched() -> None:
    config = TrainingConfig(model_type=ModelType.LIGHTGBM, seed=9, half_life="90d", extra_params={"path_smooth": 1.0})
    there = space.config_at(config, space.starts(config)[2], 77)
    assert (there.seed, there.half_life, there.rounds, there.early_stopping_rounds) == (9, "90d", 77, 0)
    assert there.extra_params == {"path_smooth": 1.0}
    assert space.point_of(there) == space.starts(config)[2]


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(-3, 3), st.integers(-2, 2)), min_size=1, max_size=40))
def test_the_aucs_of_all_stages_at_once_are_those_of_each(rows: list[tuple[int, int, int]]) -> None:
    label, *margins = np.asarray(rows, dtype=np.float64).T
    found = ranked(label.astype(np.int8), np.stack(margins))
    alone = [auc(label.astype(np.int8), margin) for margin in margins]
    np.testing.assert_allclose(found, np.where(np.isfinite(alone), alone, 0.5), atol=1e-12)


def test_leaves_are_split_best_first_only_where_they_are_fewer_than_the_depth_allows() -> None:
    config = TrainingConfig(model_type=ModelType.XGBOOST, extra_params={"grow_policy": "lossguide", "gamma": 1.0})
    deep = space.starts(config, clear=True)[1]
    there = space.config_at(config, deep, 10)
    assert there.extra_params == {"gamma": 1.0, "max_leaves": 127, "grow_policy": "lossguide"}
    assert space.point_of(there) == deep
    assert space.config_at(config, {**deep, "max_depth": 6}, 10).extra_params == {"gamma": 1.0}
    assert space.config_at(config, space.filled(ModelType.XGBOOST, {"max_depth": 14}), 10).max_depth == 12


def test_the_loss_counts_little_where_the_auc_is_known_well() -> None:
    assert loss_share(0.56, 1500, 0.4) == loss_share(0.62, 4000, 0.4) == EVEN
    assert loss_share(0.95, 200, 0.4) == EVEN
    assert loss_share(0.95, 2000, 0.3) < 0.03
    assert loss_share(0.95, 10, 0.0) == EVEN
    shares = [loss_share(0.9, rows, 0.4) for rows in (500, 1000, 2000, 4000)]
    assert shares == sorted(shares, reverse=True)
    sure = [replace(each, loss_share=0.02) for each in (trial(0, 0.950, 0.1, 0.20), trial(1, 0.954, 0.1, 0.30))]
    assert taken(sure, Objective.AUC) is sure[1]


def test_a_fit_of_the_chosen_rounds_takes_its_share_of_those_that_went_past_the_best() -> None:
    whole = replace(trial(0, 0.6, 0.1, 0.6), rounds=100, grown=400.0, seconds=8.0, fold_scores=(0.6, 0.6))
    assert whole.fit_seconds == 1.0
    assert replace(whole, open_ended=True).fit_seconds == 4.0  # it goes on until early stopping ends it
    assert replace(whole, grown=0.0).fit_seconds == 4.0  # of an earlier version's study: not known
    assert replace(whole, grown=80.0).fit_seconds == 4.0  # the last stage is taken for a few rounds more


def test_no_more_rounds_are_taken_than_a_fit_has_grown() -> None:
    """Two fits that ended while they still gained: the stages after their ends repeat the last figures."""
    stages = np.asarray(space.stages())
    tables = []
    for end in (50, 70):
        reached = np.minimum(stages, end)
        tables.append(np.column_stack((0.6 + reached / 1e4, np.zeros(len(stages)), 0.69 - reached / 1e4)))
    course = Course(tables=tables, grown=[50, 70])
    assert course.figures((Objective.AUC,), 0.5)[3] == 70
