"""Opening a bundle: every byte is checked before any native library sees a model; raises `BundleRefused` otherwise."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from engine.bundle import archive, golden, manifest, onnx_checks, signing, strict_json
from engine.bundle.golden import Canary
from engine.bundle.manifest import ModelCard, OnnxCard
from engine.bundle.refusal import BundleRefused
from engine.bundle.signing import Signature
from engine.evaluation.pooling import Pool

_PARTS = ("schema.json", "metrics.json", "lineage.json")
_CANARY, _ONLINE, _README = "canary.json", "online.json", "README.md"
_FILE_KEYS = {"size", "sha256"}


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """A model of a bundle: its card and its native file, whose hash is right but which no library has seen."""

    card: ModelCard
    file: str
    native: bytes

    @property
    def sha256(self) -> str:
        """The hash of the native file."""
        return hashlib.sha256(self.native).hexdigest()


@dataclass(frozen=True, eq=False, slots=True)
class Graph:
    """The ONNX graph of a bundle; it holds nothing but operators that a score needs."""

    card: OnnxCard
    data: bytes


@dataclass(frozen=True, eq=False, slots=True)
class VerifiedBundle:
    """A bundle whose every byte is as its manifest says; whether its models are sound is `guard.prove`'s question."""

    card: ModelCard
    members: tuple[Member, ...]
    pool: Pool | None
    canary: Canary
    online: Mapping[str, Any] | None
    readme: str
    signature: Signature | None
    sha256: str
    size: int
    onnx: Graph | None = None
    plots: Mapping[str, bytes] = field(default_factory=dict)


def is_bundle(data: bytes) -> bool:
    """Whether these first bytes are an archive's, and not a native model's."""
    return data[:4] == b"PK\x03\x04"


def read(path: Path | str) -> VerifiedBundle:
    """Read and check a bundle file."""
    return parse(read_file(Path(path)), where=str(path))


def parse(data: bytes, *, where: str = "", known_as: str = "") -> VerifiedBundle:
    """Check a bundle's bytes; `where` names the file in messages.

    `known_as` is their SHA-256 where it has been found among the files that were written here: the hashes of the parts
    then say nothing new.
    """
    try:
        return _verified(data, known_as)
    except BundleRefused as refused:
        place = f"{where}, {refused.where}" if where and refused.where else where or refused.where
        raise BundleRefused(refused.what, where=place, remedy=refused.remedy, code=refused.code) from None


def read_file(path: Path, limit: int = archive.MAX_ARCHIVE) -> bytes:
    """The bytes of a regular file; links, pipes, devices and giants are refused unread."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            raise _unreadable("It is a folder, a link or a device, not a file.", path)
        if found.st_size > limit:
            raise _unreadable(f"It is larger than {limit >> 20} MiB.", path)
        with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
            data = _bytes_of(file, found.st_size)
    except OSError as error:
        raise _unreadable(f"It cannot be read ({error.strerror or 'unknown reason'}).", path) from error
    except ValueError as error:  # a NUL in the name
        raise _unreadable("Its name is not a file name.", path) from error
    if len(data) != found.st_size:
        raise _unreadable("It changed while it was read.", path)
    return data


def _bytes_of(file: IO[bytes], size: int) -> bytes:
    """All of a file that had so many bytes, and one more where it has grown: never room for the whole limit."""
    parts, left = [], size + 1
    while left > 0 and (piece := file.read(left)):  # one call gives at most 2 GiB
        parts.append(piece)
        left -= len(piece)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _verified(data: bytes, known_as: str) -> VerifiedBundle:
    entries = archive.unpack(data, known=bool(known_as))
    signed = archive.SIGNATURE in entries
    signature = signing.check(bytes(entries[archive.MANIFEST]), bytes(entries[archive.SIGNATURE])) if signed else None
    stated = strict_json.parse(bytes(entries[archive.MANIFEST]), archive.MANIFEST, known=bool(known_as))
    _check_files(stated, entries, known=bool(known_as))
    for name in (*_PARTS, _CANARY, _README):
        if name not in entries:
            raise BundleRefused("It lacks an entry that every bundle has.", where=name, code="bundle-incomplete")
    parts = {name: strict_json.parse(bytes(entries[name]), name, known=bool(known_as)) for name in _PARTS}
    contents = manifest.from_entries(stated, parts)
    graph = contents.onnx
    _check_natives(contents.files if graph is None else (*contents.files, graph.file), entries)
    if graph is not None:
        onnx_checks.check(bytes(entries[graph.file]), graph.file)
    names = [card.name for card in contents.members]
    values = strict_json.parse(bytes(entries[_CANARY]), _CANARY, known=bool(known_as))
    return VerifiedBundle(
        card=contents.card,
        members=tuple(Member(card, file, bytes(entries[file]))
                      for card, file in zip(contents.members, contents.files, strict=True)),
        pool=contents.pool,
        canary=golden.from_json(values, len(contents.card.schema), names),
        online=strict_json.parse(bytes(entries[_ONLINE]), _ONLINE) if _ONLINE in entries else None,
        readme=_text(bytes(entries[_README])),
        signature=signature, sha256=known_as or hashlib.sha256(data).hexdigest(), size=len(data),
        onnx=None if graph is None else Graph(graph, bytes(entries[graph.file])),
        plots={name: bytes(data) for name, data in entries.items() if name.startswith(archive.PLOTS)},
    )


def _check_files(stated: Mapping[str, Any], entries: Mapping[str, memoryview], *, known: bool) -> None:
    """Manifest and archive list the same files, each with its size and hash."""
    listed = stated.get("files")
    if not isinstance(listed, dict):
        raise BundleRefused("It does not list its files.", where=archive.MANIFEST, code="bundle-manifest")
    own = {archive.MANIFEST, archive.SIGNATURE}
    for name in sorted(set(listed) ^ (set(entries) - own)):
        words = "It is listed but missing." if name in listed else "It is not listed in the manifest."
        raise BundleRefused(words, where=ascii(name[:80]), code="bundle-files")
    for name, said in listed.items():
        if not isinstance(said, dict) or set(said) != _FILE_KEYS or said["size"] != len(entries[name]):
            raise BundleRefused("Its size is not the one in the manifest.", where=name, code="bundle-files")
        if not known and hashlib.sha256(entries[name]).hexdigest() != said["sha256"]:
            raise BundleRefused("Its contents do not match the hash in the manifest.", where=name, code="bundle-hash")


def _check_natives(files: tuple[str, ...], entries: Mapping[str, memoryview]) -> None:
    natives = {name for name in entries if name.startswith("models/")}
    for name in sorted(natives ^ set(files)):
        words = "A member's file is missing." if name in files else "It belongs to no member."
        raise BundleRefused(words, where=ascii(name[:80]), code="bundle-files")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise BundleRefused("It is not UTF-8 text.", where=_README, code="bundle-json") from None


def _unreadable(what: str, path: Path) -> BundleRefused:
    return BundleRefused(what, where=str(path), remedy="Choose a bundle or model file.", code="bundle-unreadable")
