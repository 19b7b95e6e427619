"""Any trial of a kept search can be trained, on the rows that no trial saw where the file is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data.columns import keep_features
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.training.trainer import train_models
from engine.training.tuning import picking, studies
from engine.training.tuning.options import Objective
from engine.training.tuning.search import ground, tune
from tests.engine.training.tuning.searches import SEARCH, SHORT
from tests.engine.training.worlds import quick, signals

TABLE = signals(300)


@pytest.fixture
def searched(workspace: Workspace) -> Workspace:
    """A search for all three figures."""
    tune(TABLE, [quick()], SHORT, replace(SEARCH, objective=Objective.ALL, held_blocks=1), workspace=workspace)
    return workspace


def test_a_kept_search_tells_what_its_report_told(searched: Workspace) -> None:
    (study,) = picking.kept(searched)
    assert study.finished
    assert len(study.trials["lightgbm"]) == SEARCH.trials
    assert study.shown("lightgbm")[0] == study.best("lightgbm")
    assert picking.get(searched).id == picking.get(searched, study.id[:13]).id == study.id


def test_a_picked_trial_is_trained_with_its_settings_on_the_blocks_that_no_trial_saw(searched: Workspace) -> None:
    study = picking.get(searched)
    trial = study.trials["lightgbm"][1]
    picked = picking.pick(searched, f"{study.id}:lightgbm:2")
    assert picked.trial == trial
    assert (picked.config.rounds, picked.config.max_depth) == (trial.rounds, trial.settings["max_depth"])
    options, words = picked.to_train(TABLE)
    land = ground(TABLE, SHORT, 1)
    assert options == land.final
    assert f"the {land.held_rows:,} rows after those of the search" in words
    report = train_models(TABLE, [picked.config], options, workspace=searched, leak_meter=False, said=[words])
    assert words in report.runs[0].warnings


def test_on_another_file_the_words_say_that_the_scores_may_be_too_good(searched: Workspace) -> None:
    other = replace(TABLE, fingerprint="of another file")
    options, words = picking.pick(searched, "lightgbm:1").to_train(other)
    assert options == SHORT
    assert "may be too good" in words


def test_other_features_are_refused(searched: Workspace) -> None:
    fewer = keep_features(TABLE, TABLE.schema.names[:2])
    with pytest.raises(WorkbenchError, match="searched other features") as refused:
        picking.pick(searched, "lightgbm:1").to_train(fewer)
    assert refused.value.remedy


def test_a_search_that_cannot_be_read_is_left_out_and_a_deleted_one_is_gone(searched: Workspace) -> None:
    broken = searched.root / studies.FOLDER / "tune-broken"
    broken.mkdir()
    (broken / studies.JOB).write_text('{"created": ')
    study = picking.get(searched)
    assert [each.id for each in picking.kept(searched)] == [study.id]
    picking.delete(searched, study.id)
    assert picking.kept(searched) == ()
    with pytest.raises(WorkbenchError, match="No search is kept yet"):
        picking.get(searched)
