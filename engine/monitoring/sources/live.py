"""A feed that never ends as a source: read ahead in a thread of its own, connected again after every outage.

The monitor never waits for a server: `poll` gives what has been read. A group of entries is taken as a whole: its
place counts only once its last event was given, so that a crash before brings the others again.
"""

from __future__ import annotations

import contextlib
import queue
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.monitoring.sources.base import Notice, Poll, Source
from engine.monitoring.sources.rows import Row
from engine.records import FeedStatus, LinkState

GROUP = 2048  # entries that are fetched together
_AHEAD = 8  # groups that are read ahead
_PATIENCE = 0.25  # seconds that a fetch may wait for something new
_FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0  # seconds between attempts to connect, doubling
_LOOK = 0.01  # seconds until the monitor looks again
_STALE = 60.0  # seconds of silence that are never called stale
_USUAL = 20  # times the usual gap that are


class Away(Exception):  # noqa: N818 - a state, not a fault
    """The server cannot be reached now; the words say why, `wait` False tries again at once."""

    def __init__(self, words: str, *, wait: bool = True) -> None:
        super().__init__(words)
        self.wait = wait


@dataclass(frozen=True, eq=False, slots=True)
class Fetched:
    """What a feed had: events, the place after them, what could not be read, how many entries wait at the server."""

    events: Sequence[Row]
    cursor: Any
    notices: Sequence[Notice] = ()
    refused: int = 0
    lost: int = 0
    lag: int | None = None


class Feed(Protocol):
    """A server or a set of files; called by one thread, may block for a few seconds. Raises `Away`."""

    kind: str
    words: str

    def open(self, cursor: Any) -> Sequence[Notice]:
        """Connect and be ready to give what comes after `cursor`."""

    def fetch(self, cursor: Any, most: int, patience: float) -> Fetched:
        """Up to `most` entries after `cursor`; waits at most `patience` seconds for the first."""

    def committed(self, cursor: Any) -> None:
        """Everything up to `cursor` is on disk here."""

    def close(self) -> None:
        """Let the connection go."""


