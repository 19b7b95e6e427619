"""A planted password is used by every way there is and found in nothing that the program writes or says."""

from __future__ import annotations

import json
import logging
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest

from engine.cli import main
from engine.errors import WorkbenchError
from engine.monitoring.sources.address import parse
from engine.monitoring.sources.secret import Secret, found, into_keyring, scrub
from engine.monitoring.sources.url import open_source
from tests.conftest import ROOT
from tests.services.made import SCHEMA, one_signal, story
from tests.services.postgres_server import PostgresServer, postgres_server
from tests.services.redis_server import RedisServer, redis_server

PLANTED = "Pl4nted-s3cret"


class Remembering(keyring.backend.KeyringBackend):
    """A keyring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Remembering]:
    before, made = keyring.get_keyring(), Remembering()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with redis_server(tmp_path / "redis", password=PLANTED) as made:
        made.add("signals", *story(0, 60))
        yield made


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    with postgres_server(password=PLANTED) as made, made.connect() as connection:
        one_signal(connection)
        yield made


def _assert_nowhere(*folders: Path, said: str = "") -> None:
    assert PLANTED not in said
    looked = 0
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file():
                assert PLANTED.encode() not in file.read_bytes(), file
                looked += 1
    assert looked > 3


def _watch(*words: str) -> int:
    return main(["monitor", "--no-batch", "--max-events", "1", *words])


def test_no_file_and_no_word_holds_it(
    server: RedisServer, workspace_dir: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_address = f"redis://:{PLANTED}@127.0.0.1:{server.port}/0"
    assert _watch("--source", f"{open_address}?stream=signals", "--events-to", f"{open_address}?stream=events") == 0
    monkeypatch.setenv("REDISCLI_AUTH", PLANTED)
    assert _watch("--source", f"redis://127.0.0.1:{server.port}/0?stream=signals", "--fresh") == 0
    assert main(["doctor", "--source", f"{open_address}?stream=signals"]) == 0
    assert main(["monitor", "--status"]) == 0
    assert main(["events", "--limit", "0"]) == 0
    monkeypatch.delenv("REDISCLI_AUTH")
    wrong = f"redis://:{PLANTED}x@127.0.0.1:{server.port}/0?stream=signals"
    assert _watch("--source", wrong, "--fresh") == 1
    assert _watch("--source", f"redis://:{PLANTED}@127.0.0.1:1/0?stream=signals", "--fresh") == 1
    assert _watch("--source", f"redis://:{PLANTED}@127.0.0.1/0", "--json") == 1
    said = capfd.readouterr()
    _assert_nowhere(workspace_dir, said=said.out + said.err)
    assert "does not let us in" in said.err


def test_postgres_takes_it_from_pgpass_the_environment_and_the_address(
    postgres: PostgresServer, workspace_dir: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"{postgres.url}?table=signals"
    pgpass = tmp_path / "pgpass"
    pgpass.write_text(f"127.0.0.1:{postgres.port}:*:postgres:{PLANTED}\n")
    pgpass.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(pgpass))
    assert _watch("--source", address) == 0
    pgpass.chmod(0o644)
    assert _watch("--source", address, "--fresh") == 1
    assert "chmod 600" in capfd.readouterr().err
    monkeypatch.setenv("PGPASSWORD", PLANTED)
    assert _watch("--source", address, "--fresh") == 0
    monkeypatch.setenv("PGPASSWORD", f"{PLANTED}x")
    assert _watch("--source", address, "--fresh") == 1
    monkeypatch.delenv("PGPASSWORD")
    service = tmp_path / "services"
    service.write_text(f"[trading]\nhost=127.0.0.1\nport={postgres.port}\nuser=postgres\ndbname=postgres\n"
                       f"password={PLANTED}\n")
    monkeypatch.setenv("PGSERVICEFILE", str(service))
    assert _watch("--source", "postgresql:///?service=trading&table=signals") == 0
    assert _watch("--source", address.replace("postgres@", f"postgres:{PLANTED}@"), "--fresh") == 0
    said = capfd.readouterr()
    _assert_nowhere(workspace_dir, said=said.out + said.err)


def test_a_keyring_is_asked_and_filled(server: RedisServer, workspace_dir: Path, ring: Remembering) -> None:
    address = f"redis://127.0.0.1:{server.port}/0?stream=signals"
    with pytest.raises(WorkbenchError, match="does not let us in"):
        open_source(address)
    assert into_keyring(parse(address).account, Secret(PLANTED))
    source = open_source(address, workspace=workspace_dir)
    assert source.schema.names == SCHEMA.names
    source.close()


def test_a_fault_nobody_expected_leaves_no_password_in_the_log(
    server: RedisServer, workspace_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library might put the whole address into its words."""
    address = f"redis://:{PLANTED}@127.0.0.1:{server.port}/0?stream=signals"

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"cannot do {address} with password={PLANTED}")

    monkeypatch.setattr("engine.monitoring.stream.Stream.apply", broken)
    with pytest.raises(RuntimeError):
        _watch("--source", address)
    _assert_nowhere(workspace_dir)
    assert "unexpected fault" in (workspace_dir / "logs" / "monitor.log").read_text()


