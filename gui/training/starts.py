"""Which runs a training may start from: the engine is asked, and its reason is shown in few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.data.schema import FeatureSchema
from engine.records import RunRecord
from gui.sentences import said
from gui.translation import tr

MOST_ROUNDS = 20_000  # the total is the user's to choose: too few rounds are told at Train, at their field
_LONGEST = 64  # letters of a reason in the drop-down; its tooltip has all of it


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a run cannot be gone on from: `words` beside its name, `full` with what to do."""

    words: str = ""
    full: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)


Judge = Callable[[RunRecord], Obstacle]


def judge_of(schema: FeatureSchema | None, extra: Mapping[str, Any] | None = None) -> Judge:
    """Asks the engine of each run whether it fits this data and these library parameters."""
    from engine.training.config import ModelType, TrainingConfig
    from engine.training.warm_start import compatibility

    def judge(run: RunRecord) -> Obstacle:
        config = TrainingConfig(model_type=ModelType(run.kind), rounds=MOST_ROUNDS, extra_params=dict(extra or {}))
        found = compatibility(run, schema, config)
        if found is None:
            return Obstacle()
        clause = found.what.rpartition(": it ")[2].rstrip(".")
        words = (tr("the file {clause}", clause=said(clause)) if clause != found.what.rstrip(".")
                 else said(found.what).rstrip("."))
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        return Obstacle(short, f"{said(found.what)} {said(found.remedy)}")

    return judge
