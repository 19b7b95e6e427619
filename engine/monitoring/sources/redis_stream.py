"""A Redis stream as a feed: a consumer group that follows our journal, with gaps and resets found out and told.

The journal's place is the truth. On connecting the group is set to it, so that what was delivered but never kept comes
again; what is kept is acknowledged. The cursor is the id of the last entry and how many entries the stream had given
by then, which tells how many were trimmed before they were read, and whether the stream is still the same.
"""

from __future__ import annotations

import contextlib
import functools
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.monitoring.sources.address import SourceAddress
from engine.monitoring.sources.base import Notice
from engine.monitoring.sources.live import Away, Fetched
from engine.monitoring.sources.redis_client import connect, in_words
from engine.monitoring.sources.refusals import Refusals
from engine.monitoring.sources.rows import Row, RowReader
from engine.monitoring.sources.secret import Secret

if TYPE_CHECKING:
    import redis

_LOOK_EVERY = 4  # fetches between looks at the stream as a whole
_AT_ONCE = 1000
_BUSY = 10_000  # ms within which another reader of the group is at work
_START = "0-0"


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """What the server tells of a stream; `added` is -1 where it keeps no count (before Redis 7)."""

    length: int
    first: str
    last: str
    added: int

    @property
    def removed(self) -> int:
        """How many entries are gone."""
        return self.added - self.length


