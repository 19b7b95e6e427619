"""The account of luck: what is told as luck and what as more."""

import numpy as np
import pytest

from engine.library import accounting, ledger
from engine.library.ledger import Kind
from engine.library.store import Workspace
from engine.records import OutOfFold
from tests.engine.training.worlds import signals

SKILL = 0.3583  # shifts normal scores so that their AUC is 0.60


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        yield opened


class World:
    """Outcomes of so many tested rows, and trials that predict them: a part of each is common to all."""

    def __init__(self, rows=1500, seed=1, horizon=4):
        self.random = np.random.default_rng(seed)
        self.rows, self.horizon = rows, horizon
        self.label = (self.random.random(rows) < 0.45).astype(np.int64)
        self.common = self.random.normal(size=rows)

    def trial(self, *, skill=0.0, alike=0.5):
        own = self.random.normal(size=self.rows)
        margin = np.sqrt(alike) * self.common + np.sqrt(1 - alike) * own + skill * self.label
        time = np.arange(self.rows, dtype=np.int64)
        return OutOfFold(time, time, time + self.horizon, self.label, 1 / (1 + np.exp(-margin)), time * 5 // self.rows,
                         np.where(self.label == 1, 1.2, -1.0))


def looked(workspace, world, trials, *, skill=0.0, alike=0.5, outcomes="o"):
    for number in range(trials):
        ledger.add_look(workspace, outcomes=outcomes, fingerprint="f", kind=Kind.TRIAL, settings={"n": number},
                        by_hand=False, out_of_fold=world.trial(skill=skill, alike=alike), study="s")
    return accounting.account(workspace, outcomes)


def test_the_best_of_many_looks_at_noise_is_told_as_luck(workspace):
    found = looked(workspace, World(), 60)
    assert not found.beyond_luck
    assert found.p_value > 0.05
    assert found.words.startswith(("No better than luck: AUC 0.5", "May be luck: AUC 0.5"))
    assert "60 looks at these outcomes (60 trials)" in found.words
    assert abs(found.expected_best - found.auc.value) < 0.02  # what luck would reach is what it did reach


def test_a_real_edge_is_told_as_more_than_luck(workspace):
    found = looked(workspace, World(), 60, skill=SKILL)
    assert found.beyond_luck
    assert found.p_value < 0.001
    assert found.words.startswith("More than luck: AUC 0.6")


def test_rows_that_are_added_do_not_make_earlier_looks_undone(workspace):
    whole = signals(400)
    before = ledger.filed(workspace, whole.take(np.arange(380)))
    looked(workspace, World(), 30, outcomes=before)
    found = looked(workspace, World(seed=2), 2, outcomes=ledger.filed(workspace, whole))
    assert (found.looks, found.inherited) == (32, 30)
    assert "(32 trials, 30 at a part of these rows)" in found.words
    alone = looked(workspace, World(seed=2), 2, outcomes="other")
    assert found.expected_best > alone.expected_best + 0.01


def test_alike_trials_count_as_few(workspace):
    near = looked(workspace, World(), 40, alike=0.999, outcomes="near")
    far = looked(workspace, World(), 40, alike=0.0, outcomes="far")
    assert near.effective < 5
    assert far.effective > 25
    assert near.expected_best < far.expected_best


def test_trials_that_were_pruned_count_too(workspace):
    before = looked(workspace, World(), 10)
    for _ in range(30):
        ledger.add_look(workspace, outcomes="o", fingerprint="f", kind=Kind.TRIAL, settings={}, by_hand=False,
                        fold_scores=[0.5], study="s")
    after = accounting.account(workspace, "o")
    assert (after.looks, after.partial) == (40, 30)
    assert after.effective == pytest.approx(4 * before.effective)


def test_the_first_look_is_told_as_the_first(workspace):
    found = looked(workspace, World(), 1, skill=SKILL)
    assert found.effective == 1
    assert found.overfitting is None
    assert found.words.startswith("More than luck: AUC 0.6")
    assert "the first look at these outcomes" in found.words


def test_a_run_is_judged_by_all_looks_at_its_outcomes(workspace):
    world = World()
    looked(workspace, world, 30)
    ledger.add_look(workspace, outcomes="o", fingerprint="g", kind=Kind.TRAINING, settings={}, by_hand=True,
                    run="xgb-1", out_of_fold=world.trial())
    found = accounting.account_of_run(workspace, "xgb-1")
    assert (found.judged, found.looks, found.by_hand) == ("xgb-1", 31, 1)
    assert "30 trials" in found.words
    assert "1 by hand" in found.words
    assert accounting.account_of_run(workspace, "nobody") is None
    assert accounting.account(workspace, "nothing") is None


def test_r_has_its_own_account(workspace):
    lucky = looked(workspace, World(), 20, outcomes="noise").r
    real = looked(workspace, World(), 20, skill=1.5, outcomes="edge").r
    assert not lucky.beyond_luck
    assert real.beyond_luck
    assert real.sharpe > real.bar


def study(tmp_path, repeats, trials, skill, *, seed):
    """How often the best of the trials is told as more than luck."""
    beyond = 0
    for repeat in range(repeats):
        with Workspace.open(tmp_path / f"{seed}-{repeat}") as opened:
            beyond += looked(opened, World(seed=seed + repeat), trials, skill=skill).beyond_luck
    return beyond


@pytest.mark.slow
def test_two_hundred_trials_on_noise_are_luck_and_an_auc_of_060_is_not(tmp_path):
    noise, real = study(tmp_path, 40, 200, 0.0, seed=1000), study(tmp_path, 40, 200, SKILL, seed=2000)
    print(f"\n200 trials, 1,500 tested rows, 40 repeats: noise told as luck {40 - noise}/40, "
          f"a real AUC of 0.60 kept {real}/40")
    assert 40 - noise >= 38
    assert real >= 32


def test_a_short_form_of_the_study_tells_luck_from_an_edge(tmp_path):
    assert study(tmp_path, 3, 50, 0.0, seed=10) == 0
    assert study(tmp_path, 3, 50, SKILL, seed=20) == 3
