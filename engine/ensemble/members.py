"""Members of an ensemble: what they have been trained on, and how they score a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundle import loading
from engine.bundle.manifest import ModelCard
from engine.bundle.scoring import LoadedModel, MemberView
from engine.data import sketch as sketches
from engine.data.schema import Matrix
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Exposure, Floats, Ints, OutOfFold

_CHUNK = 20_000  # rows scored between two looks at Cancel


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """A model and its place in an ensemble. `name` is unlike all others there; `role` is the analyst's word or ""."""

    id: str
    name: str
    role: str
    kind: str
    file: Path
    exposure: tuple[Exposure, ...]
    fingerprint: str = ""
    contaminated: bool = False
    out_of_fold: OutOfFold | None = None  # only where it was made by walking forward
    promises: bool = False  # whether those tell what to expect of a next block, too
    model: LoadedModel | None = None  # where it has been opened already
    part: tuple[ModelCard, bytes] | None = None  # card and native bytes, where no file holds them


def predictions(
    member: Member, table: SignalTable, workspace: Workspace | None, *, embargo_ns: int = 0,
    progress: Progress | None = None,
) -> tuple[Floats, str]:
    """A member's probabilities for the rows of a table (n,), NaN where it was trained on them; and a warning or "".

    Rows of the very table that a run was trained on come from its fold models; later rows, and those of any other
    table, from the model itself.
    """
    progress = progress or Progress()
    if member.out_of_fold is not None and member.fingerprint == table.fingerprint:
        return _kept(member, member.out_of_fold, table, workspace)
    model = _model(member, workspace)
    unseen, warning = unseen_rows(member, table.time, len(table), table.fingerprint, lambda: encoded(model, table),
                                  embargo_ns)
    probability = np.full(len(table), np.nan)
    rows = np.flatnonzero(unseen)
    if len(rows):
        probability[rows] = score(model, encoded(model, table)[rows], progress, member.name)
    return probability, warning


def is_forward(member: Member, fingerprint: str, warning: str) -> bool:
    """Whether what it says of a table is as it will be of the next block: nothing leaked, and nothing is unknown."""
    kept = member.out_of_fold is not None and member.fingerprint == fingerprint
    return not warning and not member.contaminated and (member.promises or not kept)


def unseen_rows(
    member: Member, time: Ints | None, count: int, fingerprint: str, matrix: Callable[[], Matrix], embargo_ns: int = 0
) -> tuple[NDArray[np.bool_], str]:
    """Which of `count` rows a member was not trained on, and a warning where some were or where none can tell.

    Known by time where rows and exposure have it, else by the whole table's fingerprint or the rows' sketch; `matrix`
    gives the rows as the member sees them, asked for only then.
    """
    seen, known = np.zeros(count, dtype=bool), bool(member.exposure)
    for exposure in member.exposure:
        found = _seen(exposure, time, count, fingerprint, matrix, embargo_ns)
        known &= found is not None
        if found is not None:
            seen |= found
    if not known:
        return ~seen, (f"It is not known which rows {member.name} was trained on; if it was on these, "
                       "its scores here are too good.")
    if time is None and seen.any():
        which = "these very rows, so none of them counts" if seen.all() else (
            f"{int(seen.sum())} of these rows; they do not count")
        return ~seen, f"{member.name} was trained on {which} for it."
    return ~seen, ""


def _seen(
    exposure: Exposure, time: Ints | None, count: int, fingerprint: str, matrix: Callable[[], Matrix], embargo_ns: int
) -> NDArray[np.bool_] | None:
    if time is not None and exposure.last is not None:
        end = exposure.last if exposure.last_label is None else max(exposure.last, exposure.last_label)
        return time <= end + embargo_ns
    if fingerprint and fingerprint == exposure.fingerprint:
        return np.ones(count, dtype=bool)
    return sketches.seen_rows(matrix(), exposure.sketch) if exposure.sketch else None


def encoded(model: LoadedModel, table: SignalTable) -> Matrix:
    """A table as the matrix of a model: its own columns, order and category codes."""
    absent = [name for name in model.schema.names if name not in set(table.schema.names)]
    if absent:
        raise WorkbenchError(
            f"The table lacks {len(absent)} of the model's features: {', '.join(absent[:8])}.", where=model.card.name,
            remedy="Choose a table with the columns that the model was trained on.", code="missing-features",
        )
    return MemberView(table.schema, model.schema).of(table.matrix)


def score(model: LoadedModel, matrix: Matrix, progress: Progress, name: str) -> Floats:
    """Probabilities (n,), in parts so that Cancel is heard."""
    parts = []
    for start in range(0, len(matrix), _CHUNK):
        progress.report(start / len(matrix), f"Scoring with {name}")
        parts.append(model.predict(matrix[start:start + _CHUNK]))
    return np.concatenate(parts)


def _kept(
    member: Member, found: OutOfFold, table: SignalTable, workspace: Workspace | None
) -> tuple[Floats, str]:
    """Kept predictions by the data row that they belong to, less those that a parent of the model had learnt."""
    largest = int(max(table.row.max(initial=-1), found.row.max(initial=-1)))
    by_row = np.full(largest + 1, np.nan)
    by_row[found.row] = found.probability
    probability = by_row[table.row]
    if member.kind == "ensemble" or len(member.exposure) < 2:
        return probability, ""
    parents = replace(member, exposure=member.exposure[:-1])  # a run's own rows come last
    unseen, warning = unseen_rows(parents, table.time, len(table), table.fingerprint,
                                  lambda: encoded(_model(member, workspace), table))
    return np.where(unseen, probability, np.nan), warning


def _model(member: Member, workspace: Workspace | None) -> LoadedModel:
    return member.model or loading.load_model(member.file, workspace=workspace)
