"""The verb explain: one JSON object, and refusals in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli import main


def test_explain_names_the_features_of_a_run(sample_file: Path, tmp_path: Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--workspace", str(tmp_path), "--json"]
    assert main(["train", str(sample_file), "--models", "lightgbm", "--rounds", "40", "--no-leak-meter", *place]) == 0
    run = json.loads(capsys.readouterr().out)["runs"][0]
    feature = ["--row", "5", "--limit", "300"]
    assert main(["explain", run["id"], str(sample_file), *feature, *place]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["rows"] == 300
    assert found["gap"] < 1e-5
    assert found["stability"]["words"].startswith("Rank correlation")
    assert len(found["features"]) == run["features"]
    assert found["waterfall"]["steps"][0]["feature"] in {each["name"] for each in found["features"]}
    assert main(["explain", run["id"], str(sample_file), "--row", "99999999", *place]) == 1
    assert "no row" in json.loads(capsys.readouterr().out)["message"]
