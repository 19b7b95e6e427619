"""`alphapulse ensemble` on the shipped sample of real signals."""

import json

import pytest

from engine.cli import main
from engine.data.loading import load_table
from engine.library import runs
from engine.library.store import Workspace
from tests.engine.ensemble.conftest import trained


@pytest.fixture(scope="module")
def real_runs(sample_file):
    table = load_table(sample_file)
    names = table.schema.names
    return [trained(table, "lightgbm", names[:14], name="early columns"), trained(table, "xgboost", names, name="all")]


@pytest.fixture
def ids(workspace_dir, real_runs):
    with Workspace.open(workspace_dir) as workspace:
        for record, data, kept in real_runs:
            runs.add_run(workspace, record, model_file=data, out_of_fold=kept)
    return [record.id for record, _, _ in real_runs]


def called(capsys, *arguments):
    code = main(["ensemble", *map(str, arguments)])
    return code, capsys.readouterr()


def test_json_holds_the_contracts_keys_and_an_honest_figure(capsys, sample_file, ids, workspace_dir):
    code, said = called(capsys, sample_file, "--members", ",".join(ids), "--method", "weighted_average", "--json")
    found = json.loads(said.out)
    assert code == 0
    assert {"id", "method", "weights", "auc", "auc_low", "auc_high", "members", "fallback"} <= set(found)
    assert set(found["weights"]) == set(ids) == {member["id"] for member in found["members"]}
    assert sum(found["weights"].values()) == pytest.approx(1)
    assert found["next_block"]["low"] < found["auc_low"] < found["next_block"]["value"] < found["auc_high"]
    assert 0.48 < found["auc_low"] < found["auc"] < found["auc_high"] < 0.66
    assert all(set(member) >= {"id", "auc"} for member in found["members"])
    with Workspace.open(workspace_dir) as workspace:
        assert runs.get_run(workspace, found["id"]).kind == "ensemble"


def test_people_are_told_the_figures_the_comparisons_and_the_fall_back(capsys, sample_file, ids):
    code, said = called(capsys, sample_file, "--members", f"early={ids[0]},{ids[1]}")
    assert code == 0
    assert "rows later than any weight saw" in said.out
    assert "Expect an AUC of 0." in said.out
    assert "early" in said.out
    assert "The ensemble is" in said.out or "No evidence that the ensemble" in said.out or "rank these" in said.out


def test_weights_of_ones_own_are_used(capsys, sample_file, ids):
    _, said = called(capsys, sample_file, "--members", ",".join(ids), "--weights", "1,3", "--json")
    assert json.loads(said.out)["weights"] == pytest.approx(dict(zip(ids, (0.25, 0.75), strict=True)))


def test_a_locked_member_keeps_its_weight_and_the_other_gets_the_rest(capsys, sample_file, ids):
    _, said = called(capsys, sample_file, "--members", f"monthly={ids[0]},{ids[1]}", "--lock", "monthly=0.3",
                     "--method", "weighted_average", "--metric", "auc", "--json")
    found = json.loads(said.out)
    assert found["weights"] == pytest.approx({ids[0]: 0.3, ids[1]: 0.7})
    assert found["locked"] == {"monthly": 0.3}


@pytest.mark.parametrize(("more", "code"), [
    (("--members", "{0},{1}", "--lock", "monthly"), "bad-weights"),
    (("--members", "{0},{1}", "--lock", "nobody=0.5"), "unknown-member"),
    (("--members", "{0},{1}", "--lock", "{0}=0.5", "--method", "stacking"), "bad-weights"),
    (("--members", "nobody,noone"), "no-such-run"), (("--members", "{0}"), "too-few-members"),
    (("--members", "{0},{1}", "--weights", "1"), "bad-weights"),
    (("--members", "{0},{1}", "--weights", "1,1", "--method", "stacking"), "bad-weights"),
    (("--members", "{0},{1}", "--embargo", "soon"), "not-a-duration"),
])
def test_what_cannot_be_is_refused_with_a_remedy(capsys, sample_file, ids, more, code):
    status, said = called(capsys, sample_file, *(word.format(*ids) for word in more), "--json")
    found = json.loads(said.out)
    assert status == 1
    assert found["code"] == code
    assert found["remedy"]


def test_an_unknown_method_is_wrong_usage(capsys, sample_file):
    with pytest.raises(SystemExit) as caught:
        called(capsys, sample_file, "--members", "a,b", "--method", "magic")
    assert caught.value.code == 2


def test_members_that_read_a_column_in_different_ways_are_refused_in_words(capsys, sample_file, ids):
    status, said = called(capsys, sample_file, "--members", f"{ids[1]},online", "--json")  # made of plain numbers
    assert status == 1
    assert json.loads(said.out)["code"] == "unlike-features"
