"""What the Training tab owes its user beside the main job: empty, guessing, told, failing, repeatable, compared."""

from __future__ import annotations

import re
import time
from array import array
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from engine.errors import WorkbenchError
from engine.models.xgboost_model import XGBoostModel
from gui.training.curves import compare_runs
from tests.gui.robots import Robot

HEADERS = (
    ("win", "signal_time", "label_time", "realized_rr"), ("label", "timestamp", "exit_time", "R multiple"),
    ("Result", "Time", "Closed At", "rr"), ("is_win", "ts", "resolved_at", "pnl_r"),
    ("target", "openTime", "closeTime", "net_r"), ("hit_tp", "entry_time", "exit_timestamp", "realised_r"),
)


def test_an_empty_profile_gives_a_reason_and_two_ways_out(robot: Robot) -> None:
    empty = robot.find("training.empty")
    assert empty.isVisible()
    assert [each.text() for each in empty.findChildren(QPushButton)] == ["Open Data…", "Open Sample"]
    assert any(len(each.text()) > 20 for each in empty.findChildren(QLabel))
    assert robot.find("training.train").isEnabled()


def test_label_times_and_weight_are_guessed_on_six_headers(robot: Robot, small_file: Path, tmp_path: Path) -> None:
    frame = pd.read_csv(small_file).head(200)
    plain = frame[[*HEADERS[0], "rsi_14", "adx_14", "atr_pct"]]
    for number, names in enumerate(HEADERS):
        path = tmp_path / f"headers{number}.csv"
        plain.rename(columns=dict(zip(HEADERS[0], names, strict=True))).to_csv(path, index=False)
        robot.open(path)
        assert tuple(robot.text(f"training.{role}") for role in ("label", "time", "label_time", "weight")) == names
        assert robot.text("training.label.hint") == "guessed"


def test_progress_goes_forward_names_the_block_and_a_roc_is_there_before_the_end(opened: Robot) -> None:
    for kind in ("xgboost", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.type("training.validation.folds", "5")
    opened.type("training.advanced.rounds", "400")
    opened.type("training.advanced.early_stopping_rounds", "0")
    tab = opened.window.tab("training")
    told: list[Any] = []
    tab.work.progressed.connect(told.append)
    opened.click("training.train")
    opened.until(lambda: tab.work.running and bool(tab.results.plots.roc.records))
    assert opened.text("training.progress.words").startswith("LightGBM: block ")
    opened.idle()
    assert all(a.fraction <= b.fraction for a, b in pairwise(told))
    assert {number for point in told for number in re.findall(r"block (\d) of 5", point.words)} >= {"1", "5"}
    assert all(point.seconds_left is None or point.seconds_left >= 0 for point in told)


def test_the_window_answers_within_200_ms_while_models_train(opened: Robot) -> None:
    opened.type("training.validation.folds", "3")
    opened.type("training.advanced.rounds", "300")
    opened.type("training.advanced.early_stopping_rounds", "0")
    work, ticks = opened.window.tab("training").work, array("d")
    timer = QTimer(opened.window, interval=10, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()) if work.running else None)
    timer.start()
    opened.click("training.train")
    opened.until(lambda: work.running and len(ticks) > 20)
    opened.window.show_tab("models")
    opened.window.show_tab("training")
    opened.idle()
    timer.stop()
    gaps = np.diff(ticks)
    assert len(gaps) > 40
    assert float(np.percentile(gaps, 95)) < 0.2


def test_a_library_that_fails_has_its_row_and_its_sentence(opened: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **more: object) -> XGBoostModel:
        raise WorkbenchError("XGBoost refused to train: out of memory.", remedy="Use fewer bins.", code="refused")

    monkeypatch.setattr(XGBoostModel, "_train", classmethod(refuse))
    opened.click("training.models.catboost")
    opened.click("training.train")
    opened.idle()
    rows = {opened.cell(row, "kind"): opened.cell(row, "status") for row in range(2)}
    assert rows == {"XGBoost": "Failed", "LightGBM": "Done"}
    failed = next(run for run in opened.window.session.runs if run.status == "failed")
    assert "out of memory" in failed.message
    opened.window.session.select([failed.id])
    opened.until(lambda: "XGBoost refused to train: out of memory." in opened.text("training.verdict"))


def test_the_same_settings_give_the_same_auc_and_chosen_runs_are_overlaid_and_compared(trained: Robot) -> None:
    session, plots = trained.window.session, trained.window.tab("training").results.plots
    trained.click("training.promote")
    trained.click("training.train")
    trained.idle()
    again, first = session.runs[:2]
    assert (again.scores.auc, again.scores.log_loss) == (first.scores.auc, first.scores.log_loss)
    trained.click("training.models.xgboost")
    trained.click("training.models.lightgbm")
    trained.click("training.train")
    trained.idle()
    other = session.runs[0]
    session.select([other.id, first.id])
    panels = (plots.roc, plots.precision_recall, plots.calibration, plots.money.mean)
    trained.until(lambda: all({first.id, other.id} <= {each.series.key for each in panel.records} for panel in panels))
    session.select([other.id])
    store = trained.window.tab("training").results._store
    trained.until(lambda: {other.id, first.id} <= set(store.kept))
    best, rival = (other, first) if other.scores.auc.value > first.scores.auc.value else (first, other)
    session.select([other.id, first.id])
    found = compare_runs(store.kept[best.id], store.kept[rival.id], best.name, rival.name)
    trained.until(lambda: found.words in trained.text("training.verdict"))
    assert best.next_block.words in trained.text("training.verdict")
    assert found.difference.value == pytest.approx(best.scores.auc.value - rival.scores.auc.value, abs=1e-9)


def test_before_a_training_the_page_says_what_is_in_its_way(robot: Robot, small_file: Path, tmp_path: Path) -> None:
    def shown(frame: pd.DataFrame) -> tuple[str, str]:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
        frame.to_csv(path, index=False)
        robot.open(path)
        ready = robot.window.tab("training").ready
        robot.until(ready.isVisible)
        return ready.title.text(), ready.text.text()

    frame = pd.read_csv(small_file)
    assert shown(frame)[1].endswith("with the overlap purged.")
    title, text = shown(frame.drop(columns="label_time"))
    assert (title, "nobody can tell which outcomes overlap" in text) == ("Ready to Train", True)
    title, text = shown(frame.assign(win=1))
    assert title == "Not Ready Yet"
    assert text.startswith("All 700 known outcomes are a win")
    assert "Choose another label column" in text
    robot.click("training.train")
    assert robot.told.startswith("This file cannot be trained on. All 700 known outcomes are a win")
