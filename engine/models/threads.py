"""How many threads to train with: as many as there are processors free, never the last one."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from engine.models.base import default_threads

_LOOK = 0.04  # seconds over which the processors are watched
_FREE = 0.6  # a processor that is free for so much of the time counts


def free_processors(look: float = _LOOK) -> float:
    """Processors that nobody used while we looked; by the load of the last minute where the system does not tell."""
    before = _idle()
    if before is None:
        return _by_load()
    began = time.perf_counter()
    time.sleep(look)
    after = _idle()
    took = time.perf_counter() - began
    return _by_load() if after is None else max((after - before) / max(took, 1e-3), 0.0)


def chosen(library: str) -> int:
    """Threads for a training: fewer beside other work, since waiting for a busy processor is worse than one thread.

    CatBoost's figures depend on the count, so its own never does on who else is at work: one seed, one result.
    """
    most = default_threads()
    if library == "catboost" or most == 1:
        return most
    return max(1, min(most, int(free_processors() + 1 - _FREE)))


def _idle() -> float | None:
    """Seconds that all processors together have been idle since the start of the machine."""
    with contextlib.suppress(OSError, ValueError, IndexError, AttributeError):
        words = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()
        return (int(words[4]) + int(words[5])) / os.sysconf("SC_CLK_TCK")
    return None


def _by_load() -> float:
    with contextlib.suppress(OSError, AttributeError):
        return max((os.cpu_count() or 1) - os.getloadavg()[0], 0.0)
    return float(default_threads())
