"""TLS by real servers with certificates of the test's own: what is right is read, what is not is refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import WorkbenchError
from engine.monitoring.sources.probing import probe
from engine.monitoring.sources.url import open_source, parse
from tests.services.certificates import Authority
from tests.services.made import SCHEMA, monitor, one_signal, running, story, until_seen
from tests.services.postgres_server import PostgresServer, postgres_server
from tests.services.redis_server import RedisServer, redis_server


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("others"), "stranger")


@pytest.fixture(scope="module")
def server(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    pair = authority.pair("localhost")
    tls = ["--tls-cert-file", str(pair.certificate), "--tls-key-file", str(pair.key), "--tls-ca-cert-file",
           str(authority.file), "--tls-auth-clients", "yes"]
    with redis_server(tmp_path_factory.mktemp("redis"), tls=tls) as made:
        made.add("signals", *story(0, 60))
        yield made


@pytest.fixture(scope="module")
def postgres(authority: Authority) -> Iterator[PostgresServer]:
    pair = authority.pair("localhost")
    with postgres_server(tls=(pair.certificate, pair.key)) as made, made.connect() as connection:
        one_signal(connection)
        yield made


def test_redis_is_read_over_tls_also_where_it_asks_who_we_are(
    server: RedisServer, authority: Authority, tmp_path: Path
) -> None:
    ours = authority.pair("monitor")
    address = (f"rediss://localhost:{server.tls_port}/0?stream=signals&sslrootcert={authority.file}"
               f"&sslcert={ours.certificate}&sslkey={ours.key}")
    assert probe(address).words == "It works."
    with running(monitor(open_source(address, schema=SCHEMA, workspace=tmp_path), tmp_path)) as made:
        until_seen(made, 60, 30)
        assert made.snapshot().source.startswith("rediss://localhost")


@pytest.mark.parametrize(("host", "by", "words"), [
    ("127.0.0.1", "authority", "certificate does"),  # another name than the certificate's
    ("localhost", "stranger", "sslrootcert="),
    ("localhost", "", "sslrootcert="),  # the system's authorities do not know ours
    ("localhost", "nothing of ours", "certificate of ours"),
])
def test_a_redis_whose_certificate_is_not_right_is_refused_in_words(
    server: RedisServer, authority: Authority, stranger: Authority, tmp_path: Path, host: str, by: str, words: str
) -> None:
    ours = authority.pair("monitor")
    trusted = {"": "", "stranger": f"&sslrootcert={stranger.file}"}.get(by, f"&sslrootcert={authority.file}")
    mine = "" if by == "nothing of ours" else f"&sslcert={ours.certificate}&sslkey={ours.key}"
    source = open_source(f"rediss://{host}:{server.tls_port}/0?stream=signals{trusted}{mine}", schema=SCHEMA,
                         workspace=tmp_path)
    with pytest.raises(WorkbenchError, match=words) as refused:
        monitor(source, tmp_path).run()
    assert refused.value.code == "bad-certificate"


def test_a_port_without_tls_and_an_expired_certificate_are_refused_in_words(
    server: RedisServer, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("engine.monitoring.sources.redis_client.ANSWER_PATIENCE", 0.3)
        patch.setattr("engine.monitoring.sources.redis_client.CONNECT_PATIENCE", 0.3)
        plain = probe(f"rediss://localhost:{server.port}/0?stream=signals&sslrootcert={authority.file}")
    assert not plain.works
    assert "a port without TLS does not answer either" in plain.words
    old = authority.pair("localhost", days=-1)
    tls = ["--tls-cert-file", str(old.certificate), "--tls-key-file", str(old.key), "--tls-ca-cert-file",
           str(authority.file), "--tls-auth-clients", "no"]
    with redis_server(tmp_path / "old", tls=tls) as expired:
        found = probe(f"rediss://localhost:{expired.tls_port}/0?stream=signals&sslrootcert={authority.file}")
    assert "expired" in found.words


def test_postgres_is_read_with_its_name_verified_and_refused_in_words_otherwise(
    postgres: PostgresServer, authority: Authority, stranger: Authority
) -> None:
    place = f"postgresql://postgres@localhost:{postgres.port}/postgres?table=signals&sslmode=verify-full"
    assert probe(f"{place}&sslrootcert={authority.file}").words == "It works."
    wrong_name = probe(f"{place.replace('@localhost', '@127.0.0.1')}&sslrootcert={authority.file}")
    assert "does not match" in wrong_name.words
    for found in (wrong_name, probe(f"{place}&sslrootcert={stranger.file}")):
        assert not found.works
        assert "as its certificate does" in found.remedy
    with postgres_server() as plain:
        without = probe(f"postgresql://postgres@localhost:{plain.port}/postgres?table=signals&sslmode=require")
    assert "SSL" in without.words
    assert "TLS switched on" in without.remedy


@pytest.mark.parametrize(("url", "words"), [
    ("rediss://h/0?stream=s&sslrootcert=/not/there.pem", "no file /not/there.pem"),
    (f"redis://h/0?stream=s&sslrootcert={__file__}", "of no use without TLS"),
    ("postgresql://h/d?table=t&sslmode=safe", "sslmode=safe is not possible"),
    ("postgresql://h/d?table=t&sslcert=/not/there.pem", "no file"),
])
def test_options_of_tls_that_cannot_serve_are_refused_at_once(url: str, words: str) -> None:
    with pytest.raises(WorkbenchError, match=words):
        parse(url)
