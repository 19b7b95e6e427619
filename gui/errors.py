"""The hooks for everything unexpected: sys, threads, unraisable, the event loop, Qt; all end in one report dialog."""

from __future__ import annotations

import asyncio
import contextlib
import faulthandler
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from engine.monitoring.sources.secret import scrub
from gui.messages import Messages
from gui.translation import tr

log = logging.getLogger("alphapulse.gui")
_QUIET_FOR = 1.0  # seconds in which the same fault is only counted


@dataclass(frozen=True)
class Fault:
    """One unexpected thing: a headline, the whole traceback, how often it came."""

    headline: str
    details: str
    count: int = 1


class Faults(QObject):
    """Collects faults from any thread and tells them in the window's thread, merged and throttled.

    *Signals*: `told(Fault)` at most once a second for the same fault.
    """

    told = Signal(object)
    _caught = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.seen: dict[str, Fault] = {}
        self._told_at: dict[str, float] = {}
        self._restore: list[Callable[[], object]] = []
        self._crash_file: Any = None
        self.last_crash = ""  # the stacks that the last session left, when it was a crash that ended it
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def catch(self, error: BaseException) -> None:
        """Report an error; may be called from any thread."""
        with contextlib.suppress(RuntimeError):  # the window is gone already
            self._caught.emit(error)

    def install(self, crash_log: Path | None = None) -> None:
        """Set all hooks; `uninstall` puts back what was there."""
        self._hook(sys, "excepthook", self._on_sys)
        self._hook(threading, "excepthook", self._on_thread)
        self._hook(sys, "unraisablehook", self._on_unraisable)
        before = qInstallMessageHandler(self._on_qt)
        self._restore.append(lambda: qInstallMessageHandler(before))
        if crash_log is not None:
            self._write_crashes(crash_log)

    def install_loop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of tasks and futures that nobody awaits."""
        loop.set_exception_handler(self._on_loop)
        self._restore.append(lambda: loop.set_exception_handler(None))

    def uninstall(self) -> None:
        """Put back the hooks of before."""
        while self._restore:
            self._restore.pop()()

    def _hook(self, owner: Any, name: str, ours: Any) -> None:
        before = getattr(owner, name)
        setattr(owner, name, ours)
        self._restore.append(lambda: setattr(owner, name, before))

    def _write_crashes(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.last_crash = _put_aside(path)
            self._crash_file = path.open("w", encoding="utf-8")
        except OSError:
            return
        before = faulthandler.is_enabled()
        faulthandler.enable(self._crash_file)
        self._restore.append(lambda: self._end_crash_log(enable=before))

    def _end_crash_log(self, *, enable: bool) -> None:
        faulthandler.disable()
        self._crash_file.close()
        if enable:
            faulthandler.enable()

    # --- the hooks ---

    def _on_sys(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.catch(error)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.catch(args.exc_value)

    def _on_unraisable(self, args: Any) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_value)

    def _on_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, asyncio.CancelledError):
            return
        self.catch(error if error is not None else RuntimeError(context.get("message", tr("The event loop failed."))))

    def _on_qt(self, kind: QtMsgType, context: Any, text: str) -> None:
        level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(kind, logging.WARNING)
        log.log(level, "Qt: %s", text)
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self.catch(RuntimeError(f"Qt: {text}"))

    # --- in the window's thread ---

    @Slot(object)
    def _on_caught(self, error: BaseException) -> None:
        if self._messages.tell(error):
            return
        details = scrub("".join(traceback.format_exception(error)))
        log.error("%s", details)
        key = _place(error)
        seen = self.seen.get(key)
        fault = Fault(scrub(_headline(error)), details, 1 if seen is None else seen.count + 1)
        self.seen[key] = fault
        now = time.monotonic()
        if now - self._told_at.get(key, -_QUIET_FOR) >= _QUIET_FOR:
            self._told_at[key] = now
            self.told.emit(fault)


def _put_aside(path: Path) -> str:
    """What a crash log holds; the file is kept beside the new one."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    if text:
        path.replace(path.with_name("crash-before.log"))
    return text


def _headline(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0]}" if text else type(error).__name__


def _place(error: BaseException) -> str:
    """Tells faults apart by type and place, not by their text."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(error).__name__} {last.filename}:{last.lineno}" if last else f"{type(error).__name__} {error}"
