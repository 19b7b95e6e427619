"""What a journal tells of the past, for rules to be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.monitoring.rules import Answer, Rule, would_have_fired
from engine.online.journal import Journal
from engine.online.recording import read_recording, rerun
from engine.progress import Progress
from engine.records import Ints, ReplayRecord


@dataclass(frozen=True, eq=False, slots=True)
class Recorded:
    """A stream as it was: figures and alarms, and the times (n,) of its events in ns (-1: not known)."""

    found: ReplayRecord
    times: Ints

    def answer(self, rule: Rule, days: float = 30.0) -> Answer:
        """How often a rule would have fired in the last days."""
        return would_have_fired(rule, self.found.curves, self.found.drifts, self.times, days=days)


def recorded(journal_file: Path, *, progress: Progress | None = None) -> Recorded:
    """Run a journal again as it was."""
    progress = progress or Progress()
    with Journal(journal_file, read_only=True) as journal:
        recording = read_recording(journal, progress=progress.part(0.0, 0.6))
    return Recorded(rerun(recording, progress=progress.part(0.6, 1.0)), recording.events.time)
