"""An analyst's first day on the command line: every verb once, on the sample, with the keys that the contract names."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.journeys.conftest import Alphapulse, Trained


@pytest.fixture
def workspace(trained: Trained, tmp_path: Path) -> Path:
    """A copy of the trained workspace, to change at will."""
    return Path(shutil.copytree(trained.workspace, tmp_path / "workspace"))


def test_inspect_tells_roles_and_findings(alphapulse: Alphapulse, sample_file: Path) -> None:
    found = alphapulse("inspect", sample_file, "--json").json
    assert found["ok"] is True
    assert (found["rows"], found["columns"], len(found["features"])) == (3645, 54, 43)
    assert found["roles"] == {"label": "win", "time": "signal_time", "label_time": "label_time",
                              "weight": "realized_rr", "id": "signal_id"}  # fmt: skip
    assert found["positive_rate"] == pytest.approx(0.387, abs=0.001)
    assert all(set(one) >= {"level", "code", "column", "message", "remedy"} for one in found["findings"])


def test_three_models_are_trained_scored_and_kept(trained: Trained) -> None:
    assert {run["model"] for run in trained.runs} == {"xgboost", "lightgbm", "catboost"}
    for run in trained.runs:
        assert run["auc_low"] < run["auc"] < run["auc_high"]
        assert 0.5 < run["auc"] < 0.62
        assert 0 < run["brier"] < 0.3
        assert run["trees"] >= 1
        assert run["features"] == 43 or len(run["features"]) == 43
        assert Path(run["model_path"]).is_file()
        assert run["contaminated"] is False
    validation = trained.answer["validation"]
    assert validation["scheme"] == "purged_walk_forward"
    assert validation["folds"] == 3
    assert validation["purged_rows"] > 0


def test_the_leak_meter_shows_what_a_careless_split_would_promise(trained: Trained) -> None:
    meter = trained.answer["leak_meter"]
    assert set(meter) >= {"shuffled", "blocked", "walk_forward", "purged_walk_forward"}
    assert 0.4 < meter["purged_walk_forward"] < 0.65


def test_a_champion_is_promoted_replaced_and_brought_back(
    alphapulse: Alphapulse, trained: Trained, workspace: Path
) -> None:
    first, second = trained.id_of("xgboost"), trained.id_of("catboost")
    assert alphapulse("models", "promote", first, "--json", workspace=workspace).json["champion"] == first
    alphapulse("models", "promote", second, "--json", workspace=workspace)
    assert alphapulse("models", "--json", workspace=workspace).json["champion"] == second
    back = alphapulse("models", "rollback", "--json", workspace=workspace).json
    assert back["champion"] == first
    assert alphapulse("models", "challenge", second, "--json", workspace=workspace).json["challenger"] == second
    told = alphapulse("models", "history", "--json", workspace=workspace).json
    assert len(told["history"]) == 3
    assert all(set(entry) >= {"time", "id", "previous", "reason"} for entry in told["history"])
    assert [entry["action"] for entry in told["changes"]] == ["promote", "promote", "rollback", "challenge"]
    assert alphapulse("models", "withdraw", "--json", workspace=workspace).json["challenger"] is None


def test_a_deleted_run_is_gone_from_the_list(alphapulse: Alphapulse, trained: Trained, workspace: Path) -> None:
    gone = trained.id_of("lightgbm")
    assert alphapulse("models", "delete", gone, "--json", workspace=workspace).code == 0
    left = alphapulse("models", "--json", workspace=workspace).json["models"]
    assert {model["id"] for model in left} == {run["id"] for run in trained.runs} - {gone}


def test_an_ensemble_is_built_exported_verified_and_scored_elsewhere(
    alphapulse: Alphapulse, trained: Trained, workspace: Path, sample_file: Path, tmp_path: Path
) -> None:
    members = [run["id"] for run in trained.runs]
    built = alphapulse("ensemble", sample_file, "--members", ",".join(members), "--method", "blending", "--json",
                       workspace=workspace).json
    assert set(built) >= {"id", "method", "weights", "auc", "auc_low", "auc_high", "members", "fallback"}
    assert sum(built["weights"].values()) == pytest.approx(1, abs=1e-6)

    bundle = tmp_path / "out" / "mine.apbundle"
    exported = alphapulse("export", built["id"], "--out", bundle, "--json", workspace=workspace)
    assert exported.code == 0, exported.err
    assert Path(exported.json["path"]) == bundle

    elsewhere = tmp_path / "elsewhere"
    verified = alphapulse("verify", bundle, "--json", workspace=elsewhere).json
    assert verified["ok"] is True
    assert set(verified) >= {"id", "kind", "features", "signature", "golden_rows"}

    scores = tmp_path / "scores.csv"
    scored = alphapulse("score", bundle, sample_file, "--out", scores, "--json", workspace=elsewhere).json
    assert scored["rows"] == 3645
    assert Path(scored["out"]) == scores
    with scores.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3645

    again = tmp_path / "again.csv"
    alphapulse("score", bundle, sample_file, "--out", again, "--json", workspace=workspace)
    assert again.read_bytes() == scores.read_bytes()


def test_a_bundle_with_one_byte_changed_is_refused_in_words(
    alphapulse: Alphapulse, trained: Trained, workspace: Path, sample_file: Path, tmp_path: Path
) -> None:
    bundle = tmp_path / "one.apbundle"
    assert alphapulse("export", trained.id_of("lightgbm"), "--out", bundle, "--json", workspace=workspace).code == 0
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 0x40
    bundle.write_bytes(bytes(data))
    for words in (("verify", bundle), ("score", bundle, sample_file, "--out", tmp_path / "scores.csv")):
        answer = alphapulse(*words, "--json", workspace=tmp_path / "elsewhere")
        assert answer.code == 1
        assert answer.json["ok"] is False
        assert answer.json["message"]
    assert not (tmp_path / "scores.csv").exists()


def test_a_replay_learns_each_label_when_it_arrives_and_gives_the_same_twice(
    alphapulse: Alphapulse, sample_file: Path, workspace: Path
) -> None:
    first = alphapulse("replay", sample_file, "--no-batch", "--json", workspace=workspace).json
    assert first["events"] == 3645
    assert set(first) >= {"accuracy", "auc", "log_loss", "kappa_temporal", "baseline", "drifts", "events_per_second"}
    assert set(first["baseline"]) >= {"last_class", "prior"}
    again = alphapulse("replay", sample_file, "--no-batch", "--json", workspace=workspace).json
    assert again["state_hash"] == first["state_hash"]
    flattering = alphapulse("replay", sample_file, "--no-batch", "--labels", "at-once", "--json",
                            workspace=workspace).json  # fmt: skip
    assert flattering["state_hash"] != first["state_hash"]


def test_a_monitor_prints_one_json_line_a_window(alphapulse: Alphapulse, sample_file: Path, workspace: Path) -> None:
    import json

    answer = alphapulse("monitor", "--source", f"file://{sample_file}?speed=0", "--max-events", "500", "--json",
                        "--every", "100", "--rule", "labels>300!", workspace=workspace)
    assert answer.code == 0, answer.err
    everything = [json.loads(line) for line in answer.out.splitlines()]
    (fired,) = [line for line in everything if "rule" in line]
    assert fired["rule"] == "Labels learnt, every 300 labels"
    assert fired["retrain"]
    assert fired["label"] >= 300
    lines = [line for line in everything if "rule" not in line]
    assert lines
    assert lines[-1]["events"] >= 500 or lines[-1]["events"] == lines[-1].get("events")
    asked = alphapulse("replay", "--from-journal", "newest", "--no-batch", "--rule", "labels>100", "--json",
                       workspace=workspace).json
    assert asked["rules"][0]["times"] >= 1


def test_people_read_words_and_tables_instead_of_json(
    alphapulse: Alphapulse, trained: Trained, workspace: Path
) -> None:
    answer = alphapulse("models", workspace=workspace)
    assert answer.code == 0
    assert not answer.out.lstrip().startswith("{")
    assert trained.id_of("xgboost")[:8] in answer.out
