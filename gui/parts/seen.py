"""What a model's trees have seen, as days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from engine.records import Exposure, RunRecord

NS = 1e9
UNKNOWN = "–"


def day(ns: int | None) -> str:
    """The day of a time in ns UTC."""
    return UNKNOWN if ns is None else datetime.fromtimestamp(ns / NS, tz=UTC).strftime("%Y-%m-%d")


def span(exposure: Sequence[Exposure]) -> tuple[int | None, int | None]:
    """First and last signal that a model's trees have seen."""
    firsts = [seen.first for seen in exposure if seen.first is not None]
    lasts = [seen.last for seen in exposure if seen.last is not None]
    return min(firsts, default=None), max(lasts, default=None)


def trained_on(run: RunRecord) -> str:
    """The span in days; a dash where it is not known."""
    first, last = span(run.exposure)
    return UNKNOWN if first is None else f"{day(first)} – {day(last)}"
