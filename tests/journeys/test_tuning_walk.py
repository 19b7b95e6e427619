"""Settings are searched, a trial of the front is picked, columns are chosen, and all of it becomes a recipe."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main
from tests.journeys.conftest import COMMAND, ROOT, environment

ROWS = 500
TWO = ("--models", "lightgbm,xgboost", "--no-leak-meter")
Walk = Callable[..., dict[str, Any]]


@pytest.fixture
def small(sample_file: Path, tmp_path: Path) -> Path:
    """Some rows of the sample with a dozen of its features."""
    rows = [line.split(",") for line in sample_file.read_text().splitlines()]
    first = rows[0].index("win")
    path = tmp_path / "small.csv"
    path.write_text("\n".join(",".join([*row[:17], *row[first:]]) for row in (rows[0], *rows[-ROWS:])))
    return path


@pytest.fixture
def walk(capsys: pytest.CaptureFixture[str], workspace_dir: Path) -> Walk:
    """`walk(VERB, ..., code=0)`: the JSON of a verb, in this process."""
    def run(*words: object, code: int = 0) -> dict[str, Any]:
        capsys.readouterr()
        found = main([*map(str, words), "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        answer: dict[str, Any] = json.loads(said.out)
        return {**answer, "told": said.err}

    return run


def test_a_search_for_three_figures_has_a_front_of_which_any_trial_can_be_trained(walk: Walk, small: Path) -> None:
    told = walk("train", small, *TWO, "--tune-trials", 4, "--objective", "all")
    search = told["tuning"]
    assert [len(study["trials"]) for study in search["studies"]] == [4, 4]
    assert all(len(study["front"]) >= 1 for study in search["studies"])
    for run in told["runs"]:
        account = told["luck"][run["id"]]
        assert account["looks"] == 10  # eight trials and two trainings
        assert 0 <= account["deflated"] <= 1
        assert account["expected_best"] > 0.5
    assert 0 <= told["luck"][told["runs"][0]["id"]]["overfitting"] <= 1

    (kept,) = walk("studies")["studies"]
    assert (kept["id"], kept["finished"], kept["trials"]) == (search["id"], True, {"lightgbm": 4, "xgboost": 4})
    listed = walk("studies", "show", kept["id"][:9], "--all")["study"]["listed"]
    wanted = next(trial for trial in listed["xgboost"] if trial["number"] not in (search["studies"][1]["best"],)
                  and trial["state"] == "complete")
    picked = walk("train", small, "--trial", f"xgboost:{wanted['number'] + 1}", "--no-leak-meter",
                  "--save-recipe", "of the front")
    (run,) = picked["runs"]
    assert run["trees"] == wanted["rounds"]
    assert f"XGBoost trial {wanted['number'] + 1} of {kept['id']}" in picked["told"]
    assert f"scored on the {search['held_rows']:,} rows" in picked["told"]
    assert picked["luck"][run["id"]]["looks"] == 11
    again = walk("train", small, "--recipe", "of the front", "--no-leak-meter")
    assert again["runs"][0]["trees"] == wanted["rounds"]
    assert walk("studies", "delete", kept["id"])["deleted"]["id"] == kept["id"]
    assert walk("studies")["studies"] == []
    assert walk("models", "looks", run["id"])["luck"]["looks"] >= 11  # what was seen stays seen


def test_chosen_columns_become_a_recipe_that_is_versioned_compared_sent_and_trained(
    walk: Walk, small: Path, tmp_path: Path
) -> None:
    chosen = walk("select", small, "--method", "importance", "--repetitions", 10, "--folds", 2, "--save", "columns")
    features = chosen["selection"]["chosen"]["features"]
    assert chosen["recipe"] == {"name": "columns", "version": 1}
    first = walk("train", small, "--features", "columns", "--models", "lightgbm", "--rounds", 20, "--folds", 2,
                 "--no-leak-meter", "--save-recipe", "mine")
    assert first["runs"][0]["features"] == len(features)
    walk("train", small, "--features", "columns", "--models", "lightgbm", "--rounds", 25, "--folds", 2,
         "--no-leak-meter", "--save-recipe", "mine")
    assert [(each["name"], each["version"]) for each in walk("recipes")["recipes"]] == [
        ("columns", 1), ("mine", 1), ("mine", 2)]
    assert walk("recipes", "diff", "mine")["changes"] == ["models lightgbm rounds: 20, now 25"]
    file = tmp_path / "mine.toml"
    walk("recipes", "export", "mine@1", "--out", file)
    assert "rounds = 20" in file.read_text()
    assert walk("recipes", "import", file, "--name", "sent")["recipe"]["name"] == "sent"
    assert walk("recipes", "diff", "sent", "mine@1")["changes"] == []
    again = walk("train", small, "--recipe", "sent", "--no-leak-meter")
    assert again["runs"][0]["auc"] == first["runs"][0]["auc"]
    assert again["runs"][0]["features"] == first["runs"][0]["features"]


@pytest.mark.parametrize(("words", "says", "remedy"), [
    (("--recipe", "nobody's"), "no recipe", "Choose from mine"),
    (("--recipe", "mine@7"), "versions v1", "Name one"),
    (("--recipe", "mine", "--rounds", "9"), "--rounds is set by the recipe", "Leave it out"),
    (("--recipe", "mine", "--tune-keep", "2"), "--tune-keep is set by the recipe", "Leave it out"),
    (("--recipe", "other"), "lacks the column no_such_column", "Give a file"),
    (("--features", "mine"), "names no chosen columns", "alphapulse select"),
    (("--tune", "0"), "has no budget", "Give a time"),
    (("--tune", "soon"), "no effort 'soon'", "Give fast"),
    (("--tune", "nan"), "Time", ""),
    (("--tune", "-5"), "Time", ""),
    (("--tune-trials", "-1"), "Trials", ""),
    (("--tune", "10", "--held-blocks", "0"), "No block is kept", "at least one"),
    (("--tune", "10", "--tune-keep", "0"), "Best Trials", ""),
    (("--tune", "10", "--resume"), "no unfinished search", "Begin a new one"),
    (("--trial", "lightgbm:99"), "no trial lightgbm:99", "trials 1 to 2 of lightgbm"),
    (("--trial", "first"), "names no trial", "MODEL:NUMBER"),
    (("--trial", "tune-x:lightgbm:1"), "no search 'tune-x'", "Choose from tune-"),
    (("--trial", "lightgbm:1", "--rounds", "9"), "--rounds is set by the trial", "without --trial"),
    (("--trial", "lightgbm:1", "--recipe", "mine"), "--recipe is set by the trial", "without --trial"),
], ids=lambda words: " ".join(words) if isinstance(words, tuple) else "")  # fmt: skip
def test_what_cannot_be_trained_is_refused_in_words_and_keeps_nothing(
    walked: Walk, small: Path, words: tuple[str, ...], says: str, remedy: str
) -> None:
    before = len(walked("models")["models"])
    refused = walked("train", small, *words, code=1)
    assert says in refused["message"]
    assert remedy in refused["remedy"]
    assert refused["remedy"]
    assert len(walked("models")["models"]) == before


@pytest.mark.parametrize(("text", "says"), [
    ("rounds = = 3", "no TOML"), ("a = 1", "no recipe of this program"), (None, "no section 'modelz'"),
    ("", "no recipe of this program"),
], ids=["broken", "foreign", "unknown-section", "empty"])
def test_a_file_that_is_no_recipe_is_refused_by_name(
    walked: Walk, tmp_path: Path, text: str | None, says: str
) -> None:
    file = tmp_path / "sent.toml"
    walked("recipes", "export", "mine", "--out", file)
    file.write_text(file.read_text() + "\n[modelz]\na = 1\n" if text is None else text)
    refused = walked("recipes", "import", file, code=1)
    assert says in refused["message"]
    assert refused["remedy"]


@pytest.fixture
def walked(walk: Walk, workspace_dir: Path, small: Path) -> Walk:
    """With a recipe, one of another file's columns, and a search of two trials."""
    from engine.library import recipes
    from engine.library.store import Workspace
    from engine.records import TrialRecord
    from engine.training.config import ModelType, TrainingConfig, ValidationOptions
    from engine.training.recipe import content_of
    from engine.training.tuning import space, studies
    from engine.training.tuning.options import Objective, TuningOptions
    from tests.engine.training.worlds import signals

    kind = ModelType.LIGHTGBM
    config = TrainingConfig(model_type=kind)
    with Workspace.open(workspace_dir) as workspace:
        recipes.save(workspace, "mine", content_of(configs=[config], validation=ValidationOptions(),
                                                   tuning=TuningOptions(trials=2)))
        recipes.save(workspace, "other", content_of(features=["no_such_column"], configs=[config]))
        shelf = studies.Shelf.begin(workspace, signals(50), [config], ValidationOptions(),
                                    TuningOptions(trials=2))
        for number in range(2):
            record = TrialRecord(kind.value, number, space.point_of(config), 10, 0.6, 0.1, 0.6, (0.6,), "complete",
                                 "start", 0.1, 1.0, ladder=(0.6,))
            shelf.add(kind.value, (Objective.AUC,), studies.to_trial(record, space.distributions(kind),
                                                                     (Objective.AUC,)))
        shelf.finish()
    return walk


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")
def test_a_killed_search_with_a_journal_cut_in_mid_line_goes_on_and_stop_trains_its_best(
    walk: Walk, small: Path, workspace_dir: Path
) -> None:
    long = ("train", small, "--models", "lightgbm", "--no-leak-meter")
    process = started(*long, "--tune-trials", 5000, workspace=workspace_dir)
    until_trial(process, 3)
    process.kill()
    process.communicate(timeout=60)
    (journal,) = (workspace_dir / "studies").glob("tune-*/trials.journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    kept = sum(walk("studies")["studies"][0]["trials"].values())
    assert kept >= 2
    assert not walk("studies")["studies"][0]["finished"]

    process = started(*long, "--resume", workspace=workspace_dir)
    until_trial(process, kept + 2)
    process.send_signal(signal.SIGQUIT)  # Ctrl+\: Stop
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    told = json.loads(out)
    assert told["tuning"]["resumed"] == kept
    assert told["tuning"]["trials"] > kept
    assert len(told["runs"]) == 1

    assert walk("studies")["studies"][0]["finished"]


def started(*words: object, workspace: Path) -> subprocess.Popen[str]:
    """A verb in a process of its own."""
    return subprocess.Popen([*COMMAND, *map(str, words), "--json", "--workspace", str(workspace)], cwd=ROOT,
                            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def until_trial(process: subprocess.Popen[str], number: int) -> None:
    """Read its progress up to a trial of this number, counted from 1."""
    assert process.stderr is not None
    told = []
    for line in process.stderr:
        told.append(line)
        found = re.search(r"trial (\d+)", line)
        if found and int(found[1]) >= number:
            return
    pytest.fail("".join(told))
