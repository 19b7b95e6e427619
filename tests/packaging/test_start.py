"""The two commands of the README: what they go on as, and what they say."""

from __future__ import annotations

import importlib
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def went_on(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The Python arguments that the start script goes on with; nothing is set up."""
    environment = importlib.import_module("environment")
    calls: list[list[str]] = []
    monkeypatch.setattr(environment, "prepare", lambda **how: Path("python"))
    monkeypatch.setattr(environment, "become", lambda python, arguments: calls.append(arguments) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    return calls


def start(monkeypatch: pytest.MonkeyPatch, *, display: bool) -> ModuleType:
    monkeypatch.setattr(importlib.import_module("display"), "has_display", lambda environment: display)
    return importlib.import_module("start")


def test_with_a_display_the_window_opens(went_on: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, display=True).main(["signals.csv"]) == 0
    assert went_on == [["-m", "gui", "signals.csv"]]


def test_without_a_display_the_same_job_runs_on_the_sample(
    went_on: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(monkeypatch, display=False).main([]) == 0
    assert went_on == [["-m", "engine.cli", "demo"]]
    assert "No display" in capsys.readouterr().err


def test_headless_may_be_asked_for(went_on: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, display=True).main(["--headless", "--json"]) == 0
    assert went_on == [["-m", "engine.cli", "demo", "--json"]]


def test_a_set_up_that_cannot_be_done_is_one_line_and_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = importlib.import_module("environment")

    def refuse(**how: object) -> None:
        raise environment.SetupError("uv is missing.")

    monkeypatch.setattr(environment, "prepare", refuse)
    assert start(monkeypatch, display=False).main([]) == 1
    assert capsys.readouterr().err == "[setup] uv is missing.\n"


@pytest.mark.parametrize("script", ["start", "check"])
def test_an_old_python_is_told_so(
    script: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = importlib.import_module(script)
    monkeypatch.setattr(module, "OLDEST", (4, 0))
    assert module.main([]) == 1
    assert "3.11 or newer" in capsys.readouterr().err


@pytest.mark.parametrize("script", ["start", "check"])
def test_help_is_given_without_a_set_up(script: str) -> None:
    command = [sys.executable, str(ROOT / "packaging" / f"{script}.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert f"packaging/{script}.py" in done.stdout


def test_only_a_display_that_answers_counts(tmp_path: Path) -> None:
    has_display = importlib.import_module("display").has_display
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have one")
    assert not has_display({})
    assert not has_display({"DISPLAY": ":987"})
    assert not has_display({"DISPLAY": "nonsense"})
    assert not has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "wayland-0").touch()
    assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    with socket.socket(socket.AF_INET) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        assert has_display({"DISPLAY": f"127.0.0.1:{listener.getsockname()[1] - 6000}"})


def test_the_check_plans_its_lanes() -> None:
    plan = importlib.import_module("check").plan
    assert [name for name, _ in plan([])] == ["rules", "types", "import contracts", "tests"]
    assert plan(["--no-lint", "-k", "data"]) == [("tests", ["-m", "pytest", "-k", "data"])]
    assert plan(["--slow"]) == [("tests", ["-m", "pytest", "-m", "slow"])]
    assert plan(["--bench", "--quick"]) == [("benchmarks", ["-m", "tests.benchmarks", "--quick"])]
    assert plan(["--gpu"])[-1] == ("tests", ["-m", "pytest", "-m", "not slow"])
