"""Dates as people write them, 3/4/2024 among them: which number is the day is found out, or asked."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.records import Finding, Ints, Level

if TYPE_CHECKING:
    import pandas as pd

_MISSING = np.iinfo(np.int64).min
_WRITTEN = r"^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})(?:[T ,]+(.*))?$"
_CLOCK = r"^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)? ?([AaPp]\.?[Mm]\.?)? ?(Z|[+-]\d{2}:?\d{2})?$"
_IN_ORDER = 0.99


class DayOrder(enum.Enum):
    """What the first number of a date is."""

    DAY_FIRST = "day/month/year"
    MONTH_FIRST = "month/day/year"


@dataclass(frozen=True, slots=True)
class OrderFound:
    """The order that was chosen, and what to tell about it."""

    order: DayOrder | None
    notes: tuple[Finding, ...] = ()


def read_written_dates(
    column: pd.Series, name: str, order: DayOrder | None
) -> tuple[Ints, OrderFound, Finding | None]:
    """Times in ns UTC (the smallest int64 where a cell is none), what was found out, and a problem where it is open."""
    parts = column.str.extract(_WRITTEN)
    if parts[0].isna().all():
        return _month_names(column), OrderFound(None), None
    first, second, year = (_whole(parts[k]) for k in (0, 2, 3))
    year = np.where((year >= 0) & (year < 100), year + np.where(year < 70, 2000, 1900), year)
    clock, zoned = _clock(parts[4].fillna(""))
    readings = {
        DayOrder.DAY_FIRST: _times(year, second, first, clock),
        DayOrder.MONTH_FIRST: _times(year, first, second, clock),
    }
    found, problem = _decided(first, second, readings, name, order, dotted=bool((parts[1].dropna() == ".").all()))
    if not zoned:
        found = OrderFound(found.order, (*found.notes, Finding(
            Level.INFO, "naive-time", name, "Its times name no zone; they were taken as UTC.", "")))
    return readings[found.order or DayOrder.DAY_FIRST], found, problem


def _decided(
    first: Ints, second: Ints, readings: dict[DayOrder, Ints], name: str, hint: DayOrder | None, *, dotted: bool
) -> tuple[OrderFound, Finding | None]:
    """By numbers above 12, by the dots of a German date, by the other column, by the order of the rows; else ask."""
    day_first, month_first = int((first > 12).sum()), int((second > 12).sum())
    if day_first or month_first:
        return OrderFound(DayOrder.DAY_FIRST if day_first >= month_first else DayOrder.MONTH_FIRST), None
    if dotted:
        return OrderFound(DayOrder.DAY_FIRST), None
    if hint is not None:
        return OrderFound(hint), None
    sorted_in = [order for order, times in readings.items() if _in_order(times)]
    if len(sorted_in) == 1:
        return OrderFound(sorted_in[0], (Finding(
            Level.WARNING, "day-month-guessed", name,
            f"Its dates were read as {sorted_in[0].value}: only so are the rows in order of time.",
            "Write dates as 2024-01-31 to be sure.",
        ),)), None
    row = int(np.argmax(first != second))
    return OrderFound(None), Finding(
        Level.ERROR, "ambiguous-dates", name, f"{first[row]}/{second[row]} may be the {first[row]}. of month "
        f"{second[row]} or the {second[row]}. of month {first[row]}: no date of the file tells.",
        "Write dates as 2024-01-31 and open the file again.",
    )


def _in_order(times: Ints) -> bool:
    known = times[times != _MISSING]
    steps = np.diff(known)
    return len(steps) > 1 and bool((steps >= 0).mean() >= _IN_ORDER) and known[0] != known[-1]


def _whole(column: pd.Series) -> Ints:
    return np.asarray(column.fillna("-1").astype(np.int64).to_numpy(), dtype=np.int64)


def _times(year: Ints, month: Ints, day: Ints, clock: Ints) -> Ints:
    """Nanoseconds; missing where there is no such day or clock time."""
    fine = (year >= 1678) & (year <= 2261) & (month >= 1) & (month <= 12) & (day >= 1) & (clock != _MISSING)
    months = np.where(fine, (year - 1970) * 12 + month - 1, 0)
    start = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    length = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - start
    fine &= day <= length
    days = start + np.where(fine, day - 1, 0)
    return np.where(fine, days * 86_400 * 10**9 + np.where(fine, clock, 0), _MISSING)


def _clock(words: pd.Series) -> tuple[Ints, bool]:
    """Nanoseconds since midnight UTC of each clock time, and whether any names its zone."""
    parts = words.str.strip().str.extract(_CLOCK)
    none = (words.str.strip() == "").to_numpy(dtype=bool)
    hour, minute, second = (_whole(parts[k].where(parts[k].notna(), "0" if k == 2 else None)) for k in range(3))
    afternoon = parts[4].str.lower().str.startswith("p").fillna(False).to_numpy(dtype=bool)
    noon = parts[4].notna().to_numpy() & (hour == 12)
    hour = np.where(noon, 0, hour) + 12 * afternoon
    fraction = np.round(parts[3].fillna("0").astype(float).to_numpy() * 1e9).astype(np.int64)
    fine = (hour >= 0) & (hour < 24) & (minute >= 0) & (minute < 60) & (second < 61)
    ns = (hour * 3600 + minute * 60 + second) * 10**9 + fraction - _offset(parts[5])
    return np.where(none, 0, np.where(fine, ns, _MISSING)), bool(parts[5].notna().any())


def _offset(zone: pd.Series) -> Ints:
    digits = zone.str.replace(":", "").replace("Z", "+0000").fillna("+0000")
    sign = np.where(digits.str.startswith("-"), -1, 1)
    minutes = digits.str[1:3].astype(np.int64) * 60 + digits.str[3:5].astype(np.int64)
    return np.asarray(sign * minutes.to_numpy() * 60 * 10**9, dtype=np.int64)


def _month_names(column: pd.Series) -> NDArray[np.int64]:
    """31 Jan 2024, Jan 31, 2024 2:30 PM: the month's name leaves nothing open."""
    import pandas as pd

    named = column.str.contains(r"[A-Za-z]{3}", regex=True, na=False) & column.str.contains(r"\d", regex=True, na=False)
    words = column.where(named)
    distinct = words.dropna().unique()
    if not len(distinct):
        return np.full(len(column), _MISSING)
    parsed = pd.to_datetime(pd.Series(distinct).astype(object), format="mixed", errors="coerce", utc=True)
    micros = parsed.to_numpy(dtype="datetime64[us]").view(np.int64)
    holds = parsed.notna().to_numpy() & (np.abs(micros // 1000) < np.iinfo(np.int64).max // 10**6)
    values = dict(zip(distinct, np.where(holds, micros, 0) * 1000, strict=True))
    found = set(np.asarray(distinct, dtype=object)[holds])
    return np.asarray([values[word] if word in found else _MISSING for word in words.tolist()], dtype=np.int64)
