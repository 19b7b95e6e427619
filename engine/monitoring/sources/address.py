"""One grammar for sources; what an address means, without the password that it may hold."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from engine.data.synthetic import Kind
from engine.errors import WorkbenchError
from engine.monitoring.sources.secret import Secret
from engine.records import Roles

GRAMMAR = """\
sources:
  file:///PATH?speed=60           replay: 1 as it happened, 60 an hour in a minute, 0 full speed (also a plain path)
  tail:///PATH                    a CSV or JSON-lines file that grows; rotation and truncation are followed
  folder:///PATH?pattern=*.csv    every such file in a folder, new and grown ones too
  redis://HOST:PORT/DB?stream=S   Redis Streams: group=NAME, labels=STREAM; rediss:// with TLS, where the server's
                                  certificate and name are always checked: sslrootcert=FILE for one of your own
  postgresql://HOST:PORT/DB?table=T
                                  PostgreSQL or TimescaleDB: labels=TABLE, every=SECONDS (0.5), notify=CHANNEL,
                                  xid=COLUMN (an indexed xid8 column "DEFAULT pg_current_xact_id()", for large
                                  tables), sslmode=verify-full, sslrootcert=FILE; postgresql:///?service=NAME&table=T
  simulate://?rate=10&seed=0&drift=abrupt
                                  no server at all: made-up signals x0 to x5 for ever, each label later by its own
                                  wait; rate=SIGNALS A SECOND (10; 0 full speed), seed=N (0), drift=KIND of change
                                  (abrupt): stationary, gradual, incremental, recurring, covariate_only, prior_only,
                                  edge_decay, feed_fault, dependent, interaction; rows=N (20000): half way through
                                  these the change, after them the next chapter begins as the first did;
                                  auc=0.8 of who knows the law, wins=0.4, delay=30 (signals until a label, on average)
