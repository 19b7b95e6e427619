"""From rows and labels in memory to the members' panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.fingerprint import fingerprint
from engine.data.schema import FeatureSchema, Matrix
from engine.ensemble.building import Gathered
from engine.ensemble.members import Member, score, unseen_rows
from engine.ensemble.panel import Panel
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Floats, Ints


def gather(
    X: Any, y: Any, members: Sequence[Member], progress: Progress, *, time: Any = None, label_time: Any = None,
    realized_rr: Any = None,
) -> Gathered:
    """Every member's predictions on rows given in order of time; a frame's time index serves as `time`.

    Rows that a member was trained on do not count for it, as far as times or the rows themselves tell; where nothing
    tells, a warning does.
    """
    label = labels(y)
    times = nanoseconds(time) if time is not None else index_times(X)
    encoded: dict[FeatureSchema, Matrix] = {}
    probability = np.full((len(members), len(label)), np.nan)
    warnings: dict[str, str] = {}
    for place, member in enumerate(members):
        part = progress.part(place / len(members), (place + 1) / len(members))
        matrix = _matrix(member, X, len(label), encoded)
        unseen, warning = unseen_rows(member, times, len(label), _print(member, matrix, label), partial(_same, matrix))
        rows = np.flatnonzero(unseen)
        if len(rows) and member.model is not None:
            probability[place, rows] = score(member.model, matrix[rows], part, member.name)
        if warning:
            warnings[member.name] = warning
    usable = np.flatnonzero(~np.isnan(probability).any(axis=0) & (label >= 0))
    panel = Panel(
        tuple(member.name for member in members), probability[:, usable], label[usable], usable.astype(np.int64),
        _taken(times, usable), _taken(None if label_time is None else nanoseconds(label_time), usable),
        None if realized_rr is None else np.asarray(realized_rr, dtype=np.float64)[usable],
    )
    return Gathered(in_order(panel), usable, warnings)


def labels(y: Any) -> NDArray[np.int8]:
    """Labels (n,) 1, 0, or -1 where not known (-1 or NaN); `WorkbenchError` for anything else."""
    values = np.asarray(y, dtype=np.float64).reshape(-1)
    values = np.where(np.isnan(values), -1, values)
    if not np.isin(values, (-1, 0, 1)).all():
        raise WorkbenchError("The labels are not all 0 (loss) or 1 (win).", where="y", code="bad-label",
                             remedy="Give 1 for a win, 0 for a loss, and leave empty what is not known.")
    return values.astype(np.int8)


def nanoseconds(values: Any) -> Ints:
    """Times (n,) as ns since 1970 UTC from int64, datetime64 or a pandas column."""
    if hasattr(values, "to_numpy") and getattr(values.dtype, "tz", None) is not None:
        values = values.dt.tz_convert("UTC").dt.tz_localize(None) if hasattr(values, "dt") else values.tz_convert(None)
    found = np.asarray(values)
    return found.astype(np.int64) if found.dtype.kind in "iu" else found.astype("datetime64[ns]").astype(np.int64)


def index_times(X: Any) -> Ints | None:
    """The times in a frame's index, if that is what it holds."""
    index = getattr(X, "index", None)
    return nanoseconds(index) if getattr(getattr(index, "dtype", None), "kind", "") == "M" else None


def in_order(panel: Panel) -> Panel:
    """The panel by time; as it is where times are not known or already rise."""
    if panel.time is None or not (panel.time[1:] < panel.time[:-1]).any():
        return panel
    return panel.take(np.argsort(panel.time, kind="stable"))


def _matrix(member: Member, X: Any, count: int, encoded: dict[FeatureSchema, Matrix]) -> Matrix:
    if member.model is None:
        raise ValueError(f"{member.name} is not open")
    schema = member.model.schema
    if schema not in encoded:
        _check_columns(member, schema, X)
        encoded[schema] = schema.encode(X)
    if len(encoded[schema]) != count:
        raise WorkbenchError(f"There are {len(encoded[schema])} rows and {count} labels.", where="y",
                             remedy="Give one label for each row.", code="wrong-length")
    return encoded[schema]


def _check_columns(member: Member, schema: FeatureSchema, X: Any) -> None:
    """In live use a lacking column is a missing value; here it would only make the member look bad."""
    columns = getattr(X, "column_names", None)
    columns = getattr(X, "columns", None) if columns is None else columns
    if columns is None or isinstance(X, Mapping):
        return
    absent = [name for name in schema.names if name not in set(map(str, columns))]
    if absent:
        raise WorkbenchError(
            f"The rows lack {len(absent)} of its features: {', '.join(absent[:8])}.", where=member.name,
            remedy="Give the columns that the model was trained on.", code="missing-features",
        )


def _print(member: Member, matrix: Matrix, label: NDArray[np.int8]) -> str:
    """The rows' fingerprint, made only where a member has one to compare with."""
    if member.model is None or not any(seen.fingerprint for seen in member.exposure):
        return ""
    return fingerprint(member.model.schema, matrix, label)


def _same(matrix: Matrix) -> Matrix:
    return matrix


def _taken(values: Floats | Ints | None, rows: Ints) -> Any:
    return None if values is None else values[rows]
