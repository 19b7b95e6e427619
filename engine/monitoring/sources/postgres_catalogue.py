"""What a feed asks PostgreSQL's catalogue about its table, and how it says what it found."""

from __future__ import annotations

COLUMNS = """
SELECT a.attname, t.typname FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"""
KEY = """
SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
WHERE i.indrelid = %s AND i.indisprimary"""
TABLE = """
SELECT c.oid::bigint, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid = to_regclass(%s)"""
# A hypertable's rows are in the tables that inherit from it.
SIZE = """
WITH RECURSIVE parts (part) AS (
    SELECT %s::bigint UNION ALL SELECT i.inhrelid::bigint FROM pg_inherits i JOIN parts ON i.inhparent = parts.part
) SELECT coalesce(sum(pg_table_size(part::oid)), 0)::bigint FROM parts"""
INDEXED = """
SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = %s AND a.attname = %s"""
PLAIN = """
SELECT c.relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = c.oid) FROM pg_class c
WHERE c.oid = %s"""

PAGES = """
SELECT pg_relation_size(%s::oid) / current_setting('block_size')::bigint, pg_relation_filenode(%s::oid)::bigint"""


def mending(name: str, column: str = "xid") -> str:
    """What makes each poll quick; in two steps, so that a large table is not written anew."""
    return (f"ALTER TABLE {name} ADD {column} xid8; ALTER TABLE {name} ALTER {column} SET DEFAULT "
            f"pg_current_xact_id(); CREATE INDEX ON {name} ({column}); then xid={column} in the address. Where rows "
            "are updated, as labels filled in later, a trigger must set it anew.")


def mib(number: int) -> str:
    """Bytes for people."""
    return f"{number / 2**20:,.0f} MiB"
