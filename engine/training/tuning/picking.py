"""Searches that the library keeps: listed, looked through, and any of their trials taken to be trained."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.models import library
from engine.records import Roles, TrialRecord
from engine.records.tuning import front_of
from engine.settings import from_json
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.tuning import studies
from engine.training.tuning.choosing import taken
from engine.training.tuning.options import TuningOptions
from engine.training.tuning.search import ground
from engine.training.tuning.settled import chosen_config

_REFERENCE = re.compile(r"(?:(?P<study>[^:/]+)[:/])?(?P<model>[a-z]+)[:/](?P<number>\d+)")
_HOW = "Name it as MODEL:NUMBER or STUDY:MODEL:NUMBER, with the number that the list of trials shows."


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """One search: what was asked, and its trials by library, in the order in which they ended."""

    id: str
    created: str
    source: str
    fingerprint: str
    features: str  # their digest
    roles: Roles
    finished: bool
    options: TuningOptions
    validation: ValidationOptions
    configs: Mapping[str, TrainingConfig]
    trials: Mapping[str, list[TrialRecord]]

    def best(self, model: str) -> TrialRecord | None:
        """The trial that the search takes."""
        return taken(self.trials.get(model, ()), self.options.objective.goals[0])

    def shown(self, model: str) -> list[TrialRecord]:
        """The best, then those that no other beats in all figures where several were sought."""
        best = self.best(model)
        front = front_of(self.trials.get(model, ())) if len(self.options.objective.goals) > 1 else ()
        return [*([best] if best is not None else []), *(each for each in front if each is not best)]


@dataclass(frozen=True, eq=False, slots=True)
class Picked:
    """A trial to be trained, and the search it comes from."""

    study: Kept
    trial: TrialRecord

    @property
    def config(self) -> TrainingConfig:
        """Its library with its settings."""
        return chosen_config(self.study.configs[self.trial.model], self.trial)

    def to_train(self, table: SignalTable) -> tuple[ValidationOptions, str]:
        """How to test it on this table, and what to tell of that: on the rows that no trial saw, where that is known.

        Raises `WorkbenchError` where the table has other features.
        """
        if studies.features_digest(table) != self.study.features:
            raise WorkbenchError(f"{self.study.id} searched other features than this file has.", where=table.source,
                                 remedy=f"Give a file with the columns of {Path(self.study.source).name}.",
                                 code="other-features")
        name = f"{library(self.trial.model).title} trial {self.trial.number + 1} of {self.study.id}"
        if table.fingerprint == self.study.fingerprint and self.study.options.held_blocks:
            land = ground(table, self.study.validation, self.study.options.held_blocks)
            return land.final, (f"{name}: {self.trial.words}; scored on the {land.held_rows:,} rows after those of "
                                "the search, which no trial saw.")
        return self.study.validation, (f"{name}: {self.trial.words}; its search saw other rows or kept none, so that "
                                       "rows by which it was chosen may be tested here: the scores may be too good.")


def kept(workspace: Workspace) -> tuple[Kept, ...]:
    """Every search in the library, the newest first; what cannot be read is left out."""
    found = []
    for folder in (workspace.root / studies.FOLDER).glob("tune-*"):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            found.append(_read(folder))
    return tuple(sorted(found, key=lambda each: (each.created, each.id), reverse=True))


def get(workspace: Workspace, id: str = "") -> Kept:
    """The search whose name is or begins so; the newest without a name."""
    studies.require_optuna()
    every = kept(workspace)
    found = [each for each in every if each.id == id] or [each for each in every if each.id.startswith(id)]
    if not found or (id and len(found) > 1):
        what = f"There is no search {id!r}." if every else "No search is kept yet."
        here = ", ".join(each.id for each in every[:6])
        remedy = f"Choose from {here}." if here else "Train with tuning first."
        raise WorkbenchError(f"{len(found)} searches begin so." if found else what,
                             where=id or "studies", code="no-study", remedy=remedy)
    return found[0]


def pick(workspace: Workspace, reference: str) -> Picked:
    """The trial that `MODEL:NUMBER` names in the newest search, `STUDY:MODEL:NUMBER` in another; counted from 1."""
    told = _REFERENCE.fullmatch(reference.strip())
    if told is None:
        raise WorkbenchError(f"{reference!r} names no trial.", where="trial", code="no-trial", remedy=_HOW)
    study = get(workspace, told["study"] or "")
    trials = study.trials.get(told["model"], [])
    trial = next((each for each in trials if each.number + 1 == int(told["number"])), None)
    if trial is None or told["model"] not in study.configs:
        here = ", ".join(f"trials 1 to {len(every)} of {model}" for model, every in study.trials.items() if every)
        raise WorkbenchError(f"{study.id} has no trial {told['model']}:{told['number']}.", where="trial",
                             code="no-trial", remedy=f"It has {here}." if here else _HOW)
    return Picked(study, trial)


def delete(workspace: Workspace, id: str) -> Kept:
    """Remove a search; its looks stay counted."""
    found = get(workspace, id)
    shutil.rmtree(workspace.root / studies.FOLDER / found.id)
    return found


def _read(folder: Path) -> Kept:
    told: dict[str, Any] = json.loads((folder / studies.JOB).read_bytes())
    configs = [from_json(TrainingConfig, each) for each in told["configs"]]
    return Kept(
        id=folder.name, created=str(told["created"]), source=str(told["source"]),
        fingerprint=str(told["fingerprint"]), features=str(told["features"]),
        roles=from_json(Roles, told["roles"]),
        finished=(folder / studies.DONE).exists(), options=from_json(TuningOptions, told["options"]),
        validation=from_json(ValidationOptions, told["validation"]),
        configs={config.model_type.value: config for config in configs}, trials=studies.kept_trials(folder))
