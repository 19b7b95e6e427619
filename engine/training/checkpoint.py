"""What a training had finished when its process died: every whole fold, to go on from with the very same result.

A fold is written beside its place and renamed, so it is there whole or not at all. The folder goes when the training
ends, be it by success, refusal or cancel; one that is left over belongs to a process that was killed.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.models import library
from engine.records import LearningCurve, OutOfFold
from engine.settings import to_json, write_atomically, written_atomically
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.fitting import Fitted
from engine.training.folds import FULL, Folds, Tested
from engine.training.unfinished import Offers, Unended, mark
from engine.training.work import PlannedFit

FOLDER = "checkpoints"
_JOB = "job.json"


@dataclass(frozen=True, slots=True)
class Checkpoint(Unended):
    """A training that did not end, and how many of its folds are whole."""

    warm_start: str | None
    leak_meter: bool
    done: int

    @property
    def words(self) -> str:
        """The offer in one sentence."""
        names = ", ".join(config.model_type.title for config in self.configs)
        return (f"A training of {names} on {Path(self.source).name} ended before its time; {self.done} finished "
                f"{'block is' if self.done == 1 else 'blocks are'} kept.")


class Keeper:
    """Writes the folds of one running training, and reads those of the one that it goes on from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def begin(
        cls, workspace: Workspace, table: SignalTable, configs: Sequence[TrainingConfig], options: ValidationOptions, *,
        warm_start: str | None, leak_meter: bool,
    ) -> Keeper:
        """A folder of its own for a new training."""
        folder = workspace.root / FOLDER / uuid.uuid4().hex[:12]
        folder.mkdir(parents=True)
        told = {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "source": table.source,
                "fingerprint": table.fingerprint, "roles": to_json(table.roles), "warm_start": warm_start,
                "leak_meter": leak_meter, "validation": to_json(options),
                "configs": [to_json(each) for each in configs]}
        write_atomically(folder / _JOB, json.dumps(told).encode())
        mark(folder)
        return cls(folder)

    @classmethod
    def go_on(cls, found: Checkpoint) -> Keeper:
        """The folder of the training that ended before its time, now ours."""
        mark(found.folder)
        return cls(found.folder)

    def restore(self, folds: Folds, fits: Sequence[PlannedFit]) -> None:
        """Hand over every fold that is whole already."""
        places = {id(trained.config): place for place, trained in enumerate(folds.trained)}
        for fit in fits:
            place = places.get(id(fit.config))
            if place is None or fit.fold < FULL:
                continue
            found = self.read(fit.config.model_type.value, place, fit.fold)
            if found is not None:
                folds.take(place, fit.fold, found)

    def keep(self, model: int, fold: int, found: Tested) -> None:
        """Write a whole fold."""
        arrays: dict[str, Any] = {
            "native": np.frombuffer(found.fitted.model.to_bytes(), dtype=np.uint8), "learnt": found.learnt,
            "fitted": np.asarray([found.fitted.offset, found.fitted.effective_rows]),
            "warning": np.asarray(found.fitted.warning),
        }
        if found.curve is not None:
            arrays["curve"] = np.stack((found.curve.round.astype(np.float64), found.curve.train, found.curve.valid))
        if found.predicted is not None:
            arrays |= {f"out_{each.name}": getattr(found.predicted, each.name) for each in fields(OutOfFold)}
        with written_atomically(self.folder / f"{model}_{fold}.npz") as file:  # memory that grows holds Python's lock
            np.savez(file, **arrays)

    def read(self, kind: str, model: int, fold: int) -> Tested | None:
        """A fold that was written by the training before; None where there is none."""
        path = self.folder / f"{model}_{fold}.npz"
        if not path.exists():
            return None
        with np.load(path, allow_pickle=False) as kept:
            predicted = None
            if "out_row" in kept:
                predicted = OutOfFold(**{each.name: kept[f"out_{each.name}"] for each in fields(OutOfFold)})
            offset, effective = map(float, kept["fitted"])
            forest = library(kind).from_bytes(kept["native"].tobytes())
            rounds, train, valid = kept["curve"] if "curve" in kept else np.empty((3, 0))
            return Tested(Fitted(forest, offset, str(kept["warning"]), effective), kept["learnt"], predicted,
                          LearningCurve(fold, rounds.astype(np.int64), train, valid))

    def drop(self) -> None:
        """The training has ended; nothing is left to offer."""
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def kept_until_the_end(
    workspace: Workspace, table: SignalTable, configs: Sequence[TrainingConfig], options: ValidationOptions,
    resume: Checkpoint | None, *, warm_start: str | Path | None, leak_meter: bool,
) -> Iterator[Keeper]:
    """A keeper whose folder goes when the training ends in any way that is told to somebody."""
    if resume is not None and resume.fingerprint != table.fingerprint:
        raise WorkbenchError("The data is not that of the unfinished training.", where=resume.source,
                             remedy="Train from the beginning.", code="other-data")
    keeper = Keeper.go_on(resume) if resume is not None else Keeper.begin(
        workspace, table, configs, options, warm_start=None if warm_start is None else str(warm_start),
        leak_meter=leak_meter)
    try:
        yield keeper
    finally:
        keeper.drop()


def _read(folder: Path) -> Checkpoint:
    told = json.loads((folder / _JOB).read_bytes())
    return Checkpoint(**Unended.common(folder, told), warm_start=told["warm_start"],
                      leak_meter=bool(told["leak_meter"]), done=len(list(folder.glob("*_*.npz"))))


def _none() -> WorkbenchError:
    return WorkbenchError("There is no unfinished training to resume.", where="resume", code="no-checkpoint",
                          remedy="Train from the beginning.")


OFFERS = Offers(FOLDER, _read, _none)
