"""One long-lived writer at a time, such as a monitor's journal: a lock of the operating system, gone with its process.

The library itself needs none: its writes are short transactions, which SQLite queues, so that the window and the
command line share a workspace.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from engine.errors import WorkbenchError

# Windows locks bytes against reading too: the lock lies behind the words that name its holder.
_PLACE = 4096
_TRIES, _MOMENT = 3, 0.01  # seconds


@contextlib.contextmanager
def only_writer(path: Path, what: str) -> Iterator[None]:
    """Hold the lock file `path` for the block; `what` names the work, for the one who is turned away.

    Raises `WorkbenchError` naming the process that holds it. A killed holder leaves no lock behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if not _taken_soon(file):
            raise WorkbenchError(
                f"{what} is already running in this workspace (process {_holder(path)}).", where=str(path.parent),
                remedy="Stop it there first, or choose another workspace.", code="in-use",
            )
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
            _give_back(file)


def _taken_soon(file: BinaryIO) -> bool:
    """Take the lock; whoever only looks whether it is held has it for a moment."""
    for _ in range(_TRIES):
        if _taken(file):
            return True
        time.sleep(_MOMENT)
    return _taken(file)


_writers: dict[Path, tuple[int, contextlib.ExitStack]] = {}
_writing = threading.Lock()


@contextlib.contextmanager
def only_process(path: Path, what: str) -> Iterator[None]:
    """As `only_writer`, but this process may hold it as often as it likes."""
    place = path.absolute()
    with _writing:
        times, stack = _writers.get(place, (0, contextlib.ExitStack()))
        if not times:
            stack.enter_context(only_writer(place, what))
        _writers[place] = times + 1, stack
    try:
        yield
    finally:
        with _writing:
            times, stack = _writers.pop(place)
            if times > 1:
                _writers[place] = times - 1, stack
            else:
                stack.close()


def held(path: Path) -> bool:
    """Whether someone holds the lock file now."""
    try:
        with path.open("r+b") as file:
            if not _taken(file):
                return True
            _give_back(file)
    except OSError:
        pass
    return False


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip() or "unknown"
    except (OSError, UnicodeDecodeError):
        return "unknown"


if sys.platform == "win32":
    import msvcrt

    def _taken(file: BinaryIO) -> bool:
        try:
            file.seek(_PLACE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(file: BinaryIO) -> None:
        file.seek(_PLACE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _give_back(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
