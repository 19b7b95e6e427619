"""Entries that could not be read: counted, the first of them told, each with where it stands and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.monitoring.sources.base import Notice

_TOLD = 100  # entries whose content a notice carries
_EXCERPT = 200


@dataclass(slots=True)
class Refusals:
    """Collects what one fetch could not read."""

    found: list[dict[str, str]] = field(default_factory=list)
    count: int = 0

    def add(self, where: str, why: str, raw: Any) -> None:
        """One entry."""
        self.count += 1
        if len(self.found) < _TOLD:
            self.found.append({"where": where, "why": why, "raw": _excerpt(raw)})

    def notices(self, source: str) -> tuple[Notice, ...]:
        """One notice for them all, or none."""
        if not self.count:
            return ()
        first = self.found[0]
        words = (f"{first['where']} of {source} was left out: {first['why']}." if self.count == 1 else
                 f"{self.count:,} entries of {source} were left out; the first, {first['where']}: {first['why']}.")
        return (Notice("refused", words[0].upper() + words[1:], {"count": self.count, "entries": self.found}),)


def _excerpt(raw: Any) -> str:
    text = repr(raw)
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
