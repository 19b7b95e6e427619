"""Column names put in order: blanks trimmed, duplicates told apart, nameless columns named, and each repair said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from engine.errors import WorkbenchError
from engine.records import Finding, Level

MOST_COLUMNS = 5_000
INDEX = "unnamed_index"
_LONGEST_NAME = 500


def clean_names(header: Sequence[str], file: str) -> tuple[tuple[str, ...], list[Finding]]:
    """Unique, trimmed names in the given order, and what had to be repaired. Too many columns are refused."""
    if len(header) > MOST_COLUMNS:
        raise WorkbenchError(f"The file has {len(header):,} columns; {MOST_COLUMNS:,} is the most that can be read.",
                             where=file, remedy="Leave out columns that are no features.", code="too-many-columns")
    findings: list[Finding] = []
    bare = [" ".join(str(name).strip().strip("\ufeff").split()) for name in header]
    longest = max(bare, key=len, default="")
    if len(longest) > _LONGEST_NAME:
        raise WorkbenchError(f"A column's name is longer than {_LONGEST_NAME} letters: it begins {longest[:40]!r}.",
                             where=file, remedy="Check that the first line holds names.", code="name-too-long")
    taken = set(bare)
    names: list[str] = []
    for position, name in enumerate(bare):
        chosen = name or _nameless(position, taken, findings)
        if chosen in names:
            chosen = _renamed(chosen, taken, findings)
        names.append(chosen)
        taken.add(chosen)
    _near_duplicates(names, findings)
    return tuple(names), findings


def numbered(width: int) -> tuple[str, ...]:
    """Names for a file without a header."""
    return tuple(f"column_{i + 1}" for i in range(width))


def _nameless(position: int, taken: set[str], findings: list[Finding]) -> str:
    name = INDEX if position == 0 and INDEX not in taken else f"column_{position + 1}"
    while name in taken:
        name += "_"
    findings.append(Finding(
        Level.WARNING, "unnamed-column", name, f"Column {position + 1} has no name; it is called {name} here.",
        "Give it a name in the file, or drop it if it only counts the rows.",
    ))
    return name


def _renamed(name: str, taken: set[str], findings: list[Finding]) -> str:
    number = 2
    while f"{name}.{number}" in taken:
        number += 1
    fresh = f"{name}.{number}"
    findings.append(Finding(
        Level.WARNING, "duplicate-name", name,
        f"The name {name} stands more than once; a later column is called {fresh}.",
        "Check that the two are not the same column, and rename one.",
    ))
    return fresh


def _near_duplicates(names: Sequence[str], findings: list[Finding]) -> None:
    folded = Counter(name.casefold() for name in names)
    alike = [name for name in names if folded[name.casefold()] > 1]
    if alike:
        findings.append(Finding(
            Level.INFO, "similar-names", alike[0], f"Names that differ only in capitals: {', '.join(alike[:6])}.",
            "Models tell them apart; rename them if people do not.",
        ))
