"""The verb `train`: every option of the contract, and its JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main

KEYS = {"id", "model", "auc", "auc_low", "auc_high", "accuracy", "log_loss", "brier", "training_seconds", "trees",
        "features", "model_path", "contaminated"}


def train(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, Any]]:
    code = main(["train", *map(str, words), "--json"])
    found = json.loads(capsys.readouterr().out)
    return code, found


@pytest.fixture
def small(sample_file: Path, tmp_path: Path) -> Path:
    """The first 900 signals of the sample."""
    path = tmp_path / "small.csv"
    path.write_text("".join(sample_file.read_text().splitlines(keepends=True)[:901]))
    return path


def test_train_then_warm_start_each_library(
    capsys: pytest.CaptureFixture[str], small: Path, workspace_dir: Path
) -> None:
    code, found = train(capsys, small, "--models", "xgboost,lightgbm,catboost", "--rounds", 20, "--folds", 3,
                        "--embargo", "4h", "--seed", 7)
    assert code == 0
    assert [run["model"] for run in found["runs"]] == ["xgboost", "lightgbm", "catboost"]
    assert set(found["runs"][0]) >= KEYS
    assert found["validation"]["scheme"] == "purged_walk_forward"
    assert (found["validation"]["folds"], found["validation"]["embargo"]) == (3, "4h")
    assert set(found["leak_meter"]) == {"shuffled", "blocked", "walk_forward", "purged_walk_forward"}
    assert set(found["leak_verdict"]) == {"leaks", "words", "gaps"}
    assert len(found["validation"]["purged"]) == len(found["validation"]["blocks"]) == 3
    assert set(found["baselines"]) == {"Base rate", "Equal weights"}
    for run in found["runs"]:
        assert run["features"] == 43
        assert workspace_dir in Path(run["model_path"]).parents
        code, child = train(capsys, small, "--warm-start", run["id"], "--rounds", 35, "--no-leak-meter")
        assert code == 0
        assert child["leak_meter"] is None
        assert [(each["model"], each["trees"]) for each in child["runs"]] == [(run["model"], 35)]
        assert not child["runs"][0]["contaminated"]
    assert set(found["luck"]) == {run["id"] for run in found["runs"]}
    assert child["luck"][child["runs"][0]["id"]]["kinds"] == {"training": 3, "retrain": 3}
    assert main(["models", "looks", child["runs"][0]["id"], "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [look["kind"] for look in told["looks"]] == ["training"] * 3 + ["retrain"] * 3
    assert told["luck"]["looks"] == 6


@pytest.mark.parametrize(("words", "code"), [
    (("--models", "forest"), "unknown-model"), (("--tune", "soon"), "unknown-effort"),
    (("--tune", "5", "--warm-start", "x"), ""), (("--tune-trials", "1", "--scheme", "blocked"), "no-forward-split"),
    (("--warm-start", "none"), ""),
    (("--embargo", "soon"), "not-a-duration"), (("--rounds", "0"), "out-of-range"),
    (("--scale-pos-weight", "much"), "out-of-range"), (("--label", "no_such"), ""),
])
def test_refusals_are_in_words(
    capsys: pytest.CaptureFixture[str], small: Path, workspace_dir: Path, words: tuple[str, ...], code: str
) -> None:
    status, found = train(capsys, small, *words)
    assert status == 1
    assert found["ok"] is False
    assert found["message"]
    assert found["remedy"]
    assert code in ("", found["code"])


def test_a_search_gives_runs_of_the_settings_taken_and_tells_every_trial(
    capsys: pytest.CaptureFixture[str], small: Path, workspace_dir: Path
) -> None:
    code, found = train(capsys, small, "--models", "lightgbm", "--tune-trials", 2, "--no-leak-meter", "--objective",
                        "all")
    assert code == 0
    (study,) = found["tuning"]["studies"]
    assert (found["tuning"]["trials"], len(study["trials"])) == (2, 2)
    assert study["best"] in study["front"]
    assert found["runs"][0]["trees"] == study["trials"][study["best"]]["rounds"]
    assert found["validation"]["folds"] == 2
    assert found["tuning"]["held_rows"] == 180
    assert main(["train", str(small), "--models", "lightgbm", "--tune-trials", "1", "--no-leak-meter"]) == 0
    assert "no trial saw" in capsys.readouterr().out


def test_people_read_a_table_and_what_was_guessed(
    capsys: pytest.CaptureFixture[str], small: Path, workspace_dir: Path
) -> None:
    assert main(["train", str(small), "--models", "lightgbm", "--rounds", "10", "--weighting", "realized_r"]) == 0
    said = capsys.readouterr()
    assert "guessed" in said.out
    assert "Leak meter (AUC): shuffled" in said.out
    assert "Base rate: AUC" in said.out
    assert "the first look at these outcomes" in said.out
    assert main(["models", "looks", "LightGBM 1"]) == 0
    assert "hand" in capsys.readouterr().out
    assert "|realized R|" in said.err


def test_combinatorial_purged_splits_say_the_number_of_fits_first_and_give_their_paths(
    capsys: pytest.CaptureFixture[str], small: Path, workspace_dir: Path
) -> None:
    assert main(["train", str(small), "--models", "lightgbm", "--rounds", "5", "--scheme", "combinatorial",
                 "--groups", "4", "--no-leak-meter"]) == 0
    said = capsys.readouterr().out
    assert said.index("6 fits for each model") < said.index("AUC of the 3 paths")