the servers with sslcert=FILE and sslkey=FILE where the server asks for a certificate of ours.
all but the made-up one: from=start|now (where a first run begins; default start), and columns by id=, time=, label=,
label_time=, rr=, drop=A,B where their names do not tell. The labels of another source are joined by id.
passwords: from REDISCLI_AUTH, PGPASSWORD, ~/.pgpass, a service file or the system's keyring, else asked for;
they are kept in none of the files that this program writes.
"""
_SHARED = frozenset({"from", "id", "time", "label", "label_time", "rr", "drop"})
_TLS = frozenset({"sslrootcert", "sslcert", "sslkey"})
_SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
_OPTIONS: Mapping[str, frozenset[str]] = {
    "file": frozenset({"speed"}),
    "tail": _SHARED,
    "folder": _SHARED | {"pattern"},
    "redis": _SHARED | _TLS | {"stream", "labels", "group"},
    "postgresql": _SHARED | _TLS | {"table", "labels", "every", "notify", "xid", "service", "sslmode"},
    "simulate": frozenset({"rate", "seed", "drift", "rows", "auc", "wins", "delay"}),
}
_SCHEMES = {"file": "file", "tail": "tail", "folder": "folder", "redis": "redis", "rediss": "redis",
            "postgresql": "postgresql", "postgres": "postgresql", "timescaledb": "postgresql", "simulate": "simulate"}
_PORTS = {"redis": 6379, "postgresql": 5432}
_NEEDED = {"redis": ("stream", "redis://localhost:6379/0?stream=signals"),
           "postgresql": ("table", "postgresql://localhost/trading?table=signals")}
_TOLD = {"rate": (0.0, 1e6), "seed": (0.0, 2.0**32), "rows": (1000.0, 1e6), "auc": (0.5, 0.95), "wins": (0.05, 0.95),
         "delay": (0.0, 1e5)}


@dataclass(frozen=True, slots=True)
class Story:
    """What a made-up stream is like; `rate` are signals a second, 0 as fast as can be."""

    drift: str = "abrupt"
    rate: float = 10.0
    seed: int = 0
    rows: int = 20_000
    auc: float = 0.8
    wins: float = 0.4
    delay: float = 30.0

    @property
    def words(self) -> str:
        """The same for the same events: how fast they come is no part of it."""
        told = {name: f"{value:g}" if isinstance(value, float) else str(value)
                for name, value in sorted(dataclasses.asdict(self).items()) if name != "rate"}
        return f"simulate://?{urlencode(told)}"


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """A parsed source; `speed` 0 is full speed, 1 is as it happened. `secret` never shows itself."""

    kind: str
    path: str = ""
    speed: float = 0.0
    host: str = ""
    port: int = 0
    user: str = ""
    database: str = ""
    tls: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    secret: Secret | None = None

    @property
    def live(self) -> bool:
        """Whether it goes on for ever."""
        return self.kind != "file"

    @property
    def account(self) -> str:
        """Whose password it is: what the keyring calls it."""
        return f"{self.user or 'default'}@{self.host or 'localhost'}:{self.port or _PORTS.get(self.kind, 0)}"

    @property
    def words(self) -> str:
        """The source for people and for the journal: no password."""
        if self.kind == "file":
            return self.path
        who = f"{quote(self.user)}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        where = f"{who}{self.host}{port}/{quote(self.database)}" if self.kind in _PORTS else quote(self.path)
        scheme = "rediss" if self.tls and self.kind == "redis" else self.kind
        told = urlencode(sorted(self.options.items()), safe="*,./:")
        return f"{scheme}://{where}{'?' if told else ''}{told}"

    def roles(self, given: Roles) -> Roles:
        """The columns that the address names, over those that were given."""
        named = {role: self.options[option] for option, role in (
            ("id", "id"), ("time", "time"), ("label", "label"), ("label_time", "label_time"), ("rr", "weight"),
        ) if option in self.options}
        dropped = tuple(name.strip() for name in self.options.get("drop", "").split(",") if name.strip())
        return dataclasses.replace(given, dropped=(*given.dropped, *dropped), **named)  # type: ignore[arg-type]

    def of_labels(self) -> SourceAddress | None:
        """The address of the labels that `labels=` names on the same server."""
        name = self.options.get("labels")
        if name is None:
            return None
        main = "stream" if self.kind == "redis" else "table"
        options = {key: value for key, value in self.options.items() if key not in {"labels", "xid"}}
        return dataclasses.replace(self, options={**options, main: name})


def parse(url: str) -> SourceAddress:
    """Read a source's address; a plain path is a file at full speed. Refuses what cannot be served, in words."""
    try:
        parts = urlsplit(url)
        scheme, port = parts.scheme.lower(), parts.port
    except ValueError:
        raise _bad("The address of the source cannot be read.",
                   "Write it as a kind and a place, as in tail:///path/signals.csv.") from None
    if not scheme or len(scheme) == 1:  # a path, or a Windows drive
        return SourceAddress("file", url)
    if scheme not in _SCHEMES:
        raise WorkbenchError(f"There is no source of the kind {scheme!r}.", code="unknown-source",
                             remedy=f"Known are {', '.join(sorted(set(_SCHEMES)))}: choose one of these.")
    kind = _SCHEMES[scheme]
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if kind in _PORTS:
        database, more = _database(kind, unquote(parts.path).strip("/"))
        if more.get("stream") and "stream" in options:
            raise _bad("The address names two streams.", "Write it as redis://localhost:6379/0?stream=signals.")
        host = parts.hostname or ("localhost" if kind == "redis" else "")  # PostgreSQL's library has places of its own
        address = SourceAddress(
            kind, host=host, port=port or (_PORTS[kind] if host else 0), user=unquote(parts.username or ""),
            database=database, tls=scheme == "rediss", options={**more, **options},
            secret=Secret(unquote(parts.password)) if parts.password else None)
    else:
        address = SourceAddress(kind, _path(parts.netloc, parts.path), _speed(options), options=options)
    _check(address)
    return address


