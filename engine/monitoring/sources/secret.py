"""A password that cannot be printed, logged, saved or sent by accident, and where one is found."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from typing import NoReturn

SERVICE = "AlphaPulse Workbench"  # under which the system's keyring keeps passwords
_MASK = "********"
_IN_ADDRESS = re.compile(r"(?<=://)([^/?#@\s]*?):([^/?#\s]*)@")
_AS_WORD = re.compile(r"(?i)(password|passwd|pwd|requirepass|(?<!fe_send)auth|token|secret|api[_-]?key)(\s*[=:]\s*)"
                      r"('[^']*'|\"[^\"]*\"|[^\s&;,]+)")


class Secret:
    """Shows itself as stars everywhere; only `reveal` tells it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The text itself, for the one call that needs it."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __repr__(self) -> str:
        return _MASK

    __str__ = __repr__

    def __format__(self, how: str) -> str:
        return _MASK

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is never written")


def scrub(text: str, secret: Secret | None = None) -> str:
    """A message without passwords: the given one, and whatever looks like one."""
    if secret:
        text = text.replace(secret.reveal(), _MASK)
    return _AS_WORD.sub(rf"\1\2{_MASK}", _IN_ADDRESS.sub(rf"\1:{_MASK}@", text))


def from_environment(kind: str) -> Secret | None:
    """The variable that the server's own client reads: `REDISCLI_AUTH`; PostgreSQL's library reads its own."""
    value = os.environ.get("REDISCLI_AUTH", "") if kind == "redis" else ""
    return Secret(value) if value else None


def from_keyring(account: str) -> Secret | None:
    """The password that the system's keyring holds for `user@host:port`; None without a keyring."""
    with contextlib.suppress(Exception):  # a keyring that is locked, absent or broken: there are other ways
        import keyring

        value = keyring.get_password(SERVICE, account)
        return Secret(value) if value else None
    return None


def into_keyring(account: str, secret: Secret) -> bool:
    """Remember a password in the system's keyring; False where there is none."""
    with contextlib.suppress(Exception):
        import keyring

        keyring.set_password(SERVICE, account, secret.reveal())
        return True
    return False


def keyring_words() -> tuple[bool, str]:
    """Whether the system's keyring can be used, and which it is."""
    try:
        import keyring
        from keyring.backends import fail
    except ImportError:
        return False, "not installed; passwords come from the environment, .pgpass or are asked for"
    backend = keyring.get_keyring()
    if isinstance(backend, fail.Keyring):
        return False, "no keyring of the system; passwords come from the environment, .pgpass or are asked for"
    return True, f"passwords can be kept in {backend.name}"


def found(kind: str, account: str, given: Secret | None, ask: Callable[[str], str] | None) -> Secret | None:
    """The password: given, from the environment, the keyring, or asked for; None leaves it to the client library."""
    known = given or from_environment(kind) or from_keyring(account)
    if known is None and ask is not None:
        answer = ask(f"Password for {account}: ")
        known = Secret(answer) if answer else None
    return known
