"""Plain loops made into machine code by numba: once a machine, kept beside their files, run without the lock."""

from __future__ import annotations

import sys
import threading
import types
from collections.abc import Callable, Sequence
from typing import Any

Loop = Callable[..., Any]


def compiled(loops: Sequence[Loop], signatures: dict[str, str] | None = None) -> dict[str, Loop]:
    """Copies of one module's functions, by name, that call each other's compiled form.

    A function with a signature is compiled here and for nothing else, others at their first call. numba keeps the
    code until the module's own file changes, so its constants must stand in that file. Raises `ImportError` where
    numba is not there or not fit for this Python.
    """
    import numba

    scope = dict(vars(sys.modules[loops[0].__module__]))
    for loop in loops:
        assert isinstance(loop, types.FunctionType)
        copy = types.FunctionType(loop.__code__, scope, loop.__name__)
        copy.__module__, copy.__qualname__ = loop.__module__, loop.__qualname__
        given = (signatures or {}).get(loop.__name__)
        try:
            scope[loop.__name__] = numba.njit(given, nogil=True, cache=True)(copy)
        except RuntimeError:  # no folder that the machine code could be kept in
            scope[loop.__name__] = numba.njit(given, nogil=True)(copy)
    return {loop.__name__: scope[loop.__name__] for loop in loops}


class Machine:
    """One module's loops, compiled in the background; whoever needs them now goes another way meanwhile."""

    def __init__(self, loops: Sequence[Loop], signatures: dict[str, str]) -> None:
        self._loops = loops
        self._signatures = signatures
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._made: types.SimpleNamespace | None = None
        self.failure = ""

    @property
    def code(self) -> types.SimpleNamespace | None:
        """The compiled functions by name; None until they are ready."""
        return self._made

    def prepare(self, patience: float | None = None) -> types.SimpleNamespace | None:
        """Begin to compile unless that was done, and wait for it (at most `patience` seconds); see `failure`.

        The thread is no daemon: a process that ends while a compiler runs in it would crash.
        """
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._make, name="compiling")
                self._thread.start()
        self._thread.join(patience)
        return self._made

    def _make(self) -> None:
        try:
            self._made = types.SimpleNamespace(**compiled(self._loops, self._signatures))
        except Exception as error:  # whatever ails the compiler, the other way stays open
            self.failure = f"{type(error).__name__}: {error}"
