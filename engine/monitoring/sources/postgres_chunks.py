"""The chunks of a hypertable: gone through as the parts of a large table are, and read anew where they were compressed.

Compressed rows lie in batches of another table and have forgotten by which transactions they came. So where batches are
younger than the last round, rows may be among them that were never read: then the chunk is read once more as a whole,
and what is known is left out. Mostly that is not needed, for the rows of each chunk are counted on the way, and as many
as before are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.monitoring.sources.postgres_sweep import Part, Span, of_span, since

if TYPE_CHECKING:
    import psycopg

_CHUNKS = """
WITH chunks AS (
    SELECT i.inhrelid AS oid, n.nspname, c.relname, c.relkind, b.oid AS batches, z.schema_name, z.table_name
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN _timescaledb_catalog.chunk h ON (h.schema_name, h.table_name) = (n.nspname, c.relname)
    LEFT JOIN _timescaledb_catalog.chunk z ON z.id = h.compressed_chunk_id
    LEFT JOIN pg_namespace m ON m.nspname = z.schema_name
    LEFT JOIN pg_class b ON b.relnamespace = m.oid AND b.relname = z.table_name
    WHERE i.inhparent = %s
)
SELECT oid::bigint, nspname, relname, pg_relation_size(oid) / current_setting('block_size')::bigint,
    pg_relation_filenode(oid)::bigint, schema_name, table_name,
    pg_relation_size(batches) / current_setting('block_size')::bigint, pg_relation_filenode(batches)::bigint,
    relkind = 'r' AND has_table_privilege(oid, 'SELECT') AND coalesce(has_table_privilege(batches, 'SELECT'), true)
FROM chunks"""
_OFF, _ON = (f"SET LOCAL timescaledb.enable_transparent_decompression = {value}" for value in ("off", "on"))


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk: its own pages, and those of the table that holds its compressed rows (None: there are none)."""

    part: Part
    table: Any
    compressed: Part | None
    batches: Any


def chunks_of(connection: psycopg.Connection[Any], hypertable: int) -> list[Chunk] | None:
    """All chunks of a hypertable; None where not each is a table that we may read."""
    from psycopg import sql

    rows = connection.execute(_CHUNKS, (hypertable,)).fetchall()
    if not all(row[-1] and row[3] is not None for row in rows):
        return None
    found = []
    for oid, schema, name, pages, node, *within, batch_pages, batch_node, _ in rows:
        compressed = Part(int(oid), int(batch_pages), int(batch_node)) if batch_node is not None else None
        found.append(Chunk(Part(int(oid), int(pages), int(node), 0 if compressed is None else compressed.pages),
                           sql.Identifier(schema, name), compressed,
                           None if compressed is None else sql.Identifier(*within)))
    return found


def decompressing(connection: psycopg.Connection[Any], *, wanted: bool) -> None:
    """Whether compressed rows are among those that are read, until the transaction ends."""
    connection.execute(_ON if wanted else _OFF)


class Counts:
    """How many rows each chunk had when it was gone through."""

    def __init__(self) -> None:
        self._passing: dict[int, int] = {}  # of the chunk that is gone through; unknown where that began elsewhere
        self._rows: dict[int, int] = {}

    def with_news(self, connection: psycopg.Connection[Any], spans: Sequence[Span],
                  tables: Mapping[int, Any]) -> list[Span]:
        """Those of the round's spans in which something may be new; the rows are counted on the way."""
        from psycopg import sql

        found = []
        for span in spans:
            query = sql.SQL("SELECT count(*), count(*) FILTER (WHERE {}) FROM ONLY {} WHERE {}").format(
                since(span.bound), tables[span.part], of_span(span))
            row = connection.execute(query).fetchone()
            assert row is not None
            rows, new = map(int, row)
            if span.first == 0:
                self._passing[span.part] = rows
            elif span.part in self._passing:
                self._passing[span.part] += rows
            if new:
                found.append(span)
        return found

    def compressed_anew(self, connection: psycopg.Connection[Any], chunk: Chunk, bound: int) -> bool:
        """Whether a chunk that was just gone through has compressed rows that may never have been read."""
        number = chunk.part.number
        passing, before = self._passing.pop(number, None), self._rows.pop(number, None)
        rows, young = batches_of(connection, chunk, bound)
        own = passing if chunk.part.pages else 0
        if own is not None:
            self._rows[number] = own + rows
        return young and (before is None or before != self._rows.get(number))


def batches_of(connection: psycopg.Connection[Any], chunk: Chunk, bound: int) -> tuple[int, bool]:
    """How many compressed rows a chunk has, and whether some were compressed since a transaction."""
    from psycopg import sql

    if chunk.batches is None:
        return 0, False
    query = sql.SQL("SELECT coalesce(sum(_ts_meta_count), 0), coalesce(bool_or({}), false) FROM {}").format(
        since(bound), chunk.batches)
    row = connection.execute(query).fetchone()
    assert row is not None
    return int(row[0]), bool(row[1])
