"""How a CSV file is written: separator and decimal mark sniffed together, its header, and what stands above it."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.reading.words import MISSING_WORDS

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "space"}
_SAMPLE = 120
_POINT = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COMMA = re.compile(r"[-+]?(?:\d+,?\d*|,\d+)(?:[eE][-+]?\d+)?")
_TIME = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?")
_SPECIAL = frozenset({"inf", "-inf", "infinity", "-infinity", "true", "false"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """`header` is the header's cells, or `None` where the first row is data already; `above` counts rows before it."""

    separator: str
    decimal: str
    header: tuple[str, ...] | None
    above: int
    width: int

    def words(self) -> str:
        """For the analyst: how the file was understood."""
        mark = ", decimal comma" if self.decimal == "," else ""
        return f"separated by {SEPARATORS[self.separator]}{mark}"


def sniff(rows: Sequence[str]) -> Dialect:
    """Understand a file from its first rows, each a whole row of text (a quoted cell may hold newlines)."""
    named, above = _named_separator(rows)
    rows = rows[above:above + _SAMPLE]
    guesses = [_Guess.of(rows, separator, decimal) for separator in ([named] if named else SEPARATORS)
               for decimal in (".", ",")]
    best = max(guesses, key=lambda guess: guess.merit)
    cells = [_split(row, best.separator) for row in rows]
    preamble = next((i for i, row in enumerate(cells) if abs(len(row) - best.width) <= 1), 0)
    if preamble and not all(len(row) < best.width for row in cells[:preamble]):
        preamble = 0
    header = _header(cells[preamble:], best)
    return Dialect(best.separator, best.decimal, header, above + preamble, best.width)


def is_number(cell: str, decimal: str = ".") -> bool:
    """Whether a cell is a plain number."""
    return (_COMMA if decimal == "," else _POINT).fullmatch(cell) is not None


def split(row: str, separator: str) -> list[str]:
    """The cells of one row, without their quotes and outer blanks."""
    return _split(row, separator)


@dataclass(frozen=True, slots=True)
class _Guess:
    separator: str
    decimal: str
    width: int
    merit: float

    @classmethod
    def of(cls, rows: Sequence[str], separator: str, decimal: str) -> _Guess:
        """Merit: how many rows have the usual number of cells, and how many cells then make sense."""
        cells = [_split(row, separator) for row in rows]
        counts = Counter(map(len, cells[1:] or cells))
        width, usual = max(counts.items(), key=lambda item: (item[1], item[0]))
        body = [cell for row in cells[1:] if len(row) == width for cell in row]
        sense = sum(_makes_sense(cell, decimal) for cell in body) / max(len(body), 1)
        steady = usual / max(len(cells) - 1, 1)
        several = 0.0 if width == 1 else 1.0
        header_fits = 0.3 * any(abs(len(row) - width) <= 1 for row in cells[:3])
        # A decimal comma has to be earned: with nothing between them the point wins.
        merit = several * (0.3 + sense) * min(steady, 1.0) * (1 + header_fits) + 0.01 * math.log(width)
        return cls(separator, decimal, width, merit - (1e-6 if decimal == "," else 0.0))


def _makes_sense(cell: str, decimal: str) -> bool:
    return (is_number(cell, decimal) or cell in MISSING_WORDS or _TIME.fullmatch(cell) is not None
            or cell.lower() in _SPECIAL)


def _named_separator(rows: Sequence[str]) -> tuple[str | None, int]:
    """Excel's first line `sep=;`."""
    first = rows[0].strip().strip('"') if rows else ""
    if first.lower().startswith("sep=") and len(first) <= 5:
        return (first[4:] or "\t"), 1
    return None, 0


def _split(row: str, separator: str) -> list[str]:
    if separator == " ":
        return row.split()
    one_line = row.replace("\r", " ").replace("\n", " ").rstrip(" ")
    return [cell.strip() for cell in next(csv.reader([one_line], delimiter=separator), [])]


def _header(cells: Sequence[Sequence[str]], guess: _Guess) -> tuple[str, ...] | None:
    """The first row, unless it looks like data: numbers or times where names should be."""
    first = cells[0] if cells else []
    named = [cell for cell in first if cell]
    values = [cell for cell in named if _makes_sense(cell, guess.decimal)]
    if not values or _counts_up(named) or _lag_names(first, cells[1:], guess.decimal):
        return tuple(first)
    texts = [i for i, cell in enumerate(first) if cell and not _makes_sense(cell, guess.decimal)]
    below = [row for row in cells[1:] if len(row) == len(first)]
    # A word above a column of numbers is a name; a word above words may be a value itself.
    if any(below and all(_makes_sense(row[i], guess.decimal) for row in below) for i in texts):
        return tuple(first)
    return None if len(values) >= 0.3 * len(named) else tuple(first)


def _counts_up(named: Sequence[str]) -> bool:
    """Names 0, 1, 2 ... as a frame without names writes them (perhaps with one word among them)."""
    numbers = [int(cell) for cell in named if cell.isdigit()]
    if len(numbers) < 3 or len(numbers) < len(named) - 3:
        return False
    start = numbers[0]
    return (start == 0 or (start == 1 and len(numbers) > 5)) and numbers == list(range(start, start + len(numbers)))


def _lag_names(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Few numbers among many words, such as a column called 24."""
    values = sum(_makes_sense(cell, decimal) for cell in first if cell)
    return bool(below) and values <= 0.1 * len(first)
