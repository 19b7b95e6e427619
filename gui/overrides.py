"""Overridden Qt methods whose errors are told, not fatal.

PySide6 6.11.3 on Python 3.11 kills the process (SIGSEGV in `PepException_GetArgs`) when a method that Qt calls ends in
an error that the interpreter raised itself: `int("x")`, `[][1]`, `1 / 0`, a call with a wrong argument, a word to an
object that is gone. So no error leaves such a method: it goes to `sys.excepthook`, where the report dialog and the
tests listen. A test looks that every overridden method is marked.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])


def override(method: Method) -> Method:
    """Mark a method that Qt calls and that answers nothing, or False (`eventFilter`) after an error."""
    return answering(lambda *_: False if method.__name__ == "eventFilter" else None)(method)


def answering(otherwise: Callable[..., Any]) -> Callable[[Method], Method]:
    """Mark a method that Qt calls for an answer; after an error it is `otherwise` of the same arguments."""

    def mark(method: Method) -> Method:
        @functools.wraps(method)
        def told(self: Any, *args: Any, **options: Any) -> Any:
            try:
                return method(self, *args, **options)
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
                return otherwise(*args)

        return told  # type: ignore[return-value]

    return mark


def nothing_of(kind: type) -> Callable[..., Any]:
    """For `answering`: an empty one, whatever was asked."""
    return lambda *_: kind()
