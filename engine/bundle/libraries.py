"""Which learning libraries are installed, and in which version; asked without importing them."""

from __future__ import annotations

import functools
import importlib.metadata
import importlib.util

# The distribution that brings a library may have another name.
_DISTRIBUTIONS = {"xgboost": ("xgboost", "xgboost-cpu"), "lightgbm": ("lightgbm",), "catboost": ("catboost",)}


@functools.cache
def version(kind: str) -> str:
    """The installed version, "" when there is none. Our own learner's is that of its arithmetic, unknown before 1."""
    if kind == "online":
        return "1"
    for name in _DISTRIBUTIONS.get(kind, ()):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return ""


def missing(kind: str) -> str:
    """ "" when the library can be imported, else the reason in words."""
    if kind == "online":  # our own: NumPy is all it needs
        return ""
    if importlib.util.find_spec(kind) is not None:
        return ""
    return f"{kind} is not installed"
