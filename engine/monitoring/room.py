"""How much room the journals of a workspace take, how fast they grow, and when the disk will be full."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from engine.errors import WorkbenchError
from engine.online.journal import Journal

_SOON = 14.0  # days
_LITTLE = 10**8  # bytes a day that are no reason to speak of


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes in use, how many more each day (None: not known), and days until the disk is full (None: not soon)."""

    bytes: int
    per_day: float | None
    days: float | None

    @property
    def words(self) -> str:
        """In words."""
        grows = "" if self.per_day is None else f", {_size(self.per_day)} more a day"
        return f"{_size(self.bytes)}{grows}{'' if self.days is None else f', disk full in {_days(self.days)}'}"


def room_of(journal: Journal) -> Room:
    """How much one journal takes."""
    taken, per_day = journal.growth()
    days = None
    if per_day is not None and per_day > _LITTLE:
        free = shutil.disk_usage(journal.path.parent).free
        days = free / per_day if free / per_day < _SOON else None
    return Room(taken, per_day, days)


def room_words(journal: Journal) -> tuple[str, ...]:
    """What a monitor should say of the disk: nothing while there is room for weeks."""
    room = room_of(journal)
    if room.days is None or room.per_day is None:
        return ()
    words = (f"The journal grows by {_size(room.per_day)} a day: the disk is full in {_days(room.days)}. Keep less of "
            "it: events for 30d, or 50GB of them.")
    return (words,)


def rooms(folder: Path) -> dict[Path, Room]:
    """Each journal of a workspace."""
    found = {}
    for file in sorted((folder / "journal").glob("*.sqlite")):
        with contextlib.suppress(WorkbenchError, sqlite3.Error, OSError), Journal(file, read_only=True) as journal:
            found[file] = room_of(journal)
    return found


def _size(number: float) -> str:
    for unit, factor in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if abs(number) >= factor:
            return f"{number / factor:,.1f} {unit}"
    return f"{number / 1e3:,.0f} kB"


def _days(days: float) -> str:
    return f"about {days:,.0f} days" if days >= 2 else f"about {days * 24:,.0f} hours"
