"""From the columns of a chunk to the matrix that models see, telling which cells could not be read."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.reading.words import is_missing, number_of
from engine.data.schema import Feature, FeatureSchema, Kind, Matrix, category_name
from engine.errors import WorkbenchError
from engine.records import Floats

Mask = NDArray[np.bool_]
_TRUTH = {"true": 1.0, "false": 0.0}


def encode(schema: FeatureSchema, table: Any, decimal: str = ".") -> tuple[Matrix, dict[str, Mask], dict[str, Mask]]:
    """The matrix (n, d); by feature, the rows whose cell is no number, and those whose category is not known.

    Unreadable cells are NaN in the matrix; so are unknown categories, which models take as missing.
    """
    matrix = np.empty((len(table), len(schema)), dtype=np.float32)
    unreadable, unknown = {}, {}
    for place, feature in enumerate(schema.features):
        column = table.column(feature.name).combine_chunks()
        if feature.kind is Kind.CATEGORY:
            matrix[:, place], wrong = _codes(column, feature)
            unknown.update({feature.name: wrong} if wrong.any() else {})
        else:
            matrix[:, place], wrong = _numbers(column, feature, decimal)
            unreadable.update({feature.name: wrong} if wrong.any() else {})
    return matrix, unreadable, unknown


def _numbers(column: Any, feature: Feature, decimal: str) -> tuple[Floats, Mask]:
    import pyarrow as pa

    kind = column.type
    if pa.types.is_null(kind):
        return np.full(len(column), np.nan), np.zeros(len(column), dtype=bool)
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        values, wrong = _from_text(column, decimal)
    elif pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind) or \
            pa.types.is_decimal(kind):
        values = column.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False)
        wrong = np.zeros(len(values), dtype=bool)
    else:
        raise WorkbenchError(f"{feature.name} holds {kind} where the model wants numbers.", where=feature.name,
                             remedy="Give the column as numbers, as in the training data.", code="not-numeric")
    with np.errstate(over="ignore"):
        infinite = np.isinf(values.astype(np.float32))
    return np.where(infinite, np.nan, values), wrong | infinite


def _from_text(column: Any, decimal: str) -> tuple[Floats, Mask]:
    import pyarrow as pa
    import pyarrow.compute as pc

    text = pc.utf8_trim_whitespace(column)
    plain = pc.replace_substring(text, ",", ".") if decimal == "," else text
    try:
        values = plain.cast(pa.float64()).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid:
        return _one_by_one(text.to_pylist(), decimal)
    return values, np.zeros(len(values), dtype=bool)


def _one_by_one(cells: list[str | None], decimal: str) -> tuple[Floats, Mask]:
    values, wrong = np.full(len(cells), np.nan), np.zeros(len(cells), dtype=bool)
    for row, cell in enumerate(cells):
        if cell is None or is_missing(cell):
            continue
        number = _TRUTH.get(cell.lower(), number_of(cell, decimal))
        values[row], wrong[row] = np.nan if number is None else number, number is None
    return values, wrong


def _codes(column: Any, feature: Feature) -> tuple[Floats, Mask]:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_string(column.type):
        column = pc.utf8_trim_whitespace(column)
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    known = {name: float(code) for code, name in enumerate(feature.categories)}
    names = [None if value is None else category_name(value) for value in encoded.dictionary.to_pylist()]
    codes = np.asarray([known.get(name, np.nan) if name is not None else np.nan for name in names] + [np.nan])
    absent = encoded.indices.is_null().to_numpy(zero_copy_only=False)
    places = np.where(absent, len(names), encoded.indices.fill_null(0).to_numpy(zero_copy_only=False)).astype(np.intp)
    values = codes[places]
    nothing = np.asarray([name is None for name in names] + [True])
    return values, np.isnan(values) & ~nothing[places]
