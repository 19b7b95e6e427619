"""The compiled form of the learner's loops: made once, kept beside their files, run without the interpreter's lock."""

from __future__ import annotations

import sys
import threading
import types
from collections.abc import Callable
from typing import Any

from engine.online import adwin, book, kernels

_lock = threading.Lock()
_compiled: types.SimpleNamespace | None = None
_warm = False


def compiled() -> types.SimpleNamespace:
    """The functions of `kernels`, `book` and `adwin` by name; each is compiled at its first call, once a machine."""
    global _compiled
    with _lock:
        if _compiled is None:
            _compiled = types.SimpleNamespace(**{
                name: loop for module in (kernels, book, adwin) for name, loop in _compile(module.LOOPS).items()
            })
        return _compiled


def ready() -> bool:
    """Whether the compiled functions are loaded, so that using them holds nobody up."""
    return _compiled is not None and _warm


def set_ready() -> None:
    """Note that every loop has run once; see `prequential.warm_up`."""
    global _warm
    _warm = True


def plain() -> types.SimpleNamespace:
    """The same functions as Python runs them: the reference, and the way for a few rows."""
    return types.SimpleNamespace(**{loop.__name__: loop for loop in (*kernels.LOOPS, *book.LOOPS, *adwin.LOOPS)})


def _compile(loops: tuple[Callable[..., Any], ...]) -> dict[str, Any]:
    """Copies of one module's functions that call each other's compiled form; those named `..._pass` are called."""
    import numba

    scope = dict(vars(sys.modules[loops[0].__module__]))
    for loop in loops:
        assert isinstance(loop, types.FunctionType)
        copy = types.FunctionType(loop.__code__, scope, loop.__name__)
        copy.__module__, copy.__qualname__ = loop.__module__, loop.__qualname__
        # Each call of a function of its own would count references of every array that it is handed.
        inline = "never" if loop.__name__.endswith("_pass") else "always"
        how = {"nogil": True, "error_model": "numpy", "inline": inline}
        try:
            scope[loop.__name__] = numba.njit(cache=True, **how)(copy)
        except RuntimeError:  # no folder that the machine code could be kept in
            scope[loop.__name__] = numba.njit(**how)(copy)
    return {loop.__name__: scope[loop.__name__] for loop in loops}