def test_a_crash_of_the_process_leaves_none_either(server: RedisServer, workspace_dir: Path) -> None:
    script = f"""
import faulthandler, os, sys, threading, time
from pathlib import Path
faulthandler.enable(open(sys.argv[1] + "/crash.txt", "w"))
def crash():
    while not any(Path(sys.argv[1], "journal").glob("*.status.json")):
        time.sleep(0.05)
    os.abort()
threading.Thread(target=crash, daemon=True).start()
from engine.cli import main
main(["monitor", "--no-batch", "--workspace", sys.argv[1], "--source",
      "redis://:" + os.environ["P"] + "@127.0.0.1:{server.port}/0?stream=signals"])
"""
    workspace_dir.mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, "-c", script, str(workspace_dir)], cwd=ROOT, text=True, capture_output=True,
                          env={**os.environ, "P": PLANTED}, check=False)
    assert done.returncode < 0
    assert "Fatal Python error" in (workspace_dir / "crash.txt").read_text()
    _assert_nowhere(workspace_dir, said=done.stdout + done.stderr)


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret(PLANTED)
    address = parse(f"redis://me:{PLANTED}@h/0?stream=s")
    logging.getLogger("test").debug("%s %r", secret, address)
    assert PLANTED not in f"{secret} {secret!r} {address} {[secret]} {address.words}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        json.dumps(secret)
    assert PLANTED not in scrub(f"x://u:{PLANTED}@h password={PLANTED} PASSWORD: '{PLANTED}'")
    assert found("redis", "nobody@h:1", None, lambda words: PLANTED).reveal() == PLANTED  # type: ignore[union-attr]


def test_bundles_reports_exports_and_tracked_runs_hold_none(
    server: RedisServer, sample_file: Path, workspace_dir: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is made in the workspace whose monitor was let in with the password, which the environment holds."""
    for name in ("REDISCLI_AUTH", "PGPASSWORD", "MLFLOW_TRACKING_PASSWORD"):
        monkeypatch.setenv(name, PLANTED)
    address = f"redis://:{PLANTED}@127.0.0.1:{server.port}/0?stream=signals"
    assert main(["monitor", "--no-batch", "--max-events", "60", "--source", address]) == 0
    assert main(["events", "--note", f"it was let in with {address}"]) == 0
    made = tmp_path / "made"
    assert main(["hard", "--out", str(made / "hard.csv")]) in (0, 1)  # where nothing was hard it is refused
    assert main(["train", str(sample_file), "--models", "lightgbm", "--rounds", "5", "--folds", "2", "--json"]) == 0
    said = capfd.readouterr()
    run = json.loads(said.out.splitlines()[-1])["runs"][0]["id"]
    assert main(["export", run, "--out", str(made / "model.apbundle")]) == 0
    assert main(["report", run, "--out", str(made / "report.html")]) == 0
    pytest.importorskip("mlflow")
    assert main(["models", "sync", "--mlflow"]) == 0
    with zipfile.ZipFile(made / "model.apbundle") as bundle:
        bundle.extractall(made / "bundle")
    more = capfd.readouterr()
    _assert_nowhere(workspace_dir, made, said=said.out + said.err + more.out + more.err)
