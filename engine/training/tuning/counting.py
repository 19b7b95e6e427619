"""Every trial is a look at its outcomes: told to the ledger some at a time, since each write is flushed to the disk."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.splits import Fold
from engine.data.table import SignalTable
from engine.library import ledger
from engine.library.store import Workspace
from engine.records import Floats, OutOfFold, TrialRecord
from engine.settings import to_json
from engine.training.config import TrainingConfig
from engine.training.pooling import pooled, tested
from engine.training.tuning.settled import chosen_config
from engine.training.tuning.trial import Course

_AT_ONCE = 40


@dataclass(frozen=True, eq=False, slots=True)
class _Look:
    record: TrialRecord
    probability: list[Floats] | None  # of each fold, where all were fitted


class Counter:
    """Keeps the looks of one search until there are some, then writes them in one transaction."""

    def __init__(self, workspace: Workspace, outcomes: str, study: str, table: SignalTable, folds: Sequence[Fold],
                 configs: Sequence[TrainingConfig]) -> None:
        self._workspace, self._outcomes, self._study = workspace, outcomes, study
        self._table, self._folds = table, tuple(folds)
        self._configs = {config.model_type.value: config for config in configs}
        self._waiting: list[_Look] = []
        self._lock = threading.Lock()

    def hear(self, record: TrialRecord, course: Course | None) -> None:
        """A trial has ended; without its course only the scores of its folds are known."""
        whole = course is not None and record.complete
        with self._lock:
            self._waiting.append(_Look(record, course.probabilities(record.rounds) if course and whole else None))
            if len(self._waiting) >= _AT_ONCE:
                self._write()

    def catch_up(self, trials: Sequence[TrialRecord]) -> None:
        """Trials of a search that was killed before they were written down."""
        known = {(str(look.settings.get("model_type")), look.settings.get("trial"))
                 for look in ledger.looks(self._workspace, study=self._study)}
        for record in trials:
            if (record.model, record.number) not in known:
                self.hear(record, None)

    def finish(self) -> None:
        """Write what waits."""
        with self._lock:
            self._write()

    def _write(self) -> None:
        with self._workspace.transaction():
            for look in self._waiting:
                record = look.record
                settings = to_json(chosen_config(self._configs[record.model], record))
                ledger.add_look(
                    self._workspace, outcomes=self._outcomes, fingerprint=self._table.fingerprint,
                    kind=ledger.Kind.TRIAL, settings={**settings, "trial": record.number}, by_hand=False,
                    out_of_fold=None if look.probability is None else self._predictions(look.probability),
                    fold_scores=record.fold_scores, study=self._study)
        self._waiting.clear()

    def _predictions(self, probability: Sequence[Floats]) -> OutOfFold:
        parts = [tested(self._table, fold.test, found, np.full(len(found), number))
                 for number, (fold, found) in enumerate(zip(self._folds, probability, strict=True))]
        return pooled(parts, self._folds)
