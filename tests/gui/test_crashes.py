"""The program is really ended, by kill -9 and by a crash; its next start says what the user has to know and offer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds; a busy machine is no failure

# The program with an ear: whenever nothing runs, it writes down what its user sees. `set` fills in the forms first.
_CHILD = r"""
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import gui.starting
gui.starting.warm_up = lambda *, progress: ()
app = QApplication(sys.argv[:1])
seen, how, folder, *file = sys.argv[1:]

def type_into(field, text):
    field.setText(text)
    field.textEdited.emit(text)

def look():
    window = next((w for w in app.topLevelWidgets() if w.objectName() == "main" and w.isVisible()), None)
    if window is None or window.jobs.active or window.tab("training").waits:
        return
    monitor, form = window.tab("monitor").view, window.tab("training").form
    if how == "set" and window.session.data is not None and not look.done:
        look.done = True
        type_into(form.options.validation.fields["folds"], "7")
        type_into(monitor.learner.form.fields["half_life_events"], "777")
        window.show_tab("models")
    now = window.message_bar.current
    told = {"told": now.text if now else "", "action": now.action[0] if now and now.action else "",
            "details": now.details if now else "", "report": window.report.report(), "set": look.done,
            "open": window.session.path.name if window.session.path else "", "tab": window.tabs.currentIndex(),
            "watched": monitor.source.path.name if monitor.source.path else "",
            "half_life": monitor.learner.form.fields["half_life_events"].text(),
            "folds": form.options.validation.fields["folds"].text()}
    Path(seen + ".new").write_text(json.dumps(told))
    os.replace(seen + ".new", seen)

look.done = False
timer = QTimer(interval=100)
timer.timeout.connect(look)
timer.start()
from gui.app import main
sys.exit(main(["--workspace", folder, *file]))
"""


class Session:
    """One life of the program over a workspace."""

    def __init__(self, folder: Path, screen: str, how: str, *files: Path) -> None:
        self._folder, self._seen = folder, folder.parent / "seen.json"
        self._seen.unlink(missing_ok=True)
        # The stacks name files of this project, and so does the user's own folder here. No bus: it would write there.
        where = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "HOME": str(ROOT),
                 "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CHILD, str(self._seen), how, str(folder), *map(str, files)], cwd=ROOT, env=where,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def until(self, so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """What its user sees, once it is so."""
        end, seen = time.monotonic() + PATIENCE, {}
        while time.monotonic() < end:
            assert self.process.poll() is None, self.process.stdout.read()[-3000:]
            if self._seen.exists() and so(seen := json.loads(self._seen.read_text())):
                return seen
            time.sleep(0.05)
        self.process.send_signal(signal.SIGABRT)  # so that the stacks are known
        self.process.wait(PATIENCE)
        raise AssertionError(f"it did not come to pass: {seen}\n{(self._folder / 'logs' / 'crash.log').read_text()}")

    def die(self, number: signal.Signals) -> None:
        """End it from outside, without a word."""
        self.process.send_signal(number)
        assert self.process.wait(PATIENCE) == -number

    def close(self) -> None:
        """End it as its user does."""
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE) == 0

    def remembers(self, words: str) -> bool:
        """Whether the state on disk holds these words."""
        file = self._folder / "session.json"
        return file.exists() and words in file.read_text()


Start = Callable[..., Session]


@pytest.fixture
def start(screen: str, tmp_path: Path) -> Iterator[Start]:
    """Start the program over one workspace, again and again."""
    made: list[Session] = []

    def begin(how: str = "look", *files: Path) -> Session:
        made.append(Session(tmp_path / "workspace", screen, how, *files))
        return made[-1]

    yield begin
    for one in made:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()


def test_after_kill_9_all_that_was_open_is_there_again_and_twice_in_a_row_is_safe_mode(
    start: Start, sample_file: Path
) -> None:
    first = start("set", sample_file)
    first.until(lambda seen: seen["set"] and first.remembers('"tab": 3') and first.remembers("777"))
    first.die(signal.SIGKILL)
    second = start()
    seen = second.until(lambda seen: seen["tab"] == 3 and seen["open"] != "")
    assert "ended unexpectedly" in seen["told"]
    assert seen["action"] == "Start Empty"
    assert (seen["open"], seen["folds"], seen["half_life"], seen["watched"]) == (
        sample_file.name, "7", "777", sample_file.name)
    second.die(signal.SIGKILL)
    third = start()
    seen = third.until(lambda seen: seen["told"] != "")
    assert seen["told"].startswith("Safe mode: the window ended unexpectedly 2 times in a row.")
    assert seen["action"] == "Open It All the Same"
    assert (seen["open"], seen["tab"]) == ("", 0)
    third.close()


def test_a_crash_leaves_its_stacks_which_the_next_start_offers_without_the_user_s_own_folder(
    start: Start, sample_file: Path
) -> None:
    first = start("look", sample_file)
    first.until(lambda seen: seen["open"] != "")
    first.die(signal.SIGSEGV)
    second = start()
    seen = second.until(lambda seen: seen["told"] != "")
    assert "ended unexpectedly" in seen["told"]
    for text in (seen["details"], seen["report"]):
        assert "Segmentation fault" in text
        assert "gui/app.py" in text
        assert str(ROOT) not in text
    second.close()
