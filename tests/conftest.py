"""What every test may use: the sample, the shared data where it is there, a workspace of its own, a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples every time and no time limits: a busy machine must not fail a test that is right.
hypothesis.settings.register_profile(
    "suite", derandomize=True, deadline=None, database=None, max_examples=50,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("suite")


@pytest.fixture(scope="session")
def sample_file() -> Path:
    """The shipped sample of real signals."""
    return ROOT / "resources" / "sample" / "btc_1h.csv"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The data folder beside the project; the test is skipped by name where it is missing."""
    folder = ROOT.parent / "shared" / "data"
    for candidate in (folder, *(parent / "shared" / "data" for parent in ROOT.parents)):
        if candidate.is_dir():
            return candidate
    pytest.skip("needs the data folder ../shared/data")


@pytest.fixture
def workspace_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace that is also the default one."""
    folder = tmp_path / "workspace"
    monkeypatch.setenv("ALPHAPULSE_WORKSPACE", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _nothing_outside(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default workspace of a test is never the user's own."""
    if "ALPHAPULSE_WORKSPACE" not in os.environ:
        monkeypatch.setenv("ALPHAPULSE_WORKSPACE", str(tmp_path_factory.getbasetemp() / "default-workspace"))


@pytest.fixture(autouse=True)
def _no_stray_threads() -> Iterator[None]:
    """A test ends the threads that it started: one left behind would work on in the next test."""
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 30.0  # a first compilation may take that long on a busy machine
    stray = _strays(before)
    for thread in stray:
        thread.join(max(0.0, patience - time.monotonic()))
    left = [thread.name for thread in stray if thread.is_alive()]
    if left:
        pytest.fail(f"threads left running: {', '.join(left)}", pytrace=False)


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The DISPLAY of a virtual screen of 1280x720; skipped by name where Xvfb is not installed."""
    with virtual_screen("1280x720") as display:
        yield display


@pytest.fixture
def broad_screen() -> Iterator[str]:
    """A screen that is larger than the window."""
    with virtual_screen("1920x1080") as display:
        yield display


@contextmanager
def virtual_screen(size: str) -> Iterator[str]:
    """The DISPLAY of a screen that nobody sees."""
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb (apt-get install xvfb)")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    try:
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def _strays(before: set[threading.Thread]) -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
