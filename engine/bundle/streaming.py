"""Scoring a file of any size with a bundle: rows in are rows out, at constant memory, whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.bundle import cells, loading
from engine.bundle.chunks import Chunk, Source, open_source
from engine.bundle.onnx_scoring import OnnxModel
from engine.bundle.scoring import LoadedModel
from engine.bundle.sinks import Sink, open_sink, safe_text
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Floats

FINAL, STATUS = "final", "status"
_NAMED = 12


@dataclass(frozen=True, slots=True)
class ScoreRecord:
    """What scoring a file did; `unscored` rows have a status instead of a score."""

    rows: int
    unscored: int
    out: str
    members: tuple[str, ...]
    seconds: float
    status: str
    trust: str = ""


def score_file(
    bundle: LoadedModel | OnnxModel | Path | str, data: Path | str, out: Path | str, *, keep: Sequence[str] = (),
    raw_text: bool = False, onnx: bool = False, workspace: Workspace | None = None, progress: Progress | None = None,
) -> ScoreRecord:
    """Write the scores of `data` to `out` (.parquet, .feather or .arrow by suffix, else CSV).

    Columns: the file's id and time where the bundle knows them, and `keep`; `final`; one a member; `status`. Text that
    a spreadsheet would run gets a leading ' unless `raw_text`. `onnx`: by the bundle's ONNX graph
    alone. No label is needed. Raises `WorkbenchError` naming the
    features that the file lacks; columns that the model does not know are ignored.
    """
    progress = progress or Progress()
    began = time.monotonic()
    progress.report(0.0, "Opening the model")
    model = bundle if isinstance(bundle, (LoadedModel, OnnxModel)) else (
        loading.load_graph if onnx else loading.load_model)(bundle, workspace=workspace, progress=progress)
    source, target = open_source(Path(data)), Path(out)
    carried = _carried(model, source, keep)
    _check(model, source, Path(data), target)
    wanted = list(dict.fromkeys([*carried, *model.schema.names]))
    rows = unscored = 0
    with open_sink(target) as sink:
        for chunk in source.chunks(wanted):
            scored = _scored(model, chunk, source.decimal)
            _write(sink, model, chunk, carried, scored, safe=not raw_text and sink.is_text)
            rows += len(chunk)
            unscored += int(np.isnan(scored.final).sum())
            progress.report(0.02 + 0.97 * chunk.share, f"{rows:,} rows scored")
    progress.report(1.0, f"{rows:,} rows scored")
    names = tuple(member.card.name for member in model.members)
    return ScoreRecord(rows, unscored, str(target), names, time.monotonic() - began, model.status,
                       model.trust)


@dataclass(frozen=True, eq=False, slots=True)
class _Scored:
    """All arrays have a place for every row of the chunk, the refused ones too."""

    final: Floats
    members: Mapping[str, Floats]
    status: list[str]


def _scored(model: LoadedModel | OnnxModel, chunk: Chunk, decimal: str) -> _Scored:
    total = len(chunk)
    good = np.ones(total, dtype=bool)
    good[list(chunk.refused)] = False
    matrix, unreadable, unknown = cells.encode(model.schema, chunk.table, decimal)
    members, final = model.scores(matrix)
    words: list[list[str]] = [[] for _ in range(len(matrix))]
    blank = np.zeros(len(matrix), dtype=bool)
    for name, rows in unreadable.items():
        blank |= rows
        for row in np.flatnonzero(rows):
            words[row].append(f"{name} is not a number")
    for name, rows in unknown.items():
        for row in np.flatnonzero(rows):
            words[row].append(f"{name} is a new category, taken as missing")
    whole = iter("; ".join(said) or model.status for said in words)
    status = [chunk.refused[row] if not ok else next(whole) for row, ok in enumerate(good)]
    spread = {name: _spread(np.where(blank, np.nan, column), good) for name, column in members.items()}
    return _Scored(_spread(np.where(blank, np.nan, final), good), spread, status)


def _spread(values: Floats, good: Any) -> Floats:
    if good.all():
        return values
    column = np.full(len(good), np.nan)
    column[good] = values
    return column


def _write(
    sink: Sink, model: LoadedModel | OnnxModel, chunk: Chunk, carried: Sequence[str], scored: _Scored, *, safe: bool
) -> None:
    import pyarrow as pa

    own = [FINAL, *scored.members, STATUS]
    columns: dict[str, Any] = {}
    for name in carried:
        kept = _kept(chunk, name)
        columns[_free(name, own)] = safe_text(kept) if safe else kept
    columns[FINAL] = pa.array(scored.final, from_pandas=True)
    for name, values in scored.members.items():
        columns[_free(name, [FINAL, STATUS])] = pa.array(values, from_pandas=True)
    status = pa.array(scored.status, pa.string())
    columns[STATUS] = safe_text(status) if safe else status
    sink.write(pa.table(columns))


def _kept(chunk: Chunk, name: str) -> Any:
    """A column of the file with a gap at each refused row."""
    import pyarrow as pa

    column = chunk.table.column(name).combine_chunks()
    if not chunk.refused:
        return column
    good = iter(range(len(chunk.table)))
    places = [None if row in chunk.refused else next(good) for row in range(len(chunk))]
    return column.take(pa.array(places, pa.int64()))


def _free(name: str, taken: Sequence[str]) -> str:
    return f"input_{name}" if name in taken else name


def _carried(model: LoadedModel | OnnxModel, source: Source, keep: Sequence[str]) -> list[str]:
    absent = [name for name in keep if name not in source.names]
    if absent:
        raise WorkbenchError(f"The file has no column {', '.join(absent[:_NAMED])}.", code="no-such-column",
                             remedy="Give the names of columns to keep as the file spells them.")
    roles = model.card.roles
    known = [roles.id, roles.time] if roles is not None else []
    return list(dict.fromkeys([*(name for name in known if name in source.names and name is not None), *keep]))


def _check(model: LoadedModel | OnnxModel, source: Source, data: Path, out: Path) -> None:
    absent = [name for name in model.schema.names if name not in source.names]
    if absent:
        more = f" and {len(absent) - _NAMED} more" if len(absent) > _NAMED else ""
        raise WorkbenchError(
            f"The file lacks {len(absent)} of the model's {len(model.schema)} features: "
            f"{', '.join(absent[:_NAMED])}{more}.", where=str(data), code="missing-features",
            remedy="Give a file with the columns of the training data.",
        )
    twice = sorted(set(source.repeated) & set(model.schema.names))
    if twice:
        raise WorkbenchError(f"The file has several columns named {', '.join(twice[:_NAMED])}.", where=str(data),
                             code="duplicate-columns", remedy="Rename or remove all but one of each.")
    if out.exists() and os.path.samefile(data, out):
        raise WorkbenchError("The scores would replace the file that they are made from.", where=str(out),
                             code="same-file", remedy="Give the scores another name.")
