"""A real PostgreSQL of a test's own: on a free port, in a temporary folder, never as root."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.services.redis_server import free_port


def programs() -> Path | None:
    """The folder of the newest installed server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    return Path(there).parent if there else None


class PostgresServer:
    """`password` is asked of everyone who connects by the network; without one all are let in.

    With `tls`, a certificate and its key, connections by the network may be encrypted.
    """

    def __init__(self, folder: Path, bin_folder: Path, password: str = "",
                 tls: tuple[Path, Path] | None = None) -> None:
        self.folder, self._bin, self.password, self._tls = folder, bin_folder, password, tls
        self.port = free_port()
        os.chmod(folder, 0o755)
        self._run("initdb", "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8",
                  "--locale=C")
        for file, name in zip(tls or (), ("server.crt", "server.key"), strict=False):
            shutil.copy(file, folder / "data" / name)
            shutil.chown(folder / "data" / name, folder.joinpath("data").owner())
        if password:
            (folder / "data" / "pg_hba.conf").write_text("local all all trust\nhost all all all scram-sha-256\n")
        self.start()
        if password:
            with self.connect() as connection:
                connection.execute(f"ALTER USER postgres PASSWORD '{password}'")

    @property
    def url(self) -> str:
        """The address without a table."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def connect(self) -> psycopg.Connection[Any]:
        """A connection of the test's own, by the socket, each statement a transaction."""
        return psycopg.connect(host=str(self.folder), port=self.port, user="postgres", dbname="postgres",
                               autocommit=True)

    def start(self) -> None:
        """Start and wait until it answers."""
        how = f"-c port={self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off"
        how += " -c ssl=on" if self._tls else ""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-w", "-o", how, "start")

    def kill(self) -> None:
        """End it as a crash does."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def stop(self) -> None:
        """End it, whatever its state."""
        with contextlib.suppress(subprocess.CalledProcessError):
            self.kill()

    def _run(self, program: str, *words: str) -> None:
        command = [str(self._bin / program), *words]
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


@contextlib.contextmanager
def postgres_server(**how: Any) -> Iterator[PostgresServer]:
    """A server for the block; the test is skipped by name where PostgreSQL is not installed."""
    found = programs()
    if found is None:
        pytest.skip("needs PostgreSQL's server (apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="alphapulse-pg-"))
    server = None
    try:
        server = PostgresServer(folder, found, **how)
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)
