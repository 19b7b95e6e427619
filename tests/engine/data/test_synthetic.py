"""The made-up streams obey their stated law, checked by an independent AUC and by the shared truth file."""

from __future__ import annotations

import json

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from engine.data.synthetic import Kind, planted, stream
from engine.data.synthetic_law import ScoreGrid, normal_law, product_law


def expected_auc(probability):
    """AUC of true probabilities with the labels averaged out."""
    order = np.argsort(probability)
    win = probability[order]
    return float(win @ np.cumsum(1 - win) / (win.sum() * (1 - win).sum()))


@pytest.mark.parametrize("kind", ["stationary", "abrupt", "gradual", "incremental", "recurring", "covariate_only",
                                  "feed_fault", "dependent", "interaction"])
@pytest.mark.parametrize("bayes_auc", [0.6, 0.8])
def test_true_probabilities_score_the_stated_auc(kind, bayes_auc):
    made = stream(kind, rows=60_000, seed=5, bayes_auc=bayes_auc)
    assert expected_auc(made.probability) == pytest.approx(bayes_auc, abs=0.004)
    assert made.probability.mean() == pytest.approx(0.4, abs=0.004)
    if kind != "dependent":  # neighbours share luck: far fewer independent labels than rows
        assert made.label.mean() == pytest.approx(0.4, abs=0.008)
        assert roc_auc_score(made.label, made.probability) == pytest.approx(bayes_auc, abs=0.01)


@pytest.mark.parametrize(("auc", "base"), [(0.55, 0.2), (0.7, 0.5), (0.9, 0.35)])
def test_laws_agree_with_a_large_random_draw(auc, base):
    rng = np.random.default_rng(0)
    draws = rng.standard_normal((2, 400_000))
    for law, score in ((normal_law(auc, base), draws[0]), (product_law(auc, base), draws[0] * draws[1])):
        grid = ScoreGrid.of(score)
        assert grid.base_rate(law) == pytest.approx(base, abs=0.002)
        assert grid.bayes_auc(law) == pytest.approx(auc, abs=0.002)


def test_prior_drift_halves_the_wins_and_keeps_the_edge():
    made = stream("prior_only", rows=40_000, seed=2)
    assert made.probability[:20_000].mean() == pytest.approx(0.4, abs=0.01)
    assert made.probability[20_000:].mean() == pytest.approx(0.2, abs=0.01)
    assert expected_auc(made.probability[20_000:]) == pytest.approx(0.8, abs=0.005)


def test_edge_decays_to_nothing():
    made = stream("edge_decay", rows=40_000, seed=2, bayes_auc=0.7)
    assert expected_auc(made.probability[:20_000]) == pytest.approx(0.7, abs=0.006)
    assert expected_auc(made.probability[-400:]) == pytest.approx(0.5, abs=0.02)


def test_the_new_concept_leans_away_from_the_old():
    truth = stream("abrupt", rows=1000, seed=7).truth
    first, second = np.asarray(truth["concept_1"]), np.asarray(truth["concept_2"])
    assert first @ second == pytest.approx(-0.2)
    assert np.linalg.norm(first) == pytest.approx(1)
    assert np.linalg.norm(second) == pytest.approx(1)
    assert (first[3:] == 0).all()


def test_neighbours_share_luck_only_in_the_dependent_stream():
    def echo(kind):
        made = stream(kind, rows=20_000, seed=1, bayes_auc=0.6)
        rest = made.label - made.probability
        return float(np.corrcoef(rest[1:], rest[:-1])[0, 1])

    assert echo("dependent") > 0.7
    assert abs(echo("stationary")) < 0.03


def test_a_linear_score_sees_nothing_in_an_interaction():
    made = stream("interaction", rows=40_000, seed=3, bayes_auc=0.75)
    for column in made.X.T:
        assert roc_auc_score(made.label, column) == pytest.approx(0.5, abs=0.01)


