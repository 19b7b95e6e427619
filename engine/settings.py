"""Settings as data: every option is declared once with words, range and default; forms and files are made from that."""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import json
import math
import os
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from engine.errors import WorkbenchError

FORMAT = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option:
    """How one field is shown: `words` is its label, `help` one sentence; `folded` fields go under Advanced."""

    words: str
    help: str = ""
    low: float | None = None
    high: float | None = None
    step: float | None = None
    unit: str = ""
    folded: bool = False
    choices: Sequence[str] = ()


def option(default: Any, words: str, **how: Any) -> Any:
    """Declare a field of a settings dataclass together with the `Option` that tells how it is shown."""
    metadata = {"option": Option(words, **how)}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def options_of(kind: type) -> dict[str, Option]:
    """The declared options of a settings dataclass, in order."""
    return {f.name: f.metadata["option"] for f in dataclasses.fields(kind) if "option" in f.metadata}


def check_ranges(settings: Any) -> None:
    """Raise `WorkbenchError` naming the first field that is outside its declared range."""
    for name, how in options_of(type(settings)).items():
        value = getattr(settings, name)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            continue
        too_low = how.low is not None and value < how.low
        too_high = how.high is not None and value > how.high
        if math.isnan(value) or too_low or too_high:
            raise WorkbenchError(
                f"{how.words} is {value}.", where=name, code="out-of-range",
                remedy=f"Give a value from {_bound(how.low)} to {_bound(how.high)}.",
            )


def to_json(settings: Any) -> dict[str, Any]:
    """A settings dataclass as plain JSON values; enums by their value."""
    plain: dict[str, Any] = dataclasses.asdict(settings, dict_factory=lambda pairs: {k: _plain(v) for k, v in pairs})
    return plain


def from_json(kind: type[T], values: dict[str, Any]) -> T:
    """Rebuild a settings dataclass; unknown or undecodable fields fall back to their defaults."""
    hints = typing.get_type_hints(kind)
    known: dict[str, Any] = {}
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        if field.name in values:
            try:
                known[field.name] = _decode(hints[field.name], values[field.name])
            except (TypeError, ValueError, KeyError):
                continue
    return kind(**known)


@contextlib.contextmanager
def written_atomically(path: Path) -> Iterator[BinaryIO]:
    """A file beside the place, which takes it once the block ends well: a reader sees the old one or the new one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise WorkbenchError(
            f"The file could not be written ({error.strerror}).", where=str(path), code="not-written",
            remedy="Choose a folder that you may write to, with free space.",
        ) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the place, flush to disk, then rename: a reader sees the old file or the new one, never a part."""
    with written_atomically(path) as file:
        file.write(data)


def save_settings(path: Path, settings: Any) -> None:
    """Save settings as versioned JSON by atomic replace."""
    write_atomically(path, json.dumps({"format": FORMAT, **to_json(settings)}, indent=1).encode())


def load_settings(path: Path, kind: type[T]) -> T:
    """Read settings; a missing or broken file gives the defaults."""
    try:
        values = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return kind()
    return from_json(kind, values) if isinstance(values, dict) else kind()


class Theme(enum.Enum):
    """The look of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(enum.Enum):
    """The language of the window."""

    SYSTEM = "system"
    ENGLISH = "english"
    GERMAN = "deutsch"


class Tracking(enum.Enum):
    """Whether MLflow hears of trainings."""

    OFF = "off"
    EMBEDDED = "embedded"
    SERVER = "server"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"off": "Off: nothing is sent", "embedded": "A database in the workspace",
                "server": "A server"}[self.value]


@dataclass(frozen=True, slots=True)
class AppSettings:
    """What the window remembers beyond one session."""

    theme: Theme = option(Theme.SYSTEM, "Theme", help="Follow the system, or always light or dark.")
    language: Language = option(Language.SYSTEM, "Language",
                                       help="The language of the window, and how its numbers are written.")
    notifications: bool = option(True, "Desktop notifications",
                                 help="Tell the desktop when long work ends while the window is not in front.")
    tracking: Tracking = option(Tracking.OFF, "MLflow", help="Where trainings and champions are told.")
    tracking_server: str = option("", "MLflow server", help="The server's address, such as http://host:5000, without "
                                                            "name and password.")
    tour_seen: bool = False
    recent_files: tuple[str, ...] = ()


def default_workspace() -> Path:
    """`ALPHAPULSE_WORKSPACE`, else the user's data folder for this program."""
    named = os.environ.get("ALPHAPULSE_WORKSPACE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("AlphaPulse Workbench", appauthor=False))


def resource(name: str) -> Path:
    """A file that ships with the program, in the folder `resources`."""
    return Path(__file__).resolve().parent.parent / "resources" / name


def _bound(value: float | None) -> str:
    return "any value" if value is None else f"{value:g}"


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _decode(hint: Any, value: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(value)
    if dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return from_json(typing.cast(type, hint), value)
    origin = typing.get_origin(hint)
    if origin is tuple:
        return tuple(value)
    if origin in (typing.Union, types.UnionType):
        return _decode_union(typing.get_args(hint), value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint in (int, float, str, bool) and type(value) is not hint:
        raise TypeError(hint)
    return value


def _decode_union(hints: tuple[Any, ...], value: Any) -> Any:
    if value is None and type(None) in hints:
        return None
    for hint in hints:
        try:
            return _decode(hint, value)
        except (TypeError, ValueError, KeyError):
            continue
    raise ValueError(value)
