"""Small tables of signals and a workspace of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.library.store import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty, open workspace."""
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened
