"""`alphapulse replay` and `alphapulse monitor`: one object, one line a window, words for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main

CONTRACT = {"events", "accuracy", "auc", "log_loss", "kappa_temporal", "baseline", "drifts", "events_per_second",
            "state_hash"}


@pytest.fixture
def few(tmp_path: Path, sample_file: Path) -> Path:
    """The first rows of the sample."""
    file = tmp_path / "few.csv"
    file.write_text("".join(sample_file.read_text().splitlines(keepends=True)[:901]))
    return file


def _json(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    assert main([*map(str, words), "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    found: dict[str, Any] = json.loads(out)
    return found


def test_a_replay_gives_the_contracts_keys(few: Path, workspace_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "replay", few, "--no-batch")
    assert found.keys() >= CONTRACT
    assert (found["events"], found["champion"]) == (900, None)
    assert set(found["baseline"]) >= {"last_class", "prior"}
    assert 0 < found["accuracy_low"] < found["accuracy"] < found["accuracy_high"] < 1
    assert len(found["state_hash"]) == 64
    assert not workspace_dir.exists(), "a replay makes no workspace"


def test_its_options_do_what_they_say(few: Path, workspace_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = _json(capsys, "replay", few, "--no-batch")
    assert _json(capsys, "replay", few, "--no-batch")["state_hash"] == plain["state_hash"]
    for words in (["--learning-rate", 0.01], ["--blend", "adaptive"], ["--detector", "hddm-a"],
                  ["--labels", "at-once"], ["--half-life", 200]):
        assert _json(capsys, "replay", few, "--no-batch", *words)["state_hash"] != plain["state_hash"]
    assert _json(capsys, "replay", few, "--no-batch", "--limit", 100)["events"] == 100
    at_once = _json(capsys, "replay", few, "--no-batch", "--labels", "at-once")
    assert any("at once" in words for words in at_once["warnings"])


def test_people_are_told_columns_figures_and_skill(
    few: Path, workspace_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(few)]) == 0
    said = capsys.readouterr().out
    for words in ("No champion", "win (guessed)", "last class", "prior", "Kappa-Temporal", "skill"):
        assert words in said


@pytest.mark.parametrize(("words", "code"), [
    (["--learning-rate", "7"], "out-of-range"), (["--batch-share", "2"], "out-of-range"),
    (["--champion", "nobody"], "no-such-model"), (["--label", "nothing"], None),
])
def test_what_cannot_be_done_is_refused_in_words(
    few: Path, workspace_dir: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: str | None
) -> None:
    assert main(["replay", str(few), "--json", *words]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert found["message"]
    assert code is None or found["code"] == code


def test_a_monitor_prints_one_json_line_a_window_and_goes_on_next_time(
    few: Path, workspace_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["monitor", "--source", f"file://{few}?speed=0", "--every", "200", "--no-batch"]

    def lines(*more: str) -> list[dict[str, Any]]:
        assert main([*words, *more]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    first = lines("--max-events", "500")
    assert [line["events"] for line in first] == [200, 400, 500]
    assert first[-1]["state"] == "stopped"
    assert first[0].keys() >= {"time", "accuracy", "auc", "log_loss", "baseline", "weights", "pending"}
    second = lines()
    assert [line["events"] for line in second] == [700, 900, 900]
    assert second[-1]["state"] == "finished"
    assert [line["events"] for line in lines("--max-events", "50", "--fresh")] == [50]
    assert list((workspace_dir / "journal").glob("*.sqlite"))


@pytest.mark.parametrize(("source", "code"), [
    ("redis://localhost:1/signals", "unreachable"), ("postgresql://h/db", "bad-source"),
    ("kafka://h", "unknown-source"), ("file:///none.csv", None), ("file:///x.csv?speed=x", "bad-source"),
])
def test_a_source_that_cannot_be_served_is_refused_in_words(
    workspace_dir: Path, capsys: pytest.CaptureFixture[str], source: str, code: str | None
) -> None:
    assert main(["monitor", "--source", source, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert code is None or found["code"] == code


def test_a_journal_is_run_again_with_other_options_beside_what_was(
    few: Path, workspace_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["monitor", "--source", f"file://{few}?speed=0", "--no-batch"]) == 0
    line = json.loads(capsys.readouterr().out.splitlines()[-1])
    found = _json(capsys, "replay", "--from-journal", "newest", "--half-life", "100", "--detector", "HDDM_A")
    recorded = found["recorded"]
    assert found.keys() >= CONTRACT
    assert recorded["log_losses"] == line["log_losses"]
    assert (found["events"], found["labels"]) == (recorded["events"], recorded["labels"]) == (900, line["labels"])
    assert found["state_hash"] != recorded["state_hash"]
    assert found["arrival"]["signals"] == 900
    assert _json(capsys, "replay", "--from-journal", "newest")["state_hash"] == recorded["state_hash"]
    assert main(["replay", "--from-journal", "newest", "--half-life", "36h"]) == 0
    assert "As it was" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["replay"], ["replay", "--from-journal", "nowhere.sqlite"],
                                   ["replay", "--from-journal", "newest"]])
def test_what_cannot_be_run_again_is_refused_in_words(
    words: list[str], workspace_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["code"] in {"no-data", "no-journal"}
