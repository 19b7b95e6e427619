"""The command line: models, export, verify, score, with one JSON object each and words for people."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.bundle import libraries, loading
from engine.cli import main
from engine.library import runs
from engine.library.store import Workspace
from tests.engine.bundle.makers import LIBRARIES, ensemble_file, model_file, table
from tests.engine.library.records import a_run

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        for kind in LIBRARIES:
            runs.add_run(opened, a_run(f"{kind[:3]}-20260101-0001", name=kind), model_file=model_file(kind))
        runs.add_run(opened, a_run("ens-20260101-0001", name="all", kind="ensemble"), model_file=ensemble_file())
    return workspace_dir


@pytest.fixture
def command(capsys):
    """Run a verb; gives its exit code and its one JSON object."""
    def run(*words):
        code = main([*map(str, words), "--json"])
        out = capsys.readouterr().out
        assert out.count("\n") == 1
        return code, json.loads(out)
    return run


def test_models_lists_what_is_there(command, workspace):
    code, answer = command("models")
    assert code == 0
    assert [each["name"] for each in answer["models"]] == ["all", *LIBRARIES[::-1]]
    assert answer["models"][0]["auc"] == 0.56
    assert (answer["champion"], answer["history"]) == (None, [])


def test_the_champion_goes_forth_and_back(command, workspace):
    command("models", "promote", "xgboost", "--reason", "first")
    _, answer = command("models", "promote", "ens")
    assert answer["champion"] == "ens-20260101-0001"
    assert [(each["id"][:3], each["previous"], each["reason"]) for each in answer["history"]] == [
        ("xgb", None, "first"), ("ens", "xgb-20260101-0001", "promoted by hand")]
    _, answer = command("models", "rollback")
    assert answer["champion"] == "xgb-20260101-0001"
    _, answer = command("models", "history")
    assert len(answer["history"]) == 3


def test_deleted_and_restored(command, workspace):
    _, answer = command("models", "delete", "lightgbm")
    assert answer["deleted"] == "lig-20260101-0001"
    assert len(answer["models"]) == 3
    _, answer = command("models", "trash")
    assert [each["id"] for each in answer["trash"]] == ["lig-20260101-0001"]
    _, answer = command("models", "restore", "lig")
    assert len(answer["models"]) == 4


def test_an_emptied_trash_gives_nothing_back(command, workspace):
    command("models", "delete", "lightgbm")
    _, answer = command("models", "empty-trash")
    assert answer["removed"] == 1
    _, answer = command("models", "trash")
    assert answer["trash"] == []
    code, _ = command("models", "restore", "lig")
    assert code == 1


def test_show_tells_everything_of_a_run(command, workspace):
    _, answer = command("models", "show", "xgboost")
    assert answer["model"]["settings"]["learning_rate"] == 0.1
    assert answer["lineage"][0]["id"] == "xgb-20260101-0001"


@pytest.mark.parametrize("words", [("models", "show", "nothing"), ("models", "rollback"), ("models", "promote", ""),
                                   ("export", "nothing", "--out", "x.apbundle"), ("verify", "nothing.apbundle"),
                                   ("score", "nothing.apbundle", "x.csv", "--out", "o.csv")])
def test_refusals_are_one_object_with_a_remedy(command, workspace, words):
    code, answer = command(*words)
    assert code == 1
    assert answer["ok"] is False
    assert answer["code"]
    assert answer["message"]
    assert answer["remedy"]


def test_export_verify_and_score(command, workspace, tmp_path):
    bundle, data, out = tmp_path / "all.apbundle", tmp_path / "a.csv", tmp_path / "out.csv"
    code, answer = command("export", "all", "--out", bundle)
    assert (code, answer["path"], len(answer["members"])) == (0, str(bundle), 3)
    code, answer = command("verify", bundle)
    assert (code, answer["ok"], answer["kind"], answer["golden_rows"]) == (0, True, "ensemble", 32)
    assert answer["features"] == ["a", "b", "sector", "d"]
    assert (answer["signature"], answer["trust"]) == ("unsigned", "written here")
    matrix, _ = table()
    found = pd.DataFrame(matrix, columns=["a", "b", "sector", "d"]).assign(
        sector=np.array(["tech", "gold", "oil"])[matrix[:, 2].astype(int)])
    found.to_csv(data, index=False)
    code, answer = command("score", bundle, data, "--out", out)
    assert (code, answer["rows"], answer["out"]) == (0, 400, str(out))
    np.testing.assert_array_equal(pd.read_csv(out)["final"], loading.load_model(bundle).predict(found))


def test_a_broken_bundle_ends_with_1_and_says_why(command, workspace, tmp_path):
    data = bytearray(model_file())
    data[5000] ^= 4
    (tmp_path / "b.apbundle").write_bytes(data)
    code, answer = command("verify", tmp_path / "b.apbundle")
    assert (code, answer["ok"]) == (1, False)
    assert answer["code"].startswith("bundle-")


def test_a_bundle_with_an_onnx_graph_scores_by_it(command, workspace, tmp_path):
    pytest.importorskip("onnx", reason="needs the extra onnx")
    code, answer = command("export", "xgboost", "--out", tmp_path / "o.apbundle", "--onnx")
    assert code == 0
    assert (answer["onnx"]["opset"], answer["onnx"]["rows"]) == (17, 10_032)
    assert answer["onnx"]["largest_difference"] < 1e-6
    (tmp_path / "a.csv").write_text("a,b,sector,d\n1,2,gold,3\n,,oil,1\n")
    command("score", tmp_path / "o.apbundle", tmp_path / "a.csv", "--out", tmp_path / "native.csv")
    code, answer = command("score", tmp_path / "o.apbundle", tmp_path / "a.csv", "--out", tmp_path / "g.csv", "--onnx")
    assert (code, answer["rows"]) == (0, 2)
    found, expected = pd.read_csv(tmp_path / "g.csv"), pd.read_csv(tmp_path / "native.csv")
    np.testing.assert_allclose(found["final"], expected["final"], atol=1e-6)
    assert list(found) == list(expected)
    code, answer = command("verify", tmp_path / "o.apbundle")
    assert "ONNX" in " ".join(answer["notes"])


def test_import_takes_a_bundle_in(command, workspace, tmp_path):
    (tmp_path / "m.apbundle").write_bytes(model_file("lightgbm"))
    code, answer = command("models", "import", tmp_path / "m.apbundle")
    assert code == 0
    assert answer["model"]["note"] == "Imported from m.apbundle"
    assert len(answer["models"]) == 5
    assert answer["differences"] == []  # there is no champion


def test_what_cannot_be_scored_here_is_named_at_import_and_in_every_score(command, workspace, tmp_path, monkeypatch):
    missing = libraries.missing
    monkeypatch.setattr(libraries, "missing",
                        lambda kind: "catboost is not installed" if kind == "catboost" else missing(kind))
    path, data, out = tmp_path / "e.apbundle", tmp_path / "rows.csv", tmp_path / "scores.csv"
    path.write_bytes(ensemble_file())
    _, answer = command("models", "import", path)
    assert answer["cannot_score"][0].startswith("catboost cannot be scored here: catboost is not installed")
    matrix, _ = table()
    pd.DataFrame(matrix[:20], columns=["a", "b", "sector", "d"]).assign(sector="gold").to_csv(data, index=False)
    code, answer = command("score", path, data, "--out", out)
    assert (code, answer["unscored"]) == (0, 0)
    assert answer["status"] == "without catboost: catboost is not installed"
    assert set(pd.read_csv(out)["status"]) == {answer["status"]}
    _, answer = command("verify", path)
    assert {each["name"]: each["status"] for each in answer["members"]}["catboost"] == "catboost is not installed"


def test_import_says_how_the_model_differs_from_the_champion(command, capsys, workspace, tmp_path):
    (tmp_path / "m.apbundle").write_bytes(model_file("lightgbm"))
    command("models", "promote", "xgboost")
    _, answer = command("models", "import", tmp_path / "m.apbundle")
    lines = {each["name"]: (each["champion"], each["imported"]) for each in answer["differences"]}
    assert lines["Model"] == ("XGBoost", "LightGBM")
    assert {"Data", "Trees", "AUC", "Features of its own"} <= set(lines)
    assert main(["models", "import", str(tmp_path / "m.apbundle")]) == 0
    assert "Beside the champion" in capsys.readouterr().out


def test_mlflow_must_be_found(command, workspace, monkeypatch):
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    for words in (("push", "xgboost"), ("import", "models:/desk/1")):
        code, answer = command("models", *words)
        assert (code, answer["code"]) == (1, "no-tracking")


@pytest.mark.parametrize("words", [("models",), ("models", "show", "xgboost"), ("models", "history"),
                                   ("models", "promote", "all"), ("models", "rename", "all", "whole")])
def test_people_get_words(capsys, workspace, words):
    assert main(list(words)) == 0
    shown = capsys.readouterr().out
    assert shown.strip()
    assert not shown.lstrip().startswith("{")


def test_verify_explains_to_people(capsys, workspace, tmp_path):
    (tmp_path / "m.apbundle").write_bytes(ensemble_file())
    assert main(["verify", str(tmp_path / "m.apbundle")]) == 0
    shown = capsys.readouterr().out
    assert "32 canary rows reproduced" in shown
    assert "Written on this machine" in shown


def test_an_empty_library_says_how_to_begin(capsys, workspace_dir):
    assert main(["models"]) == 0
    assert "alphapulse train" in capsys.readouterr().out


TWO_VERBS = """
import sys
from engine.cli import main
folder = sys.argv[1]
main(["verify", folder + "/m.apbundle", "--json"])
main(["score", folder + "/m.apbundle", folder + "/a.csv", "--out", folder + "/o.csv", "--json"])
"""


def test_a_bundle_is_verified_and_scored_by_a_fresh_process_without_a_workspace(workspace, tmp_path):
    (tmp_path / "m.apbundle").write_bytes(model_file("lightgbm"))
    (tmp_path / "a.csv").write_text("a,b,sector,d\n1,2,gold,3\n")
    environment = {"PATH": "/usr/bin:/bin", "ALPHAPULSE_WORKSPACE": str(tmp_path / "none")}

    done = subprocess.run([sys.executable, "-c", TWO_VERBS, tmp_path], cwd=ROOT, capture_output=True, env=environment,
                          check=True)
    verified, scored = map(json.loads, done.stdout.splitlines())
    assert (verified["trust"], scored["rows"]) == ("unsigned", 1)
    expected = loading.load_model(tmp_path / "m.apbundle").predict({"a": 1, "b": 2, "sector": "gold", "d": 3})
    assert pd.read_csv(tmp_path / "o.csv")["final"][0] == expected[0]
    assert not (tmp_path / "none").exists()
