"""How the last session ended: a small file says that one runs; who finds it at the start knows that one was killed."""

from __future__ import annotations

import contextlib
import json
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from engine.errors import WorkbenchError
from engine.settings import write_atomically

_SETTLED = 60_000  # milliseconds after which an end is no longer the start's fault
_OFTEN = 2  # ends out of order in a row from which nothing is restored by itself


@dataclass(frozen=True)
class LastTime:
    """What is known of the last session: how many in a row ended out of order, and the stacks that a crash left."""

    broken: int = 0
    stacks: str = ""

    @property
    def in_order(self) -> bool:
        """Whether the last session was closed by its user, or there was none."""
        return self.broken == 0

    @property
    def safe_mode(self) -> bool:
        """Whether starting as usual may be what goes wrong."""
        return self.broken >= _OFTEN


class Running(QObject):
    """Keeps the file `running.json` of a workspace while a session lives."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / "running.json"
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED)
        self._timer.timeout.connect(self._settle)

    def begin(self) -> int:
        """Say that a session runs; how many before it, in a row, ended out of order."""
        broken = self._found()
        self._write(broken)
        self._timer.start()
        return broken

    def end(self) -> None:
        """The session ends in order."""
        self._timer.stop()
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _found(self) -> int:
        try:
            found = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return 0
        except (OSError, ValueError):
            return 1 if self._file.is_file() else 0
        before = found.get("broken", 0) if isinstance(found, dict) else 0
        return 1 + (before if isinstance(before, int) else 0)

    @Slot()
    def _settle(self) -> None:
        """This start went well: a later kill is no reason for a start without what was open."""
        self._write(0)

    def _write(self, broken: int) -> None:
        with contextlib.suppress(WorkbenchError):  # a folder that cannot be written to is told elsewhere
            write_atomically(self._file, json.dumps({"broken": broken, "since": time.time()}).encode())


def without_secrets(text: str) -> str:
    """A report without passwords, tokens and the name of the user's own folder."""
    from engine.monitoring.sources.secret import scrub

    home = str(Path.home())
    return scrub(text).replace(home, "~") if len(home) > 1 else scrub(text)
