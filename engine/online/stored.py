"""What a champion's fold models said of signals that it was trained on, where the workspace has kept it.

A champion flatters itself on its own training rows. Its fold models had not seen the rows of their test blocks, so what
they said there is what the champion would have said live.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.online.contamination import shaded, trained_on
from engine.online.timeline import signal_ids
from engine.records import Floats, OutOfFold

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

_SAME = 0.99  # of the kept rows must be in the table, else it is another file


@dataclass(frozen=True, slots=True)
class Judged:
    """How far a champion's figures on a table can be taken at their word.

    `flattered` of the table's `rows` it was trained on, from when to when `shaded` tells; a further `covered` ones are
    scored by its fold models, whose scores are `by_id`.
    """

    rows: int = 0
    flattered: int = 0
    covered: int = 0
    shaded: tuple[int, int] | None = None
    by_id: Mapping[str, float] = field(default_factory=dict)


def judged(folder: Path | None, champion: LoadedModel | None, table: SignalTable | None) -> Judged:
    """The same for a source; nothing is known of one that is no table."""
    if table is None:
        return Judged()
    flattered, stored = trained_on(table, champion), stored_scores(folder, champion, table)
    by_id: dict[str, float] = {}
    if stored is not None:
        there = ~np.isnan(stored)
        flattered &= ~there
        ids = signal_ids(table)
        by_id = {ids[place]: float(stored[place]) for place in np.flatnonzero(there).tolist()}
    return Judged(len(table), int(flattered.sum()), len(by_id), shaded(table, flattered), by_id)


def stored_scores(folder: Path | None, champion: LoadedModel | None, table: SignalTable | None) -> Floats | None:
    """Scores (n,) for the table's rows that the champion was trained on, NaN for all others; None where none are kept.

    `folder` is the workspace; the run is looked up by the champion's own id.
    """
    id_ = str(getattr(getattr(champion, "card", None), "id", "") or "")
    if folder is None or champion is None or table is None or not id_:
        return None
    from engine.library.runs import out_of_fold
    from engine.library.store import DATABASE, Workspace

    if not (folder / DATABASE).exists():
        return None
    try:
        with Workspace.open(folder, read_only=True) as workspace:
            kept = out_of_fold(workspace, id_)
    except WorkbenchError:  # a bundle from elsewhere: its run is not in this workspace
        return None
    return None if kept is None else matched(kept, table, trained_on(table, champion))


def matched(kept: OutOfFold, table: SignalTable, seen: NDArray[np.bool_]) -> Floats | None:
    """The kept probabilities by the table's rows, for those that were `seen` (n,); None for another file's."""
    order = np.argsort(table.row, kind="stable")
    at = np.searchsorted(table.row[order], kept.row)
    inside = at < len(order)
    place = order[np.minimum(at, len(order) - 1)]
    same = inside & (table.row[place] == kept.row) & (table.label[place] == kept.label)
    if table.time is not None:
        same &= table.time[place] == kept.time
    if not len(kept.row) or same.mean() < _SAME:
        return None
    scores = np.full(len(table), np.nan)
    scores[place[same]] = kept.probability[same]
    scores[~seen] = np.nan
    return scores


def stored_words(rows: int) -> str:
    """What that means for the figures."""
    return (f"{rows:,} signals that the champion was trained on are scored by its fold models, which had not seen "
            "them.")
