"""A table of any size, a piece at a time: CSV (also gzip), Parquet and Arrow, at constant memory.

A CSV is cut at line ends and each piece parsed by itself, so that a row with too many or too few fields is found by
its place and keeps it: rows in are rows out.
"""

from __future__ import annotations

import codecs
import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from engine.errors import WorkbenchError

BLOCK = 8 << 20  # bytes of CSV a piece
ROWS = 65_536  # rows of Parquet or Arrow a piece
_HEAD = 1 << 16
_MISSING = ("", "NA", "N/A", "n/a", "NaN", "nan", "-nan", "-NaN", "null", "NULL", "None", "<NA>", "#N/A", "#NA", "-",
            "?")


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
    """An opened file: its column names, and its rows with only the wanted columns."""

    names: tuple[str, ...]
    chunks: Callable[[list[str]], Iterator[Chunk]]
    decimal: str = "."


@dataclass(frozen=True, slots=True)
class _Dialect:
    encoding: str
    separator: str
    decimal: str
    only_returns: bool


def open_source(path: Path) -> Source:
    """Open a table by its content, whatever its name says; raises `WorkbenchError` for what is no table."""
    if not path.is_file():
        raise WorkbenchError("The file is not there.", where=str(path), code="no-such-file", remedy="Check the path.")
    with path.open("rb") as file:
        head = file.read(8)
    if head[:4] == b"PAR1":
        return _parquet(path)
    if head[:6] == b"ARROW1":
        return _arrow(path)
    if head[:4] == b"PK\x03\x04" or head[:4] == b"\xd0\xcf\x11\xe0":
        raise WorkbenchError("This is a workbook or an archive.", where=str(path), code="workbook",
                             remedy="Save it as CSV or Parquet.")
    return _csv(path, gzipped=head[:2] == b"\x1f\x8b")


def _parquet(path: Path) -> Source:
    import pyarrow as pa
    import pyarrow.parquet as pq

    def chunks(wanted: list[str]) -> Iterator[Chunk]:
        with _readable(path), pq.ParquetFile(path, page_checksum_verification=True) as file:
            done, total = 0, max(file.metadata.num_rows, 1)
            yield Chunk(file.schema_arrow.empty_table().select(wanted))
            for batch in file.iter_batches(batch_size=ROWS, columns=wanted):
                done += len(batch)
                yield Chunk(pa.table(batch), share=done / total)

    with _readable(path), pq.ParquetFile(path) as file:
        return Source(tuple(file.schema_arrow.names), chunks)


def _arrow(path: Path) -> Source:
    import pyarrow as pa

    def chunks(wanted: list[str]) -> Iterator[Chunk]:
        with _readable(path), pa.memory_map(str(path)) as mapped, pa.ipc.open_file(mapped) as file:
            yield Chunk(file.schema.empty_table().select(wanted))
            for number in range(file.num_record_batches):
                batch = pa.table(file.get_batch(number)).select(wanted)
                for start in range(0, len(batch), ROWS):
                    yield Chunk(batch.slice(start, ROWS), share=(number + 1) / file.num_record_batches)

    with _readable(path), pa.memory_map(str(path)) as mapped, pa.ipc.open_file(mapped) as file:
        return Source(tuple(file.schema.names), chunks)


def _csv(path: Path, *, gzipped: bool) -> Source:
    with path.open("rb") as file:
        head = _opened(file, gzipped).read(_HEAD)
    dialect = _sniff(head, path)
    text = head.decode(dialect.encoding, "ignore")
    header = _split(re.split(r"\r\n|\n|\r", text, maxsplit=1)[0], dialect.separator)

    def chunks(wanted: list[str]) -> Iterator[Chunk]:
        size = max(path.stat().st_size, 1)
        with _readable(path), path.open("rb") as file:
            stream = _opened(file, gzipped)
            for number, block in enumerate(_blocks(stream, dialect, path)):
                chunk = _parsed(_without_header(block) if number == 0 else block, header, wanted, dialect)
                yield Chunk(chunk.table, chunk.refused, share=min(file.tell() / size, 1.0))

    return Source(tuple(header), chunks, dialect.decimal)