def _database(kind: str, path: str) -> tuple[str, dict[str, str]]:
    """Redis also takes /DB/STREAM and /STREAM."""
    if kind != "redis":
        return path, {}
    first, _, rest = path.partition("/")
    if first.isdigit() or not first:
        return first or "0", {"stream": rest} if rest else {}
    return "0", {"stream": path}


def _check(address: SourceAddress) -> None:
    unknown = sorted(set(address.options) - _OPTIONS[address.kind])
    if unknown:
        known = ", ".join(sorted(_OPTIONS[address.kind]))
        raise _bad(f"The source has an option that is not understood: {', '.join(unknown)}.",
                   f"A source of the kind {address.kind} takes {known}.")
    needed = _NEEDED.get(address.kind)
    if needed is not None and not address.options.get(needed[0]):
        raise _bad(f"The address names no {needed[0]}.", f"Write it as {needed[1]}.")
    if address.options.get("from", "start") not in {"start", "now"}:
        raise _bad(f"from={address.options['from']} is not possible.", "Give from=start or from=now.")
    if address.options.get("sslmode", _SSL_MODES[-1]) not in _SSL_MODES:
        raise _bad(f"sslmode={address.options['sslmode']} is not possible.", f"Give one of {', '.join(_SSL_MODES)}.")
    for name in sorted(_TLS & set(address.options)):
        _check_file(address, name)
    if "every" in address.options:
        _number("every", address.options["every"], 0.05, 3600.0)
    if address.kind == "simulate":
        if address.path.strip("/"):
            raise _bad("A made-up stream has no place.", "Write it as simulate://?rate=10&seed=0&drift=abrupt.")
        story_of(address)


def story_of(address: SourceAddress) -> Story:
    """What a `simulate://` address tells; refuses what cannot be made."""
    options = address.options
    kinds = [kind.value for kind in Kind]
    if options.get("drift", kinds[0]) not in kinds:
        raise _bad(f"drift={options['drift']} is not possible.", f"Give one of {', '.join(kinds)}.")
    found = {name: _number(name, options[name], low, high) for name, (low, high) in _TOLD.items() if name in options}
    whole: dict[str, Any] = {name: int(found[name]) for name in ("seed", "rows") if name in found}
    if any(whole[name] != found[name] for name in whole):
        raise _bad("seed and rows are whole numbers.", "Write them as seed=7&rows=20000.")
    drift: dict[str, Any] = {"drift": options["drift"]} if "drift" in options else {}
    story = Story(**{**found, **whole, **drift})
    if story.delay > story.rows / 4:
        raise _bad(f"delay={story.delay:g} is too long for rows={story.rows}.", "Give rows=N at least four times it.")
    return story


def _check_file(address: SourceAddress, name: str) -> None:
    file = address.options[name]
    if address.kind == "redis" and not address.tls:
        raise _bad(f"{name}= is of no use without TLS.", "Write the address with rediss://.")
    if file != "system" and not Path(file).is_file():
        raise _bad(f"There is no file {file}.", f"Give {name}= the path of a PEM file that you may read.")


def _path(host: str, path: str) -> str:
    if host not in {"", "localhost"}:  # file://relative/path, or a Windows share
        return unquote(f"{host}{path}")
    path = unquote(path)
    windows_drive = len(path) > 2 and path[0] == "/" and path[2] == ":"
    return path[1:] if windows_drive else path


def _speed(options: Mapping[str, str]) -> float:
    return _number("speed", options.get("speed", "0"), 0.0, 1e9,
                   "Give 1 for as it happened, 60 for an hour in a minute, 0 for full speed.")


def _number(name: str, text: str, low: float, high: float, meaning: str = "") -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise _bad(f"{name}={text} is not possible.", f"Give {name}=N from {low:g} to {high:g}. {meaning}".rstrip())
    return value


def _bad(what: str, remedy: str) -> WorkbenchError:
    return WorkbenchError(what, remedy=remedy, code="bad-source")
