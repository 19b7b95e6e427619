"""A file that somebody still writes: whole new lines only, and whether it is still the file that it was."""

from __future__ import annotations

import csv
import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST_LINE = 1 << 20
_HEAD = 1024  # bytes that tell a file from another
_SEPARATORS = (",", ";", "\t", "|")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Place:
    """How far a file was read, and the hash of its first bytes, which a replaced file does not have."""

    at: int = 0
    head: int = 0
    sha: str = ""

    def to_json(self) -> list[Any]:
        """For the cursor."""
        return [self.at, self.head, self.sha]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it begins, its names and values, or why it has none."""

    at: int
    names: tuple[str, ...]
    values: Sequence[Any]
    raw: bytes
    fault: str = ""


def same_file(path: Path, place: Place) -> bool:
    """Whether the file still begins as it did, and is not shorter than what was read."""
    if path.stat().st_size < place.at:
        return False
    return not place.head or _sha(_begin(path, place.head)) == place.sha


def placed(path: Path, at: int) -> Place:
    """The place after `at` bytes."""
    head = min(at, _HEAD)
    return Place(at, head, _sha(_begin(path, head)))


def new_lines(path: Path, at: int, most: int, *, unfinished: bool = False) -> tuple[list[Line], int]:
    """Up to `most` whole lines from byte `at` on and where they end; `unfinished`: a last line without an end too."""
    with path.open("rb") as file:
        names, separator, start = _header(file.readline(LONGEST_LINE))
        at = max(at, start)
        file.seek(at)
        block = file.read(LONGEST_LINE)
        at_end = not file.read(1)
    cut = block.rfind(b"\n") + 1
    if at_end and unfinished:
        cut = len(block)
    elif not cut and len(block) >= LONGEST_LINE:
        return [Line(at, (), (), block[:40], "its line is longer than 1 MiB")], at + _past_line(path, at)
    if not names and separator and not start:
        return [], 0  # the header itself is not whole yet
    pieces = block[:cut].splitlines(keepends=True)[:most]
    lines, place = [], at
    for piece in pieces:
        if piece.strip():
            lines.append(_line(piece, place, names, separator))
        place += len(piece)
    return lines, place


def last_lines(path: Path, most: int) -> list[Line]:
    """The newest whole lines."""
    size = path.stat().st_size
    at = max(0, size - LONGEST_LINE)
    if at:
        with path.open("rb") as file:
            file.seek(at)
            at += len(file.readline())
    return [line for line in new_lines(path, at, 1 << 30)[0] if not line.fault][-most:]


def ends_whole(path: Path) -> int:
    """The byte after the last whole line."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - LONGEST_LINE))
        block = file.read()
    return size - len(block) + block.rfind(b"\n") + 1


def quiet_for(path: Path) -> float:
    """Seconds since it was written to."""
    return time.time() - path.stat().st_mtime


def _header(first: bytes) -> tuple[tuple[str, ...], str, int]:
    """Names, separator and length of a CSV's header; no separator means JSON lines."""
    text = first.removeprefix(_BOM)
    if text.lstrip()[:1] in (b"{", b"["):
        return (), "", 0
    if not first.endswith(b"\n"):
        return (), ",", 0
    decoded = text.decode("utf-8", errors="replace").strip()
    separator = max(_SEPARATORS, key=decoded.count)
    names = next(iter(csv.reader([decoded], delimiter=separator)), [])
    return tuple(name.strip() for name in names), separator, len(first)


def _line(piece: bytes, at: int, names: tuple[str, ...], separator: str) -> Line:
    try:
        text = piece.removeprefix(_BOM).decode().strip("\r\n")
        if not separator:
            names, values = _of_json(text)
        else:
            values = next(csv.reader([text], delimiter=separator, strict=True))
    except UnicodeDecodeError:
        return Line(at, (), (), piece, "it is no UTF-8 text")
    except (csv.Error, StopIteration):
        return Line(at, (), (), piece, "its quotes do not close on the line")
    except (ValueError, RecursionError):
        return Line(at, (), (), piece, "it is no JSON object")
    if len(values) != len(names):
        return Line(at, (), (), piece, f"it has {len(values)} fields where the header has {len(names)}")
    return Line(at, names, values, piece)


def _of_json(text: str) -> tuple[tuple[str, ...], list[Any]]:
    row = json.loads(text)
    if not isinstance(row, dict):
        raise ValueError
    return tuple(row), list(row.values())


def _past_line(path: Path, at: int) -> int:
    """The length of a line that is too long, or of what there is of it."""
    def blocks() -> Iterator[bytes]:
        with path.open("rb") as file:
            file.seek(at)
            while block := file.read(LONGEST_LINE):
                yield block

    length = 0
    for block in blocks():
        end = block.find(b"\n")
        if end >= 0:
            return length + end + 1
        length += len(block)
    return length


def _begin(path: Path, length: int) -> bytes:
    with path.open("rb") as file:
        return file.read(length)


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
