"""From a model's float32 matrix to the online learner's columns: numbers as they are, categories one column each."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from engine.data.schema import FeatureSchema, Kind, Matrix
from engine.records import Floats, Ints

MOST_CATEGORIES = 256  # a text with more values names a row rather than describes it, and would cost a column each


@dataclass(frozen=True)
class Encoding:
    """The online columns of a schema: `names` (D,), and for each where it comes from and which code it stands for."""

    names: tuple[str, ...]
    source: tuple[int, ...]
    code: tuple[int, ...]  # -1 for a number

    @classmethod
    def of(cls, schema: FeatureSchema) -> Encoding:
        """One column a number, one column a category's value; a text of too many values is left out."""
        columns: list[tuple[str, int, int]] = []
        for place, feature in enumerate(schema.features):
            if feature.kind is Kind.CATEGORY and len(feature.categories) > MOST_CATEGORIES:
                continue
            if feature.kind is Kind.CATEGORY:
                columns += [(f"{feature.name}={c}", place, code) for code, c in enumerate(feature.categories)]
            else:
                columns.append((feature.name, place, -1))
        return cls(*(tuple(column) for column in zip(*columns, strict=True))) if columns else cls((), (), ())

    def __len__(self) -> int:
        return len(self.names)

    def apply(self, matrix: Matrix) -> Floats:
        """(n, d) float32 codes and numbers to (n, D) float64; a missing or unknown category is missing everywhere."""
        source, hot, code = self._places
        if not len(hot) and len(source) == matrix.shape[1]:
            return matrix.astype(np.float64, order="C")
        out = matrix[:, source].astype(np.float64, order="C")
        if len(hot):
            given = out[:, hot]
            out[:, hot] = np.where(np.isnan(given), np.nan, given == code)
        return out

    @functools.cached_property
    def _places(self) -> tuple[Ints, Ints, Ints]:
        """Where each column comes from, which columns are categories, and the code that each of those stands for."""
        source, code = np.asarray(self.source, dtype=np.int64), np.asarray(self.code, dtype=np.int64)
        hot = np.flatnonzero(code >= 0)
        return source, hot, code[hot]
