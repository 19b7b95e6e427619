"""Where scores and signals go: CSV, Parquet or Arrow, written beside its place and put there when it is whole."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.errors import WorkbenchError

_RUN_BY_SPREADSHEETS = re.compile(r"^\s*[=+\-@\t\r\0]")
_NUMBER = re.compile(r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$")
_ARROW = (".feather", ".arrow")


class Sink:
    """An open table file; all chunks must have the columns of the first."""

    def __init__(self, path: Path, suffix: str) -> None:
        self.is_text = suffix not in (".parquet", *_ARROW)
        self._suffix = suffix
        self._file = path.open("wb")
        self._writer: Any = None

    def write(self, table: Any) -> None:
        """Append rows."""
        if self._writer is None:
            if self.is_text:
                table = table.rename_columns([_safe(name) for name in table.column_names])
            self._names = table.column_names
            self._writer = self._opened(table.schema)
        self._writer.write_table(table.rename_columns(self._names))

    def finish(self) -> None:
        """Flush to disk."""
        if self._writer is not None:
            self._writer.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Close without finishing."""
        self._file.close()

    def _opened(self, schema: Any) -> Any:
        import pyarrow as pa
        from pyarrow import csv, parquet

        if self.is_text:
            return csv.CSVWriter(self._file, schema, write_options=csv.WriteOptions(quoting_style="needed"))
        if self._suffix == ".parquet":
            return parquet.ParquetWriter(self._file, schema, write_page_checksum=True)
        return pa.ipc.new_file(self._file, schema)


@contextlib.contextmanager
def open_sink(target: Path) -> Iterator[Sink]:
    """A sink whose file appears under its name when the block ends well, and leaves nothing otherwise."""
    suffix = target.suffix.lower()
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sink = Sink(beside, suffix)
        try:
            yield sink
            sink.finish()
        except BaseException:
            sink.abandon()
            raise
        os.replace(beside, target)
    except OSError as error:
        raise WorkbenchError(f"The file could not be written ({error.strerror}).", where=str(target),
                             code="not-written", remedy="Choose a folder that you may write to, with free space.",
                             ) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def safe_text(column: Any) -> Any:
    """A text column whose cells no spreadsheet takes for a formula (OWASP ASVS 1.2.10); numbers stay numbers."""
    import pyarrow as pa

    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    return pa.array([None if cell is None else _safe(cell) for cell in column.to_pylist()], pa.string())


def _safe(text: str) -> str:
    return f"'{text}" if _RUN_BY_SPREADSHEETS.match(text) and not _NUMBER.match(text.strip()) else text
