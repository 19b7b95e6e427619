"""Plain values as TOML 1.0; the standard library reads it but does not write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 100


def dumps(values: Mapping[str, Any]) -> str:
    """Tables, lists, texts, numbers and booleans; None is left out, as TOML has no word for it."""
    return "\n".join(_table(values, ())).strip() + "\n"


def _table(values: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    """First what stands in the table itself, then the tables in it."""
    known = {name: value for name, value in values.items() if value is not None}
    inner = {name: value for name, value in known.items() if isinstance(value, Mapping) or _is_tables(value)}
    lines = [f"{_key(name)} = {_value(value)}" for name, value in known.items() if name not in inner]
    for name, value in inner.items():
        here = (*path, name)
        title = ".".join(map(_key, here))
        for each in value if isinstance(value, list) else [value]:
            lines += ["", f"[[{title}]]" if isinstance(value, list) else f"[{title}]", *_table(each, here)]
    return lines


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        return repr(value)  # inf and nan are TOML's words too
    if isinstance(value, list):
        return _list([_value(each) for each in value])
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)} = {_value(each)}" for name, each in value.items()) + "}"
    return str(value)


def _list(cells: list[str]) -> str:
    line = f"[{', '.join(cells)}]"
    return line if len(line) <= _WIDTH else "[\n" + "".join(f"    {cell},\n" for cell in cells) + "]"


def _text(text: str) -> str:
    """A basic string; JSON's escapes are TOML's, but for the one control character that JSON lets through."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
