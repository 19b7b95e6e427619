"""What one poll of a PostgreSQL table reads: all that is new by an index, a slice of it, or all of it.

By a column of transaction numbers, where there is one. Else a large table, and every hypertable, is gone through in
slices (`postgres_sweep`); only a small table is read whole. Of a hypertable's compressed chunks see `postgres_chunks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.monitoring.sources.base import Notice
from engine.monitoring.sources.postgres_catalogue import PAGES
from engine.monitoring.sources.postgres_chunks import Chunk, Counts, batches_of, chunks_of, decompressing
from engine.monitoring.sources.postgres_sweep import BY_PAGES, Part, Span, Sweep, since, some_pages

if TYPE_CHECKING:
    import psycopg

LARGE = 64 * 2**20  # bytes of a table that is better not read at each poll
_ANEW = ("A chunk was compressed before all of it was certainly read: it is read once more, and what is known is left "
         "out.")
_PAGE = 8192  # bytes, as it nearly always is: where a table counts as large does not depend on it


class Ways:
    """Plans the polls of one table. `mark` is its column of transaction numbers.

    A place may hold `whole`: chunks that are to be read once more as a whole, each with the transaction from which on
    rows of the marked column count.
    """

    def __init__(self, mark: str | None) -> None:
        self.hypertable = self.by_pages = False
        self._mark = mark
        self._oid, self._table = 0, Any
        self._sweep, self._counts = Sweep(), Counts()
        self._slicing = False
        self._heard: list[Notice] = []

    def look_at(self, oid: int, table: Any, *, plain: bool, hypertable: bool, by_pages: bool) -> None:
        """It is this table; `by_pages` where the server can read pages by their numbers."""
        self._oid, self._table, self.hypertable = oid, table, hypertable
        self.by_pages = by_pages and (plain or hypertable)

    def plan(self, connection: psycopg.Connection[Any], place: dict[str, Any], oldest: int, columns: Any,
             order: Any) -> tuple[Any, dict[str, Any]]:
        """What to read in a snapshot whose oldest transaction is `oldest`, and the place after it."""
        self._slicing = False
        after = {"table": place["table"], "horizon": oldest}
        if place["horizon"] is None:
            if self.hypertable:
                decompressing(connection, wanted=True)
            return self._all(columns, order), after
        chunks = chunks_of(connection, self._oid) if self.hypertable else None
        if chunks is not None and place.get("whole"):
            return self._whole(connection, place, chunks, columns, order)
        if self.hypertable:
            decompressing(connection, wanted=False)  # what comes late into a compressed chunk lies beside it as it is
        if self._mark is not None:
            young, compressed = self._compressed(connection, place, oldest, chunks or ())
            return self._all(columns, order, self._marked(place["horizon"])), {**after, **young, **compressed}
        if self.by_pages and chunks is not None:
            return self._chunks(connection, place, oldest, chunks, columns, order)
        if self.by_pages and not self.hypertable:
            part = self._part(connection)
            if part.pages * _PAGE >= LARGE:
                look, after = self._sweep.next(place, oldest=oldest, parts=[part])
                return self._slices(connection, (*look.slice, *look.tails), {part.number: self._table}, columns,
                                    order), after
        return self._all(columns, order, since(place["horizon"])), after

    def took(self, seconds: float) -> None:
        """How long the read took."""
        if self._slicing:
            self._sweep.took(seconds)

    def notices(self) -> list[Notice]:
        """What is to be told since the last call."""
        heard, self._heard = self._heard, []
        return heard

    def _chunks(self, connection: psycopg.Connection[Any], place: dict[str, Any], oldest: int,
                chunks: Sequence[Chunk], columns: Any, order: Any) -> tuple[Any, dict[str, Any]]:
        tables = {0: self._table, **{chunk.part.number: chunk.table for chunk in chunks}}
        look, after = self._sweep.next(place, oldest=oldest, parts=[chunk.part for chunk in chunks])
        connection.execute(BY_PAGES)
        spans = self._counts.with_news(connection, look.slice, tables)
        passed = {part.number for part in look.passed}
        anew = [chunk for chunk in chunks if chunk.part.number in passed
                and self._counts.compressed_anew(connection, chunk, place["horizon"])]
        return self._slices(connection, (*spans, *look.tails), tables, columns, order), {
            **after, **_to_read(anew, place["horizon"])}

    def _compressed(self, connection: psycopg.Connection[Any], place: dict[str, Any], oldest: int,
                    chunks: Sequence[Chunk]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Beside the marked column a round of its own looks for chunks that were compressed before they were read."""
        by_number = {chunk.part.number: chunk for chunk in chunks}
        parts = [chunk.compressed for chunk in chunks if chunk.compressed is not None]
        if not parts:
            return {}, {}
        before = place.get("compressed") or {"horizon": place["horizon"]}
        look, after = self._sweep.next(before, oldest=oldest, parts=parts)
        passed = [by_number[part.number] for part in look.passed]
        young = [chunk for chunk in passed if batches_of(connection, chunk, before["horizon"])[1]]
        return _to_read(young, before["horizon"]), {"compressed": after}

    def _whole(self, connection: psycopg.Connection[Any], place: dict[str, Any], chunks: Sequence[Chunk], columns: Any,
               order: Any) -> tuple[Any, dict[str, Any]]:
        """The next chunk that was compressed meanwhile; one that was dropped since is passed over."""
        from psycopg import sql

        (number, bound), *rest = place["whole"]
        decompressing(connection, wanted=True)
        if self._mark is None:
            self._heard.append(Notice("warning", _ANEW))
        table = next((chunk.table for chunk in chunks if chunk.part.number == number), None)
        where = sql.SQL("false") if table is None else sql.SQL("true") if self._mark is None else self._marked(bound)
        query = sql.SQL("SELECT {} FROM {} WHERE {} {}").format(columns, table or self._table, where, order)
        return query, {**place, "whole": rest}

    def _slices(self, connection: psycopg.Connection[Any], spans: Sequence[Span], tables: dict[int, Any], columns: Any,
                order: Any) -> Any:
        self._slicing = True
        connection.execute(BY_PAGES)
        return some_pages(spans, tables, columns, order)

    def _part(self, connection: psycopg.Connection[Any]) -> Part:
        row = connection.execute(PAGES, (self._oid, self._oid)).fetchone()
        assert row is not None
        return Part(self._oid, *map(int, row))

    def _marked(self, bound: int) -> Any:
        from psycopg import sql

        return sql.SQL("{} >= {}::xid8").format(sql.Identifier(str(self._mark)), sql.Literal(str(bound)))

    def _all(self, columns: Any, order: Any, where: Any = None) -> Any:
        from psycopg import sql

        condition = sql.SQL("") if where is None else sql.SQL("WHERE ") + where
        return sql.SQL("SELECT {} FROM {} {} {}").format(columns, self._table, condition, order)


def _to_read(chunks: Sequence[Chunk], bound: int) -> dict[str, Any]:
    """Chunks that are to be read once more."""
    return {"whole": [[chunk.part.number, bound] for chunk in chunks]} if chunks else {}
