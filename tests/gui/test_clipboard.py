"""What is copied from a chart is on the clipboard of the system, where other programs find it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.gui.plots.conftest import roc
panel = roc(); panel.show()
getattr(panel, sys.argv[1])()
print("copied", flush=True)
from PySide6.QtCore import QTimer
QTimer.singleShot(60_000, app.quit)
app.exec()  # the loop of this little program, not of a dialog
"""


@pytest.mark.parametrize(("act", "kind", "begins"), [
    ("copy_image", "image/png", b"\x89PNG"), ("copy_data", "UTF8_STRING", b"Run\tFalse positive rate"),
])
def test_another_program_gets_what_a_chart_copied(screen: str, act: str, kind: str, begins: bytes) -> None:
    if shutil.which("xclip") is None:
        pytest.skip("needs xclip (apt-get install xclip)")
    where = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen([sys.executable, "-c", _SCRIPT, act], cwd=ROOT, env=where, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as program:
        try:
            assert program.stdout.readline() == b"copied\n"
            got = subprocess.run(["xclip", "-selection", "clipboard", "-t", kind, "-o"], env=where,
                                 capture_output=True, check=True, timeout=30).stdout
        finally:
            program.kill()
    assert got.startswith(begins)
