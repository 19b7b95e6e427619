"""CSV in any dialect, read in blocks of whole rows: bounded memory, progress, and a line number for every fault."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.data.reading import repairs
from engine.data.reading.dialect import Dialect
from engine.data.reading.layout import Layout, single_separators, understand, without_head
from engine.data.reading.lines import LONGEST_ROW, RowBlock, RowCutter
from engine.data.reading.memory import require_memory
from engine.data.reading.source import TextSource
from engine.data.reading.text_columns import settle_text
from engine.data.reading.typing import DOUBLE, EXACT, INT, TEXT, arrow_type, infer
from engine.data.reading.words import MISSING_WORDS
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Ints

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK = 8 << 20
_QUICK_BLOCK = 1 << 18
_PARSED = LONGEST_ROW + (1 << 16)  # a piece that Arrow parses at once: in the cache, and no row is longer
_MOST_RESTARTS = 4
_COLUMN = re.compile(r"In CSV column #(\d+)")


@dataclass(eq=False, slots=True)
class Delimited:
    """What was read: the columns, each row's data-row number and line, and what was found on the way."""

    table: pa.Table
    rows: Ints
    lines: Ints
    findings: list[Finding]
    named_rows: int
    words: str


class _RetypedError(Exception):
    """Columns that must be read as text from the start."""

    def __init__(self, columns: set[str]) -> None:
        super().__init__(columns)
        self.columns = columns


def read_delimited(path: Path, *, progress: Progress, limit: int | None = None) -> Delimited:
    """Read a CSV file, or about its first `limit` rows."""
    text: set[str] = set()
    for attempt in itertools.count():
        try:
            return _Reader(path, text, last_try=attempt >= _MOST_RESTARTS).read(progress, limit)
        except _RetypedError as retyped:
            text |= retyped.columns
    raise AssertionError("the last try never asks for another")


@dataclass(eq=False, slots=True)
class _Parsed:
    """One block's columns and where its rows are."""

    table: pa.Table
    rows: Ints
    lines: Ints


