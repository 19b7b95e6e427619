"""The ledger of looks: every score that somebody saw of the same outcomes, by hand or by a trial, kept for good.

Who looks often enough finds something in pure noise, so each look counts, also one whose run was deleted since. A file
to which rows were added inherits the looks at the rows that it had before.
"""

from __future__ import annotations

import enum
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.data import fingerprint
from engine.data.distinct import distinct
from engine.data.table import SignalTable
from engine.evaluation.metrics import auc
from engine.evaluation.series import auc_series, r_series
from engine.library import runs
from engine.library.store import Workspace
from engine.records import Floats, OutOfFold, to_plain

_INHERITED = 0.8  # of the rows that a look tested or trained on must be in a file for the look to count there too


class Kind(enum.Enum):
    """What was looked at."""

    TRAINING = "training"
    TRIAL = "trial"
    FEATURES = "features"
    THRESHOLD = "threshold"
    RETRAIN = "retrain"
    ENSEMBLE = "ensemble"

    @property
    def words(self) -> str:
        """One of them, in words."""
        return {"training": "training", "trial": "trial", "features": "feature set", "threshold": "threshold",
                "retrain": "retrain", "ensemble": "ensemble"}[self.value]

    def counted(self, number: int) -> str:
        """So many of them."""
        one = number == 1
        return {
            "training": f"{number:,} training" if one else f"{number:,} trainings",
            "trial": f"{number:,} trial" if one else f"{number:,} trials",
            "features": f"{number:,} feature set" if one else f"{number:,} feature sets",
            "threshold": f"{number:,} threshold" if one else f"{number:,} thresholds",
            "retrain": f"{number:,} retrain" if one else f"{number:,} retrains",
            "ensemble": f"{number:,} ensemble" if one else f"{number:,} ensembles",
        }[self.value]


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """One look at `outcomes` (labels and times) through a table (`fingerprint`) with settings of that `digest`.

    `auc` and `r` are series of the tested `rows` (`evaluation.series`); None for a look at a part of the folds, such as
    a pruned trial, whose `fold_scores` are those that were seen. `run` is "" unless a run was kept, `study` names the
    search that it belongs to. Series and settings are unpacked when they are asked for: an account goes through a
    thousand looks and wants the settings of none.
    """

    number: int
    time: str
    outcomes: str
    fingerprint: str
    kind: Kind
    by_hand: bool
    digest: str
    settings_json: str
    run: str
    study: str
    fold_scores: tuple[float, ...]
    score: float
    rows: str
    auc_packed: bytes | None
    r_packed: bytes | None

    @property
    def settings(self) -> Mapping[str, Any]:
        """What was trained with."""
        found: Mapping[str, Any] = json.loads(self.settings_json)
        return found

    @property
    def auc(self) -> Floats | None:
        """How each block of the tested rows adds to the AUC."""
        return _unpacked(self.auc_packed)

    @property
    def r(self) -> Floats | None:
        """What each block of the accepted rows earned."""
        return _unpacked(self.r_packed)


def outcomes_of(table: SignalTable) -> str:
    """What a table's looks are filed under."""
    known = table.labelled()
    return fingerprint.outcomes(known.label, known.time, known.label_time)


def filed(workspace: Workspace, table: SignalTable) -> str:
    """`outcomes_of` a table, kept with a sketch of its rows, so that longer files know what was looked at in it."""
    known, digest = table.labelled(), outcomes_of(table)
    if not workspace.rows("SELECT 1 FROM outcomes WHERE digest = ?", (digest,)):
        sketch = fingerprint.sketch(known.label, known.time, known.label_time)
        with workspace.transaction() as database:
            database.execute("INSERT OR IGNORE INTO outcomes VALUES (?, ?, ?)",
                             (digest, len(known), sketch.astype("<u8").tobytes()))
    return digest


def parts_of(workspace: Workspace, outcomes: str) -> tuple[str, ...]:
    """Other outcomes that were filed, most of whose rows are among these."""
    sketches = {row["digest"]: np.frombuffer(row["sketch"], dtype="<u8").astype(np.uint64)
                for row in workspace.rows("SELECT digest, sketch FROM outcomes")}
    whole = sketches.pop(outcomes, None)
    return () if whole is None else tuple(
        digest for digest, part in sketches.items() if fingerprint.contained(part, whole) >= _INHERITED)


