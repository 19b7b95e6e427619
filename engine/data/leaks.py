"""Columns that know the outcome: by their values alone, by their shape, or because they are blank where it is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data import leak_shapes as shapes
from engine.data.table import UNKNOWN_LABEL
from engine.records import Floats, Ints

if TYPE_CHECKING:
    import pandas as pd

CERTAIN = 0.995  # AUC of one column alone: no signal has that
SUSPECT = 0.9
_SAMPLE = 20_000
_LEAST = 20  # labelled rows of each class
_LEAST_OPEN = 2
_OUTSTANDING = 0.63  # good signals stay below
_TOO_GOOD = 0.75  # for one column alone, whatever the others do
_TIMES = 2.2
_NOISE = 0.08  # distance that chance makes
_FEW_COLUMNS = 4
_MOST_SYMBOLS = 50


@dataclass(frozen=True, slots=True)
class Leak:
    """A column and why it is suspected; `auc` is what it scores alone (0.5 to 1), or NaN.

    `words` say what its shape gives away, under the stable `code`; both are empty where the AUC alone does.
    """

    column: str
    auc: float
    blank_where_open: bool = False
    code: str = "leak-suspected"
    words: str = ""

    @property
    def certain(self) -> bool:
        """Whether the column cannot have been known at the time of the signal."""
        return self.blank_where_open or self.auc >= CERTAIN

    @property
    def why(self) -> str:
        """The reason as a clause without a full stop."""
        if self.blank_where_open:
            return f"{self.column} is blank just where the outcome is open"
        return self.words or f"{self.column} alone tells wins from losses with an AUC of {self.auc:.3f}"


@dataclass(frozen=True, eq=False, slots=True)
class Moments:
    """What is known of the rows of a file of trades beside their columns; rows in order of time."""

    time: Ints | None = None
    label_time: Ints | None = None
    ratio: Floats | None = None


def find_leaks(
    frame: pd.DataFrame, names: tuple[str, ...], label: NDArray[np.int8], moments: Moments | None = None
) -> tuple[Leak, ...]:
    """Suspects among the columns `names`; `label` is 1, 0 or -1 (open) for each row of the frame.

    With `moments` (a file of trades) shapes are looked at too, and columns that stand out from all others.
    """
    known = np.flatnonzero(label != UNKNOWN_LABEL)
    wins = int((label == 1).sum())
    if min(wins, len(known) - wins) < _LEAST:
        return ()
    rows = known[:: max(len(known) // _SAMPLE, 1)]
    sample, outcome = frame.iloc[rows], label[rows]
    alone = {name: _strength(sample[name], outcome) for name in names}
    found = {}
    for name in names:
        auc = max(alone[name], _strength_of_blanks(sample[name], outcome))
        blank = _blank_where_open(frame[name], label)
        if blank or auc >= SUSPECT:
            found[name] = Leak(name, auc, blank)
    if moments is not None:
        for leak in [*_shapes(frame, names, label, moments, alone), *_outstanding(alone, set(found))]:
            found.setdefault(leak.column, leak)
    return tuple(found.values())


def _outstanding(alone: Mapping[str, float], known: set[str]) -> list[Leak]:
    """A column that tells far more than any other: its distance between wins and losses is a multiple of theirs."""
    rest = sorted(((auc, name) for name, auc in alone.items() if name not in known), reverse=True)
    if len(rest) <= _FEW_COLUMNS:
        return []
    (best, name), (second, _) = rest[:2]
    alike = _distance(best) < _TIMES * max(_distance(second), _NOISE)
    if best < _OUTSTANDING or (alike and best < _TOO_GOOD):
        return []
    return [Leak(name, best, words=f"{name} alone has an AUC of {best:.3f}, the next best column {second:.3f}")]


def _distance(auc: float) -> float:
    """Between two normal distributions of equal spread with this AUC, in standard deviations."""
    from statistics import NormalDist

    return float(np.sqrt(2)) * NormalDist().inv_cdf(min(max(auc, 0.5), 1 - 1e-9))


def _shapes(
    frame: pd.DataFrame, names: tuple[str, ...], label: NDArray[np.int8], moments: Moments,
    alone: Mapping[str, float],
) -> list[Leak]:
    rows = _piece(label)
    piece, outcome = frame.iloc[rows], label[rows]
    numbers = {name: values for name in names if (values := _numbers(piece[name])) is not None}
    texts = {name: values for name in names if name not in numbers and (values := _digits(piece[name])) is not None}
    wait = None if moments.time is None or moments.label_time is None else (
        moments.label_time[rows] - moments.time[rows]).astype(np.float64)
    ratio = None if moments.ratio is None else moments.ratio[rows]
    found = shapes.tells_wait(numbers, wait) + shapes.means_of_outcome(numbers, outcome, ratio)
    if moments.time is not None:
        found = shapes.counts_time({**numbers, **texts}) + found
        found += _ahead(piece, names, numbers, alone)
    return [Leak(each.column, alone[each.column], code=each.code, words=each.words) for each in found]


def _ahead(
    piece: pd.DataFrame, names: tuple[str, ...], numbers: dict[str, Floats], alone: Mapping[str, float]
) -> list[shapes.Shape]:
    """Looked for in the order of time, and within each symbol where a column names one."""
    found = shapes.looks_ahead(numbers, alone)
    for name in names:
        if name not in numbers and 2 <= piece[name].nunique() <= _MOST_SYMBOLS:
            order = np.argsort(piece[name].factorize()[0], kind="stable")
            found += shapes.looks_ahead(numbers, alone, order)
    return found


def _piece(label: NDArray[np.int8]) -> Ints:
    """The known rows, all or a run of them: neighbours must stay neighbours."""
    known = np.flatnonzero(label != UNKNOWN_LABEL)
    first = max((len(known) - _SAMPLE) // 2, 0)
    return known[first:first + _SAMPLE]


def _numbers(column: pd.Series) -> Floats | None:
    import pandas as pd

    if not pd.api.types.is_numeric_dtype(column):
        return None
    values = column.to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
    values[np.isinf(values)] = np.nan
    return values


def _digits(column: pd.Series) -> Floats | None:
    """The number at the end of each text, as in trade-000123."""
    import pandas as pd

    if not pd.api.types.is_string_dtype(column) and column.dtype != object:
        return None
    found = pd.to_numeric(column.astype("string").str.extract(r"(\d{1,18})\D*$")[0], errors="coerce")
    values: Floats = found.to_numpy(dtype=np.float64, na_value=np.nan)
    return values


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
