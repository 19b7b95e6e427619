"""The only composition: settings, session, jobs, event loop, window; and the order of shutting down."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from engine.settings import default_workspace
from gui.errors import Faults
from gui.jobs import Jobs
from gui.main_window import MainWindow
from gui.messages import Messages
from gui.session import Session
from gui.theme import theme


def create_window(workspace: Path | str, *, lazy: bool = False) -> MainWindow:
    """The main window over a workspace, whole but not shown. `lazy` leaves hidden tabs for later."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("Make a QApplication first.")
    session = Session(Path(workspace))
    theme.apply(app, session.settings.theme)
    messages = Messages()
    window = MainWindow(session=session, jobs=Jobs(), messages=messages, faults=Faults(messages), lazy=lazy)
    for part in (session, messages, window.jobs, window.faults):
        part.setParent(window)
    return window


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    parser = argparse.ArgumentParser(prog="alphapulse-workbench", description="The window of AlphaPulse Workbench.")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="where models, runs and settings live")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a file of signals, or a bundle, to open")
    args = parser.parse_args(argv)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("AlphaPulse Workbench")
    app.setQuitOnLastWindowClosed(False)
    import qasync

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return runner.run(_stay(args.workspace or default_workspace(), args.file))


async def _stay(workspace: Path, file: Path | None) -> int:
    window = create_window(workspace, lazy=True)
    window.faults.install(workspace / "logs" / "crash.log")
    window.faults.install_loop(asyncio.get_running_loop())
    closed = asyncio.Event()
    window.closing.connect(closed.set)
    window.show()
    window.build_soon()
    await closed.wait()
    await window.jobs.close()
    window.session.close()
    window.faults.uninstall()
    return 0
