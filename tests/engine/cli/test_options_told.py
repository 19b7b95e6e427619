"""A refusal on the command line names the option; the engine's own sentence, which the window says, does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli import main
from engine.cli.options_told import with_options


@pytest.fixture
def no_label(tmp_path: Path) -> Path:
    """A file in which nothing is a win or a loss."""
    file = tmp_path / "plain.csv"
    file.write_text("a,b\n" + "".join(f"{row}.5,{row * row}\n" for row in range(50)))
    return file


def test_a_refusal_names_the_option_that_mends_it(no_label: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(no_label)]) == 1
    assert "Choose the column that tells win from loss. Here: --label COL." in capsys.readouterr().err


def test_programs_are_told_the_option_too(no_label: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(no_label), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["remedy"].endswith("Here: --label COL.")


def test_findings_name_their_options(no_label: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(no_label)]) == 0
    assert "Here: --label COL." in capsys.readouterr().out


@pytest.mark.parametrize(("words", "told"), [
    ("Choose another file.", "Choose another file."),
    ("Name the column of the outcome time, or give an embargo as long as a trade lasts.",
     ("Name the column of the outcome time, or give an embargo as long as a trade lasts. "
      "Here: --label-time COL, --embargo D.")),
])
def test_each_thing_that_is_named_gets_its_option_once(words: str, told: str) -> None:
    assert with_options(words) == told
