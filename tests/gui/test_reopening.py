"""A window that is to speak another language comes back as a new process over the same workspace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.app import _same_program

ROOT = Path(__file__).resolve().parents[2]

# The program, with a hand that chooses German in the first window, agrees to open it again, and closes the second.
HAND = """
import json, os, sys
from PySide6.QtCore import QTimer
from engine.settings import Language
from gui import app

stay = app._stay

async def with_a_hand(window, *given):
    print(json.dumps({"pid": os.getpid(), "file": str(given[0]), "arguments": sys.argv[1:],
                      "tabs": [window.tabs.tabText(n) for n in range(4)]}), flush=True)
    if window.session.settings.language is Language.GERMAN:
        QTimer.singleShot(0, window, window.end)
    else:
        window.session.update_settings(language=Language.GERMAN)
        QTimer.singleShot(0, window, window.message_bar._act)
    return await stay(window, *given)

app._stay = with_a_hand
sys.exit(app.main())
"""


def test_the_program_comes_back_in_the_language_that_was_chosen(tmp_path: Path, sample_file: Path) -> None:
    script, workspace = tmp_path / "hand.py", tmp_path / "workspace"
    script.write_text(HAND, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script), "--workspace", str(workspace), str(sample_file)], cwd=ROOT,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120,
                          check=False)
    assert done.returncode == 0, done.stderr
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["tabs"][1] == "Online Monitor" != second["tabs"][1]
    assert (first["file"], second["file"]) == (str(sample_file), "None"), "what is open is found again, not given again"
    if os.name == "posix":
        assert first["pid"] == second["pid"], "whoever waits for the program waits on"
    assert not list((workspace / "logs").glob("crash.log")) or not (workspace / "logs" / "crash.log").read_text()


@pytest.mark.parametrize(("command", "arguments", "kept"), [
    (["python", "-m", "gui", "--workspace", "old", "a.csv"], 3, ["-m", "gui"]),
    (["python", "-X", "dev", "-m", "gui"], 0, ["-X", "dev", "-m", "gui"]),
    (["python", "/bin/alphapulse-workbench", "a.csv"], 1, ["/bin/alphapulse-workbench"]),
    (["alphapulse-workbench", "a.csv"], 1, []),  # the frozen program
])
def test_only_its_own_arguments_are_others(command: list[str], arguments: int, kept: list[str]) -> None:
    assert _same_program(command, arguments, Path("here")) == [sys.executable, *kept, "--workspace", "here"]
