"""The thin asynchronous face of the engine's plain procedures: run in a thread, never block, pass cancellation on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from engine.progress import Progress

T = TypeVar("T")


async def in_thread(work: Callable[..., T], *args: Any, progress: Progress, **named: Any) -> T:
    """`work(*args, progress=progress, **named)` in a thread. Cancelling the awaiting task cancels the work.

    A cancelled task ends only after the work has heard of it, so that nothing goes on behind the caller's back.
    """
    task = asyncio.ensure_future(asyncio.to_thread(work, *args, progress=progress, **named))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        progress.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # heard, so that asyncio does not report it as forgotten
        raise
