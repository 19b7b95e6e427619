"""How a running monitor says that it lives: a small file beside its journal, written anew each second."""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.library.lock import held
from engine.monitoring.windows import window_line
from engine.records import FeedStatus, LinkState, MonitorSnapshot, to_plain

EVERY = 1.0  # seconds
_SUFFIX = ".status.json"


class Heartbeat:
    """Writes the status of one journal's monitor; without a journal nothing."""

    def __init__(self, journal: Path | None) -> None:
        self._path = None if journal is None else journal.with_suffix(_SUFFIX)
        self._started = time.time()
        self._next = 0.0

    @property
    def due(self) -> bool:
        """Whether a second has gone by."""
        return self._path is not None and time.monotonic() >= self._next

    def beat(self, found: MonitorSnapshot) -> None:
        """Write how it stands; a disk that is full is no reason to stop."""
        if self._path is None:
            return
        self._next = time.monotonic() + EVERY
        values = {
            "process": os.getpid(), "started": self._started, "beat": time.time(), "source": found.source,
            "champion": found.champion, "status": found.status, "feeds": to_plain(found.feeds), **window_line(found),
        }
        beside = self._path.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            beside.write_text(json.dumps(to_plain(values), allow_nan=False), encoding="utf-8")
            os.replace(beside, self._path)


@dataclass(frozen=True, slots=True)
class Sign:
    """The last heartbeat of a journal's monitor; `alive`: its process still holds the journal."""

    journal: Path
    alive: bool
    age: float  # seconds
    values: dict[str, Any]

    @property
    def feeds(self) -> tuple[FeedStatus, ...]:
        """How its feeds stood."""
        return tuple(FeedStatus(**{**feed, "state": LinkState(feed["state"])}) for feed in self.values["feeds"])


def sign_of(journal: Path) -> Sign | None:
    """The heartbeat of one journal; None where there was none."""
    try:
        values = json.loads(journal.with_suffix(_SUFFIX).read_text(encoding="utf-8"))
        return Sign(journal, held(journal.with_suffix(".lock")), max(time.time() - float(values["beat"]), 0.0), values)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def signs(folder: Path) -> list[Sign]:
    """The monitors of a workspace, the liveliest first."""
    found = [sign for file in (folder / "journal").glob(f"*{_SUFFIX}")
             if (sign := sign_of(file.with_name(file.name.removesuffix(_SUFFIX) + ".sqlite"))) is not None]
    return sorted(found, key=lambda sign: (not sign.alive, sign.age))
