"""Native work in a thread of its own, so that Cancel need not wait for a library that cannot be interrupted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

GLANCE = 0.05  # seconds between two looks at what the analyst wants


def apart(work: Callable[[], T], waiting: Callable[[], object], abandon: Callable[[], object]) -> T:
    """What `work` returns or raises. `waiting` is called every `GLANCE` seconds while it runs.

    What `waiting` raises comes out at once: `abandon` is told, and the thread ends by itself, heard by nobody, when
    the library next lets it. The thread is no daemon: the interpreter must not fall down while native code runs.
    """
    done = threading.Event()
    found: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:
            errors.append(error)
        finally:
            done.set()

    thread = threading.Thread(target=run, name="alphapulse-fit")
    thread.start()
    try:
        while not done.wait(GLANCE):
            waiting()
    except BaseException:
        abandon()
        raise
    thread.join()
    if errors:
        raise errors[0]
    return found[0]