def test_labels_arrive_after_the_wanted_delay_and_at_once_without_one():
    late, at_once = stream("stationary", rows=5000, delay=12), stream("stationary", rows=5000, delay=0)
    waits = (late.label_time - late.time) // (300 * 10**9)
    assert waits.mean() == pytest.approx(12, abs=0.3)
    assert (late.label_time > late.time).all()
    assert (at_once.label_time == at_once.time).all()


@pytest.mark.parametrize("kind", list(Kind))
def test_one_seed_gives_one_stream(kind):
    a, b, other = (stream(kind, rows=500, seed=seed) for seed in (4, 4, 5))
    assert np.array_equal(a.X, b.X)
    assert np.array_equal(a.label, b.label)
    assert not np.array_equal(a.X, other.X)


def test_a_feed_fault_changes_what_is_shown_and_not_the_world():
    faulty, sound = stream("feed_fault", rows=2000, seed=9), stream("stationary", rows=2000, seed=9)
    assert np.array_equal(faulty.label, sound.label)
    changed = (faulty.X != sound.X).any(axis=0)
    assert changed.sum() == 1
    assert (faulty.X[:1000] == sound.X[:1000]).all()


def test_planted_labels_follow_their_rule_until_it_flips():
    rng = np.random.default_rng(0)
    features = rng.exponential(size=(20_000, 8))
    features[rng.random(features.shape) < 0.1] = np.nan
    label, probability, rule = planted(features, seed=1, flip_at=12_000)
    assert roc_auc_score(label[:12_000], probability[:12_000]) == pytest.approx(0.62, abs=0.012)
    main = np.nan_to_num(features[:, rule["columns"][0]], nan=0.69)
    before, after = roc_auc_score(label[:12_000], main[:12_000]), roc_auc_score(label[12_000:], main[12_000:])
    assert before > 0.56
    assert after < 0.44


def test_a_stream_is_a_file_of_signals():
    from engine.data.loading import table_from_frame
    from engine.data.roles import guess_roles

    frame = stream("abrupt", rows=300).frame()
    table = table_from_frame(frame, guess_roles(frame))
    assert table.schema.names == ("x0", "x1", "x2", "x3", "x4", "x5")
    assert table.realized_rr is not None
    assert table.label_time is not None


@pytest.mark.parametrize(("wrong", "words"), [
    ({"kind": "sudden"}, "sudden"), ({"kind": "abrupt", "bayes_auc": 0.4}, "Bayes AUC"),
    ({"kind": "abrupt", "rows": 100, "drift_at": 100}, "row 100"),
])
def test_impossible_streams_are_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        stream(wrong.pop("kind"), **wrong)


@pytest.mark.shared
def test_the_law_gives_the_auc_that_the_shared_truth_states(shared_data):
    """The published streams were made elsewhere by the same law: their rows must score under our law as they state."""
    import pandas as pd

    truth = json.loads((shared_data / "synthetic" / "TRUTH.json").read_text())
    for name in ("stationary_80", "abrupt_80", "recurring_80", "covariate_only_80"):
        facts = truth[name]
        frame = pd.read_csv(shared_data / "synthetic" / f"{name}.csv.gz")
        X = frame[[f"x{i}" for i in range(6)]].to_numpy()
        turns = np.searchsorted([point["at"] for point in facts["drift_points"]], np.arange(len(X)), side="right")
        second = facts["concept_2"] is not None
        score = np.where((turns % 2 == 1) & second, X @ (facts["concept_2"] or np.zeros(6)), X @ facts["concept_1"])
        probability = normal_law(facts["bayes_auc"], facts["base_rate"]).probability(score)
        assert expected_auc(probability) == pytest.approx(facts["expected_auc_of_truth_on_rows"], abs=2e-4)
        assert roc_auc_score(frame["win"], probability) == pytest.approx(0.8, abs=0.012)
