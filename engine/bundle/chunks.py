"""A table of any size, a piece at a time: CSV (also gzip), Parquet and Arrow, at constant memory.

CSV is understood as for training (`data.reading`). A row with too many or too few fields keeps its place and is told
of: rows in are rows out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.data.reading.headers import clean_names
from engine.data.reading.layout import Layout, single_separators, understand, without_head
from engine.data.reading.lines import RowBlock, RowCutter
from engine.data.reading.magic import HEAD, FileKind, recognise
from engine.data.reading.source import TextSource
from engine.data.reading.words import MISSING_WORDS
from engine.errors import WorkbenchError
from engine.records import Finding

BLOCK = 8 << 20  # bytes of CSV a piece
ROWS = 65_536  # rows of Parquet or Arrow a piece
_QUICK = 1 << 18


@dataclass(frozen=True, eq=False, slots=True)
class Chunk:
    """Some rows in the file's order. `table` holds those that could be read; `refused` tells of the others.

    `refused` goes by the row's place in the chunk; `share` is how much of the file is done.
    """

    table: Any
    refused: dict[int, str] = field(default_factory=dict)
    share: float = 0.0

    def __len__(self) -> int:
        return len(self.table) + len(self.refused)


@dataclass(frozen=True, eq=False, slots=True)
class Source:
    """An opened file: its column names, those that stand in it more than once, and its rows, wanted columns only."""

    names: tuple[str, ...]
    repeated: tuple[str, ...]
    chunks: Callable[[list[str]], Iterator[Chunk]]
    decimal: str = "."


def open_source(path: Path) -> Source:
    """Open a table by its content, whatever its name says; raises `WorkbenchError` for what is no table."""
    try:
        with path.open("rb") as file:
            kind = recognise(file.read(HEAD), path)
    except OSError as error:
        raise WorkbenchError(f"The file cannot be opened ({error.strerror}).", where=str(path), code="no-such-file",
                             remedy="Check its name and permissions.") from error
    if kind is FileKind.PARQUET:
        return _parquet(path)
    return _arrow(path) if kind is FileKind.FEATHER else _csv(path)


def _parquet(path: Path) -> Source:
    import pyarrow.parquet as pq

    with _readable(path), pq.ParquetFile(path) as file:
        originals = list(file.schema_arrow.names)
    names, findings = clean_names(originals, path.name)

    def chunks(wanted: list[str]) -> Iterator[Chunk]:
        import pyarrow as pa

        columns = [originals[names.index(name)] for name in wanted]
        with _readable(path), pq.ParquetFile(path, page_checksum_verification=True) as file:
            done, total = 0, max(file.metadata.num_rows, 1)
            yield Chunk(file.schema_arrow.empty_table().select(columns).rename_columns(wanted))
            for batch in file.iter_batches(batch_size=ROWS, columns=columns):
                done += len(batch)
                yield Chunk(pa.table(batch).select(columns).rename_columns(wanted), share=done / total)

    return Source(names, _repeated(findings), chunks)


def _arrow(path: Path) -> Source:
    import pyarrow as pa

    with _readable(path), pa.memory_map(str(path)) as mapped, pa.ipc.open_file(mapped) as file:
        originals = list(file.schema.names)
    names, findings = clean_names(originals, path.name)

    def chunks(wanted: list[str]) -> Iterator[Chunk]:
        places = [names.index(name) for name in wanted]
        with _readable(path), pa.memory_map(str(path)) as mapped, pa.ipc.open_file(mapped) as file:
            yield Chunk(file.schema.empty_table().select(places).rename_columns(wanted))
            for number in range(file.num_record_batches):
                batch = pa.table(file.get_batch(number)).select(places).rename_columns(wanted)
                for start in range(0, len(batch), ROWS):
                    yield Chunk(batch.slice(start, ROWS), share=(number + 1) / file.num_record_batches)

    return Source(names, _repeated(findings), chunks)


def _csv(path: Path) -> Source:
    layout = _understood(path)

    def chunks(wanted: list[str]) -> Iterator[Chunk]:
        source = TextSource(path, block=BLOCK)
        cutter = RowCutter(path.name)
        first = True
        yield _parsed(RowBlock(b"", _lines(0), multiline=False), layout, wanted, path)
        for block in cutter.cut(source.blocks()):
            if first:
                cutter.header, first = layout.header, False
                whole = without_head(block, layout)
                sieved = None if whole is None else cutter.without_header(whole)
            else:
                sieved = block
            if sieved is not None:
                chunk = _parsed(sieved, layout, wanted, path)
                yield Chunk(chunk.table, chunk.refused, min(source.share, 1.0))

    return Source(layout.names, _repeated(layout.findings), chunks, layout.dialect.decimal)


def _understood(path: Path) -> Layout:
    """Dialect, header and names from the first rows."""
    cutter = RowCutter(path.name)
    first = next(cutter.cut(TextSource(path, block=_QUICK).blocks()), None)
    if first is None:
        raise WorkbenchError("The file is empty.", where=path.name, remedy="Choose another file.", code="empty-file")
    return understand(first, cutter.above, path.name)


def _parsed(block: RowBlock, layout: Layout, wanted: list[str], path: Path) -> Chunk:
    import pyarrow as pa
    from pyarrow import csv

    ragged: dict[int, str] = {}

    def set_aside(row: Any) -> str:
        ragged[row.number - 1] = f"the row has {row.actual_columns} fields instead of {row.expected_columns}"
        return "skip"

    if not block.data:
        return Chunk(pa.table({name: pa.array([], pa.string()) for name in wanted}))
    separator = layout.dialect.separator
    data = single_separators(block.data, separator)
    with _readable(path):
        table = csv.read_csv(
            pa.py_buffer(data),
            csv.ReadOptions(use_threads=False, column_names=list(layout.names), block_size=len(data) + 1),
            csv.ParseOptions(delimiter=separator, newlines_in_values=block.multiline, invalid_row_handler=set_aside),
            csv.ConvertOptions(column_types={name: pa.string() for name in wanted}, include_columns=wanted,
                               null_values=sorted(MISSING_WORDS), strings_can_be_null=True, check_utf8=False),
        )
    if len(table) + len(ragged) != len(block.lines):
        raise WorkbenchError(
            f"Quotes stand in the middle of cells after line {int(block.lines[0])}; rows cannot be told apart.",
            where=path.name, code="stray-quotes", remedy="Double such quotes and put the cell in quotes.",
        )
    return Chunk(table, ragged)


def _lines(count: int) -> Any:
    import numpy as np

    return np.arange(count)


def _repeated(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(finding.column for finding in findings if finding.code == "duplicate-name")


class _readable:  # noqa: N801 - reads as a word in a with statement
    """Arrow's own errors, in our words."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: object) -> None:
        import pyarrow as pa

        if isinstance(error, (pa.ArrowException, OSError)):
            raise WorkbenchError("The file is damaged or changes while it is read.", where=str(self._path),
                                 remedy="Take a fresh copy of it.", code="damaged-table") from error
