"""Notes of other programs for a monitor: written into its journal, or laid beside it while someone else writes that.

Whoever runs the monitor takes a note over within a second; it has a name of its own, so that it counts once whatever
happens on the way.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.errors import WorkbenchError
from engine.events import SettingEvent
from engine.library.lock import held
from engine.monitoring.sources.secret import scrub
from engine.online.journal import Entry, Journal
from engine.settings import write_atomically

_LONGEST = 2000  # letters of a note


def note_value(text: str, event: int | None, kind: str) -> dict[str, Any]:
    """What the journal keeps of a note; an empty or a very long one is refused in words."""
    text = scrub(" ".join(text.split()))  # somebody may note an address with its password
    if not text or len(text) > _LONGEST:
        raise WorkbenchError("The note is empty." if not text else f"The note has {len(text):,} letters.",
                             code="bad-note", remedy=f"Write 1 to {_LONGEST:,} letters.")
    return {"kind": kind, "text": text, "event": event}


def leave_note(journal: Path, text: str, *, event: int | None = None, kind: str = "note") -> Path | None:
    """Note something at label number `event` (now, when None); where a monitor runs, the file that it will take."""
    value, name = note_value(text, event, kind), f"note-{time.time_ns()}-{os.getpid()}"
    if held(journal.with_suffix(".lock")):
        file = journal.with_name(f"{journal.stem}.{name}.json")
        write_atomically(file, json.dumps(value).encode())
        return file
    with Journal(journal) as opened:
        opened.append([Entry(SettingEvent(name, opened.newest_time(), "mark", value))])
    return None


def notes_left(journal: Path) -> Iterator[tuple[SettingEvent, Path]]:
    """Notes that others laid beside a journal, the oldest first; one that cannot be read is put out of the way."""
    for file in sorted(journal.parent.glob(f"{journal.stem}.note-*.json")):
        try:
            found = json.loads(file.read_bytes())
            value = note_value(str(found["text"]), None if found["event"] is None else int(found["event"]),
                               str(found["kind"]))
            yield SettingEvent(file.stem.removeprefix(f"{journal.stem}."), -1, "mark", value), file
        except (OSError, ValueError, KeyError, TypeError, WorkbenchError):
            with contextlib.suppress(OSError):
                file.rename(file.with_suffix(".unreadable"))
