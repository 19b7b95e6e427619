"""What a CSV reader had to repair or set aside, each with its lines and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.places import counted, lines_words, some
from engine.data.reading.dialect import is_number
from engine.data.reading.lines import RowCutter
from engine.data.reading.source import TextSource
from engine.data.reading.words import TOTAL_WORDS, number_of
from engine.errors import WorkbenchError
from engine.records import Finding, Ints, Level

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_RAGGED = 0.1
_BAD_SHARE = 0.05
_FEW_WORDS = 3  # unknown words for a missing value
_SOME_NUMBERS = 5


@dataclass(eq=False, slots=True)
class BadCells:
    """The cells of one number column that are no numbers."""

    cells: int = 0  # known cells of the blocks that were looked at
    found: list[tuple[int, str]] = field(default_factory=list)  # line and text
    numbers: set[float] = field(default_factory=set)
    formatted: str = ""  # a number written for people, such as 1,234.5 or 12%

    @property
    def hopeless(self) -> bool:
        """Whether the column is text after all: many bad cells of many kinds."""
        few_kinds = len({text for _, text in self.found}) <= _FEW_WORDS and len(self.numbers) >= _SOME_NUMBERS
        return len(self.found) > _BAD_SHARE * self.cells and not few_kinds

    def coerce(self, column: pa.ChunkedArray, decimal: str, lines: Ints) -> pa.Array:
        """The numbers of a text column; a cell that is none becomes missing and is noted."""
        import pyarrow as pa

        coded = column.combine_chunks().dictionary_encode()
        words = coded.dictionary.to_pylist()
        numbers = [number_of(word, decimal) for word in words]
        values = np.asarray([np.nan if number is None else number for number in numbers] + [np.nan])
        codes = coded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
        wrong = np.asarray([number is None for number in numbers] + [False])[codes]
        self.cells += int((codes < len(words)).sum())
        self.numbers.update(number for number in numbers[:_SOME_NUMBERS * 2] if number is not None)
        self.formatted = self.formatted or next(
            (word for word, number in zip(words, numbers, strict=True)
             if number is not None and not is_number(word.strip(), decimal)), "")
        self.found += [(int(lines[row]), words[codes[row]]) for row in np.flatnonzero(wrong)]
        filled = values[codes]
        return pa.array(filled, mask=np.isnan(filled))


def say_ragged(
    ragged: Sequence[tuple[int, int]], width: int, rows: int, cut_off: bool, name: str, findings: list[Finding]
) -> None:
    """Rows with too few or too many cells are named; where they are many the file is refused."""
    if not ragged:
        return
    if len(ragged) > _MOST_RAGGED * rows and len(ragged) > 1:
        line, cells = ragged[0]
        raise WorkbenchError(
            f"{len(ragged):,} of {rows:,} rows do not have the {width} cells of the header; the first is line {line} "
            f"with {cells}.", where=name, remedy="Check the separator and the quotes, and export the file again.",
            code="ragged-rows",
        )
    if cut_off:
        findings.append(Finding(
            Level.WARNING, "truncated-last-line", "", f"The last line ({ragged[-1][0]}) is cut off; it was left out.",
            "The file was copied or written only in part: get it again.",
        ))
        ragged = ragged[:-1]
    if ragged:
        shown = [f"{line} ({cells} cells)" for line, cells in ragged]
        findings.append(Finding(
            Level.WARNING, "ragged-rows", "", f"{counted(ragged, 'row')} left out for not having {width} cells: "
            f"line {some(shown)}.", "Correct these lines, or do without them.",
        ))


def say_repeated(cutter: RowCutter, findings: list[Finding]) -> None:
    """Header lines in the middle, and comments."""
    if cutter.repeated:
        findings.append(Finding(
            Level.WARNING, "repeated-header", "",
            f"The header stands again in {lines_words(cutter.repeated)}; left out.",
            "The file seems to be joined from several: check that nothing is in it twice.",
        ))
    if cutter.comments:
        findings.append(Finding(Level.INFO, "comments", "", f"Comment lines (#) skipped: {cutter.comments}.", ""))


def say_bad_cells(bad: dict[str, BadCells], findings: list[Finding]) -> None:
    """Text among numbers, by line."""
    for column, cells in bad.items():
        if cells.formatted:
            findings.append(Finding(
                Level.INFO, "formatted-numbers", column, f"Its cells are written for people ({cells.formatted!r}); "
                "they were read as numbers without signs and grouping.", "",
            ))
        if cells.found:
            shown = [f"line {line}: {text[:30]!r}" for line, text in cells.found]
            findings.append(Finding(
                Level.WARNING, "not-numeric", column,
                f"{counted(shown, 'cell')} not a number, taken as missing: {some(shown)}.",
                "Correct them, or leave them empty.",
            ))


def say_encoding(source: TextSource, cutter: RowCutter, findings: list[Finding]) -> str:
    """The encoding, in words."""
    if cutter.foreign is not None:
        findings.append(Finding(
            Level.WARNING, "encoding", "", f"Line {cutter.foreign} is not UTF-8; the text was read as Windows-1252.",
            "Check names and words with accents, or save the file as UTF-8.",
        ))
    elif source.encoding != "utf-8":
        findings.append(Finding(Level.INFO, "encoding", "", f"The file was read as {source.encoding.upper()}.", ""))
    name = "Windows-1252" if cutter.foreign is not None else source.encoding.upper()
    return f"{'gzip, ' if source.packed else ''}CSV, {name}"


def without_empty_and_total_rows(
    table: pa.Table, lines: Ints, bad: dict[str, BadCells], findings: list[Finding]
) -> tuple[pa.Table, NDArray[np.bool_], int]:
    """The table without rows of empty cells and without a line of totals at its end; which rows stay, how many go."""
    kept = ~_empty_rows(table)
    gone = np.flatnonzero(~kept)
    if len(gone):
        findings.append(Finding(
            Level.WARNING, "empty-rows", "", f"{counted(gone, 'row')} left out for having only empty cells: "
            f"{lines_words(lines[gone].tolist())}.", "",
        ))
    last = int(np.flatnonzero(kept)[-1]) if kept.any() else -1
    if last >= 0 and _is_total(table, last, int(lines[last]), bad):
        kept[last] = False
        findings.append(Finding(
            Level.WARNING, "totals-row", "", f"The last row (line {int(lines[last])}) holds totals, not a signal; left "
            "out.", "",
        ))
        for cells in bad.values():
            cells.found = [(line, text) for line, text in cells.found if line != int(lines[last])]
    dropped = int(len(kept) - kept.sum())
    return (table.filter(kept) if dropped else table), kept, dropped


def _empty_rows(table: pa.Table) -> NDArray[np.bool_]:
    empty = np.ones(len(table), dtype=bool)
    for column in table.columns:
        if not empty.any():
            break
        empty &= column.is_null().to_numpy() if column.null_count else False
    return empty


def _is_total(table: pa.Table, row: int, line: int, bad: dict[str, BadCells]) -> bool:
    import pyarrow as pa

    words = [table.column(i)[row].as_py() for i, field in enumerate(table.schema)
             if pa.types.is_string(field.type)]
    words += [text for cells in bad.values() for at, text in cells.found if at == line]
    return any(word is not None and word.strip().strip(":").lower() in TOTAL_WORDS for word in words)
