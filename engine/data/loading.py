"""Tables for training, scoring and replay; what cannot be used is refused in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.assembly import Assembly
from engine.data.encoding import describe
from engine.data.places import Places
from engine.data.reading import RawFrame, read_frame
from engine.data.roles import NOTHING_GIVEN, guess_roles, role_findings
from engine.data.schema import FeatureSchema
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Ints, Level, Roles

if TYPE_CHECKING:
    import pandas as pd

__all__ = ("assemble", "describe", "load_for_schema", "load_table", "no_label", "table_from_frame")


def load_table(path: Path | str, given: Roles = NOTHING_GIVEN, *, progress: Progress | None = None) -> SignalTable:
    """Read a file with labels for training; the first finding of level error is raised."""
    progress = progress or Progress()
    raw = read_frame(path, progress=progress.part(0.0, 0.7))
    table = assemble(raw, given, source=str(path), progress=progress.part(0.7, 1.0))
    _refuse_errors(table.findings, Path(path).name)
    return table


def load_for_schema(
    path: Path | str, schema: FeatureSchema, given: Roles = NOTHING_GIVEN, *, progress: Progress | None = None
) -> SignalTable:
    """Read a file for a model's own features; the label may be absent, a feature may not."""
    progress = progress or Progress()
    raw = read_frame(path, progress=progress.part(0.0, 0.7))
    own = set(schema.names)
    absent = [name for name in schema.names if name not in raw.frame.columns]
    if absent:
        raise WorkbenchError(f"The file lacks {len(absent)} of the model's features: {', '.join(absent[:8])}.",
                             where=Path(path).name, remedy="Give a file with the columns of the training data.",
                             code="missing-features")
    others = raw.frame[[name for name in raw.frame.columns if name not in own]]
    roles = guess_roles(others, given, label_by_place=False)
    return table_from_frame(raw.frame, roles, source=str(path), progress=progress.part(0.7, 1.0), schema=schema,
                            rows=raw.rows, lines=raw.lines, findings=raw.findings, named_rows=raw.named_rows)


def table_from_frame(
    frame: pd.DataFrame, roles: Roles, *, source: str = "", progress: Progress | None = None,
    schema: FeatureSchema | None = None, rows: Ints | None = None, lines: Ints | None = None,
    findings: Iterable[Finding] = (), named_rows: int = 0,
) -> SignalTable:
    """Encode a frame by its roles, sorted by time; `schema` given: by that schema, else by its own feature columns.

    `rows` and `lines` are the frame's places in its file. Errors are raised, other findings kept.
    """
    frame = _with_plain_names(frame)
    places = Places.plain(len(frame)) if rows is None else Places(rows, lines)
    table = Assembly(frame, roles, places, source=source, schema=schema, findings=list(findings),
                     named_rows=named_rows).table(progress or Progress())
    _refuse_errors(table.findings, Path(source).name)
    return table


def assemble(raw: RawFrame, given: Roles, *, source: str, progress: Progress) -> SignalTable:
    """A file's table with its roles completed; errors are among its findings and not raised."""
    roles = guess_roles(raw.frame, given)
    findings = [*raw.findings, *role_findings(raw.frame, roles, given)]
    if roles.label is None:
        findings.append(no_label())
    return Assembly(raw.frame, roles, Places(raw.rows, raw.lines), source=source, findings=findings,
                    named_rows=raw.named_rows, leaks_out=True).table(progress)


def no_label() -> Finding:
    """The error of a file without outcomes."""
    return Finding(Level.ERROR, "no-label", "", "No column holds a win or loss.",
                   "Choose the column that tells win from loss.")


def _with_plain_names(frame: pd.DataFrame) -> pd.DataFrame:
    """Names as text, each only once."""
    if not all(isinstance(name, str) for name in frame.columns):
        frame = frame.rename(columns=str)
    if not frame.columns.is_unique:
        twice = str(frame.columns[frame.columns.duplicated()][0])
        raise WorkbenchError(f"{twice} is the name of more than one column.", where=twice, code="duplicate-name",
                             remedy="Rename or drop one of them.")
    return frame


def _refuse_errors(findings: Iterable[Finding], name: str) -> None:
    for finding in findings:
        if finding.level is Level.ERROR:
            where = ", ".join(part for part in (name, finding.column) if part)
            raise WorkbenchError(finding.message, where=where, remedy=finding.remedy, code=finding.code)
