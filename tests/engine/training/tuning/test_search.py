"""A search sees earlier rows only, gives the same study for the same seed, and outlives a kill."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.data.splits import Fold
from engine.errors import Cancelled, MissingExtraError, WorkbenchError
from engine.library import ledger, runs
from engine.library.store import Workspace
from engine.progress import Progress, ProgressPoint
from engine.training.config import Scheme, TrainingConfig, ValidationOptions
from engine.training.fitting import Source
from engine.training.tuning import hunt as hunting
from engine.training.tuning import search as searching
from engine.training.tuning import studies, tuned
from engine.training.tuning.choosing import ranking
from engine.training.tuning.options import Effort, Objective, TuningOptions
from engine.training.tuning.search import Search, ground, tune
from engine.training.tuning.trial import Bench, _scored
from engine.training.tuning.tuned import train_tuned
from tests.engine.training.tuning.searches import SEARCH, SHORT, essence
from tests.engine.training.worlds import HOUR, quick, signals

ROOT = Path(__file__).resolve().parents[4]


def test_trials_see_only_rows_whose_outcome_was_known_before_the_kept_blocks(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    plain = hunting.run_trial
    monkeypatch.setattr(hunting, "run_trial", lambda bench, *args, **how: seen.append(bench) or plain(
        bench, *args, **how))
    table = signals(600, horizon=6)
    report = tune(table, [quick()], None, TuningOptions(trials=1, held_blocks=2), workspace=workspace)
    start = 600 - 120  # two blocks of a tenth each
    assert (report.held_rows, report.rows) == (120, start - 6)
    (bench,) = seen
    assert bench.source.label_time.max() < start * HOUR
    for fold in bench.folds:
        assert bench.source.label_time[fold.train].max() < bench.source.time[fold.test].min()


def test_the_runs_are_scored_on_the_kept_rows_alone_and_say_so(workspace: Workspace) -> None:
    table = signals(600)
    found = train_tuned(table, [quick(), quick("xgboost")], None, TuningOptions(trials=2), workspace=workspace,
                        leak_meter=False)
    assert [run.kind for run in found.training.runs] == ["lightgbm", "xgboost"]
    for run, study in zip(found.training.runs, found.tuning.studies, strict=True):
        predictions = runs.out_of_fold(workspace, run.id)
        assert predictions is not None
        assert sorted(predictions.row) == list(range(480, 600))
        assert study.chosen is not None
        assert run.trees == study.chosen.rounds
        assert run.settings["learning_rate"] == study.chosen.settings["learning_rate"]
        assert any("no trial saw" in words and "4 trials" in words for words in run.warnings)


def test_the_best_few_trials_of_each_library_become_runs_the_best_first(workspace: Workspace) -> None:
    found = train_tuned(signals(300), [quick(), quick("xgboost")], SHORT, replace(SEARCH, kept=3), workspace=workspace,
                        leak_meter=False)
    assert [run.kind for run in found.training.runs] == ["lightgbm", "xgboost"] * 3
    for study in found.tuning.studies:
        taken = ranking(study.trials, Objective.AUC)[:3]
        assert taken[0] is study.chosen
        assert [run.settings["learning_rate"] for run in found.training.runs if run.kind == study.model] == [
            each.settings["learning_rate"] for each in taken]


def test_one_seed_gives_one_study_and_another_seed_another(tmp_path: Path) -> None:
    found = []
    for number, seed in enumerate((7, 7, 8)):
        with Workspace.open(tmp_path / str(number)) as workspace:
            report = tune(signals(300), [quick()], SHORT, replace(SEARCH, seed=seed), workspace=workspace)
        found.append(essence(report))
    assert found[0] == found[1]
    assert found[0] != found[2]
    origins = [trial.origin for trial in report.studies[0].trials]
    assert origins[0] == "start"
    assert origins[-1] == "search"


def test_what_is_tried_next_comes_from_all_trials_so_far(workspace: Workspace) -> None:
    table = signals(300)
    trials = tune(table, [quick()], SHORT, SEARCH, workspace=workspace).studies[0].trials
    land = ground(table, SHORT, SEARCH.held_blocks)
    alone = replace(SEARCH, earlier=False)
    asked, fresh = (searching._hunt(quick(), land, (Objective.AUC,), alone, workspace, "", 1.0) for _ in range(2))
    asked.restore(trials[:-2])
    assert asked._next()[1] == "search"  # what the sampler saw then it may not keep
    asked.restore(trials[-2:])
    fresh.restore(trials)
    assert asked._next() == fresh._next()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_search_is_offered_and_goes_on_to_the_same_study(tmp_path: Path) -> None:
    child = [sys.executable, "-m", "tests.engine.training.tuning.killed_child", str(tmp_path / "killed"), "9"]
    assert subprocess.run(child, cwd=ROOT, capture_output=True, check=False, timeout=120).returncode == -9
    configs = [quick("lightgbm"), quick("xgboost")]
    with Workspace.open(tmp_path / "killed") as workspace, Workspace.open(tmp_path / "whole") as other:
        (point,) = studies.OFFERS.of(workspace)
        assert 8 <= point.trials <= 10
        assert "trials are kept" in point.words
        with (point.folder / "trials.journal").open("ab") as journal:
            journal.write(b'{"op_code": 4, "worker')  # as a kill in the middle of a line leaves it
        resumed = tune(signals(300), point.configs, point.validation, point.options, workspace=workspace, resume=point)
        assert resumed.resumed == point.trials
        assert studies.OFFERS.of(workspace) == ()
        straight = tune(signals(300), configs, SHORT, SEARCH, workspace=other)
        assert essence(resumed) == essence(straight)
        assert len(ledger.looks(workspace, study=resumed.id)) == resumed.trials  # none lost, none twice


def test_every_trial_counts_as_a_look_at_the_outcomes_also_of_a_search_that_was_cancelled(workspace: Workspace) -> None:
    table = signals(300)
    report = tune(table, [quick()], SHORT, SEARCH, workspace=workspace)
    looks = ledger.looks(workspace, ledger.outcomes_of(table))
    assert [look.kind for look in looks] == [ledger.Kind.TRIAL] * SEARCH.trials
    for look, trial in zip(looks, report.studies[0].trials, strict=True):
        assert look.fold_scores == pytest.approx(trial.fold_scores)
        assert (look.auc is not None) == trial.complete
        assert (look.study, look.by_hand) == (report.id, False)
    seen: list[int] = []
    progress = Progress(lambda point: seen.append(1) if "trial" in point.values else None)
    progress_cancel = lambda *_: progress.cancel() if len(seen) >= 2 else None  # noqa: E731
    with pytest.raises(Cancelled):
        tune(table, [quick()], SHORT, SEARCH, workspace=workspace, heard=progress_cancel, progress=progress)
    assert len(ledger.looks(workspace)) == SEARCH.trials + 3


def test_stop_keeps_the_best_so_far_and_cancel_drops_all(workspace: Workspace) -> None:
    progress = Progress(lambda point: progress.stop() if "trial" in point.values else None)
    found = train_tuned(signals(400), [quick()], None, TuningOptions(trials=50), workspace=workspace,
                        leak_meter=False, progress=progress)
    assert found.tuning.trials == 1
    assert found.training.runs[0].status == "done"  # Stop ended the search, not the training after it
    assert found.training.validation.folds == 2

    def cancel(point: ProgressPoint) -> None:
        if point.values.get("round") == 2:  # in the training after the search
            second.cancel()

    second = Progress(cancel)
    with pytest.raises(Cancelled):
        train_tuned(signals(400), [quick()], None, TuningOptions(trials=2), workspace=workspace, leak_meter=False,
                    progress=second)
    assert len(runs.list_runs(workspace)) == 1
    assert [each.name for each in (workspace.root / studies.FOLDER).iterdir()] == [found.tuning.id]


def test_a_trial_in_flight_ends_with_the_time_and_does_not_count(workspace: Workspace) -> None:
    ticks = iter(range(10_000))
    table = signals(400)
    land = ground(table, ValidationOptions(), 2)
    from engine.training.task import Task
    from engine.training.tuning.trial import Bench

    bench = Bench(Task(land.table, land.plan).source(quick()), land.plan.folds)
    hunt = hunting.Hunt(quick(), bench, (Objective.AUC,), seed=0, first=())
    shelf = studies.Shelf.begin(workspace, table, [quick()], ValidationOptions(), TuningOptions())
    search = Search([hunt], shelf, TuningOptions(seconds=400.0), Progress(), lanes=1, clock=lambda: next(ticks) * 1.0)
    search.run()
    assert search.now() <= 420  # a second a look at the clock: one look a round
    assert all(trial.at <= 400 for trial in hunt.trials)
    assert hunt.spent > sum(trial.seconds for trial in hunt.trials)  # the trial that was cut short


def test_later_searches_begin_with_what_earlier_ones_of_the_same_features_found(workspace: Workspace) -> None:
    first = tune(signals(300), [quick()], SHORT, SEARCH, workspace=workspace)
    best = first.studies[0].chosen
    assert best is not None
    second = tune(signals(320, seed=3), [quick()], SHORT, TuningOptions(trials=3), workspace=workspace).studies[0]
    assert [each.origin for each in second.trials] == ["earlier study"] * 3
    assert second.trials[0].settings == best.settings
    other = tune(signals(300, columns=5), [quick()], SHORT, TuningOptions(trials=1), workspace=workspace).studies[0]
    assert other.trials[0].origin == "start"
    alone = tune(signals(300), [quick()], SHORT, TuningOptions(trials=1, earlier=False), workspace=workspace).studies[0]
    assert alone.trials[0].origin == "start"


def test_trials_that_trail_are_given_up_after_some_folds(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunting, "_TELLING", 1)
    trials = tune(signals(300), [quick()], SHORT, replace(SEARCH, trials=20), workspace=workspace).studies[0].trials
    pruned = [each for each in trials if not each.complete]
    assert pruned
    assert all(len(each.fold_scores) < 3 for each in pruned)
    assert all(len(each.fold_scores) == 3 for each in trials if each.complete)
    assert np.mean([len(each.fold_scores) for each in trials[4:]]) < 2.6


def test_blocks_of_few_rows_give_few_trials_up(workspace: Workspace) -> None:
    trials = tune(signals(300), [quick()], SHORT, replace(SEARCH, trials=20), workspace=workspace).studies[0].trials
    assert sum(not each.complete for each in trials) <= 4  # of 40 rows a block, where a half is given up by 1,000


def test_the_clock_of_a_search_runs_from_its_call(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks, heard = iter((100.0, 107.0)), []

    class Heard(Search):
        def __init__(self, *args: Any, spent: float, **how: Any) -> None:
            heard.append(spent)
            super().__init__(*args, spent=spent, **how)

    monkeypatch.setattr(searching, "Search", Heard)
    monkeypatch.setattr(searching, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
    tune(signals(300), [quick()], SHORT, replace(SEARCH, trials=1), workspace=workspace)
    assert heard == [7.0]  # imports and preparing are of the analyst's time too


def test_the_training_is_foreseen_by_the_rows_of_its_fits() -> None:
    few, many = ([Fold(np.arange(rows), np.arange(9), 0)] for rows in (1000, 2000))
    assert tuned.grown(few, many) == pytest.approx(5000 / 4000)  # a round costs as 3,000 rows do
    assert tuned.grown(few * 3, few) == 1.0


def test_with_several_goals_there_is_a_front_that_no_trial_beats(workspace: Workspace) -> None:
    found = tune(signals(300), [quick()], SHORT, replace(SEARCH, objective=Objective.ALL), workspace=workspace)
    (study,) = found.studies
    assert study.best in study.front
    assert all(np.isfinite(each.expected_r) for each in study.trials)
    highest = max(study.trials, key=lambda each: each.auc)
    assert any(study.trial(number).auc == highest.auc for number in study.front)  # type: ignore[union-attr]


def test_a_margin_that_is_no_number_counts_as_even_odds() -> None:
    table = signals(60)
    bench = Bench(Source(table.matrix, table.label), (Fold(np.arange(30), np.arange(30, 60), np.arange(0)),))
    wild = np.where(np.arange(30) % 3 == 0, np.nan, np.inf)
    figures = _scored(bench, bench.folds[0].test, np.stack([np.full(30, np.nan), wild]))
    assert figures[0, 0] == 0.5
    assert figures[0, 2] == pytest.approx(np.log(2))
    assert np.isfinite(figures[:, [0, 2]]).all()


@pytest.mark.parametrize("known", [100, 230, 300])
@pytest.mark.parametrize("objective", [Objective.EXPECTED_R, Objective.ALL])
def test_blocks_without_a_known_r_say_nothing_of_it(known: int, objective: Objective, workspace: Workspace) -> None:
    """The first rows, or all that are tested, have no realized R."""
    table = signals(300)
    earned = np.where(np.arange(300) < known, np.nan, table.realized_rr)
    how = (replace(table, realized_rr=earned), [quick()], SHORT, replace(SEARCH, trials=14, objective=objective))
    if known == 300 and objective is Objective.EXPECTED_R:
        with pytest.raises(WorkbenchError, match="no realized R"):
            tune(*how, workspace=workspace)
        return
    (study,) = tune(*how, workspace=workspace).studies
    assert any(each.complete for each in study.trials)
    assert all(np.isfinite(each.expected_r) == (known < 300) for each in study.trials if each.complete)


@pytest.mark.parametrize(("how", "code"), [
    ({"validation": ValidationOptions(scheme=Scheme.SHUFFLED)}, "no-forward-split"),
    ({"options": TuningOptions()}, "no-budget"),
    ({"options": TuningOptions(trials=1, objective=Objective.EXPECTED_R)}, "no-weight"),
    ({"table": signals(150)}, "too-few-rows"),
])
def test_what_cannot_be_searched_is_refused_in_words(how: dict[str, Any], code: str, workspace: Workspace) -> None:
    table = replace(how.get("table", signals(400)), realized_rr=None)
    with pytest.raises(WorkbenchError) as refusal:
        tune(table, [quick()], how.get("validation"), how.get("options", TuningOptions(trials=1)), workspace=workspace)
    assert refusal.value.code == code
    assert refusal.value.remedy


def test_without_optuna_the_refusal_names_the_extra(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "optuna", None)
    with pytest.raises(MissingExtraError, match="tuning"):
        tune(signals(400), [quick()], None, TuningOptions(effort=Effort.FAST), workspace=workspace)


def test_a_score_of_the_searched_rows_themselves_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WorkbenchError, match="chosen by their own scores"):
        train_tuned(signals(400), [quick()], None, TuningOptions(trials=1, held_blocks=0), workspace=workspace)


def test_a_table_too_large_for_the_time_is_searched_on_every_so_manieth_row_and_stopped_early(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.training.tuning import search

    monkeypatch.setattr(search, "_LEAST_THINNED", 60)
    monkeypatch.setattr(search, "_CELL_SECONDS", 1.0)
    seen: list[Any] = []
    plain = hunting.run_trial
    monkeypatch.setattr(hunting, "run_trial", lambda bench, *args, **how: seen.append(bench) or plain(
        bench, *args, **how))
    found = train_tuned(signals(600), [quick()], None, TuningOptions(seconds=60.0, trials=1), workspace=workspace,
                        leak_meter=False)
    step, last = seen[0].step, seen[0].folds[-1]
    assert step > 2
    assert set(np.diff(last.train)) == {step}
    assert 60 <= len(last.train) < 120
    (run,) = found.training.runs
    assert run.settings["early_stopping_rounds"] == TrainingConfig().early_stopping_rounds
    assert any(f"of {step} rows one" in words for words in run.warnings)
    assert found.tuning.studies[0].trials[0].open_ended


def test_a_library_that_refuses_is_told_and_the_others_go_on(workspace: Workspace) -> None:
    configs = [quick(), quick("xgboost", extra_params={"no_such_parameter": 1})]
    found = train_tuned(signals(300), configs, SHORT, TuningOptions(trials=1, held_blocks=1), workspace=workspace,
                        leak_meter=False)
    assert [run.status for run in found.training.runs] == ["done", "failed"]
    assert [len(study.trials) for study in found.tuning.studies] == [1, 0]
    assert "no_such_parameter" in found.tuning.studies[1].failure


def test_a_training_that_outlasts_the_time_is_stopped_and_it_is_told_what_would_do(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tuned.train_models

    def slow(*args: Any, progress: Progress, **how: Any) -> Any:
        assert progress._work.stopped.wait(60)
        return plain(*args, progress=progress, **how)

    monkeypatch.setattr(tuned, "train_models", slow)
    found = train_tuned(signals(600), [quick()], None, TuningOptions(seconds=2.0, trials=1), workspace=workspace)
    assert [run.status for run in found.training.runs] == ["stopped"]
    assert found.training.leak_meter is None
    assert "The time ended before the training did. Tested on 1 of 2 blocks" in found.tuning.words
    assert "The leak meter is left out. Give it at least 10 s, or fewer rows." in found.tuning.words


def test_where_no_trial_ends_half_of_the_time_is_left_for_the_training(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    plain = Search.over

    def over(search: Search) -> bool:
        asked.append(search._reserve(search.hunts))
        return plain(search)

    monkeypatch.setattr(Search, "over", over)
    train_tuned(signals(600), [quick()], None, TuningOptions(seconds=100.0, trials=1), workspace=workspace,
                leak_meter=False)
    assert asked[0] == 50.0
