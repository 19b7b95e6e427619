"""A value that is made in the background; whoever needs it now goes another way meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Soon(Generic[T]):
    """Made once, in a thread of its own, when `prepare` is first called; `value` is None until then.

    `failure` says in words why it never will be there. The thread is no daemon: a process that ended while a compiler
    or a learning library runs in it would crash.
    """

    def __init__(self, make: Callable[[], T], *, name: str) -> None:
        self._make = make
        self._name = name
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.value: T | None = None
        self.failure = ""

    @property
    def begun(self) -> bool:
        """Whether somebody has asked for it."""
        return self._thread is not None

    @property
    def under_way(self) -> bool:
        """Whether it is being made."""
        return self._thread is not None and self._thread.is_alive()

    def prepare(self, patience: float | None = None) -> T | None:
        """Begin unless that was done, and wait for it, at most `patience` seconds."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name)
                self._thread.start()
        self._thread.join(patience)
        return self.value

    def _run(self) -> None:
        try:
            self.value = self._make()
        except Exception as error:  # whatever ails it, the other way stays open
            self.failure = (str(error) or type(error).__name__).splitlines()[0]
