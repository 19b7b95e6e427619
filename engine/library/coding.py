"""Frozen records to JSON text and back, by their type hints; what a file lacks takes the field's default."""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from engine.records import to_plain

T = TypeVar("T")
_Reader = Callable[[Any, str], Any]


def to_text(record: Any) -> str:
    """Canonical JSON: keys in the record's order, no NaN, no line breaks; the same record gives the same text."""
    return json.dumps(to_plain(record), allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], values: Mapping[str, Any]) -> T:
    """Rebuild a frozen record from plain JSON; unknown keys are ignored, so that older programs read newer files.

    Raises `ValueError` when a field without default is missing or a value has the wrong shape.
    """
    known = {}
    for name, (read, required) in _fields(typing.cast("Any", kind)).items():
        if name in values:
            known[name] = read(values[name], name)
        elif required:
            raise ValueError(f"{kind.__name__} lacks {name}")
    return kind(**known)


@functools.cache
def _fields(kind: Any) -> dict[str, tuple[_Reader, bool]]:
    hints = typing.get_type_hints(kind)
    missing = dataclasses.MISSING
    return {
        field.name: (_reader(hints[field.name]), field.default is missing and field.default_factory is missing)
        for field in dataclasses.fields(kind)
    }


@functools.cache
def _reader(hint: Any) -> _Reader:
    """How a value of this type is read; worked out once a type, for a bundle holds thousands of values."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        (kind,) = [each for each in arguments if each is not type(None)]
        read = _reader(kind)
        return lambda value, name: None if value is None else read(value, name)
    if origin is tuple:
        return functools.partial(_tuple, tuple(_reader(each) for each in arguments if each is not Ellipsis),
                                 Ellipsis in arguments)
    if origin is not None:
        return functools.partial(_mapping, _reader(arguments[1]) if len(arguments) == 2 else None)
    if dataclasses.is_dataclass(hint):
        return lambda value, name: decode(typing.cast("type[Any]", hint), _mapping(None, value, name))
    if hint is Any:
        return lambda value, name: value
    return _number if hint is float else functools.partial(_scalar, hint)


def _tuple(readers: tuple[_Reader, ...], alike: bool, value: Any, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{name} is no list")
    if alike:
        return tuple([readers[0](item, name) for item in value])
    return tuple(read(item, name) for read, item in zip(readers, value, strict=True))


def _mapping(read: _Reader | None, value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{name} is no object")
    return value if read is None else {key: read(item, name) for key, item in value.items()}


def _scalar(hint: Any, value: Any, name: str) -> Any:
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
