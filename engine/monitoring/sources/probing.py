"""Tries a source without taking anything from it: is it there, does it let us in, what would be read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.roles import NOTHING_GIVEN
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.events import SignalEvent
from engine.monitoring.sources.address import SourceAddress, parse, story_of
from engine.monitoring.sources.features import schema_of_rows
from engine.monitoring.sources.live import Away
from engine.monitoring.sources.rows import LABELS, RowReader
from engine.monitoring.sources.secret import Secret
from engine.monitoring.sources.simulated import SimulatedSource, describe
from engine.monitoring.sources.url import Ask, feed_of
from engine.progress import Progress
from engine.records import Roles

_ROWS = 50
_TOLD = 8


@dataclass(frozen=True, slots=True)
class Probe:
    """What a trial found; `words` is the verdict, `facts` what it rests on, `remedy` what to do where it failed."""

    works: bool
    words: str
    remedy: str
    facts: tuple[str, ...]
    seconds: float
    features: tuple[str, ...] = ()


def probe(url: str, *, labels: str = "", schema: FeatureSchema | None = None, given: Roles = NOTHING_GIVEN,
          secret: Secret | None = None, ask: Ask | None = None, progress: Progress | None = None) -> Probe:
    """Connect and read the newest rows, those of the labels too; takes some seconds at most.

    Never raises for what a source can do wrong.
    """
    started = time.monotonic()
    facts: list[str] = []
    features: tuple[str, ...] = ()
    try:
        address = parse(url)
        (progress or Progress()).report(0.1, f"Connecting to {address.words}")
        if address.kind == "simulate":
            story = story_of(address)
            features = SimulatedSource(story, schema=schema).schema.names
            facts += [describe(story), f"{len(features)} features: {', '.join(features)}."]
            words = "It works."
        elif not address.live:
            words = _file(Path(address.path))
        else:
            words, features = _live(address, schema, address.roles(given), secret, ask, facts)
            labels_at = parse(labels) if labels else address.of_labels()
            if labels_at is not None:
                known = secret if labels_at.account == address.account else None
                _labels(labels_at, labels_at.roles(given), known, ask, facts)
    except Away as away:
        return Probe(False, f"It cannot be reached: {away}.", "See that the server is there, and host and port are "
                     "right. A monitor that knows its features waits for it.", tuple(facts), time.monotonic() - started)
    except WorkbenchError as error:
        return Probe(False, error.what, error.remedy, tuple(facts), time.monotonic() - started)
    return Probe(True, words, "", tuple(facts), time.monotonic() - started, features)


def _file(path: Path) -> str:
    if not path.is_file():
        raise WorkbenchError("There is no such file.", where=str(path), remedy="Choose a file that is there.",
                             code="no-such-file")
    return f"The file is there, {path.stat().st_size:,} bytes."


def _live(address: SourceAddress, schema: FeatureSchema | None, roles: Roles, secret: Secret | None, ask: Ask | None,
          facts: list[str]) -> tuple[str, tuple[str, ...]]:
    feed = feed_of(address, RowReader(FeatureSchema(()), roles), secret=secret, ask=ask)
    try:
        facts.append(feed.describe())
        rows = feed.peek(_ROWS)
    finally:
        feed.close()
    if not rows:
        return "It answers; there is nothing to read yet.", ()
    return _read(rows, schema, roles, address.words, facts)


def _labels(address: SourceAddress, roles: Roles, secret: Secret | None, ask: Ask | None, facts: list[str]) -> None:
    """The other source, which brings the labels."""
    feed = feed_of(address, RowReader(FeatureSchema(()), roles, wanted=frozenset({LABELS})), secret=secret, ask=ask)
    try:
        there = feed.describe()
        rows = feed.peek(_ROWS)
    except Away as away:
        raise Away(f"the labels, {away}") from away
    finally:
        feed.close()
    many, fault = _many_labels(rows, roles)
    if rows and not many:
        raise WorkbenchError(f"The labels' source answers, but none of its newest rows is a label{fault}.",
                             where=address.words, code="unreadable",
                             remedy="Name its columns: id=, label=, label_time=, rr=.")
    facts.append(f"Labels: {there} Of the newest {len(rows)} rows {many} are labels." if rows else
                 f"Labels: {there} There is none yet.")


def _many_labels(rows: Sequence[tuple[Any, Any]], roles: Roles) -> tuple[int, str]:
    """How many of these are labels, and why the first one is not."""
    reader = RowReader(FeatureSchema(()), roles, wanted=frozenset({LABELS}))
    many, fault = 0, ""
    for names, values in rows:
        try:
            many += len(reader.read(names, values, id_="row"))
        except ValueError as why:
            fault = fault or f" ({why})"
    return many, fault


def _read(rows: Sequence[tuple[Any, Any]], schema: FeatureSchema | None, roles: Roles, words: str,
          facts: list[str]) -> tuple[str, tuple[str, ...]]:
    known = schema
    if known is None:
        try:
            known = schema_of_rows(rows, roles, words)
        except WorkbenchError:
            known = FeatureSchema(())  # labels alone
    reader = RowReader(known, roles)
    signals = labels = 0
    faults: list[str] = []
    for names, values in rows:
        try:
            for event in reader.read(names, values, id_="row"):
                signals, labels = signals + isinstance(event, SignalEvent), labels + (
                    not isinstance(event, SignalEvent))
        except ValueError as why:
            faults.append(str(why))
    facts.append(f"Of the newest {len(rows)} rows {signals} are signals, {labels} labels, {len(faults)} unreadable.")
    if faults:
        facts.append(f"The first that cannot be read: {faults[0]}.")
    if known.names and signals:
        more = f" and {len(known) - _TOLD} more" if len(known) > _TOLD else ""
        facts.append(f"{len(known)} features: {', '.join(known.names[:_TOLD])}{more}.")
    if reader.unknown:
        facts.append(f"Not used: {', '.join(sorted(reader.unknown)[:_TOLD])}.")
    if not signals and not labels:
        raise WorkbenchError("It answers, but none of its newest rows can be read.", where=words,
                             remedy="Name its columns: id=, time=, label=, label_time=, rr=.", code="unreadable")
    return "It works.", known.names if signals else ()
