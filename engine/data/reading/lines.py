"""Text cut into blocks of whole rows with their line numbers; blank and comment lines set aside, poison refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from engine.errors import WorkbenchError
from engine.records import Ints

LONGEST_ROW = 1 << 20
_LINES_IN_CELL = 100
_BLANK_OR_COMMENT = np.isin(np.arange(256), [10, 13, 35])  # by first byte: newline, return, #


@dataclass(frozen=True, eq=False, slots=True)
class RowBlock:
    """Whole rows, each ended by a newline; `lines` (rows,) are their 1-based line numbers in the file."""

    data: bytes
    lines: Ints
    multiline: bool  # whether a quoted cell holds a newline
    complete: bool = True  # False: the file ended without a newline here


@dataclass(eq=False, slots=True)
class RowCutter:
    """Cuts blocks of text at row ends. Set `header` to have its repetitions set aside too."""

    name: str
    header: bytes = b""
    comments: int = 0
    repeated: list[int] = field(default_factory=list)
    foreign: int | None = None  # first line that is not UTF-8 and was read as Windows-1252
    above: bytes = b""  # the last comment before the first row
    _line: int = 1
    _begun: bool = False

    def cut(self, blocks: Iterable[bytes]) -> Iterator[RowBlock]:
        """Every row of the text, in order."""
        rest = b""
        for block in blocks:
            data = rest + block
            end = self._last_row_end(data)
            if end:
                yield from self._rows(data[:end], complete=True)
            rest = data[end:]
            if len(rest) > LONGEST_ROW:
                raise self._endless(rest)
        if rest:
            if rest.count(b'"') % 2:
                raise self._endless(rest)
            yield from self._rows(rest + b"\n", complete=False)

    def without_header(self, block: RowBlock) -> RowBlock | None:
        """A block that was cut before `header` was known."""
        newlines = _newlines(block.data)
        if not self._needs_sieve(block.data, newlines):
            return block
        data, lines = self._sieved(block.data, _row_ends(block.data, newlines), block.lines)
        return RowBlock(data, lines, block.multiline, block.complete) if data else None

    def _rows(self, data: bytes, *, complete: bool) -> Iterator[RowBlock]:
        self._refuse_zero_bytes(data)
        data = self._as_utf8(data)
        newlines = _newlines(data)
        self._refuse_long_rows(newlines)
        first = self._line
        self._line += len(newlines)
        sieve = self._needs_sieve(data, newlines)
        if b'"' not in data and not sieve:
            yield RowBlock(data, np.arange(first, first + len(newlines)), multiline=False, complete=complete)
            return
        ends = _row_ends(data, newlines)
        lines = first + np.concatenate(([0], np.searchsorted(newlines, ends[:-1]) + 1)).astype(np.int64)
        multiline = len(ends) < len(newlines)
        heights = np.diff(lines, append=self._line)
        if multiline and int(heights.max()) > _LINES_IN_CELL:
            raise self._unclosed(int(lines[int(np.argmax(heights))]))
        if sieve:
            data, lines = self._sieved(data, ends, lines)
        if data:
            yield RowBlock(data, lines, multiline=multiline, complete=complete)

    def _needs_sieve(self, data: bytes, newlines: Ints) -> bool:
        """Whether any row is blank, a comment or the header again, told by the first bytes of the rows."""
        text = np.frombuffer(data, np.uint8)
        starts = _BLANK_OR_COMMENT[text[newlines[:-1] + 1]]
        if bool(starts.any()) or bool(_BLANK_OR_COMMENT[text[0]]):
            return True
        if not self.header:
            return False
        return data.startswith(self.header) or b"\n" + self.header in data

    def _sieved(self, data: bytes, ends: Ints, lines: Ints) -> tuple[bytes, Ints]:
        kept: list[bytes] = []
        kept_lines: list[int] = []
        start = 0
        for end, line in zip((ends + 1).tolist(), lines.tolist(), strict=True):
            row = data[start:end]
            start = end
            if self._is_row(row, line):
                kept.append(row)
                kept_lines.append(line)
        return b"".join(kept), np.asarray(kept_lines, dtype=np.int64)

    def _is_row(self, row: bytes, line: int) -> bool:
        bare = row.strip()
        if bare.startswith(b"#"):
            self.comments += 1
            if not self._begun:
                self.above = bare
            return False
        if self.header and bare == self.header:
            self.repeated.append(line)
            return False
        self._begun = self._begun or bool(bare)
        return bool(bare)

    def _last_row_end(self, data: bytes) -> int:
        if b'"' not in data:
            return data.rfind(b"\n") + 1
        ends = _row_ends(data, _newlines(data))
        return int(ends[-1]) + 1 if len(ends) else 0

    def _as_utf8(self, data: bytes) -> bytes:
        if data.isascii():
            return data
        try:
            data.decode()
        except UnicodeDecodeError as error:
            if self.foreign is None:
                self.foreign = self._line + data.count(b"\n", 0, error.start)
            return data.decode("cp1252", errors="replace").encode()
        return data

    def _refuse_zero_bytes(self, data: bytes) -> None:
        zero = data.find(b"\0")
        if zero >= 0:
            line = self._line + data.count(b"\n", 0, zero)
            raise WorkbenchError(f"Line {line} holds a zero byte: the file is damaged or no text.", where=self.name,
                                 remedy="Export or copy the file again.", code="nul-byte")

    def _refuse_long_rows(self, newlines: Ints) -> None:
        longest = np.diff(newlines, prepend=-1)
        if int(longest.max()) > LONGEST_ROW:
            raise self._too_long(self._line + int(np.argmax(longest)))

    def _endless(self, rest: bytes) -> WorkbenchError:
        """A row that does not end: a quote that was never closed, or one line of a monstrous length."""
        return self._unclosed(self._line) if rest.count(b'"') % 2 else self._too_long(self._line)

    def _unclosed(self, line: int) -> WorkbenchError:
        return WorkbenchError(f"A quote that opens in line {line} is not closed.", where=self.name,
                              remedy=f"Correct the quotes of line {line}.", code="unclosed-quote")

    def _too_long(self, line: int) -> WorkbenchError:
        return WorkbenchError(f"Line {line} is longer than {LONGEST_ROW >> 20} MiB.", where=self.name,
                              remedy="This is no table with one signal a line: export it again.", code="line-too-long")


def _newlines(data: bytes) -> Ints:
    return np.flatnonzero(np.frombuffer(data, np.uint8) == 10)


def _row_ends(data: bytes, newlines: Ints) -> Ints:
    """Positions of the newlines outside quotes."""
    quotes = np.flatnonzero(np.frombuffer(data, np.uint8) == 34)
    ends: Ints = newlines[np.searchsorted(quotes, newlines) % 2 == 0]
    return ends
