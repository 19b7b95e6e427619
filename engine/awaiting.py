"""The thin asynchronous face of the engine's plain procedures: run in a thread, never block, pass cancellation on."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from engine.progress import Progress

T = TypeVar("T")

BRISK = 0.001  # seconds after which a working thread hands the interpreter on; Python's own 0.005 is felt
_lock = threading.Lock()
_at_work = 0
_usual = 0.005


async def in_thread(work: Callable[..., T], *args: Any, progress: Progress, **named: Any) -> T:
    """`work(*args, progress=progress, **named)` in a thread. Cancelling the awaiting task cancels the work.

    A cancelled task ends only after the work has heard of it, so that nothing goes on behind the caller's back.
    """
    with brisk():
        task = asyncio.ensure_future(asyncio.to_thread(work, *args, progress=progress, **named))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            progress.cancel()
            await asyncio.wait([task])
            if not task.cancelled():
                task.exception()  # heard, so that asyncio does not report it as forgotten
            raise


@contextlib.contextmanager
def brisk() -> Iterator[None]:
    """While work runs, threads take turns more often, so that the event loop hardly waits for Python code in others."""
    global _at_work, _usual
    with _lock:
        if not _at_work:
            _usual = sys.getswitchinterval()
            sys.setswitchinterval(min(_usual, BRISK))
        _at_work += 1
    try:
        yield
    finally:
        with _lock:
            _at_work -= 1
            if not _at_work:
                sys.setswitchinterval(_usual)
