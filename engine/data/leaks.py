"""Columns that know the outcome: by their values alone, or because they are blank just where it is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data.table import UNKNOWN_LABEL

if TYPE_CHECKING:
    import pandas as pd

CERTAIN = 0.995  # AUC of one column alone: no signal has that
SUSPECT = 0.9
_SAMPLE = 20_000
_LEAST = 20  # labelled rows of each class
_LEAST_OPEN = 2


@dataclass(frozen=True, slots=True)
class Leak:
    """A column and why it is suspected; `auc` is what it scores alone (0.5 to 1), or NaN."""

    column: str
    auc: float
    blank_where_open: bool = False

    @property
    def certain(self) -> bool:
        """Whether the column cannot have been known at the time of the signal."""
        return self.blank_where_open or self.auc >= CERTAIN


def find_leaks(frame: pd.DataFrame, names: tuple[str, ...], label: NDArray[np.int8]) -> tuple[Leak, ...]:
    """Suspects among the columns `names`; `label` is 1, 0 or -1 (open) for each row of the frame."""
    known = np.flatnonzero(label != UNKNOWN_LABEL)
    wins = int((label == 1).sum())
    if min(wins, len(known) - wins) < _LEAST:
        return ()
    rows = known[:: max(len(known) // _SAMPLE, 1)]
    sample, outcome = frame.iloc[rows], label[rows]
    found = []
    for name in names:
        auc = max(_strength(sample[name], outcome), _strength_of_blanks(sample[name], outcome))
        blank = _blank_where_open(frame[name], label)
        if blank or auc >= SUSPECT:
            found.append(Leak(name, auc, blank))
    return tuple(found)


def auc_of(values: NDArray[np.floating[Any]], label: NDArray[np.int8]) -> float:
    """Area under the ROC curve of one column, ties counting half; NaN with one class only."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(count) - (count - 1) / 2
    wins = label == 1
    won, lost = int(wins.sum()), int(len(label) - wins.sum())
    if not won or not lost:
        return float("nan")
    return float((middle[place][wins].sum() - won * (won + 1) / 2) / (won * lost))


def _strength(column: pd.Series, label: NDArray[np.int8]) -> float:
    """How well the known cells alone rank wins above losses, in either direction."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        return 0.5
    there = column.notna().to_numpy(dtype=bool)
    label = label[there]
    if min(int((label == 1).sum()), int((label == 0).sum())) < _LEAST:
        return 0.5
    if pd.api.types.is_numeric_dtype(column):
        values = column[there].to_numpy(dtype=np.float64)
        auc = auc_of(values, label)
        return max(auc, 1 - auc)
    place, words = column[there].factorize()
    if len(words) > len(label) / _LEAST:  # a word for every few rows tells their outcome by heart
        return 0.5
    wins = np.bincount(place, label, len(words)) / np.bincount(place, minlength=len(words))
    return auc_of(np.asarray(wins[place], dtype=np.float64), label)


def _strength_of_blanks(column: pd.Series, label: NDArray[np.int8]) -> float:
    blank = np.asarray(column.isna().to_numpy(), dtype=np.float64)
    if not 0 < blank.sum() < len(blank):
        return 0.5
    auc = auc_of(blank, label)
    return max(auc, 1 - auc)


def _blank_where_open(column: pd.Series, label: NDArray[np.int8]) -> bool:
    """Blank on every row without an outcome and on hardly any other."""
    open_rows = label == UNKNOWN_LABEL
    if int(open_rows.sum()) < _LEAST_OPEN:
        return False
    blank = column.isna().to_numpy(dtype=bool)
    return bool(blank[open_rows].all() and blank[~open_rows].mean() < 0.01)
