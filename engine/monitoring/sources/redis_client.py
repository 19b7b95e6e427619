"""A client of a Redis server: connected with patience, its faults told apart, nothing secret in its words."""

from __future__ import annotations

import contextlib
import hashlib
import re
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.errors import MissingExtraError, WorkbenchError
from engine.monitoring.sources.address import SourceAddress
from engine.monitoring.sources.live import Away
from engine.monitoring.sources.secret import Secret, scrub

if TYPE_CHECKING:
    import redis

CONNECT_PATIENCE, ANSWER_PATIENCE = 3.0, 5.0  # seconds
_WHERE = re.compile(r"^Error (?:-?\d+ )?(?:while )?(?:connecting to|reading from) \S+?[.:]? (?=\S)")
_PASSING = ("LOADING", "READONLY", "MASTERDOWN", "TRYAGAIN", "OOM", "MISCONF", "UNBLOCKED")


def connect(address: SourceAddress, secret: Secret | None) -> redis.Redis:
    """A client whose answers to the reading commands come as they are."""
    try:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry
    except ImportError as error:
        raise MissingExtraError("redis", extra="redis") from error
    client = redis.Redis(
        host=address.host, port=address.port, db=int(address.database), username=address.user or None,
        password=secret.reveal() if secret else None, protocol=2, **_tls(address),
        socket_connect_timeout=CONNECT_PATIENCE, socket_timeout=ANSWER_PATIENCE, retry=Retry(NoBackoff(), 0),
        client_name="alphapulse", socket_keepalive=True, health_check_interval=0,
    )
    for command in ("XREADGROUP", "XAUTOCLAIM", "XREVRANGE"):
        client.set_response_callback(command, lambda answer, **_: answer)
    return client


def _tls(address: SourceAddress) -> dict[str, Any]:
    """With TLS the server's certificate and name are checked, by the system's authorities or those that are given."""
    if not address.tls:
        return {}
    given = {"ssl_ca_certs": "sslrootcert", "ssl_certfile": "sslcert", "ssl_keyfile": "sslkey"}
    return {"ssl": True, "ssl_cert_reqs": "required", "ssl_check_hostname": True,
            **{name: address.options[option] for name, option in given.items() if option in address.options}}


def reader_name(place: str) -> str:
    """The consumer and group of a workspace on this machine."""
    return f"alphapulse-{hashlib.sha256(f'{socket.gethostname()}:{place}'.encode()).hexdigest()[:10]}"


@contextlib.contextmanager
def in_words(address: SourceAddress, secret: Secret | None) -> Iterator[None]:
    """What keeps away is told from what somebody has to mend."""
    import redis

    try:
        yield
    except (redis.AuthenticationError, redis.exceptions.NoPermissionError) as error:
        raise WorkbenchError(
            f"The server does not let us in ({scrub(_reason(error), secret)}).", where=address.words, code="no-access",
            remedy="Give the user in the address and the password in the form, by REDISCLI_AUTH or the "
                   "keyring; it needs +xreadgroup, +xack, +xinfo, +xgroup, +xpending, +xautoclaim on the "
                   "stream.") from error
    except (redis.ConnectionError, redis.TimeoutError, OSError) as error:
        if "SSL" in str(error) and (remedy := _tls_remedy(str(error))):
            raise WorkbenchError(f"No safe connection comes about ({scrub(_reason(error), secret)}).",
                                 where=address.words, remedy=remedy, code="bad-certificate") from error
        silent = address.tls and isinstance(error, redis.TimeoutError)
        hint = "; a port without TLS does not answer either" if silent else ""
        raise Away(scrub(f"{_reason(error)}{hint}", secret)) from error
    except redis.ResponseError as error:
        if any(word in str(error) for word in _PASSING):
            raise Away(scrub(str(error), secret)) from error
        raise WorkbenchError(f"The server refuses ({scrub(str(error), secret)}).", where=address.words,
                             remedy="See that the name is a stream's and the server is Redis 5 or newer.",
                             code="bad-source") from error
    except (redis.RedisError, LookupError, TypeError, ValueError, AttributeError) as error:
        words = f"it gave an answer that makes no sense ({type(error).__name__}: {_reason(error)})"
        raise Away(scrub(words, secret)) from error


def _tls_remedy(words: str) -> str:
    """What to do about a certificate; nothing where it is the wire that broke."""
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return ("See that the address names the server as its certificate does, and give the authority that signed it "
                "with sslrootcert=FILE.")
    if "WRONG_VERSION_NUMBER" in words or "record layer failure" in words:
        return "The server speaks no TLS at this port: give its TLS port, or redis:// where you trust the network."
    if "CERTIFICATE_REQUIRED" in words or "HANDSHAKE_FAILURE" in words or "certificate required" in words:
        return "The server asks for a certificate of ours: give sslcert=FILE and sslkey=FILE."
    return ""


def _reason(error: BaseException) -> str:
    """What happened; where is told beside it."""
    words = _WHERE.sub("", str(error).strip()).rstrip(".")
    return words or type(error).__name__
