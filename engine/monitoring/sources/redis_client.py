"""A client of a Redis server: connected with patience, its faults told apart, nothing secret in its words."""

from __future__ import annotations

import contextlib
import hashlib
import re
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING

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
        password=secret.reveal() if secret else None, ssl=address.tls, protocol=2,
        socket_connect_timeout=CONNECT_PATIENCE, socket_timeout=ANSWER_PATIENCE, retry=Retry(NoBackoff(), 0),
        client_name="alphapulse", socket_keepalive=True, health_check_interval=0,
    )
    for command in ("XREADGROUP", "XAUTOCLAIM", "XREVRANGE"):
        client.set_response_callback(command, lambda answer, **_: answer)
    return client


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
            f"The server does not let us in ({scrub(str(error), secret)}).", where=address.words, code="no-access",
            remedy="Give the user in the address and the password in the form, by REDISCLI_AUTH, the keyring or "
                   "--ask-password; it needs +xreadgroup, +xack, +xinfo, +xgroup, +xpending, +xautoclaim on the "
                   "stream.") from error
    except (redis.ConnectionError, redis.TimeoutError, OSError) as error:
        raise Away(scrub(_reason(error), secret)) from error
    except redis.ResponseError as error:
        if any(word in str(error) for word in _PASSING):
            raise Away(scrub(str(error), secret)) from error
        raise WorkbenchError(f"The server refuses ({scrub(str(error), secret)}).", where=address.words,
                             remedy="See that the name is a stream's and the server is Redis 5 or newer.",
                             code="bad-source") from error
    except (redis.RedisError, LookupError, TypeError, ValueError, AttributeError) as error:
        words = f"it gave an answer that makes no sense ({type(error).__name__}: {_reason(error)})"
        raise Away(scrub(words, secret)) from error


def _reason(error: BaseException) -> str:
    """What happened; where is told beside it."""
    words = _WHERE.sub("", str(error).strip()).rstrip(".")
    return words or type(error).__name__
