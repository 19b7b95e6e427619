"""Times in any spelling as nanoseconds since 1970 UTC: ISO, epoch numbers, days before months and the other way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data.day_order import DayOrder, read_written_dates
from engine.data.places import counted
from engine.records import Finding, Ints, Level

if TYPE_CHECKING:
    import pandas as pd

UNKNOWN_TIME = -1
MISSING = np.iinfo(np.int64).min
_EARLIEST, _LATEST = 315_532_800, 4_102_444_800  # 1980 and 2100 in seconds
_EPOCHS = ((1, 10**9, "seconds"), (10**3, 10**6, "milliseconds"), (10**6, 10**3, "microseconds"),
           (10**9, 1, "nanoseconds"))
_CALENDAR = ((10**7, "%Y%m%d"), (10**11, "%Y%m%d%H%M"), (10**13, "%Y%m%d%H%M%S"))  # digits written as one number
_LONG_NUMBER = r"\d{8,18}|\d{19}(?<=[0-8]\d{18})"  # what int64 holds: an epoch that has gaps is read as text
_ZONE = r"(?:[Zz]|[+-]\d{2}(?::?\d{2})?| ?(?:UTC|GMT))$"
_READABLE = 0.9
_SAMPLE = 200
_PIECE = 20_000


@dataclass(frozen=True, eq=False, slots=True)
class TimeReading:
    """`ns` (n,) with `MISSING` where there is no time; `unread` (n,) marks cells that hold something else.

    `problem` is set where the column cannot be read at all or not with certainty.
    """

    ns: Ints
    unread: NDArray[np.bool_]
    notes: tuple[Finding, ...] = ()
    problem: Finding | None = None
    order: DayOrder | None = None

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Rows without a time, unread ones too."""
        return np.equal(self.ns, MISSING)


@dataclass(eq=False, slots=True)
class _Notes:
    name: str
    found: list[Finding] = field(default_factory=list)

    def add(self, code: str, message: str, remedy: str = "", level: Level = Level.INFO) -> None:
        self.found.append(Finding(level, code, self.name, message, remedy))