class RedisFeed:
    """One stream read by one group; `reader` names this workspace, and is the group where none is named."""

    kind = "redis"

    def __init__(self, address: SourceAddress, rows: RowReader, *, reader: str, secret: Secret | None = None) -> None:
        self.words = address.words
        self.stream = address.options["stream"]
        self.group = address.options.get("group", reader)
        self._address, self._rows, self._reader, self._secret = address, rows, reader, secret
        self._client: redis.Redis | None = None
        self._kept: Any = None
        self._unkept: deque[tuple[Any, list[bytes]]] = deque()  # places and the entries up to them
        self._claimed: deque[tuple[bytes, list[bytes]]] = deque()
        self._place: dict[str, Any] = {"id": _START, "read": -1}
        self._count = 0
        self._known = False  # whether this object was ever connected

    # --- the feed

    def open(self, cursor: Any) -> Sequence[Notice]:
        """Connect; find out whether the stream is the one that the cursor belongs to; set the group to it."""
        self._client = connect(self._address, self._secret)
        with in_words(self._address, self._secret):
            return self._settle(cursor)

    def fetch(self, cursor: Any, most: int, patience: float) -> Fetched:
        """Entries that no one had, in order."""
        cursor = self._place
        if self._claimed:
            return self._take_claimed(most)
        with in_words(self._address, self._secret):
            notices, lost, lag = self._look() if self._count % _LOOK_EVERY == 0 else ((), 0, None)
            self._count += 1
            entries = self._read_group(most, patience)
        events, refused = self._rows_of(entries)
        cursor = self._place
        if entries:
            cursor = self._place = {"id": entries[-1][0].decode(), "read": _more(cursor["read"], len(entries))}
            self._unkept.append((cursor, [entry[0] for entry in entries]))
        return Fetched(events, cursor, (*notices, *refused.notices(self.words)), refused.count, lost, lag)

    def committed(self, cursor: Any) -> None:
        """Acknowledge what is on disk here."""
        if cursor is None or self._client is None:
            return
        self._kept = cursor
        ids: list[bytes] = []
        if any(place == cursor for place, _ in self._unkept):
            while True:
                place, some = self._unkept.popleft()
                ids += some
                if place == cursor:
                    break
        with in_words(self._address, self._secret):
            for start in range(0, len(ids), _AT_ONCE):
                self._client.xack(self.stream, self.group, *ids[start:start + _AT_ONCE])

    def close(self) -> None:
        """Let the connection go; the group stays, for its place is the server's account of us."""
        if self._client is not None:
            with contextlib.suppress(Exception):
                self._client.close()
            self._client = None

    # --- where the stream stands

    def _settle(self, cursor: Any) -> list[Notice]:
        facts, notices = self.facts(), []
        self._claimed.clear()
        if cursor is not None and self._was_reset(cursor, facts):
            notices.append(Notice("reset", "The stream was begun anew at the server: it is read from its start, and "
                                           f"what is known already is left out: {self.words}.", {"before": cursor}))
            cursor = self._kept = {"id": _START, "read": 0 if facts is None else min(facts.removed, facts.added)}
            self._unkept.clear()
        if cursor is None:
            cursor = self._first_place(facts)
        else:
            self._kept = self._kept if self._known else cursor
            self._follow(cursor)
        self._place = cursor
        self._known = True
        notices += self._others_at_work()
        return notices

    def _was_reset(self, cursor: Any, facts: StreamFacts | None) -> bool:
        """Whether this is another stream than the one that the cursor was taken from."""
        if facts is None:
            return bool(cursor["id"] != _START)
        if _number(facts.last) < _number(cursor["id"]):
            return True
        if facts.added < 0 or cursor["read"] < 0:
            return False
        # What was read and is not there any more must have been removed; else it never was in this stream.
        forgotten = _number(facts.first) > _number(cursor["id"]) or not facts.length
        return facts.added < cursor["read"] or (forgotten and facts.removed < cursor["read"])

    def _first_place(self, facts: StreamFacts | None) -> dict[str, Any]:
        """A first run: where a group of that name stands, else the stream's beginning or end."""
        assert self._client is not None
        group = self._group()
        if group is not None and self.group == self._reader:  # our own of an earlier stream, which begins anew
            self._client.xgroup_destroy(self.stream, self.group)
        elif group is not None:
            delivered = group["last-delivered-id"].decode()
            self._claimed.extend(self._pending_after(_START))
            read = group.get("entries-read")
            return {"id": delivered, "read": -1 if read is None else int(read)}
        from_now = self._address.options.get("from") == "now"
        start = facts.last if from_now and facts is not None else _START
        self._client.xgroup_create(self.stream, self.group, id=start, mkstream=True)
        if facts is None or facts.added < 0:
            return {"id": start, "read": 0 if facts is None else -1}
        return {"id": start, "read": facts.added if from_now else facts.removed}

    def _follow(self, cursor: dict[str, Any]) -> None:
        """Set the group to our place, acknowledge what we have, take over what was delivered and not kept."""
        import redis

        assert self._client is not None
        try:
            self._client.xgroup_create(self.stream, self.group, id=cursor["id"], mkstream=True)
        except redis.ResponseError as error:
            if "BUSYGROUP" not in str(error):
                raise
            kept = self._kept or cursor
            self._acknowledge_until(kept.get("claim", kept["id"]))
            if "claim" in cursor:
                self._claimed.extend(self._pending_after(cursor["claim"]))
            self._client.execute_command("XGROUP SETID", self.stream, self.group, cursor["id"])

    def _acknowledge_until(self, last: str) -> None:
        assert self._client is not None
        while pending := self._client.xpending_range(self.stream, self.group, "-", last, _AT_ONCE):
            self._client.xack(self.stream, self.group, *[entry["message_id"] for entry in pending])

    def _pending_after(self, start: str) -> Iterator[tuple[bytes, list[bytes]]]:
        """Entries that were delivered to anyone of the group and never acknowledged, in order; they are ours now."""
        assert self._client is not None
        place: Any = start
        while True:
            place, entries, *_ = self._client.execute_command(
                "XAUTOCLAIM", self.stream, self.group, self._reader, 0, place, "COUNT", _AT_ONCE)
            yield from ((id_, fields) for id_, fields in entries if fields is not None)
            if place in (b"0-0", "0-0"):
                return

    def _others_at_work(self) -> list[Notice]:
        assert self._client is not None
        others = [one for one in self._client.xinfo_consumers(self.stream, self.group)
                  if one["name"].decode() != self._reader and one["idle"] < _BUSY]
        if not others:
            return []
        names = ", ".join(one["name"].decode(errors="replace") for one in others)
        return [Notice("warning", f"The group {self.group} is also read by {names}: each misses what the other gets. "
                                  "Give this monitor a group of its own with group=NAME.")]

    def _look(self) -> tuple[Sequence[Notice], int, int | None]:
        """Entries that were trimmed before we read them, and how many wait."""
        facts, place = self.facts(), self._place
        if facts is None:
            raise Away("the stream is gone", wait=False)
        if facts.added < 0 or place["read"] < 0:
            return (), 0, None
        at_end = facts.last == place["id"]
        gone = facts.added if at_end else facts.removed
        beyond = at_end or not facts.length or _number(facts.first) > _number(place["id"])
        lost = gone - place["read"] if beyond else 0
        if at_end and lost < 0:  # the server came back without its newest entries, and has others since
            self._place = {**place, "read": gone}
        if lost <= 0:
            return (), 0, max(facts.added - place["read"], 0)
        self._place = {**place, "read": gone}
        words = f"{lost:,} entries of {self.words} were removed at the server before they were read."
        return (Notice("gap", words, {"lost": lost, "after": place["id"], "first": facts.first}),), lost, \
            facts.added - gone

    def facts(self) -> StreamFacts | None:
        """The stream as the server knows it; None where there is none."""
        import redis

        assert self._client is not None
        try:
            found = self._client.xinfo_stream(self.stream)
        except redis.ResponseError as error:
            if "no such key" in str(error):
                return None
            raise
        first = found.get("first-entry")
        return StreamFacts(int(found["length"]), first[0].decode() if first else _START,
                           found["last-generated-id"].decode(), int(found.get("entries-added", -1)))

    def peek(self, most: int) -> list[tuple[tuple[bytes, ...], list[bytes]]]:
        """The newest entries, oldest first, without taking them."""
        self._client = self._client or connect(self._address, self._secret)
        with in_words(self._address, self._secret):
            answer = self._client.execute_command("XREVRANGE", self.stream, "+", "-", "COUNT", most)
        return [(tuple(fields[::2]), fields[1::2]) for _, fields in reversed(answer)]

    def describe(self) -> str:
        """What is there, in a sentence."""
        self._client = self._client or connect(self._address, self._secret)
        with in_words(self._address, self._secret):
            version, facts = self._client.info("server")["redis_version"], self.facts()
        if facts is None:
            return f"Redis {version}; there is no stream {self.stream} yet."
        return f"Redis {version}; the stream {self.stream} holds {facts.length:,} entries."

    def _group(self) -> dict[str, Any] | None:
        import redis

        assert self._client is not None
        with contextlib.suppress(redis.ResponseError):
            return next((one for one in self._client.xinfo_groups(self.stream)
                         if one["name"].decode() == self.group), None)
        return None

    # --- entries

    def _read_group(self, most: int, patience: float) -> list[tuple[bytes, list[bytes]]]:
        import redis

        assert self._client is not None
        try:
            answer = self._client.execute_command(
                "XREADGROUP", "GROUP", self.group, self._reader, "COUNT", most, "BLOCK", max(int(patience * 1000), 1),
                "STREAMS", self.stream, ">")
        except redis.ResponseError as error:
            if "NOGROUP" in str(error):
                raise Away("the stream was removed", wait=False) from error
            raise
        return answer[0][1] if answer else []

    def _take_claimed(self, most: int) -> Fetched:
        entries = [self._claimed.popleft() for _ in range(min(most, len(self._claimed)))]
        events, refused = self._rows_of(entries)
        place = {"id": self._place["id"], "read": self._place["read"]}
        if self._claimed:
            place["claim"] = entries[-1][0].decode()
        self._place = place
        self._unkept.append((place, [entry[0] for entry in entries]))
        return Fetched(events, place, refused.notices(self.words), refused.count)

    def _rows_of(self, entries: Sequence[tuple[bytes, list[bytes]]]) -> tuple[list[Row], Refusals]:
        events: list[Row] = []
        refused = Refusals()
        for id_, fields in entries:
            name = id_.decode()
            try:
                events += self._rows.read(tuple(fields[::2]), fields[1::2], id_=name,
                                          arrived=functools.partial(_arrived, name))
            except ValueError as why:
                refused.add(f"entry {name}", str(why), fields)
        return events, refused


def _number(id_: str) -> tuple[int, int]:
    """Entry ids in their order."""
    time, _, number = id_.partition("-")
    return int(time), int(number or 0)


def _arrived(id_: str) -> int | None:
    """When the server took the entry (ns), where it numbered it itself."""
    ms = _number(id_)[0]
    return ms * 1_000_000 if 315_532_800_000 <= ms < 4_102_444_800_000 else None


def _more(read: int, count: int) -> int:
    return read if read < 0 else read + count
