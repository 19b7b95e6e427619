"""Shared libraries are opened without the interpreter lock, so that the window goes on while the engine is imported.

Python holds its lock while it opens a library: of the learning libraries each takes a tenth of a second and more. It
tells before it does so, and that is where the worker opens the library itself, by a foreign call, which lets the lock
go. Python then finds it open. On Windows Python lets the lock go by itself.
"""

from __future__ import annotations

import ctypes
import functools
import os
import sys
import threading
from collections.abc import Callable
from typing import Any


@functools.cache
def open_unlocked() -> bool:
    """From now on, for the life of the process; whether the system has what it takes."""
    if os.name == "nt" or _dlopen() is None:
        return False
    sys.addaudithook(_hear)
    return True


@functools.cache
def _dlopen() -> Callable[[bytes, int], int | None] | None:
    """The C library's own function, as a foreign one: its result is a handle that nobody closes."""
    found = getattr(ctypes.CDLL(None), "dlopen", None)
    if found is not None:
        found.argtypes, found.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    return found


def _hear(event: str, told: tuple[Any, ...]) -> None:
    """What Python is about to do, from every thread; the window's own gains nothing by letting go."""
    if event == "import":
        name = told[1]  # the file of an extension module, None while a module is looked for
    elif event == "ctypes.dlopen":
        name = told[0]
    else:
        return
    if isinstance(name, str) and os.sep in name and threading.get_ident() != threading.main_thread().ident:
        _open(name)


def _open(name: str) -> None:
    """As Python will: every symbol found now and seen by nobody else. What fails will fail there, with its reason."""
    opened = _dlopen()
    if opened is not None:
        opened(os.fsencode(name), os.RTLD_NOW | os.RTLD_LOCAL)
