"""Signals and labels as producers send them, and a monitor driven until something is true."""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.data.schema import FeatureSchema
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.base import Source
from engine.online.options import LearnerOptions
from engine.records import MonitorSnapshot

NAMES = ("x0", "x1", "x2", "x3")
SCHEMA = FeatureSchema.plain(NAMES)
START = 1_700_000_000_000  # ms
OPTIONS = LearnerOptions(window=200, half_life_events=500)


def signal(number: int) -> dict[str, Any]:
    """The signal of that number, always the same."""
    chance = random.Random(number)
    return {"id": f"s{number}", "time": START + number * 1000, **{name: round(chance.gauss(0, 1), 6) for name in NAMES}}


def label(number: int) -> dict[str, Any]:
    """Its label, half a minute later."""
    row = signal(number)
    won = int(row["x0"] + random.Random(-number - 1).gauss(0, 1) > 0)
    return {"id": f"s{number}", "label": won, "label_time": START + number * 1000 + 30_500,
            "realized_rr": 1.5 if won else -1.0}


def one_signal(connection: Any) -> None:
    """A table of PostgreSQL with the signal 0, by an open connection."""
    connection.execute(f"CREATE TABLE signals (id text, time timestamptz, {', '.join(f'{n} float8' for n in NAMES)})")
    connection.execute("INSERT INTO signals VALUES ('s0', '2024-01-01', %s, %s, %s, %s)",
                       [signal(0)[name] for name in NAMES])


def story(first: int, last: int) -> list[Mapping[str, Any]]:
    """Signals `first` to `last`, each label thirty signals later, in the order in which they happen."""
    rows: list[Mapping[str, Any]] = []
    for number in range(first, last):
        rows.append(signal(number))
        if number >= 30:
            rows.append(label(number - 30))
    return rows


def monitor(source: Source, folder: Path | None, **how: Any) -> Monitor:
    """A monitor with a small window."""
    return Monitor(source, OPTIONS, folder=folder, **how)


@contextlib.contextmanager
def running(made: Monitor) -> Iterator[Monitor]:
    """The monitor runs in a thread until the block ends; what it failed with is raised."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            made.run()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.stop()
        thread.join(30)
        assert not thread.is_alive(), "the monitor does not end"
    if failed:
        raise failed[0]


def until(condition: Callable[[], object], patience: float = 30.0) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        threading.Event().wait(0.01)


def until_seen(made: Monitor, events: int, labels: int) -> MonitorSnapshot:
    """Wait until so many signals and labels are through."""
    def there() -> bool:
        found = made.snapshot()
        return found.events >= events and found.labels >= labels

    try:
        until(there)
    except AssertionError:
        found = made.snapshot()
        raise AssertionError(f"{found.events} of {events} signals, {found.labels} of {labels} labels; {found.status} "
                             f"{[mark.words for mark in found.marks]}") from None
    return made.snapshot()


def clean_hash(first: int, last: int, options: LearnerOptions = OPTIONS) -> str:
    """The state of a monitor that saw the same story undisturbed."""
    from engine.monitoring.sources.rows import RowReader
    from engine.monitoring.stream import Stream

    rows, stream = RowReader(SCHEMA), Stream(SCHEMA, monitor_options(options), None)
    for row in story(first, last):
        stream.apply(stream.score(rows.read(tuple(row), tuple(row.values()))))
    return stream.hash()


def monitor_options(options: LearnerOptions = OPTIONS) -> LearnerOptions:
    """The options as the monitor resolves them for labels that come late."""
    from engine.online.options import checked, resolved

    return resolved(checked(options), late=True)
