"""JSON as a bundle may hold it: UTF-8, no repeated keys, no NaN, no numbers beyond a float, no deep nesting."""

from __future__ import annotations

import json
import math
from typing import Any

from engine.bundle.refusal import BundleRefused

DEPTH = 32
DIGITS = 20


def parse(data: bytes, name: str, *, known: bool = False) -> dict[str, Any]:
    """The object that an entry holds; raises `BundleRefused` naming the entry. `known` bytes were dumped here."""
    if known:
        return dict(json.loads(data))
    try:
        value = json.loads(
            data.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_constant, parse_float=_finite,
            parse_int=_short,
        )
        _check(value)
    except _UnfitError as reason:
        raise BundleRefused(f"It holds {reason}.", where=name, code="bundle-json") from None
    except UnicodeDecodeError:
        raise BundleRefused("It is not UTF-8 text.", where=name, code="bundle-json") from None
    except (ValueError, RecursionError):  # the parser's own words quote the file
        raise BundleRefused("It is not valid JSON.", where=name, code="bundle-json") from None
    if not isinstance(value, dict):
        raise BundleRefused("It holds no JSON object.", where=name, code="bundle-json")
    return value


def dump(value: Any, *, readable: bool = True) -> bytes:
    """Canonical text: the same value gives the same bytes. Line by line for people, else many times as quick."""
    return (json.dumps(value, allow_nan=False, ensure_ascii=False, indent=1 if readable else None) + "\n").encode()


class _UnfitError(Exception):
    """What the text holds that it must not."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise _UnfitError("the same key twice")
    return values


def _constant(text: str) -> Any:
    raise _UnfitError(f"{text.lstrip('-')} where a number must be")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _UnfitError("a number too large for a float")
    return value


def _short(text: str) -> int:
    if len(text) > DIGITS:
        raise _UnfitError(f"a whole number of more than {DIGITS} digits")
    return int(text)


def _check(value: Any) -> None:
    """Depth and stray surrogates, without recursion."""
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > DEPTH + 1:  # a plain value within the deepest container is no level of its own
            raise _UnfitError(f"more than {DEPTH} levels")
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                below.extend(item.keys())
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
            elif isinstance(item, str) and not _encodable(item):
                raise _UnfitError("half a character")
        level = below


def _encodable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
