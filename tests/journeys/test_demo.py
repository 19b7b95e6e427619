"""`alphapulse demo`: the whole job without a screen, in time, with a report that opens anywhere."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Alphapulse, run

LIMIT = 120.0  # seconds on two cores


@dataclass(frozen=True)
class Demo:
    """One demo with an answer in JSON."""

    folder: Path
    workspace: Path
    answer: dict[str, Any]
    seconds: float


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    started = time.monotonic()
    answer = run("demo", "--out", folder / "out", "--json", workspace=folder / "workspace")
    assert answer.code == 0, answer.err
    return Demo(folder / "out", folder / "workspace", answer.json, time.monotonic() - started)


def test_it_is_done_in_time_and_says_where_everything_is(demo: Demo) -> None:
    assert demo.seconds < LIMIT
    assert {"runs", "ensemble", "replay", "bundle", "report"} <= set(demo.answer)
    assert Path(demo.answer["report"]).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert Path(demo.answer["bundle"]).is_file()
    assert {path.name for path in (demo.folder / "pictures").iterdir()} >= {"roc.svg", "calibration.svg", "auc.svg"}


def test_the_figures_are_honest(demo: Demo) -> None:
    for found in demo.answer["runs"]:
        assert 0.5 < found["auc"] < 0.62
        assert found["auc_low"] < found["auc"] < found["auc_high"]
        assert not found["contaminated"]
    meter = demo.answer["leak_meter"]
    assert meter["purged_walk_forward"] == pytest.approx(demo.answer["runs"][0]["auc"], abs=0.08)
    live = demo.answer["replay"]
    assert live["events"] == 3645
    assert live["contaminated"] == 0
    assert 0.4 < live["auc"] < 0.65
    assert sum(demo.answer["ensemble"]["weights"].values()) == pytest.approx(1, abs=1e-6)


def test_another_process_scores_alike_to_the_last_bit(demo: Demo) -> None:
    assert demo.answer["verified"]["largest_difference"] == 0
    assert demo.answer["verified"]["scored_rows"] == 3645
    assert demo.answer["verified"]["golden_rows"] > 0


def test_the_report_fetches_nothing_and_its_plots_are_well_formed(demo: Demo) -> None:
    text = (demo.folder / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"(?:src|href)\s*=|https?://|url\(|@import|<script|<link", text)
    plots = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(plots) >= 7
    for plot in plots:
        assert ET.fromstring(plot).get("aria-label")
    for run_of in demo.answer["runs"]:
        assert f"{run_of['auc']:.3f}" in text


def test_what_it_made_stays_in_the_library(demo: Demo, alphapulse: Alphapulse) -> None:
    kept = alphapulse("models", "--json", workspace=demo.workspace).json["models"]
    assert {found["id"] for found in demo.answer["runs"]} <= {model["id"] for model in kept}
    assert demo.answer["ensemble"]["id"] in {model["id"] for model in kept}
