"""The event log in Redis as well: an outbox that follows the journal, catches up after an outage and delays no one.

The journal's table `log` is the outbox. How far it has been sent is kept beside the stream, in the same transaction as
the entries, so that none is sent twice; a server that has lost its place gets the rest from where the journal knows
that it once was. An entry has the fields of the table, without those that are not known.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import WorkbenchError
from engine.monitoring.sources.address import SourceAddress
from engine.monitoring.sources.live import LONGEST_WAIT, Away, span
from engine.monitoring.sources.redis_client import connect, in_words
from engine.monitoring.sources.secret import Secret
from engine.online.event_log import EventReader, LoggedEvent
from engine.records import FeedStatus, LinkState

if TYPE_CHECKING:
    import redis

MOST_KEPT = 1_000_000  # entries that the stream keeps, about
_AT_ONCE = 500
_EVERY = 0.2  # seconds between looks at the journal
_LAST_WORD = 3.0  # seconds that the end of a run waits for the rest to be sent
_FIELDS = ("number", "at", "time", "kind", "id", "score", "batch", "online", "label", "realized_rr", "words")


class Publisher:
    """Sends what the journal `path` logs to a Redis stream, in a thread of its own."""

    def __init__(self, path: Path, address: SourceAddress, secret: Secret | None, *, since: int = 0) -> None:
        self.words = address.words
        self.place = since  # number of the newest row that the server has
        self._path, self._address, self._secret = path, address, secret
        self._stream = address.options["stream"]
        self._key = f"{self._stream}:sent:{path.stem}"
        self._stop = threading.Event()
        self._waiting = 0
        self._why, self._next_try = "", 0.0
        self._state = LinkState.CONNECTING
        self._thread = threading.Thread(target=self._run, name="event log", daemon=True)
        self._thread.start()

    def status(self) -> FeedStatus:
        """How the copy stands, for the screen."""
        state, why, waiting = self._state, self._why, self._waiting
        if state is LinkState.AWAY:
            soon = span(max(self._next_try - time.monotonic(), 0.0))
            words = f"event log: {waiting:,} events wait in the journal, next try in {soon} ({why.rstrip('.')})"
        elif state is LinkState.CONNECTING:
            words = "event log: connecting"
        else:
            words = f"event log: {self.place:,} events sent"
        return FeedStatus(self.words, "outbox", state, words, received=self.place, lag=waiting)

    def close(self) -> None:
        """Send what is left if that takes no time, and end."""
        self._stop.set()
        self._thread.join(_LAST_WORD + 1.0)

    def _run(self) -> None:
        reader = EventReader(self._path)
        client: redis.Redis | None = None
        attempt = 0
        try:
            while True:
                last = self._stop.is_set()
                try:
                    self._waiting = max(reader.last() - self.place, 0)
                    if client is None:
                        client = connect(self._address, self._secret)
                        self._settle(client)
                    self._state = LinkState.LIVE
                    self._send_all(client, reader)
                    attempt = 0
                except (Away, WorkbenchError, sqlite3.Error) as error:
                    with contextlib.suppress(Exception):
                        if client is not None:
                            client.close()
                    client, attempt = None, attempt + 1
                    self._rest(error, attempt)
                if last:
                    return
                self._stop.wait(_EVERY)
        finally:
            reader.close()
            if client is not None:
                client.close()

    def _settle(self, client: redis.Redis) -> None:
        """The server's own account of what it has counts."""
        with in_words(self._address, self._secret):
            known: Any = client.get(self._key)
        self.place = self.place if known is None else int(known)

    def _send_all(self, client: redis.Redis, reader: EventReader) -> None:
        ends = time.monotonic() + _LAST_WORD
        for rows in reader.groups(self.place):
            for start in range(0, len(rows), _AT_ONCE):
                self._send(client, rows[start:start + _AT_ONCE])
            self._waiting = max(reader.last() - self.place, 0)
            if self._stop.is_set() and time.monotonic() > ends:
                return

    def _send(self, client: redis.Redis, rows: Sequence[LoggedEvent]) -> None:
        with in_words(self._address, self._secret), client.pipeline(transaction=True) as pipe:
            for row in rows:
                pipe.xadd(self._stream, _fields(row), maxlen=MOST_KEPT, approximate=True)
            pipe.set(self._key, rows[-1].number)
            pipe.execute()
        self.place = rows[-1].number

    def _rest(self, error: Exception, attempt: int) -> None:
        wait = min(LONGEST_WAIT, 0.5 * 2.0 ** min(attempt, 10))
        self._why, self._next_try = str(error), time.monotonic() + wait
        self._state = LinkState.AWAY
        self._stop.wait(wait)


def _fields(row: LoggedEvent) -> dict[str, Any]:
    import json

    found = {name: value for name in _FIELDS if (value := getattr(row, name)) is not None}
    if row.data is not None:
        found["data"] = json.dumps(row.data, ensure_ascii=False)
    return {**found, "journal": row.journal}
