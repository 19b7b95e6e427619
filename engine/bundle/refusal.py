"""The one way a bundle is turned away: never opened in part, always with a reason in our own words."""

from __future__ import annotations

from engine.errors import WorkbenchError

_FRESH_COPY = "Do not use this file; ask the sender for a fresh copy."


class BundleRefused(WorkbenchError):  # noqa: N818 - a verdict
    """A bundle that must not be used."""

    def __init__(self, what: str, *, where: str = "", remedy: str = _FRESH_COPY, code: str = "bundle-refused") -> None:
        super().__init__(what, where=where, remedy=remedy, code=code)
