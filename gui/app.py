"""The only composition: settings, session, jobs, event loop, window; and the order of starting and ending."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import qasync
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine.settings import default_workspace, resource
from gui.collecting import Collector
from gui.errors import Faults
from gui.jobs import Jobs, Lane, working
from gui.main_window import MainWindow
from gui.messages import Message, Messages, Tone
from gui.opening import is_bundle
from gui.session import Session
from gui.theme import theme
from gui.translation import tr
from gui.warming import warm_up

NAME = "AlphaPulse Workbench"


def create_window(workspace: Path | str, *, lazy: bool = False) -> MainWindow:
    """The main window over a workspace, whole but not shown; `lazy` leaves for later what is not seen at first."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("Make a QApplication first.")
    session = Session(Path(workspace))
    theme.apply(app, session.settings.theme)
    messages, jobs = Messages(), Jobs()
    faults = Faults(messages)
    window = MainWindow(session=session, jobs=jobs, messages=messages, faults=faults, lazy=lazy)
    for part in (session, messages, jobs, faults):
        part.setParent(window)
    return window


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    parser = argparse.ArgumentParser(prog="alphapulse-workbench", description=f"The window of {NAME}.")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="where models, runs and settings live")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a file of signals, or a bundle, to open")
    args = parser.parse_args(argv)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    app.setQuitOnLastWindowClosed(False)
    window = create_window(args.workspace or default_workspace(), lazy=True)
    window.restore_place()
    window.show()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        code = runner.run(_stay(window, args.file))
    if working():
        # What would not end in time must not hold the process up, nor lose its library under its feet.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


async def _stay(window: MainWindow, file: Path | None) -> int:
    window.faults.install(window.session.folder / "logs" / "crash.log")
    loop = asyncio.get_running_loop()
    window.faults.install_loop(loop)
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows ends programs in another way
            loop.add_signal_handler(number, window.end)
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    start = _Start(window, file)
    QTimer.singleShot(0, start, start.begin)
    await closed.wait()
    window.faults.uninstall()
    return 0


class _Start(QObject):
    """What happens once the window is on the screen."""

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._collector = Collector(self)
        window.closed.connect(self._collector.end)

    @Slot()
    def begin(self) -> None:
        """Runs, the last session, then the engine in the background."""
        window = self._window
        if window.faults.last_crash:
            window.messages.post(Message(
                Tone.WARNING, tr("The last session ended with a crash; your models are whole."),
                remedy=tr("What was open is opened again."), details=window.faults.last_crash))
        bundle = self._file is not None and is_bundle(self._file)
        if self._file is not None and not bundle:
            window.opener.open(self._file)
        window.library.reload()
        window.restore()
        if self._file is not None and bundle:
            window.opener.open(self._file)  # in front, whichever tab was there at the last end
        window.build_soon()
        window.engine_label.setText(tr("Engine: loading…"))
        job = window.jobs.start(Lane.ENGINE, "warm-up", warm_up)
        job.succeeded.connect(self._on_warm)

    @Slot(object)
    def _on_warm(self, missing: tuple[str, ...]) -> None:
        self._collector.freeze()
        words = tr("Engine: {missing} missing", missing=', '.join(missing)) if missing else tr("Engine: ready")
        self._window.engine_label.setText(words)
