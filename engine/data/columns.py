"""A table with fewer columns: the same signals, seen through a chosen set of features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.data.fingerprint import fingerprint
from engine.data.schema import FeatureSchema
from engine.data.table import SignalTable
from engine.errors import WorkbenchError


def keep_features(table: SignalTable, names: Sequence[str]) -> SignalTable:
    """The table with these features alone, in its own order; the others count as dropped.

    Raises `WorkbenchError` naming the features that it lacks.
    """
    missing = [name for name in names if name not in table.schema.names]
    if missing:
        raise WorkbenchError(
            f"The file lacks {len(missing)} of the {len(names)} columns of the set: {', '.join(missing[:8])}"
            f"{' and more' if len(missing) > 8 else ''}.", where=table.source, code="missing-features",
            remedy="Give a file that has them, or choose the columns anew.")
    wanted = set(names)
    places = [place for place, name in enumerate(table.schema.names) if name in wanted]
    if len(places) == len(table.schema):
        return table
    schema = FeatureSchema(tuple(table.schema.features[place] for place in places))
    matrix = np.ascontiguousarray(table.matrix[:, places])
    gone = tuple(name for name in table.schema.names if name not in wanted)
    return replace(
        table, schema=schema, matrix=matrix, roles=replace(table.roles, dropped=(*table.roles.dropped, *gone)),
        fingerprint=fingerprint(schema, matrix, table.label, table.time, table.label_time, table.realized_rr))
