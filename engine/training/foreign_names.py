"""The column names of a model that another program wrote: made up by the library, or spelled in its own manner."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.data.schema import Feature, FeatureSchema

_MADE_UP = re.compile(r"(?:f|Column_)?(\d+)")
_SPELLED = re.compile(r"[\s\[\]<>,:{}\"]+")


def adopted(parent: FeatureSchema, table: FeatureSchema) -> tuple[FeatureSchema, str]:
    """The parent's schema under the table's names where they can be told, and what was assumed in words.

    Names that count from 0 or 1 (f0, Column_0, 0) were made up by the library: columns are matched by position, if
    there are as many. LightGBM writes a space as an underscore: such names are matched by their spelling there.
    """
    if set(parent.names) == set(table.names):
        return parent, ""
    if _counting(parent.names) and len(parent) == len(table):
        renamed = [_named(mine, name) for mine, name in zip(parent.features, table.names, strict=True)]
        return FeatureSchema(tuple(renamed)), ("The model to go on from names no columns: they are taken in the order "
                                               f"of the data, {table.names[0]} first.")
    spelled = {_spelling(name): name for name in table.names}
    if len(spelled) == len(table) and {_spelling(name) for name in parent.names} <= set(spelled):
        return FeatureSchema(tuple(_named(mine, spelled[_spelling(mine.name)]) for mine in parent.features)), ""
    return parent, ""


def _counting(names: tuple[str, ...]) -> bool:
    found = [_MADE_UP.fullmatch(name) for name in names]
    numbers = [int(match.group(1)) for match in found if match is not None]
    return len(numbers) == len(names) and numbers in ([*range(len(names))], [*range(1, len(names) + 1)])


def _named(feature: Feature, name: str) -> Feature:
    return replace(feature, name=name)


def _spelling(name: str) -> str:
    return _SPELLED.sub("_", name)