def _blocks(stream: IO[bytes], dialect: _Dialect, path: Path) -> Iterator[bytes]:
    """UTF-8 text in whole lines; a line break within quotes ends no line."""
    decoder = codecs.getincrementaldecoder(dialect.encoding)("replace")
    rest = b""
    while True:
        raw = stream.read(BLOCK)
        rest += decoder.decode(raw, final=not raw).encode()
        if dialect.only_returns:
            rest = rest.replace(b"\r", b"\n")
        end = len(rest) if not raw else _line_end(rest)
        if raw and end == 0 and len(rest) > 4 * BLOCK:
            raise WorkbenchError(f"A line is longer than {len(rest) >> 20} MiB, or a quote is never closed.",
                                 where=str(path), remedy="Mend the file, then score it again.", code="endless-line")
        if end:
            yield rest[:end]
        rest = rest[end:]
        if not raw:
            return


def _line_end(text: bytes) -> int:
    """The place after the last line break that is outside quotes; 0 when there is none."""
    end = text.rfind(b"\n")
    quotes = text.count(b'"', 0, end + 1)
    while end >= 0 and quotes % 2:
        before = text.rfind(b"\n", 0, end)
        quotes -= text.count(b'"', before + 1, end + 1)
        end = before
    return end + 1


def _without_header(block: bytes) -> bytes:
    return block.split(b"\n", 1)[1] if b"\n" in block else b""


def _parsed(block: bytes, header: list[str], wanted: list[str], dialect: _Dialect) -> Chunk:
    import pyarrow as pa
    from pyarrow import csv

    faulty: list[tuple[int, str]] = []

    def refuse(row: Any) -> str:
        faulty.append((row.number, f"the row has {row.actual_columns} fields, the header {row.expected_columns}"))
        return "skip"

    if not block.strip():
        return Chunk(pa.table({name: pa.array([], pa.string()) for name in wanted}))
    table = csv.read_csv(
        pa.BufferReader(block),
        read_options=csv.ReadOptions(use_threads=False, column_names=header, block_size=len(block) + 1),
        parse_options=csv.ParseOptions(delimiter=dialect.separator, invalid_row_handler=refuse,
                                       newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types={name: pa.string() for name in wanted}, include_columns=wanted, strings_can_be_null=True,
            quoted_strings_can_be_null=True, null_values=list(_MISSING)),
    )
    # The parser counts from 1 within the piece.
    return Chunk(table, {number - 1: words for number, words in faulty})


def _opened(file: IO[bytes], gzipped: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if gzipped else file


def _sniff(head: bytes, path: Path) -> _Dialect:
    """Encoding, separator and decimal mark together: `;` often comes with a decimal comma."""
    if not head.strip():
        raise WorkbenchError("The file is empty.", where=str(path), code="empty-file", remedy="Choose another file.")
    encoding = _encoding(head)
    if b"\0" in head and not encoding.startswith("utf-16"):
        raise WorkbenchError("The file holds binary data, not a table.", where=str(path), code="not-a-table",
                             remedy="Give CSV, Parquet or Arrow.")
    text = head.decode(encoding, "ignore")
    first = re.split(r"\r\n|\n|\r", text, maxsplit=1)[0]
    separator = max(",;\t|", key=lambda mark: len(_split(first, mark)))
    commas = separator != "," and len(re.findall(r"\d,\d", text)) > len(re.findall(r"\d\.\d", text))
    return _Dialect(encoding, separator, "," if commas else ".", "\n" not in text and "\r" in text)


def _encoding(head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _split(line: str, separator: str) -> list[str]:
    import csv

    return [name.strip() for name in next(csv.reader([line], delimiter=separator), [])]


class _readable:  # noqa: N801 - reads as a word in a with statement
    """Arrow's own errors, in our words."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: object) -> None:
        import pyarrow as pa

        if isinstance(error, (pa.ArrowException, OSError, EOFError)):
            raise WorkbenchError("The file is damaged or changes while it is read.", where=str(self._path),
                                 remedy="Take a fresh copy of it.", code="damaged-table") from error
