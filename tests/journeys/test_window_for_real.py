"""The window as a user starts it: its own process on a real (virtual) screen, a file given, closed by a key."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import ROOT, environment

TITLE = "AlphaPulse"
PATIENCE = 30.0


@pytest.fixture
def desktop(screen: str) -> Iterator[dict[str, str]]:
    """The environment of a screen with a window manager, where keys reach the window in front."""
    for tool in ("xdotool", "openbox"):
        if shutil.which(tool) is None:
            pytest.skip(f"needs {tool} (apt-get install {tool})")
    where = environment(DISPLAY=screen, QT_QPA_PLATFORM="xcb")
    manager = subprocess.Popen(["openbox"], env=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield where
    finally:
        manager.terminate()
        manager.wait(10)


@pytest.fixture
def opened(desktop: dict[str, str], tmp_path: Path, sample_file: Path) -> Iterator[subprocess.Popen[str]]:
    """The program with the sample on its command line."""
    command = [sys.executable, "-m", "gui", "--workspace", str(tmp_path / "workspace"), str(sample_file)]
    process = subprocess.Popen(command, cwd=ROOT, env=desktop, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def xdotool(desktop: dict[str, str], *words: str) -> str:
    done = subprocess.run(["xdotool", *words], env=desktop, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def shown(desktop: dict[str, str]) -> str:
    """The id of the visible window, or nothing."""
    return xdotool(desktop, "search", "--onlyvisible", "--name", TITLE).rpartition("\n")[2]


def wait_for(true: Callable[[], str], what: str) -> str:
    """Look again until there is something to see."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(0.05)
    return found


def test_the_window_opens_shows_the_file_and_leaves_nothing_behind(
    desktop: dict[str, str], opened: subprocess.Popen[str], tmp_path: Path
) -> None:
    window = wait_for(lambda: shown(desktop), "the window")
    assert TITLE in xdotool(desktop, "getwindowname", window)
    xdotool(desktop, "windowactivate", "--sync", window)
    xdotool(desktop, "key", "ctrl+3")
    xdotool(desktop, "key", "ctrl+q")
    out, err = opened.communicate(timeout=PATIENCE)
    assert opened.returncode == 0, err
    assert "Traceback" not in err
    assert "QThread" not in err
    assert out == ""
    again = subprocess.run([sys.executable, "-m", "engine.cli", "models", "--json", "--workspace",
                            str(tmp_path / "workspace")], cwd=ROOT, env=desktop, capture_output=True, text=True,
                           check=False)  # fmt: skip
    assert again.returncode == 0, again.stderr  # the lock is free again


def test_a_killed_window_does_not_keep_the_next_one_out(
    desktop: dict[str, str], opened: subprocess.Popen[str], tmp_path: Path
) -> None:
    wait_for(lambda: shown(desktop), "the window")
    opened.kill()
    opened.communicate()
    again = [sys.executable, "-m", "gui", "--workspace", str(tmp_path / "workspace")]
    with subprocess.Popen(again, cwd=ROOT, env=desktop, stderr=subprocess.PIPE, text=True) as second:
        try:
            wait_for(lambda: shown(desktop), "the second window")
        finally:
            second.kill()
