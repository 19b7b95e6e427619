"""What a file holds, for the data card and for `alphapulse inspect`: never a refusal for a file that can be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.loading import table_from_frame
from engine.data.reading import RawFrame, read_frame
from engine.data.roles import NOTHING_GIVEN, guess_roles
from engine.data.schema import Kind
from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Ints, Level, Roles, TableProfile


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
    roles = guess_roles(raw.frame, given)
    findings: tuple[Finding, ...] = ()
    if roles.label is None:
        findings = (Finding(Level.ERROR, "no-label", "", "No column holds a win or loss.",
                            "Name the label column with --label."),)
    try:
        table = table_from_frame(raw.frame, roles, source=str(path), rows=raw.rows, findings=raw.findings,
                                 progress=progress.part(0.7, 1.0))
    except WorkbenchError as error:
        findings = (*findings, Finding(Level.ERROR, error.code, error.where, error.what, error.remedy))
        return OpenedFile(_without_table(raw, roles, str(path), findings), None)
    found = profile(table, columns=len(raw.frame.columns), findings=findings, names=_names(raw))
    return OpenedFile(found, table if roles.label is not None else None)


def profile(
    table: SignalTable, *, columns: int, findings: tuple[Finding, ...] = (), names: tuple[str, ...] = ()
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
        fingerprint=table.fingerprint, findings=(*table.findings, *findings), names=names,
    )


def _without_table(raw: RawFrame, roles: Roles, source: str, findings: tuple[Finding, ...]) -> TableProfile:
    return TableProfile(
        source=source, rows=len(raw.frame), columns=len(raw.frame.columns), features=(), categorical=(), roles=roles,
        positive_rate=None, labelled_rows=0, first_time=None, last_time=None, missing_share=0.0, weight_range=None,
        fingerprint="", findings=(*raw.findings, *findings), names=_names(raw),
    )


def _names(raw: RawFrame) -> tuple[str, ...]:
    return tuple(map(str, raw.frame.columns))


def _iso(times: Ints | None, position: int) -> str | None:
    if times is None or not len(times):
        return None
    return f"{np.datetime64(int(times[position]), 'ns').astype('datetime64[s]')}Z"
