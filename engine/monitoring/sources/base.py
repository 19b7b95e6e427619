"""What every source of events is: polled from a place, which the monitor keeps together with the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from engine.data.schema import FeatureSchema
from engine.events import LabelEvent, SignalEvent


@dataclass(frozen=True, eq=False, slots=True)
class Poll:
    """What a source had: events in order, the place after them, whether it has ended, and how long to wait (s)."""

    events: Sequence[SignalEvent | LabelEvent]
    cursor: Any
    ended: bool = False
    wait: float = 0.0
    words: str = ""


class Source(Protocol):
    """A feed of signals and labels. The cursor is a plain JSON value; polling from it again gives the same events."""

    words: str
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

    def close(self) -> None:
        """Let go of files and connections."""
