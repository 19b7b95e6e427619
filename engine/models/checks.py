"""The one validator in front of all learning libraries; LightGBM has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data.distinct import distinct
from engine.errors import WorkbenchError

if TYPE_CHECKING:
    from engine.models.fit_data import FitData

_NAMED = 5  # rows named in a message
_CHUNK = 65_536


def check_fit_data(data: FitData) -> None:
    """Refuse what at least one library would learn nonsense from; every message names the rows."""
    check_matrix(data.matrix)
    check_labels(data.label, len(data.matrix))
    if len(distinct(data.label)) < 2:
        only = "wins" if data.label[0] else "losses"
        raise WorkbenchError(
            f"All {len(data.label)} training rows are {only}.", where="label", code="one-class",
            remedy="Give rows of both outcomes, or a longer time range.",
        )
    if data.weight is not None:
        check_weights(data.weight, len(data.matrix))
    if data.valid_matrix is not None and data.valid_label is not None:
        check_matrix(data.valid_matrix)
        check_labels(data.valid_label, len(data.valid_matrix))
        if data.valid_weight is not None:
            check_weights(data.valid_weight, len(data.valid_matrix))


def check_matrix(matrix: NDArray[Any]) -> None:
    """A two-dimensional, non-empty float32 matrix without infinite values."""
    if matrix.ndim != 2 or not matrix.size:
        raise WorkbenchError("There are no rows or no features to learn from.", code="empty-table")
    for start in range(0, len(matrix), _CHUNK):
        infinite = np.isinf(matrix[start:start + _CHUNK])
        if infinite.any():
            row, column = map(int, np.argwhere(infinite)[0])
            raise WorkbenchError(
                f"Feature number {column} is infinite in row {start + row}.", where=f"row {start + row}",
                remedy="Replace infinite values by a number or leave them empty.", code="infinite-values",
            )


def check_labels(label: NDArray[Any], rows: int) -> None:
    """One label a row, each 0 or 1."""
    if len(label) != rows:
        raise WorkbenchError(
            f"There are {rows} rows and {len(label)} labels.", where="label", code="wrong-length",
            remedy="Give one label for each row.",
        )
    wrong = ~((label == 0) | (label == 1))
    if wrong.any():
        raise WorkbenchError(
            f"The label is neither 0 nor 1 in {named_rows(wrong)}.", where="label", code="bad-label",
            remedy="Give 1 for a win and 0 for a loss; leave out signals that are still open.",
        )


def check_weights(weight: NDArray[Any], rows: int) -> None:
    """One weight a row: finite, none negative, not all zero."""
    if weight.shape != (rows,):
        raise WorkbenchError(
            f"There are {rows} rows and {weight.size} weights.", where="weight", code="wrong-length",
            remedy="Give one weight for each row.",
        )
    unknown = ~np.isfinite(weight)
    if unknown.any():
        raise WorkbenchError(
            f"The weight is missing or infinite in {named_rows(unknown)}.", where="weight", code="bad-weight",
            remedy="Give a number for each row, or train without weights.",
        )
    negative = weight < 0
    if negative.any():
        raise WorkbenchError(
            f"The weight is negative in {named_rows(negative)}.", where="weight", code="bad-weight",
            remedy="Use the weighting by realized R, which maps losses to positive weights.",
        )
    if not weight.any():
        raise WorkbenchError(
            f"The weight is 0 in all {rows} rows.", where="weight", code="bad-weight",
            remedy="Give at least some rows a positive weight, or train without weights.",
        )


def named_rows(mask: NDArray[np.bool_]) -> str:
    """The marked rows in words: the first few by number (0-based), the rest counted."""
    rows = np.flatnonzero(mask)
    first = ", ".join(str(row) for row in rows[:_NAMED])
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    return f"{'row' if len(rows) == 1 else 'rows'} {first}{more}"
