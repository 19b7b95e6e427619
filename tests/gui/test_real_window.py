"""The program itself on a virtual screen, driven by the keyboard alone: its exit code and what it kept."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.data.loading import load_table
from engine.library import runs
from engine.library.store import Workspace
from engine.monitoring.heartbeat import Sign, signs
from engine.records import LinkState
from engine.training import checkpoint
from engine.training.config import ModelType, TrainingConfig
from engine.training.trainer import train_models
from gui.tabs import TABS
from tests.engine.bundle import makers
from tests.services.made import story
from tests.services.redis_server import redis_server

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds; a busy machine is no failure


class Program:
    """The window of a process of its own."""

    def __init__(self, display: str, workspace: Path, *arguments: str) -> None:
        self._workspace = workspace
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "OMP_WAIT_POLICY": "PASSIVE"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gui", "--workspace", str(workspace), *arguments], cwd=ROOT, env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.window = self.wait_for(lambda: self.xdotool("search", "--onlyvisible", "--name", "AlphaPulse Workbench"))
        self.xdotool("windowfocus", "--sync", self.window)

    def xdotool(self, *words: str) -> str:
        return next(iter(self.xdotool_lines(*words)), "")

    def xdotool_lines(self, *words: str) -> list[str]:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip().splitlines()

    def processor_seconds(self) -> float:
        """What all threads have taken so far; 0 once it has ended."""
        try:
            spent = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        except OSError:
            return 0.0
        return sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)

    def wait_for(self, condition: Callable[[], object]) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.process.stdout.read()
            if found := condition():
                return str(found)
            time.sleep(0.05)  # another process can only be asked again
        raise AssertionError("it did not come to pass")

    def end(self) -> int:
        """The exit code; what a crash left is printed for whoever reads of the failure."""
        code = self.process.wait(PATIENCE)
        if code:
            print(self.process.stdout.read(), *(path.read_text() for path in self._workspace.glob("logs/*.log")))
        return code


@pytest.fixture
def program(screen: str, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program; what is left of it is killed."""
    if shutil.which("xdotool") is None:
        pytest.skip("needs xdotool (apt-get install xdotool)")
    started: list[Program] = []

    def start(*arguments: str, display: str = screen) -> Program:
        started.append(Program(display, tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait(5)
        one.process.stdout.close()


def kept(workspace: Path) -> list[str]:
    """The kinds of the runs that a workspace holds."""
    if not (workspace / "workspace.sqlite").exists():
        return []
    with Workspace.open(workspace, read_only=True) as opened:
        return sorted(run.kind for run in runs.list_runs(opened))


def little(workspace: Path) -> None:
    """The form that is found at the start asks for little work."""
    form = {"config": {"rounds": 10, "early_stopping_rounds": 0, "refit": False}, "validation": {"folds": 2}}
    (workspace / "session.json").write_text(json.dumps({"format": 1, "form": form}), encoding="utf-8")


def test_by_the_keyboard_alone_a_file_becomes_three_models(
    program: Callable[..., Program], tmp_path: Path, sample_file: Path
) -> None:
    """Opened, trained, promoted and closed without a mouse."""
    little(tmp_path)
    window = program()
    dialog = ("search", "--onlyvisible", "--name", "Open Signals")
    window.wait_for(lambda: (window.press("ctrl+o"), window.xdotool(*dialog))[1])
    window.xdotool("windowfocus", "--sync", window.xdotool(*dialog))
    window.xdotool("type", "--clearmodifiers", str(sample_file))
    window.press("Return")
    window.wait_for(lambda: not window.xdotool(*dialog))
    window.xdotool("windowfocus", "--sync", window.window)
    window.press("ctrl+Return")  # waits for the file where it is not read yet
    window.wait_for(lambda: len(kept(tmp_path)) == 3)
    window.press("ctrl+q")
    assert window.end() == 0
    assert kept(tmp_path) == ["catboost", "lightgbm", "xgboost"]
    saved = json.loads((tmp_path / "session.json").read_text(encoding="utf-8"))
    assert saved["path"] == str(sample_file)


def blocks_done(workspace: Path) -> int:
    """How many blocks of an unfinished training are on disk."""
    return len(list((workspace / checkpoint.FOLDER).glob("*/*_*.npz")))


def test_a_training_whose_program_was_killed_is_offered_and_resumed_to_the_same_result(
    program: Callable[..., Program], tmp_path: Path, sample_file: Path
) -> None:
    config = TrainingConfig(ModelType.LIGHTGBM, rounds=500, early_stopping_rounds=0)
    form = {"config": {"rounds": 500, "early_stopping_rounds": 0}, "models": ["lightgbm"]}
    (tmp_path / "session.json").write_text(json.dumps({"format": 1, "form": form}), encoding="utf-8")
    first = program(str(sample_file))
    first.press("ctrl+Return")
    first.wait_for(lambda: blocks_done(tmp_path) >= 2)
    first.process.kill()
    assert first.process.wait(PATIENCE) == -signal.SIGKILL
    assert kept(tmp_path) == []
    done = blocks_done(tmp_path)
    assert 2 <= done < 5
    with Workspace.open(tmp_path, read_only=True) as opened:
        (offer,) = checkpoint.OFFERS.of(opened)
    assert offer.done == done
    second = program()
    second.wait_for(lambda: (second.press("ctrl+shift+Return"), kept(tmp_path))[1])
    second.press("ctrl+q")
    assert second.end() == 0
    assert not list((tmp_path / checkpoint.FOLDER).iterdir())
    with Workspace.open(tmp_path, read_only=True) as opened, Workspace.open(tmp_path / "other") as other:
        (resumed,) = runs.list_runs(opened)
        straight = train_models(load_table(sample_file), [config], workspace=other, leak_meter=False).runs[0]
        assert (resumed.scores, resumed.trees, resumed.importance) == (
            straight.scores, straight.trees, straight.importance)


def test_a_bundle_given_on_the_command_line_is_in_the_models_tab(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    (tmp_path / "session.json").write_text(json.dumps({"format": 1, "tab": 1}), encoding="utf-8")
    (tmp_path / "sent.apbundle").write_bytes(makers.model_file("xgboost"))
    window = program(str(tmp_path / "sent.apbundle"))
    window.wait_for(lambda: kept(tmp_path) == ["xgboost"])
    window.press("ctrl+q")
    assert window.process.wait(PATIENCE) == 0
    saved = json.loads((tmp_path / "session.json").read_text(encoding="utf-8"))
    assert saved["tab"] == [spec.name for spec in TABS].index("models")


def test_closing_while_models_train_asks_once_then_ends_and_the_window_is_found_where_it_was(
    program: Callable[..., Program], broad_screen: str, tmp_path: Path, sample_file: Path
) -> None:
    form = {"config": {"rounds": 3000, "early_stopping_rounds": 0}, "models": ["lightgbm"]}
    (tmp_path / "session.json").write_text(json.dumps({"format": 1, "form": form}), encoding="utf-8")
    first = program(str(sample_file), display=broad_screen)
    first.xdotool("windowsize", "--sync", first.window, "1100", "701")
    first.xdotool("windowmove", "--sync", first.window, "37", "71")
    place = first.xdotool_lines("getwindowgeometry", first.window)[1:]
    first.press("ctrl+Return")
    first.wait_for(lambda: list((tmp_path / checkpoint.FOLDER).glob("*")))
    questions = ("search", "--onlyvisible", "--name", "Close the Workbench")
    first.wait_for(lambda: (first.press("ctrl+q"), first.xdotool(*questions))[1])
    first.press("ctrl+q")
    (question,) = first.xdotool_lines(*questions)
    first.press("Escape")  # keeps working
    first.wait_for(lambda: question not in first.xdotool_lines(*questions))
    first.xdotool("windowfocus", "--sync", first.window)
    first.wait_for(lambda: (first.press("ctrl+q"), first.xdotool(*questions))[1])
    first.xdotool("windowfocus", "--sync", first.xdotool(*questions))
    spent = first.processor_seconds()
    first.press("Tab", "space")  # from Keep Working to Cancel It and Close
    while first.process.poll() is None:
        last = first.processor_seconds() or spent
    assert first.end() == 0
    assert last - spent < 3.0  # of the processor: by the clock as well where nothing else runs
    assert kept(tmp_path) == []
    second = program(display=broad_screen)
    assert second.xdotool_lines("getwindowgeometry", second.window)[1:] == place
    second.press("ctrl+q")
    assert second.end() == 0


def test_a_terminated_program_ends_cleanly_and_at_once(program: Callable[..., Program]) -> None:
    window = program()
    began = time.monotonic()
    window.process.send_signal(signal.SIGTERM)
    assert window.end() == 0
    assert time.monotonic() - began < 15.0  # a third of a second on a quiet machine


@pytest.mark.slow
def test_a_live_source_is_watched_through_an_outage_by_the_keyboard_alone(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    with redis_server(tmp_path / "redis") as server:
        server.add("signals", *story(0, 100))
        monitors = [{"address": f"redis://127.0.0.1:{server.port}/0?stream=signals"}]
        (tmp_path / "session.json").write_text(json.dumps(
            {"format": 1, "tab": [spec.name for spec in TABS].index("monitor"),
             "tabs": {"monitor": {"monitors": monitors}}}),
            encoding="utf-8")
        window = program()

        def heard() -> Sign | None:
            return next(iter(signs(tmp_path)), None)

        def started() -> bool:
            if heard() is None:  # the source comes back a moment after the window; a second start does nothing
                window.press("ctrl+shift+p")
                window.xdotool("type", "--delay", "30", "start monitor")
                window.press("Return")
                time.sleep(2.0)  # another process can only be asked again
            return heard() is not None and heard().values["labels"] == 70

        window.wait_for(started)
        server.kill()
        window.wait_for(lambda: heard().feeds[0].state is LinkState.AWAY)
        server.start()
        server.add("signals", *story(100, 130))
        window.wait_for(lambda: heard().values["labels"] == 100)
        window.process.send_signal(signal.SIGTERM)
        assert window.end() == 0
