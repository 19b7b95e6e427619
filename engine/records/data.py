"""What is known of a file of signals."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Level(enum.Enum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a file: a stable code, the column or place, a sentence, and what to do about it."""

    level: Level
    code: str
    column: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Which column is which. `outcomes` are known only afterwards and are never features."""

    label: str | None = None
    time: str | None = None
    label_time: str | None = None
    weight: str | None = None
    id: str | None = None
    outcomes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()  # names of the roles above that were guessed, not given


@dataclass(frozen=True, slots=True)
class TableProfile:
    """What `inspect` says of a file. Times are ISO 8601 UTC."""

    source: str
    rows: int
    columns: int
    features: tuple[str, ...]
    categorical: tuple[str, ...]
    roles: Roles
    positive_rate: float | None
    labelled_rows: int
    first_time: str | None
    last_time: str | None
    missing_share: float
    weight_range: tuple[float, float] | None
    fingerprint: str
    findings: tuple[Finding, ...]
    names: tuple[str, ...] = ()  # every column of the file, in its order
    named_rows: int = 0  # data rows that were refused and named in the findings; rows in = rows + named_rows
    understood: str = ""  # how the file was read, such as "CSV, UTF-8, separated by comma"
