"""The ways a procedure ends early: a fault the analyst can mend, or the analyst's own wish."""

from __future__ import annotations


class WorkbenchError(Exception):
    """Something that the analyst can put right: what is wrong, where, and what to do.

    `code` is a short stable name (kebab-case) for scripts; `what`, `where` and `remedy` are sentences.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "", code: str = "refused") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        self.code = code
        super().__init__(" ".join(part for part in (f"{where}:" if where else "", what, remedy) if part))


class MissingExtraError(WorkbenchError):
    """An optional library that this operation needs is not installed."""

    def __init__(self, library: str, *, extra: str) -> None:
        super().__init__(
            f"{library} is not installed.",
            remedy=f'Install it with: uv sync --extra {extra} (or pip install "alphapulse-workbench[{extra}]").',
            code="missing-extra",
        )


class Cancelled(Exception):  # noqa: N818 - a wish, not an error
    """The analyst asked for the work to end; nothing of it is kept."""
