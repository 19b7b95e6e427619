"""A large table gone through in slices: what is appended is read at once, every page again and again.

A round reads each page once, and there the rows whose transaction had not certainly ended when the round before it
began. So a round gives all that was visible at its own beginning: what was visible already when the last one began,
that one gave; the rest has a younger transaction. A row that commits late, wherever it lies, is thus given by the
second round at the latest. Where the table is written anew while a round is on (VACUUM FULL, CLUSTER) rows change their
pages, and the round begins again. Each read is of a bounded number of pages, however large the table is.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

LEAST, MOST = 256, 1 << 17  # pages of a slice: 2 MiB to 1 GiB
TAIL = 256  # pages before the end that are read with what was appended
TID_RANGES = 140_000  # the server's version from which on pages are read by their numbers
PAGES = """
SELECT pg_relation_size(%s::oid) / current_setting('block_size')::bigint, pg_relation_filenode(%s::oid)::bigint"""
BY_PAGES = "; ".join(f"SET LOCAL enable_{way} = off" for way in ("seqscan", "indexscan", "indexonlyscan", "bitmapscan"))
_WRAP = 1 << 32
_QUICK, _SLOW = 0.05, 0.2  # seconds that a read may take before slices grow or shrink


@dataclass(frozen=True, slots=True)
class Round:
    """How far a round is. `began` is the oldest transaction that ran at its beginning, `page` the next page (-1: it is
    over), `pages` how many there were at the last read, `recent` the oldest transaction that ran then, `node` the file
    that holds them.
    """

    began: int
    page: int
    pages: int
    recent: int
    node: int


@dataclass(frozen=True, slots=True)
class Look:
    """One read: pages `first` to `end` of rows since `bound`, pages from `tail` on of rows since `recent`."""

    first: int
    end: int
    bound: int
    tail: int
    recent: int


class Sweep:
    """Says what to read next; keeps how large a slice may be."""

    def __init__(self, pages: int = 0) -> None:
        self._slice = pages or 8 * LEAST

    def next(self, place: dict[str, Any], *, oldest: int, pages: int, node: int) -> tuple[Look, dict[str, Any]]:
        """What to read in a snapshot whose oldest transaction is `oldest`, and the place after it.

        `place` holds the horizon, from which a round reads, and the round that is on.
        """
        on = Round(**place["round"]) if place.get("round") else Round(oldest, -1, pages, oldest, node)
        if on.page < 0 or on.node != node:  # the last round is over, or its pages are no more
            on = dataclasses.replace(on, began=oldest, page=0, node=node)
        end = on.page + self._slice
        look = Look(on.page, end, int(place["horizon"]), max(min(on.pages, pages) - TAIL, 0), on.recent)
        over = end >= pages
        after = dataclasses.replace(on, page=-1 if over else end, pages=pages, recent=oldest)
        return look, {**place, "horizon": on.began if over else place["horizon"], "round": dataclasses.asdict(after)}

    def took(self, seconds: float) -> None:
        """How long the last read took."""
        if seconds < _QUICK:
            self._slice = min(2 * self._slice, MOST)
        elif seconds > _SLOW:
            self._slice = max(self._slice // 2, LEAST)


def under_way(place: dict[str, Any]) -> bool:
    """Whether a round is on: it goes on although nothing has changed."""
    return bool(place.get("round")) and int(place["round"]["page"]) >= 0


def some_pages(look: Look, table: Any, columns: Any, order: Any) -> Any:
    """The rows of these pages that may be new."""
    from psycopg import sql

    def part(first: int, end: int | None, bound: int) -> Any:
        until = sql.SQL("") if end is None else sql.SQL("AND ctid < {}::tid").format(sql.Literal(f"({end},0)"))
        since = sql.Literal(str(bound % _WRAP))
        return sql.SQL("SELECT {} FROM {} WHERE ctid >= {}::tid {} AND age(xmin) BETWEEN 0 AND age({}::xid)").format(
            columns, table, sql.Literal(f"({first},0)"), until, since)

    return sql.SQL("SELECT {} FROM ({} UNION ALL {}) AS found {}").format(
        columns, part(look.first, look.end, look.bound), part(look.tail, None, look.recent), order)
