"""How a member of a bundle is opened: by its learning library, or as a compact forest that needs none."""

from __future__ import annotations

from engine import models
from engine.bundle import libraries
from engine.bundle.manifest import ModelCard
from engine.models.base import BoostedModel

COMPACT = "compact"


def way(card: ModelCard) -> str:
    """Who opens it: a library's name, or "compact"."""
    return COMPACT if card.compact else card.kind


def opened(how: str, native: bytes) -> BoostedModel:
    """The model in these verified bytes."""
    if how == COMPACT:
        from engine.models.compact_model import CompactBooster

        return CompactBooster.from_bytes(native)
    return models.library(how).from_bytes(native)


def missing(card: ModelCard) -> str:
    """ "" when it can be opened here, else the reason in words."""
    return "" if card.compact else libraries.missing(card.kind)


def absent(kind: str) -> bool:
    """Whether the library of this kind cannot be imported here."""
    return bool(libraries.missing(kind))


def exact(card: ModelCard) -> bool:
    """Whether its canary rows must come out to the last bit: the library here is the one that wrote it."""
    return bool(card.compact) or libraries.version(card.kind) == card.library_version
