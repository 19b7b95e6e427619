"""The learner's loops in two forms that give the same bits: compiled, and as Python runs them.

Compiling costs seconds once a machine. Until it has been done the plain form serves, so nobody waits for it. The
machine code is kept in a folder of its own named after the loops' text: other text never meets old code. numba reads
its index there by pickle, so the folder must be one that nobody else can write to.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import os
import platform
import sys
import threading
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.compiling import PLACING
from engine.online import adwin, book, detectors, distances, kernels, mixing, watched
from engine.records import Floats

_MODULES = (kernels, mixing, book, adwin, detectors, watched, distances)
_making = threading.Lock()
_compiled: types.SimpleNamespace | None = None
_plain: types.SimpleNamespace | None = None
_warm = False
_mine = threading.local()


def compiled() -> types.SimpleNamespace:
    """The loops by name; each is compiled at its first call, once a machine."""
    global _compiled
    with _making:
        if _compiled is None:
            _compiled = _made(_compile)
        return _compiled


def plain() -> types.SimpleNamespace:
    """The same functions as Python runs them: the reference, and the way until the compiled ones are ready."""
    global _plain
    with _making:
        if _plain is None:
            _plain = _made(lambda copy: _ARRAYS.get(copy.__name__, copy))
        return _plain


def best() -> types.SimpleNamespace:
    """The compiled loops where they are ready, else the plain ones; both give the same bits."""
    return compiled() if usable() else plain()


def usable() -> bool:
    """Whether this thread takes the compiled loops: they are ready, or it is here to make them."""
    return _warm or getattr(_mine, "compiling", False)


def ready() -> bool:
    """Whether the compiled functions are loaded, so that using them holds nobody up."""
    return _warm


@contextlib.contextmanager
def compiling() -> Iterator[None]:
    """Within, this thread takes the compiled loops though they may have to be made first; afterwards everyone does."""
    global _warm
    _mine.compiling = True
    try:
        yield
        _warm = True
    finally:
        _mine.compiling = False


def keeps() -> bool:
    """Whether there is a folder for machine code."""
    return _own_folder() is not None


def kept(what: str = "whole") -> bool:
    """Whether the machine code of this very text, Python and numba is in the folder; or that of others by name."""
    folder = _own_folder()
    return folder is not None and (folder / _mark(what)).is_file()


def remember(what: str = "whole") -> None:
    """All machine code is in the folder now."""
    folder = _own_folder()
    if folder is not None:
        (folder / _mark(what)).touch()


def _mark(what: str) -> str:
    versions = "-".join(importlib.metadata.version(name) for name in ("numba", "llvmlite", "numpy"))
    return f"{what}-{sys.implementation.cache_tag}-{platform.machine()}-{versions}"


def _made(make: Callable[[types.FunctionType], Any]) -> types.SimpleNamespace:
    """Copies of all loops that call each other's copy, not the originals."""
    found: dict[str, Any] = {}
    for module in _MODULES:
        scope = {**vars(sys.modules[module.__name__]), **found}
        for loop in module.LOOPS:
            assert isinstance(loop, types.FunctionType)
            copy = types.FunctionType(loop.__code__, scope, loop.__name__)
            copy.__module__, copy.__qualname__ = loop.__module__, loop.__qualname__
            scope[loop.__name__] = found[loop.__name__] = make(copy)
    return types.SimpleNamespace(**found)


def _compile(copy: types.FunctionType) -> Any:
    """One function; those named `..._pass` are called, the others become part of their callers.

    The loops allocate nothing and their caller holds every array, so numba need count no references (`_nrt`): counting
    cost nine tenths of the time.
    """
    inline = "never" if copy.__name__.endswith("_pass") else "always"
    how = {"nogil": True, "error_model": "numpy", "inline": inline}
    try:
        return _kept(copy, {**how, "_nrt": False})
    except KeyError:  # a numba without that option is slower, not wrong
        return _kept(copy, how)


def _kept(copy: types.FunctionType, how: dict[str, Any]) -> Any:
    """The compiled function, its machine code kept where there is a folder for it."""
    import numba
    from numba.core import config

    folder = _own_folder()
    if folder is None:
        return numba.njit(**how)(copy)
    with PLACING:
        before = config.CACHE_DIR
        config.CACHE_DIR = str(folder)  # read when a function is made
        try:
            return numba.njit(cache=True, **how)(copy)
        except RuntimeError:  # the folder went away
            return numba.njit(**how)(copy)
        finally:
            config.CACHE_DIR = before


@functools.cache
def _own_folder() -> Path | None:
    """Where machine code is kept: beside these files, else in the user's own cache; None where others may write."""
    import platformdirs

    text = b"".join(Path(str(module.__file__)).read_bytes() for module in _MODULES)
    name = f"loops-{hashlib.sha256(text).hexdigest()[:16]}"
    for parent in (Path(__file__).parent / "__pycache__", platformdirs.user_cache_path("alphapulse-workbench")):
        folder = parent / name
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            continue
        if _is_ours(folder) and os.access(folder, os.W_OK):
            return folder
    return None


def _is_ours(folder: Path) -> bool:
    """Whether the folder is the user's and no one else can write to it."""
    if sys.platform == "win32":  # the folders are within the user's profile or the installation
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _pairs_with(score: Floats, row: int, said: float, label: int) -> int:
    """`book.pairs_with` on whole arrays."""
    if label == 1:
        ring = score[0, row]
        return int(np.count_nonzero(ring < said)) + int(np.count_nonzero(ring <= said))
    ring = score[1, row]
    return int(np.count_nonzero(ring > said)) + int(np.count_nonzero(ring >= said))


_ARRAYS: dict[str, Callable[..., Any]] = {"pairs_with": _pairs_with, "distance_pass": distances.by_arrays}
