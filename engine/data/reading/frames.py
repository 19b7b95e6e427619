"""Open a file by its content, whatever its name says, as one frame with every repair and refusal named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.data.names import plain
from engine.data.reading.columnar import read_columnar
from engine.data.reading.delimited import read_delimited
from engine.data.reading.headers import INDEX
from engine.data.reading.magic import HEAD, FileKind, recognise
from engine.data.reading.to_frame import to_frame
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Ints, Level

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, slots=True)
class RawFrame:
    """A file's columns as they stand, rows in file order.

    `rows` (n,) are 0-based data rows of the file and `lines` (n,) their lines (CSV only); `named_rows` is how many data
    rows were refused and named in the findings, so that rows in = rows here + named rows. `understood` says how the
    file was read.
    """

    frame: pd.DataFrame
    rows: Ints
    lines: Ints | None = None
    findings: tuple[Finding, ...] = ()
    named_rows: int = 0
    understood: str = ""


def read_frame(path: Path | str, *, progress: Progress | None = None, limit: int | None = None) -> RawFrame:
    """Read CSV (also gzip), Parquet or Feather; `limit` reads only about that many rows for a quick look.

    Raises `WorkbenchError` with the place and a remedy for a file that cannot be read.
    """
    path, progress = Path(path), progress or Progress()
    kind = recognise(_head(path), path)
    if kind in (FileKind.TEXT, FileKind.GZIP):
        read = read_delimited(path, progress=progress, limit=limit)
        table, findings, rows, lines = read.table, read.findings, read.rows, read.lines
        named, words = read.named_rows, read.words
        del read
    else:
        table, findings = read_columnar(path, kind, progress=progress, limit=limit)
        rows, lines, named, words = np.arange(len(table)), None, 0, kind.value
    if limit is not None:
        table, rows, lines = table.slice(0, limit), rows[:limit], None if lines is None else lines[:limit]
    columns = list(zip(table.column_names, table.columns, strict=True))
    del table
    frame = _without_index(_with_date_and_time_joined(to_frame(columns), findings), findings)
    return RawFrame(frame, rows, lines, tuple(findings), named, words)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except FileNotFoundError as error:
        raise WorkbenchError("There is no such file.", where=str(path), remedy="Check the path.",
                             code="no-such-file") from error
    except IsADirectoryError as error:
        raise WorkbenchError("This is a folder, not a file.", where=str(path), remedy="Choose a file in it.",
                             code="not-a-file") from error
    except OSError as error:
        raise WorkbenchError(f"The file cannot be opened: {error.strerror}.", where=str(path),
                             remedy="Check its permissions.", code="cannot-open") from error


def _with_date_and_time_joined(frame: pd.DataFrame, findings: list[Finding]) -> pd.DataFrame:
    """A `date` column of days and a `time` column of clock times become one `date_time`."""
    import pandas as pd

    named = {plain(name): name for name in frame.columns}
    day, clock = named.get("date"), named.get("time")
    if day is None or clock is None or "date_time" in named or not len(frame):
        return frame
    if pd.api.types.is_numeric_dtype(frame[clock]) or pd.api.types.is_datetime64_any_dtype(frame[clock]):
        return frame
    clocks = frame[clock].dropna().astype(str)
    if not len(clocks) or not clocks.str.fullmatch(r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?").all():
        return frame
    days = frame[day].dt.strftime("%Y-%m-%d") if pd.api.types.is_datetime64_any_dtype(frame[day]) else frame[day]
    joined = days.astype("string") + " " + frame[clock].astype("string").str.zfill(5)
    place = int(frame.columns.get_loc(day))  # type: ignore[arg-type]
    frame = frame.drop(columns=[day, clock])
    frame.insert(place, "date_time", joined)
    findings.append(Finding(Level.INFO, "date-and-time", "date_time", f"{day} and {clock} joined to one time.", ""))
    return frame


def _without_index(frame: pd.DataFrame, findings: list[Finding]) -> pd.DataFrame:
    """A nameless first column that only counts the rows is dropped: models would learn the order of the file."""
    gone = [name for name in frame.columns
            if name.startswith((INDEX, "column_", "Unnamed: ")) and _says_nothing(frame[name])]
    nameless = {finding.column for finding in findings if finding.code == "unnamed-column"}
    gone = [name for name in gone if name in nameless or name.startswith("Unnamed: ")]
    for name in gone:
        findings[:] = [f for f in findings if not (f.code == "unnamed-column" and f.column == name)]
        empty = bool(frame[name].isna().all())
        findings.append(Finding(
            Level.INFO if empty else Level.WARNING, "empty-column" if empty else "index-column", name,
            "A column without a name is empty and was left out." if empty else
            "A column without a name only counts the rows and was left out: models would learn the order of the file.",
            "Write the file without its index." if not empty else "",
        ))
    return frame.drop(columns=gone)


def _says_nothing(column: pd.Series) -> bool:
    import pandas as pd

    if column.isna().all():
        return True
    if not pd.api.types.is_integer_dtype(column):
        return False
    steps = np.diff(column.to_numpy())
    return bool((steps == 1).all())
