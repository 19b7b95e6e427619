"""Faulty files and wrong words: refused with a sentence and a remedy, the right exit code, and never a traceback."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import FAST, Alphapulse


def _header_only(path: Path, sample: bytes) -> None:
    path.write_bytes(sample.splitlines(keepends=True)[0])


def _one_class(path: Path, sample: bytes) -> None:
    lines = sample.decode().splitlines()
    place = lines[0].split(",").index("win")
    rows = [line.split(",") for line in lines[1:301]]
    for row in rows:
        row[place] = "1"
    path.write_text("\n".join([lines[0], *(",".join(row) for row in rows)]))


def _no_label(path: Path, sample: bytes) -> None:
    path.write_text("\n".join(f"{k},{k * 2},{k % 7}" for k in range(200)))


def _cut_gzip(path: Path, sample: bytes) -> None:
    data = gzip.compress(sample)
    path.write_bytes(data[: len(data) // 2])


FAULTY: dict[str, Callable[[Path, bytes], None]] = {
    "empty.csv": lambda path, sample: path.write_bytes(b"") and None,
    "header.csv": _header_only,
    "binary.csv": lambda path, sample: path.write_bytes(bytes(range(256)) * 40) and None,
    "one_class.csv": _one_class,
    "no_label.csv": _no_label,
    "cut.csv.gz": _cut_gzip,
    "not.parquet": lambda path, sample: path.write_bytes(b"PAR1 this is no Parquet file PAR1") and None,
    "few.csv": lambda path, sample: path.write_bytes(b"".join(sample.splitlines(keepends=True)[:4])) and None,
    "folder.csv": lambda path, sample: path.mkdir(),
    "missing.csv": lambda path, sample: None,
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_file_is_refused_with_words_and_a_remedy(
    alphapulse: Alphapulse, sample_file: Path, tmp_path: Path, name: str
) -> None:
    FAULTY[name](tmp_path / name, sample_file.read_bytes())
    answer = alphapulse("train", tmp_path / name, "--models", "lightgbm", *FAST, "--json",
                        workspace=tmp_path / "workspace")
    assert answer.code == 1, answer
    said = answer.json
    assert said["ok"] is False
    assert set(said) >= {"code", "message", "remedy"}
    assert len(said["message"]) > 10
    assert said["remedy"]
    assert "Error:" in answer.err


@pytest.mark.parametrize("words", [
    ("replay", "{sample}", "--champion", "no-such-run"), ("models", "show", "no-such-run"),
    ("models", "promote", "no-such-run"), ("models", "rollback"),
    ("export", "no-such-run", "--out", "{tmp}/x.apbundle"), ("verify", "{tmp}/missing.apbundle"),
    ("verify", "{sample}"),
    ("score", "{sample}", "{sample}", "--out", "{tmp}/scores.csv"),
    ("ensemble", "{sample}", "--members", "a,b", "--method", "blending"), ("train", "{sample}", "--label", "no_column"),
    ("train", "{sample}", "--models", "no_library"), ("train", "{sample}", "--warm-start", "no-such-run"),
    ("monitor", "--source", "carrier-pigeon://coop"), ("train", "{sample}", "--embargo", "a while"),
], ids=lambda words: " ".join(words[:3]))  # fmt: skip
def test_what_cannot_be_done_is_refused_in_one_json_object(
    alphapulse: Alphapulse, sample_file: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    filled = [word.format(sample=sample_file, tmp=tmp_path) for word in words]
    answer = alphapulse(*filled, "--json", workspace=tmp_path / "workspace")
    assert answer.code in (1, 2), answer
    if answer.code == 1:
        assert answer.json["ok"] is False
        assert answer.json["message"]
    else:
        assert answer.out == ""
        assert "usage:" in answer.err


@pytest.mark.parametrize("words", [
    (), ("fly",), ("train",), ("export", "x"), ("score", "only-one"), ("replay", "f", "--labels", "never"),
    ("ensemble", "f"), ("train", "f", "--rounds", "many"), ("monitor",), ("models", "fly"),
], ids=lambda words: " ".join(words) or "nothing")  # fmt: skip
def test_wrong_usage_is_exit_code_2_and_shows_the_usage(alphapulse: Alphapulse, words: tuple[str, ...]) -> None:
    answer = alphapulse(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert "usage:" in answer.err


@pytest.mark.parametrize("verb", ["", "demo", "inspect", "train", "models", "ensemble", "replay", "monitor", "export",
                                  "verify", "score", "doctor"])  # fmt: skip
def test_help_is_there_for_every_verb(alphapulse: Alphapulse, verb: str) -> None:
    answer = alphapulse(*([verb] if verb else []), "--help")
    assert answer.code == 0
    assert "usage:" in answer.out
