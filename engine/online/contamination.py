"""Whether the rows that a champion is judged on are rows that it was trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.sketch import seen_rows
from engine.data.table import SignalTable
from engine.records import Exposure

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel


def trained_on(table: SignalTable, champion: LoadedModel | None) -> NDArray[np.bool_]:
    """Which rows (n,) the champion's training reached: by time, else by the data's fingerprint or sketch."""
    seen = np.zeros(len(table), dtype=bool)
    for exposure in champion.card.exposure if champion is not None else ():
        seen |= _reached(table, exposure)
    return seen


def known_until(champion: LoadedModel | None) -> int:
    """The last moment (ns) that the champion's training knew of, or -1; drift is watched from there on."""
    ends = [end for exposure in (champion.card.exposure if champion is not None else ())
            if (end := _end(exposure)) is not None]
    return max(ends, default=-1)


def shaded(table: SignalTable | None, flattered: NDArray[np.bool_]) -> tuple[int, int] | None:
    """From when to when (ns) a champion flatters itself; None where nowhere, or where times are not known."""
    if table is None or table.time is None or not flattered.any():
        return None
    times = table.time[flattered]
    return int(times.min()), int(times.max())


def contamination_words(seen: int, rows: int) -> str:
    """What that means for the figures."""
    return (f"The champion was trained on {seen:,} of these {rows:,} signals: its figures there, and those of the "
            "blend, are better than they will be on new signals.")


def _reached(table: SignalTable, exposure: Exposure) -> NDArray[np.bool_]:
    end = _end(exposure)
    if table.time is not None and end is not None:
        return np.asarray(table.time <= end)
    if exposure.fingerprint == table.fingerprint:
        return np.ones(len(table), dtype=bool)
    found = seen_rows(table.matrix, exposure.sketch) if exposure.sketch else None
    return np.zeros(len(table), dtype=bool) if found is None else found


def _end(exposure: Exposure) -> int | None:
    if exposure.last is None or exposure.last_label is None:
        return exposure.last
    return max(exposure.last, exposure.last_label)