@dataclass(eq=False, slots=True)
class _Reader:
    """One pass over a file."""

    path: Path
    text: set[str]
    last_try: bool
    findings: list[Finding] = field(default_factory=list)
    ragged: list[tuple[int, int]] = field(default_factory=list)  # line, cells
    names: tuple[str, ...] = ()
    types: dict[str, str] = field(default_factory=dict)
    bad: dict[str, repairs.BadCells] = field(default_factory=dict)
    dialect: Dialect | None = None
    data_rows: int = 0
    cut_off: bool = False

    def read(self, progress: Progress, limit: int | None) -> Delimited:
        """The whole file, or blocks until there are `limit` rows."""
        source = TextSource(self.path, block=_BLOCK if limit is None else _QUICK_BLOCK)
        cutter = RowCutter(self.path.name)
        parts: list[_Parsed] = []
        for block in self._blocks(source, cutter):
            progress.report(source.share, f"reading {self.path.name}")
            parts.append(self._parse(block))
            if len(parts) == 1 and limit is None:
                require_memory(parts[0].table.nbytes / max(source.share, 1e-9), self.path.name)
            if limit is not None and self.data_rows >= limit:
                break
        return self._finished(parts, source, cutter)

    def _blocks(self, source: TextSource, cutter: RowCutter) -> Iterator[RowBlock]:
        """Blocks of data rows; the first one shows how the file is written."""
        blocks = cutter.cut(source.blocks())
        first = next(blocks, None)
        if first is None:
            raise WorkbenchError("The file is empty.", where=self.path.name, remedy="Choose another file.",
                                 code="empty-file")
        layout = understand(first, cutter.above, self.path.name)
        self._plan(layout)
        cutter.header = layout.header
        body = without_head(first, layout)
        body = None if body is None else cutter.without_header(body)
        if body is not None:
            yield body
        yield from blocks

    def _plan(self, layout: Layout) -> None:
        self.dialect, self.names = layout.dialect, layout.names
        self.findings += layout.findings
        rows = [row for row in layout.sample if len(row) == len(self.names)]
        for position, name in enumerate(self.names):
            column = [row[position] for row in rows]
            self.types[name] = TEXT if name in self.text else infer(name, column, layout.dialect.decimal)

    def _parse(self, block: RowBlock) -> _Parsed:
        """The block's columns; ragged rows are set aside, cells that do not fit their column's type are repaired."""
        types = dict(self.types)
        while True:
            ragged: list[tuple[int, int]] = []
            try:
                table = self._arrow(block, types, ragged)
                break
            except _CellError as fault:
                self._widen(fault.column, types)
        if len(table) + len(ragged) != len(block.lines):
            raise WorkbenchError(
                f"Quotes stand in the middle of cells after line {int(block.lines[0])}; rows cannot be told apart.",
                where=self.path.name, code="stray-quotes",
                remedy="Double such quotes and put the cell in quotes, or leave them out.",
            )
        kept = np.ones(len(block.lines), dtype=bool)
        kept[[row for row, _ in ragged]] = False
        self.ragged += [(int(block.lines[row]), cells) for row, cells in ragged]
        self.cut_off = self.cut_off or (not block.complete and bool(ragged) and ragged[-1][0] == len(block.lines) - 1)
        rows = self.data_rows + np.flatnonzero(kept)
        self.data_rows += len(kept)
        return _Parsed(self._repaired(table, types, block.lines[kept]), rows, block.lines[kept])

    def _widen(self, column: str, types: dict[str, str]) -> None:
        """Whole numbers become floats for good, numbers become text for this block."""
        if types[column] == INT:
            types[column] = self.types[column] = DOUBLE
        elif types[column] != TEXT:
            types[column] = TEXT
        else:
            raise WorkbenchError(f"Column {column} cannot be read.", where=self.path.name, code="unreadable",
                                 remedy="Export the file again as UTF-8 CSV.")

    def _arrow(self, block: RowBlock, types: dict[str, str], ragged: list[tuple[int, int]]) -> pa.Table:
        import pyarrow as pa
        from pyarrow import csv

        assert self.dialect is not None

        def set_aside(row: csv.InvalidRow) -> str:
            ragged.append((row.number - 1, row.actual_columns))
            return "skip"

        separator = self.dialect.separator
        try:
            return csv.read_csv(
                pa.py_buffer(single_separators(block.data, separator)),
                csv.ReadOptions(use_threads=False, column_names=list(self.names), block_size=_PARSED),
                csv.ParseOptions(delimiter=separator, newlines_in_values=block.multiline,
                                 ignore_empty_lines=True, invalid_row_handler=set_aside),
                csv.ConvertOptions(column_types={name: arrow_type(kind) for name, kind in types.items()},
                                   null_values=sorted(MISSING_WORDS), strings_can_be_null=True,
                                   decimal_point=self.dialect.decimal, check_utf8=False),
            )
        except pa.ArrowInvalid as error:
            place = _COLUMN.search(str(error))
            if place is None:
                raise WorkbenchError(
                    f"The rows from line {int(block.lines[0])} on cannot be read.", where=self.path.name,
                    remedy="Export the file again as CSV.", code="unreadable",
                ) from error
            raise _CellError(self.names[int(place[1])]) from error

    def _repaired(self, table: pa.Table, types: dict[str, str], lines: Ints) -> pa.Table:
        """Columns that were read as text for this block only, back as numbers, their bad cells noted."""
        assert self.dialect is not None
        for position, name in enumerate(self.names):
            if types[name] == self.types[name]:
                continue
            bad = self.bad.setdefault(name, repairs.BadCells())
            values = bad.coerce(table.column(position), self.dialect.decimal, lines)
            if bad.hopeless and not self.last_try:
                raise _RetypedError({name})
            table = table.set_column(position, name, values)
        return table

    def _finished(self, parts: list[_Parsed], source: TextSource, cutter: RowCutter) -> Delimited:
        import pyarrow as pa

        assert self.dialect is not None
        schema = pa.schema([(name, arrow_type(self.types[name])) for name in self.names])
        table = pa.concat_tables([_cast(part.table, schema) for part in parts]) if parts else schema.empty_table()
        self._require_exact(table)
        rows = np.concatenate([np.empty(0, np.int64), *(part.rows for part in parts)])
        lines = np.concatenate([np.empty(0, np.int64), *(part.lines for part in parts)])
        table = settle_text(table, self.dialect.decimal, lines, self.bad)
        table, kept, dropped = repairs.without_empty_and_total_rows(table, lines, self.bad, self.findings)
        repairs.say_ragged(self.ragged, len(self.names), self.data_rows, self.cut_off, self.path.name, self.findings)
        repairs.say_repeated(cutter, self.findings)
        repairs.say_bad_cells(self.bad, self.findings)
        words = repairs.say_encoding(source, cutter, self.findings)
        named = len(self.ragged) + dropped + len(cutter.repeated)
        return Delimited(table, rows[kept], lines[kept], self.findings, named, f"{words}, {self.dialect.words()}")

    def _require_exact(self, table: pa.Table) -> None:
        """A whole-number column that turned into floats, or has gaps, beyond 2^53 must be text to keep its digits."""
        import pyarrow.compute as pc

        large = set()
        for name in self.names:
            column = table.column(name)
            if self.types[name] == INT and not column.null_count:
                continue
            if self.types[name] in (INT, DOUBLE) and len(column) > column.null_count:
                bounds = pc.min_max(column)
                if max(abs(bounds["min"].as_py()), abs(bounds["max"].as_py())) > EXACT and _whole(column):
                    large.add(name)
        if large and not self.last_try:
            raise _RetypedError(large)


class _CellError(Exception):
    """A cell of this column does not fit its type."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def _whole(column: pa.ChunkedArray) -> bool:
    values = np.asarray(column.drop_null().to_numpy()[:1000], dtype=np.float64)
    with np.errstate(invalid="ignore"):
        return bool(np.isfinite(values).all() and (np.abs(values) < 1e20).all() and (values == np.floor(values)).all())


def _cast(table: pa.Table, schema: pa.Schema) -> pa.Table:
    return table if table.schema.equals(schema) else table.cast(schema, safe=False)
