"""Trainings told to a real MLflow: a server of its own, and the database in the workspace."""

import dataclasses
import gc
import json

import pytest

from engine.bundle import mlflow_tracking as tracking
from engine.cli import main
from engine.errors import WorkbenchError
from engine.library import promotion, runs
from engine.library.store import Workspace
from engine.training.config import ModelType, ValidationOptions
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals
from tests.services.mlflow_server import MlflowServer, free_port


@pytest.fixture
def workspace(workspace_dir, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where MLflow would put a database that nobody asked for
    with Workspace.open(workspace_dir) as opened:
        yield opened
    gc.collect()
    assert not (tmp_path / "mlflow.db").exists()


def train(workspace, *kinds):
    report = train_models(signals(rows=300), [quick(kind, rounds=5) for kind in kinds], ValidationOptions(folds=2),
                          workspace=workspace, leak_meter=False)
    return report, [run.id for run in report.runs]


@pytest.mark.parametrize("wish", ["file:///tmp/x", "nonsense", "http://me:secret@host:5000"])
def test_addresses_that_cannot_be_used_are_refused_and_credentials_never_kept(workspace, wish):
    with pytest.raises(WorkbenchError) as refused:
        tracking.target_of(workspace, wish)
    assert refused.value.remedy
    assert "secret" not in str(refused.value)


def test_the_embedded_database_lies_in_the_workspace(workspace):
    assert tracking.target_of(workspace, "local") == f"sqlite:///{workspace.root.as_posix()}/mlflow/mlflow.db"
    assert tracking.target_of(workspace, "https://host:5000") == "https://host:5000"


def test_while_a_server_is_away_runs_wait_and_nobody_is_held_up(workspace):
    _, ids = train(workspace, "lightgbm")
    away = f"http://127.0.0.1:{free_port()}"
    found = tracking.log_runs(workspace, ids, away)
    assert (found.away, found.waiting, found.sent) == (True, 1, ())
    assert "1 run waits in the workspace and goes with the next delivery." in found.words
    tracking.log_runs(workspace, ids, away)
    assert tracking.waiting(workspace) == tracking.waiting(workspace, away) == 2
    assert tracking.waiting(workspace, "other") == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    made = MlflowServer(tmp_path_factory.mktemp("mlflow"))
    made.start()
    yield made
    made.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_real_server_holds_what_the_library_holds(workspace, server, capsys):
    """Settings, scores, files and versions of three libraries; aliases follow the champion; an outage loses nothing."""
    mlflow = pytest.importorskip("mlflow", reason="needs the extra mlflow")
    report, ids = train(workspace, *(kind.value for kind in ModelType))
    promotion.promote(workspace, ids[0])
    found = tracking.log_runs(workspace, ids, server.uri)
    assert (found.sent, found.waiting, found.away) == (tuple(ids), 0, False), found.words
    assert capsys.readouterr().out == ""  # standard output is for one JSON object
    client = mlflow.MlflowClient(server.uri, registry_uri=server.uri)
    experiment = client.get_experiment_by_name("AlphaPulse")
    logged = {run.data.tags["alphapulse.id"]: run for run in client.search_runs([experiment.experiment_id])}
    assert set(logged) == set(ids)
    for run in report.runs:
        data = logged[run.id].data
        assert data.metrics["auc"] == pytest.approx(run.scores.auc.value)
        assert data.metrics["auc_low"] == pytest.approx(run.scores.auc.low)
        assert data.metrics["luck_deflated"] == pytest.approx(report.luck[run.id].deflated)
        assert (data.params["rounds"], data.params["validation.folds"]) == ("5", "2")
        assert data.tags["alphapulse.kind"] == run.kind
        there = {file.path for file in client.list_artifacts(logged[run.id].info.run_id, "library")}
        assert {"library/model.apbundle", "library/card.json", "library/oof.npz"} <= there
    assert _aliases(client) == {"champion": ids[0]}

    promotion.promote(workspace, ids[2])
    assert tracking.deliver(workspace, server.uri).words == "MLflow is in step."
    assert _aliases(client) == {"champion": ids[2], "previous": ids[0]}
    promotion.challenge(workspace, ids[1])
    tracking.deliver(workspace, server.uri)
    assert _aliases(client) == {"champion": ids[2], "previous": ids[0], "challenger": ids[1]}
    promotion.withdraw(workspace)
    promotion.rollback(workspace)
    tracking.deliver(workspace, server.uri)
    assert _aliases(client) == {"champion": ids[0]}

    server.stop()
    _, later = train(workspace, "xgboost")
    assert tracking.log_runs(workspace, later, server.uri).away
    server.start()
    again = tracking.deliver(workspace, server.uri)
    assert (again.sent, again.waiting) == (tuple(later), 0)
    assert len(client.search_runs([experiment.experiment_id])) == 4
    version = client.get_model_version_by_alias("AlphaPulse", "champion")
    mlflow.set_tracking_uri(server.uri)
    scored = mlflow.pyfunc.load_model(f"models:/AlphaPulse/{version.version}").predict(signals(rows=20).matrix)
    assert len(scored) == 20


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_embedded_database_takes_a_failed_run_too(workspace):
    mlflow = pytest.importorskip("mlflow", reason="needs the extra mlflow")
    _, ids = train(workspace, "lightgbm")
    failed = dataclasses.replace(runs.get_run(workspace, ids[0]), id="lgb-failed", name="failed", status="failed",
                                 scores=None, message="It could not be.", model_path="")
    runs.add_run(workspace, failed, model_file=None)
    target = tracking.target_of(workspace, "local")
    found = tracking.log_runs(workspace, [*ids, "lgb-failed"], target)
    assert not found.away, found.words
    client = mlflow.MlflowClient(target, registry_uri=target)
    status = {run.data.tags["alphapulse.id"]: run.info.status for run in client.search_runs(["1"])}
    assert status == {ids[0]: "FINISHED", "lgb-failed": "FAILED"}
    assert {path.name for path in (workspace.root / "mlflow").iterdir()} == {"mlflow.db", "mlartifacts"}


def _aliases(client):
    """Alias to the library's id of its version."""
    found = client.get_registered_model("AlphaPulse").aliases
    return {alias: client.get_model_version("AlphaPulse", version).tags["alphapulse.id"]
            for alias, version in found.items()}


def test_the_command_line_trains_on_while_a_server_is_away(capsys, sample_file, tmp_path, workspace_dir):
    small = tmp_path / "small.csv"
    small.write_text("".join(sample_file.read_text().splitlines(keepends=True)[:401]))
    away = f"http://127.0.0.1:{free_port()}"
    assert main(["train", str(small), "--models", "lightgbm", "--rounds", "5", "--folds", "2", "--no-leak-meter",
                 f"--mlflow={away}", "--json"]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert (told["mlflow"]["away"], told["mlflow"]["waiting"]) == (True, 1)
    assert "waits in the workspace" in said.err
    assert main(["models", "promote", told["runs"][0]["id"], f"--mlflow={away}", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mlflow"]["away"]
    assert main(["train", str(small), "--mlflow=nonsense", "--json"]) == 1
