"""Making a bundle's members compact, and measuring what that costs the whole score before anything is saved."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.bundle import golden
from engine.bundle.manifest import ModelCard
from engine.bundle.onnx_export import trying_rows
from engine.bundle.scoring import LoadedMember, LoadedModel
from engine.data.schema import FeatureSchema, Matrix
from engine.errors import WorkbenchError
from engine.evaluation import compacting
from engine.evaluation.compacting import CompactPrice
from engine.evaluation.intervals import Values
from engine.evaluation.metrics import auc
from engine.models.compact import Leaves, rounded
from engine.models.compact_model import CompactBooster
from engine.models.flat_forest import NotFlat
from engine.progress import Progress
from engine.records import Floats, Roles, RunRecord

ROWS = 20_000
_LARGEST_FILE = 256 << 20  # bytes that are read again only to measure
_CHUNK = 2_000
_AS_COMPACT = 1e-6  # log-odds; sums of the same numbers
BY_NAME = {"fp16": Leaves.FLOAT16, "int8": Leaves.INT8}


def compacted(model: LoadedModel, leaves: Leaves, *, native: bool = False) -> LoadedModel:
    """The same score by compact members; raises `WorkbenchError` with the reason where there is no such form.

    `native` ones are back in their libraries' own format: the same trees, their leaves as the compact form has them.
    """
    members = [_member(each, leaves) for each in model.members]
    if native:
        members = [_back(small, each, leaves) for small, each in zip(members, model.members, strict=True)]
    alone = model.pool is None and not native
    return LoadedModel(replace(model.card, compact=leaves.value) if alone else model.card, members, model.pool)


def price(
    before: LoadedModel, after: LoadedModel, leaves: Leaves, rows: Matrix, label: Values | None, *, progress: Progress
) -> CompactPrice:
    """Final scores of rows (n, d) by both; labels are 0 or 1, anything else is unknown."""
    native, native_speed = _scored(before, rows, progress.part(0.0, 0.5))
    small, speed = _scored(after, rows, progress.part(0.5, 1.0))
    apart = np.abs(native - small)
    line = before.threshold
    forms = [each.model for each in after.members if isinstance(each.model, CompactBooster)]
    return CompactPrice(
        leaves=leaves.words, code_bytes=max((form.code_bytes for form in forms), default=0), rows=len(rows),
        largest_difference=float(apart.max(initial=0.0)), mean_difference=float(apart.mean()) if len(apart) else 0.0,
        flipped=int(np.count_nonzero((native >= line) != (small >= line))),
        auc_native=_auc(label, native), auc_compact=_auc(label, small),
        native_bytes=_bytes(before), compact_bytes=_bytes(after),
        native_rows_per_second=native_speed, compact_rows_per_second=speed,
    )


def measuring_rows(
    model: LoadedModel, run: RunRecord, *, progress: Progress
) -> tuple[Matrix, Values | None]:
    """The latest rows of the run's own file with their labels, where it is still there; else made-up rows without."""
    path = Path(run.source)
    if path.is_file() and path.stat().st_size <= _LARGEST_FILE:
        from engine.data.loading import load_for_schema

        try:
            table = load_for_schema(path, model.schema, Roles(label=run.roles.label, time=run.roles.time),
                                    progress=progress)
            return table.matrix[-ROWS:], table.label[-ROWS:]
        except WorkbenchError:  # another file under that name; the price is measured without labels then
            pass
    return trying_rows(model), None


def categories_of(schema: FeatureSchema) -> tuple[int, ...]:
    """Each feature's number of categories, 0 for numbers."""
    return tuple(len(feature.categories) for feature in schema.features)


def _member(each: LoadedMember, leaves: Leaves) -> LoadedMember:
    card: ModelCard = each.card
    if card.compact:
        raise WorkbenchError("It is compact already.", where=card.name, code="not-compact",
                             remedy="Export it as it is, or export the run that it was made from.")
    try:
        small = compacting.compact(each.model, leaves, categories_of(card.schema))
    except NotFlat as reason:
        raise WorkbenchError(f"The model has no compact form: {reason}.", where=card.name, code="not-compact",
                             remedy="Export it in its library's own format.") from None
    return LoadedMember(replace(card, compact=leaves.value), CompactBooster(small), each.view)


def _back(small: LoadedMember, each: LoadedMember, leaves: Leaves) -> LoadedMember:
    """The library's own model with the leaves of its compact form; it must say what that form says."""
    forest = each.model.flat(categories_of(each.card.schema))
    found = each.model.with_leaves(lambda trees: rounded(trees, leaves, single=forest.single))
    rows = golden.rows_for(each.card.schema)
    apart = np.abs(found.margin(rows) - small.model.margin(rows)).max()
    if not apart <= _AS_COMPACT:
        raise WorkbenchError("Its compact form cannot be put back into its library's format: scores would differ by "
                             f"{apart:.1e}.", where=each.card.name, code="not-compact",
                             remedy="Export the compact form itself, or the model as it was trained.")
    return LoadedMember(each.card, found, each.view)


def _scored(model: LoadedModel, rows: Matrix, progress: Progress) -> tuple[Floats, float]:
    """Final scores (n,) and rows a second, on one thread."""
    parts: list[Floats] = []
    spent = 0.0
    for start in range(0, len(rows), _CHUNK):
        progress.report(start / len(rows), "Measuring what the compact form costs")
        began = time.perf_counter()
        margins = model.margins(rows[start:start + _CHUNK], threads=1)
        parts.append(model.combine(model.scores_of(margins)))
        spent += time.perf_counter() - began
    return (np.concatenate(parts) if parts else np.zeros(0)), len(rows) / max(spent, 1e-9)


def _bytes(model: LoadedModel) -> int:
    return sum(len(each.model.to_bytes()) for each in model.members)


def _auc(label: Values | None, score: Floats) -> float:
    if label is None:
        return float("nan")
    known = np.isin(np.asarray(label), (0, 1))
    return auc(np.asarray(label)[known], score[known])


def natives_of(model: LoadedModel) -> Sequence[tuple[ModelCard, bytes]]:
    """The members as the writer takes them."""
    return [(each.card, each.model.to_bytes()) for each in model.members]
