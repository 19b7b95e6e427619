"""What every source of events is: polled from a place, which the monitor keeps together with the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from engine.data.schema import FeatureSchema
from engine.events import LabelEvent, SignalEvent
from engine.records import FeedStatus


@dataclass(frozen=True, eq=False, slots=True)
class Poll:
    """What a source had: events in order, the place after them, whether it has ended, and how long to wait (s)."""

    events: Sequence[SignalEvent | LabelEvent]
    cursor: Any
    ended: bool = False
    wait: float = 0.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that happened to a feed: "gap", "reset", "refused", "away", "back", "warning"; `data` is plain JSON."""

    kind: str
    words: str
    data: dict[str, Any] = field(default_factory=dict)


class Source(Protocol):
    """A feed of signals and labels. The cursor is a plain JSON value that goes into the journal with the events.

    Whoever opens the source anew and polls from a cursor gets the events after it; a few that came before may come
    again, and the journal leaves those out by their ids. Events that came but were not kept come again.
    """

    words: str  # without any secret: part of what makes two runs the same stream
    schema: FeatureSchema

    def poll(self, cursor: Any, most: int) -> Poll:
        """Up to `most` events after `cursor` (None: from the beginning), those that are due; never blocks."""

    def fraction(self, cursor: Any) -> float | None:
        """The share of the source that lies before `cursor`, or None where it has no end."""

    def set_speed(self, speed: float) -> None:
        """Change how fast time runs; 0 is as fast as can be. No effect on live feeds."""

    def hold(self) -> None:
        """Stop the source's clock."""

    def go_on(self) -> None:
        """Let the source's clock run on from where it stopped."""

    def committed(self, cursor: Any) -> None:
        """Everything up to `cursor` is on disk: a server that keeps account may be told."""

    def status(self) -> tuple[FeedStatus, ...]:
        """How each feed stands; safe from any thread."""
        return ()

    def notices(self) -> Sequence[Notice]:
        """What happened since the last call."""
        return ()

    def close(self) -> None:
        """Let go of files and connections."""
