"""The only composition: settings, session, jobs, event loop, window; and the order of starting and ending."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine.settings import default_workspace, resource
from gui.errors import Faults
from gui.jobs import Jobs
from gui.main_window import MainWindow
from gui.messages import Messages
from gui.session import Session
from gui.single import hand_over
from gui.starting import Start
from gui.theme import theme
from gui.translation import set_language

NAME = "AlphaPulse Workbench"
_ENDS = (signal.SIGINT, signal.SIGTERM)


def create_window(workspace: Path | str, *, lazy: bool = False) -> MainWindow:
    """The main window over a workspace, whole but not shown; `lazy` leaves for later what is not seen at first."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("Make a QApplication first.")
    session = Session(Path(workspace))
    set_language(session.settings.language)
    theme.apply(app, session.settings.theme)
    messages, jobs = Messages(), Jobs()
    faults = Faults(messages)
    window = MainWindow(session=session, jobs=jobs, messages=messages, faults=faults, lazy=lazy)
    for part in (session, messages, jobs, faults):
        part.setParent(window)
    return window


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; the process ends with it, unless another one took the file.

    A window that is to open again, in another language say, is a new process over the same workspace: every word and
    widget is made anew, and nothing of the old window can stay in memory.
    """
    parser = argparse.ArgumentParser(prog="alphapulse-workbench", description=f"The window of {NAME}.")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="where models, runs and settings live")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a file of signals, or a bundle, to open")
    args = parser.parse_args(argv)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    app.setQuitOnLastWindowClosed(False)
    workspace = args.workspace or default_workspace()
    if hand_over(workspace, args.file):
        return 0
    early: list[int] = []
    for number in _ENDS:  # until the loop hears of them: the window is on the screen before it runs
        signal.signal(number, lambda number, _frame: early.append(number))
    window = _shown(workspace)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        again = runner.run(_stay(window, args.file, early))
    if again:
        _become(_same_program(sys.orig_argv, len(sys.argv) - 1, workspace))
    return _leave(0)


def _same_program(command: Sequence[str], arguments: int, workspace: Path) -> list[str]:
    """How to start this program once more over a workspace; of its own command only the last `arguments` change."""
    kept = command[1:len(command) - arguments]  # `-m gui`, a script, or nothing in the frozen program
    return [sys.executable, *kept, "--workspace", str(workspace)]


def _become(command: Sequence[str]) -> None:
    """Be that process from here on; Windows, which cannot, starts it beside this one, which ends."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    subprocess.Popen(command)


def _leave(code: int) -> NoReturn:
    """End the process here: all that is worth keeping is written and closed.

    What would come now is the fall of the interpreter, with Qt's objects and the threads of five native libraries still
    in it: nothing is gained by it, work that would not stop holds it up, and now and then it crashes.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _shown(workspace: Path) -> MainWindow:
    """A window on the screen; what `Start` does comes once it is painted, and keys that are pressed before wait."""
    window = create_window(workspace, lazy=True)
    window.commands.wait()
    window.restore_place()
    window.show()
    return window


async def _stay(window: MainWindow, file: Path | None, early: Sequence[int] = ()) -> bool:
    """Until the window is closed; whether it is to open again. `early` are signals to end that came before."""
    window.faults.install(window.session.folder / "logs" / "crash.log")
    loop = asyncio.get_running_loop()
    window.faults.install_loop(loop)
    for number in _ENDS:
        with contextlib.suppress(NotImplementedError):  # Windows ends programs in another way
            loop.add_signal_handler(number, window.end)
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    start = Start(window, file)
    QTimer.singleShot(0, start, start.begin)
    if early:
        QTimer.singleShot(0, window, window.end)
    await closed.wait()
    window.faults.uninstall()
    return window.reopens
