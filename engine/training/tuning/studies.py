"""Studies on disk: a folder each, with what was asked and Optuna's journal; found again after a kill and later on.

The sampler works on a study in memory and each finished trial is added to the journal as one line: a storage that is
asked for every parameter would cost more than small trials take.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import shutil
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.table import SignalTable
from engine.errors import MissingExtraError, WorkbenchError
from engine.library.store import Workspace
from engine.records import TrialRecord
from engine.settings import from_json, to_json, write_atomically
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.tuning.choosing import Goals, taken
from engine.training.tuning.options import Objective, TuningOptions
from engine.training.unfinished import Offers, Unended, mark

FOLDER = "studies"
JOB, _JOURNAL, DONE = "job.json", "trials.journal", "done"
_BORROWED = 3  # of each earlier study


@dataclass(frozen=True, slots=True)
class Unfinished(Unended):
    """A search that did not end: how it was to search, and how many trials are kept."""

    options: TuningOptions
    spent: float
    trials: int

    @property
    def words(self) -> str:
        """The offer in one sentence."""
        names = ", ".join(config.model_type.title for config in self.configs)
        kept = f"{self.trials} trial{' is' if self.trials == 1 else 's are'} kept"
        return f"A search for settings of {names} on {Path(self.source).name} ended before its time; {kept}."


def require_optuna() -> None:
    """Refuse in words where Optuna is not installed; quiet it where it is."""
    try:
        import optuna
    except ImportError as error:
        raise MissingExtraError("Optuna", extra="tuning") from error
    optuna.logging.set_verbosity(optuna.logging.ERROR)


class Shelf:
    """The folder of one search."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._studies: dict[str, Any] = {}
        self._storage: Any = None

    @property
    def id(self) -> str:
        """The name of the search."""
        return self.folder.name

    @classmethod
    def begin(cls, workspace: Workspace, table: SignalTable, configs: Sequence[TrainingConfig],
              validation: ValidationOptions, options: TuningOptions) -> Shelf:
        """A folder of its own for a new search."""
        name = f"tune-{time.strftime('%Y%m%d', time.gmtime())}-{secrets.token_hex(3)}"
        shelf = cls(workspace.root / FOLDER / name)
        shelf.folder.mkdir(parents=True)
        told = {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "source": table.source,
                "fingerprint": table.fingerprint, "features": features_digest(table), "roles": to_json(table.roles),
                "validation": to_json(validation), "options": to_json(options),
                "configs": [to_json(each) for each in configs]}
        write_atomically(shelf.folder / JOB, json.dumps(told).encode())
        mark(shelf.folder)
        return shelf

    @classmethod
    def go_on(cls, found: Unfinished) -> Shelf:
        """The folder of a search that ended before its time, now ours; what a kill left half written goes."""
        journal = found.folder / _JOURNAL
        if journal.exists():
            data = journal.read_bytes()
            if not data.endswith(b"\n"):
                write_atomically(journal, data[:data.rfind(b"\n") + 1])
        mark(found.folder)
        return cls(found.folder)

    def study(self, model: str, goals: Goals) -> Any:
        """The study of a library in the journal."""
        import optuna

        with self._lock:
            if self._storage is None:
                self._storage = open_journal(self.folder / _JOURNAL)
            if model not in self._studies:
                self._studies[model] = optuna.create_study(
                    storage=self._storage, study_name=model, directions=directions(goals), load_if_exists=True)
            return self._studies[model]

    def add(self, model: str, goals: Goals, trial: Any) -> None:
        """Keep a finished trial."""
        study = self.study(model, goals)
        with self._lock:
            study.add_trial(trial)

    def finish(self) -> None:
        """The search has ended: its trials stay for later ones."""
        write_atomically(self.folder / DONE, b"")

    def drop(self) -> None:
        """Nothing of it is kept."""
        shutil.rmtree(self.folder, ignore_errors=True)


def open_journal(path: Path) -> Any:
    """Optuna's storage in an append-only file, without its lock beside it, which costs as much as flushing the line.

    The workspace has one writer, and its lanes pass through the shelf's own lock.
    """
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend

    return JournalStorage(JournalFileBackend(str(path), lock_obj=threading.Lock()))


def directions(goals: Goals) -> list[str]:
    """As Optuna names them; a single goal is sought by its worth."""
    return ["maximize" if each.sign > 0 or len(goals) == 1 else "minimize" for each in goals]