def settings_digest(settings: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of settings, whatever their order."""
    return hashlib.sha256(json.dumps(to_plain(settings), sort_keys=True, default=str).encode()).hexdigest()


def add_look(
    workspace: Workspace, *, outcomes: str, fingerprint: str, kind: Kind, settings: Mapping[str, Any], by_hand: bool,
    out_of_fold: OutOfFold | None = None, whole: bool = True, fold_scores: Sequence[float] = (), threshold: float = 0.5,
    run: str = "", study: str = "",
) -> int:
    """Write down a look and return its number. `outcomes`: see `filed`; `fingerprint`: the table's own.

    Give the out-of-fold predictions where there are any: they tell how alike looks are. `whole=False`: of a part of the
    folds only. Without predictions give the `fold_scores` (AUC) that were seen. From `threshold` on rows are accepted.
    """
    series: list[bytes | None] = [None, None]
    rows, score = "", float(np.mean(fold_scores)) if len(fold_scores) else None
    if out_of_fold is not None and len(out_of_fold.label):
        fold_scores = fold_scores or _fold_scores(out_of_fold)
        score = auc(out_of_fold.label, out_of_fold.probability)
        if whole:
            rows = _rows_of(out_of_fold)
            series = [_packed(auc_series(out_of_fold)),
                      _packed(r_series(out_of_fold, out_of_fold.probability >= threshold))]
    plain = to_plain(settings)
    values = (runs.now(), outcomes, fingerprint, kind.value, int(by_hand), settings_digest(plain),
              json.dumps(plain, default=str), run, study, json.dumps([_known(each) for each in fold_scores]),
              _known(score), rows, *series)
    with workspace.transaction() as database:
        written = database.execute(
            "INSERT INTO looks (time, outcomes, fingerprint, kind, by_hand, digest, settings, run, study, fold_scores, "
            "score, rows, auc, r) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        return int(written.lastrowid or 0)


def looks(workspace: Workspace, outcomes: str | None = None, *, study: str | None = None) -> tuple[Look, ...]:
    """The looks at these outcomes (None: at any), of one study or of all, oldest first."""
    query, values = "SELECT * FROM looks WHERE 1", []
    for column, value in (("outcomes", outcomes), ("study", study)):
        if value is not None:
            query += f" AND {column} = ?"
            values.append(value)
    return tuple(_look(row) for row in workspace.rows(f"{query} ORDER BY number", values))


def all_looks(workspace: Workspace, outcomes: str) -> tuple[Look, ...]:
    """The looks at these outcomes and those at their parts, oldest first."""
    found = [look for each in (outcomes, *parts_of(workspace, outcomes)) for look in looks(workspace, each)]
    return tuple(sorted(found, key=lambda look: look.number))


def look_of(workspace: Workspace, run: str) -> Look | None:
    """The look that a run was kept of; None for a run that came from elsewhere."""
    rows = workspace.rows("SELECT * FROM looks WHERE run = ? ORDER BY number DESC LIMIT 1", (run,))
    return _look(rows[0]) if rows else None


def count(workspace: Workspace, outcomes: str) -> int:
    """How many looks these outcomes have had."""
    return int(workspace.rows("SELECT count(*) FROM looks WHERE outcomes = ?", (outcomes,))[0][0])


def kinds(found: Sequence[Look]) -> dict[Kind, int]:
    """How many looks there are of each kind, in the order of `Kind`."""
    counted = Counter(look.kind for look in found)
    return {kind: counted[kind] for kind in Kind if counted[kind]}


def _fold_scores(found: OutOfFold) -> tuple[float, ...]:
    return tuple(auc(found.label[here], found.probability[here])
                 for here in (found.fold == fold for fold in distinct(found.fold)))


def _rows_of(found: OutOfFold) -> str:
    """Which rows were tested: series of the same rows can be laid side by side."""
    digest = hashlib.sha256()
    for values in (found.row, found.time, found.label):
        digest.update(np.ascontiguousarray(values).data)
    return digest.hexdigest()[:16]


def _known(value: float | None) -> float | None:
    return None if value is None or not np.isfinite(value) else float(value)


def _packed(series: Floats | None) -> bytes | None:
    return None if series is None else series.astype("<f4").tobytes()


def _unpacked(data: bytes | None) -> Floats | None:
    return None if data is None else np.frombuffer(data, dtype="<f4").astype(np.float64)


def _look(row: Any) -> Look:
    scores = tuple(float("nan") if each is None else float(each) for each in json.loads(row["fold_scores"]))
    return Look(
        row["number"], row["time"], row["outcomes"], row["fingerprint"], Kind(row["kind"]), bool(row["by_hand"]),
        row["digest"], row["settings"], row["run"], row["study"], scores,
        float("nan") if row["score"] is None else row["score"], row["rows"], row["auc"], row["r"],
    )
