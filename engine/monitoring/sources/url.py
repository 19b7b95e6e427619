"""One grammar for sources: `file:///path?speed=60` now; the others say which part brings them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from engine.data.roles import NOTHING_GIVEN
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.monitoring.sources.base import Source
from engine.monitoring.sources.file import FileSource
from engine.progress import Progress
from engine.records import Roles

_LATER = {
    "redis": "Redis Streams", "rediss": "Redis Streams", "postgresql": "PostgreSQL and TimescaleDB",
    "postgres": "PostgreSQL and TimescaleDB", "tail": "files that still grow", "folder": "watched folders",
}


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """A parsed source: kind, place and options; `speed` 0 is full speed, 1 is as it happened."""

    kind: str
    path: str
    speed: float = 0.0

    @property
    def words(self) -> str:
        """The source without its options, for people."""
        return self.path


def parse(url: str) -> SourceAddress:
    """Read a source's address; a plain path is a file at full speed. Refuses what cannot be served, in words."""
    parts = urlsplit(url)
    if not parts.scheme or len(parts.scheme) == 1:  # a path, or a Windows drive
        return SourceAddress("file", url)
    if parts.scheme in _LATER:
        raise WorkbenchError(
            f"Live feeds from {_LATER[parts.scheme]} are not part of this version yet.", where=parts.scheme,
            remedy="They come with the live monitor; until then replay a file: file:///path/to/signals.csv?speed=60.",
            code="not-yet",
        )
    if parts.scheme != "file":
        raise WorkbenchError(f"There is no source of the kind {parts.scheme!r}.", code="unknown-source",
                             remedy="Give file:///path/to/signals.csv?speed=60.")
    return SourceAddress("file", _path(parts.netloc, parts.path), _speed(dict(parse_qsl(parts.query))))


def open_source(url: str, *, schema: FeatureSchema | None = None, given: Roles = NOTHING_GIVEN,
                progress: Progress | None = None) -> Source:
    """Open a source; `schema` is the champion's, whose features the signals must have."""
    address = parse(url)
    return FileSource.open(Path(address.path), speed=address.speed, schema=schema, given=given, progress=progress)


def _path(host: str, path: str) -> str:
    if host not in {"", "localhost"}:  # file://relative/path, or a Windows share
        return unquote(f"{host}{path}")
    path = unquote(path)
    windows_drive = len(path) > 2 and path[0] == "/" and path[2] == ":"
    return path[1:] if windows_drive else path


def _speed(options: dict[str, str]) -> float:
    unknown = sorted(set(options) - {"speed"})
    try:
        speed = float(options.get("speed", 0.0))
    except ValueError:
        speed = -1.0
    if unknown or not 0.0 <= speed <= 1e9:
        raise WorkbenchError(
            f"The source has an option that is not understood: {', '.join(unknown) or 'speed'}.", code="bad-source",
            remedy="Give speed=N: 1 as it happened, 60 an hour in a minute, 0 full speed.",
        )
    return speed
