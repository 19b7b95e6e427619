"""The online learner's columns where no model names them: learnt from the rows themselves, new names at the end."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import numpy as np

from engine.data.schema import category_name
from engine.errors import WorkbenchError
from engine.online.encoding import MOST_CATEGORIES
from engine.records import Floats


class GrowingColumns:
    """Names in order of first appearance. A text value becomes a column of its own, named `key=value`.

    A feature is a number or a text for good: whatever does not fit is refused by name, never taken for another thing.
    """

    def __init__(self, names: Sequence[str] = ()) -> None:
        self.names = list(names)
        self._place = {name: place for place, name in enumerate(self.names)}
        self._pick: Callable[[Any], Any] = itemgetter(0)
        self._picked = 0
        self._choices: dict[str, list[int]] = {}
        for name, place in self._place.items():
            if "=" in name:
                self._choices.setdefault(name.split("=", 1)[0], []).append(place)

    def __len__(self) -> int:
        return len(self.names)

    def row(self, values: Mapping[Any, Any], *, grow: bool) -> Floats:
        """One row (d,); without `grow` names that are not known yet are left out."""
        quick = self._known_numbers(values)
        found: Floats = self.rows([values], grow=grow)[0] if quick is None else quick
        return found

    def _known_numbers(self, values: Mapping[Any, Any]) -> Floats | None:
        """The usual row in microseconds: a number for each known name and nothing else; None for any other row."""
        if len(values) != len(self.names) or len(values) < 2 or type(values) is not dict:
            return None
        if self._picked != len(self.names):
            self._pick, self._picked = itemgetter(*self.names), len(self.names)
        try:
            found = np.frombuffer(array("d", self._pick(values)))
        except (KeyError, TypeError, OverflowError):
            return None
        return None if np.count_nonzero(np.isinf(found)) else found

    def rows(self, rows: Any, *, grow: bool) -> Floats:
        """Rows (n, d) from mappings, a pandas DataFrame, an Arrow table, or an array whose columns count from 0."""
        if isinstance(rows, np.ndarray):
            return self._from_array(np.atleast_2d(rows), grow=grow)
        if hasattr(rows, "to_pandas"):
            rows = rows.to_pandas()
        if hasattr(rows, "columns"):
            return self._from_frame(rows, grow=grow)
        cells = [self._cells(row, grow=grow) for row in rows]
        matrix = np.full((len(cells), len(self.names)), np.nan)
        for place, found in enumerate(cells):
            matrix[place, list(found)] = list(found.values())
        return matrix

    def _cells(self, row: Mapping[Any, Any], *, grow: bool) -> dict[int, float]:
        found: dict[int, float] = {}
        for key, value in row.items():
            name = str(key)
            if isinstance(value, str):
                self._check_text(name, value)
                self._choose(name, value, found, grow=grow)
            elif not math.isnan(number := _number(name, value)):
                if name in self._choices:
                    raise _other_kind(f"{name} is the number {number:g}; so far it was a text.", name,
                                      "Give the text it stands for.")
                place = self._find(name, grow=grow)
                if place is not None:
                    found[place] = number
        return found

    def _check_text(self, name: str, value: str) -> None:
        """Refuse a text where a number belongs, one that reads as a number, and one too many of one feature."""
        if name in self._place:
            raise _other_kind(f"{name} is the text {value!r}; so far it was a number.", name,
                              "Give a number, or leave it out when it is not known.")
        if _reads_as_number(value):
            raise _other_kind(f"{name} is the text {value!r}, which reads as a number.", name,
                              "Give it as a number; a code that only looks like one as a text such as 'setup 3'.")
        if len(self._choices.get(name, ())) >= MOST_CATEGORIES and f"{name}={category_name(value)}" not in self._place:
            raise _other_kind(f"{name} has taken more than {MOST_CATEGORIES} different texts: it names rows rather "
                              "than describes them.", name, "Leave it out of the features.")

    def _choose(self, key: str, value: str, found: dict[int, float], *, grow: bool) -> None:
        place = self._find(f"{key}={category_name(value)}", grow=grow, choice_of=key)
        if place is None:  # a text that was never learnt says nothing
            return
        found.update(dict.fromkeys(self._choices[key], 0.0))
        found[place] = 1.0

    def _from_frame(self, frame: Any, *, grow: bool) -> Floats:
        numbers: dict[int, Any] = {}
        texts: list[list[dict[int, float]]] = []
        for key in frame.columns:
            column = frame[key]
            if column.dtype.kind not in "biuf":  # texts, and whatever else a frame may hold
                values = column.tolist()
                self._check_column(str(key), values)
                texts.append([self._cells({key: value}, grow=grow) for value in values])
            elif str(key) in self._choices:
                raise _other_kind(f"{key} holds numbers; so far it was a text.", str(key),
                                  "Give the texts they stand for.")
            elif (place := self._find(str(key), grow=grow)) is not None:
                numbers[place] = column.to_numpy(dtype=np.float64)
        matrix = np.full((len(frame), len(self.names)), np.nan)
        for place, values in numbers.items():
            if np.isinf(values).any():
                raise _infinite(self.names[place])
            matrix[:, place] = values
        for cells in texts:
            for row, found in enumerate(cells):
                matrix[row, list(found)] = list(found.values())
        return matrix

    def _check_column(self, name: str, values: list[Any]) -> None:
        """Refuse a column of numbers among which there is text, with how often."""
        texts = [value for value in values if isinstance(value, str)]
        numbers = sum(isinstance(value, (int, float)) and not math.isnan(value) for value in values)
        if texts and (numbers or name in self._place):
            raise _other_kind(f"{name} holds text in {len(texts):,} of {len(values):,} rows (the first is "
                              f"{texts[0]!r}); the others are numbers.", name,
                              "Give numbers, or leave the value out where it is not known.")

    def _find(self, name: str, *, grow: bool, choice_of: str = "") -> int | None:
        place = self._place.get(name)
        if place is None and grow:
            place = self._place[name] = len(self.names)
            self.names.append(name)
            if choice_of:
                self._choices.setdefault(choice_of, []).append(place)
        return place

    def _from_array(self, rows: Any, *, grow: bool) -> Floats:
        matrix = np.asarray(rows, dtype=np.float64)
        if not self.names and grow:
            for place in range(matrix.shape[1]):
                self._find(f"f{place}", grow=True)
        if matrix.shape[1] != len(self.names) and self.names:
            raise WorkbenchError(
                f"The rows have {matrix.shape[1]} columns; the learner knows {len(self.names)}.", code="wrong-width",
                remedy="Give the same columns in the same order, or rows with names.",
            )
        if np.isinf(matrix).any():
            raise _infinite("a value")
        return matrix if self.names else np.zeros((len(matrix), 0))


def _number(name: str, value: Any) -> float:
    if value is None:
        return math.nan
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        if value is not None and type(value).__name__ in {"NAType", "NaTType"}:
            return math.nan
        raise WorkbenchError(f"{name} is {value!r}, not a number.", where=name, code="not-numeric",
                             remedy="Give a number or a text, or leave it out when it is not known.") from error
    if math.isinf(number):
        raise _infinite(name)
    return number


def _reads_as_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _other_kind(what: str, name: str, remedy: str) -> WorkbenchError:
    return WorkbenchError(what, where=name, code="not-numeric", remedy=remedy)


def _infinite(name: str) -> WorkbenchError:
    return WorkbenchError(f"{name} is infinite.", where=name, code="infinite-values",
                          remedy="Replace it by a number or leave it out.")
