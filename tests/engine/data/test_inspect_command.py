"""`alphapulse inspect` tells programs and people the same."""

from __future__ import annotations

import json

import pytest

from engine.cli import main


def test_the_json_has_the_keys_of_the_contract(sample_file, capsys):
    assert main(["inspect", str(sample_file), "--json"]) == 0
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert answer["ok"] is True
    assert {"rows", "columns", "features", "roles", "positive_rate", "findings"} <= set(answer)
    assert answer["roles"] == {"label": "win", "time": "signal_time", "label_time": "label_time",
    "weight": "realized_rr",
                               "id": "signal_id"}
    assert all({"level", "code", "column", "message", "remedy"} == set(finding) for finding in answer["findings"])
    assert len(answer["features"]) == 43


def test_people_read_roles_and_findings(sample_file, capsys):
    assert main(["inspect", str(sample_file)]) == 0
    printed = capsys.readouterr().out
    assert "3,645 rows" in printed
    assert "realized_rr" in printed
    assert "guessed" in printed
    assert "entry_price" in printed


def test_given_columns_are_shown_as_given(sample_file, capsys):
    assert main(["inspect", str(sample_file), "--json", "--label", "win", "--drop", "rsi_14,rsi_2"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "label" not in answer["guessed"]
    assert "rsi_14" not in answer["features"]
    assert {"rsi_14", "rsi_2"} <= set(answer["dropped"])


@pytest.mark.parametrize(("content", "code"), [(b"", "empty-file"), (b"PK\x03\x04", "packed"), (None, "no-such-file")])
def test_a_refusal_is_one_object_with_a_remedy(content, code, tmp_path, capsys):
    path = tmp_path / "bad.csv"
    if content is not None:
        path.write_bytes(content)
    assert main(["inspect", str(path), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    assert answer["code"] == code
    assert answer["remedy"]
