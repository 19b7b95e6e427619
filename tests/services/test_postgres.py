"""PostgreSQL by a real server: late commits, savepoints, updates, NOTIFY, crashes, replaced tables, no write."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from engine.errors import WorkbenchError
from engine.monitoring.sources.probing import probe
from engine.monitoring.sources.url import open_source
from engine.online.journal import Journal
from engine.online.retention import Retention
from engine.records import LinkState
from tests.services.made import NAMES, SCHEMA, label, monitor, running, signal, until, until_seen
from tests.services.postgres_server import PostgresServer, postgres_server

_numbers = itertools.count()


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with postgres_server() as made:
        yield made


class Tables:
    """A table of signals and one of labels with names that no other test has."""

    def __init__(self, server: PostgresServer, more: str = "") -> None:
        number = next(_numbers)
        self.server, self.signals, self.labels = server, f"signals_{number}", f"labels_{number}"
        self.connection = server.connect()
        columns = ", ".join(f"{name} double precision" for name in NAMES)
        self.connection.execute(f"CREATE TABLE {self.signals} (n bigserial, id text PRIMARY KEY, time timestamptz, "
                                f"{columns}{more})")
        self.connection.execute(f"CREATE TABLE {self.labels} (id text, label boolean, label_time timestamptz, "
                                "realized_rr double precision)")

    def source(self, more: str = "", *, labels: bool = True) -> Any:
        beside = f"&labels={self.labels}" if labels else ""
        return open_source(f"{self.server.url}?table={self.signals}{beside}&every=0.05&drop=n{more}", schema=SCHEMA)

    def signal(self, *numbers: int, by: psycopg.Connection[Any] | None = None) -> None:
        with (by or self.connection).cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.signals} (id, time, {', '.join(NAMES)}) VALUES (%s, to_timestamp(%s), "
                f"{', '.join(['%s'] * len(NAMES))})", [
                    (row["id"], row["time"] / 1000, *(row[name] for name in NAMES)) for row in map(signal, numbers)])

    def label(self, *numbers: int) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {self.labels} VALUES (%s, %s, to_timestamp(%s), %s)", [
                (row["id"], bool(row["label"]), row["label_time"] / 1000, row["realized_rr"])
                for row in map(label, numbers)])


@pytest.fixture
def tables(server: PostgresServer) -> Iterator[Tables]:
    made = Tables(server)
    yield made
    made.connection.close()


def test_two_tables_are_joined_and_go_on_after_a_stop(tables: Tables, tmp_path: Path) -> None:
    tables.signal(*range(300))
    tables.label(*range(270))
    with running(monitor(tables.source(), tmp_path)) as first:
        until_seen(first, 300, 270)
        tables.signal(*range(300, 320))
        until_seen(first, 320, 270)
    tables.signal(*range(320, 400))
    tables.label(*range(270, 370))
    with running(monitor(tables.source(), tmp_path)) as second:
        found = until_seen(second, 400, 370)
    assert [feed.kind for feed in found.feeds] == ["postgresql", "postgresql"]
    assert found.pending == 30


def test_a_row_that_commits_late_is_not_missed(tables: Tables, tmp_path: Path) -> None:
    """Its number and time were given before those of rows that were read already."""
    with running(monitor(tables.source(labels=False), tmp_path)) as made, tables.server.connect() as late:
        with late.transaction():
            tables.signal(0, by=late)
            tables.signal(1, 2, 3)
            until_seen(made, 3, 0)
        found = until_seen(made, 4, 0)
        assert found.duplicates == 0


def test_a_row_of_a_savepoint_in_a_late_transaction_is_not_missed(tables: Tables, tmp_path: Path) -> None:
    """Transactions inside others have numbers of their own, which a snapshot's list does not hold."""
    with running(monitor(tables.source(labels=False), tmp_path)) as made, tables.server.connect() as late:
        with late.transaction():
            tables.signal(0, by=late)
            with late.transaction():
                tables.signal(1, by=late)
            tables.signal(2)
            until_seen(made, 1, 0)
        until_seen(made, 3, 0)


def test_a_transaction_older_than_the_last_stop_is_not_missed(tables: Tables, tmp_path: Path) -> None:
    with tables.server.connect() as late:
        with late.transaction():
            tables.signal(0, by=late)
            tables.signal(1, 2)
            with running(monitor(tables.source(labels=False), tmp_path)) as first:
                until_seen(first, 2, 0)
        with running(monitor(tables.source(labels=False), tmp_path)) as second:
            until_seen(second, 3, 0)


def test_a_label_that_is_filled_in_later_is_learnt(server: PostgresServer, tmp_path: Path) -> None:
    tables = Tables(server, ", win smallint, label_time timestamptz")
    tables.signal(*range(50))
    with tables.connection, running(monitor(tables.source(labels=False), tmp_path)) as made:
        until_seen(made, 50, 0)
        tables.connection.execute(f"UPDATE {tables.signals} SET win = 1, label_time = time + interval '30 s' "
                                  "WHERE n <= 20")
        found = until_seen(made, 50, 20)
    assert (found.duplicates, found.pending) == (0, 30)