def looks_like_time(column: pd.Series) -> bool:
    """Whether the first known cells are times: dates, texts that read as dates, or numbers of an epoch's size."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        return True
    if pd.api.types.is_bool_dtype(column):
        return False
    sample = column.dropna().head(_SAMPLE)
    if not len(sample):
        return False
    if pd.api.types.is_numeric_dtype(column):
        return _epoch(sample) is not None or _calendar(sample) is not None
    # A bare number is no date, though 2024 would read as one.
    if sample.astype(str).str.fullmatch(r"[-+]?\d{0,7}(?:\.\d*)?").any():
        return False
    reading = read_times(sample, "")
    return bool(reading.unread.mean() <= 1 - _READABLE)


def read_times(column: pd.Series, name: str, order: DayOrder | None = None) -> TimeReading:
    """Every cell as ns UTC. Times without a zone are taken as UTC, and it is said.

    `order` is how another column of the same file writes day and month, should this one leave it open.
    """
    import pandas as pd

    notes = _Notes(name)
    if pd.api.types.is_datetime64_any_dtype(column):
        ns = _of_datetimes(column)
        if getattr(column.dtype, "tz", None) is None:
            _say_naive(notes, len(column), len(column))
        return _reading(column, ns, notes)
    if pd.api.types.is_numeric_dtype(column):
        return _of_numbers(column, notes)
    return _of_text(column.astype("string"), notes, order)


def _of_datetimes(column: pd.Series) -> Ints:
    """In ns; what ns cannot hold (before 1678, after 2261) is missing."""
    values = column.to_numpy(dtype="datetime64[us]").view(np.int64)
    fine = column.to_numpy(dtype=_unit(column)).view(np.int64) if _unit(column) == "datetime64[ns]" else values * 1000
    holds = np.abs(values // 1000) < np.iinfo(np.int64).max // 10**6
    return np.where(column.isna().to_numpy() | ~holds, MISSING, fine)


def _unit(column: pd.Series) -> str:
    return "datetime64[ns]" if "ns" in str(column.dtype) else "datetime64[us]"


def _of_numbers(column: pd.Series, notes: _Notes) -> TimeReading:
    import pandas as pd

    calendar = _calendar(column)
    if calendar is not None:
        written = column.dropna().astype(np.int64).astype(str)
        parsed = pd.to_datetime(written, format=calendar, errors="coerce", utc=True).reindex(column.index)
        notes.add("calendar-number", f"Its numbers were read as dates written {calendar.replace('%', '')}, in UTC.")
        return _reading(column, _of_datetimes(parsed), notes)
    epoch = _epoch(column)
    if epoch is None:
        problem = Finding(Level.ERROR, "time-unreadable", notes.name, "Its numbers are no dates of 1980 to 2100.",
                          "Choose another time column, or write times as 2024-01-31T14:30:00Z.")
        return TimeReading(np.full(len(column), MISSING), np.ones(len(column), dtype=bool), (), problem)
    unit, words = epoch
    notes.add("epoch-time", f"Its numbers were read as {words} since 1970 UTC, by their size.")
    gone = column.isna().to_numpy()
    if column.dtype.kind == "f":
        known = np.where(gone, 0.0, column.to_numpy(dtype=np.float64, na_value=0.0))
        whole = np.floor(known)
        ns = whole.astype(np.int64) * unit + np.round((known - whole) * unit).astype(np.int64)
    else:
        ns = column.fillna(0).to_numpy(dtype=np.int64) * unit
    return _reading(column, np.where(gone, MISSING, ns), notes)


def _of_text(column: pd.Series, notes: _Notes, order: DayOrder | None) -> TimeReading:
    """ISO where most cells are; else dates as people write them."""
    trimmed = column.str.strip()
    if _all_long_numbers(trimmed.dropna()):
        return _of_numbers(trimmed.astype("Int64"), notes)
    if bool(trimmed.head(_SAMPLE).str.contains(r"UTC|GMT", regex=True, na=False).any()):
        trimmed = trimmed.str.replace(r" ?(?:UTC|GMT)$", "Z", regex=True)
    known = int(column.notna().sum())
    iso = _of_iso(trimmed)
    readable = iso != MISSING
    if _needs_words(trimmed) or readable.sum() < _READABLE * known:
        ns, found, problem = read_written_dates(trimmed, notes.name, order)
        if (ns != MISSING).sum() >= readable.sum():
            notes.found += found.notes
            return _reading(column, ns, notes, problem, found.order)
    _say_naive(notes, _without_zone(trimmed[readable]), int(readable.sum()))
    return _reading(column, iso, notes)


def _of_iso(column: pd.Series) -> Ints:
    """In pieces, for the parser holds the interpreter and the window wants to move."""
    import pandas as pd

    pieces = (column.iloc[start:start + _PIECE] for start in range(0, len(column), _PIECE))
    parsed = (pd.to_datetime(piece, format="ISO8601", errors="coerce", utc=True) for piece in pieces)
    return np.concatenate([np.empty(0, np.int64), *map(_of_datetimes, parsed)])


def _all_long_numbers(known: pd.Series) -> bool:
    return len(known) > 0 and all(bool(part.str.fullmatch(_LONG_NUMBER).all()) for part in (known.head(_SAMPLE), known))


def _needs_words(column: pd.Series) -> bool:
    """Whether the first cells write the year last: ISO would not read them, or read them wrong."""
    return bool(column.head(_SAMPLE).str.match(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", na=False).any())


def _without_zone(column: pd.Series) -> int:
    if bool(column.str.endswith("Z", na=True).all()):
        return 0
    return int((~column.str.contains(_ZONE, regex=True, na=True)).sum())


def _say_naive(notes: _Notes, naive: int, known: int) -> None:
    if naive and naive < known:
        notes.add("mixed-zones", f"{counted(naive, 'time')} of {known:,} without a zone, taken as UTC.",
                  "Write every time with its zone, or all in UTC.", Level.WARNING)
    elif naive:
        notes.add("naive-time", "Its times name no zone; they were taken as UTC.")


def _reading(
    column: pd.Series, ns: Ints, notes: _Notes, problem: Finding | None = None, order: DayOrder | None = None
) -> TimeReading:
    unread = np.equal(ns, MISSING) & column.notna().to_numpy(dtype=bool)
    known = int(column.notna().sum())
    if problem is None and known and unread.sum() > 0.5 * known:
        example = column[unread].iloc[0]
        problem = Finding(Level.ERROR, "time-unreadable", notes.name, f"Most of its cells are no times, such as "
                          f"{str(example)[:40]!r}.", "Write times as 2024-01-31T14:30:00Z, or choose another column.")
    return TimeReading(np.asarray(ns, dtype=np.int64), unread, tuple(notes.found), problem, order)


def _epoch(column: pd.Series) -> tuple[int, str] | None:
    """Nanoseconds of one unit, and its name, where all known numbers lie between 1980 and 2100 in it."""
    low, high = _range(column)
    for scale, unit, words in _EPOCHS:
        if _EARLIEST * scale <= low and high <= _LATEST * scale:
            return unit, words
    return None


def _calendar(column: pd.Series) -> str | None:
    """The format of numbers such as 20240131 or 202401311430."""
    import pandas as pd

    low, high = _range(column)
    for least, form in _CALENDAR:
        if 1.9 * least <= low and high < 2.1 * least:
            sample = column.dropna().head(_SAMPLE)
            if (sample % 1 != 0).any():
                return None
            parsed = pd.to_datetime(sample.astype(np.int64).astype(str), format=form, errors="coerce")
            return form if parsed.notna().mean() > _READABLE else None
    return None


def _range(column: pd.Series) -> tuple[float, float]:
    known: Any = column.dropna()
    return (float(known.min()), float(known.max())) if len(known) else (float("nan"), float("nan"))
