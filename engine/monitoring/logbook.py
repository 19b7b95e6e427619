"""The log file of a monitor without a window: what happened in a line each, rotated, without secrets, for weeks."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from engine.monitoring.sources.secret import scrub
from engine.records import FeedStatus, LinkState, MonitorSnapshot, StreamMark

NAME = "monitor.log"
LARGEST, KEPT = 5 * 2**20, 5  # bytes of a file, and files


class _Scrubbed(logging.Formatter):
    """No line holds what looks like a password."""

    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


class Logbook:
    """Writes what a monitor's snapshots tell anew; a disk that is full stops nothing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / NAME
        self._log = logging.Logger("alphapulse.monitor")  # of its own: nothing else writes here
        handler = RotatingFileHandler(self.path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
        handler.setFormatter(_Scrubbed("%(asctime)s %(levelname)s %(message)s"))
        handler.handleError = lambda record: None  # type: ignore[method-assign]
        self._log.addHandler(handler)
        self._newest: StreamMark | None = None
        self._states: dict[str, LinkState] = {}

    def say(self, words: str) -> None:
        """One line."""
        self._log.info(words)

    def fault(self, words: str, error: BaseException | None = None) -> None:
        """Something that should not be; with the stack where there is an error."""
        self._log.error(words, exc_info=error)

    def window(self, found: MonitorSnapshot) -> None:
        """The figures at the end of a window, and what happened since the last."""
        for mark in self._new(found.marks):
            self._log.info("%s: %s", mark.kind, mark.words)
        for feed in found.feeds:
            self._feed(feed)
        self._log.info(
            "%s signals, %s labels, %s pending, accuracy %.3f [%.3f, %.3f], AUC %.3f, %.0f signals/s, p99 %.1f ms",
            f"{found.events:,}", f"{found.labels:,}", f"{found.pending:,}", found.accuracy.value, found.accuracy.low,
            found.accuracy.high, found.auc, found.events_per_second, found.latency_p99)

    def close(self) -> None:
        """Let the file go."""
        for handler in list(self._log.handlers):
            handler.close()
            self._log.removeHandler(handler)

    def _feed(self, feed: FeedStatus) -> None:
        if self._states.get(feed.name) is not feed.state:
            self._states[feed.name] = feed.state
            self._log.info("%s is %s: %s", feed.name, feed.state.value, feed.words)

    def _new(self, marks: tuple[StreamMark, ...]) -> tuple[StreamMark, ...]:
        known = -1 if self._newest is None else max(
            (place for place, mark in enumerate(marks) if mark == self._newest), default=-1)
        self._newest = marks[-1] if marks else self._newest
        return marks[known + 1:]
