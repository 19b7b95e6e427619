"""Opening a source by its address: the feed that serves it, the features that it brings, the labels that join it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from engine.data.roles import NOTHING_GIVEN
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.monitoring.sources import secret as secrets
from engine.monitoring.sources.address import SourceAddress, parse, story_of
from engine.monitoring.sources.base import Source
from engine.monitoring.sources.features import schema_of_rows
from engine.monitoring.sources.file import FileSource
from engine.monitoring.sources.joined import JoinedSource
from engine.monitoring.sources.live import Away, Feed, LiveSource
from engine.monitoring.sources.rows import LABELS, SIGNALS, RowReader
from engine.monitoring.sources.secret import Secret
from engine.monitoring.sources.simulated import SimulatedSource
from engine.progress import Progress
from engine.records import Roles

__all__ = ("SourceAddress", "feed_of", "open_source", "parse", "publisher_to")

Ask = Callable[[str], str]
_PEEKED = 200


class PeekingFeed(Feed, Protocol):
    """A feed that can be looked at before it is read."""

    def peek(self, most: int) -> list[tuple[Any, Any]]:
        """The newest rows as names and values, without taking them."""

    def describe(self) -> str:
        """What is there, in a sentence."""


def open_source(
    url: str, *, labels: str | None = None, schema: FeatureSchema | None = None, given: Roles = NOTHING_GIVEN,
    progress: Progress | None = None, workspace: Path | None = None, secret: Secret | None = None,
    labels_secret: Secret | None = None,
    ask: Ask | None = None, remembered: Callable[[str], FeatureSchema | None] | None = None,
) -> Source:
    """Open a source; `labels` is the address of another one that brings the labels.

    `schema` is the champion's, whose features the signals must have. Without one a live feed's features are those that
    `remembered` knows of its words, else what its newest rows hold. `secret` is the password, `labels_secret` that of
    another server's labels, `ask` is asked for one.
    """
    address = parse(url)
    if not address.live:
        if labels is not None:
            raise WorkbenchError("A replayed file brings its own labels.", where=address.path, code="bad-source",
                                 remedy="Name no other place for labels, or watch a file that grows: tail:///path.")
        return FileSource.open(Path(address.path), speed=address.speed, schema=schema, given=given, progress=progress)
    if address.kind == "simulate":
        if labels is not None:
            raise WorkbenchError("A made-up stream brings its own labels.", where=address.words, code="bad-source",
                                 remedy="Name no other place for labels.")
        return SimulatedSource(story_of(address), schema=schema)
    labels_at = address.of_labels() if labels is None else parse(labels)
    if labels_at is not None and labels_at.kind == "simulate":
        raise WorkbenchError("Labels cannot be made up beside signals from elsewhere.", where=labels_at.words,
                             remedy="Give the address that has their outcomes.", code="bad-source")
    if labels_at is not None and not labels_at.live:
        raise WorkbenchError("Labels cannot come from a file that is replayed.", where=labels_at.path,
                             remedy="Watch it as it grows: tail:///path.", code="bad-source")
    wanted = frozenset({SIGNALS}) if labels_at is not None else None
    roles = address.roles(given)
    if schema is None:
        schema = remembered(address.words) if remembered is not None else None
    if schema is None:
        (progress or Progress()).report(0.0, f"Looking at {address.words}")
        schema = _features(address, roles, workspace, secret, ask)
    reader = RowReader(schema, roles, wanted=wanted)
    signals = LiveSource(feed_of(address, reader, workspace, secret=secret, ask=ask), schema)
    if labels_at is None:
        return signals
    reader = RowReader(schema, labels_at.roles(given), wanted=frozenset({LABELS}))
    known = labels_secret or (secret if labels_at.account == address.account else None)
    return JoinedSource(signals, LiveSource(feed_of(labels_at, reader, workspace, secret=known, ask=ask), schema))


def feed_of(address: SourceAddress, rows: RowReader, workspace: Path | None = None, *,
            secret: Secret | None = None, ask: Ask | None = None) -> PeekingFeed:
    """The feed that serves an address."""
    if address.kind == "redis":
        from engine.monitoring.sources.redis_client import reader_name
        from engine.monitoring.sources.redis_stream import RedisFeed

        reader = reader_name(str(workspace.absolute()) if workspace is not None else f"process {os.getpid()}")
        return RedisFeed(address, rows, reader=reader, secret=_secret(address, secret, ask))
    if address.kind == "postgresql":
        from engine.monitoring.sources.postgres import PostgresFeed

        return PostgresFeed(address, rows, secret=_secret(address, secret, ask))
    from engine.monitoring.sources.files import FilesFeed

    return FilesFeed(address, rows)


def publisher_to(url: str, ask: Ask | None = None, given: Secret | None = None) -> Callable[[Path, int], Any]:
    """What copies a journal's event log to the Redis stream of an address; `given` is its password."""
    from engine.monitoring.publishing import Publisher

    address = copy_address(url)
    secret = _secret(address, given, ask)
    return lambda journal, since: Publisher(journal, address, secret, since=since)


def copy_address(url: str) -> SourceAddress:
    """Where an event log can be copied to; anything else is refused."""
    address = parse(url)
    if address.kind != "redis":
        raise WorkbenchError("The event log can be copied to Redis only.", where=address.words, code="bad-source",
                             remedy="Write it as redis://localhost:6379/0?stream=events.")
    return address


def _secret(address: SourceAddress, given: Secret | None, ask: Ask | None) -> Secret | None:
    return secrets.found(address.kind, address.account, given or address.secret, ask)


def _features(address: SourceAddress, roles: Roles, workspace: Path | None, secret: Secret | None,
              ask: Ask | None) -> FeatureSchema:
    feed = feed_of(address, RowReader(FeatureSchema(()), roles), workspace, secret=secret, ask=ask)
    try:
        return schema_of_rows(feed.peek(_PEEKED), roles, address.words)
    except Away as away:
        raise WorkbenchError(
            f"The source cannot be reached ({away}), and without a model its features are not known.",
            where=address.words, remedy="See that the server is there, or choose a champion: then the "
            "monitor waits for the server.", code="unreachable") from away
    finally:
        feed.close()
