"""Frozen records to JSON text and back, by their type hints; what a file lacks takes the field's default."""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from engine.records import to_plain

T = TypeVar("T")


def to_text(record: Any) -> str:
    """Canonical JSON: keys in the record's order, no NaN, no line breaks; the same record gives the same text."""
    return json.dumps(to_plain(record), allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], values: Mapping[str, Any]) -> T:
    """Rebuild a frozen record from plain JSON; unknown keys are ignored, so that older programs read newer files.

    Raises `ValueError` when a field without default is missing or a value has the wrong shape.
    """
    known = {}
    for name, (hint, required) in _fields(typing.cast("Any", kind)).items():
        if name in values:
            known[name] = _value(hint, values[name], name)
        elif required:
            raise ValueError(f"{kind.__name__} lacks {name}")
    return kind(**known)


@functools.cache
def _fields(kind: Any) -> dict[str, tuple[Any, bool]]:
    hints = typing.get_type_hints(kind)
    missing = dataclasses.MISSING
    return {
        field.name: (hints[field.name], field.default is missing and field.default_factory is missing)
        for field in dataclasses.fields(kind)
    }


def _value(hint: Any, value: Any, name: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _optional(hint, value, name)
    if origin is tuple:
        return _tuple(typing.get_args(hint), value, name)
    if origin is not None:
        return _mapping(hint, value, name)
    if dataclasses.is_dataclass(hint):
        return decode(typing.cast("type[Any]", hint), _mapping(hint, value, name))
    return value if hint is Any else _scalar(hint, value, name)


def _optional(hint: Any, value: Any, name: str) -> Any:
    kinds = [kind for kind in typing.get_args(hint) if kind is not type(None)]
    return None if value is None else _value(kinds[0], value, name)


def _tuple(kinds: tuple[Any, ...], value: Any, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{name} is no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_value(kinds[0], item, name) for item in value)
    return tuple(_value(kind, item, name) for kind, item in zip(kinds, value, strict=True))


def _mapping(hint: Any, value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{name} is no object")
    arguments = typing.get_args(hint)
    if len(arguments) != 2:
        return value
    return {key: _value(arguments[1], item, name) for key, item in value.items()}


def _scalar(hint: Any, value: Any, name: str) -> Any:
    if hint is float:
        return _number(value, name)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(value)
    if type(value) is not hint:
        raise ValueError(f"{name} is no {getattr(hint, '__name__', hint)}")
    return value


def _number(value: Any, name: str) -> float:
    if value is None:
        return float("nan")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{name} is no number")
    return float(value)
