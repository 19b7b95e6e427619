"""Labelled signals of a journal as a file to train on: the newest, or those that the champion got most wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from engine.bundle.sinks import open_sink
from engine.data.schema import Feature, FeatureSchema, Kind, Matrix
from engine.errors import WorkbenchError
from engine.events import LabelEvent, SignalEvent
from engine.monitoring.attached import AttachedMonitor
from engine.online.journal import Journal
from engine.progress import Progress
from engine.records import HardExample, Roles

DAY_NS = 86_400 * 10**9
_ROLES = {"id": "signal_id", "time": "signal_time", "label_time": "label_time", "label": "win", "weight": "realized_r"}


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file of signals, its roles, and what is in it; `first` and `last` in ns UTC, None where times are not known."""

    path: Path
    roles: Roles
    rows: int
    first: int | None
    last: int | None


def write_recent(journal_file: Path, path: Path, *, days: float, progress: Progress | None = None) -> RecentFile:
    """Write the labelled signals of the last `days` (0: all) to a Parquet file."""
    progress = progress or Progress()
    with Journal(journal_file, read_only=True) as journal:
        schema = FeatureSchema.from_json(journal.meta("schema"))
        newest = journal.newest_time()
        since = newest - int(days * DAY_NS) if days and newest >= 0 else None
        signals, labels = _read(journal, since, progress)
    known = [signal for signal in signals.values() if signal.id in labels]
    if not known:
        raise WorkbenchError("There is no labelled signal in that time.", where=str(journal_file), code="no-rows",
                             remedy="Take more days, or wait until labels have arrived.")
    return _written(known, labels, schema, path)


def hard_examples(journal_file: Path, *, progress: Progress | None = None) -> tuple[int, tuple[HardExample, ...]]:
    """How many hard examples a journal's stream has had, and those that are kept, the costliest first."""
    watched = AttachedMonitor(journal_file)
    watched.look_once(progress)
    return watched.snapshot(2).hard, watched.hard_examples()


def write_hard(journal_file: Path, examples: Sequence[HardExample], path: Path, *,
               progress: Progress | None = None) -> RecentFile:
    """Write hard examples in the order of time, to be added to training data: CSV, Parquet or Arrow by the suffix.

    Columns `outcome_chance` and `outcome_cost` tell what made them hard; by their names they are never taken for
    features. One whose label was corrected since is as its newest label says.
    """
    progress = progress or Progress()
    signals, labels = [], {}
    with Journal(journal_file, read_only=True) as journal:
        schema = FeatureSchema.from_json(journal.meta("schema"))
        for place, example in enumerate(examples):
            signal, label = journal.signal(example.id), journal.label(example.id)
            if signal is not None and label is not None:
                signals.append(signal)
                labels[signal.id] = label
            progress.report(place / len(examples), f"reading signal {place:,} of {len(examples):,}")
    if not signals:
        raise WorkbenchError("There is no hard example yet.", where=str(journal_file), code="no-rows",
                             remedy="Wait until the champion has been wrong by two to one or more.")
    signals.sort(key=lambda signal: signal.time)
    by_id = {example.id: example for example in examples}
    told = {"outcome_chance": [by_id[signal.id].chance for signal in signals],
            "outcome_cost": [by_id[signal.id].cost for signal in signals]}
    return _written(signals, labels, schema, path, told)


def _written(signals: list[SignalEvent], labels: dict[str, LabelEvent], schema: FeatureSchema, path: Path,
             more: Mapping[str, Any] = MappingProxyType({})) -> RecentFile:
    names = {role: _free(name, schema.names) for role, name in _ROLES.items()}
    columns = _columns(signals, labels, schema, names)
    given: dict[str, Any] = {role: name for role, name in names.items() if name in columns}
    _write({**columns, **{_free(name, schema.names): values for name, values in more.items()}}, path)
    times = [signal.time for signal in signals if signal.time >= 0]
    return RecentFile(path, Roles(**given), len(signals), min(times, default=None), max(times, default=None))


def _read(journal: Journal, since: int | None,
          progress: Progress) -> tuple[dict[str, SignalEvent], dict[str, LabelEvent]]:
    signals: dict[str, SignalEvent] = {}
    labels: dict[str, LabelEvent] = {}
    total = max(journal.last, 1)
    for place, entry in enumerate(journal.entries(since=since)):
        if not place % 5000:
            progress.report(place / total, f"reading event {place:,}")
        if isinstance(entry.event, SignalEvent):
            signals[entry.event.id] = entry.event
        elif isinstance(entry.event, LabelEvent):
            labels.setdefault(entry.event.id, entry.event)  # as it was learnt: the first one counts
    return signals, labels


def _columns(signals: list[SignalEvent], labels: dict[str, LabelEvent], schema: FeatureSchema,
             names: dict[str, str]) -> dict[str, Any]:
    learnt = [labels[signal.id] for signal in signals]
    matrix = np.stack([signal.features for signal in signals])
    columns: dict[str, Any] = {names["id"]: [signal.id for signal in signals]}
    if all(signal.time >= 0 for signal in signals):
        columns[names["time"]] = np.asarray([signal.time for signal in signals], dtype="datetime64[ns]")
        columns[names["label_time"]] = np.asarray([label.time for label in learnt], dtype="datetime64[ns]")
    columns |= {feature.name: _values(feature, matrix[:, place]) for place, feature in enumerate(schema.features)}
    columns[names["label"]] = np.asarray([label.label for label in learnt], dtype=np.int8)
    gained = np.asarray([label.realized_rr for label in learnt])
    if not np.isnan(gained).all():
        columns[names["weight"]] = gained
    return columns


def _values(feature: Feature, values: Matrix) -> Any:
    """Numbers as they are; codes of categories as their words."""
    if feature.kind is not Kind.CATEGORY:
        return values
    return [None if np.isnan(code) else feature.categories[int(code)] for code in values.tolist()]


def _free(name: str, taken: tuple[str, ...]) -> str:
    while name in taken:
        name = f"{name}_"
    return name


def _write(columns: dict[str, Any], path: Path) -> None:
    import pyarrow as pa

    with open_sink(path) as sink:
        sink.write(pa.table(columns))
