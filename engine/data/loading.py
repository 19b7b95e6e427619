"""From a file or a frame to a `SignalTable`: roles, checks, order of time, and the float32 matrix."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.fingerprint import fingerprint
from engine.data.labels import encode_label
from engine.data.reading import read_frame
from engine.data.roles import NOTHING_GIVEN, feature_names, guess_roles
from engine.data.schema import Feature, FeatureSchema, Kind, category_name, encode_column
from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.data.times import UNKNOWN_TIME, missing, to_nanoseconds
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Floats, Ints, Level, Roles

if TYPE_CHECKING:
    import pandas as pd


def load_table(path: Path | str, given: Roles = NOTHING_GIVEN, *, progress: Progress | None = None) -> SignalTable:
    """Read a file with labels for training; what cannot be used is refused in words."""
    progress = progress or Progress()
    raw = read_frame(path, progress=progress.part(0.0, 0.7))
    roles = guess_roles(raw.frame, given)
    if roles.label is None:
        raise WorkbenchError("No column holds a win or loss.", where=str(path), code="no-label",
                             remedy="Name the label column with --label.")
    return table_from_frame(raw.frame, roles, source=str(path), progress=progress.part(0.7, 1.0), rows=raw.rows,
                            findings=raw.findings)


def load_for_schema(
    path: Path | str, schema: FeatureSchema, given: Roles = NOTHING_GIVEN, *, progress: Progress | None = None
) -> SignalTable:
    """Read a file for a model's own features; the label may be absent, a feature may not."""
    progress = progress or Progress()
    raw = read_frame(path, progress=progress.part(0.0, 0.7))
    absent = [name for name in schema.names if name not in raw.frame.columns]
    if absent:
        raise WorkbenchError(f"The file lacks {len(absent)} of the model's features: {', '.join(absent[:8])}.",
                             where=str(path), remedy="Give a file with the columns of the training data.",
                             code="missing-features")
    others = raw.frame.drop(columns=[name for name in schema.names if name in raw.frame.columns])
    roles = guess_roles(others, given)
    return table_from_frame(raw.frame, roles, source=str(path), progress=progress.part(0.7, 1.0), schema=schema,
                            rows=raw.rows, findings=raw.findings)


def table_from_frame(
    frame: pd.DataFrame, roles: Roles, *, source: str = "", progress: Progress | None = None,
    schema: FeatureSchema | None = None, rows: Ints | None = None, findings: tuple[Finding, ...] = (),
) -> SignalTable:
    """Encode a frame by its roles, sorted by time; `schema` given: by that schema, else by its own feature columns."""
    progress = progress or Progress()
    time = None if roles.time is None else to_nanoseconds(frame[roles.time])
    rows = np.arange(len(frame)) if rows is None else rows
    keep = np.arange(len(frame)) if time is None else np.flatnonzero(~missing(time))
    if time is not None:
        keep = keep[np.argsort(time[keep], kind="stable")]
        time = time[keep]
    frame = frame.iloc[keep]
    features = feature_names(frame, roles) if schema is None else schema.names
    schema = schema or describe(frame, features)
    matrix = _encode(frame, schema, progress)
    label = _label(frame, roles)
    label_time = _label_time(frame, roles, time, label)
    rr = None if roles.weight is None else _numbers(frame, roles.weight)
    ids = None if roles.id is None else frame[roles.id].astype(str).to_numpy(dtype=object)
    return SignalTable(
        schema=_with_ranges(schema, matrix), matrix=matrix, label=label, time=time, label_time=label_time,
        realized_rr=rr, ids=ids, row=rows[keep], roles=roles, source=source,
        fingerprint=fingerprint(schema, matrix, label, time, label_time, rr), findings=findings,
    )


def describe(frame: pd.DataFrame, features: tuple[str, ...]) -> FeatureSchema:
    """The schema of a frame's own columns: numbers, and texts as categories in order of appearance."""
    import pandas as pd

    def feature(name: str) -> Feature:
        column = frame[name]
        if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column) or column.isna().all():
            return Feature(name)
        return Feature(name, Kind.CATEGORY, tuple(category_name(value) for value in column.dropna().unique()))

    return FeatureSchema(tuple(feature(name) for name in features))


def _encode(frame: pd.DataFrame, schema: FeatureSchema, progress: Progress) -> NDArray[np.float32]:
    matrix = np.full((len(frame), len(schema)), np.nan, dtype=np.float32)
    for position, feature in enumerate(schema.features):
        if feature.name in frame.columns:
            with np.errstate(over="ignore"):
                matrix[:, position] = encode_column(feature, frame[feature.name])
        progress.report(position / max(len(schema), 1), f"encoding {feature.name}")
    matrix[np.isinf(matrix)] = np.nan
    return matrix


def _with_ranges(schema: FeatureSchema, matrix: NDArray[np.float32]) -> FeatureSchema:
    def ranged(position: int, feature: Feature) -> Feature:
        values = matrix[:, position]
        known = values[~np.isnan(values)]
        if not len(known):
            return replace(feature, missing_share=1.0)
        return replace(feature, low=float(known.min()), high=float(known.max()),
                       missing_share=1 - len(known) / len(values))

    return FeatureSchema(tuple(ranged(i, f) for i, f in enumerate(schema.features)))


def _label(frame: pd.DataFrame, roles: Roles) -> NDArray[np.int8]:
    if roles.label is None:
        return np.full(len(frame), UNKNOWN_LABEL, dtype=np.int8)
    return encode_label(frame[roles.label], roles.label)


def _label_time(frame: pd.DataFrame, roles: Roles, time: Ints | None, label: NDArray[np.int8]) -> Ints | None:
    """-1 where the label is not known yet; never before the signal."""
    if roles.label_time is None or time is None:
        return None
    found = to_nanoseconds(frame[roles.label_time])
    gone = missing(found)
    longest = int((found[~gone] - time[~gone]).max()) if (~gone).any() else 0
    found = np.maximum(np.where(gone, time + longest, found), time)
    return np.where(label == UNKNOWN_LABEL, UNKNOWN_TIME, found)


def _numbers(frame: pd.DataFrame, name: str) -> Floats:
    import pandas as pd

    return np.asarray(pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan))


def note(level: Level, code: str, column: str, message: str, remedy: str = "") -> Finding:
    """A finding in one line."""
    return Finding(level, code, column, message, remedy)
