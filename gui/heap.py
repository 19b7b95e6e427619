"""Free memory goes back to the system: glibc would keep what a heavy job has freed, in each thread's own heap."""

from __future__ import annotations

import ctypes
import functools
import sys
from collections.abc import Callable


@functools.cache
def _trim() -> Callable[[int], int] | None:
    """The C library's own function; only glibc has it."""
    if not sys.platform.startswith("linux"):
        return None
    found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found


def give_back() -> None:
    """Hand whole free pages back; a millisecond as a rule, some more where there is much."""
    trim = _trim()
    if trim is not None:
        trim(0)
