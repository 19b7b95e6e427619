"""The contributions of a loaded model to the scores of a table, a piece at a time."""

from __future__ import annotations

import time
from functools import partial

import numpy as np

from engine.bundle.scoring import LoadedModel
from engine.data.schema import Matrix
from engine.errors import WorkbenchError
from engine.evaluation.explanation import Explanation
from engine.models.apart import apart
from engine.models.base import default_threads
from engine.progress import Progress
from engine.records import Floats

_SECONDS = 0.4  # that a piece takes after the first
_MOST = 65_536


def explain(loaded: LoadedModel, matrix: Matrix, *, threads: int = 0, progress: Progress | None = None) -> Explanation:
    """Explain rows (n, d) in the model's own columns, in pieces of about half a second; cancellable within each.

    Every row's contributions add up to the corrected log-odds before calibration (to 1e-5 for a single model).
    """
    progress = progress or Progress()
    matrix = loaded.schema.encode(matrix)
    if not len(matrix):
        raise WorkbenchError("There are no rows to explain.", code="empty-table", remedy="Give a table with rows.")
    first = max(getattr(member.model, "explained_at_once", 512) for member in loaded.members)
    pieces, start, size = [], 0, first
    while start < len(matrix):
        progress.report(start / len(matrix), f"Explaining row {start:,} of {len(matrix):,}")
        began = time.perf_counter()
        piece = partial(loaded.contributions, matrix[start:start + size], threads=threads or default_threads())
        pieces.append(apart(piece, progress.check, lambda: None))
        start += size
        pace = min(size, len(pieces[-1])) / max(time.perf_counter() - began, 1e-6)
        size = int(min(max(pace * _SECONDS, first), 8 * size, _MOST))
    found = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
    single = loaded.pool is None
    margin = _margin(loaded, matrix, progress) if single else found.sum(axis=1)
    progress.report(1.0, f"{len(matrix):,} rows explained")
    return Explanation(loaded.schema, matrix, found[:, :-1], found[:, -1], margin, exact=single)


def _margin(loaded: LoadedModel, matrix: Matrix, progress: Progress) -> Floats:
    """The corrected log-odds of a single model."""
    card = loaded.members[0].card
    return apart(lambda: loaded.margins(matrix), progress.check, lambda: None)[card.name] + card.offset
