"""A read-only connection to a PostgreSQL server; what keeps away is told from what somebody has to mend."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import MissingExtraError, WorkbenchError
from engine.monitoring.sources.address import SourceAddress
from engine.monitoring.sources.live import Away
from engine.monitoring.sources.secret import Secret, scrub

if TYPE_CHECKING:
    import psycopg

CONNECT_PATIENCE = 3  # seconds
STATEMENT_PATIENCE = 60_000  # ms
_SILENCE = 10_000  # ms without an answer of the other machine's network
_OPTIONS = f"-c default_transaction_read_only=on -c statement_timeout={STATEMENT_PATIENCE} -c timezone=UTC"
_TO_MEND = ("28", "3D", "42", "3F")  # SQLSTATE classes: access, database, syntax or rights, schema
_WHERE = re.compile(r"connection failed: connection to server (?:at|on socket) \"[^\"]*\"(?: \([^)]*\))?"
                    r"(?:, port \d+)? failed: ")
_MEND_WORDS = ("password", "no pg_hba.conf entry", "does not exist", "definition of service")
_SSL_WORDS = ("certificate", "does not support SSL", "SSL error", "private key")
_TLS_REMEDY = ("See that the address names the server as its certificate does, that sslrootcert=FILE is the authority "
               "that signed it, and that the server has TLS switched on; where it asks for a certificate of ours, give "
               "sslcert=FILE and sslkey=FILE.")


def connect(address: SourceAddress, secret: Secret | None) -> psycopg.Connection[Any]:
    """Connect as the address, `.pgpass`, a service file or the environment say; read-only, in UTC."""
    try:
        import psycopg
    except ImportError as error:
        raise MissingExtraError("psycopg", extra="postgres") from error
    named = {
        "host": address.host, "port": address.port, "user": address.user, "dbname": address.database,
        "password": secret.reveal() if secret else "",
        **{key: address.options.get(key, "") for key in ("service", "sslmode", "sslrootcert", "sslcert", "sslkey")},
    }
    with in_words(address, secret):
        return psycopg.connect(
            **{key: value for key, value in named.items() if value}, autocommit=True, connect_timeout=CONNECT_PATIENCE,
            options=_OPTIONS, application_name="alphapulse", keepalives_idle=10, tcp_user_timeout=_SILENCE,
            prepare_threshold=None)


@contextlib.contextmanager
def in_words(address: SourceAddress, secret: Secret | None) -> Iterator[None]:
    """`Away` for what passes, `WorkbenchError` for what does not."""
    import psycopg

    try:
        yield
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        words = scrub(_first_line(error), secret)
        if any(part in words for part in _SSL_WORDS):
            raise WorkbenchError(f"No safe connection comes about ({words}).", where=address.words,
                                 remedy=_TLS_REMEDY, code="bad-certificate") from None
        if any(part in words for part in _MEND_WORDS):
            raise _no_access(address, words) from None
        raise Away(words) from None
    except psycopg.Error as error:
        words, state = scrub(_first_line(error), secret), error.sqlstate or ""
        if state == "42501":
            raise _no_access(address, words) from None
        if state[:2] in _TO_MEND:
            raise WorkbenchError(f"The server refuses ({words}).", where=address.words, code="bad-source",
                                 remedy="See that the table and its columns are there, and readable.") from None
        raise Away(words) from None


def _no_access(address: SourceAddress, words: str) -> WorkbenchError:
    remedy = ("Give the user in the address and the password in the form, by ~/.pgpass, PGPASSWORD, a service file, "
              "or the keyring; the user needs SELECT on the table.")
    file = Path(os.environ.get("PGPASSFILE", "~/.pgpass")).expanduser()
    with contextlib.suppress(OSError):
        if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            remedy = f"{file} is ignored because others may read it: chmod 600 {file}."
    return WorkbenchError(f"The server does not let us in ({words}).", where=address.words, remedy=remedy,
                          code="no-access")


def _first_line(error: BaseException) -> str:
    """What the server said; the address, which is told beside it, and the library's questions are left out."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.strip().endswith("?")]
    return _WHERE.sub("", " ".join(lines[:2])).rstrip(".") or type(error).__name__
