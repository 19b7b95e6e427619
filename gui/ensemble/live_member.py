"""The online learner as a line in the table of members: no run of the library, but run over the open file."""

from __future__ import annotations

from engine.records import Roles, RunRecord
from gui.translation import later, tr

KEY = "online"  # what the engine understands as a fresh learner over the table
TIP = (later("It scores each signal of the open file before it learns its outcome, so every row counts for it; "
            "what is saved is where it stands at the end."))


def live_member(features: tuple[str, ...]) -> RunRecord:
    """The line."""
    return RunRecord(
        id=KEY, name=tr("Online learner"), kind=KEY, created="", status="done", source="", fingerprint="", rows=0,
        features=features, roles=Roles(), settings={}, validation=None, scores=None, importance={}, trees=0,
        best_iteration=0, training_seconds=0.0, model_path=KEY,
    )
