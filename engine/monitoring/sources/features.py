"""The features of a live feed where no model names them: what its newest rows hold in numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.data import names as spellings
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.records import Roles

_ROLES = (spellings.LABEL_TIME, spellings.ID, spellings.TIME, spellings.LABEL, spellings.WEIGHT)
_PACKED = ("json", "payload", "data")
_RESERVED = frozenset({"kind", "type", "event", *_PACKED})


def schema_of_rows(rows: Iterable[tuple[Sequence[str | bytes], Sequence[Any]]], given: Roles,
                   where: str) -> FeatureSchema:
    """Every field that holds numbers and has no other role, in the order in which they first come."""
    numbers: dict[str, bool] = {}
    for names, values in rows:
        for name, value in _flat(names, values).items():
            if not _taken(name, given):
                numbers[name] = numbers.get(name, True) and _is_number(value)
    found = [name for name, numeric in numbers.items() if numeric]
    if not found:
        raise WorkbenchError(
            "The features are not known: there is no signal yet, and no model that names them.", where=where,
            remedy="Choose a champion, or start once the first signals are there.", code="no-features")
    return FeatureSchema.plain(found)


def _flat(names: Sequence[str | bytes], values: Sequence[Any]) -> Mapping[str, Any]:
    row = {name.decode(errors="replace") if isinstance(name, bytes) else name: value
           for name, value in zip(names, values, strict=True)}
    for packed in _PACKED:
        try:
            inside = json.loads(row[packed])
        except (KeyError, TypeError, ValueError):
            continue
        if isinstance(inside, dict):
            nested = inside.pop("features", {})
            row = {**row, **inside, **(nested if isinstance(nested, dict) else {})}
    return row


def _taken(name: str, given: Roles) -> bool:
    named = {given.label, given.time, given.label_time, given.id, given.weight, *given.dropped, *given.outcomes}
    return (name in named or name.lower() in _RESERVED or spellings.known_afterwards(name)
            or any(spellings.plain(name) in role for role in _ROLES))


def _is_number(value: Any) -> bool:
    if value is None or value in (b"", ""):
        return True
    try:
        return not math.isinf(float(value))
    except (TypeError, ValueError):
        return False
