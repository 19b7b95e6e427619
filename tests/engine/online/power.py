"""SQLite's file layer with a memory: every write, truncation and sync of a process's databases, and disks cut from it.

A copy of the platform's own VFS is made the default; only opening and deleting are intercepted, and of each file
opened the write, truncate and sync methods, which note what they are asked and then do it: the code under test is the
real one.
"""

from __future__ import annotations

import ctypes
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_POINTER, _INT, _WIDE = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _WIDE)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _WIDE)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_char_p, _INT)
# A name is passed on as the very pointer that came: SQLite keeps it for as long as the file is open, to name the shared
# memory beside it; a pointer into Python's own bytes would be gone by then.
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, ctypes.POINTER(_INT))


class _Vfs(ctypes.Structure):
    _fields_ = [("version", _INT), ("file_size", _INT), ("longest", _INT), ("next", _POINTER),
                ("name", ctypes.c_char_p), ("data", _POINTER), ("open", _POINTER), ("delete", _POINTER),
                ("rest", _POINTER * 14)]


class _Methods(ctypes.Structure):
    _fields_ = [("version", _INT), ("close", _POINTER), ("read", _POINTER), ("write", _POINTER),
                ("truncate", _POINTER), ("sync", _POINTER), ("rest", _POINTER * 13)]


@dataclass(frozen=True)
class Step:
    """One thing that happened: "write", "truncate", "sync", "delete" of a file, or an "ack" of so many events."""

    kind: str
    file: str = ""
    place: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """What is safe of each file, and what was asked of it since its last sync."""

    safe: dict[str, bytearray] = field(default_factory=dict)
    asked: dict[str, list[Step]] = field(default_factory=dict)
    acknowledged: int = 0

    def take(self, step: Step) -> None:
        """One step further."""
        if step.kind == "ack":
            self.acknowledged = step.place
        elif step.kind == "delete":  # taken to be safe at once: a journal's deletion is not what is tried here
            self.safe.pop(step.file, None)
            self.asked.pop(step.file, None)
        elif step.kind == "sync":
            for each in self.asked.pop(step.file, []):
                apply(each, self.safe.setdefault(step.file, bytearray()))
        else:
            self.asked.setdefault(step.file, []).append(step)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as a power cut now may leave them: of what was not synced none, a beginning, any part, torn."""
        way = chance.choice(("none", "prefix", "subset", "torn"))
        found = {}
        for name in {*self.safe, *self.asked}:
            content = bytearray(self.safe.get(name, b""))
            for step in _surviving(self.asked.get(name, []), way, chance):
                apply(step, content)
            found[name] = bytes(content)
        return found


def apply(step: Step, content: bytearray) -> None:
    """A write or a truncation."""
    if step.kind == "truncate":
        del content[step.place:]
        return
    content.extend(bytes(max(step.place + len(step.data) - len(content), 0)))
    content[step.place : step.place + len(step.data)] = step.data


def _surviving(asked: Sequence[Step], way: str, chance: random.Random) -> Iterator[Step]:
    if way == "prefix":
        yield from asked[: chance.randint(0, len(asked))]
    elif way == "subset":
        yield from (step for step in asked if chance.random() < 0.5)
    elif way == "torn":
        for step in asked:
            yield from _sectors(step, chance)


def _sectors(step: Step, chance: random.Random) -> Iterator[Step]:
    if step.kind == "truncate":
        yield step
        return
    for start in range(0, len(step.data), SECTOR):
        if chance.random() < 0.5:
            yield Step("write", step.file, step.place + start, step.data[start : start + SECTOR])


def library() -> ctypes.CDLL | None:
    """The SQLite that Python itself uses, where it can be reached."""
    sqlite3.connect(":memory:").close()
    names = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "sqlite3" in line}
    for name in sorted(names, key=len):
        found = ctypes.CDLL(name)
        if hasattr(found, "sqlite3_vfs_find"):
            return found
    return None


@contextmanager
def recorded(found: ctypes.CDLL) -> Iterator[list[Step]]:
    """Within, all that new connections ask of their files is noted."""
    found.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    found.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    plain = found.sqlite3_vfs_find(None)
    steps: list[Step] = []
    kept: list[object] = []
    vfs = _Vfs.from_buffer_copy(plain.contents)
    vfs.name, vfs.next = b"recorded", None
    opens = _OPEN(vfs.open)

    @_OPEN
    def opened(self: int, name: int | None, file: int, flags: int, out: object) -> int:
        result: int = opens(self, name, file, flags, out)
        if result == 0 and name is not None:
            _intercept(file, Path(ctypes.string_at(name).decode()).name, steps, kept)
        return result

    deletes = _DELETE(vfs.delete)

    @_DELETE
    def deleted(self: int, name: bytes, synced: int) -> int:
        steps.append(Step("delete", Path(name.decode()).name))
        return int(deletes(self, name, synced))

    vfs.open = ctypes.cast(opened, _POINTER).value
    vfs.delete = ctypes.cast(deleted, _POINTER).value
    found.sqlite3_vfs_register(ctypes.byref(vfs), 1)
    try:
        yield steps
    finally:
        found.sqlite3_vfs_register(plain, 1)
        found.sqlite3_vfs_unregister(ctypes.byref(vfs))
        _KEPT.append((vfs, opened, deleted, kept))


_KEPT: list[object] = []  # connections that are closed later still call through these


def _intercept(file: int, name: str, steps: list[Step], kept: list[object]) -> None:
    """Put methods that take notes before the file's own."""
    place = ctypes.cast(file, ctypes.POINTER(_POINTER))
    own = ctypes.cast(place[0], ctypes.POINTER(_Methods)).contents
    mine = _Methods.from_buffer_copy(own)
    write, truncate, sync = _WRITE(own.write), _TRUNCATE(own.truncate), _SYNC(own.sync)

    @_WRITE
    def noted_write(this: int, data: int, size: int, where: int) -> int:
        steps.append(Step("write", name, where, ctypes.string_at(data, size)))
        return int(write(this, data, size, where))

    @_TRUNCATE
    def noted_truncate(this: int, size: int) -> int:
        steps.append(Step("truncate", name, size))
        return int(truncate(this, size))

    @_SYNC
    def noted_sync(this: int, flags: int) -> int:
        steps.append(Step("sync", name))
        return int(sync(this, flags))

    for method, noted in (("write", noted_write), ("truncate", noted_truncate), ("sync", noted_sync)):
        setattr(mine, method, ctypes.cast(noted, _POINTER).value)
    kept += [mine, noted_write, noted_truncate, noted_sync]
    place[0] = ctypes.addressof(mine)
