"""Where a monitor's stream is kept between runs: one journal for each source, champion and learner."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import settings
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.events import SettingEvent
from engine.library.lock import only_process
from engine.monitoring.library_watch import SWAP, LibraryWatch, News, Seen, swapped_words
from engine.monitoring.log import EventLog
from engine.monitoring.notes import note_value
from engine.monitoring.room import room_words
from engine.monitoring.sources.base import Notice, Source
from engine.monitoring.stream import Stream
from engine.online.journal import Entry, Journal
from engine.online.labels import REMEMBERED
from engine.online.options import LearnerOptions
from engine.online.retention import Retention
from engine.online.state import State, canonical
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.monitoring.publishing import Publisher

SNAPSHOT_EVERY = 50_000  # events between saved states
WRITER = "writer.lock"  # held by the one process that runs monitors in a workspace
_GROUP = 2048
_MOMENT = 60.0  # seconds between notes of how much room is taken
_DELETING = 0.2  # seconds of each that may be spent on deleting
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 8.0  # seconds between attempts to write to a disk that does not take it
_REST = 20  # times as long as a save took, until the next
_LIVE = {"blending", "batch_weight"}  # options that may change within one stream


class Keeper:
    """An open journal, or nothing where no folder was given."""

    def __init__(self, journal: Journal | None) -> None:
        self.journal = journal
        self.log = EventLog()
        self._opened = contextlib.ExitStack()  # the workspace's lock
        self._since = 0
        self._saved_at = self._save_took = self._next_moment = 0.0
        self.room: tuple[str, ...] = ()  # what is to be said of the disk
        self.swapped = ""  # that another champion scores than when this source was watched last
        self.library: LibraryWatch | None = None

    @classmethod
    def open(cls, folder: Path | None, source: Source, champion: str, options: LearnerOptions, *,
             resume: bool, watch_after: int, previous: str = "") -> Keeper:
        """The journal of this very stream; begun anew where it is not to go on, or its file was played to the end."""
        if folder is None:
            return cls(None)
        identity = _identity(source, champion, previous, options)
        with contextlib.ExitStack() as opened:
            opened.enter_context(only_process(folder / "journal" / WRITER, "A monitor"))
            keeper = cls._begin(folder, source, identity, options, resume=resume, watch_after=watch_after)
            keeper._opened = opened.pop_all()
        return keeper

    @classmethod
    def _begin(cls, folder: Path, source: Source, identity: dict[str, Any], options: LearnerOptions, *, resume: bool,
               watch_after: int) -> Keeper:
        champion, previous = identity["champion"], identity["previous"]
        before = _latest(folder, source.words)
        journal = Journal(folder / "journal" / f"{hashlib.sha256(canonical(identity)).hexdigest()[:16]}.sqlite")
        place = journal.meta("cursor")
        told = int(journal.meta("logged") or 0) >= journal.last  # else it was cut off before it told of the last events
        if not resume or (place is not None and told and source.poll(place, 0).ended):
            journal.clear()
        if journal.meta("blend") is None:  # as the stream was begun; later changes are events
            chosen = settings.to_json(options)
            journal.set_meta({"blend": {name: chosen[name] for name in sorted(_LIVE)}})
        journal.set_meta({"identity": identity, "names": list(source.schema.names), "schema": source.schema.to_json(),
                          "champion": bool(champion), "previous": bool(previous), "watch_after": watch_after})
        keeper = cls(journal)
        keeper.log.add("started", f"Watching {source.words}.", None, source=source.words, champion=champion,
                       previous=previous)
        if before is not None and before.get("champion", "") != champion:
            keeper.swapped = swapped_words(champion, str(before.get("champion") or ""))
        keeper.library = LibraryWatch(folder, champion=champion, seen=journal.meta("library"))
        journal.set_meta({"library": asdict(keeper.library.seen)})
        return keeper

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self.journal is not None

    @property
    def due(self) -> bool:
        """Whether it is time to save the state; saving takes up a twentieth of the time at most."""
        rested = time.monotonic() - self._saved_at > _REST * self._save_took
        return self._since >= SNAPSHOT_EVERY and rested

    def restore(self, stream: Stream, progress: Progress) -> Any:
        """Bring a fresh stream to where the journal ends; returns the place in the source."""
        stream.log = self.log
        if self.journal is None:
            stream.log = None
            return None
        seq, state = self.journal.newest_state()
        if state is not None and not stream.try_restore(state):
            seq = 0
        stream.ledger.remember(self.journal.labels(seq, REMEMBERED))
        logged = max(int(self.journal.meta("logged") or 0), seq)  # what was learnt and not yet told is told now
        for log, entries in ((None, self.journal.entries(seq, until=logged)), (self.log, self.journal.entries(logged))):
            stream.log = log
            for group in _groups(entries):
                stream.apply(group)
                progress.report(0.0, f"bringing back {stream.core.signals:,} signals")
                self._write_log(_GROUP)
        if not seq and (forgotten := self.journal.meta("forgotten")):
            stream.mark("warning", f"The learner knows only what came after event {forgotten:,}: older ones were "
                                   "deleted, and no saved state could be used.")
        if self.journal.last:
            stream.mark("resumed", f"Resumed after {stream.core.signals:,} signals.")
        return self.journal.meta("cursor")

    def append(self, entries: Sequence[Entry], cursor: Any = None,
               waits: Callable[[WorkbenchError, float, bool], bool] | None = None) -> list[Entry]:
        """Put events on disk; returns those that count, which are the ones that were not there before.

        While the disk takes nothing, `waits(error, seconds, first)` is asked to wait, until it gives up.
        """
        if self.journal is None:
            return list(entries)
        seconds, first = _FIRST_WAIT, True
        while True:
            try:
                new = self.journal.append(entries, cursor, self.log.rows)
                break
            except WorkbenchError as error:
                if error.code != "journal-failed" or waits is None or not waits(error, seconds, first):
                    raise
            seconds, first = min(2 * seconds, _LONGEST_WAIT), False
        self.log.take()  # on disk, and not before
        self._since += len(new)
        return new

    def next_number(self, otherwise: int) -> int:
        """A number that no later event has."""
        return self.journal.last + 1 if self.journal is not None else otherwise

    def save(self, state: State) -> None:
        """Keep the state, so that the next start need not run all events again."""
        if self.journal is not None:
            started = time.monotonic()
            with contextlib.suppress(WorkbenchError):  # a full disk: the events bring it back as well
                self._write_log()
                self.journal.snapshot(state)
                self._since = 0
            self._saved_at = time.monotonic()
            self._save_took = max(self._saved_at - started, 0.05 if self._since else 0.0)

    @property
    def published(self) -> int:
        """How far the event log was copied."""
        return int((self.journal.meta("published") if self.journal is not None else 0) or 0)

    @published.setter
    def published(self, number: int) -> None:
        if self.journal is not None:
            self.journal.set_meta({"published": number})

    def keep_house(self, keep: Retention | None, sent: int | None) -> None:
        """Note each minute how much room is taken; delete what need not be kept, for a moment at most."""
        now = time.monotonic()
        with contextlib.suppress(WorkbenchError):  # tried again in a second
            if self.journal is not None and now >= self._next_moment:
                self.journal.note_moment(time.time_ns())
                self.room = room_words(self.journal)
                self._next_moment = now + _MOMENT
            while self.journal is not None and keep is not None and time.monotonic() - now < _DELETING:
                if not self.journal.forget(keep, time.time_ns(), sent):
                    break

    def heard(self, notice: Notice, moment: int | None) -> None:
        """Something happened to a feed."""
        if self.journal is not None:
            self.log.noticed(notice, moment)

    def tell(self) -> None:
        """Put on disk what happened, where no events come that it could go with; tried again later if it fails."""
        with contextlib.suppress(WorkbenchError):
            self._write_log()

    def end_publishing(self, publisher: Publisher | None) -> None:
        """Give the copy of the event log its last rows, and note how far it got."""
        if publisher is None:
            return
        self.tell()
        publisher.close()
        with contextlib.suppress(WorkbenchError):
            self.published = publisher.place

    def news(self) -> list[News]:
        """What became of the champion meanwhile; call `told` when it is in the journal."""
        found = [] if self.library is None else self.library.news()
        if self.swapped and self.journal is not None:
            name = f"swapped-{self.journal.last + 1}"
            found.insert(0, News(SettingEvent(name, -1, "mark", note_value(self.swapped, None, SWAP)), Seen(0, 0)))
            self.swapped = ""
        return found

    def told(self, seen: Seen) -> None:
        """So far the library was told."""
        if self.journal is not None and seen != Seen(0, 0):
            self.journal.set_meta({"library": asdict(seen)})

    def _write_log(self, least: int = 1) -> None:
        if self.journal is not None and len(self.log.rows) >= least:
            self.journal.write_log(self.log.rows)
            self.log.take()

    def close(self) -> None:
        """Let the file go."""
        if self.journal is not None:
            with contextlib.suppress(WorkbenchError):  # a full disk: the events themselves are safe
                self._write_log()
            self.journal.close()
            self.journal = None
        self._opened.close()


def remembered_schema(folder: Path, source: str) -> FeatureSchema | None:
    """The features of the newest stream of this source that ran without a champion; None: there is none."""
    for identity, schema in _streams(folder):
        words = str(identity.get("source", ""))
        if not identity.get("champion") and (words == source or words.startswith(f"{source} with labels from ")):
            return FeatureSchema.from_json(schema)
    return None


def _latest(folder: Path, source: str) -> dict[str, Any] | None:
    """What the newest stream of this source was."""
    return next((identity for identity, _ in _streams(folder) if identity.get("source") == source), None)


def _streams(folder: Path) -> Iterator[tuple[dict[str, Any], Any]]:
    """Identity and schema of every stream that was kept, the newest first."""
    files = sorted((folder / "journal").glob("*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files:
        with contextlib.suppress(WorkbenchError, sqlite3.Error), Journal(file, read_only=True) as journal:
            yield journal.meta("identity") or {}, journal.meta("schema")


def _identity(source: Source, champion: str, previous: str, options: LearnerOptions) -> dict[str, Any]:
    """What makes two runs the same stream."""
    chosen = settings.to_json(options)
    table = getattr(source, "table", None)
    return {
        "source": source.words, "fingerprint": getattr(table, "fingerprint", ""),
        # A live feed's features are the champion's, or were found when its stream was begun.
        "names": list(source.schema.names) if table is not None else [], "champion": champion, "previous": previous,
        "options": {name: value for name, value in chosen.items() if name not in _LIVE},
    }


def _groups(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while group := list(itertools.islice(entries, _GROUP)):
        yield group
