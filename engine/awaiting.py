"""The thin asynchronous face of the engine's plain procedures: run in a thread, never block, pass cancellation on."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from engine.progress import Progress

T = TypeVar("T")

BRISK = 0.001  # seconds after which a working thread hands the interpreter on; Python's own 0.005 is felt


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


class WhileNeeded(Generic[T]):
    """A setting of the whole interpreter, changed while anybody needs it so, and brought back after the last of them.

    `change` sets it and returns what it was, `restore` gets that back.
    """

    def __init__(self, change: Callable[[], T], restore: Callable[[T], object]) -> None:
        self._change, self._restore = change, restore
        self._lock = threading.Lock()
        self._users = 0
        self._usual: list[T] = []

    @contextlib.contextmanager
    def __call__(self) -> Iterator[None]:
        """Needed within the block."""
        with self._lock:
            if not self._users:
                self._usual = [self._change()]
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                if not self._users:
                    self._restore(self._usual.pop())


def _take_turns_more_often() -> float:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, BRISK))
    return usual


brisk = WhileNeeded(_take_turns_more_often, sys.setswitchinterval)  # so that an event loop hardly waits for Python code
