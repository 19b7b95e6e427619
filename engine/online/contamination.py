"""Whether the rows that a champion is judged on are rows that it was trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.table import SignalTable

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel


def contaminated_rows(table: SignalTable, champion: LoadedModel | None) -> int:
    """How many rows the champion's trees have seen: by signal time, or all of them where the data are the same."""
    if champion is None:
        return 0
    seen = np.zeros(len(table), dtype=bool)
    for exposure in champion.card.exposure:
        if exposure.fingerprint == table.fingerprint and exposure.rows >= len(table):
            seen[:] = True
        if table.time is None or exposure.first is None or exposure.last is None:
            continue
        seen |= (table.time >= exposure.first) & (table.time <= exposure.last)
    return int(seen.sum())


def contamination_words(seen: int, rows: int) -> str:
    """What that means for the figures."""
    return (f"The champion was trained on {seen:,} of these {rows:,} signals: its figures there, and those of the "
            "blend, are better than they will be on new signals.")
