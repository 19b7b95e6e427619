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
    assert main(["explain", run["id"], str(sample_file), "--feature", "atr_pct", *place[:-1]]) == 0
    told = capsys.readouterr().out
    assert "What atr_pct contributes" in told
    assert main(["explain", run["id"], str(sample_file), "--feature", "setup", *place[:-1]]) == 0
    assert "rsi_revert" in capsys.readouterr().out
    assert main(["explain", run["id"], str(sample_file), "--row", "99999999", *place]) == 1
    refused = json.loads(capsys.readouterr().out)
    assert "no row 99999999" in refused["message"]
    turned = tmp_path / "turned.csv"  # the newest signal first: its row 0 stands last in order of time
    header, *lines = sample_file.read_text(encoding="utf-8").splitlines()
    turned.write_text("\n".join([header, *lines[:400][::-1]]) + "\n", encoding="utf-8")
    assert main(["explain", run["id"], str(turned), "--row", "0", "--limit", "10", *place]) == 0
    newest = json.loads(capsys.readouterr().out)["waterfall"]
    assert main(["explain", run["id"], str(sample_file), "--row", "399", *place]) == 0
    assert json.loads(capsys.readouterr().out)["waterfall"]["margin"] == pytest.approx(newest["margin"])
