"""A text file as blocks of UTF-8: gzip inflated under a cap, encodings told apart, old line ends made new."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from engine.data.reading.magic import HEAD, FileKind, recognise
from engine.errors import WorkbenchError

_RATIO = 200  # text packs 5 to 50 times; gzip at its worst 1,000 times
_FREE = 64 << 20  # what any file may inflate to
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class TextSource:
    """Blocks of UTF-8 text; `share` is how much of the file has been read, `encoding` what it was."""

    def __init__(self, path: Path, *, block: int) -> None:
        self.path = path
        self.encoding = "utf-8"
        self.packed = False
        self._size = max(path.stat().st_size, 1)
        self._block = block
        self._position = 0

    @property
    def share(self) -> float:
        """0 to 1."""
        return self._position / self._size

    def blocks(self) -> Iterator[bytes]:
        """The whole text, at most `block` bytes of the file's text at a time, without a byte order mark."""
        with self.path.open("rb") as raw:
            self.packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            try:
                yield from self._decoded(cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if self.packed else raw, raw)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise WorkbenchError("The gzip file is damaged or cut off.", where=self.path.name, code="damaged-gzip",
                                     remedy="Copy or download it again.") from error

    def _decoded(self, text: BinaryIO, raw: BinaryIO) -> Iterator[bytes]:
        head = text.read(max(HEAD, min(self._block, 1 << 16)))
        if self.packed and recognise(head, self.path) is not FileKind.TEXT:
            raise WorkbenchError("The gzip file holds no CSV.", where=self.path.name, code="packed",
                                 remedy="Unpack it and open the file inside.")
        bom, self.encoding = _encoding_of(head)
        decoder = None if self.encoding == "utf-8" else codecs.getincrementaldecoder(self.encoding)(errors="replace")
        old_ends, total, data = None, len(head), head[len(bom):]
        while data:
            self._position = raw.tell()
            self._guard(total)
            if decoder is not None:
                data = decoder.decode(data).encode()
            if old_ends is None:
                old_ends = b"\r" in data and b"\n" not in data
            yield data.replace(b"\r", b"\n") if old_ends else data
            data = text.read(self._block)
            total += len(data)

    def _guard(self, total: int) -> None:
        if self.packed and total > _FREE and total > _RATIO * max(self._position, 1):
            raise WorkbenchError(
                f"The gzip file unpacks to more than {_RATIO} times its size: it is no ordinary table.",
                where=self.path.name, remedy="Unpack it yourself if you trust it, and open the result.",
                code="gzip-bomb",
            )


def _encoding_of(head: bytes) -> tuple[bytes, str]:
    """The byte order mark (or nothing) and the encoding; UTF-16 without a mark shows by its zero bytes."""
    for bom, name in _BOMS:
        if head.startswith(bom):
            return bom, name
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.4 * half and even < 0.1 * half:
        return b"", "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return b"", "utf-16-be"
    return b"", "utf-8"
