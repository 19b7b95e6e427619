"""A growing file, or a folder of them, as a feed; rotated, truncated and replaced files are followed and told.

Only whole lines are read. A last line without an end waits for it; it is taken as it is once its file was rotated
away, or has lain in a watched folder untouched for some seconds.
"""

from __future__ import annotations

import fnmatch
import os
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from engine.monitoring.sources.address import SourceAddress
from engine.monitoring.sources.base import Notice
from engine.monitoring.sources.growing import (
    Line,
    Place,
    ends_whole,
    last_lines,
    new_lines,
    placed,
    quiet_for,
    same_file,
)
from engine.monitoring.sources.live import Away, Fetched
from engine.monitoring.sources.refusals import Refusals
from engine.monitoring.sources.rows import Row, RowReader

_PATTERNS = ("*.csv", "*.tsv", "*.txt", "*.jsonl", "*.ndjson", "*.json")
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".swp", "~")
_SETTLED = 5.0  # seconds after which a file of a folder is taken for finished
_MOVED_SETTLED = 1.0  # and one that was rotated away
_EVERY = 0.2  # seconds between looks


class FilesFeed:
    """`tail` watches one file, `folder` all whose names fit, in the order of their names."""

    longest_wait = 2.0

    def __init__(self, address: SourceAddress, rows: RowReader) -> None:
        self.kind, self.words = address.kind, address.words
        self._address, self._rows = address, rows
        self._path = Path(address.path)
        self._folder = self._path if address.kind == "folder" else self._path.parent
        self._place: dict[str, Place] = {}
        self._begun = False
        self._notices: list[Notice] = []
        self._due = 0.0

    # --- the feed

    def open(self, cursor: Any) -> Sequence[Notice]:
        """See that it is there."""
        self._see()
        if cursor is not None:
            self._place = {name: Place(*place) for name, place in cursor["files"].items()}
        elif not self._begun and self._address.options.get("from") == "now":
            self._place = {path.name: placed(path, ends_whole(path)) for path in self._files()}
        self._begun = True
        return ()

    def fetch(self, cursor: Any, most: int, patience: float) -> Fetched:
        """The next whole lines of the first file that has some."""
        left = min(self._due - time.monotonic(), patience)
        if left > 0:
            time.sleep(left)
        self._see()
        lines: list[Line] = []
        for path in self._files():
            try:
                lines = self._more_of(path, most)
            except FileNotFoundError:
                continue  # gone since it was listed
            if lines:
                break
        else:
            self._due = time.monotonic() + _EVERY
            self._forget_gone()
        events, refused = self._events(path if lines else self._path, lines)
        notices, self._notices = self._notices, []
        return Fetched(events, self._cursor(), (*notices, *refused.notices(self.words)), refused.count)

    def committed(self, cursor: Any) -> None:
        """Nothing: a file keeps no account of us."""

    def close(self) -> None:
        """Nothing is open."""

    def peek(self, most: int) -> list[tuple[tuple[str, ...], Sequence[Any]]]:
        """The newest lines."""
        self._see()
        found: list[Line] = []
        for path in reversed(list(self._files())):
            found = [*last_lines(path, most - len(found)), *found]
            if len(found) >= most:
                break
        return [(line.names, line.values) for line in found]

    def describe(self) -> str:
        """What is there, in a sentence."""
        self._see()
        files = list(self._files())
        size = sum(path.stat().st_size for path in files)
        what = f"{len(files):,} files" if self.kind == "folder" else "The file is there"
        return f"{what}, {size:,} bytes."

    # --- files

    def _see(self) -> None:
        if self.kind == "folder" and not self._folder.is_dir():
            raise Away(f"there is no folder {self._folder}")
        if self.kind == "tail" and not self._path.is_file() and not self._moved():
            raise Away(f"there is no file {self._path}")

    def _files(self) -> Iterator[Path]:
        """What is to be read, in order: what was rotated away before what came in its place."""
        if self.kind == "tail":
            yield from (self._folder / name for name in self._moved())
            if self._path.is_file() and not self._moved():
                yield self._path
            return
        patterns = [pattern for pattern in self._address.options.get("pattern", "").split(",") if pattern] or _PATTERNS
        for name in sorted(entry.name for entry in os.scandir(self._folder) if entry.is_file()):
            passed_over = name.startswith(".") or name.endswith(_UNFINISHED)
            if not passed_over and any(fnmatch.fnmatch(name, pattern) for pattern in patterns):
                yield self._folder / name

    def _moved(self) -> list[str]:
        return [name for name in self._place if name != self._path.name] if self.kind == "tail" else []

    def _more_of(self, path: Path, most: int) -> list[Line]:
        place = self._place.get(path.name)
        if place is not None and not same_file(path, place):
            if self.kind == "tail" and self._follow(path, place):
                return []
            self._notices.append(Notice("rotated", f"{path} was truncated or replaced: it is read from its beginning.",
                                        {"file": str(path), "read": place.at}))
            place = None
        moved = path.name in self._moved()
        if place is not None and not moved and path.stat().st_size == place.at:
            return []
        settled = quiet_for(path) > (_MOVED_SETTLED if moved else _SETTLED)
        start = 0 if place is None else place.at
        lines, end = new_lines(path, start, most, unfinished=settled and (moved or self.kind == "folder"))
        if end > start or place is None:
            self._place[path.name] = placed(path, end)
        if moved and not lines and settled:
            del self._place[path.name]
        return lines

    def _follow(self, path: Path, place: Place) -> bool:
        """Look for the file under another name, and finish it first."""
        for other in sorted(self._folder.glob(f"{path.name}*")):
            if other == path or not other.is_file() or not same_file(other, place):
                continue
            self._place = {other.name: place}
            self._notices.append(Notice("rotated", f"{path} was rotated: the rest of {other.name} is read first.",
                                        {"file": str(path), "read": place.at}))
            return True
        return False

    def _forget_gone(self) -> None:
        """Files that were deleted are no part of the place."""
        if self.kind == "folder":
            there = {path.name for path in self._files()}
            self._place = {name: place for name, place in self._place.items() if name in there}

    def _cursor(self) -> dict[str, Any]:
        return {"files": {name: place.to_json() for name, place in self._place.items()}}

    def _events(self, path: Path, lines: Sequence[Line]) -> tuple[list[Row], Refusals]:
        events: list[Row] = []
        refused = Refusals()
        for line in lines:
            try:
                if line.fault:
                    raise ValueError(line.fault)
                events += self._rows.read(line.names, line.values, id_=f"{line.at}-{zlib.crc32(line.raw):08x}")
            except ValueError as why:
                refused.add(f"the line at byte {line.at:,} of {path.name}", str(why), line.raw)
        return events, refused
