"""What every test may use: the sample, the shared data where it is there, a workspace of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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
