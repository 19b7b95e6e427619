"""The features of a model in their order, and the one way from rows to the float32 matrix that models see."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.one_row import RowPlan
from engine.data.places import some
from engine.errors import WorkbenchError

Matrix = NDArray[np.float32]
_BLOCK = 1 << 16  # cells that stay in the nearest cache
_TOGETHER, _STRETCH = 16, 4096  # columns that share a cache line, and rows of them that stay in the cache


class Kind(enum.Enum):
    """What a feature holds."""

    NUMBER = "number"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature; a category's code is its place in `categories`, which only ever grows at the end."""

    name: str
    kind: Kind = Kind.NUMBER
    categories: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    missing_share: float = 0.0


@dataclass(frozen=True, slots=True)
class SchemaDifference:
    """How another table's features differ from a model's."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    retyped: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.retyped)

    def words(self) -> str:
        """One clause for each kind of difference, which names the first columns and counts the others."""
        parts = (("lacks", self.missing), ("has in addition", self.extra), ("has with another type", self.retyped))
        return "; ".join(f"{verb} {some(names)}" for verb, names in parts if names)


@dataclass(frozen=True)
class FeatureSchema:
    """Ordered features. Models see columns by position; names live only here."""

    features: tuple[Feature, ...]

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """Feature names in the order of the matrix columns."""
        return tuple(feature.name for feature in self.features)

    @property
    def categorical(self) -> tuple[int, ...]:
        """Column numbers of the categories."""
        return tuple(i for i, feature in enumerate(self.features) if feature.kind is Kind.CATEGORY)

    def __len__(self) -> int:
        return len(self.features)

    def encode(self, rows: Any) -> Matrix:
        """Rows as a C-ordered float32 matrix (n, d), NaN for missing keys, missing values and unknown categories.

        `rows` is a mapping name -> value (one row), a pandas DataFrame, an Arrow table, or an array (n, d) or (d,).
        Raises `WorkbenchError` for a wrong width, for text in a number and for infinite values.
        """
        if isinstance(rows, np.ndarray):
            return self._checked(_from_array(rows, len(self)))
        if isinstance(rows, Mapping):
            quick = self._plan.encode(rows)
            return self._checked(self._from_mapping(rows) if quick is None else quick)
        return self._checked(self._from_columns(rows))

    def difference(self, other: FeatureSchema) -> SchemaDifference:
        """What `other` lacks, has in addition, and has with another kind, seen from this schema."""
        theirs = {feature.name: feature.kind for feature in other.features}
        mine = {feature.name: feature.kind for feature in self.features}
        return SchemaDifference(
            missing=tuple(name for name in mine if name not in theirs),
            extra=tuple(name for name in theirs if name not in mine),
            retyped=tuple(name for name in mine if name in theirs and mine[name] is not theirs[name]),
        )

    def same_columns(self, other: FeatureSchema) -> bool:
        """Whether a matrix made by one schema means the same to the other: names, kinds and codes."""
        mine, theirs = ([(f.name, f.kind, f.categories) for f in each.features] for each in (self, other))
        return mine == theirs

    def grown(self, other: FeatureSchema) -> FeatureSchema:
        """This schema with the categories that only `other` knows appended, so that old codes keep their meaning."""
        theirs = {feature.name: feature for feature in other.features}
        return FeatureSchema(tuple(_grown(feature, theirs.get(feature.name)) for feature in self.features))

    def to_json(self) -> list[dict[str, Any]]:
        """Plain JSON values."""
        return [
            {"name": f.name, "kind": f.kind.value, "categories": list(f.categories),
             "low": f.low, "high": f.high, "missing_share": f.missing_share}
            for f in self.features
        ]

    @classmethod
    def from_json(cls, values: Sequence[Mapping[str, Any]]) -> FeatureSchema:
        """The inverse of `to_json`."""
        return cls(tuple(
            Feature(str(v["name"]), Kind(v["kind"]), tuple(map(str, v["categories"])), v["low"], v["high"],
                    float(v["missing_share"]))
            for v in values
        ))

    @classmethod
    def plain(cls, names: Iterable[str]) -> FeatureSchema:
        """A schema of numbers only."""
        return cls(tuple(Feature(str(name)) for name in names))

    @functools.cached_property
    def _plan(self) -> RowPlan:
        categories = {place: self.features[place].categories for place in self.categorical}
        return RowPlan(self.names, categories, category_name)

    def _from_mapping(self, row: Mapping[str, Any]) -> Matrix:
        values = [_cell(feature, row.get(feature.name)) for feature in self.features]
        with np.errstate(over="ignore"):
            return np.asarray([values], dtype=np.float32)

    def _from_columns(self, frame: Any) -> Matrix:
        names = getattr(frame, "column_names", None) or frame.columns
        whole = _as_it_lies(frame) if tuple(names) == self.names else None
        if whole is not None:
            return whole
        place = {str(name): name for name in names}
        absent = np.broadcast_to(np.float32(np.nan), len(frame))
        matrix = np.empty((len(frame), len(self)), dtype=np.float32)
        for first in range(0, len(self), _TOGETHER):
            _fill(matrix[:, first:first + _TOGETHER], [
                encode_column(each, frame[place[each.name]]) if each.name in place else absent
                for each in self.features[first:first + _TOGETHER]])
        return matrix

    def _checked(self, matrix: Matrix) -> Matrix:
        if _any_infinite(matrix):
            infinite = np.isinf(matrix)
            row, column = map(int, np.argwhere(infinite)[0])
            raise WorkbenchError(
                f"{int(infinite.sum())} infinite values.", where=f"{self.features[column].name}, row {row}",
                remedy="Replace them by a number or leave the cell empty.", code="infinite-values",
            )
        return matrix


def _as_it_lies(frame: Any) -> Matrix | None:
    """The frame's own memory where that is a C-ordered float32 matrix already: a copy would double a large table."""
    if not len(frame) or not hasattr(frame, "iloc"):
        return None
    if any(kind != np.float32 for kind in frame.dtypes) or frame.iloc[:, 0].to_numpy().strides != (4 * frame.shape[1],):
        return None
    matrix = frame.to_numpy()
    return matrix if matrix.flags.c_contiguous and matrix.dtype == np.float32 else None