def to_trial(record: TrialRecord, distributions: Any, goals: Goals) -> Any:
    """A record as Optuna keeps it; a value that is not known counts as none worth having."""
    from optuna.trial import TrialState, create_trial

    attributes = {"rounds": record.rounds, "figures": record.figures, "fold_scores": record.fold_scores,
                  "origin": record.origin, "seconds": record.seconds, "at": record.at, "number": record.number,
                  "ladder": record.ladder, "open_ended": record.open_ended,
                  "loss_share": record.loss_share, "grown": record.grown}
    how: dict[str, Any] = {"params": dict(record.settings), "distributions": distributions,
                           "user_attrs": {"trial": attributes}}
    if record.complete:
        return create_trial(state=TrialState.COMPLETE, values=values_of(record, goals), **how)
    steps = dict(enumerate(record.ladder, start=1)) if len(goals) == 1 else {}
    return create_trial(state=TrialState.PRUNED, intermediate_values=steps, **how)


def from_trial(trial: Any, model: str) -> TrialRecord:
    """A record from what Optuna kept."""
    told = trial.user_attrs["trial"]
    auc, expected_r, log_loss = (float(each) for each in told["figures"])
    return TrialRecord(
        model=model, number=int(told["number"]), settings=dict(trial.params), rounds=int(told["rounds"]), auc=auc,
        expected_r=expected_r, log_loss=log_loss, fold_scores=tuple(float(each) for each in told["fold_scores"]),
        state="complete" if trial.state.name == "COMPLETE" else "pruned", origin=str(told["origin"]),
        seconds=float(told["seconds"]), at=float(told["at"]),
        open_ended=bool(told["open_ended"]), loss_share=float(told.get("loss_share", 0.5)),
        grown=float(told.get("grown", 0.0)),
        ladder=tuple(float(each) for each in told["ladder"]))


def values_of(record: TrialRecord, goals: Goals) -> list[float]:
    """What Optuna is told: the worth of a single goal, or each figure that is sought."""
    return [record.ladder[-1]] if len(goals) == 1 else [figure_of(record, each) for each in goals]


def figure_of(record: TrialRecord, goal: Objective) -> float:
    """The figure of one goal."""
    return dict(zip((Objective.AUC, Objective.EXPECTED_R, Objective.LOG_LOSS), record.figures, strict=True))[goal]


def features_digest(table: SignalTable) -> str:
    """Which features a table has, whatever its rows."""
    return hashlib.sha256(json.dumps([*table.schema.names]).encode()).hexdigest()[:16]


def kept_trials(folder: Path) -> dict[str, list[TrialRecord]]:
    """The trials of a search on disk, by library."""
    import optuna

    if not (folder / _JOURNAL).exists():
        return {}
    storage = open_journal(folder / _JOURNAL)
    return {study.study_name: [from_trial(each, study.study_name) for each in storage.get_all_trials(study._study_id)]
            for study in storage.get_all_studies()} if optuna else {}


def borrowed(workspace: Workspace, table: SignalTable, model: str, goals: Goals, own: str) -> list[dict[str, float]]:
    """The best settings that earlier searches found for a library on the same features, the newest search first."""
    found: list[dict[str, float]] = []
    for folder in sorted((workspace.root / FOLDER).glob("tune-*"), reverse=True):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            if folder.name == own or json.loads((folder / JOB).read_bytes())["features"] != features_digest(table):
                continue
            whole = [each for each in kept_trials(folder).get(model, ()) if each.complete]
            while whole and len(found) < 2 * _BORROWED and (best := taken(whole, goals[0])) is not None:
                found.append(dict(best.settings))
                whole.remove(best)
                whole = whole if len(found) % _BORROWED else []
    return found


def _read(folder: Path) -> Unfinished | None:
    if (folder / DONE).exists():
        return None
    told = json.loads((folder / JOB).read_bytes())
    journal = folder / _JOURNAL
    lines = journal.read_bytes().splitlines() if journal.exists() else []
    # The times of the trials are all that the offer needs of the journal; Optuna need not be loaded for it.
    times = [json.loads(line)["user_attrs"]["trial"]["at"] for line in lines if line.endswith(b"}") and b'"at"' in line]
    return Unfinished(**Unended.common(folder, told), options=from_json(TuningOptions, told["options"]),
                      spent=max(times, default=0.0), trials=len(times))


def _none() -> WorkbenchError:
    return WorkbenchError("There is no unfinished search to resume.", where="resume", code="no-study",
                          remedy="Begin a new one.")


OFFERS = Offers(FOLDER, _read, _none)
