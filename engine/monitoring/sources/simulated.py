"""A feed that needs no server: made-up signals whose law is known, without an end, each label by its own wait.

The story of `engine.data.synthetic` is told in chapters. Each is made anew from the seed and its number, so that the
place in it is all that is kept: after a restart the same events come, to the last bit.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.data.synthetic import FEATURES, STEP_NS, SyntheticStream, stream
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.monitoring.sources.address import Story
from engine.monitoring.sources.base import Notice, Poll, Source
from engine.monitoring.sources.file import NS, FileSource, Pace
from engine.records import FeedStatus, LinkState, Roles

NAMES = tuple(f"x{number}" for number in range(FEATURES))
_WORDS = "made up here, no server"
_FIRST = {"chapter": 0, "event": 0}


class SimulatedSource(Source):
    """The cursor is a chapter and the number of its events that were taken."""

    def __init__(self, story: Story, *, schema: FeatureSchema | None = None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self.words = story.words
        self.schema = FeatureSchema.plain(NAMES) if schema is None else _served(schema, self.words)
        self._story, self._clock = story, clock
        self._columns = [NAMES.index(name) for name in self.schema.names]
        self._speed = story.rate * STEP_NS / NS
        self.pace = Pace(self._speed, clock)
        self._number = -1  # of the chapter that is open
        self._open: FileSource | None = None
        self._received = 0
        self._last = 0.0

    def poll(self, cursor: Any, most: int) -> Poll:
        """Up to `most` events that are due."""
        return self._taken(FileSource.poll, cursor, most)

    def step(self, cursor: Any, most: int = 1) -> Poll:
        """The next events whether they are due or not."""
        return self._taken(FileSource.step, cursor, most)

    def fraction(self, cursor: Any) -> float | None:
        """It has no end."""
        return None

    def set_speed(self, speed: float) -> None:
        """Its rate is in its address."""

    def hold(self) -> None:
        """Stop its clock."""
        self.pace.hold()

    def go_on(self) -> None:
        """Let its clock run on."""
        self.pace.go_on()

    def committed(self, cursor: Any) -> None:
        """Nobody keeps account of us."""

    def status(self) -> tuple[FeedStatus, ...]:
        """It is always there."""
        since = self._clock() - self._last if self._received else None
        return (FeedStatus(self.words, "simulate", LinkState.LIVE, _WORDS, since,
                           received=self._received),)

    def notices(self) -> Sequence[Notice]:
        """Nothing ever happens to it."""
        return ()

    def close(self) -> None:
        """Nothing is open."""

    def _taken(self, take: Callable[[FileSource, Any, int], Poll], cursor: Any, most: int) -> Poll:
        if most <= 0:
            return Poll((), cursor)
        place = cursor or _FIRST
        number, event = int(place["chapter"]), int(place["event"])
        chapter = self._chapter(number)
        if event >= len(chapter):
            number, event, chapter = number + 1, 0, self._chapter(number + 1)
        found = take(chapter, event, most)
        if found.events:
            self._received, self._last = self._received + len(found.events), self._clock()
        after = {"chapter": number, "event": found.cursor} if found.events else cursor
        return Poll(found.events, after, wait=found.wait, words=_WORDS)

    def _chapter(self, number: int) -> FileSource:
        if number != self._number or self._open is None:
            span = self._story.rows * STEP_NS
            made = self._made(number)
            first = int(made.time[0])
            table = self._table(number, made, first)
            self._open = FileSource(table, words=self.words, speed=self._speed, pace=self.pace,
                                    span=(first, first + span))
            self._number = number
        return self._open

    def _made(self, chapter: int) -> SyntheticStream:
        story = self._story
        return stream(story.drift, rows=story.rows, seed=story.seed, bayes_auc=story.auc, base_rate=story.wins,
                      delay=story.delay, chapter=chapter)

    def _table(self, number: int, made: SyntheticStream, first: int) -> SignalTable:
        """The chapter's signals, before them those of the last one whose labels come in this one."""
        parts = [(made, np.arange(self._story.rows), number)]
        if number:
            before = self._made(number - 1)
            parts.insert(0, (before, np.flatnonzero(before.label_time >= first), number - 1))
        ids = [f"syn-{chapter * self._story.rows + row:08d}" for _, rows, chapter in parts for row in rows.tolist()]

        def together(name: str) -> Any:
            return np.concatenate([getattr(part, name)[rows] for part, rows, _ in parts])

        return SignalTable(
            schema=self.schema, matrix=np.ascontiguousarray(together("X")[:, self._columns], dtype=np.float32),
            label=together("label"), time=together("time"), label_time=together("label_time"),
            realized_rr=together("realized_rr"), ids=np.array(ids, dtype=object), row=np.arange(len(ids)),
            roles=Roles(), source=self.words, fingerprint="")


def describe(story: Story) -> str:
    """What comes, in a sentence."""
    pace = f"{story.rate:g} signals a second" if story.rate else "signals at full speed"
    return (f"Made up: {pace}, {story.drift.replace('_', ' ')} half way through each {story.rows:,}, a label "
            f"{story.delay:g} signals later on average.")


def _served(schema: FeatureSchema, words: str) -> FeatureSchema:
    """The champion's schema, where all its features are made here."""
    missing = [name for name in schema.names if name not in NAMES]
    if missing or any(feature.categories for feature in schema.features):
        raise WorkbenchError(
            f"The batch model reads {', '.join(missing[:5]) or 'categories'}; a made-up stream has {NAMES[0]} to "
            f"{NAMES[-1]} only.", where=words, code="schema-mismatch",
            remedy="Watch it without a batch model, or with one that was trained on its recorded signals.")
    return schema
