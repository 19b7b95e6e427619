"""A search in the window: one choice in the form, live trials, settings to take, best so far at any moment."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import Any

import pytest

from engine.records import TrialRecord
from engine.training.tuning.options import Effort
from gui.plots.trials import TrialsPanel
from gui.training import tuning_panel
from gui.training.tuning_panel import TuningPanel
from tests.gui.robots import Robot


@pytest.fixture
def asked(opened: Robot) -> Iterator[Robot]:
    """Two libraries, three trials each, are asked for."""
    opened.click("training.models.catboost")
    opened.choose("training.tuning.effort", "Tune: fast")
    opened.window.tab("training").form.options.tuning.fold.set_open(True)
    opened.type("training.tuning.more.trials", "3")
    opened.type("training.tuning.more.seconds", "600")  # a busy machine loads the libraries for longer than ten
    return opened


def search_of(robot: Robot) -> Any:
    return robot.window.tab("training").results.plots.search


def test_a_search_is_one_choice_and_its_trials_fill_the_plots(asked: Robot) -> None:
    assert "none of them saw" in asked.text("training.tuning.told")
    asked.click("training.train")
    asked.until(lambda: bool(search_of(asked).history.trials))
    assert asked.visible("training.search.history")
    asked.idle()
    search = search_of(asked)
    assert len(search.history.trials) == 6
    assert {trial.model for trial in search.front.trials} == {"xgboost", "lightgbm"}
    assert "Settings from 6 trials" in asked.text("training.progress.words")
    session = asked.window.session
    assert sorted(run.kind for run in session.runs) == ["lightgbm", "xgboost"]
    assert all(any("no trial saw" in words for words in run.warnings) for run in session.runs)
    assert "best 0." in search.history.description
    assert len(search.history.table().rows) == 6


def test_a_click_on_a_point_offers_its_settings_and_the_form_takes_them(asked: Robot) -> None:
    asked.click("training.train")
    asked.idle()
    tab, search = asked.window.tab("training"), search_of(asked)
    tab.results.plots.pages.show_page("Search")
    trial = next(each for each in search.history.trials if each.model == "lightgbm" and each.number == 2)
    dots = search.history._dots["lightgbm"]
    point = next(each for each in dots.points() if each.data() == ("lightgbm", 2))
    dots.sigClicked.emit(dots, [point], None)
    assert asked.text("training.search.trial").startswith("LightGBM trial 3")
    assert search.front.chosen == ("lightgbm", 2)
    tab.results.plots.pages.show_page("Front")
    assert asked.text("training.front.trial").startswith("LightGBM trial 3")
    asked.click("training.front.use")
    order = tab.form.order()
    assert order.tuning is None
    (config,) = order.configs
    assert config.model_type.value == "lightgbm"
    assert (config.rounds, config.max_depth) == (trial.rounds, trial.settings["max_depth"])
    assert config.learning_rate == pytest.approx(trial.settings["learning_rate"])
    assert "LightGBM trial 3" in asked.told


def test_train_best_so_far_ends_the_search_and_trains(asked: Robot) -> None:
    asked.type("training.tuning.more.trials", "500")
    asked.click("training.train")
    asked.until(lambda: {each.model for each in search_of(asked).history.trials} == {"xgboost", "lightgbm"})
    asked.click("training.search.best")
    asked.idle()
    assert len(search_of(asked).history.trials) < 500
    assert [run.status for run in asked.window.session.runs] == ["done", "done"]
    assert not asked.visible("training.search.best")


def test_cancel_keeps_nothing_of_a_search(asked: Robot) -> None:
    asked.type("training.tuning.more.trials", "500")
    asked.click("training.train")
    asked.until(lambda: bool(search_of(asked).history.trials))
    asked.click("training.cancel")
    asked.idle()
    assert asked.window.session.runs == ()
    assert list((asked.window.session.workspace.root / "studies").iterdir()) == []


def test_a_model_that_continues_another_is_not_tuned(trained: Robot) -> None:
    trained.window.tab("training").start_from(trained.window.session.runs[0].id)
    trained.choose("training.tuning.effort", "Tune: normal")
    trained.click("training.train")
    assert "parent's settings" in trained.told
    assert not trained.window.jobs.active


def test_without_optuna_the_choice_says_what_to_install(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = importlib.util.find_spec
    monkeypatch.setattr(tuning_panel.importlib.util, "find_spec",
                        lambda name, *rest: None if name == "optuna" else plain(name, *rest))
    panel = TuningPanel()
    qtbot.addWidget(panel)
    assert not panel.field.isEnabled()
    assert "uv sync --extra tuning" in panel.field.toolTip()


def test_the_choice_is_restored(qtbot: Any) -> None:
    one, two = TuningPanel(), TuningPanel()
    for panel in (one, two):
        qtbot.addWidget(panel)
    one.choose(Effort.THOROUGH)
    one.more.fields["trials"].set_value(40)
    two.restore(one.state())
    found = two.value()
    assert found is not None
    assert (found.effort, found.trials) == (Effort.THOROUGH, 40)


def test_a_time_or_a_number_of_trials_of_one_s_own_is_told_in_place_of_the_choice_s(qtbot: Any) -> None:
    panel = TuningPanel()
    qtbot.addWidget(panel)
    panel.choose(Effort.FAST)
    assert panel.told.text().startswith("Trials see earlier rows only")
    panel.more.fields["trials"].set_value(12)
    panel.choose(Effort.FAST)
    assert panel.told.text().startswith("Ends after 12 trials of each model, however long they take.")
    panel.more.fields["seconds"].set_value(90.0)
    panel.choose(Effort.FAST)
    assert panel.told.text().startswith("Takes 90 s, search and training together, or ends after 12 trials")
    panel.more.fields["trials"].set_value(0)
    panel.choose(Effort.FAST)
    assert panel.told.text().startswith("Takes 90 s, search and training together.")
    panel.choose(Effort.NONE)
    assert panel.told.text().startswith("Trials see earlier rows only")


def test_the_line_is_the_best_so_far_and_the_words_tell_it(qtbot: Any) -> None:
    panel = TrialsPanel("Trials")
    qtbot.addWidget(panel)
    panel.begin("log_loss")
    panel.add([TrialRecord("xgboost", n, {"l2": 1.0}, 10, 0.6, 0.1, loss, (0.6,), "complete", "search", 0.1, 1.0)
               for n, loss in enumerate((0.66, 0.65, 0.67))])
    panel.settle()
    curve = panel._pool._curves[0]
    assert list(curve.yData) == [0.66, 0.65, 0.65]
    assert "best 0.6500" in panel.description
