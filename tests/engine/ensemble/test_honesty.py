"""Does an ensemble keep its promise on rows that nobody has seen? Twenty seeds, and a member that is worth nothing.

The whole study is in the slow lane (`-m slow -s` prints its table); a short form of each part is in the suite.
"""

import dataclasses

import numpy as np
import pytest

from engine.bundle.loading import load_model
from engine.data.fingerprint import fingerprint
from engine.ensemble.building import build_ensemble
from engine.ensemble.combining import combine
from engine.ensemble.options import EnsembleOptions, Method
from engine.evaluation.calibration import sigmoid
from engine.evaluation.metrics import auc
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from tests.engine.ensemble.conftest import made_table, trained
from tests.engine.ensemble.worlds import JUNK, panel

SEEDS = 20
WORLDS = {"alike": (0.5, 0.5, 0.5), "one good, one junk": (0.2, JUNK), "good to junk": (0.6, 0.6, 1.0, JUNK)}


def kept_promise(method, noises, seed, rows=2500, ahead=10_000):
    """Reported AUC less that on the next rows; the best member's less the ensemble's there; the weights."""
    whole = panel(seed, rows=rows + ahead, noises=noises)
    found = combine(whole.take(slice(0, rows)), EnsembleOptions(method=method), Progress())
    later = whole.take(slice(rows, None))
    got = auc(later.label, found.pool.apply(later.probability))
    return found.scores.auc.value - got, max(auc(later.label, p) for p in later.probability) - got, found.pool.weights


@pytest.mark.slow
@pytest.mark.parametrize("noises", WORLDS.values(), ids=WORLDS)
@pytest.mark.parametrize("method", Method)
def test_over_twenty_seeds_reports_are_honest_and_never_far_below_the_best_member(method, noises):
    found = [kept_promise(method, noises, seed) for seed in range(SEEDS)]
    gap, below = np.mean([one[0] for one in found]), np.mean([one[1] for one in found])
    print(f"\n{method.value}: reported less next {gap:+.4f}, best member less ensemble {below:+.4f}")
    assert gap <= 0.005
    assert below <= 0.01


@pytest.mark.slow
def test_trained_members_keep_the_promise_over_twenty_seeds(tmp_path):
    gaps, below = [], []
    for seed in range(SEEDS):
        table, later = made_table(rows=3000, seed=seed), made_table(rows=10_000, seed=1000 + seed)
        with Workspace.open(tmp_path / str(seed)) as workspace:
            for columns in (("trend", "noise"), ("speed", "noise")):
                record, data, kept = trained(table, "lightgbm", columns, seed=seed)
                runs.add_run(workspace, record, model_file=data, out_of_fold=kept)
            ids = [run.id for run in runs.list_runs(workspace)]
            found = build_ensemble(table, [*ids, "online"], EnsembleOptions(), workspace=workspace)
            model = load_model(found.record.id, workspace=workspace)
            order = [later.schema.names.index(name) for name in model.schema.names]
            scores = model.member_scores(np.ascontiguousarray(later.matrix[:, order]))
        got = auc(later.label, model.combine(scores))
        gaps.append(found.scores.auc.value - got)
        below.append(max(auc(later.label, p) for p in scores.values()) - got)
    print(f"\ntrained: reported less next {np.mean(gaps):+.4f}, best member less ensemble {np.mean(below):+.4f}")
    assert np.mean(gaps) <= 0.005
    assert np.mean(below) <= 0.01


def test_identical_seeds_give_identical_weights():
    for method in Method:
        assert kept_promise(method, WORLDS["good to junk"], 3)[2] == kept_promise(method, WORLDS["good to junk"], 3)[2]


def crossed_table(rows=6000, seed=0):
    """Signals that win where `trend` and `speed` point the same way: nothing for a linear model, all for trees."""
    table = made_table(rows=rows, seed=seed)
    x = np.clip(table.matrix, -2, 2)
    label = (np.random.default_rng(seed + 1).random(rows) < sigmoid(1.6 * x[:, 0] * x[:, 1])).astype(np.int8)
    rr = np.where(label == 1, 1.5, -1.0)
    return dataclasses.replace(
        table, label=label, realized_rr=rr,
        fingerprint=fingerprint(table.schema, table.matrix, label, table.time, table.label_time, rr))


@pytest.fixture(scope="module")
def crossed(tmp_path_factory):
    table = crossed_table()
    with Workspace.open(tmp_path_factory.mktemp("crossed")) as workspace:
        for kind in ("lightgbm", "xgboost"):
            record, data, kept = trained(table, kind, name=kind)
            runs.add_run(workspace, record, model_file=data, out_of_fold=kept)
        yield table, workspace


@pytest.mark.parametrize("method", Method)
def test_a_useless_online_learner_gets_about_nothing_beside_trees(crossed, method):
    table, workspace = crossed
    found = build_ensemble(table, ("lightgbm", "xgboost", "online"), EnsembleOptions(method=method),
                           workspace=workspace)
    trees, online = [member.auc.value for member in found.members[:2]], found.members[2]
    assert 0.45 < online.auc.value < 0.55
    assert max(trees) > 0.73
    assert found.scores.auc.value >= 0.72
    assert online.weight < 0.03
    assert found.asked is None or found.asked.weights[online.id] < 0.1
