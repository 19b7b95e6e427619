"""Plain loops made into machine code by numba: once a machine, kept beside their files, run without the lock."""

from __future__ import annotations

import sys
import threading
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.soon import Soon

Loop = Callable[..., Any]
PLACING = threading.Lock()  # numba asks one global setting where code is kept, when a function is made


class Machine(Soon[types.SimpleNamespace]):
    """One module's loops, compiled in the background; `value` has the compiled functions by name."""

    def __init__(self, loops: Sequence[Loop], signatures: Mapping[str, str]) -> None:
        super().__init__(lambda: types.SimpleNamespace(**compiled(loops, signatures)), name="compiling")


def compiled(loops: Sequence[Loop], signatures: Mapping[str, str]) -> dict[str, Loop]:
    """Copies of one module's functions, by name, that call each other's compiled form.

    A function with a signature is compiled here and for nothing else, others at their first call. numba keeps the
    code until the module's own file changes, so its constants must stand in that file. Raises `ImportError` where
    numba is not there or not fit for this Python.
    """
    scope = dict(vars(sys.modules[loops[0].__module__]))
    for loop in loops:
        assert isinstance(loop, types.FunctionType)
        copy = types.FunctionType(loop.__code__, scope, loop.__name__)
        copy.__module__, copy.__qualname__ = loop.__module__, loop.__qualname__
        scope[loop.__name__] = made = _made(copy)
        if loop.__name__ in signatures:
            made.compile(signatures[loop.__name__])
            made.disable_compile()
    return {loop.__name__: scope[loop.__name__] for loop in loops}


def _made(copy: types.FunctionType) -> Any:
    """Not compiled yet; its machine code is kept where there is a folder for it."""
    import numba

    with PLACING:
        try:
            return numba.njit(nogil=True, cache=True)(copy)
        except RuntimeError:  # no folder that the machine code could be kept in
            return numba.njit(nogil=True)(copy)