def _fill(part: Matrix, columns: Sequence[NDArray[np.floating[Any]]]) -> None:
    """Columns beside each other, a stretch of rows at a time: else each cell would fetch its cache line anew."""
    with np.errstate(over="ignore"):
        for start in range(0, len(part), _STRETCH):
            for position, column in enumerate(columns):
                part[start:start + _STRETCH, position] = column[start:start + _STRETCH]


def encode_column(feature: Feature, column: Any) -> NDArray[np.floating[Any]]:
    """One column of a frame or Arrow table as floats; category codes where the feature is a category."""
    if hasattr(column, "to_pandas"):
        column = column.to_pandas()
    if feature.kind is Kind.CATEGORY:
        return _codes(feature, column)
    if column.dtype == np.float32:
        return np.asarray(column.to_numpy())
    try:
        return np.asarray(column.to_numpy(dtype=np.float64, na_value=np.nan))
    except (TypeError, ValueError) as error:
        raise WorkbenchError(
            f"{feature.name} holds text or dates where the model wants numbers.", where=feature.name,
            remedy="Give the column as numbers, as in the training data.", code="not-numeric",
        ) from error


def _codes(feature: Feature, column: Any) -> NDArray[np.float64]:
    """The code of each cell; only distinct values are looked up, for there may be a million cells of four words."""
    known = {category: float(code) for code, category in enumerate(feature.categories)}
    place, values = column.factorize()
    codes = [known.get(category_name(value), np.nan) for value in values]
    cells: NDArray[np.float64] = np.asarray([*codes, np.nan])[place]
    return cells


def category_name(value: Any) -> str:
    """The one spelling of a category: whole numbers without a decimal point, so that 3 and 3.0 are the same."""
    if isinstance(value, (float, np.floating)) and np.isfinite(value) and float(value).is_integer():
        return str(int(value))
    return str(value)


def _cell(feature: Feature, value: Any) -> float:
    if value is None:
        return float("nan")
    if feature.kind is Kind.CATEGORY:
        name = category_name(value)
        return float(feature.categories.index(name)) if name in feature.categories else float("nan")
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise WorkbenchError(
            f"{feature.name} is {value!r}, not a number.", where=feature.name,
            remedy="Give a number, or leave it out when it is not known.", code="not-numeric",
        ) from error


def _from_array(rows: NDArray[Any], width: int) -> Matrix:
    matrix = np.ascontiguousarray(np.atleast_2d(rows), dtype=np.float32)
    if matrix.ndim != 2 or matrix.shape[1] != width:
        raise WorkbenchError(
            f"The rows have {matrix.shape[-1]} columns; the model has {width} features.",
            remedy="Give the columns of the training data in the same order, or a table with their names.",
            code="wrong-width",
        )
    return matrix


def _any_infinite(matrix: Matrix) -> bool:
    """Looked for block by block: a mask of a million rows would cost more than the look itself."""
    if matrix.size <= _BLOCK:
        return bool(np.count_nonzero(np.isinf(matrix)))  # quicker than `any` on one row
    flat = matrix.reshape(-1)
    return any(np.isinf(flat[start:start + _BLOCK]).any() for start in range(0, len(flat), _BLOCK))


def _grown(mine: Feature, other: Feature | None) -> Feature:
    if other is None or mine.kind is not Kind.CATEGORY:
        return mine
    new = tuple(name for name in other.categories if name not in mine.categories)
    return replace(mine, categories=mine.categories + new)