def test_an_indexed_column_of_transaction_numbers_does_the_same(server: PostgresServer, tmp_path: Path) -> None:
    tables = Tables(server, ", batch xid8 DEFAULT pg_current_xact_id()")
    tables.signal(*range(30))
    with tables.connection, running(monitor(tables.source("&xid=batch", labels=False), tmp_path)) as made:
        until_seen(made, 30, 0)
        with tables.server.connect() as late, late.transaction():
            tables.signal(30, by=late)
            tables.signal(31)
            until_seen(made, 31, 0)
        until_seen(made, 32, 0)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table counts as large, and a slice is of a few pages."""
    monkeypatch.setattr("engine.monitoring.sources.postgres_reading.LARGE", 1)
    monkeypatch.setattr("engine.monitoring.sources.postgres_sweep.LEAST", 1)
    monkeypatch.setattr("engine.monitoring.sources.postgres_sweep.MOST", 8)
    monkeypatch.setattr("engine.monitoring.sources.postgres_sweep.TAIL", 1)


@pytest.mark.usefixtures("large")
def test_a_late_commit_in_the_middle_of_a_large_table_is_not_missed_nor_over_a_stop(
    tables: Tables, tmp_path: Path
) -> None:
    tables.signal(*range(2000))
    with tables.server.connect() as late:
        with running(monitor(tables.source(labels=False), tmp_path)) as made:
            until_seen(made, 2000, 0)
            tables.connection.execute(f"DELETE FROM {tables.signals} WHERE n <= 300")
            tables.connection.execute(f"VACUUM {tables.signals}")
            with late.transaction():
                tables.signal(3000, by=late)  # into the room that became free, far from the end
                assert late.execute(f"SELECT (ctid::text::point)[0] < 8 FROM {tables.signals} WHERE id = 's3000'"
                                    ).fetchone() == (True,)
                tables.signal(3001, 3002)
                until_seen(made, 2002, 0)
            until_seen(made, 2003, 0)
            late.execute("BEGIN")
            tables.signal(3003, by=late)
            tables.signal(3004)
            until_seen(made, 2004, 0)
        late.execute("COMMIT")
    with running(monitor(tables.source(labels=False), tmp_path)) as again:
        until_seen(again, 2005, 0)
        tables.connection.execute(f"VACUUM FULL {tables.signals}")
        tables.signal(3005)
        found = until_seen(again, 2006, 0)
    assert found.events == 2006


@pytest.mark.usefixtures("large")
def test_labels_that_are_filled_in_all_over_a_large_table_are_learnt(server: PostgresServer, tmp_path: Path) -> None:
    tables = Tables(server, ", win smallint, label_time timestamptz")
    tables.signal(*range(1500))
    with tables.connection, running(monitor(tables.source(labels=False), tmp_path)) as made:
        until_seen(made, 1500, 0)
        tables.connection.execute(f"UPDATE {tables.signals} SET win = 1, label_time = time + interval '30 s' "
                                  "WHERE n % 100 = 0")
        until_seen(made, 1500, 15)


@pytest.mark.usefixtures("large")
def test_a_poll_of_a_large_table_reads_its_slice_by_page_numbers(tables: Tables) -> None:
    from psycopg import sql

    from engine.monitoring.sources.postgres_sweep import BY_PAGES, Span, some_pages

    tables.signal(*range(500))
    with tables.connection.transaction():
        tables.connection.execute(BY_PAGES)
        spans = (Span(1, 2, 4, 3), Span(1, 6, None, 3))
        query = some_pages(spans, {1: sql.Identifier(tables.signals)}, sql.Identifier("id"), sql.SQL(""))
        plan = "\n".join(row[0] for row in tables.connection.execute(sql.SQL("EXPLAIN {}").format(query)))
        read = [row[0] for row in tables.connection.execute(query)]
        there = tables.connection.execute(
            f"SELECT id FROM (SELECT id, (ctid::text::point)[0] AS page FROM {tables.signals}) x WHERE page IN (2, 3) "
            "OR page >= 6").fetchall()
    assert plan.count("Tid Range Scan") == 2
    assert sorted(read) == sorted(row[0] for row in there)


def test_a_large_table_is_told_with_what_makes_it_quick(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables.signal(*range(30))
    address = f"{tables.server.url}?table={tables.signals}"
    assert "Each poll" not in " ".join(probe(address).facts)
    monkeypatch.setattr("engine.monitoring.sources.postgres_reading.LARGE", 1)
    assert "ALTER xid SET DEFAULT pg_current_xact_id(); CREATE INDEX" in probe(address).facts[0]
    with running(monitor(tables.source(labels=False), tmp_path)) as made:
        until_seen(made, 30, 0)
        assert [mark.kind for mark in made.snapshot().marks if "CREATE INDEX" in mark.words] == ["warning"]
    tables.connection.execute(f"ALTER TABLE {tables.signals} ADD xid xid8")
    assert "xid has no index" in probe(f"{address}&xid=xid").facts[0]
    tables.connection.execute(f"CREATE INDEX ON {tables.signals} (xid)")
    assert "index" not in probe(f"{address}&xid=xid").facts[0]


def test_notify_wakes_the_poll_and_nothing_more(tables: Tables, tmp_path: Path) -> None:
    source = open_source(f"{tables.server.url}?table={tables.signals}&every=60&notify=news&drop=n", schema=SCHEMA)
    tables.signal(0)
    with running(monitor(source, tmp_path)) as made:
        until_seen(made, 1, 0)
        until(lambda: tables.connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'alphapulse'").fetchone() == (1,))
        tables.signal(1)
        tables.connection.execute("NOTIFY news")
        until_seen(made, 2, 0)


def test_a_table_that_is_made_anew_is_read_anew(tables: Tables, tmp_path: Path) -> None:
    tables.signal(*range(20))
    with running(monitor(tables.source(labels=False), tmp_path)) as first:
        until_seen(first, 20, 0)
    tables.connection.execute(f"ALTER TABLE {tables.signals} RENAME TO old_{tables.signals}")
    tables.connection.execute(f"CREATE TABLE {tables.signals} (LIKE old_{tables.signals} INCLUDING DEFAULTS)")
    tables.signal(*range(10, 30))
    with running(monitor(tables.source(labels=False), tmp_path)) as second:
        found = until_seen(second, 30, 0)
    assert any(mark.kind == "reset" for mark in found.marks)
    assert found.duplicates == 10


def test_what_retention_deleted_is_not_learnt_twice_where_the_table_is_read_anew(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.online.retention.NEEDED", 20)
    tables.signal(*range(200))
    tables.label(*range(200))
    with running(monitor(tables.source(), tmp_path)) as first:
        until_seen(first, 200, 200)
    with Journal(next((tmp_path / "journal").glob("*.sqlite"))) as journal:
        while journal.forget(Retention(size=100_000), 0, None):
            pass
        left = sum(1 for _ in journal.entries())
    assert left < 100
    tables.connection.execute(f"ALTER TABLE {tables.signals} RENAME TO old_{tables.signals}")
    tables.connection.execute(f"CREATE TABLE {tables.signals} (LIKE old_{tables.signals} INCLUDING DEFAULTS)")
    tables.signal(*range(210))
    with running(monitor(tables.source(), tmp_path)) as second:
        found = until_seen(second, 210, 200)
        until(lambda: second.snapshot().duplicates >= 200)
    assert (found.events, found.labels) == (210, 200)


def test_a_server_that_crashes_and_comes_back_costs_nothing(tables: Tables, tmp_path: Path) -> None:
    tables.signal(*range(100))
    made = monitor(tables.source(), tmp_path)
    with running(made):
        until_seen(made, 100, 0)
        tables.connection.close()
        tables.server.kill()
        until(lambda: made.snapshot().feeds[0].state is LinkState.AWAY)
        assert "reconnecting" in made.snapshot().feeds[0].words
        tables.server.start()
        tables.connection = tables.server.connect()
        tables.signal(*range(100, 150))
        tables.label(*range(120))
        found = until_seen(made, 150, 120)
    assert found.feeds[0].state is LinkState.LIVE


def test_rows_that_lie_are_refused_one_by_one_and_once(server: PostgresServer, tmp_path: Path) -> None:
    made = Tables(server)
    with made.connection:
        made.connection.execute(f"ALTER TABLE {made.signals} ALTER x1 TYPE text")
        made.signal(*range(10))
        made.connection.execute(f"UPDATE {made.signals} SET x1 = 'abc' WHERE id = 's3'")
        made.connection.execute(f"UPDATE {made.signals} SET time = '2090-01-01' WHERE id = 's4'")
        watched = monitor(made.source(labels=False), tmp_path)
        with running(watched):
            until_seen(watched, 8, 0)
            made.signal(10)
            found = until_seen(watched, 9, 0)
    assert found.feeds[0].refused == 2


def test_the_connection_cannot_write(tables: Tables) -> None:
    from engine.monitoring.sources.address import parse
    from engine.monitoring.sources.postgres_client import connect

    with connect(parse(f"{tables.server.url}?table={tables.signals}"), None) as connection:
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            connection.execute(f"DELETE FROM {tables.signals}")


@pytest.mark.parametrize(("table", "more", "said"), [
    ("nowhere", "", "no table nowhere"), ("pg_class; DROP TABLE x", "", "refuses|no table"),
    ("pg_class", "&xid=relname", "no column of the type xid8")])
def test_a_table_that_is_not_there_is_refused_in_words(
    server: PostgresServer, table: str, more: str, said: str
) -> None:
    with pytest.raises(WorkbenchError, match=said):
        monitor(open_source(f"{server.url}?table={table}{more}", schema=SCHEMA), None).run()


def test_without_a_champion_the_numeric_columns_are_the_features(tables: Tables) -> None:
    tables.signal(*range(5))
    source = open_source(f"{tables.server.url}?table={tables.signals}&drop=n")
    assert source.schema.names == NAMES
    source.close()
