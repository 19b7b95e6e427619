"""The online learner as a member: run over the table at hand, or as its saved state or a monitor's journal has it.

Run over the table, each signal is scored before its label is known, so every row counts; what is saved is where the
learner stands at the end. A saved state is frozen, and its rows count only after what it has learnt, where that is
known.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.bundle.manifest import ModelCard
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
from engine.data.schema import FeatureSchema
from engine.data.table import SignalTable
from engine.ensemble.members import Member
from engine.errors import WorkbenchError
from engine.library import runs
from engine.models.online_model import OnlineModel, Snapshot
from engine.online.encoding import Encoding
from engine.online.journal import Journal
from engine.online.kernels import INTERCEPT
from engine.online.learner import OnlineLearner
from engine.online.linear import LinearModel
from engine.online.options import LearnerOptions
from engine.online.preparing import warm_up
from engine.online.prequential import Prequential
from engine.online.replay import run_through, signals_of
from engine.online.timeline import timeline
from engine.online.track import Track
from engine.progress import Progress
from engine.records import Exposure, OutOfFold

KIND = "online"  # also the reference that asks for a fresh learner over the table
_SUFFIXES = (".json", ".sqlite")


def is_fresh(member: Member) -> bool:
    """Whether this member is still to be run over the table."""
    return member.kind == KIND and member.part is None


def fresh(role: str) -> Member:
    """A learner that has seen nothing yet."""
    return Member(id=KIND, name=role or KIND, role=role, kind=KIND, file=Path(), exposure=())


def replayed(member: Member, table: SignalTable, progress: Progress) -> Member:
    """A fresh learner run over the table: its predictions before each label, and where it stands at the end."""
    encoding = Encoding.of(table.schema)
    core = Prequential(encoding.names, LearnerOptions(), champion=False)
    signals = signals_of(table, encoding)
    warm_up()
    run_through(core, timeline(table), signals, Track(), progress)
    unknown = np.full(len(table), -1, dtype=np.int64)
    absent = np.full(len(table), np.nan)
    kept = OutOfFold(
        row=table.row, time=unknown if table.time is None else table.time,
        label_time=unknown if table.label_time is None else table.label_time, label=table.label.astype(np.int64),
        probability=np.where(np.isfinite(signals.scores.online), signals.scores.online, 0.5),
        fold=np.zeros(len(table), dtype=np.int64),
        realized_rr=absent if table.realized_rr is None else table.realized_rr,
    )
    seen = Exposure(table.fingerprint, len(table), _at(table.time, 0), _at(table.time, -1),
                    None if table.label_time is None else int(table.label_time.max(initial=-1)))
    if not isinstance(core.model, LinearModel):
        raise TypeError("the learner of an ensemble is linear")
    return replace(_frozen(member.name, member.role, core.model, table.schema, (seen,)), id=member.id,
                   out_of_fold=kept, promises=table.label_time is not None, fingerprint=table.fingerprint)


def from_file(role: str, path: Path) -> Member | None:
    """The learner that a state file or a monitor's journal holds; None where it is neither."""
    if path.suffix not in _SUFFIXES:
        return None
    return _from_journal(role, path) if path.suffix == ".sqlite" else _from_state(role, path)


def _from_state(role: str, path: Path) -> Member | None:
    try:
        values = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(values, dict) or not {"columns", "model", "sha256"} <= set(values):
        return None
    learner = OnlineLearner()
    learner.load_state(path)
    names = list(learner.columns.names)
    if not names or any("=" in name for name in names):
        raise WorkbenchError(
            f"The learner in {path.name} has learnt " + ("texts" if names else "nothing") + ".", where="members",
            remedy="Use `online`, which runs a learner over the file.", code="unsuitable-member")
    return _frozen(role or path.stem, role, learner.model, FeatureSchema.plain(names), ())


def _from_journal(role: str, path: Path) -> Member:
    try:
        with Journal(path, read_only=True) as journal:
            _, state = journal.newest_state()
            schema = journal.meta("schema")
    except sqlite3.Error:
        raise WorkbenchError(f"{path.name} is no journal of a monitor.", where="members", code="unsuitable-member",
                             remedy="Choose a file of the workspace's journal folder.") from None
    if state is None or schema is None or state["core"]["model"]["kind"] != LinearModel.kind:
        raise WorkbenchError(f"The journal {path.name} holds no linear learner's state.", where="members",
                             code="unsuitable-member", remedy="Let the monitor run a little longer, or use `online`.")
    model, end = LinearModel.from_state(state["core"]["model"]), int(state["time"])
    known = (Exposure("", model.learnt, None, end, end),) if end >= 0 else ()
    return _frozen(role or f"online {path.stem[:6]}", role, model, FeatureSchema.from_json(schema), known)


def _frozen(name: str, role: str, model: LinearModel, schema: FeatureSchema, seen: tuple[Exposure, ...]) -> Member:
    encoding, arrays = Encoding.of(schema), model.arrays
    found = OnlineModel(Snapshot(
        len(schema), np.array(encoding.source, dtype=np.int64), np.array(encoding.code, dtype=np.int64),
        arrays.means.copy(), np.sqrt(arrays.variances), arrays.weights.copy(), float(arrays.scalars[INTERCEPT])))
    card = ModelCard(id=runs.new_id(KIND), name=name, kind=KIND, created=runs.now(), schema=schema, exposure=seen,
                     rows=model.learnt)
    loaded = LoadedModel(card, [LoadedMember(card, found, MemberView(schema, schema))])
    return Member(id=card.id, name=name, role=role, kind=KIND, file=Path(), exposure=seen, model=loaded,
                  part=(card, found.to_bytes()))


def _at(times: object, place: int) -> int | None:
    return int(times[place]) if isinstance(times, np.ndarray) and len(times) else None
