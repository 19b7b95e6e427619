"""One time as whoever sends it writes it (epoch number of any unit, ISO text, datetime) in ns since 1970 UTC."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

EARLIEST, LATEST = 315_532_800, 4_102_444_800  # 1980 and 2100 in seconds
_UNITS = (1, 10**3, 10**6, 10**9)  # seconds, ms, us and ns: told apart by size
_NS = 10**9
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(value: Any) -> int:
    """In ns UTC; a time without a zone is UTC. Raises `ValueError` for what is no time of 1980 to 2100."""
    if isinstance(value, bytes) and value.isdigit() and len(value) < 20:  # the usual and quick way
        return _of_whole(int(value))
    if isinstance(value, datetime):
        return _of_datetime(value)
    if isinstance(value, bool):
        raise ValueError("it is no time")
    if isinstance(value, int):
        return _of_whole(value)
    if isinstance(value, float):
        return _of_fraction(value)
    return _of_text(value.decode() if isinstance(value, bytes) else str(value))


def _of_text(text: str) -> int:
    text = text.strip()
    if text.isascii() and text.isdigit():
        return _of_whole(int(text)) if len(text) < 20 else _refused()
    try:
        return _of_datetime(datetime.fromisoformat(text))
    except ValueError:
        pass
    try:
        return _of_fraction(float(text))
    except ValueError:
        return _refused()


def _of_whole(number: int) -> int:
    for unit in _UNITS:
        if EARLIEST <= number // unit < LATEST:
            return number * (_NS // unit)
    return _refused()


def _of_fraction(number: float) -> int:
    if not math.isfinite(number):
        return _refused()
    for unit in _UNITS:
        if EARLIEST <= number / unit < LATEST:
            whole = math.floor(number)
            return whole * (_NS // unit) + round((number - whole) * (_NS // unit))
    return _refused()


def _of_datetime(value: datetime) -> int:
    since = (value if value.tzinfo is not None else value.replace(tzinfo=UTC)) - _EPOCH
    ns = ((since.days * 86_400 + since.seconds) * 10**6 + since.microseconds) * 1000
    return ns if EARLIEST <= ns // _NS < LATEST else _refused()


def _refused() -> int:
    raise ValueError("it is no time of 1980 to 2100")
