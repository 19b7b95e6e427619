"""pyqtgraph's own overridden methods, marked as ours are: an error in one of them must not end the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.GraphicsScene import GraphicsScene
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from gui.overrides import answering, nothing_of, override

_ANSWERS: dict[str, Callable[..., Any]] = {
    "boundingRect": nothing_of(QRectF), "shape": nothing_of(QPainterPath), "itemChange": lambda _change, value: value}


def guard() -> None:
    """Mark what Qt calls of pyqtgraph's classes, once."""
    for kind in {GraphicsScene, *_kinds()}:
        for name, method in list(vars(kind).items()):
            if callable(method) and not hasattr(method, "__wrapped__") and _called_by_qt(kind, name):
                mark = answering(_ANSWERS[name]) if name in _ANSWERS else override
                setattr(kind, name, mark(method))


def _kinds() -> Iterator[type]:
    return (kind for kind in vars(pg).values() if isinstance(kind, type) and kind.__module__.startswith("pyqtgraph"))


def _called_by_qt(kind: type, name: str) -> bool:
    return (name in _ANSWERS or name == "paint" or name.endswith("Event")) and any(
        base.__module__.startswith("PySide6") and name in vars(base) for base in kind.__mro__)
