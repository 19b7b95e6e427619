"""A real redis-server of a test's own: on a free port, in a temporary folder, killed and brought back at will."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class RedisServer:
    """`keep` writes every command to disk before it answers; `tls` are more options for a second port with TLS."""

    def __init__(self, folder: Path, *, keep: bool = True, password: str = "", port: int = 0,
                 tls: Sequence[str] = ()) -> None:
        self.folder, self.keep, self.password = folder, keep, password
        self.tls_port = free_port() if tls else 0
        self._tls = ["--tls-port", str(self.tls_port), *tls] if tls else []
        self.port = port or free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def client(self) -> redis.Redis:
        """A client of the test's own, which gives up at once."""
        return redis.Redis(port=self.port, password=self.password or None, protocol=2, retry=Retry(NoBackoff(), 0))

    def start(self) -> None:
        """Start and wait until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder),
                   "--save", "", "--appendonly", "yes" if self.keep else "no", "--appendfsync", "always",
                   "--logfile", str(self.folder / "redis.log"), *self._tls]
        if self.password:
            command += ["--requirepass", self.password]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        with self.client as client:
            while True:
                with contextlib.suppress(redis.ConnectionError, redis.TimeoutError):
                    client.ping()
                    return
                assert time.monotonic() < deadline, (self.folder / "redis.log").read_text()
                assert self._process.poll() is None, (self.folder / "redis.log").read_text()

    def kill(self) -> None:
        """Kill -9."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)

    def restart(self) -> None:
        """End it in order and start it again."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(60)
        self.start()

    def remember(self) -> None:
        """Copy what is on disk now, for `forget`; a copy under way may lack the last words."""
        kept = self.folder.with_name("older")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.folder, kept)

    def forget(self) -> None:
        """Lose everything since `remember`, as a disk that only said that it had written; call while it is down."""
        kept = self.folder.with_name("older")
        if kept.exists():
            shutil.rmtree(self.folder)
            shutil.copytree(kept, self.folder)

    def wipe(self) -> None:
        """Forget everything on disk, as a server without persistence does when it ends; call while it is down."""
        shutil.rmtree(self.folder)

    def stop(self) -> None:
        """End it."""
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def add(self, stream: str, *entries: Mapping[str, Any]) -> list[bytes]:
        """Append entries; returns their ids."""
        with self.client as client, client.pipeline(transaction=False) as pipe:
            for entry in entries:
                pipe.xadd(stream, dict(entry))
            return list(pipe.execute())


@contextlib.contextmanager
def redis_server(folder: Path, **how: Any) -> Iterator[RedisServer]:
    """A server for the block; the test is skipped by name where redis-server is not installed."""
    if shutil.which("redis-server") is None:
        pytest.skip("needs redis-server (apt-get install redis-server)")
    server = RedisServer(folder, **how)
    try:
        yield server
    finally:
        server.stop()
