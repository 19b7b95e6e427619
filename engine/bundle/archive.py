"""A canonical zip: stored entries, fixed header fields, nothing before, between or after.

There is exactly one archive for given names and contents, so reading is comparing: whatever differs from what
`pack` would have written is refused. Python's `zipfile` is not used; it opens most hostile archives without a word.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.bundle.refusal import BundleRefused

MAX_ENTRIES = 64
MAX_ENTRY = 1 << 30
MAX_ARCHIVE = (1 << 31) - 1
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
PLOTS = "plots/"
MAX_MANIFEST = 1 << 20
MAX_TEXT = 32 << 20

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_DATE = 0x21  # 1 January 1980, the first that the format knows

_FIXED = ("manifest.json", "manifest.sig", "schema.json", "metrics.json", "lineage.json", "canary.json",
          "README.md", "online.json")
_NATIVE = re.compile(r"models/[a-z0-9](?:[a-z0-9_-]|\.(?!\.)){0,79}\.(?:ubj|txt|cbm|json|onnx|flat)")
_PLOT = re.compile(r"plots/[a-z0-9_-]{1,40}\.svg")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    crc: int
    size: int
    offset: int


def pack(entries: Mapping[str, bytes]) -> bytes:
    """The archive that holds these entries in their order."""
    body, directory, offset = [], [], 0
    for name, data in entries.items():
        entry = _Entry(name, zlib.crc32(data), len(data), offset)
        body += [_local(entry), data]
        directory.append(_central(entry))
        offset += len(body[-2]) + len(data)
    central = b"".join(directory)
    if offset + len(central) + _END.size > MAX_ARCHIVE:
        raise BundleRefused("A bundle cannot hold more than 2 GiB.", code="bundle-too-large",
                            remedy="Choose fewer or smaller members.")
    return b"".join([*body, central, _end(len(entries), len(central), offset)])


def unpack(data: bytes, *, known: bool = False) -> dict[str, memoryview]:
    """The entries of a canonical archive; raises `BundleRefused` for any other. `known` bytes need no checksums."""
    entries = _directory(data)
    _check_names([entry.name for entry in entries])
    view, contents, position = memoryview(data), {}, 0
    for entry in entries:
        local = _local(entry)
        start = position + len(local)
        if entry.offset != position or bytes(view[position:start]) != local:
            raise _refused("The headers of an entry contradict each other.", entry.name)
        content = view[start : start + entry.size]
        if len(content) != entry.size or (not known and zlib.crc32(content) != entry.crc):
            raise _refused("The contents do not match their checksum.", entry.name)
        contents[entry.name] = content
        position = start + entry.size
    central = b"".join(map(_central, entries))
    if data[position:] != central + _end(len(entries), len(central), position):
        raise _refused("It holds bytes that belong to no entry.")
    return contents


def _directory(data: bytes) -> list[_Entry]:
    if not data:
        raise _refused("The file is empty.")
    if data[:4] != b"PK\x03\x04":
        raise _refused(f"The file is no bundle{_disguise(data)}.")
    if len(data) < _END.size or data[-_END.size :][:4] != b"PK\x05\x06":
        raise _refused("The file is cut short, or something follows its end.")
    _, disk, first, here, count, size, start, comment = _END.unpack(data[-_END.size :])
    if disk or first or here != count or comment:
        raise _refused("The archive's end record is not canonical.")
    if not 1 <= count <= MAX_ENTRIES:
        raise _refused(f"The archive holds {count} entries; a bundle has 1 to {MAX_ENTRIES}.")
    if start + size != len(data) - _END.size:
        raise _refused("The archive's directory is not where its end record says.")
    return _entries(data[start : start + size], count)


def _entries(directory: bytes, count: int) -> list[_Entry]:
    entries, position = [], 0
    for _ in range(count):
        if len(directory) - position < _CENTRAL.size:
            raise _refused("The archive's directory is cut short.")
        fields = _CENTRAL.unpack_from(directory, position)
        length = fields[10]
        raw = directory[position + _CENTRAL.size : position + _CENTRAL.size + length]
        entries.append(_entry(fields, raw, length))
        position += _CENTRAL.size + length
    if position != len(directory):
        raise _refused("The archive's directory has bytes left over.")
    return entries


def _entry(fields: tuple[Any, ...], raw: bytes, length: int) -> _Entry:
    magic, flags, method, crc, packed, size = fields[0], fields[3], fields[4], fields[7], fields[8], fields[9]
    attributes, offset = fields[15], fields[16]
    if magic != b"PK\x01\x02" or len(raw) != length:
        raise _refused("The archive's directory is damaged.")
    name = _name(raw)
    for wrong, words in (
        (flags & 1, "It is encrypted."), (flags & 8, "It has a data descriptor."), (method, "It is compressed."),
        (packed != size, "It states two sizes."), (attributes >> 28 == 0xA, "It is a symbolic link."),
        (size > _limit(name), f"It is larger than {_limit(name) >> 20} MiB."),
    ):
        if wrong:
            raise _refused(words, name)
    return _Entry(name, crc, size, offset)


def _name(raw: bytes) -> str:
    name = raw.decode("ascii", "replace")
    stem = name.rsplit("/", 1)[-1].split(".", 1)[0]
    known = name in _FIXED or _NATIVE.fullmatch(name) or _PLOT.fullmatch(name)
    if not known or _DEVICES.fullmatch(stem):
        raise _refused("It holds an entry whose name or kind does not belong in a bundle.", ascii(name[:80]))
    return name


def _check_names(names: list[str]) -> None:
    if names[0] != MANIFEST:
        raise _refused("The manifest is not its first entry.")
    if len({name.casefold() for name in names}) != len(names):
        raise _refused("It holds an entry twice.")


def _limit(name: str) -> int:
    if name in (MANIFEST, SIGNATURE):
        return MAX_MANIFEST
    return MAX_ENTRY if name.startswith("models/") else MAX_TEXT


def _local(entry: _Entry) -> bytes:
    name = entry.name.encode("ascii")
    return _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, 0, 0, _DATE, entry.crc, entry.size, entry.size, len(name), 0) + name


def _central(entry: _Entry) -> bytes:
    name = entry.name.encode("ascii")
    return _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, 0, 0, 0, _DATE, entry.crc, entry.size, entry.size,
                         len(name), 0, 0, 0, 0, 0, entry.offset) + name


def _end(count: int, size: int, start: int) -> bytes:
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, 0)


def _disguise(data: bytes) -> str:
    for magic, words in (
        (b"\x1f\x8b", "; it is gzip"), (b"7z\xbc\xaf", "; it is a 7z archive"), (b"\x80", "; it may be a pickle"),
        (b"\x93NUMPY", "; it is a NumPy array"), (b"\x7fELF", "; it is a program"), (b"MZ", "; it is a program"),
    ):
        if data.startswith(magic):
            return words
    return "; it is a tar archive" if data[257:262] == b"ustar" else ""


def _refused(what: str, where: str = "") -> BundleRefused:
    return BundleRefused(what, where=where, code="bundle-archive")