class LiveSource(Source):
    """Wraps a feed; safe from any thread."""

    def __init__(self, feed: Feed, schema: FeatureSchema, *, clock: Callable[[], float] = time.monotonic,
                 chance: Callable[[], float] = random.random) -> None:
        self.words = feed.words
        self.schema = schema
        self._feed, self._clock, self._chance = feed, clock, chance
        self._groups: queue.Queue[Fetched] = queue.Queue(_AHEAD)
        self._rest: deque[Row] = deque()
        self._rest_cursor: Any = None
        self._kept: Any = None
        self._kept_anew = False
        self._heard: deque[Notice] = deque(maxlen=1000)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._fault: BaseException | None = None
        self._state, self._why = LinkState.CONNECTING, ""
        self._ever = False
        self._idle = False  # the last fetch brought nothing
        self._next_try: float | None = None
        self._first = self._last = 0.0
        self._received = self._refused = self._lost = 0
        self._lag: int | None = None

    # --- for the monitor

    def poll(self, cursor: Any, most: int) -> Poll:
        """What has been read and not yet been given."""
        if most <= 0:
            return Poll((), cursor)
        if self._thread is None:
            self._start(cursor)
        if not self._rest:
            try:
                group = self._groups.get_nowait()
            except queue.Empty:
                if self._fault is not None:
                    raise self._fault from None
                return Poll((), cursor, wait=_LOOK, words=self.status()[0].words)
            self._rest.extend(group.events)
            self._rest_cursor = group.cursor
        events = [self._rest.popleft() for _ in range(min(most, len(self._rest)))]
        return Poll(events, cursor if self._rest else self._rest_cursor, words=self.status()[0].words)

    step = poll

    @property
    def waiting(self) -> bool:
        """Whether something was read that was not given yet."""
        return bool(self._rest) or not self._groups.empty()

    @property
    def settled(self) -> bool:
        """Whether it is connected and has given all that there is."""
        with self._lock:
            return self._state in (LinkState.LIVE, LinkState.ENDED) and self._idle and not self.waiting

    @property
    def away(self) -> bool:
        """Whether it was connected once and is not now."""
        with self._lock:
            return self._state is LinkState.AWAY

    def committed(self, cursor: Any) -> None:
        """Passed on by the reading thread."""
        with self._lock:
            self._kept, self._kept_anew = cursor, True

    def fraction(self, cursor: Any) -> float | None:
        """It has no end."""
        return None

    def set_speed(self, speed: float) -> None:
        """It comes as it comes."""

    def hold(self) -> None:
        """Nothing to do: what is not taken waits."""

    def go_on(self) -> None:
        """Nothing to do."""

    def notices(self) -> Sequence[Notice]:
        """What happened since the last call."""
        found = []
        with contextlib.suppress(IndexError):
            while True:
                found.append(self._heard.popleft())
        return found

    def status(self) -> tuple[FeedStatus, ...]:
        """One feed."""
        now = self._clock()
        with self._lock:
            since = now - self._last if self._received else None
            next_try = None if self._next_try is None else max(self._next_try - now, 0.0)
            usual = (self._last - self._first) / max(self._received - 1, 1)
            state = self._state
            if state is LinkState.LIVE and since is not None and self._received > 10 and since > max(
                    _STALE, _USUAL * usual):
                state = LinkState.STALE
            words = _status_words(state, since, next_try, usual, self._why)
            return (FeedStatus(self.words, self._feed.kind, state, words, since, next_try, self._received,
                               self._refused, self._lost, self._lag),)

    def close(self) -> None:
        """End the reading thread; what was read and not taken comes again at the next start."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(10.0)
        else:
            self._feed.close()

    # --- the thread that reads

    def _start(self, cursor: Any) -> None:
        self._thread = threading.Thread(target=self._read, args=(cursor,), name=f"feed {self._feed.kind}", daemon=True)
        self._thread.start()

    def _read(self, cursor: Any) -> None:
        try:
            attempt, is_open = 0, False
            while not self._stop.is_set():
                try:
                    if not is_open:
                        self._open(cursor)
                        is_open = True
                    cursor = self._fetch(cursor)
                    if attempt:
                        self._heard.append(Notice("back", f"Back again: {self.words}."))
                    attempt = 0
                except (Away, WorkbenchError) as why:
                    if not self._ever and not isinstance(why, Away):
                        raise
                    self._leave()  # a server that refuses after it once did not may be mended there
                    is_open = False
                    attempt = self._wait(why if isinstance(why, Away) else Away(str(why)), attempt)
        except BaseException as fault:  # told by the next poll, in the monitor's thread
            self._fault = fault
        finally:
            self._leave()

    def _open(self, cursor: Any) -> None:
        self._heard.extend(self._feed.open(cursor))
        with self._lock:
            self._state, self._why, self._next_try, self._ever = LinkState.LIVE, "", None, True

    def _fetch(self, cursor: Any) -> Any:
        self._pass_on()
        found = self._feed.fetch(cursor, GROUP, _PATIENCE)
        self._heard.extend(found.notices)
        with self._lock:
            self._lag = found.lag if found.lag is not None else self._lag
            self._idle = found.cursor == cursor
            self._refused += found.refused
            self._lost += found.lost
            if found.events:
                self._last = self._clock()
                self._first = self._first or self._last
                self._received += len(found.events)
        if found.events or found.cursor != cursor:
            self._hand_over(found)
        return found.cursor

    def _hand_over(self, found: Fetched) -> None:
        while not self._stop.is_set():
            try:
                self._groups.put(found, timeout=_PATIENCE)
                break
            except queue.Full:
                self._pass_on()  # the monitor works on what it has

    def _pass_on(self) -> None:
        with self._lock:
            kept, anew = self._kept, self._kept_anew
            self._kept_anew = False
        if anew:
            self._feed.committed(kept)

    def _leave(self) -> None:
        """Say what is kept where that is possible, and let the connection go."""
        if self._stop.is_set():
            with contextlib.suppress(Exception):
                self._pass_on()
        with contextlib.suppress(Exception):
            self._feed.close()

    def _wait(self, away: Away, attempt: int) -> int:
        """Until the next attempt; the time between grows, with chance so that not all come at once."""
        most = getattr(self._feed, "longest_wait", LONGEST_WAIT)
        longest = min(most, _FIRST_WAIT * 2.0 ** min(attempt, 10)) if away.wait or attempt else 0.0
        delay = longest * (0.5 + 0.5 * self._chance())
        if attempt == 0 and away.wait:
            self._heard.append(Notice("away", f"Away, {str(away).rstrip('.')}: {self.words}."))
        with self._lock:
            self._state, self._why = LinkState.AWAY, str(away)
            self._next_try = self._clock() + delay
        self._stop.wait(delay)
        with self._lock:
            self._next_try = None
        return attempt + 1


def _status_words(state: LinkState, since: float | None, next_try: float | None, usual: float, why: str) -> str:
    last = "no event yet" if since is None else "last event just now" if since < 1 else f"last event {span(since)} ago"
    if state is LinkState.AWAY:
        soon = "reconnecting" if next_try is None else f"reconnecting, next try in {span(next_try)}"
        return f"{last}, {soon} ({why.rstrip('.')})"
    if state is LinkState.STALE:
        return f"no event for {span(since or 0.0)}, where one usually comes every {span(usual)}"
    if state is LinkState.CONNECTING:
        return "connecting"
    return last


def span(seconds: float) -> str:
    """A short time in words."""
    if seconds < 90:
        return f"{max(seconds, 0):.0f} s" if seconds >= 1 or seconds <= 0 else f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
