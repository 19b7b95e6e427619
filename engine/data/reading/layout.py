"""How a CSV file is laid out, told from its first rows: dialect, names, and where its data begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.data.reading.dialect import Dialect, sniff, split
from engine.data.reading.headers import clean_names, numbered
from engine.data.reading.lines import RowBlock
from engine.records import Finding, Level

_FIRST_ROWS = 1000
_HEAD_BYTES = 1 << 21


@dataclass(frozen=True, slots=True)
class Layout:
    """`head` rows stand above the data, `header` is the header's own text (empty where there is none to repeat).

    `sample` are the cells of the first data rows.
    """

    dialect: Dialect
    names: tuple[str, ...]
    findings: tuple[Finding, ...]
    head: int
    header: bytes
    sample: tuple[tuple[str, ...], ...]


def understand(first: RowBlock, above: bytes, file: str) -> Layout:
    """The layout of a file with this first block; `above` is the comment that stands last before it."""
    rows = first_rows(first)
    findings: list[Finding] = []
    sniffed = sniff(rows)
    dialect = _with_hash_header(sniffed, above, findings)
    own = sniffed.header is not None  # the header is a row, not a comment
    head = sniffed.above + own
    sample = tuple(tuple(split(row, dialect.separator)) for row in rows[head:])
    names, found = clean_names(_fitting(dialect, sample, findings) or numbered(dialect.width), file)
    header = rows[dialect.above].strip().encode() if own and len(names) > 1 else b""
    return Layout(dialect, names, (*findings, *found, *_about_the_top(dialect, file)), head, header, sample)


def without_head(block: RowBlock, layout: Layout) -> RowBlock | None:
    """The file's first block without what stands above the data."""
    start = len("".join(first_rows(block)[: layout.head]).encode())
    lines = block.lines[layout.head:]
    return RowBlock(block.data[start:], lines, block.multiline, block.complete) if len(lines) else None


def single_separators(data: bytes, separator: str) -> bytes:
    """Columns lined up by several blanks, with one between each."""
    return data if separator != " " else re.sub(rb"[ \t]+", b" ", re.sub(rb"(?m)^ +| +$", b"", data))


def first_rows(block: RowBlock) -> list[str]:
    """The first rows of a block as text, each with its newline."""
    head = block.data[:_HEAD_BYTES].decode(errors="ignore")
    rows: list[str] = []
    open_row = ""
    for line in head.split("\n")[:-1]:
        open_row += line + "\n"
        if open_row.count('"') % 2 == 0:
            rows.append(open_row)
            open_row = ""
            if len(rows) > _FIRST_ROWS:
                break
    return rows


def _with_hash_header(dialect: Dialect, above: bytes, findings: list[Finding]) -> Dialect:
    """A header behind a #, as NumPy writes it, is no comment."""
    names = tuple(split(above.decode().strip().lstrip("#"), dialect.separator))
    if dialect.header is not None or len(names) != dialect.width or dialect.width < 2:
        return dialect
    findings.append(Finding(
        Level.INFO, "hash-header", "", "The names of the columns were taken from the comment above them.", ""))
    return replace(dialect, header=names)


def _fitting(dialect: Dialect, sample: Sequence[Sequence[str]], findings: list[Finding]) -> tuple[str, ...] | None:
    """The header, one cell longer where the rows end in a separator or have a nameless index in front."""
    header = dialect.header
    if header is None or len(header) != dialect.width - 1:
        return header
    if all(not row[-1] for row in sample if len(row) == dialect.width):
        return (*header, "")
    findings.append(Finding(
        Level.WARNING, "short-header", "", "The rows have one cell more than the header; the first is taken for an "
        "index without a name.", "Write the file without its index, or name the index.",
    ))
    return ("", *header)


def _about_the_top(dialect: Dialect, file: str) -> tuple[Finding, ...]:
    if dialect.header is None:
        return (Finding(
            Level.WARNING, "no-header", "",
            f"{file} has no header: its columns are called column_1 to column_{dialect.width}.",
            "Choose the column of wins and losses, or add a first line with names.",
        ),)
    if dialect.above:
        return (Finding(
            Level.INFO, "lines-above-header", "", f"Lines skipped above the header: {dialect.above}.",
            "Check that the names of the columns are right.",
        ),)
    return ()
