"""What a caller may hand to the trainer: frames, Arrow tables or arrays; labels and weights in any sensible form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data.loading import describe
from engine.data.schema import FeatureSchema, Matrix
from engine.errors import WorkbenchError
from engine.models.checks import check_labels
from engine.records import Floats

if TYPE_CHECKING:
    import pandas as pd


def read_features(rows: Any) -> tuple[FeatureSchema, Matrix]:
    """The schema of the training rows and their float32 matrix; arrays get the names f0..fN."""
    if isinstance(rows, np.ndarray):
        if rows.ndim != 2:
            raise WorkbenchError(f"X has {rows.ndim} dimensions.", where="X", code="wrong-shape",
                                 remedy="Give a table or an array of rows by columns.")
        schema = FeatureSchema.plain(f"f{i}" for i in range(rows.shape[1]))
        return schema, schema.encode(_floats(rows, "X"))
    frame = as_frame(rows)
    schema = describe(frame, tuple(frame.columns))
    return schema, schema.encode(frame)


def encode_like(schema: FeatureSchema, rows: Any, where: str) -> Matrix:
    """Further rows in the columns of `schema`; a missing column is refused by name."""
    if isinstance(rows, np.ndarray):
        return schema.encode(_floats(rows, where))
    frame = as_frame(rows)
    absent = [name for name in schema.names if name not in frame.columns]
    if absent:
        raise WorkbenchError(f"{where} lacks {', '.join(absent[:8])}.", where=where, code="missing-features",
                             remedy="Give the columns of the training rows.")
    return schema.encode(frame)


def as_frame(rows: Any) -> pd.DataFrame:
    """A DataFrame with text names; Arrow tables are taken over without a copy where they allow it."""
    import pandas as pd

    frame = rows.to_pandas() if hasattr(rows, "to_pandas") else rows
    if not isinstance(frame, pd.DataFrame):
        raise WorkbenchError(f"X is a {type(rows).__name__}.", where="X", code="not-a-table",
                             remedy="Give a pandas DataFrame, an Arrow table or a float array of rows by columns.")
    names = [str(name) for name in frame.columns]
    twice = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise WorkbenchError(f"The column {twice[0]} is there more than once.", where=twice[0],
                             remedy="Give each column a name of its own.", code="repeated-column")
    dates = [str(name) for name, kind in frame.dtypes.items() if kind.kind in "mM"]
    if dates:
        raise WorkbenchError(f"{dates[0]} holds dates.", where=dates[0], code="not-numeric",
                             remedy="Leave the column out, or turn it into numbers such as the hour of the day.")
    return frame if names == list(frame.columns) else frame.set_axis(names, axis=1)


def read_label(label: Any, rows: int, where: str) -> NDArray[np.int8]:
    """Labels as int8 0 and 1 from booleans, whole or float numbers."""
    values = _floats(_one_column(label), where)
    check_labels(values, rows)
    return values.astype(np.int8)


def read_weight(weight: Any, rows: int) -> Floats:
    """Weights as float64, one a row; judged later."""
    values = _floats(_one_column(weight), "sample_weight").astype(np.float64)
    if len(values) != rows:
        raise WorkbenchError(f"There are {rows} rows and {len(values)} weights.", where="sample_weight",
                             remedy="Give one weight for each row.", code="wrong-length")
    return values


def _one_column(values: Any) -> NDArray[Any]:
    if hasattr(values, "to_pandas"):
        values = values.to_pandas()
    array = np.asarray(values)
    return array.reshape(-1) if array.ndim == 2 and array.shape[1] == 1 else array


def _floats(values: NDArray[Any], where: str) -> NDArray[Any]:
    """Numbers as they are; anything else as float64, or a refusal."""
    if values.dtype.kind in "fiub":
        return values
    try:
        return values.astype(np.float64)
    except (TypeError, ValueError) as error:
        raise WorkbenchError(f"{where} holds something that is not a number.", where=where, code="not-numeric",
                             remedy="Give numbers; for a label 1 (win) and 0 (loss).") from error
