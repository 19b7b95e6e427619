"""Bundles go to a real MLflow (SQLite) and come back; MLflow itself can score with them."""

import gc

import numpy as np
import pytest

from engine.bundle import loading, mlflow_exchange, trust, writing
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from tests.engine.bundle.makers import LIBRARIES, card, native, table
from tests.engine.library.records import a_run


def test_without_mlflow_the_words_say_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(mlflow_exchange.importlib.util, "find_spec", lambda name: None)
    with Workspace.open(tmp_path / "w") as workspace, pytest.raises(WorkbenchError, match="MLflow is not installed"):
        mlflow_exchange.push(workspace, "x", "sqlite:///x.db")


@pytest.mark.parametrize(("text", "is_one"), [
    ("models:/desk/1", True), ("runs:/abc/model", True), ("a.apbundle", False), ("/tmp/models:/x", False)])
def test_an_address_in_mlflow_is_told_from_a_file(text, is_one):
    assert mlflow_exchange.is_address(text) is is_one


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_there_and_back_through_a_real_mlflow(tmp_path, monkeypatch, workspace_dir):
    mlflow = pytest.importorskip("mlflow", reason="needs the extra mlflow")
    monkeypatch.chdir(tmp_path)
    matrix, _ = table()
    data = writing.ensemble_bytes(card("ensemble", name="desk"), [(card(kind), native(kind)) for kind in LIBRARIES],
                                  writing.Pool.equal(LIBRARIES))
    tracking = f"sqlite:///{tmp_path}/mlflow.db"
    with Workspace.open(workspace_dir) as workspace:
        runs.add_run(workspace, a_run("ens-1", name="desk", kind="ensemble"), model_file=data)
        pushed = mlflow_exchange.push(workspace, "ens-1", tracking, register="desk")
        assert pushed.uri == "models:/desk/1"
        expected = loading.load_model("ens-1", workspace=workspace).predict(matrix)
    with Workspace.open(tmp_path / "elsewhere") as other:
        monkeypatch.setattr(trust, "_written_by_this_process", set())
        found = mlflow_exchange.pull(other, pushed.uri, tracking)
        again = mlflow_exchange.pull(other, f"runs:/{pushed.run}/model", tracking)
        assert (found.name, found.note, again.id != found.id) == ("desk", "Imported from models:/desk/1", True)
        np.testing.assert_array_equal(loading.load_model(found.id, workspace=other).predict(matrix), expected)
        with pytest.raises(WorkbenchError, match="MLflow has no models:/nothing/1"):
            mlflow_exchange.pull(other, "models:/nothing/1", tracking)
    logged = mlflow.MlflowClient(tracking).get_run(pushed.run)
    assert logged.data.tags["alphapulse.kind"] == "ensemble"
    mlflow.set_tracking_uri(tracking)
    scored = mlflow.pyfunc.load_model(pushed.uri).predict(matrix)
    np.testing.assert_array_equal(scored, expected)
    gc.collect()  # its threads
    assert {path.name for path in tmp_path.iterdir()} <= {"mlflow.db", "mlartifacts", "workspace", "elsewhere"}
