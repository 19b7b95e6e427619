"""`models show --thresholds --reliability`: what a run would have earned and how far its probabilities held."""

import dataclasses
import json

import numpy as np
import pytest

from engine.cli import main
from engine.library import runs
from engine.library.store import Workspace
from tests.engine.library.records import a_run, predictions

ROWS = 2000


@pytest.fixture
def shown(workspace_dir, capsys):
    """A run whose probabilities are right, beside one without realized R and one without predictions."""
    rng = np.random.default_rng(0)
    p = rng.uniform(0.1, 0.9, ROWS)
    label = (rng.random(ROWS) < p).astype(np.int64)
    kept = dataclasses.replace(predictions(ROWS), label=label, probability=p,
                               realized_rr=np.where(label == 1, 1.5, -1.0))
    with Workspace.open(workspace_dir) as workspace:
        for name, each in (("whole", kept), ("no-r", predictions()), ("bare", None)):
            runs.add_run(workspace, a_run(name, name=name), model_file=b"model", out_of_fold=each)

    def call(*words):
        code = main(["models", "show", *words])
        return code, capsys.readouterr()

    call.kept = kept
    return call


def test_each_threshold_tells_what_it_would_have_earned_after_costs(shown):
    _, said = shown("whole", "--thresholds", "--cost", "0.2", "--json")
    rows = json.loads(said.out)["thresholds"]
    kept = shown.kept
    assert 15 <= len(rows) <= 25
    for each in rows:
        mine = kept.realized_rr[kept.probability >= each["threshold"]] - 0.2
        assert each["accepted"] == len(mine)
        assert each["mean_r"] == pytest.approx(mine.mean())
        assert each["total_r"] == pytest.approx(mine.sum())
        assert each["mean_r_low"] < each["mean_r"] < each["mean_r_high"]
    assert [each["accepted"] for each in rows] == sorted((each["accepted"] for each in rows), reverse=True)


def test_its_probabilities_stand_beside_what_came(shown):
    _, said = shown("whole", "--reliability", "--json")
    rows = json.loads(said.out)["reliability"]
    assert sum(each["rows"] for each in rows) == ROWS
    assert sum(each["came_low"] <= each["said"] <= each["came_high"] for each in rows) >= len(rows) - 2
    assert all(each["said"] == pytest.approx(each["came"], abs=0.15) for each in rows)


def test_people_get_tables_with_words_where_it_was_wrong(shown):
    code, said = shown("whole", "--thresholds", "--reliability")
    assert code == 0
    assert "after 0 R a trade" in said.out
    assert "share of wins that came" in said.out
    assert "said too much" in shown("no-r", "--reliability")[1].out  # from 0 to 1, and every second one wins


@pytest.mark.parametrize(("name", "option", "words"), [
    ("no-r", "--thresholds", "--weight"), ("bare", "--thresholds", "Choose a run"),
    ("bare", "--reliability", "Choose a run")])
def test_what_was_not_kept_is_told_with_a_remedy(shown, name, option, words):
    code, said = shown(name, option)
    assert code == 1
    assert words in said.err
