"""The feature schema of a frame, and its float32 matrix with what had to be left out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.places import Places, counted, some
from engine.data.schema import Feature, FeatureSchema, Kind, Matrix, category_name, encode_column
from engine.progress import Progress
from engine.records import Finding, Floats, Level

if TYPE_CHECKING:
    import pandas as pd

_PIECE = 65_536
_MOST_NOTES = 6


@dataclass(frozen=True, eq=False, slots=True)
class Summary:
    """Of each column (d,): smallest and largest known value (NaN where none is known) and the share of missing ones."""

    low: Floats
    high: Floats
    missing: Floats


def describe(frame: pd.DataFrame, features: tuple[str, ...]) -> FeatureSchema:
    """The schema of a frame's own columns: numbers, and texts as categories in order of appearance."""
    import pandas as pd

    def feature(name: str) -> Feature:
        column = frame[name]
        if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column) or column.isna().all():
            return Feature(name)
        return Feature(name, Kind.CATEGORY, tuple(dict.fromkeys(map(category_name, column.dropna().unique()))))

    return FeatureSchema(tuple(feature(name) for name in features))


def encode_frame(
    frame: pd.DataFrame, schema: FeatureSchema, places: Places, progress: Progress
) -> tuple[Matrix, list[Finding]]:
    """The matrix (n, d); infinite values and unknown categories become missing and are named."""
    matrix = np.empty((len(frame), len(schema)), dtype=np.float32)
    findings: list[Finding] = []
    for position, feature in enumerate(schema.features):
        progress.report(position / max(len(schema), 1), f"encoding {feature.name}")
        if feature.name not in frame.columns:
            matrix[:, position] = np.nan
            continue
        column = frame[feature.name]
        with np.errstate(over="ignore"):
            values = np.asarray(encode_column(feature, column), dtype=np.float32)
        infinite = np.isinf(values)
        if infinite.any():
            values = np.where(infinite, np.float32(np.nan), values)
            findings.append(_infinite(feature.name, np.flatnonzero(infinite).tolist(), places))
        matrix[:, position] = values
        if feature.kind is Kind.CATEGORY:
            findings += _unknown(feature, column, int(np.isnan(values).sum()))
        elif _constant(values) and column.nunique() > 1:
            findings.append(_too_fine(feature.name))
    return matrix, findings


def summarise(matrix: Matrix) -> Summary:
    """In one pass, a piece at a time."""
    width = matrix.shape[1]
    low, high = np.full(width, np.nan, np.float32), np.full(width, np.nan, np.float32)
    missing = np.zeros(width)
    for start in range(0, len(matrix), _PIECE):
        piece = matrix[start:start + _PIECE]
        low, high = np.fmin(low, np.fmin.reduce(piece)), np.fmax(high, np.fmax.reduce(piece))
        missing += np.isnan(piece).sum(axis=0)
    return Summary(low.astype(np.float64), high.astype(np.float64), missing / max(len(matrix), 1))


def with_ranges(schema: FeatureSchema, summary: Summary) -> FeatureSchema:
    """The schema with the ranges and missing shares of the data that it was made from."""
    def ranged(i: int, feature: Feature) -> Feature:
        known = summary.missing[i] < 1
        return replace(feature, low=float(summary.low[i]) if known else None, missing_share=float(summary.missing[i]),
                       high=float(summary.high[i]) if known else None)

    return FeatureSchema(tuple(ranged(i, feature) for i, feature in enumerate(schema.features)))


def outside_ranges(schema: FeatureSchema, matrix: Matrix, most: float = 0.05) -> list[Finding]:
    """Features of which many values lie outside what the model was trained on."""
    findings = []
    for position, feature in enumerate(schema.features):
        if feature.low is None or feature.high is None or feature.kind is Kind.CATEGORY:
            continue
        values = matrix[:, position]
        share = float(((values < np.float32(feature.low)) | (values > np.float32(feature.high))).mean())
        if share > most:
            findings.append(Finding(
                Level.WARNING, "outside-training-range", feature.name,
                f"{share:.0%} of its values lie outside {feature.low:.6g} to {feature.high:.6g}, the model's training "
                "range.",
                "Check its unit and source; trees treat such values like the nearest ones that they know.",
            ))
    return findings[:_MOST_NOTES]


def _constant(values: NDArray[np.float32]) -> bool:
    low, high = np.fmin.reduce(values, initial=np.inf), np.fmax.reduce(values, initial=-np.inf)
    return bool(low == high)


def _too_fine(name: str) -> Finding:
    return Finding(
        Level.WARNING, "too-fine", name, "Its values differ only beyond the seven digits that models see.",
        "Subtract their smallest, so that the difference is left, or leave the column out.",
    )


def _infinite(name: str, rows: list[int], places: Places) -> Finding:
    return Finding(
        Level.WARNING, "infinite-values", name,
        f"{counted(rows, 'value')} infinite or too large, taken as missing: {places.words(rows)}.",
        "Look for a division by zero where the column is computed.",
    )


def _unknown(feature: Feature, column: pd.Series, missing: int) -> list[Finding]:
    strange = missing - int(column.isna().sum())
    if strange <= 0:
        return []
    words = [name for name in map(category_name, column.dropna().unique()) if name not in feature.categories]
    return [Finding(
        Level.WARNING, "unknown-category", feature.name,
        f"{counted(strange, 'cell')} of a category that the model does not know, taken as missing: {some(words)}.",
        "Retrain on data that has it.",
    )]
