"""The program as a screen reader finds it: over AT-SPI, from another process, on a real window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.gui import invented

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("screen_reader.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PATIENCE = 300.0  # seconds; a busy machine is no failure
# Whoever has one of these roles does something or tells something. A slider's arrows and a line in a menu do neither.
NAMED = {"push button", "toggle button", "check box", "radio button", "combo box", "spin button", "slider", "text",
         "table", "tree table", "list", "page tab", "page tab list", "menu item", "popup menu", "progress bar",
         "table column header", "chart", "dialog", "frame"}


@pytest.fixture(scope="module")
def heard(screen: str, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What the reader wrote down of a window over three runs and the sample."""
    for program, package in (("dbus-run-session", "dbus"), (str(LAUNCHER), "at-spi2-core")):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program} (apt-get install {package})")
    python = "/usr/bin/python3"
    if subprocess.run([python, "-c", "import gi; gi.require_version('Atspi', '2.0')"], capture_output=True).returncode:
        pytest.skip("needs the system Python's AT-SPI (apt-get install python3-gi gir1.2-atspi-2.0)")
    folder = tmp_path_factory.mktemp("heard")
    invented.three(folder / "workspace")
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                   "OMP_WAIT_POLICY": "PASSIVE", "XDG_RUNTIME_DIR": str(folder)}
    program = [sys.executable, "-m", "gui", "--workspace", str(folder / "workspace"), str(sample_file)]
    session = f"{LAUNCHER} --launch-immediately & exec \"$@\""
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", session, "bash", python, str(READER), str(folder / "heard"), *program],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads((folder / "heard").read_text(encoding="utf-8")))


def test_everything_that_acts_or_tells_has_a_name(heard: Mapping[str, Any]) -> None:
    nodes = heard["nodes"]
    assert {"push button", "check box", "combo box", "slider", "text", "table"} <= {node["role"] for node in nodes}
    nameless = [node["path"] for node in nodes if node["role"] in NAMED and not node["name"].strip()]
    assert not nameless


def test_charts_are_read_out_with_their_numbers(heard: Mapping[str, Any]) -> None:
    told = [node for node in heard["nodes"] if node["role"] in {"panel", "filler", "chart"} and node["description"]]
    for chart in ("AUC", "ROC", "Calibration", "Precision and Recall", "Feature Importance"):
        first = next(node["description"] for node in told if node["name"] == chart)
        assert "xgb-2" in first, chart
        assert any(letter.isdigit() for letter in first), (chart, first)


def test_train_and_cancel_are_pressed_by_the_reader_and_what_follows_is_told(heard: Mapping[str, Any]) -> None:
    assert heard["told"]
    assert heard["ended"] == ["Cancelled. Nothing was kept."]
    assert heard["code"] == 0, heard["output"]
