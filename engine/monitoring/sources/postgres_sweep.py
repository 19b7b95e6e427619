"""A large table gone through in slices: what is appended is read at once, every page again and again.

A table has parts: itself, or the chunks of a hypertable. A round reads each page of each part once, and there the rows
whose transaction had not certainly ended when the round before it began. So a round gives all that was visible at its
own beginning: what was visible already when the last one began, that one gave; the rest has a younger transaction. A
row that commits late, wherever it lies, is thus given by the second round at the latest. Where a part is written anew
while it is read (VACUUM FULL, CLUSTER) rows change their pages, and that part begins again. Each read is of a bounded
number of pages, however large the table is.
"""

from __future__ import annotations

import dataclasses
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LEAST, MOST = 256, 1 << 17  # pages of a slice: 2 MiB to 1 GiB
TAIL = 256  # pages before the end that are read with what was appended
TAILS = 4  # parts whose ends are read at once: those that grew last
TID_RANGES = 140_000  # the server's version from which on pages are read by their numbers
BY_PAGES = "; ".join(f"SET LOCAL enable_{way} = off" for way in ("seqscan", "indexscan", "indexonlyscan", "bitmapscan"))
_WRAP = 1 << 32
_QUICK, _SLOW = 0.05, 0.2  # seconds that a read may take before slices grow or shrink


@dataclass(frozen=True, slots=True)
class Part:
    """A table of pages: its number, how many pages, the file that holds them; what goes with it costs `more` pages."""

    number: int
    pages: int
    node: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Round:
    """How far a round is. `began` is the oldest transaction that ran at its beginning, `part` and `page` what comes
    next (-1: it is over), `node` the file of that part, `recent` the oldest transaction that ran at the last read.
    """

    began: int
    part: int
    page: int
    node: int
    recent: int


@dataclass(frozen=True, slots=True)
class Span:
    """Pages `first` to `end` (None: all after) of a part, and there the rows since `bound`."""

    part: int
    first: int
    end: int | None
    bound: int


@dataclass(frozen=True, slots=True)
class Look:
    """One read: the slice of the round, the ends of what grew, and the parts that the round has passed with it."""

    slice: tuple[Span, ...]
    tails: tuple[Span, ...]
    passed: tuple[Part, ...]


class Sweep:
    """Says what to read next; keeps how large a slice may be, and which parts grow."""

    def __init__(self, pages: int = 0) -> None:
        self._slice = pages or 8 * LEAST
        self._ends: dict[int, int] = {}  # pages of each part at the last read
        self._growing: OrderedDict[int, None] = OrderedDict()  # the last that grew at the end

    def next(self, place: dict[str, Any], *, oldest: int, parts: Sequence[Part]) -> tuple[Look, dict[str, Any]]:
        """What to read in a snapshot whose oldest transaction is `oldest`, and the place after it.

        `place` holds the horizon, from which a round reads, and the round that is on.
        """
        horizon, on = int(place["horizon"]), _round_of(place)
        if on is None or on.page < 0:
            on = Round(oldest, 0, 0, 0, horizon if on is None else on.recent)
        tails = tuple(self._tails(parts, on.recent))
        spans, passed, after = self._cut(on, sorted(parts, key=lambda part: part.number), horizon)
        over = after.page < 0
        after = dataclasses.replace(after, recent=oldest)
        return Look(tuple(spans), tails, tuple(passed)), {
            **place, "horizon": on.began if over else place["horizon"], "round": dataclasses.asdict(after)}

    def took(self, seconds: float) -> None:
        """How long the last read took."""
        if seconds < _QUICK:
            self._slice = min(2 * self._slice, MOST)
        elif seconds > _SLOW:
            self._slice = max(self._slice // 2, LEAST)

    def _cut(self, on: Round, parts: Sequence[Part], horizon: int) -> tuple[list[Span], list[Part], Round]:
        """The next slice, over as many parts as it covers."""
        left, spans, passed = self._slice, list[Span](), list[Part]()
        for part in parts:
            if part.number < on.part:
                continue
            first = on.page if (part.number, part.node) == (on.part, on.node) else 0
            end = first + max(left, 0)
            if first < min(part.pages, end):
                spans.append(Span(part.number, first, end, horizon))
            if end < part.pages or (left <= 0 and part.more):
                return spans, passed, dataclasses.replace(on, part=part.number, page=end, node=part.node)
            passed.append(part)
            left -= max(part.pages - first, 0) + part.more
        return spans, passed, dataclasses.replace(on, page=-1)

    def _tails(self, parts: Sequence[Part], recent: int) -> list[Span]:
        """The ends of the parts that grew last; at first, of the youngest."""
        newest = sorted(part.number for part in parts)[-TAILS:]
        for part in parts:
            known = self._ends.get(part.number, 0 if self._ends else part.pages)
            if part.pages > known or (not self._ends and part.number in newest):
                self._growing[part.number] = None
                self._growing.move_to_end(part.number)
        while len(self._growing) > TAILS:
            self._growing.popitem(last=False)
        begun = bool(self._ends)
        found = [Span(part.number, max(min(self._ends.get(part.number, 0 if begun else part.pages), part.pages) - TAIL,
                                       0), None, recent) for part in parts if part.number in self._growing]
        self._ends = {part.number: part.pages for part in parts}
        return found


def under_way(place: dict[str, Any]) -> bool:
    """Whether a round is on, or something else is to be read: it goes on although nothing has changed."""
    on = [_round_of(each) for each in (place, place.get("compressed") or {})]
    return any(each is not None and each.page >= 0 for each in on) or bool(place.get("whole"))


def _round_of(place: dict[str, Any]) -> Round | None:
    """The round that is on; that of an earlier program begins anew."""
    told = place.get("round")
    return Round(**told) if told and "part" in told else None


def of_span(span: Span) -> Any:
    """Which rows of its part are in it."""
    from psycopg import sql

    until = sql.SQL("") if span.end is None else sql.SQL("AND ctid < {}::tid").format(sql.Literal(f"({span.end},0)"))
    return sql.SQL("ctid >= {}::tid {}").format(sql.Literal(f"({span.first},0)"), until)


def since(bound: int) -> Any:
    """Which rows have transactions from this one on."""
    from psycopg import sql

    return sql.SQL("age(xmin) BETWEEN 0 AND age({}::xid)").format(sql.Literal(str(bound % _WRAP)))


def some_pages(spans: Sequence[Span], tables: dict[int, Any], columns: Any, order: Any) -> Any:
    """The rows of these pages that may be new."""
    from psycopg import sql

    parts = [sql.SQL("SELECT {} FROM ONLY {} WHERE {} AND {}").format(
        columns, tables[span.part], of_span(span), since(span.bound)) for span in spans]
    if not parts:  # all parts are empty
        parts = [sql.SQL("SELECT {} FROM ONLY {} WHERE false").format(columns, next(iter(tables.values())))]
    return sql.SQL("SELECT {} FROM ({}) AS found {}").format(columns, sql.SQL(" UNION ALL ").join(parts), order)
