"""Which rows of a run trained, were purged and were tested, block by block; read from its record."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from engine.data import splits
from engine.data.distinct import distinct
from engine.records import RunRecord, ValidationRecord
from gui.plots.folds import FoldRow, Span

_ORDERED = ("purged_walk_forward", "walk_forward")


def fold_rows(run: RunRecord | None) -> tuple[FoldRow, ...]:
    """The blocks of a run in their order; none where rows were shuffled, or nothing is known."""
    validation = run.validation if run is not None else None
    if run is None or validation is None or not validation.blocks or validation.scheme == "shuffled":
        return ()
    options: Mapping[str, Any] = run.settings.get("validation") or {}
    rows = max(last for _, last in validation.blocks) + 1
    tested = _tested(validation, options, rows)
    recent = int(options.get("recent_rows") or 0)
    found = []
    for number, spans in enumerate(tested):
        purged = validation.purged[number] if number < len(validation.purged) else ()
        last = spans[0][0] if validation.scheme in _ORDERED else rows
        trained = without((0, last - 1), [*spans, *purged]) if last else ()
        if recent and validation.scheme in _ORDERED:
            trained = newest(trained, recent)
        found.append(FoldRow(str(number + 1), trained, tuple(purged), spans))
    return tuple(found)


def without(whole: Span, holes: list[Span]) -> tuple[Span, ...]:
    """What is left of a span of rows when others are taken out; spans hold both ends."""
    marks = sorted(hole for hole in holes if hole[0] <= whole[1] and hole[1] >= whole[0])
    edges = [(whole[0] - 1, whole[0] - 1), *marks, (whole[1] + 1, whole[1] + 1)]
    return tuple((before[1] + 1, after[0] - 1) for before, after in pairwise(edges) if after[0] - before[1] > 1)


def newest(spans: tuple[Span, ...], rows: int) -> tuple[Span, ...]:
    """The last so many rows of spans."""
    kept: list[Span] = []
    for first, last in reversed(spans):
        if rows <= 0:
            break
        kept.append((max(first, last - rows + 1), last))
        rows -= last - first + 1
    return tuple(reversed(kept))


def _tested(validation: ValidationRecord, options: Mapping[str, Any], rows: int) -> list[tuple[Span, ...]]:
    if validation.scheme != "combinatorial":
        return [(block,) for block in validation.blocks]
    number = splits.group_of(np.arange(rows), rows, int(options.get("groups", 8)))
    spans = [(int(first), int(last)) for first, last in
             ((mine[0], mine[-1]) for mine in (np.flatnonzero(number == each) for each in distinct(number)))]
    return [tuple(chosen) for chosen in combinations(spans, int(options.get("test_groups", 2)))][: validation.folds]
