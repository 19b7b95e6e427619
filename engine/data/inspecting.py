"""What a file holds, for the data card and for `alphapulse inspect`: never a refusal for a file that can be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.loading import assemble
from engine.data.reading import read_frame
from engine.data.roles import NOTHING_GIVEN
from engine.data.schema import Kind
from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.progress import Progress
from engine.records import Ints, Level, Roles, TableProfile


@dataclass(frozen=True, eq=False, slots=True)
class OpenedFile:
    """What the window shows of a file, and its table where it can be trained on."""

    profile: TableProfile
    table: SignalTable | None


def inspect_file(
    path: Path | str, given: Roles = NOTHING_GIVEN, *, progress: Progress | None = None, limit: int | None = None
) -> TableProfile:
    """Profile a file; `limit` looks only at its first rows. Only a file that cannot be read at all is refused."""
    return open_file(path, given, progress=progress, limit=limit).profile


def open_file(
    path: Path | str, given: Roles = NOTHING_GIVEN, *, progress: Progress | None = None, limit: int | None = None
) -> OpenedFile:
    """Profile and table from one reading; the table is None where a finding of level error says why."""
    progress = progress or Progress()
    raw = read_frame(path, progress=progress.part(0.0, 0.7), limit=limit)
    columns, names = len(raw.frame.columns), tuple(map(str, raw.frame.columns))
    table = assemble(raw, given, source=str(path), progress=progress.part(0.7, 1.0))
    found = profile(table, columns=columns, names=names, understood=raw.understood)
    blocked = any(finding.level is Level.ERROR for finding in table.findings)
    return OpenedFile(found, None if blocked else table)


def profile(
    table: SignalTable, *, columns: int, names: tuple[str, ...] = (), understood: str = ""
) -> TableProfile:
    """The profile of a table that is already loaded."""
    known = table.label != UNKNOWN_LABEL
    rr = table.realized_rr
    has_rr = rr is not None and not np.isnan(rr).all()
    return TableProfile(
        source=table.source, rows=len(table), columns=columns, features=table.schema.names,
        categorical=tuple(f.name for f in table.schema.features if f.kind is Kind.CATEGORY), roles=table.roles,
        positive_rate=float((table.label[known] == 1).mean()) if known.any() else None, labelled_rows=int(known.sum()),
        first_time=_iso(table.time, 0), last_time=_iso(table.time, -1),
        missing_share=float(np.isnan(table.matrix).mean()) if table.matrix.size else 0.0,
        weight_range=(float(np.nanmin(rr)), float(np.nanmax(rr))) if rr is not None and has_rr else None,
        fingerprint=table.fingerprint, findings=table.findings, names=names,
        named_rows=table.named_rows, understood=understood,
    )


def _iso(times: Ints | None, position: int) -> str | None:
    if times is None or not len(times):
        return None
    return f"{np.datetime64(int(times[position]), 'ns').astype('datetime64[s]')}Z"
