"""The frozen program answers as a plain Python where its own child processes ask it to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("words", "expected"), [
    (["doctor", "--json"], '"ok": true'), (["-m", "engine.cli", "doctor", "--json"], '"ok": true'),
    (["-c", "print(6 * 7)"], "42"),
], ids=["verb", "module", "code"])  # fmt: skip
def test_it_goes_on_as_what_it_is_asked_for(words: list[str], expected: str) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "frozen.py"), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False,
                          env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"})  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert expected in done.stdout
