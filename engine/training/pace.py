"""What a library's fits have cost so far, and what one to come will."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# Before a library has been timed: its price of a row and round against XGBoost's.
_USUAL = {"xgboost": 1.0, "lightgbm": 0.8, "catboost": 1.6}
# A round has a price of its own beside that of its rows: that of about so many rows.
ROUND_IN_ROWS = 3000.0
# Later blocks have more rows to learn from and go on for longer: in ten trainings five times the rows took a third
# more rounds to the best one.
_GROWTH = 0.2
_USUAL_COUNTS = 1.0  # how many blocks the usual number of rounds weighs: the first block is a matter of luck
_FIRST_GUESS = 1e-6  # seconds a row and round


@dataclass(frozen=True, slots=True)
class Found:
    """The rounds of both passes of a fit under way, once they are known."""

    name: str
    rows: float
    first: int
    second: int


@dataclass(slots=True)
class Pace:
    """One library: (rows, seconds a round) of each fit, seconds of preparation a row, (rows, rounds) of each pass."""

    rounds: list[tuple[float, float]] = field(default_factory=list)
    prepared: float = 0.0
    prepared_rows: float = 0.0
    first: list[tuple[float, int]] = field(default_factory=list)
    second: list[tuple[float, int]] = field(default_factory=list)

    def seconds_a_round(self, rows: float) -> float:
        """By the line through what has been seen, where there are fits of two sizes; else in proportion."""
        sizes = [size for size, _ in self.rounds]
        mean_rows = sum(sizes) / len(sizes)
        mean_seconds = sum(seconds for _, seconds in self.rounds) / len(sizes)
        spread = sum((size - mean_rows) ** 2 for size in sizes)
        if spread < (0.1 * mean_rows) ** 2:
            return mean_seconds * (rows + ROUND_IN_ROWS) / (mean_rows + ROUND_IN_ROWS)
        slope = sum((size - mean_rows) * seconds for size, seconds in self.rounds) / spread
        slope = min(max(slope, 0.0), mean_seconds / mean_rows)  # more rows never cost less, nor more than in proportion
        return mean_seconds + slope * (rows - mean_rows)

    @property
    def seconds_to_prepare_a_row(self) -> float:
        """Of one pass."""
        return self.prepared / self.prepared_rows if self.prepared_rows else 0.0


class Paces:
    """All libraries; one that has not been timed yet is guessed from the others."""

    def __init__(self) -> None:
        self.seen: dict[str, Pace] = {}

    def of(self, name: str) -> Pace:
        """The account of a library, to be added to."""
        return self.seen.setdefault(name, Pace())

    def round(self, name: str, rows: float) -> float:
        """Seconds of one round on so many rows."""
        timed = {each: pace.seconds_a_round(rows) for each, pace in self.seen.items() if pace.rounds}
        return _guess(name, timed, _FIRST_GUESS * (rows + ROUND_IN_ROWS))

    def prepare(self, name: str, rows: float) -> float:
        """Seconds to prepare so many rows for one pass."""
        timed = {each: pace.seconds_to_prepare_a_row for each, pace in self.seen.items() if pace.prepared_rows}
        return rows * (timed[name] if name in timed else sum(timed.values()) / max(len(timed), 1))

    def rounds(self, name: str, rows: float, otherwise: tuple[float, float], patience: int,
               running: Sequence[Found] = ()) -> tuple[float, float]:
        """The rounds to expect of the first and the second pass on so many rows."""
        found = []
        for which, guess, fixed in zip(("first", "second"), otherwise, (patience, 0), strict=True):
            own = [*getattr(self.seen.get(name, Pace()), which),
                   *((each.rows, getattr(each, which)) for each in running if each.name == name)]
            seen = own or [each for pace in self.seen.values() for each in getattr(pace, which)]
            counts = [_grown(count, fixed, rows / size) for size, count in seen]
            if own:  # what came before has had its say in the newest: it counts as much as all others
                counts += counts[-1:] * (len(counts) - 1)
            found.append((sum(counts) + _USUAL_COUNTS * guess) / (len(counts) + _USUAL_COUNTS))
        return found[0], found[1]


def _grown(count: int, fixed: int, larger: float) -> float:
    """The rounds on so many times the rows, of which `fixed` are waited whatever the rows."""
    return min(fixed, count) + max(count - fixed, 0) * float(larger**_GROWTH)


def _guess(name: str, timed: Mapping[str, float], otherwise: float) -> float:
    if name in timed:
        return timed[name]
    usual = [rate / _USUAL[each] for each, rate in timed.items()]
    return _USUAL[name] * (sum(usual) / len(usual) if usual else otherwise)
