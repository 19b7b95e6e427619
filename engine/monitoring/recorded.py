"""What the journals of a workspace tell of the past: for rules to be asked of it, and to be run again."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from engine.errors import WorkbenchError
from engine.monitoring.rules import Answer, Rule, would_have_fired
from engine.online.hard import is_hard
from engine.online.journal import Journal
from engine.online.kernels import LABEL
from engine.online.recording import Recording, read_recording, rerun
from engine.progress import Progress
from engine.records import Ints, ReplayRecord


@dataclass(frozen=True, eq=False, slots=True)
class Recorded:
    """A stream as it was: figures and alarms, and the times of its events (n,) and hard examples (h,) in ns.

    A time of -1 is not known.
    """

    found: ReplayRecord
    times: Ints
    hard: Ints

    def answer(self, rule: Rule, days: float = 30.0) -> Answer:
        """How often a rule would have fired in the last days."""
        return would_have_fired(rule, self.found.curves, self.found.drifts, self.times, hard=self.hard,
                                days=days)


def recorded(journal_file: Path, *, progress: Progress | None = None) -> Recorded:
    """Run a journal again as it was."""
    recording, found = read_journal(journal_file, progress=progress)
    return Recorded(found, recording.events.time, _hard(recording))


@dataclass(frozen=True, slots=True)
class Kept:
    """A journal of the workspace: where it is, of what source, how many events, and when it was written last (s)."""

    path: Path
    source: str
    events: int
    written: float
    champion: bool


def journals(folder: Path, *, progress: Progress | None = None) -> tuple[Kept, ...]:
    """The journals of a workspace, the newest first; what cannot be read or holds no stream is left out."""
    progress = progress or Progress()
    found = []
    files = sorted((folder / "journal").glob("*.sqlite"), key=lambda file: -file.stat().st_mtime)
    for place, file in enumerate(files):
        progress.report(place / len(files), f"looking at {file.name}")
        with contextlib.suppress(WorkbenchError, sqlite3.Error), Journal(file, read_only=True) as journal:
            identity = journal.meta("identity")
            if identity is not None and journal.last:
                found.append(Kept(file, str(identity.get("source", "")), journal.last, file.stat().st_mtime,
                                  bool(journal.meta("champion"))))
    return tuple(found)


def _hard(recording: Recording) -> Ints:
    """When hard examples came; the recording has been run."""
    events, scores = recording.events, recording.signals.scores
    labels = events.op == LABEL
    score = (scores.batch if recording.champion else scores.online)[events.slot[labels]]
    times: Ints = events.time[labels][is_hard(score, events.label[labels])]
    return times


def read_journal(journal_file: Path, *, progress: Progress | None = None) -> tuple[Recording, ReplayRecord]:
    """A journal as arrays, to be run again as often as a slider moves, and what it was."""
    progress = progress or Progress()
    with Journal(journal_file, read_only=True) as journal:
        recording = read_recording(journal, progress=progress.part(0.0, 0.8))
    return recording, rerun(recording, progress=progress.part(0.8, 1.0))
